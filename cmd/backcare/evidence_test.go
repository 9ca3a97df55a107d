package main

import (
	"os"
	"testing"
)

// docs/evidence.md is what explain prints; -update writes it anew.
func TestEvidenceIsCurrent(t *testing.T) {
	const page = "../../docs/evidence.md"
	code, out, stderr := alone(t, "explain", "--format", "markdown")
	if code != exitDone || stderr != "" {
		t.Fatalf("exit %d: %s", code, stderr)
	}
	if *update {
		if err := os.WriteFile(page, []byte(out), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(page)
	if err != nil || string(have) != out {
		t.Errorf("docs/evidence.md is not what backcare explain --format markdown prints; run with -update: %v\n%s", err, firstDifference(string(have), out))
	}
}
