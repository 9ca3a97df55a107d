package batch

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"backcare/internal/handout"
	"backcare/internal/pdf"
	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// spool keeps what the papers of the print job are made from until all rows are known, because
// they are ordered by site. It is the one part of a batch whose memory grows with the rows.
type spool struct {
	job       *Job
	temporary *temporary // nil when there is no print job
	leaves    []leaf
	ring      []handout.Call // rejected, and emergencies all the same
}

// leaf is one person's paper in the print job.
type leaf struct {
	row     int
	who     questions.Person
	outcome triage.Outcome
}

// claim takes the print job's place for this batch alone, before the rows are read.
func (s *spool) claim() (err error) {
	if s.job.Spool != "" && !s.job.DryRun {
		s.temporary, err = claimTemporary(s.job.Spool)
	}
	return err
}

func (s *spool) release() {
	if s.temporary != nil {
		s.temporary.drop()
	}
}

func (s *spool) add(t *rowJob) {
	switch {
	case s.temporary == nil:
	case t.outcome != nil:
		s.leaves = append(s.leaves, leaf{t.record.row, t.who, t.outcome})
	case t.entry.emergency():
		s.ring = append(s.ring, handout.Call{Row: t.record.row, Ref: legible(t.who.Ref), Phone: legible(t.who.Phone), Site: legible(t.who.Site),
			Rules: t.entry.Rules, Rejected: true, People: t.record.swallowed + 1})
	}
}

// legible is a text with a question mark for every letter that cannot be printed. Such letters may
// be why a row is rejected, and must not keep the cover from being printed.
func legible(s string) string {
	for _, r := range pdf.Missing(s) {
		s = strings.ReplaceAll(s, string(r), "?")
	}
	return s
}

// print writes the print job: the cover, then the papers by site and row, those without a site last.
func (s *spool) print(ctx context.Context, sum *Summary, report *report) error {
	if len(s.leaves)+len(s.ring) == 0 {
		return nil
	}
	slices.SortFunc(s.leaves, func(a, b leaf) int {
		return cmp.Or(bySite(a.who.Site, b.who.Site), a.row-b.row)
	})
	if err := s.write(ctx, s.temporary.file, sum, report); err != nil {
		return err
	}
	return s.temporary.place(s.job.mayReplace)
}

func (s *spool) write(ctx context.Context, w io.Writer, sum *Summary, report *report) error {
	author := s.job.Author
	printers := s.job.printers(PDF)
	var letters []rune
	for _, b := range printers {
		letters = append(letters, b.author.Words.Runes()...)
	}
	renderer, err := pdf.NewRenderer(letters, blockMemory)
	if err != nil {
		return err
	}
	job := renderer.NewJob(w, author.Words.Spool.Title, author.Words.Lang, author.When, len(s.leaves)+1)
	cover := author.Cover(s.tally(sum))
	if _, err := job.Add(1, 1, func(int) (pdf.Entry, error) {
		return pdf.Entry{Document: &cover, Paper: s.job.Paper, Name: author.Words.Spool.Title}, nil
	}); err != nil {
		return err
	}
	workers := max(s.job.Workers, 1)
	for at := 0; at < len(s.leaves); at += 64 * workers { // as many as are made at once
		report.printed(at, len(s.leaves))
		if err := ctx.Err(); err != nil {
			return err
		}
		some := s.leaves[at:min(at+64*workers, len(s.leaves))]
		failed, err := job.Add(len(some), workers, func(i int) (pdf.Entry, error) {
			l := &some[i]
			doc := printers[l.who.Lang].author.Document(l.outcome, l.who)
			return pdf.Entry{Document: &doc, Paper: s.job.Paper, Section: section(l.who.Site, author.Words), Name: entryName(*l)}, nil
		})
		if err != nil {
			return fmt.Errorf("row %d: %w", some[failed].row, err)
		}
	}
	report.printed(len(s.leaves), len(s.leaves))
	return job.Close()
}

func section(site string, w *protocol.Words) string {
	if site == "" {
		return w.Spool.NoSite
	}
	return site
}

// entryName is a person in the table of contents: the row stands in for a missing reference.
func entryName(l leaf) string {
	if l.who.Ref == "" {
		return fmt.Sprint(l.row)
	}
	return fmt.Sprintf("%d · %s", l.row, l.who.Ref)
}

// tally counts the papers by site, for the cover.
func (s *spool) tally(sum *Summary) handout.Tally {
	t := handout.Tally{Rejected: sum.Rejected, GoOn: sum.GoOn, Ring: slices.Clone(s.ring)}
	for i, l := range s.leaves {
		if i == 0 || bySite(l.who.Site, s.leaves[i-1].who.Site) != 0 {
			t.Sites = append(t.Sites, handout.SiteTally{Site: l.who.Site})
		}
		site := &t.Sites[len(t.Sites)-1]
		r, ok := l.outcome.(triage.Referral)
		if !ok {
			site.Sheets++
			continue
		}
		site.Referrals[r.Urgency]++
		_, _, rules := urgencyOf(r)
		call := handout.Call{Row: l.row, Ref: l.who.Ref, Phone: l.who.Phone, Site: l.who.Site, Rules: rules, People: 1}
		switch r.Urgency {
		case protocol.Emergency:
			t.Ring = append(t.Ring, call)
		case protocol.SameDay:
			t.Today = append(t.Today, call)
		}
	}
	byRow := func(a, b handout.Call) int { return a.Row - b.Row }
	slices.SortFunc(t.Ring, byRow)
	slices.SortFunc(t.Today, byRow)
	return t
}
