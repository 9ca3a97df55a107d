package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

var consoleBlock = regexp.MustCompile("(?s)```console\n(.*?)```")

// TestReadmeTranscripts runs every "$ backcare …" line of the README and of docs/ and holds what
// it prints against what stands below it; -update rewrites that.
func TestReadmeTranscripts(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	pages, _ := filepath.Glob(filepath.Join(root, "docs", "*.md"))
	const refusal = "backcare: error: "
	ran := 0
	for _, page := range append(pages, filepath.Join(root, "README.md")) {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		got := consoleBlock.ReplaceAllStringFunc(string(text), func(block string) string {
			body := consoleBlock.FindStringSubmatch(block)[1]
			if !strings.HasPrefix(body, "$ backcare ") {
				return block
			}
			ran++
			return "```console\n" + transcript(t, root, body) + "```"
		})
		if got == string(text) {
			continue
		}
		if *update && strings.Count(got, refusal) <= strings.Count(string(text), refusal) { // no paper turns into an error
			if err := os.WriteFile(page, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		t.Errorf("%s: a transcript is not what comes out:\n%s", filepath.Base(page), firstDifference(string(text), got))
	}
	if ran == 0 {
		t.Error("the README shows no transcript")
	}
}

// transcript runs the commands of a block, one after the other, in an empty folder beside docs.
func transcript(t *testing.T, root, body string) string {
	t.Chdir(t.TempDir())
	if err := os.Symlink(filepath.Join(root, "docs"), "docs"); err != nil {
		t.Skip(err)
	}
	var b bytes.Buffer
	for line := range strings.Lines(body) {
		command, ok := strings.CutPrefix(strings.TrimSpace(line), "$ ")
		if !ok {
			continue
		}
		b.WriteString("$ " + command + "\n")
		run(context.Background(), strings.Fields(command), streams{
			in: strings.NewReader(""), out: &b, err: &b,
			env: func(k string) string { return map[string]string{"SOURCE_DATE_EPOCH": "1795430520"}[k] },
			now: time.Now,
		})
	}
	return b.String()
}

// The profile that the README shows works as pasted.
func TestReadmeProfileWorks(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(text), "### The profile\n\n```yaml\n")
	profile, _, ok := strings.Cut(rest, "```\n")
	if !ok {
		t.Fatal("the README shows no profile")
	}
	file := filepath.Join(t.TempDir(), "clinic.yaml")
	if err := os.WriteFile(file, []byte(profile), 0o600); err != nil {
		t.Fatal(err)
	}
	code, out, stderr := alone(t, "screen", "--answers", answersWith(t), "--profile", file, "--format", "text")
	if code != exitDone || !strings.Contains(out, "Riverside Physiotherapy") || !strings.Contains(out, "999") {
		t.Errorf("exit %d: %s%s", code, out, stderr)
	}
}
