package batch

import (
	"backcare/internal/handout"
	"backcare/internal/protocol"
)

// Summary is the result of a batch.
type Summary struct {
	Rows      int // done, those of an earlier run included
	Last      int // the last row done, as the spreadsheet counts
	Kept      int // of these, done by an earlier run and found whole
	Sheets    int
	Referrals int
	GoOn      int // first leaves that refer nobody
	Rejected  int
	ByUrgency [protocol.Emergency + 1]int // referrals
	Ring      []handout.Call              // emergencies, in input order
	Today     []handout.Call              // referrals for the same day, in input order
}

// Written counts the papers.
func (s *Summary) Written() int { return s.Sheets + s.Referrals }

func (s *Summary) count(t *rowJob) {
	e := &t.entry
	s.Rows, s.Last = s.Rows+1, e.Row
	if t.kept {
		s.Kept++
	}
	switch {
	case e.Outcome == rejected:
		s.Rejected++
	case e.Outcome == goOn:
		s.GoOn++
	case e.sheet():
		s.Sheets++
	default:
		s.Referrals++
		s.ByUrgency[e.urgency()]++
	}
	s.alarm(t)
}

// alarm puts an emergency on the list of people to ring, and a referral for the same day on the list after it.
func (s *Summary) alarm(t *rowJob) {
	e := &t.entry
	who := handout.Call{Row: e.Row, Ref: e.Ref, Phone: t.who.Phone, Site: t.who.Site, Rules: e.Rules, Rejected: e.Outcome == rejected, People: t.record.swallowed + 1}
	switch {
	case e.emergency():
		s.Ring = append(s.Ring, who)
	case e.today():
		s.Today = append(s.Today, who)
	}
}
