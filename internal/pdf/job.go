package pdf

import (
	"errors"
	"io"
	"maps"
	"sync"
	"time"

	"backcare/internal/defect"
	"backcare/internal/pdf/file"
	"backcare/internal/pdf/font"
	"backcare/internal/pdf/tag"
)

// Job is one print job: many papers in one file, the fonts and whatever pages share in it once. Every paper
// takes whole leaves, so that printing on both sides never puts two people on one. Papers are written in the
// order in which they come, and none is kept.
type Job struct {
	renderer *Renderer
	out      *file.Job
	base     font.Base // of all renderers
	groups   font.Groups
	pages    []int // number of the first page of each paper
}

// mostTagged is the largest number of papers with which a job is still tagged: a PDF cannot have many more than
// eight million objects.
const mostTagged = 20_000

// NewJob begins a print job with the given language and date. Its papers may also come from other renderers.
func (r *Renderer) NewJob(to io.Writer, title, lang string, made time.Time) *Job {
	return &Job{renderer: r, out: file.NewJob(to, file.Metadata{Title: title, Lang: lang, Made: made}, mostTagged), base: maps.Clone(r.base)}
}

// Add adds papers, made by that many workers at once; the file is the same with any number.
func (j *Job) Add(workers int, papers ...*Composed) error {
	parts, failed := make([]*file.Part, len(papers)), make([]error, len(papers))
	each := func(do func(i int)) {
		var crew sync.WaitGroup
		for w := range workers {
			crew.Go(func() {
				for i := w; i < len(papers); i += workers {
					do(i)
				}
			})
		}
		crew.Wait()
	}
	each(func(i int) {
		defer defect.Catch(&failed[i])
		parts[i], failed[i] = papers[i].part()
	})
	if err := errors.Join(failed...); err != nil {
		return err
	}
	for i, c := range papers {
		maps.Copy(j.base, c.renderer.base)
		j.groups = j.groups.Join(c.groups)
		j.pages = append(j.pages, j.out.Number(parts[i]))
	}
	each(func(i int) { j.out.Encode(parts[i]) })
	for _, p := range parts {
		if err := j.out.Add(p); err != nil {
			return err
		}
	}
	return nil
}

// Entry is a paper of a job and its bookmark: Paper counts from 0, as they were added. Consecutive entries with
// the same section are below one bookmark of that name; without a section the name is at the top level.
type Entry struct {
	Paper         int
	Section, Name string
}

// Close puts all papers in order and writes what is left: the fonts, with all letters that were used, and
// the table of contents. It does not close what it writes to.
func (j *Job) Close(order []Entry) error {
	fonts, err := file.NewFonts(j.renderer.ty.Faces, j.base.Runes(j.groups))
	if err != nil {
		return err
	}
	papers := make([]int, len(order))
	var marks []file.Bookmark
	for i, e := range order {
		papers[i] = e.Paper
		page, level := j.pages[e.Paper], 0
		if e.Section != "" {
			if i == 0 || e.Section != order[i-1].Section {
				marks = append(marks, file.Bookmark{Title: e.Section, Page: page})
			}
			level = 1
		}
		if e.Name != "" {
			marks = append(marks, file.Bookmark{Title: e.Name, Level: level, Page: page})
		}
	}
	return j.out.Close(papers, marks, fonts, j.renderer.intent)
}

// IsJob reports whether a file is a print job with this title, as Job writes it.
func IsJob(f io.Reader, title string) bool { return file.IsJob(f, title) }

// part is the document as a job holds it.
func (c *Composed) part() (*file.Part, error) {
	p := &file.Part{W: c.frame.W, H: c.frame.H, Picture: c.frame.picture}
	figures := make([][]file.Figure, len(c.drawn))
	for i := range c.fit.Pages {
		w, err := c.content(i, figures)
		if err != nil {
			return nil, err
		}
		p.Contents = append(p.Contents, w.End())
		p.Persons = append(p.Persons, c.person(i))
	}
	if !c.gathered {
		nodes := c.frame.headNodes(len(c.fit.Pages), len(c.who[0].Lines) > 0)
		p.Blocks = append(p.Blocks, file.PartBlock{Tree: tag.NewTree(c.frame.Root), Nodes: nodes, Pages: make([]int, len(nodes))})
	}
	of := c.pagesOf()
	for i, d := range c.drawn {
		b := file.PartBlock{Tree: d.Tree, Mark: c.slots[i] * tag.SlotMarks, Figures: figures[i]}
		for k, box := range d.Boxes {
			b.Nodes = append(b.Nodes, box.Marks...)
			for range box.Marks {
				b.Pages = append(b.Pages, of[i][k])
			}
		}
		p.Blocks = append(p.Blocks, b)
	}
	return p, nil
}
