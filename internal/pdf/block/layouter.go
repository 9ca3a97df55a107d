package block

import (
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
)

// layouter sets one passage: in one of the sizes, in one form, for one page.
type layouter struct {
	*layout.Sizes
	layout.Type
	Page
	*passage
	tight    bool // the block runs on
	spare    bool // and does without what may be left out
	measures bool // nothing is drawn
	doc      *tag.Node
	boxes    []layout.Box
	opening  runIn // headings in the first line of its text
	err      error // why the block cannot be printed; nil if it can
}

// Page is what a block knows of the page it is set for. Lengths in points.
type Page struct {
	wide  float64 // of the column
	tall  float64 // room for blocks on the first page
	fold  float64 // where the middle of the first page lies in it
	colon string  // between a label and its value
}

// box closes a builder into a box as high as what was set, and returns it to be adorned.
func (t *layouter) box(s *builder) *layout.Box {
	t.boxes = append(t.boxes, layout.Box{Items: s.Items, Metric: layout.Metric{Height: s.y, Before: t.Gap, Stretch: 1, MaxStretch: 5 * layout.MM}})
	return &t.boxes[len(t.boxes)-1]
}

// growing sets a box that may grow: set sets it taller by extra, into the same elements each time.
func (t *layouter) growing(growth float64, set func(s *builder, extra float64)) *layout.Box {
	s := t.builder()
	set(s, 0)
	u := t.box(s)
	u.Growth = growth
	u.Grow = func(extra float64) []draw.Item {
		s := t.builder()
		set(s, extra)
		return s.Items
	}
	return u
}

// last is the box that was set last.
func (t *layouter) last() *layout.Box { return &t.boxes[len(t.boxes)-1] }

func (t *layouter) bodyStyle() layout.Style {
	return layout.Style{Size: t.Body, Leading: t.Leading, Colour: draw.Ink}
}

// otherStyle is the style of running text that is not a step's.
func (t *layouter) otherStyle() layout.Style {
	return layout.Style{Size: t.Other, Leading: t.Leading, Colour: draw.Ink}
}

func (t *layouter) smallStyle() layout.Style {
	return layout.Style{Size: t.Small, Leading: t.Leading, Colour: draw.Grey}
}

// secondary is the style of what is not what the paper is for.
func (t *layouter) secondary() layout.Style {
	st := t.bodyStyle()
	switch {
	case t.Second > 0:
		st.Size = t.Second
	case t.tight:
		st.Size = t.Small
	default:
		st.Size = (t.Other + t.Small) / 2
	}
	return st
}

func (t *layouter) labelStyle() layout.Style {
	return layout.Style{Size: t.Label, Leading: 1.2, Colour: draw.Grey}
}

func (t *layouter) boldStyle(size float64) layout.Style {
	return layout.Style{Size: size, Leading: 1.2, Colour: draw.Ink, Bold: true}
}
