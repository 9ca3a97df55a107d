package block

import (
	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/font"
	"backcare/internal/pdf/layout"
)

// runIn is headings that wait for the text in whose first line they will stand.
type runIn struct {
	items []draw.Item // with their baseline at 0
	w     float64     // of the room they take at the start of the line, pt
}

// runsIn says whether headings may stand in the first line of a block.
func (t *layouter) runsIn(b handout.Block) bool {
	switch b := b.(type) {
	case handout.Paragraph:
		return t.RunIn
	case handout.List:
		return t.RunIn && !t.hangs(b.Lead) && (t.runsOn(b) || b.Lead != "")
	}
	return false
}

// headings sets the headings before a block: in the first line of its text if they may stand there,
// else on lines of their own, or on one where headings run in.
func (t *layouter) headings(list []handout.Heading, b handout.Block) {
	runsIn := t.runsIn(b)
	if !runsIn && (!t.RunIn || len(list) < 2) {
		for _, h := range list {
			t.heading(h)
			t.boxes[len(t.boxes)-1].KeepWithNext = true
		}
		return
	}
	for _, h := range list {
		t.hold(h)
	}
	if !runsIn && len(list) > 0 {
		s, st := t.builder(), t.boldStyle(t.Body)
		st.Leading = 1.35
		t.release(s, st)
		t.box(s, st.Line()).KeepWithNext = true
	}
}

// hold sets a heading aside for the text that follows.
func (t *layouter) hold(b handout.Heading) {
	s, x := t.builder(), 0.0
	if t.held != nil {
		s.Items, x = t.held.items, t.held.w
	}
	n := heading(t.doc, b.Level, b.Text)
	size, c := t.Body, draw.Ink
	if b.Letter != "" {
		size, c = t.Part, draw.Accent
		tab := size * 1.15
		s.Box(x, -font.CapHeight*size/2-tab/2, tab, tab, 2, draw.Accent, 0, 0)
		s.Letters(x+tab/2, 0, size*0.9, b.Letter, draw.White, n)
		x += tab + size*0.45
	}
	w := t.Width(b.Text, size, true)
	s.Letters(x+w/2, 0, size, b.Text, c, n)
	t.held = &runIn{s.Items, x + w + size*0.7}
}

// release puts headings that wait into the first line of a text in this style, and returns where the
// text goes on.
func (t *layouter) release(s *builder, st layout.Style) (indent float64) {
	if t.held == nil {
		return 0
	}
	s.Lay(t.held.items, 0, st.Base())
	indent = t.held.w
	t.held = nil
	return indent
}
