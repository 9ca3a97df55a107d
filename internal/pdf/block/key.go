package block

import (
	"encoding/binary"
	"math"

	"backcare/internal/figure"
	"backcare/internal/handout"
)

// key is all that decides what a passage looks like in given sizes. Two passages with one key are the
// same passage: a test changes every field of every block and sees that the key changes.
type key struct {
	words  string          // of the passage; those of a shared block are left out
	shared *handout.Shared // the block, if others have it
	figure figure.Identity // the drawing
}

// keyOf writes the key of a passage on a page; buf is room to write it in.
func keyOf(p *passage, page *Page, buf []byte) (key, []byte) {
	w := &writer{buf[:0]}
	w.floats(page.wide)
	w.text(page.colon)
	w.byte(byte(p.level), flag(p.led), flag(p.leads), flag(p.slip))
	w.len(len(p.heads))
	for _, h := range p.heads {
		w.byte(byte(h.Level))
		w.text(h.Letter, h.Text)
	}
	w.len(len(p.hangs))
	w.floats(p.hangs...)
	w.len(len(p.form.options))
	if len(p.form.options) > 0 {
		w.len(p.form.most)
	}
	for _, o := range p.form.options {
		w.list(o)
	}
	k := key{shared: p.shared}
	switch b := p.body.(type) {
	case handout.Step:
		k.figure = b.Figure.Identity()
	case handout.Card:
		w.floats(page.tall, page.fold)
	}
	if p.shared == nil {
		w.block(p.body)
	}
	k.words = string(w.b)
	return k, w.b
}

// writer writes values so that no two different ones look alike.
type writer struct{ b []byte }

func flag(v bool) byte {
	if v {
		return 1
	}
	return 0
}

func (w *writer) byte(v ...byte) { w.b = append(w.b, v...) }
func (w *writer) len(n int)      { w.b = binary.AppendVarint(w.b, int64(n)) }

func (w *writer) floats(vs ...float64) {
	for _, v := range vs {
		w.b = binary.BigEndian.AppendUint64(w.b, math.Float64bits(v))
	}
}

func (w *writer) text(list ...string) {
	for _, s := range list {
		w.len(len(s))
		w.b = append(w.b, s...)
	}
}

func (w *writer) list(list []string) {
	w.len(len(list))
	w.text(list...)
}

func (w *writer) rich(list ...handout.Text) {
	for _, t := range list {
		w.len(len(t))
		for _, s := range t {
			w.byte(flag(s.Bold))
			w.text(s.Text)
		}
	}
}

func (w *writer) riches(list []handout.Text) {
	w.len(len(list))
	w.rich(list...)
}

func (w *writer) signed(list []handout.Signed) {
	w.len(len(list))
	for _, s := range list {
		w.byte(byte(s.Sign.Shape))
		w.text(s.Sign.Words)
		w.rich(s.Text)
	}
}

// block writes a block; each kind begins with a letter of its own.
func (w *writer) block(b handout.Block) {
	switch b := b.(type) {
	case handout.Title:
		w.byte('T', flag(b.Leaf))
		w.text(b.Text, b.Lead)
	case handout.Alert:
		w.byte('A', flag(b.Later), flag(b.Also))
		w.text(b.Title, b.Write)
		w.riches(b.Items)
		w.riches(b.After)
	case handout.Panel:
		w.byte('P', byte(b.Style))
		w.text(b.Title)
		w.riches(b.Text)
		w.riches(b.Items)
		w.riches(b.Brief)
	case handout.Rules:
		w.byte('R')
		w.text(b.Title)
		w.len(len(b.Rows))
		for _, r := range b.Rows {
			w.text(r.When)
			w.rich(r.Do)
		}
	case handout.Heading:
		w.byte('H', byte(b.Level))
		w.text(b.Letter, b.Text)
	case handout.Paragraph:
		w.byte('p', flag(b.Secondary), flag(b.Small))
		w.text(b.Lang)
		w.rich(b.Text)
	case handout.List:
		w.byte('L', flag(b.Compact), flag(b.Secondary))
		w.text(b.Lead, b.Lang)
		w.riches(b.Items)
	case handout.Step:
		w.byte('S', flag(b.Own))
		w.len(b.Number)
		w.text(b.Name, b.Dose, b.Alt)
		w.floats(b.Figure.Width, b.Figure.Height)
		w.riches(b.Lines)
		w.rich(b.Feel, b.Easier, b.Stop)
	case handout.Log:
		w.byte('G')
		w.len(b.Days)
		w.len(len(b.Spare))
		for _, n := range b.Spare {
			w.len(n)
		}
		w.text(b.Corner, b.Key)
		w.list(b.Rows)
	case handout.Band:
		w.byte('B')
		w.text(b.Title, b.Lang)
		w.list(b.Text)
		w.list(b.Own)
	default:
		w.blankForm(b)
	}
}

// blankForm writes the blocks that one writes on.
func (w *writer) blankForm(b handout.Block) {
	switch b := b.(type) {
	case handout.Fields:
		w.byte('F')
		w.len(len(b.Items))
		for _, f := range b.Items {
			w.byte(flag(f.Own))
			w.text(f.Label, f.Value)
		}
	case handout.Lines:
		w.byte('l')
		w.list(b.Labels)
	case handout.Room:
		w.byte('N')
		w.len(b.Lines)
		w.text(b.Title, b.By)
	case handout.TearLine:
		w.byte('C')
		w.text(b.Title, b.Text)
	case handout.Ticks:
		w.byte('t')
		w.list(b.Options)
	case handout.Blanks:
		w.byte('b')
		w.list(b.Lines)
		w.text(b.Choice)
		w.list(b.Options)
	case handout.Legend:
		w.byte('g')
		w.text(b.Title)
		w.signed(b.Items)
	case handout.Questions:
		w.byte('Q')
		w.text(b.Title, b.Again, b.Ask, b.Key)
		w.list(b.Options)
		w.len(len(b.Rows))
		for _, r := range b.Rows {
			w.len(r.Number)
			w.byte(byte(r.Sign.Shape))
			w.text(r.Sign.Words, r.Text, r.Key)
			w.signed(r.Options)
		}
	case handout.Card:
		w.byte('c')
		w.text(b.Title, b.Cut, b.Fold)
		w.face(b.Front)
		w.face(b.Back)
	case handout.Table:
		w.byte('#')
		w.list(b.Header)
		w.len(b.Whole)
		w.len(len(b.Rows))
		for _, r := range b.Rows {
			w.byte(flag(r.Strong))
			w.list(r.Cells)
		}
	}
}

func (w *writer) face(f handout.CardFace) {
	w.byte(flag(f.Heavy), flag(f.Blank))
	w.text(f.Number)
	w.riches(f.Lead)
	w.riches(f.Items)
	w.rich(f.Title, f.After, f.Clinic)
}
