package pdf

import (
	"io"
	"sync"
	"time"

	"backcare/internal/defect"
	"backcare/internal/handout"
	"backcare/internal/pdf/file"
	"backcare/internal/pdf/font"
	"backcare/internal/pdf/tag"
)

// Job is one print job: many documents in one file, the fonts and whatever pages share in it once.
// Every document takes whole leaves, so that printing on both sides never puts two people on one. It
// is written as it comes, and keeps no document.
type Job struct {
	renderer *Renderer
	out      *file.Job
	groups   font.Groups
	section  string
	open     bool // a section has been opened
}

// Entry is a document of a job. Documents with the same section in a row stand below one bookmark of
// that name, each by its name; without a section the name is at the top.
type Entry struct {
	Document      *handout.Document
	Paper         Paper
	Section, Name string
}

// NewJob begins a print job of so many documents, in the given language and of the given date.
func (r *Renderer) NewJob(to io.Writer, title, lang string, made time.Time, documents int) *Job {
	return &Job{renderer: r, out: file.NewJob(to, file.Metadata{Title: title, Lang: lang, Made: made}, documents)}
}

// Add puts documents at the end, made by so many workers at once; entry makes the i-th of n. The
// number of workers changes nothing in the file. Failed is the one that an error is about.
func (j *Job) Add(n, workers int, entry func(i int) (Entry, error)) (failed int, err error) {
	type made struct {
		Entry
		composed *composed
		part     *file.Part
		err      error
	}
	list := make([]made, n)
	each := func(do func(m *made, i int)) {
		var crew sync.WaitGroup
		for w := range workers {
			crew.Go(func() {
				for i := w; i < n; i += workers {
					do(&list[i], i)
				}
			})
		}
		crew.Wait()
	}
	each(func(m *made, i int) {
		defer defect.Catch(&m.err)
		if m.Entry, m.err = entry(i); m.err == nil {
			if m.composed, m.err = j.renderer.compose(m.Document, m.Paper); m.err == nil {
				m.part, m.err = m.composed.part()
			}
		}
	})
	for i := range list {
		m := &list[i]
		if m.err != nil {
			return i, m.err
		}
		j.groups = j.groups.Join(m.composed.groups)
		j.bookmark(m.Section, m.Name, j.out.Number(m.part))
	}
	each(func(m *made, _ int) { j.out.Encode(m.part) })
	for i := range list {
		if err := j.out.Add(list[i].part); err != nil {
			return i, err
		}
	}
	return 0, nil
}

func (j *Job) bookmark(section, name string, page int) {
	level := 0
	if section != "" {
		if !j.open || section != j.section {
			j.out.Bookmark(file.Bookmark{Title: section, Page: page})
		}
		level = 1
	}
	j.open, j.section = section != "", section
	if name != "" {
		j.out.Bookmark(file.Bookmark{Title: name, Level: level, Page: page})
	}
}

// Close writes what is left: the fonts, with all letters that were used, and the table of contents.
// It does not close what it writes to.
func (j *Job) Close() error {
	fonts, err := j.renderer.subset(j.groups)
	if err != nil {
		return err
	}
	return j.out.Close(fonts, j.renderer.intent)
}

// IsJob reports whether a file is a print job with this title, as Job writes it.
func IsJob(f io.Reader, title string) bool { return file.IsJob(f, title) }

// part is the document as a job holds it.
func (c *composed) part() (*file.Part, error) {
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
		b := file.PartBlock{Tree: d.Tree, Mark: c.slots[i] * slotMarks, Figures: figures[i]}
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
