package batch

import (
	"cmp"
	"fmt"
	"hash/maphash"
	"maps"
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
	ref      string
	first    int      // row
	rows     []string // the first of them
	more     int      // rows beyond those
	outcomes []string // the different ones, in the order of the rows
}

func newRefs() *refs {
	return &refs{seed: maphash.MakeSeed(), first: map[uint64]seen{}, twice: map[uint64]*repeated{}, most: mostRefs}
}

func (r *refs) add(e *entry) {
	if e.Ref == "" || r.last > 0 {
		return
	}
	key, here := maphash.String(r.seed, strings.ToLower(e.Ref)), seen{e.Row, e.said()}
	before, there := r.first[key]
	switch {
	case !there && len(r.first) == r.most:
		r.last = e.Row
		return
	case !there:
		r.first[key] = here
		return
	case r.twice[key] == nil:
		r.twice[key] = &repeated{ref: e.Ref, first: before.row}
		r.twice[key].add(before)
	}
	r.twice[key].add(here)
}

func (r *repeated) add(s seen) {
	const most = 5
	if len(r.rows) < most {
		r.rows = append(r.rows, fmt.Sprint(s.row))
	} else {
		r.more++
	}
	if !slices.Contains(r.outcomes, s.outcome) {
		r.outcomes = append(r.outcomes, s.outcome)
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
	all := slices.SortedFunc(maps.Values(r.twice), func(a, b *repeated) int {
		return cmp.Or(min(len(b.outcomes), 2)-min(len(a.outcomes), 2), a.first-b.first)
	})
	for _, one := range all {
		if one.more > 0 {
			one.rows = append(one.rows, fmt.Sprintf("%d more", one.more))
		}
		line := fmt.Sprintf("ref %s is in rows %s", one.ref, listed(one.rows))
		if len(one.outcomes) > 1 {
			line += ", with different outcomes: " + listed(one.outcomes)
		}
		out = append(out, line)
	}
	if r.last > 0 {
		out = append(out, fmt.Sprintf("refs from row %d on were not compared: there are too many", r.last))
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
