// Package handout turns an outcome into a document: headings, boxes, steps, figures, grids and
// lines, in the person's language. Its one rule: it knows words, and no paper.
package handout

// Document is one paper, as blocks in reading order.
type Document struct {
	Kind   Kind
	Lang   string // BCP 47 tag of the language it is in
	Title  string // of the document, without a person's name
	Head   Head
	Blocks []Block
	Roomy  func() []Block // writes the same with more room for a hand, for where the pages have it; may be nil
	Brief  func() []Block // writes the same in less room, for where Blocks is too much for its page; may be nil
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

// Block is one part of a document. The set is closed: each block writes itself in any format.
type Block interface{ write(format) }

// Shared is a block that stands on many papers. Its address tells it, for nobody changes it.
type Shared struct{ Block }

// format is a way to write a document: as plain text, or as a page of HTML. It knows the blocks named
// here; the others are written by means of these.
type format interface {
	title(Title)
	heading(Heading)
	paragraph(Paragraph)
	list(List)
	signed(Signed)                          // a text behind its sign, as an item
	box(class, title string, inside func()) // the class is its look, as the style sheet has it; the title may be empty
	pairs(class string, list []Rule)        // labels, and what each stands for
	lines(labels []string)                  // to write on
	ticks(label string, options []string)   // options behind boxes; the label may be empty
	tear(title string)                      // a line to cut along, and the title of what is below it
	step(Step)
	log(Log)
	questions(Questions)
	card(Card)
	table(Table)
}
