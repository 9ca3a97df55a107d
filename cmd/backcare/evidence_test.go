package main

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"
	"time"
)

// alone runs the program without a terminal and gives all that came out.
func alone(t *testing.T, args ...string) (code int, out, stderr string) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(context.Background(), append([]string{"backcare"}, args...), streams{
		in: strings.NewReader(""), out: &o, err: &e,
		env: func(k string) string { return map[string]string{"SOURCE_DATE_EPOCH": "1795430520"}[k] },
		now: func() time.Time { t.Error("asked for the time"); return time.Time{} },
	})
	return code, o.String(), e.String()
}

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
