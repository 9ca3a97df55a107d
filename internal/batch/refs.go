package batch

import (
	"cmp"
	"fmt"
	"hash/maphash"
	"slices"
	"strings"

	"backcare/internal/protocol"
)

// mostRefs is how many references are kept, some 40 bytes each, so that memory has an end.
const mostRefs = 1 << 20

// refs finds references that stand in several rows: a form sent twice, or two people under one reference.
type refs struct {
	seed  maphash.Seed
	first map[uint64]seen // where each was first
	twice map[uint64]*repeated
	last  int // the last row that was compared, when there were too many
	most  int
}

type seen struct {
	row     int
	outcome string
}

type repeated struct {
	ref  string
	rows []seen
	more int // rows beyond those
}

func newRefs() *refs {
	return &refs{seed: maphash.MakeSeed(), first: map[uint64]seen{}, twice: map[uint64]*repeated{}, most: mostRefs}
}

func (r *refs) add(e *entry) {
	if e.Ref == "" || r.last > 0 {
		return
	}
	const mostRows = 100
	key, here := maphash.String(r.seed, strings.ToLower(e.Ref)), seen{e.Row, e.said()}
	switch before, there := r.first[key]; {
	case !there && len(r.first) == r.most:
		r.last = e.Row
	case !there:
		r.first[key] = here
	case r.twice[key] == nil:
		r.twice[key] = &repeated{ref: e.Ref, rows: []seen{before, here}}
	case len(r.twice[key].rows) == mostRows:
		r.twice[key].more++
	default:
		r.twice[key].rows = append(r.twice[key].rows, here)
	}
}

// said is what became of a row, as it is told.
func (e *entry) said() string {
	switch {
	case e.emergency():
		return "an emergency"
	case e.Outcome == rejected:
		return "a rejected row"
	case e.Outcome == goOn:
		return "a first leaf"
	case e.sheet():
		return "a sheet"
	case e.Urgency == protocol.SameDay.String():
		return "a same-day referral"
	}
	return "a " + e.Urgency + " referral"
}

// told says which references stand in several rows, those with different outcomes first.
func (r *refs) told() (out []string) {
	all := make([]*repeated, 0, len(r.twice))
	for _, one := range r.twice {
		all = append(all, one)
	}
	slices.SortFunc(all, func(a, b *repeated) int {
		return cmp.Or(min(len(b.outcomes()), 2)-min(len(a.outcomes()), 2), a.rows[0].row-b.rows[0].row)
	})
	for _, one := range all {
		var rows []string
		const most = 5
		for _, s := range one.rows[:min(len(one.rows), most)] {
			rows = append(rows, fmt.Sprint(s.row))
		}
		if n := len(one.rows) + one.more - most; n > 0 {
			rows = append(rows, fmt.Sprintf("%d more", n))
		}
		line := fmt.Sprintf("ref %s stands in rows %s", one.ref, listed(rows))
		if o := one.outcomes(); len(o) > 1 {
			line += ", with different outcomes: " + listed(o)
		}
		out = append(out, line)
	}
	if r.last > 0 {
		out = append(out, fmt.Sprintf("refs from row %d on were not compared; there are too many", r.last))
	}
	return out
}

// outcomes are the different ones, in the order of the rows.
func (r *repeated) outcomes() (out []string) {
	for _, s := range r.rows {
		if !slices.Contains(out, s.outcome) {
			out = append(out, s.outcome)
		}
	}
	return out
}

// listed is "a, b and c".
func listed(parts []string) string {
	last := len(parts) - 1
	if last < 1 {
		return strings.Join(parts, "")
	}
	return strings.Join(parts[:last], ", ") + " and " + parts[last]
}
