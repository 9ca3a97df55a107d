// Package block sets the blocks of a document. Its one rule: what a block looks like depends on what
// it says, the sizes it is set in and the page it is set for, and on nothing that was set before.
package block

import (
	"fmt"
	"slices"

	"backcare/internal/handout"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
)

// passage is a block with the headings before it, and what it must know of its neighbours.
type passage struct {
	heads []handout.Heading
	body  handout.Block // nil for headings alone
	level int           // of the last heading of the document itself, the passage's own included
	led   bool          // what stands above leads to it
	leads bool          // it leads to what follows: no page comes between them
	slip  bool          // below a cut line, where all stays together; the last of it aside
	hangs []float64     // for lists: the widths of the leads of all lists, at a size of 1
	form  form          // for questions: all tables of the form

	shared *handout.Shared // the body, if others have it, too
}

// form is what decides about the columns of a form's tables.
type form struct {
	most    int // the highest number of a question
	options [][]string
}

// passages parts a document into passages.
func passages(list []handout.Block, ty layout.Type) (out []passage) {
	blocks, shared := slices.Clone(list), make([]*handout.Shared, len(list))
	for i, b := range list {
		if s, ok := b.(*handout.Shared); ok {
			blocks[i], shared[i] = s.Block, s
		}
	}
	hangs, f := surroundings(blocks, ty)
	level, led, slip := 1, false, false
	out = make([]passage, 0, len(blocks))
	var heads []handout.Heading
	flush := func(i int, body handout.Block) {
		p := passage{heads: heads, body: body, level: level, led: led, slip: slip && i+1 < len(blocks)}
		if i+1 < len(blocks) {
			p.leads = body == nil || leads(body, blocks[i+1])
		}
		switch body.(type) {
		case handout.List:
			p.hangs = hangs
		case handout.Questions:
			p.form = f
		case handout.TearLine:
			slip = true
		}
		if body != nil {
			p.shared = shared[i]
		}
		out = append(out, p)
		led, heads = p.leads || p.slip, nil
	}
	for i, b := range blocks {
		h, ok := b.(handout.Heading)
		if !ok {
			flush(i, b)
			continue
		}
		if h.Level <= 2 && len(heads) > 0 { // nothing stands between two parts
			flush(i-1, nil)
		}
		if h.Level <= 2 {
			level = 2
		}
		if heads = append(heads, h); i == len(blocks)-1 {
			flush(i, nil)
		}
	}
	return out
}

// surroundings are what lists and forms must know of all the document.
func surroundings(blocks []handout.Block, ty layout.Type) (hangs []float64, f form) {
	for _, b := range blocks {
		switch b := b.(type) {
		case handout.List:
			if b.Lead != "" {
				hangs = append(hangs, ty.Width(b.Lead, 1, true))
			}
		case handout.Questions:
			f.options = append(f.options, b.Options)
			for _, r := range b.Rows {
				f.most = max(f.most, r.Number)
			}
		}
	}
	return hangs, f
}

// leads says whether a block belongs so closely to the next that no page may come between them.
func leads(b, next handout.Block) bool {
	switch b.(type) {
	case handout.Title, handout.TearLine:
		return true
	case handout.Paragraph:
		switch next.(type) {
		case handout.Step, handout.Log, handout.Lines, handout.Ticks, handout.List, handout.Fields:
			return true
		}
	}
	return false
}

// forms is in how many forms a block can be set, and rank by how much it matters that it is set in
// full, 0 the most: where a leaf is too full, lines for notes give way first, then rows of the log, then
// what to expect, then boxes and steps run on, and the warning last.
func (p *passage) forms() (forms uint8, rank int) {
	switch b := p.body.(type) {
	case handout.Alert:
		if b.Later {
			return 2, 3
		}
		return 2, 0
	case handout.Step:
		return 2, 1
	case handout.Panel:
		if b.Brief != nil {
			return 2, 3
		}
		return 2, 2
	case handout.Rules:
		return 2, 2
	case handout.Log:
		return 3, 4
	case handout.Room:
		return 3, 5
	}
	return 1, 5
}

// set sets the passage in sizes and a form.
func (p *passage) set(ty layout.Type, page Page, s *layout.Sizes, form uint8, measures bool) (*layout.Set, error) {
	t := &layouter{Sizes: s, Type: ty, Page: page, passage: p, tight: form > 0, spare: form > 1, measures: measures, doc: tag.NewRoot(measures)}
	t.headings(p.heads, p.body)
	from := len(t.boxes)
	if err := t.block(p.body); err != nil {
		return nil, err
	}
	for i := range t.boxes {
		t.boxes[i].KeepWithNext = t.boxes[i].KeepWithNext || p.slip
	}
	if n := len(t.boxes); n > 0 {
		last := &t.boxes[n-1]
		last.KeepWithNext = p.leads || p.slip || p.body != nil && last.KeepWithNext && n > from
	}
	return &layout.Set{Boxes: t.boxes, Root: t.doc}, nil
}

func (t *layouter) block(b handout.Block) error {
	switch b := b.(type) {
	case nil:
	case handout.Title:
		t.title(b)
	case handout.Alert:
		t.alert(b)
	case handout.Panel:
		t.panel(b)
	case handout.Rules:
		t.rules(b)
	case handout.Room:
		t.room(b)
	case handout.Paragraph:
		t.paragraph(b)
	case handout.List:
		t.list(b)
	case handout.Step:
		t.step(b)
	case handout.Log:
		t.log(b)
	case handout.Band:
		t.band(b)
	case handout.Fields:
		t.fields(b)
	case handout.Lines:
		t.lines(b)
	case handout.TearLine:
		t.cut(b)
	case handout.Ticks:
		t.ticks(b)
	case handout.Blanks:
		t.toFill(b)
	case handout.Legend:
		t.legend(b)
	case handout.Questions:
		t.grid = t.measureForm(t.form)
		t.questions(b)
	case handout.Card:
		return t.card(b)
	case handout.Table:
		t.table(b)
	default:
		return fmt.Errorf("no way to print a block %T", b)
	}
	return nil
}
