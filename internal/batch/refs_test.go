package batch

import (
	"slices"
	"testing"
)

// TestReferenceInSeveralRowsIsTold those with different outcomes first, with an end to the rows and to the references.
func TestReferenceInSeveralRowsIsTold(t *testing.T) {
	r := newRefs()
	r.most = 3
	for i, e := range []entry{
		{Ref: "same", Outcome: "sheet"}, {Ref: "", Outcome: "sheet"}, {Ref: "SAME", Outcome: "sheet"}, {Ref: "D1", Outcome: "referral", Urgency: "emergency"},
		{Ref: "", Outcome: "sheet"}, {Ref: "alone", Outcome: "sheet"}, {Ref: "D1", Outcome: "sheet"}, {Ref: "D1", Outcome: rejected}, {Ref: "D1", Outcome: "sheet"},
		{Ref: "d1", Outcome: "referral", Urgency: "same-day"}, {Ref: "D1", Outcome: "sheet"}, {Ref: "D1", Outcome: "sheet"}, {Ref: "fourth", Outcome: "sheet"}, {Ref: "same", Outcome: "sheet"},
	} {
		e.Row = i + 2
		r.add(&e)
	}
	want := []string{
		"ref D1 is in rows 5, 8, 9, 10, 11 and 2 more, with different outcomes: an emergency, a sheet, a rejected row and a same-day referral",
		"ref SAME is in rows 2 and 4",
		"refs from row 14 on were not compared: there are too many",
	}
	if got := r.told(); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
