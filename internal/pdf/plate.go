package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sync"
	"time"

	"backcare/internal/handout"
)

// Plate is a document with the person's strip left open. It may be used by many goroutines.
type Plate struct {
	press   *Press
	layout  *layout
	about   about
	streams [][]byte // of the pages, deflated
	opens   [2]string
	letters charset
	logo    *logo
	serial  uint64 // no two plates of a press have the same

	mu   sync.Mutex
	cast map[charset]*cast
}

// cast is a plate with its fonts: a whole file but for what stands in the slots.
type cast struct {
	once  sync.Once
	file  []byte
	slots []int // offsets: of the first page's, and of the other pages'
	id    int   // offset of the first identifier
	sum   [sha256.Size]byte
	err   error
}

// Plate sets a document and draws its pages.
func (p *Press) Plate(doc handout.Document, paper Paper) (_ *Plate, err error) {
	defer rescue(&err)
	made, err := time.Parse(time.RFC3339, doc.Made)
	if err != nil {
		return nil, fmt.Errorf("the document's date %q is not as in RFC 3339", doc.Made)
	}
	var l *logo
	if len(doc.Head.Logo) > 0 {
		if l, err = p.logo(doc.Head.Logo); err != nil {
			return nil, err
		}
	}
	f, err := newFrame(&doc, paper, p.faces, l)
	if err != nil {
		return nil, err
	}
	laid, err := lay(&doc, f, paper)
	if err != nil {
		return nil, err
	}
	plate := &Plate{press: p, layout: laid, logo: l, cast: map[charset]*cast{}, letters: laid.letters(p.base),
		about: about{title: doc.Title, lang: doc.Lang, made: made, tagged: true}, serial: p.serials.Add(1)}
	if err := plate.draw(); err != nil {
		return nil, err
	}
	laid.pages = nil // drawn; the structure is all that is still needed
	return plate, nil
}

// Pages is the number of pages.
func (p *Plate) Pages() int { return len(p.streams) }

func (p *Plate) draw() error {
	f, err := p.press.borrow()
	if err != nil {
		return err
	}
	for i, things := range p.layout.pages {
		raw, err := f.draw(things, i, p.layout.frame.w, p.layout.frame.h)
		if err != nil {
			return err
		}
		if who := p.layout.who; who != nil && i == 0 {
			n := marksOn(things, 0)
			who.marks = marks{{0, n}}
			p.opens[0] = fmt.Sprintf("/P <</MCID %d>> BDC\n", n)
		}
		p.streams = append(p.streams, f.deflate(raw))
	}
	p.opens[1] = "/Artifact BMC\n"
	p.press.giveBack(f)
	return nil
}

// marksOn counts the marks that the things of a page have made.
func marksOn(things []thing, page int) (n int) {
	for _, t := range things {
		if t.node != nil {
			for _, m := range t.node.marks {
				if m.page == page {
					n = max(n, m.id+1)
				}
			}
		}
	}
	return n
}

// Print makes the file for one person.
func (p *Plate) Print(person handout.Text) (_ []byte, err error) {
	defer rescue(&err)
	fs := p.press.faces
	strip := p.layout.frame.strip
	lines, size, err := strip.lines(fs, person)
	if err != nil {
		return nil, err
	}
	if err := strip.check(fs, lines); err != nil {
		return nil, err
	}
	c, err := p.castFor(p.charset(lines))
	if err != nil {
		return nil, err
	}
	file := bytes.Clone(c.file)
	h := sha256.New()
	h.Write(c.sum[:])
	for i, at := range c.slots {
		slot := file[at : at+slotSize]
		if err := strip.write(slot, fs, lines, size, i, p.opens[i]); err != nil {
			return nil, err
		}
		h.Write(slot)
	}
	var sum [sha256.Size]byte
	h.Sum(sum[:0])
	hex.Encode(file[c.id:], sum[:idSize/2])
	copy(file[c.id+idStep:], file[c.id:c.id+idSize])
	return file, nil
}

// charset is the letters of the plate and of a person's strip.
func (p *Plate) charset(lines []line) charset {
	c := p.letters
	for _, l := range lines {
		for _, r := range l.runs {
			c.join(blocksOf(r.text, p.press.base))
		}
	}
	return c
}

func (p *Plate) castFor(letters charset) (*cast, error) {
	p.mu.Lock()
	c, ok := p.cast[letters]
	if !ok {
		if len(p.cast) >= mostKept {
			clear(p.cast)
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
	w := newWriter(&out)
	w.reserve(fontObjects)
	for i, body := range fonts {
		w.object(i+1, body)
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
		if k := min(i, 1); p.layout.frame.strip.width > 0 {
			if slots[k] == 0 {
				slots[k] = w.reserve(1)
				c.slots = append(c.slots, int(w.stream(slots[k], "", blankSlot())))
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
	root := w.catalog(p.about, tree, outline, structure)
	c.id = int(w.close(root, info, zeroID))
	c.file = out.Bytes()
	c.sum = sha256.Sum256(c.file)
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
