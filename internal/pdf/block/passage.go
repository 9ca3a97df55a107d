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
	block  handout.Block   // nil for headings alone
	shared *handout.Shared // the same, if others have it, too
	setting
}

// setting is what stands around a block.
type setting struct {
	heads      []handout.Heading
	level      int       // of the last heading of the document itself, the passage's own included
	led        bool      // what stands above leads to it
	leads      bool      // it leads to what follows: no page comes between them
	slip       bool      // below a cut line, where all stays together; the last of it aside
	leadWidths []float64 // for lists: of the leads of all lists, at a size of 1
	form       form      // for questions: all tables of the form
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
	leadWidths, f := surroundings(blocks, ty)
	level, led, slip := 1, false, false
	out = make([]passage, 0, len(blocks))
	var heads []handout.Heading
	flush := func(i int, body handout.Block) {
		p := passage{block: body, setting: setting{heads: heads, level: level, led: led, slip: slip && i+1 < len(blocks)}}
		if i+1 < len(blocks) {
			p.leads = body == nil || leads(body, blocks[i+1])
		}
		switch body.(type) {
		case handout.List:
			p.leadWidths = leadWidths
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
func surroundings(blocks []handout.Block, ty layout.Type) (leadWidths []float64, f form) {
	for _, b := range blocks {
		switch b := b.(type) {
		case handout.List:
			if b.Lead != "" {
				leadWidths = append(leadWidths, ty.Width(b.Lead, 1, true))
			}
		case handout.Questions:
			f.options = append(f.options, b.Options)
			for _, r := range b.Rows {
				f.most = max(f.most, r.Number)
			}
		}
	}
	return leadWidths, f
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

// set sets the passage in sizes and a form.
func (p *passage) set(ty layout.Type, page Page, s *layout.Sizes, form uint8, measures bool) (*layout.Set, error) {
	t := &layouter{Sizes: s, Type: ty, Page: page, passage: p, tight: form > 0, spare: form > 1, measures: measures, doc: tag.NewRoot(measures)}
	t.headings(p.heads, p.block)
	heads := len(t.boxes)
	if k := kindOf(p.block); k.set != nil {
		k.set(t)
	} else if p.block != nil {
		return nil, fmt.Errorf("no way to print a block %T", p.block)
	}
	for i := range t.boxes {
		u := &t.boxes[i]
		if i == len(t.boxes)-1 { // what a heading without a block leads to is another passage's
			u.KeepWithNext = p.leads || i >= heads && u.KeepWithNext
		}
		u.KeepWithNext = u.KeepWithNext || p.slip
	}
	return &layout.Set{Boxes: t.boxes, Root: t.doc}, t.err
}
