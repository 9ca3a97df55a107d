package batch

import (
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// stock keeps the papers for the print job, as what they are made from, until all are known.
type stock struct {
	job    *Job
	sheafs []sheaf
}

// sheaf is one person's paper in the print job.
type sheaf struct {
	row     int
	who     questions.Person
	outcome triage.Outcome
}

func (s *stock) free() error { return nil }

func (s *stock) add(t *task) {
	if s.job.Spool != "" && t.outcome != nil {
		s.sheafs = append(s.sheafs, sheaf{t.record.row, t.who, t.outcome})
	}
}

func (s *stock) print(sum *Summary) error { return nil }
