package handout_test

import (
	"strings"
	"testing"

	"backcare/internal/handout"
	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

func TestNoSignIsBothAnEmergencyAndForToday(t *testing.T) {
	for _, d := range desks(t) {
		values := d.Protocol.Baseline()
		for _, id := range []string{"infection-risk", "pregnant"} {
			q, _ := d.Protocol.Question(id)
			values[q.Index], _ = q.Answer("unsure")
		}
		a, err := protocol.AnswersOf(d.Protocol, values)
		if err != nil {
			t.Fatal(err)
		}
		o, err := triage.Decide(a)
		if err != nil {
			t.Fatal(err)
		}
		blocks := d.Document(o, questions.Person{}).Blocks
		today := blocks[len(blocks)-1].(handout.Alert).Items
		if n := len(d.Words.Warning.Today); len(today) != n-1 {
			t.Errorf("%s: %d things to call about today, %d wanted: one is an emergency for this person", d.Words.Lang, len(today), n-1)
		}
		for _, id := range []string{"infection-risk", "pregnant"} {
			alarm := d.Words.Cautions[id].Alarm
			box := ""
			for _, b := range blocks {
				if b, ok := b.(handout.Panel); ok && b.Style == handout.Outline {
					box = b.Text[0].String()
				}
			}
			if !strings.Contains(box, alarm) {
				t.Errorf("%s: no box below the warning says %q: %q", d.Words.Lang, alarm, box)
			}
			for _, item := range today {
				if item.String() == alarm {
					t.Errorf("%s: %q is an emergency for this person, and stands among the rest", d.Words.Lang, alarm)
				}
			}
		}
	}
}
