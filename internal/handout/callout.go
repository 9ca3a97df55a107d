package handout

// Alert is the warning: what to look for, and what to do about it. It never breaks over a page.
type Alert struct {
	Title string
	Items []Text
	After []Text
	Write string // label of a line for a telephone number, below the first of After; may be empty
	Later bool   // for what can wait until later today: of the warning's family, and quieter
	Also  bool   // for what one person must look for besides, below the warning: its title may stand in its first line
}

func (b Alert) write(f format) {
	class := "alert"
	if b.Later {
		class = "alert later"
	}
	f.box(class, b.Title, func() {
		f.list(List{Items: b.Items})
		for i, t := range b.After {
			f.paragraph(Paragraph{Text: t})
			if i == 0 && b.Write != "" {
				f.paragraph(Paragraph{Text: plain(b.Write + " " + Blank(lineLetters))})
			}
		}
	})
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

func (b Panel) write(f format) {
	f.box([...]string{Tint: "tint", Dashed: "dashed", Outline: "outline", Personal: "personal"}[b.Style], b.Title, func() {
		paragraphs(f, b.Text)
		f.list(List{Items: b.Items})
	})
}

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

func (b Rules) write(f format) {
	f.box("tint", b.Title, func() { f.pairs("rules", b.Rows) })
}

// Band is the urgency in words, readable across a room. Own is for the person, in the language Lang
// if that is not the document's.
type Band struct {
	Title     string
	Text, Own []string
	Lang      string
}

func (b Band) write(f format) {
	f.box("band", b.Title, func() {
		for _, s := range b.Text {
			f.paragraph(Paragraph{Text: plain(s)})
		}
		for _, s := range b.Own {
			f.paragraph(Paragraph{Text: plain(s), Lang: b.Lang})
		}
	})
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

// Signed is a text behind its sign.
type Signed struct {
	Sign Sign
	Text Text
}

// text is a text behind its sign in letters.
func (s Signed) text() string {
	if s.Sign.Shape == NoShape {
		return s.Text.String()
	}
	return "(!) " + s.Sign.Words + s.Text.String()
}

// Legend is a box that says what the signs mean. A text may have none.
type Legend struct {
	Title string
	Items []Signed
}

func (b Legend) write(f format) {
	f.box("outline", b.Title, func() {
		for _, it := range b.Items {
			f.signed(it)
		}
	})
}
