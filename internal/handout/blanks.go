package handout

// Fields are labelled values; an empty value is a line to write on.
type Fields struct{ Items []Field }

// Field is one of Fields. Own marks text that came from the person, not from the content.
type Field struct {
	Label, Value string
	Own          bool
}

// Lines are labelled lines to sign or write on, side by side.
type Lines struct{ Labels []string }

// Room is lined room to write, under a title; By, if any, is the label of a line for who writes. Where a
// page is full it has fewer than so many Lines, and one at least.
type Room struct {
	Title, By string
	Lines     int
}

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

func (b Fields) write(f format) {
	list := make([]Rule, len(b.Items))
	for i, it := range b.Items {
		list[i] = Rule{it.Label, plain(orLine(it.Value))}
	}
	f.pairs("", list)
}

func (b Lines) write(f format) { f.lines(b.Labels) }
func (b Ticks) write(f format) { f.ticks("", b.Options) }

func (b Room) write(f format) {
	labels := []string{b.Title}
	if b.By != "" {
		labels = append(labels, b.By)
	}
	f.lines(labels)
}

func (b TearLine) write(f format) {
	f.tear(b.Title)
	f.paragraph(Paragraph{Text: plain(b.Text)})
}

func (b Blanks) write(f format) {
	f.lines(b.Lines)
	if b.Choice != "" {
		f.ticks(b.Choice, b.Options)
	}
}
