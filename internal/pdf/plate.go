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
	drawn   func() [sha256.Size]byte // hash of the streams; two plates with the same are alike

	size int // in memory without casts, about, in bytes

	mu    sync.Mutex
	cast  map[charset]*cast
	casts int // bytes of their files
}

// Size is about how many bytes the plate takes in memory. It grows with the letters of the people
// it was printed for.
func (p *Plate) Size() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.size + p.casts
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
		about: about{title: doc.Title, lang: doc.Lang, made: made, tagged: true}}
	plate.drawn = sync.OnceValue(func() (sum [sha256.Size]byte) {
		h := sha256.New()
		for _, s := range plate.streams {
			fmt.Fprintf(h, "%d ", len(s))
			h.Write(s)
		}
		h.Sum(sum[:0])
		return sum
	})
	if err := plate.draw(); err != nil {
		return nil, err
	}
	laid.pages, laid.frame.doc = nil, nil // drawn; the structure is all that is still needed
	plate.size += laid.doc.size()
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
		p.streams = append(p.streams, bytes.Clone(f.deflate(raw)))
		p.size += len(p.streams[i])
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
func (p *Plate) Print(person handout.Text) ([]byte, error) {
	file, _, err := p.print(person)
	return file, err
}

// PrintHashed makes the file for one person, and its SHA-256. What it shares with the files of
// others was hashed before.
func (p *Plate) PrintHashed(person handout.Text) (file []byte, sum [sha256.Size]byte, err error) {
	file, c, err := p.print(person)
	if err != nil {
		return nil, sum, err
	}
	h, err := c.before.Clone()
	if err != nil {
		return nil, sum, err
	}
	h.Write(file[c.own():])
	h.Sum(sum[:0])
	return file, sum, nil
}

func (p *Plate) print(person handout.Text) (_ []byte, _ *cast, err error) {
	defer rescue(&err)
	fs := p.press.faces
	strip := p.layout.frame.strip
	sets, err := strip.lines(fs, person)
	if err != nil {
		return nil, nil, err
	}
	if err := strip.check(fs, sets[0]); err != nil {
		return nil, nil, err
	}
	c, err := p.castFor(p.charset(sets[0]))
	if err != nil {
		return nil, nil, err
	}
	file := bytes.Clone(c.file)
	h := sha256.New()
	h.Write(c.sum[:])
	for i, at := range c.slots {
		slot := file[at : at+slotSize]
		if err := strip.write(slot, fs, sets[i], i, p.opens[i]); err != nil {
			return nil, nil, err
		}
		h.Write(slot)
	}
	var sum [sha256.Size]byte
	h.Sum(sum[:0])
	hex.Encode(file[c.id:], sum[:idSize/2])
	copy(file[c.id+idStep:], file[c.id:c.id+idSize])
	return file, c, nil
}

// charset is the letters of the plate and of a person's strip.
func (p *Plate) charset(set set) charset {
	c := p.letters
	for _, l := range set.lines {
		for _, r := range l.runs {
			c.join(blocksOf(r.text, p.press.base))
		}
	}
	return c
}
