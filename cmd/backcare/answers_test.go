package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// answersWith writes the answers of the baseline with the differences over it to a file.
func answersWith(t *testing.T, differences ...string) string {
	t.Helper()
	return answersFile(t, answersOver(t, strings.Join(differences, "\n")))
}

func answersFile(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "answers.yaml")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// What no story can hold, byte by byte.
func TestBytesThatAreNoAnswersAreRefused(t *testing.T) {
	for text, want := range map[string]string{
		"name: \"a\x00b\"\n":             ":1: has a control character, U+0000\nbackcare: hint: save the file as plain text\n",
		"name: Jos\xe9\n":                ":1: not valid UTF-8\nbackcare: hint: save the file as UTF-8\n",
		"#" + strings.Repeat("x", 1<<20): ": larger than 1 MiB, the limit of one answers file\n",
		"answers:\n  fever: maybe":       ":2: fever: \"maybe\" is not an answer here; use yes, no or unsure\n", // without a last newline
	} {
		file := answersFile(t, text)
		if code, out, stderr := alone(t, "screen", "--answers", file); code != exitUsage || out != "" || stderr != "backcare: error: "+file+want {
			t.Errorf("exit %d: %s%s", code, out, stderr)
		}
	}
}

func TestAFileThatNamesALanguageGetsItsPaperInIt(t *testing.T) {
	for lang, title := range map[string]string{"es": "Su rutina para la zona lumbar", "en": "Your lower back routine"} {
		if code, out, _ := alone(t, "screen", "--answers", answersWith(t, "lang: "+lang), "--format", "text"); code != exitDone || !strings.Contains(out, title) {
			t.Errorf("exit %d: %s", code, out)
		}
	}
}
