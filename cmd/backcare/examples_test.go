package main

import (
	"fmt"
	"path/filepath"
	"testing"
)

// The files in docs/examples, which the README, the docs and .ci use, are those of stories.
func TestExamplesAreTheFilesOfStories(t *testing.T) {
	for example, from := range map[string][2]string{
		"foot-drop":     {"same-day-shovelling-foot-drop", "answers.yaml"},
		"lifting-ache":  {"sheet-lifting-ache", "answers.yaml"},
		"every-caution": {"sheet-every-caution", "answers.yaml"},
		"every-sign":    {"emergency-every-answer-positive", "answers.yaml"},
		"clinic":        {"sheet-letter-clinic", "clinic.yaml"},
	} {
		s := readStory(t, filepath.Join(storyFolder, from[0]+".txtar"))
		golden(t, fmt.Sprintf("../../docs/examples/%s.yaml", example), written(t, s.in)[from[1]])
	}
}
