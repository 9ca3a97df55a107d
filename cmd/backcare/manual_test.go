package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// The manual page has a section for all that a person looks up, and every command with every option.
func TestManualHasEverything(t *testing.T) {
	code, page, stderr := alone(t, "man")
	if code != exitDone || stderr != "" {
		t.Fatalf("exit %d: %s", code, stderr)
	}
	var sections []string
	for line := range strings.Lines(page) {
		if title, ok := strings.CutPrefix(line, ".SH "); ok {
			sections = append(sections, strings.Trim(title, "\"\n"))
		}
	}
	want := []string{"NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "ANSWERS FILE", "PROFILE", "FILES", "ENVIRONMENT", "EXIT STATUS", "EXAMPLES"}
	if !slices.Equal(sections, want) {
		t.Errorf("sections %q", sections)
	}
	for _, c := range newApp(t.Context(), streams{}).Commands {
		_, part, there := strings.Cut(page, "\n.SS "+c.Name+"\n")
		if !there {
			t.Errorf("nothing of %s", c.Name)
		}
		part, _, _ = strings.Cut(part+"\n", "\n.S")
		for _, f := range c.Flags {
			if name := roff("--" + f.Names()[0]); !strings.Contains(part, `\fB`+name+`\fR`) || !strings.Contains(part+"\n", "\n"+roff(usage(f))+"\n") {
				t.Errorf("%s: nothing of %s", c.Name, name)
			}
		}
	}
}

func TestNoLineOfTheManualIsACommandToMan(t *testing.T) {
	for text, want := range map[string]string{".SH x": `\&.SH x`, "'x": `\(aqx`, `a\b -c`: `a\eb \-c`} {
		if got := roff(text); got != want {
			t.Errorf("%q is %q", text, got)
		}
	}
}

// What bash offers behind what was typed.
func TestCompletionOffersWhatACommandTakes(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip(err)
	}
	_, script, _ := alone(t, "completion", "bash")
	for typed, want := range map[string]string{
		"sc": "screen", "screen --format ": "pdf html text json", "form --format ": "pdf html", "questions --format ": "text csv yaml json xlsx",
		"explain --format ": "text markdown", "check --accept ": "de es fr pl uk vi", "check ": "", "check --a": "--accept", "batch ": "", "screen --out ": "",
		"completion ": "--help bash zsh fish powershell", "explain foot-d": "foot-drop", "screen --paper l": "letter", "screen --with ": "psoas-release", "form --lang e": "en es",
	} {
		words := strings.Split("backcare "+typed, " ")
		run := script + `COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); _backcare; echo "${COMPREPLY[*]}"`
		out, err := exec.Command(bash, append([]string{"-c", run, "bash"}, words...)...).Output()
		if got := strings.TrimSpace(string(out)); err != nil || got != want {
			t.Errorf("%q: %v, %q; want %q", typed, err, got, want)
		}
	}
}

// In the shells that show it, each command and option comes with what it is.
func TestCompletionSaysWhatAnOptionIs(t *testing.T) {
	for shell, must := range map[string]string{
		"zsh": "--exit-code:report the urgency as the exit code'", "fish": "-l exit-code -d 'report the urgency as the exit code'",
		"powershell": "'screen --exit-code' = 'report the urgency as the exit code'",
	} {
		code, script, stderr := alone(t, "completion", shell)
		if code != exitDone || stderr != "" || !strings.Contains(script, must) {
			t.Errorf("%s: exit %d, no %q", shell, code, must)
		}
	}
}
