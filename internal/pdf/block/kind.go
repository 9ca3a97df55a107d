package block

import "backcare/internal/handout"

// kind is how blocks of a kind are set.
type kind struct {
	set   func(*layouter)
	forms uint8 // in how many forms
	rank  int   // by how much it matters that they are set in full, 0 the most
}

// kindOf is the kind of a block. Where a leaf is too full, lines for notes give way first, then rows of
// the log, then what to expect, then boxes and steps run on, and the warning last.
func kindOf(b handout.Block) kind {
	switch b := b.(type) {
	case handout.Title:
		return kind{func(t *layouter) { t.title(b) }, 1, 5}
	case handout.Alert:
		rank := 0
		if b.Later {
			rank = 3
		}
		return kind{func(t *layouter) { t.alert(b) }, 2, rank}
	case handout.Panel:
		rank := 2
		if b.Brief != nil {
			rank = 3
		}
		return kind{func(t *layouter) { t.panel(b) }, 2, rank}
	case handout.Rules:
		return kind{func(t *layouter) { t.rules(b) }, 2, 2}
	case handout.Room:
		return kind{func(t *layouter) { t.room(b) }, 3, 5}
	case handout.Paragraph:
		return kind{func(t *layouter) { t.paragraph(b) }, 1, 5}
	case handout.List:
		return kind{func(t *layouter) { t.list(b) }, 1, 5}
	case handout.Step:
		return kind{func(t *layouter) { t.step(b) }, 2, 1}
	case handout.Log:
		return kind{func(t *layouter) { t.log(b) }, 3, 4}
	case handout.Band:
		return kind{func(t *layouter) { t.band(b) }, 1, 5}
	case handout.Fields:
		return kind{func(t *layouter) { t.fields(b) }, 1, 5}
	case handout.Lines:
		return kind{func(t *layouter) { t.lines(b) }, 1, 5}
	case handout.TearLine:
		return kind{func(t *layouter) { t.tearLine(b) }, 1, 5}
	case handout.Ticks:
		return kind{func(t *layouter) { t.ticks(b) }, 1, 5}
	case handout.Blanks:
		return kind{func(t *layouter) { t.blanks(b) }, 1, 5}
	case handout.Legend:
		return kind{func(t *layouter) { t.legend(b) }, 1, 5}
	case handout.Questions:
		return kind{func(t *layouter) { t.questions(b) }, 1, 5}
	case handout.Card:
		return kind{func(t *layouter) { t.card(b) }, 1, 5}
	case handout.Table:
		return kind{func(t *layouter) { t.table(b) }, 1, 5}
	}
	return kind{forms: 1}
}
