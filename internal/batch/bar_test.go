package batch

import (
	"strings"
	"testing"
	"time"

	"github.com/rivo/uniseg"
	"pgregory.net/rapid"
)

func TestABarSaysHowFarItHasGot(t *testing.T) {
	b := &bar{total: 200, name: "90 rows, 9 a second"}
	for width, want := range map[int]string{
		80: "45% 90 rows, 9 a second 12s left [=========           ]",
		44: "45% 90 rows, 9 a second 12s left [===     ]",
		40: "45% 90 rows, 9 a second 12s left",
		30: "45% 90 rows, 9 a second",
		12: "45% [==   ]",
		8:  "45%",
		2:  "",
	} {
		if got := b.line(90, 10*time.Second, width); got != want {
			t.Errorf("%d columns: %q, want %q", width, got, want)
		}
	}
	b.total = -1
	if got := b.line(90, 10*time.Second, 80); got != b.name {
		t.Errorf("without a total: %q", got)
	}
}

func TestABarNeverReachesTheEdgeOfTheTerminal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := &bar{total: rapid.Int64Range(-1, 1e12).Draw(t, "total"), name: rapid.String().Draw(t, "name")}
		width := rapid.IntRange(0, 120).Draw(t, "width")
		at, spent := rapid.Int64Range(-1, 2e12).Draw(t, "at"), rapid.Int64Range(0, 1e15).Draw(t, "spent")
		if line := b.line(at, time.Duration(spent), width); uniseg.StringWidth(line) > max(width-1, 0) {
			t.Fatalf("%d columns: %q", width, line)
		}
	})
}

func TestABarLeavesNothingBehind(t *testing.T) {
	var out strings.Builder
	width := 40
	b := &bar{to: &out, width: func() int { return width }, now: time.Now, begun: time.Now(), total: 10, name: "a long name to begin with"}
	b.draw(0)
	b.name, b.drawn, width = "short", time.Time{}, 20
	b.move(5)
	b.move(6) // too soon to be drawn
	b.clear()
	lines := strings.Split(out.String(), "\r")
	if len(lines) != 5 || lines[2] == "" || strings.TrimSpace(lines[3]) != "" || lines[4] != "" {
		t.Fatalf("%q", lines)
	}
	if len(lines[2]) < len(lines[1]) {
		t.Errorf("%q stands over %q and leaves the end of it", lines[2], lines[1])
	}
}
