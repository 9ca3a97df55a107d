package pdf

import (
	"encoding/binary"
	"sync"

	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/file"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/stream"
	"backcare/internal/pdf/tag"
)

// framed is the head and foot of documents that have them in common. It takes the first slot of each.
type framed struct {
	*layout.Frame
	picture *draw.Picture

	mu    sync.Mutex
	drawn map[sideKey]*draw.Drawing
	ready map[headKey]*tag.Ready
}

// frame is the frame of a document. Sheets share theirs, whoever they are for; a note has one made for its
// person.
func (r *Renderer) frame(doc *handout.Document, paper Paper) (*framed, error) {
	picture, err := r.picture(doc.Head.Logo)
	if err != nil {
		return nil, err
	}
	shell := handout.Document{Kind: doc.Kind, Lang: doc.Lang, Head: doc.Head, Foot: doc.Foot, PageOf: doc.PageOf}
	shared := doc.Kind == handout.SheetKind
	if shared {
		shell.Head.Person = nil
	}
	made := func() (*framed, error) {
		one, err := layout.NewFrame(&shell, paper, r.ty, picture)
		if err != nil {
			return nil, err
		}
		return &framed{Frame: one, picture: picture, drawn: map[sideKey]*draw.Drawing{}, ready: map[headKey]*tag.Ready{}}, nil
	}
	if !shared {
		return made()
	}
	return r.frames.get(frameKeyOf(&shell, paper, picture), made)
}

// frameKey is everything that a shared frame depends on.
type frameKey struct {
	words   string
	picture *draw.Picture
}

func frameKeyOf(doc *handout.Document, paper Paper, picture *draw.Picture) frameKey {
	var b []byte
	text := func(list ...string) {
		for _, s := range list {
			b = append(binary.AppendVarint(b, int64(len(s))), s...)
		}
	}
	spans := func(t handout.Text) {
		b = binary.AppendVarint(b, int64(len(t)))
		for _, s := range t {
			if s.Bold {
				b = append(b, 1)
			}
			text(s.Text)
		}
	}
	text(string(doc.Kind), doc.Lang, doc.PageOf, doc.Head.Running, paper.Size)
	if paper.Large {
		b = append(b, 1)
	}
	spans(doc.Head.Clinic)
	spans(doc.Foot)
	text(doc.Head.Blanks...)
	return frameKey{string(b), picture}
}

// furniture is the head and foot of a page, drawn once.
func (f *framed) furniture(d *draw.Drawer, page, pages int, leaf bool) (*draw.Drawing, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	key := sideKey{page, pages, leaf && page > 0}
	if one, ok := f.drawn[key]; ok {
		return one, nil
	}
	one, err := d.Draw([]draw.Piece{{Items: f.Furniture(page, pages, key.leaf)}}, 0)
	if err == nil {
		f.drawn[key] = one
	}
	return one, err
}

// marks is the number of marks in the head of the first page, without the person's.
func (f *framed) marks(pages int) int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return len(f.drawn[sideKey{pages: pages}].Marks)
}

// block is the structure of the head: the clinic and, if there is one, the person.
func (f *framed) block(pages int, person bool) file.Block {
	f.mu.Lock()
	defer f.mu.Unlock()
	key := headKey{pages, person}
	ready := f.ready[key]
	if ready == nil {
		nodes := f.nodes(pages, person)
		objects := make([]int, len(nodes))
		for i := range objects {
			objects[i] = file.PageObject(0)
		}
		ready = tag.NewTree(f.Root).NewReady(file.SlotObject(0, pages), 0, file.TopObject, 1, nodes, objects, []int{file.PageObject(0)}, stream.NewFragment)
		f.ready[key] = ready
	}
	return file.Block{Ready: ready, Slots: 1, Pages: []int{0}}
}

// headNodes are nodes, once the head is drawn.
func (f *framed) headNodes(pages int, person bool) []*tag.Node {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.nodes(pages, person)
}

// nodes are the elements of the marks of the head, in their order.
func (f *framed) nodes(pages int, person bool) []*tag.Node {
	nodes := f.drawn[sideKey{pages: pages}].Marks
	if person {
		nodes = append(nodes[:len(nodes):len(nodes)], f.Strip.Node)
	}
	return nodes
}

// sideKey is a page number and the number of pages; leaf as in [layout.Frame.Furniture].
type sideKey struct {
	page, pages int
	leaf        bool
}

type headKey struct {
	pages  int
	person bool
}
