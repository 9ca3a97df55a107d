package handout

import (
	"slices"
	"strconv"
)

func (w *page) title(b Title) {
	if b.Leaf {
		w.plain("h2", ` class="leaf"`, b.Text)
	} else {
		w.plain("h1", "", b.Text)
	}
	w.plain("p", ` class="lead"`, b.Lead)
}

func (w *page) heading(b Heading) {
	level := "h" + strconv.Itoa(b.Level)
	if b.Letter == "" {
		w.plain(level, "", b.Text)
		return
	}
	w.put("<"+level+`><span class="tab">%s</span> %s</`+level+">\n", b.Letter, b.Text)
}

func (w *page) paragraph(b Paragraph) {
	w.tag("p", quiet(b.Secondary || b.Small)+language(b.Lang), b.Text)
}

func (w *page) list(b List) {
	lang := language(b.Lang)
	if b.Lead != "" {
		w.plain("p", ` class="label"`+lang, b.Lead+w.colon)
	}
	w.items(quiet(b.Secondary)+lang, b.Items)
}

// quiet is the class of what may be set smaller.
func quiet(yes bool) string {
	if yes {
		return ` class="quiet"`
	}
	return ""
}

func (w *page) box(class, title string, inside func()) {
	w.within("section", ` class="`+class+`"`, func() {
		w.plain("h2", "", title)
		inside()
	})
}

func (w *page) pairs(class string, list []Rule) {
	if class != "" {
		class = ` class="` + class + `"`
	}
	w.within("dl", class, func() {
		for _, r := range list {
			w.b.WriteString("<div>")
			w.plain("dt", "", r.When)
			w.tag("dd", "", r.Do)
			w.b.WriteString("</div>\n")
		}
	})
}

func (w *page) lines(labels []string) {
	for _, l := range labels {
		w.plain("p", ` class="line"`, l+w.colon+Blank(lineLetters))
	}
}

func (w *page) ticks(label string, options []string) {
	w.plain("p", ` class="label"`, label)
	var list []Text
	for _, o := range options {
		list = append(list, plain(o))
	}
	w.items(` class="ticks"`, list)
}

func (w *page) tear(title string) {
	w.b.WriteString("<hr/>\n")
	w.plain("h2", "", title)
}

func (w *page) signed(s Signed) { w.behind("p", s) }

// behind is an element with a text behind its sign: a shape for the eye, words for the ear.
func (w *page) behind(name string, s Signed) {
	w.b.WriteString("<" + name + ">")
	if s.Sign.Shape != NoShape {
		w.put(`<span class="sign `+[...]string{Hollow: "hollow", Solid: "solid"}[s.Sign.Shape]+`"></span><span class="ear">%s</span>`, s.Sign.Words)
	}
	w.tag("span", "", s.Text)
	w.b.WriteString("</" + name + ">\n")
}

func (w *page) step(s Step) {
	w.within("article", ` class="step"`, func() {
		w.put(`<h2><span class="number">%s</span> <span class="name">%s</span> <span class="dose">%s</span></h2>`+"\n", strconv.Itoa(s.Number), s.Name, s.Dose)
		if s.Own {
			w.plain("p", "", Blank(doseLetters))
		}
		w.b.WriteString(s.Figure.SVG(s.Alt) + "\n")
		w.within("div", "", func() {
			w.items("", s.Lines)
			w.tag("p", ` class="quiet"`, s.Feel)
			w.tag("p", ` class="quiet"`, s.Easier)
			w.tag("p", "", s.Stop)
		})
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
			w.put(`<th scope="row">%s</th>`, r.Cells[0])
			for _, c := range r.Cells[1:] {
				w.put("<td>%s</td>", c)
			}
			w.b.WriteString("</tr>\n")
		}
	})
}

func (w *page) questions(q Questions) {
	w.plain("h2", "", q.Title)
	w.plain("p", "", q.Ask)
	w.within("div", "", func() {
		for _, r := range q.Rows {
			w.within("div", ` class="question"`, func() {
				w.signed(Signed{r.Sign, Text{{strconv.Itoa(r.Number) + ". ", true}, {r.Text, false}}})
				if len(r.Options) == 0 {
					w.ticks("", q.Options)
				} else {
					w.within("ul", ` class="ticks"`, func() {
						for _, o := range r.Options {
							w.behind("li", o)
						}
					})
				}
				w.plain("p", ` class="quiet"`, r.Key)
			})
		}
	})
}

func (w *page) card(c Card) {
	w.plain("h1", "", c.Title)
	for _, f := range []CardFace{c.Front, c.Back} {
		w.within("section", map[bool]string{true: ` class="alert"`, false: ` class="outline"`}[f.Heavy], func() {
			paragraphs(w, f.Lead)
			w.tag("h2", "", f.Title)
			w.plain("p", ` class="call"`, f.Number)
			w.items("", f.Items)
			after := slices.Clone(f.After)
			if f.Blank {
				after = append(after, Span{" " + Blank(16), false})
			}
			paragraphs(w, []Text{after, f.Clinic})
		})
	}
}
