package pdf

import (
	"fmt"

	"backcare/internal/handout"
)

// setter turns the blocks of a document into units, at one scale and for one width of column.
type setter struct {
	scale
	faces *faces
	wide  float64 // of the column, pt
	doc   *node   // root of the structure
	level int     // of the last heading
	units []unit
	grid  formGrid // of the form's tables
	tail  bool     // below a cut line, where all stays together
}

// style is how a text is set.
type style struct {
	size    float64 // pt
	leading float64 // line height over size
	colour  colour
	bold    bool // all of it
	right   bool // flush right
	centre  bool
}

func (s style) line() float64 { return s.size * s.leading }

// base is how far below the top of its line a baseline lies.
func (s style) base() float64 {
	return (s.line()-(ascent+descent)*s.size)/2 + ascent*s.size
}

func (t *setter) bodyStyle() style  { return style{size: t.body, leading: t.leading, colour: ink} }
func (t *setter) smallStyle() style { return style{size: t.small, leading: t.leading, colour: grey} }
func (t *setter) labelStyle() style { return style{size: t.label, leading: 1.2, colour: grey} }
func (t *setter) boldStyle(size float64) style {
	return style{size: size, leading: 1.2, colour: ink, bold: true}
}

// set makes the units of all blocks.
func (t *setter) set(blocks []handout.Block) error {
	t.grid = t.measureForm(blocks)
	for i, b := range blocks {
		var next handout.Block
		if i+1 < len(blocks) {
			next = blocks[i+1]
		}
		if err := t.block(b, next); err != nil {
			return err
		}
	}
	return nil
}

func (t *setter) block(b, next handout.Block) error {
	from := len(t.units)
	switch b := b.(type) {
	case handout.Title:
		t.masthead(b)
	case handout.Alert:
		t.alert(b)
	case handout.Panel:
		t.panel(b)
	case handout.Heading:
		t.heading(b)
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
	case handout.Cut:
		t.cut(b)
	case handout.Ticks:
		t.ticks(b)
	case handout.Questions:
		t.questions(b)
	case handout.Card:
		if err := t.card(b); err != nil {
			return err
		}
	case handout.Table:
		t.table(b)
	default:
		return fmt.Errorf("no way to print a block %T", b)
	}
	made := t.units[from:]
	for i := range made {
		made[i].name = fmt.Sprintf("%T", b)
		made[i].keep = made[i].keep || t.tail && next != nil
	}
	if len(made) > 0 && leads(b, next) {
		made[len(made)-1].keep = true
	}
	return nil
}

// leads says whether a block belongs so closely to the next that no page may come between them.
func leads(b, next handout.Block) bool {
	if next == nil {
		return false
	}
	switch b.(type) {
	case handout.Title, handout.Heading:
		return true
	case handout.Paragraph:
		switch next.(type) {
		case handout.Log, handout.Lines, handout.Ticks, handout.List, handout.Fields:
			return true
		}
	}
	return false
}

// slab is a unit in the making.
type slab struct {
	faces  *faces
	things []thing
}

func (t *setter) slab() *slab { return &slab{faces: t.faces} }

// unit closes a slab into a unit of the given height, and returns it to be adorned.
func (t *setter) unit(s *slab, height float64) *unit {
	t.units = append(t.units, unit{height: height, before: t.gap, things: s.things, spread: 1, most: 5 * mm})
	return &t.units[len(t.units)-1]
}

// write sets a paragraph with its top left corner at x, y in a column of width w, and returns the
// height it takes.
func (s *slab) write(x, y, w float64, t handout.Text, st style, n *node) float64 {
	return s.put(x, y, w, s.wrap(t, st, w), st, n)
}

func (s *slab) wrap(t handout.Text, st style, w float64) []line {
	return s.faces.wrap(st.of(t), st.size, w)
}

// of is a text as it is measured in this style.
func (st style) of(t handout.Text) handout.Text {
	out := t
	for i, span := range t {
		c := composed(span.Text)
		if c == span.Text && (span.Bold || !st.bold) {
			continue
		}
		if &out[0] == &t[0] {
			out = append(handout.Text(nil), t...)
		}
		out[i] = handout.Span{Text: c, Bold: span.Bold || st.bold}
	}
	return out
}

// put draws lines that are already broken.
func (s *slab) put(x, y, w float64, lines []line, st style, n *node) float64 {
	for i, l := range lines {
		at := x
		switch {
		case st.right:
			at += w - l.w
		case st.centre:
			at += (w - l.w) / 2
		}
		for _, r := range l.runs {
			s.things = append(s.things, thing{kind: textThing, x: at + r.x, y: y + float64(i)*st.line() + st.base(),
				w: r.w, h: st.size, text: r.text, bold: r.bold, fill: st.colour, node: n})
		}
	}
	return float64(len(lines)) * st.line()
}

func (s *slab) box(x, y, w, h, radius float64, fill, stroke colour, width float64) *thing {
	s.things = append(s.things, thing{kind: boxThing, x: x, y: y, w: w, h: h, radius: radius, fill: fill, stroke: stroke, width: width})
	return &s.things[len(s.things)-1]
}

func (s *slab) stroke(x, y, w, h float64, c colour, width float64) *thing {
	s.things = append(s.things, thing{kind: lineThing, x: x, y: y, w: w, h: h, stroke: c, width: width})
	return &s.things[len(s.things)-1]
}

func (s *slab) disc(x, y, d float64, fill colour) {
	s.things = append(s.things, thing{kind: discThing, x: x, y: y, w: d, h: d, fill: fill})
}

// tick is an empty box to tick, n its place in the structure.
func (s *slab) tick(x, y, d float64) { s.box(x, y, d, d, 1, white, ink, 0.9) }

// plain is a text of one weight.
func plain(s string) handout.Text { return handout.Text{{Text: s}} }

// heads names a heading's role, one below the last heading of the document itself.
func (t *setter) heads(below int) string {
	return fmt.Sprintf("H%d", min(t.level+below, 6))
}
