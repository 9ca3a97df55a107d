//go:build unix

package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"backcare/internal/terminaltest"
)

const (
	end    = "\x1b[F"
	up     = terminaltest.Up
	down   = terminaltest.Down
	enter  = terminaltest.Enter
	atMost = 35 // key presses of a healthy person
	lines  = 30 // and lines, in --plain
)

// healthy is what a person presses who has nothing but a mild ache that gets better, is on their own
// and prints no name: by a text of each prompt, its keys.
var healthy = []struct {
	prompt string
	keys   []string
	line   string // with --plain
}{
	{"First of all", []string{"n", enter}, "n"},
	{"Nerves and legs", []string{"n", enter}, "n"},
	{"How old are you?", []string{down, down, down, enter}, "3"},
	{"How long have you had", []string{down, enter}, "1"},
	{"Is it getting better?", []string{down, enter}, "1"},
	{"How bad is the pain", []string{down, enter}, "1"},
	{"Your health", []string{"n", enter}, "n"},
	{"Back and bones", []string{"n", enter}, "n"},
	{"A gentle turn", []string{end, up, enter}, "2"},
	{"A routine that fits", []string{"n", enter}, "n"},
	{"Will an adult helper", []string{end, enter}, "2"},
	{"Are they right?", []string{end, up, enter}, "1"},
}

// windows are those that every prompt must work in.
var windows = [][2]int{{80, 24}, {60, 20}, {40, 20}, {30, 10}, {120, 50}}

func TestAHealthyPersonPressesFewKeysInEveryWindow(t *testing.T) {
	for _, size := range windows {
		p := sitAt(t, terminaltest.Open(t, size[0], size[1]))
		pressed := 0
		for _, step := range healthy {
			p.See(step.prompt)
			for _, key := range step.keys {
				p.See("Ctrl-C")
				p.Press(key)
				pressed++
			}
		}
		p.See("Name:")
		p.See("Name: ")
		p.Press("\n")
		pressed++
		if code, files := p.leave(t); code != exitDone || len(files) != 1 || pressed > atMost {
			t.Errorf("%v: exit %d, files %v, %d keys\n%s", size, code, files, pressed, p.Screen())
		}
		p.said(t)
	}
}

func TestAHealthyPersonTypesFewLinesInEveryWindow(t *testing.T) {
	for _, size := range windows {
		p := sitAt(t, terminaltest.Open(t, size[0], size[1]), "--plain")
		typed := 0
		for _, step := range healthy {
			p.See(step.prompt)
			p.See("\n> ")
			p.Press(step.line + "\n") // a line that arrives whole
			typed++
		}
		p.See("Name:")
		p.See("Name: ")
		p.Press("\n")
		typed++
		if code, files := p.leave(t); code != exitDone || len(files) != 1 || typed > lines {
			t.Errorf("%v: exit %d, files %v, %d lines\n%s", size, code, files, typed, p.Screen())
		}
		if strings.Contains(p.Drawn(), "\x1b") {
			t.Errorf("%v: an escape code in plain lines", size)
		}
		p.said(t)
		if size == windows[0] {
			documented(t, p.Drawn())
		}
	}
}

var (
	inFolder  = regexp.MustCompile(`(?s)The paper is in the folder\s.*?\sIts\s+name:`)
	textBlock = regexp.MustCompile("(?s)```text\n.*?```")
)

// documented holds the run against the one in docs/prompts.md; -update writes it there.
func documented(t *testing.T, drawn string) {
	t.Helper()
	run := strings.ReplaceAll(drawn, "\r", "")
	run = inFolder.ReplaceAllString(run, "The paper is in the folder /home/me/papers. Its name:")
	page, err := os.ReadFile("../../docs/prompts.md")
	if err != nil {
		t.Fatal(err)
	}
	block := "```text\n$ backcare --plain\n" + run + "```"
	golden(t, "../../docs/prompts.md", textBlock.ReplaceAllLiteralString(string(page), block))
}

// said checks what stands at the end: where the paper is, and how to print it.
func (p *person) said(t *testing.T) {
	t.Helper()
	p.End()
	drawn := strings.Join(strings.Fields(p.Drawn()), " ")
	at := strings.Index(drawn, "Your answers showed no stop sign")
	for _, must := range []string{"flip on the long edge", "The paper is in the folder", "backcare-sheet-2026-11-23.pdf"} {
		if at < 0 || !strings.Contains(drawn[at:], must) {
			t.Errorf("%q is not said:\n%s", must, p.Screen())
		}
	}
}
