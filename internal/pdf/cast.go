package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"hash"
	"sync"
)

// cast is a plate with its fonts: a whole file but for what stands in the slots.
type cast struct {
	once  sync.Once
	file  []byte
	slots []int // offsets: of the first page's, and of the other pages'
	id    int   // offset of the first identifier
	sum   [sha256.Size]byte
	err   error

	before hash.Cloner // has taken in all that comes before a person's own
}

// own is where in the file what is a person's own begins.
func (c *cast) own() int {
	if len(c.slots) > 0 {
		return c.slots[0]
	}
	return c.id
}

func (p *Plate) castFor(letters charset) (*cast, error) {
	p.mu.Lock()
	c, ok := p.cast[letters]
	if !ok {
		if len(p.cast) >= mostKept {
			clear(p.cast)
			p.casts = 0
		}
		c = new(cast)
		p.cast[letters] = c
	}
	p.mu.Unlock()
	c.once.Do(func() {
		fonts, err := p.press.cutTo(letters)
		if err != nil {
			c.err = err
			return
		}
		c.err = p.assemble(c, fonts)
		p.mu.Lock()
		if p.cast[letters] == c {
			p.casts += len(c.file)
		}
		p.mu.Unlock()
	})
	return c, c.err
}

// assemble makes the file, its slots blank.
func (p *Plate) assemble(c *cast, fonts *fontSet) error {
	var out bytes.Buffer
	n := len(p.streams)
	size := 16 << 10
	for _, f := range fonts {
		size += len(f)
	}
	for _, s := range p.streams {
		size += len(s) + slotSize
	}
	out.Grow(size)
	f, err := p.press.borrow()
	if err != nil {
		return err
	}
	defer p.press.giveBack(f)
	w := newWriter(&out, f.deflate)
	w.reserve(fontObjects)
	for i, body := range fonts {
		if bytes.Contains(body, []byte("\nstream\n")) {
			w.object(i+1, body)
		} else {
			w.later(i+1, body)
		}
	}
	resources := w.resources(p.press.faces, p.logo)
	tree := w.reserve(1)
	pages := w.reserve(n)
	kids := make([]int, n)
	slots := [2]int{}
	for i, s := range p.streams {
		kids[i] = pages + i
		content := w.reserve(1)
		w.stream(content, "/Filter /FlateDecode", s)
		refs := fmt.Sprintf("%d 0 R", content)
		if k := min(i, 1); p.layout.frame.strip.size > 0 {
			if slots[k] == 0 {
				slots[k] = w.reserve(1)
			}
			refs += fmt.Sprintf(" %d 0 R", slots[k])
		}
		w.page(kids[i], tree, resources, p.layout.frame, refs, fmt.Sprintf(" /StructParents %d /Tabs /S", i))
	}
	w.pages(tree, kids)
	structure := w.tree(p.layout.doc, kids)
	outline := 0
	if n > 2 {
		outline = w.outline(p.bookmarks(p.layout.doc, nil, kids))
	}
	info := w.info(p.about)
	root := w.catalog(p.about, tree, outline, structure, p.press.intent)
	// What is a person's own comes last.
	w.flush()
	for _, n := range slots {
		if n > 0 {
			c.slots = append(c.slots, int(w.stream(n, "", blankSlot())))
		}
	}
	c.id = int(w.close(root, info, zeroID))
	c.file = out.Bytes()
	c.sum = sha256.Sum256(c.file)
	c.before = sha256.New().(hash.Cloner) // as every hash of the standard library is
	c.before.Write(c.file[:c.own()])
	return w.err
}

// bookmarks are the headings of a document: its own at the top level, those inside below them.
func (p *Plate) bookmarks(n *node, list []bookmark, kids []int) []bookmark {
	for _, k := range n.kids {
		if k.name != "" && len(k.marks) > 0 {
			level := 0
			if k.role > "H2" && len(list) > 0 {
				level = 1
			}
			list = append(list, bookmark{k.name, level, kids[k.marks[0].page]})
		}
		list = p.bookmarks(k, list, kids)
	}
	return list
}

const zeroID = "00000000000000000000000000000000"

// resources writes the dictionary of fonts and images that pages share.
func (w *writer) resources(fs *faces, l *logo) int {
	image := ""
	if l != nil {
		n := w.reserve(1)
		w.stream(n, l.dict(), l.data)
		image = fmt.Sprintf(" /XObject <</%s %d 0 R>>", logoName, n)
	}
	n := w.reserve(1)
	w.printf(n, "<</ProcSet [/PDF /Text /ImageC] /Font <</%s 1 0 R /%s %d 0 R>>%s>>", fs[0].resource, fs[1].resource, fontParts+1, image)
	return n
}

func (w *writer) page(n, parent, resources int, f *frame, contents, more string) {
	w.printf(n, "<</Type /Page /Parent %d 0 R /MediaBox [0 0 %.2f %.2f] /Resources %d 0 R /Contents [%s]%s>>", parent, f.w, f.h, resources, contents, more)
}

func (w *writer) pages(n int, kids []int) {
	b := []byte("<</Type /Pages /Count ")
	b = fmt.Appendf(b, "%d /Kids [", len(kids))
	for _, k := range kids {
		b = appendRef(b, k)
	}
	w.object(n, append(b, "]>>"...))
}
