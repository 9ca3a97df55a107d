package handout

import (
	"fmt"
	"slices"
	"strconv"
)

func (w *page) block(b Block) {
	switch b := b.(type) {
	case Title:
		if b.Leaf {
			w.plain("h2", ` class="leaf"`, b.Text)
		} else {
			w.plain("h1", "", b.Text)
		}
		w.plain("p", ` class="lead"`, b.Lead)
	case Alert:
		class := ` class="alert"`
		if b.Later {
			class = ` class="alert later"`
		}
		w.within("section", class, func() { w.alert(b) })
	case Panel:
		w.within("section", ` class="`+[...]string{Tint: "tint", Dashed: "dashed", Outline: "outline", Personal: "personal"}[b.Style]+`"`, func() {
			w.plain("h2", "", b.Title)
			w.paragraphs(b.Text)
			w.list("", b.Items)
		})
	case Rules:
		w.within("section", ` class="tint"`, func() {
			w.plain("h2", "", b.Title)
			w.within("dl", ` class="rules"`, func() {
				for _, r := range b.Rows {
					w.b.WriteString("<div>")
					w.plain("dt", "", r.When)
					w.tag("dd", "", r.Do)
					w.b.WriteString("</div>\n")
				}
			})
		})
	case Room:
		w.lines([]string{b.Title})
		if b.By != "" {
			w.lines([]string{b.By})
		}
	case Heading:
		w.heading(b)
	case Paragraph:
		w.tag("p", quiet(b.Secondary || b.Small)+language(b.Lang), b.Text)
	case List:
		lang := language(b.Lang)
		if b.Lead != "" {
			w.plain("p", ` class="label"`+lang, b.Lead+w.colon)
		}
		w.list(quiet(b.Secondary)+lang, b.Items)
	case Step:
		w.within("article", ` class="step"`, func() { w.step(b) })
	case Log:
		w.log(b)
	case Band:
		w.within("section", ` class="band"`, func() {
			w.plain("h2", "", b.Title)
			for _, s := range b.Text {
				w.plain("p", "", s)
			}
			for _, s := range b.Own {
				w.plain("p", language(b.Lang), s)
			}
		})
	case Fields:
		w.within("dl", "", func() {
			for _, f := range b.Items {
				w.b.WriteString("<div>")
				w.plain("dt", "", f.Label)
				w.plain("dd", "", orLine(f.Value))
				w.b.WriteString("</div>\n")
			}
		})
	case Lines:
		w.lines(b.Labels)
	case TearLine:
		w.b.WriteString("<hr/>\n")
		w.plain("h2", "", b.Title)
		w.plain("p", "", b.Text)
	case Ticks:
		w.ticks(b.Options)
	case Blanks:
		w.lines(b.Lines)
		w.plain("p", ` class="label"`, b.Choice)
		w.ticks(b.Options)
	case Legend:
		w.within("section", ` class="outline"`, func() {
			w.plain("h2", "", b.Title)
			for _, it := range b.Items {
				w.signed("p", it)
			}
		})
	case Questions:
		w.questions(b)
	case Card:
		w.plain("h1", "", b.Title)
		w.face(b.Front)
		w.face(b.Back)
	case Table:
		w.table(b)
	default:
		panic(fmt.Sprintf("handout: HTML of %T", b))
	}
}

// quiet is the class of what may be set smaller.
func quiet(yes bool) string {
	if yes {
		return ` class="quiet"`
	}
	return ""
}

func (w *page) alert(a Alert) {
	w.plain("h2", "", a.Title)
	w.list("", a.Items)
	for i, t := range a.After {
		w.tag("p", "", t)
		if i == 0 && a.Write != "" {
			w.plain("p", "", a.Write+" "+Blank(20))
		}
	}
}

func (w *page) heading(h Heading) {
	level := strconv.Itoa(h.Level)
	if h.Letter == "" {
		w.plain("h"+level, "", h.Text)
		return
	}
	w.put("<h"+level+`><span class="tab">%s</span> %s</h`+level+">\n", h.Letter, h.Text)
}

func (w *page) step(s Step) {
	w.put(`<h2><span class="number">%s</span> <span class="name">%s</span> <span class="dose">%s</span></h2>`+"\n", strconv.Itoa(s.Number), s.Name, s.Dose)
	if s.Own {
		w.plain("p", "", Blank(doseLetters))
	}
	w.b.WriteString(s.Figure.SVG(s.Alt) + "\n")
	w.within("div", "", func() {
		w.list("", s.Lines)
		w.tag("p", ` class="quiet"`, s.Feel)
		w.tag("p", ` class="quiet"`, s.Easier)
		w.tag("p", "", s.Stop)
	})
}

// log is a table with a row a day: fourteen columns would not fit a phone.
func (w *page) log(l Log) {
	t := Table{Header: append([]string{l.Corner}, l.Rows...)}
	for day := range l.Days {
		t.Rows = append(t.Rows, TableRow{Cells: append([]string{strconv.Itoa(day + 1)}, make([]string, len(l.Rows))...)})
	}
	w.table(t)
	w.plain("p", "", l.Key)
}

func (w *page) table(t Table) {
	w.within("table", "", func() {
		w.b.WriteString("<tr>")
		for _, h := range t.Header {
			w.put(`<th scope="col">%s</th>`, h)
		}
		w.b.WriteString("</tr>\n")
		for _, r := range t.Rows {
			w.b.WriteString("<tr" + map[bool]string{true: ` class="strong"`}[r.Strong] + ">")
			for i, c := range r.Cells {
				if i == 0 {
					w.put(`<th scope="row">%s</th>`, c)
				} else {
					w.put("<td>%s</td>", c)
				}
			}
			w.b.WriteString("</tr>\n")
		}
	})
}

func (w *page) lines(labels []string) {
	for _, l := range labels {
		w.plain("p", ` class="line"`, l+w.colon+Blank(20))
	}
}

func (w *page) ticks(options []string) {
	var list []Text
	for _, o := range options {
		list = append(list, Text{{Text: o}})
	}
	w.list(` class="ticks"`, list)
}

// signed is a text behind its sign: a shape for the eye, words for the ear.
func (w *page) signed(name string, s Signed) {
	w.b.WriteString("<" + name + ">")
	if s.Sign.Shape != NoShape {
		w.put(`<span class="sign `+[...]string{Hollow: "hollow", Solid: "solid"}[s.Sign.Shape]+`"></span><span class="ear">%s</span>`, s.Sign.Words)
	}
	w.tag("span", "", s.Text)
	w.b.WriteString("</" + name + ">\n")
}

func (w *page) questions(q Questions) {
	w.plain("h2", "", q.Title)
	w.plain("p", "", q.Ask)
	w.within("div", "", func() {
		for _, r := range q.Rows {
			w.within("div", ` class="question"`, func() {
				w.signed("p", Signed{r.Sign, Text{{Text: strconv.Itoa(r.Number) + ". ", Bold: true}, {Text: r.Text}}})
				if len(r.Options) == 0 {
					w.ticks(q.Options)
				} else {
					w.within("ul", ` class="ticks"`, func() {
						for _, o := range r.Options {
							w.signed("li", o)
						}
					})
				}
				w.plain("p", ` class="quiet"`, r.Key)
			})
		}
	})
}

func (w *page) face(f CardFace) {
	w.within("section", map[bool]string{true: ` class="alert"`, false: ` class="outline"`}[f.Heavy], func() {
		w.paragraphs(f.Lead)
		w.tag("h2", "", f.Title)
		w.plain("p", ` class="call"`, f.Number)
		w.list("", f.Items)
		after := slices.Clone(f.After)
		if f.Blank {
			after = append(after, Span{Text: " " + Blank(16)})
		}
		w.paragraphs([]Text{after, f.Clinic})
	})
}
