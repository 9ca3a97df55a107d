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
	tall  float64 // room for blocks on the first page, pt
	fold  float64 // where the middle of the first page lies in it, pt
	doc   *node   // root of the structure
	level int     // of the last heading
	units []unit
	at    int      // number of the block
	grid  formGrid // of the form's tables
	tail  bool     // below a cut line, where all stays together
	held  *runIn   // a heading that waits for its text
	colon string   // between a label and its value
	hang  float64  // width of the column for leads of lists, pt
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

// right is a style set flush right.
func right(st style) style {
	st.right = true
	return st
}

func (s style) line() float64 { return s.size * s.leading }

// base is how far below the top of its line a baseline lies.
func (s style) base() float64 {
	return (s.line()-(ascent+descent)*s.size)/2 + ascent*s.size
}

// tight says whether the block at hand runs on.
func (t *setter) tight() bool { return t.terse && t.open>>t.at&1 == 0 }

func (t *setter) bodyStyle() style  { return style{size: t.body, leading: t.leading, colour: ink} }
func (t *setter) smallStyle() style { return style{size: t.small, leading: t.leading, colour: grey} }

// secondary is the style of what is not what the paper is for.
func (t *setter) secondary() style {
	st := t.bodyStyle()
	switch {
	case t.second > 0:
		st.size = t.second
	case t.terse:
		st.size = t.small
	default:
		st.size = (t.body + t.small) / 2
	}
	return st
}

func (t *setter) labelStyle() style { return style{size: t.label, leading: 1.2, colour: grey} }
func (t *setter) boldStyle(size float64) style {
	return style{size: size, leading: 1.2, colour: ink, bold: true}
}

// set makes the units of all blocks.
func (t *setter) set(blocks []handout.Block) error {
	t.grid = t.measureForm(blocks)
	t.hang = t.measureLeads(blocks)
	if t.joins {
		blocks = t.runTogether(blocks)
	}
	for i, b := range blocks {
		var next handout.Block
		if i+1 < len(blocks) {
			next = blocks[i+1]
		}
		t.at = i
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
		t.heading(b, next)
	case handout.Paragraph:
		if !t.holdText(b, next) {
			t.paragraph(b)
		}
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
	case handout.Blanks:
		t.toFill(b)
	case handout.Legend:
		t.legend(b)
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
		made[i].block = t.at
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

// heads names a heading's role, one below the last heading of the document itself.
func (t *setter) heads(below int) string {
	return fmt.Sprintf("H%d", min(t.level+below, 6))
}
