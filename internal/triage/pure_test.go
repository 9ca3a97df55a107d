package triage_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// Deciding needs the protocol and what reads it: no terminal, no paper, no network.
func TestTriageLinksTheProtocolAndNothingElse(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", "{{if not .Standard}}{{.ImportPath}}{{end}}", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	ours := []string{"backcare/internal/triage", "backcare/internal/protocol", "backcare/internal/figure", "backcare/internal/yaml"}
	for _, path := range strings.Fields(string(out)) {
		if !slices.Contains(ours, path) && !strings.HasPrefix(path, "go.yaml.in/yaml/") && !strings.HasPrefix(path, "golang.org/x/text/") {
			t.Errorf("links %s", path)
		}
	}
	std, err := exec.Command("go", "list", "-deps", ".").Output()
	if err != nil || strings.Contains(string(std), "\nnet\n") || strings.Contains(string(std), "\nos/exec\n") {
		t.Errorf("links more of the standard library than it needs, or %v", err)
	}
}
