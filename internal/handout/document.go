// Package handout turns an outcome into a document: headings, boxes, steps, figures, grids and
// lines, in the person's language. Its one rule: it knows words, and no paper.
package handout

import (
	"strings"

	"backcare/internal/figure"
)

// Document is one paper, as blocks in reading order.
type Document struct {
	Kind   Kind
	Lang   string // BCP 47 tag of the language it is in
	Title  string // of the document, without a person's name
	Head   Head
	Blocks []Block
	Roomy  func() []Block // writes the same with more room for a hand, for where the pages have it; may be nil
	Brief  func() []Block // writes the same in fewer words, for where Blocks is too much for its page; may be nil
	Foot   Text           // small print at the foot of every page
	PageOf string         // "{page} of {pages}"
	Colon  string         // between a label and its value, with its spaces
	Made   string         // date and time of the screening, RFC 3339; dates the file
}

// Kind says which paper a document is.
type Kind string

const (
	SheetKind    Kind = "sheet"
	ReferralKind Kind = "referral"
	FormKind     Kind = "form"
	CardKind     Kind = "card"
	CoverKind    Kind = "cover"
)

// Head stands at the top: the clinic at the left, the person at the right.
type Head struct {
	Clinic  Text     // name, address, phone; may be empty
	Logo    []byte   // PNG or JPEG, already checked; may be empty
	Person  Text     // name, birth date, reference, date. The only text of a sheet that is the person's own
	Running string   // stands in place of Clinic from the second page on
	Blanks  []string // labels of lines to write on, at the right from the second page on
}

// Text is a line or paragraph of spans.
type Text []Span

// Span is a run of letters in one weight.
type Span struct {
	Text string
	Bold bool
}

// String is the text without its weights.
func (t Text) String() string {
	var b strings.Builder
	for _, s := range t {
		b.WriteString(s.Text)
	}
	return b.String()
}

// Block is one part of a document. The set is closed: a format switches over all of them.
type Block interface{ block() }

// Title is the name of the paper and one line under it; or, if Leaf is set, that of a further leaf, which
// is given out by itself.
type Title struct {
	Text, Lead string
	Leaf       bool
}

// Alert is the warning: what to look for, and what to do about it. It never breaks over a page.
type Alert struct {
	Title string
	Items []Text
	After []Text
	Write string // label of a line for a telephone number, below the first of After; may be empty
	Later bool   // for what can wait until later today: of the warning's family, and quieter
	Also  bool   // for what one person must look for besides, below the warning: its title may stand in its first line
}

// Panel is a short boxed text: Tint for rules to keep, Dashed for what never to do,
// Outline for a statement of record, Personal for a word to this person, which nobody overlooks.
type Panel struct {
	Style PanelStyle
	Title string // may be empty
	Text  []Text
	Items []Text // set as a list after Text; may be empty
	Brief []Text // in place of Items on a paper that is full
}

// PanelStyle is the look of a Panel.
type PanelStyle uint8

const (
	Tint PanelStyle = iota
	Dashed
	Outline
	Personal
)

// Rules is a small table of rules: when, and what to do.
type Rules struct {
	Title string
	Rows  []Rule
}

// Rule is one row of Rules.
type Rule struct {
	When string
	Do   Text
}

// Heading opens a part. Letter, if any, stands before it in a tab (S, B, A, R).
type Heading struct {
	Level  int // 2 for a part, 3 for a part of a part
	Letter string
	Text   string
}

// Paragraph is running text; Secondary ones may be set a little smaller, and Small is for what
// few will read. Lang is set when it is in another language than the document.
type Paragraph struct {
	Text      Text
	Secondary bool
	Small     bool
	Lang      string
}

// List is a bulleted list. Compact lists may be set in two columns, and Secondary ones smaller than
// running text. Lead, if any, says what the items are: a word beside them or a line above.
type List struct {
	Lead      string
	Items     []Text
	Compact   bool
	Secondary bool
	Lang      string // as of a Paragraph
}

// Step is one step of the routine.
type Step struct {
	Number int
	Name   string
	Dose   string // short, for a badge
	Own    bool   // with an empty box beside the dose, to write another in
	Figure figure.Figure
	Alt    string // what the figure shows, for who cannot see it
	Lines  []Text
	Feel   Text // label and what the person should feel; may be empty
	Easier Text // label and an easier form; may be empty
	Stop   Text // label and when to stop this step; may be empty
}

// Log is a grid to fill in: one column a day, one row a label. The Spare rows, which are told
// by their numbers from 0, may be left out on a paper that is full, one after the other. Key says which letters to write.
type Log struct {
	Corner string
	Days   int
	Rows   []string
	Spare  []int
	Key    string
}

// Room is lined room to write, under a title; By, if any, is the label of a line for who writes. Where a
// page is full it has fewer than so many Lines, and one at least.
type Room struct {
	Title, By string
	Lines     int
}

// Band is the urgency in words, readable across a room. Own is for the person, in the language Lang
// if that is not the document's.
type Band struct {
	Title     string
	Text, Own []string
	Lang      string
}

// Fields are labelled values; an empty value is a line to write on.
type Fields struct{ Items []Field }

// Field is one of Fields. Own marks text that came from the person, not from the content.
type Field struct {
	Label, Value string
	Own          bool
}

// Lines are labelled lines to sign or write on, side by side.
type Lines struct{ Labels []string }

// TearLine is a line to cut along, with the heading of the slip below it.
type TearLine struct {
	Title string
	Text  string
}

// Ticks are boxes to tick, side by side.
type Ticks struct{ Options []string }

// Blanks are lines to write on, and one choice with boxes to tick behind them.
type Blanks struct {
	Lines   []string // their labels
	Choice  string   // its label; empty if there is none
	Options []string
}

// Sign stands before a text that must be acted on: solid for now, hollow for today. It is told by
// its shape, and to who cannot see it by its words. The zero Sign is none.
type Sign struct {
	Shape Shape
	Words string // with the mark that parts them from the text
}

// Shape is how a Sign looks.
type Shape uint8

const (
	NoShape Shape = iota
	Hollow
	Solid
)

// Legend is a box that says what the signs mean. A text may have none.
type Legend struct {
	Title string
	Items []Signed
}

// Signed is a text behind its sign.
type Signed struct {
	Sign Sign
	Text Text
}

// Questions is a table of the form: numbered questions, boxes to tick, and the key of each.
type Questions struct {
	Title   string
	Again   string // the title where the table goes on, on another page
	Ask     string // the question over all rows; may be empty
	Key     string // over the keys
	Options []string
	Rows    []QuestionRow
}

// QuestionRow is one question. Options, if any, take the place of the table's own.
type QuestionRow struct {
	Number  int
	Sign    Sign
	Text    string
	Key     string // the id, which is the column of a batch
	Options []Signed
}

// Card is the safety card, two faces to fold back to back: several of the size of a bank card on a
// page, to cut out, or one of half a page in large print.
type Card struct {
	Title       string
	Cut, Fold   string // what to do with the many, and with the one
	Front, Back CardFace
}

// CardFace is one face of a card.
type CardFace struct {
	Heavy  bool   // with a heavy bar, for what cannot wait
	Lead   []Text // a dark band above the rest; may be empty
	Title  Text
	Number string // set large; may be empty
	Items  []Text
	After  Text
	Blank  bool // a line to write a number on follows After
	Clinic Text // whose card it is; may be empty
}

// Table is a plain table; a row whose Strong is set stands out. The first Whole columns hold what
// is read letter by letter, and break inside a word last.
type Table struct {
	Header []string
	Whole  int
	Rows   []TableRow
}

// TableRow is one row of a Table.
type TableRow struct {
	Cells  []string
	Strong bool
}

func (Title) block()     {}
func (Alert) block()     {}
func (Panel) block()     {}
func (Rules) block()     {}
func (Room) block()      {}
func (Heading) block()   {}
func (Paragraph) block() {}
func (List) block()      {}
func (Step) block()      {}
func (Log) block()       {}
func (Band) block()      {}
func (Fields) block()    {}
func (Lines) block()     {}
func (TearLine) block()  {}
func (Ticks) block()     {}
func (Blanks) block()    {}
func (Legend) block()    {}
func (Questions) block() {}
func (Card) block()      {}
func (Table) block()     {}

// Blank is room to write so many letters. It is written as underscores; a format that can draw sets
// a line in their place.
func Blank(letters int) string { return strings.Repeat("_", letters) }

// Rich reads **bold** in a text of the content.
func Rich(s string) Text {
	var t Text
	for i, part := range strings.Split(s, "**") {
		if part != "" {
			t = append(t, Span{part, i%2 == 1})
		}
	}
	return t
}
