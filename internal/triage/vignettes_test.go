package triage_test

import (
	"time"

	"encoding/json"
	"os"
	"slices"
	"testing"

	"backcare/internal/protocol"
	"backcare/internal/triage"
)

// vignette is a published presentation of back pain, and what a professional would accept for it.
type vignette struct {
	ID         string
	What       string
	Answers    protocol.Case
	Acceptable []string
}

func vignettes(t *testing.T) []vignette {
	t.Helper()
	data, err := os.ReadFile("../../testdata/vignettes.json")
	if err != nil {
		t.Fatal(err)
	}
	var f struct{ Cases []vignette }
	if err := json.Unmarshal(data, &f); err != nil {
		t.Fatal(err)
	}
	return f.Cases
}

// accepted are the least and the highest urgency that a professional would accept; self-care is none.
func accepted(v vignette) (least, most protocol.Urgency) {
	least = protocol.Emergency
	for _, name := range v.Acceptable {
		u := protocol.NoUrgency
		for u.String() != name && u < protocol.Emergency {
			u++
		}
		if u.String() != name {
			u = protocol.NoUrgency
		}
		least, most = min(least, u), max(most, u)
	}
	return least, most
}

func TestPublishedPatientsAreSentNoLaterThanAProfessionalWouldAccept(t *testing.T) {
	p := load(t)
	list := vignettes(t)
	late, sheets, calm, selfCare := 0, 0, 0, 0
	for _, v := range list {
		out, err := triage.Decide(answers(t, p, p.Over(v.Answers)), time.Time{})
		if err != nil {
			t.Fatal(v.ID, err)
		}
		got := protocol.NoUrgency
		if r, ok := out.(triage.Referral); ok {
			got = r.Urgency
		}
		least, most := accepted(v)
		if got < least {
			late++
			t.Logf("%s: %q is less urgent than %v: %s", v.ID, got, v.Acceptable, v.What)
			if !got.Refers() {
				sheets++
			}
		}
		if slices.Contains(v.Acceptable[:1], "self-care") {
			selfCare++
			if got <= max(most, protocol.Planned) {
				calm++
			} else {
				t.Logf("%s: %q for %v: %s", v.ID, got, v.Acceptable, v.What)
			}
		}
	}
	if late > 0 {
		t.Errorf("%d of %d less urgent than accepted, %d of them a sheet", late, len(list), sheets)
	}
	if calm*10 < selfCare*9 {
		t.Errorf("%d of %d people for self-care get what is accepted, or planned at most; the aim is 9 in 10", calm, selfCare)
	}
}
