package batch

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"backcare/internal/atomicfile"
	"backcare/internal/handout"
	"backcare/internal/pdf"
	"backcare/internal/protocol"
)

// spool is the print job: every paper, as it is made for the folder, on whole leaves in one file. It is written
// row by row; at the end its pages are put in the order of the sites, below a cover that counts them. What it
// keeps of each row is the only thing in a batch that grows with the rows.
type spool struct {
	job     *Job
	file    *atomicfile.File // nil when there is no print job
	out     *pdf.Job         // nil until there is a paper
	cover   *printer
	waiting []*pdf.Composed
	leaves  []leaf
}

// leaf is what the cover and the table of contents say of a paper.
type leaf struct {
	site    string
	entry   pdf.Entry
	urgency protocol.Urgency // of a referral; 0 of a sheet
}

// claimSpool takes the print job's place for this batch alone.
func claimSpool(path string) (*atomicfile.File, error) {
	f, err := atomicfile.Claim(atomicfile.Dir(filepath.Dir(path)), partOf(path))
	if errors.Is(err, atomicfile.ErrBusy) {
		err = asBroken(fmt.Errorf("another batch is writing %s", path), "wait until it has finished, or give another --spool")
	}
	return f, err
}

// spoolPrefix begins the name of a print job in the making. Nothing else in a folder of papers is named so.
const spoolPrefix = ".backcare-job-"

func partOf(path string) string { return spoolPrefix + filepath.Base(path) }

// add adds the paper of a row, if there is one.
func (s *spool) add(t *rowJob) error {
	if s.file == nil || t.outcome == nil {
		return nil
	}
	e := pdf.Entry{Paper: len(s.leaves), Section: cmp.Or(t.who.Site, s.job.Author.Words.Spool.NoSite), Name: fmt.Sprint(t.record.row)}
	if t.who.Ref != "" {
		e.Name += " · " + t.who.Ref
	}
	s.leaves = append(s.leaves, leaf{t.who.Site, e, t.entry.urgency()})
	s.waiting = append(s.waiting, t.paper)
	if len(s.waiting) < 32*s.job.Workers {
		return nil
	}
	return s.write()
}

// write writes the papers that wait, on all cores.
func (s *spool) write() error {
	if s.out == nil {
		renderer, err := s.cover.renderer()
		if err != nil {
			return err
		}
		w := s.job.Author.Words
		s.out = renderer.NewJob(s.file, w.Spool.Title, w.Lang, s.job.Author.When)
	}
	err := s.out.Add(s.job.Workers, s.waiting...)
	clear(s.waiting)
	s.waiting = s.waiting[:0]
	return err
}

// finish writes the cover, and puts the papers behind it by site and row, those without a site last.
func (s *spool) finish(sum *Summary) error {
	if s.file == nil || len(s.leaves)+len(sum.Ring) == 0 {
		return nil
	}
	order := []pdf.Entry{{Paper: len(s.leaves), Name: s.job.Author.Words.Spool.Title}}
	slices.SortStableFunc(s.leaves, func(a, b leaf) int { return bySite(a.site, b.site) })
	for _, l := range s.leaves {
		order = append(order, l.entry)
	}
	renderer, err := s.cover.renderer()
	if err != nil {
		return err
	}
	doc := s.job.Author.Cover(s.tally(sum))
	cover, err := renderer.Compose(&doc, s.job.Paper)
	if err != nil {
		return err
	}
	s.waiting = append(s.waiting, cover)
	if err := s.write(); err != nil {
		return err
	}
	if err := s.out.Close(order); err != nil {
		return err
	}
	return s.place()
}

// place puts the print job where it belongs, once all of it is on the disk.
func (s *spool) place() error {
	path := s.job.Spool
	err := s.file.Sync()
	if err == nil {
		err = s.file.Commit(filepath.Base(path), s.job.mayReplace())
	}
	switch {
	case errors.Is(err, fs.ErrExist):
		return asBroken(fmt.Errorf("%s was created while the batch was running", path), "give another --spool, or --force to replace it")
	case errors.Is(err, fs.ErrNotExist):
		return asBroken(fmt.Errorf("%s was moved or deleted while the batch was running: %w", path, err), "put its folder back, "+resumeHint)
	}
	return err
}

// tally counts the papers by site, in whose order they are, for the cover.
func (s *spool) tally(sum *Summary) handout.Tally {
	t := handout.Tally{Rejected: sum.Rejected, GoOn: sum.GoOn, Ring: slices.Clone(sum.Ring), Today: sum.Today}
	for i := range t.Ring {
		p := &t.Ring[i]
		p.Ref, p.Phone, p.Site = legible(p.Ref), legible(p.Phone), legible(p.Site)
	}
	for i, l := range s.leaves {
		if i == 0 || bySite(l.site, s.leaves[i-1].site) != 0 {
			t.Sites = append(t.Sites, handout.SiteTally{Site: l.site})
		}
		site := &t.Sites[len(t.Sites)-1]
		if l.urgency == protocol.NoUrgency {
			site.Sheets++
		} else {
			site.Referrals[l.urgency]++
		}
	}
	return t
}

// legible is a text with a question mark for every letter that cannot be printed. Such letters may
// be why a row is rejected, and must not keep the cover from being printed.
func legible(s string) string {
	for _, r := range pdf.Missing(s) {
		s = strings.ReplaceAll(s, string(r), "?")
	}
	return s
}
