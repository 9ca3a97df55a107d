package handout

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Text writes the document as plain text, wrapped at a number of columns. Bold becomes nothing;
// a figure becomes the words for it.
func (d Document) Text(columns int) string {
	w := &writer{columns: columns, colon: d.Colon}
	for _, t := range []Text{d.Head.Clinic, d.Head.Person} {
		if len(t) > 0 {
			w.para("", t.String())
		}
	}
	w.gap()
	for _, b := range d.Blocks {
		w.block(b)
	}
	w.gap()
	w.para("", d.Foot.String())
	return w.b.String()
}

type writer struct {
	b       strings.Builder
	columns int
	colon   string // between a label and its value
}

func (w *writer) block(b Block) {
	switch b := b.(type) {
	case Title:
		w.para("", b.Text)
		w.line(strings.Repeat("=", min(utf8.RuneCountInString(b.Text), w.columns)))
		w.para("", b.Lead)
		w.gap()
	case Alert:
		if b.Later {
			w.block(Heading{Level: 2, Text: b.Title})
			w.items(b.Items)
			break
		}
		w.rule("!")
		w.para("", b.Title)
		w.items(b.Items)
		for i, t := range b.After {
			w.para("", t.String())
			if i == 0 && b.Write != "" {
				w.para("", b.Write+" "+Blank(24))
			}
		}
		w.rule("!")
		w.gap()
	case Panel:
		if b.Title != "" {
			w.para("", b.Title)
		}
		for _, t := range b.Text {
			w.para("", t.String())
		}
		w.items(b.Items)
		w.gap()
	case Rules:
		w.para("", b.Title)
		for _, r := range b.Rows {
			w.para(" - ", r.When+w.colon+r.Do.String())
		}
		w.gap()
	case Room:
		w.gap()
		w.line(b.Title + w.colon + Blank(24))
		if b.By != "" {
			w.line(b.By + w.colon + Blank(24))
		}
	case Heading:
		title := b.Text
		if b.Letter != "" {
			title = b.Letter + " " + title
		}
		if b.Level == 2 {
			w.gap()
		}
		w.para("", title)
		if b.Level == 2 {
			w.line(strings.Repeat("-", min(utf8.RuneCountInString(title), w.columns)))
		}
	case Paragraph:
		w.para("", b.Text.String())
	case List:
		if b.Lead != "" {
			w.para("", b.Lead+w.colon)
		}
		w.items(b.Items)
	case Step:
		w.step(b)
	case Log:
		w.log(b)
	case Band:
		w.rule("#")
		w.para("", b.Title)
		for _, s := range slices.Concat(b.Text, b.Own) {
			w.para("", s)
		}
		w.rule("#")
		w.gap()
	case Fields:
		for _, f := range b.Items {
			w.para("", f.Label+w.colon+orLine(f.Value))
		}
	case Lines:
		w.gap()
		for _, l := range b.Labels {
			w.line(l + w.colon + Blank(24))
		}
	case TearLine:
		w.gap()
		w.rule("- ")
		w.para("", b.Title)
		w.para("", b.Text)
	case Ticks:
		w.line("[ ] " + strings.Join(b.Options, "   [ ] "))
	case Blanks:
		for _, l := range b.Lines {
			w.para("", l+w.colon+orLine(""))
		}
		if b.Choice == "" {
			break
		}
		w.line(b.Choice + w.colon + "[ ] " + strings.Join(b.Options, "   [ ] "))
	case Legend:
		w.para("", b.Title)
		for _, it := range b.Items {
			w.para(" - ", it.Sign.text()+it.Text.String())
		}
		w.gap()
	case Questions:
		w.questions(b)
	case Card:
		w.rule("- ")
		w.face(b.Front)
		w.rule("- ")
		w.face(b.Back)
		w.rule("- ")
	case Table:
		w.line(strings.Join(b.Header, "\t"))
		for _, r := range b.Rows {
			w.line(strings.Join(r.Cells, "\t"))
		}
		w.gap()
	default:
		panic(fmt.Sprintf("handout: text of %T", b))
	}
}

func (w *writer) step(s Step) {
	w.gap()
	dose := s.Dose
	if s.Own {
		dose += " " + Blank(doseLetters)
	}
	w.para("", fmt.Sprintf("%d. %s (%s)", s.Number, s.Name, dose))
	w.items(s.Lines)
	for _, t := range []Text{s.Feel, s.Easier, s.Stop} {
		if len(t) > 0 {
			w.para("   ", t.String())
		}
	}
}

func (w *writer) log(l Log) {
	wide := utf8.RuneCountInString(l.Corner)
	for _, r := range l.Rows {
		wide = max(wide, utf8.RuneCountInString(r))
	}
	row := func(label string, cell func(int) string) {
		line := label + strings.Repeat(" ", wide-utf8.RuneCountInString(label))
		for day := 1; day <= l.Days; day++ {
			line += fmt.Sprintf("|%2s", cell(day))
		}
		w.line(line + "|")
	}
	row(l.Corner, func(day int) string { return fmt.Sprint(day) })
	for _, r := range l.Rows {
		row(r, func(int) string { return "" })
	}
	w.para("", l.Key)
}

// doseLetters is the room for a dose that a therapist writes in.
const doseLetters = 8

func (w *writer) questions(q Questions) {
	w.gap()
	w.para("", q.Title)
	if q.Ask != "" {
		w.para("", q.Ask)
	}
	for _, r := range q.Rows {
		options := q.Options
		if len(r.Options) > 0 {
			options = nil
		}
		for _, o := range r.Options {
			options = append(options, o.Sign.text()+o.Text.String())
		}
		w.para("", fmt.Sprintf("%d. %s%s  (%s)", r.Number, r.Sign.text(), r.Text, r.Key))
		w.line("   [ ] " + strings.Join(options, "   [ ] "))
	}
}

// text is a sign in letters.
func (s Sign) text() string {
	if s.Shape == NoShape {
		return ""
	}
	return "(!) " + s.Words
}

func (w *writer) face(f CardFace) {
	for _, t := range f.Lead {
		w.para("", t.String())
	}
	w.para("", f.Title.String())
	w.para("", f.Number)
	w.items(f.Items)
	for _, t := range []Text{f.After, f.Clinic} {
		w.para("", t.String())
	}
}

func (w *writer) items(list []Text) {
	for _, t := range list {
		w.para(" - ", t.String())
	}
}

// para wraps a text after a mark; further lines stand under the first letter.
func (w *writer) para(mark, s string) {
	line, width, indent := mark, utf8.RuneCountInString(mark), strings.Repeat(" ", utf8.RuneCountInString(mark))
	empty := true
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' }) { // a no-break space stays
		n := utf8.RuneCountInString(word)
		if !empty && width+1+n > w.columns {
			w.line(line)
			line, width, empty = indent, len(indent), true
		}
		if !empty {
			line, width = line+" ", width+1
		}
		line, width, empty = line+word, width+n, false
	}
	if !empty {
		w.line(line)
	}
}

func (w *writer) line(s string) { w.b.WriteString(strings.TrimRight(s, " ") + "\n") }
func (w *writer) rule(s string) { w.line(strings.Repeat(s, w.columns/len(s))) }

// gap is one empty line, never two.
func (w *writer) gap() {
	if s := w.b.String(); s != "" && !strings.HasSuffix(s, "\n\n") {
		w.b.WriteByte('\n')
	}
}

func orLine(s string) string {
	if s == "" {
		return Blank(24)
	}
	return s
}
