package handout

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Text writes the document as plain text, wrapped at a number of columns. Bold becomes nothing;
// a figure becomes the words for it.
func (d Document) Text(columns int) string {
	w := &plainText{columns: columns, colon: d.Colon}
	w.para("", d.Head.Clinic.String())
	w.para("", d.Head.Person.String())
	w.gap()
	for _, b := range d.Blocks {
		b.write(w)
	}
	w.gap()
	w.para("", d.Foot.String())
	return w.b.String()
}

// plainText is a plain text being written.
type plainText struct {
	b       strings.Builder
	columns int
	colon   string // between a label and its value
}

func (w *plainText) title(b Title) {
	w.underlined(b.Text, "=")
	w.para("", b.Lead)
	w.gap()
}

func (w *plainText) heading(b Heading) {
	title := b.Text
	if b.Letter != "" {
		title = b.Letter + " " + title
	}
	if b.Level == 2 {
		w.gap()
		w.underlined(title, "-")
	} else {
		w.para("", title)
	}
}

func (w *plainText) underlined(s, mark string) {
	w.para("", s)
	w.line(strings.Repeat(mark, min(utf8.RuneCountInString(s), w.columns)))
}

func (w *plainText) paragraph(b Paragraph) { w.para("", b.Text.String()) }
func (w *plainText) signed(s Signed)       { w.para(" - ", s.text()) }

func (w *plainText) list(b List) {
	if b.Lead != "" {
		w.para("", b.Lead+w.colon)
	}
	for _, t := range b.Items {
		w.para(" - ", t.String())
	}
}

// box sets what cannot be overlooked between two rules.
func (w *plainText) box(class, title string, inside func()) {
	rule := map[string]string{"alert": "!", "band": "#"}[class]
	if class == "alert later" {
		w.heading(Heading{Level: 2, Text: title})
	} else {
		w.rule(rule)
		w.para("", title)
	}
	inside()
	w.rule(rule)
	w.gap()
}

func (w *plainText) pairs(class string, list []Rule) {
	mark := ""
	if class == "rules" {
		mark = " - "
	}
	for _, r := range list {
		w.para(mark, r.When+w.colon+r.Do.String())
	}
}

func (w *plainText) lines(labels []string) {
	w.gap()
	for _, l := range labels {
		w.para("", l+w.colon+Blank(lineLetters))
	}
}

func (w *plainText) ticks(label string, options []string) {
	if label != "" {
		label += w.colon
	}
	w.line(label + "[ ] " + strings.Join(options, "   [ ] "))
}

func (w *plainText) tear(title string) {
	w.gap()
	w.rule("- ")
	w.para("", title)
}

func (w *plainText) step(s Step) {
	w.gap()
	dose := s.Dose
	if s.Own {
		dose += " " + Blank(doseLetters)
	}
	w.para("", fmt.Sprintf("%d. %s (%s)", s.Number, s.Name, dose))
	w.list(List{Items: s.Lines})
	for _, t := range []Text{s.Feel, s.Easier, s.Stop} {
		w.para("   ", t.String())
	}
}

func (w *plainText) log(l Log) {
	wide := utf8.RuneCountInString(l.Corner)
	for _, r := range l.Rows {
		wide = max(wide, utf8.RuneCountInString(r))
	}
	label := func(s string) string { return s + strings.Repeat(" ", wide-utf8.RuneCountInString(s)) }
	days := ""
	for day := range l.Days {
		days += fmt.Sprintf("|%2d", day+1)
	}
	w.line(label(l.Corner) + days + "|")
	for _, r := range l.Rows {
		w.line(label(r) + strings.Repeat("|  ", l.Days) + "|")
	}
	w.para("", l.Key)
}

func (w *plainText) questions(q Questions) {
	w.gap()
	w.para("", q.Title)
	w.para("", q.Ask)
	for _, r := range q.Rows {
		var own []string
		for _, o := range r.Options {
			own = append(own, o.text())
		}
		if own == nil {
			own = q.Options
		}
		w.para("", fmt.Sprintf("%d. %s  (%s)", r.Number, Signed{r.Sign, plain(r.Text)}.text(), r.Key))
		w.line("   [ ] " + strings.Join(own, "   [ ] "))
	}
}

func (w *plainText) card(c Card) {
	for _, f := range []CardFace{c.Front, c.Back} {
		w.rule("- ")
		paragraphs(w, f.Lead)
		w.para("", f.Title.String())
		w.para("", f.Number)
		w.list(List{Items: f.Items})
		paragraphs(w, []Text{f.After, f.Clinic})
	}
	w.rule("- ")
}

func (w *plainText) table(t Table) {
	w.line(strings.Join(t.Header, "\t"))
	for _, r := range t.Rows {
		w.line(strings.Join(r.Cells, "\t"))
	}
	w.gap()
}

// para wraps a text after a mark; further lines stand under the first letter. An empty text writes
// nothing.
func (w *plainText) para(mark, s string) {
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

func (w *plainText) line(s string) { w.b.WriteString(strings.TrimRight(s, " ") + "\n") }

// rule is a mark all over a line; no mark writes nothing.
func (w *plainText) rule(mark string) {
	if mark != "" {
		w.line(strings.Repeat(mark, w.columns/len(mark)))
	}
}

// gap is one empty line, never two.
func (w *plainText) gap() {
	if s := w.b.String(); s != "" && !strings.HasSuffix(s, "\n\n") {
		w.b.WriteByte('\n')
	}
}
