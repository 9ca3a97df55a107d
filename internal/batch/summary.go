package batch

import "backcare/internal/protocol"

// Summary is what a batch came to.
type Summary struct {
	Rows      int // done, those of an earlier run included
	Last      int // the last row done, as the spreadsheet counts
	Kept      int // of these, done by an earlier run and found whole
	Sheets    int
	Referrals int
	GoOn      int // first leaves that refer nobody
	Rejected  int
	ByUrgency [protocol.Emergency + 1]int // referrals
	Ring      []Ring                      // emergencies, in input order
	Today     []Ring                      // referrals for the same day, in input order
}

// Written counts the papers.
func (s *Summary) Written() int { return s.Sheets + s.Referrals }

// Ring is a person to ring now, or to see today: their row and, if there are any, their reference and number.
type Ring struct {
	Row      int
	Ref      string
	Phone    string
	Rejected bool // there is no note
	People   int  // who may be meant, when a stray quote made one row of several; 1 as a rule
}

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

// alarm puts an emergency on the list of people to ring, and a referral for the same day on the one behind it.
func (s *Summary) alarm(t *rowJob) {
	e := &t.entry
	who := Ring{e.Row, e.Ref, t.who.Phone, e.Outcome == rejected, t.record.swallowed + 1}
	switch {
	case e.emergency():
		s.Ring = append(s.Ring, who)
	case e.today():
		s.Today = append(s.Today, who)
	}
}
