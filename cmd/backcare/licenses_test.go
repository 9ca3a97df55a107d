package main

import (
	"os/exec"
	"strings"
	"testing"
)

// TestLicensesAreComplete asks the go command which modules are in the binary.
func TestLicensesAreComplete(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{.Path}} {{.Version}}{{end}}", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, module := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		if name, version, ok := strings.Cut(module, " "); ok && version != "" && !strings.Contains(licenses, "\n"+name+" "+version+" (") {
			t.Errorf("licenses.txt has no %s %s", name, version)
		}
	}
	for _, must := range []string{"\nbackcare\n", "\nGo standard library", "SIL OPEN FONT LICENSE"} {
		if !strings.Contains(licenses, must) {
			t.Errorf("licenses.txt lacks %q", must)
		}
	}
}
