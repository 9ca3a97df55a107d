package handout

import (
	"strings"
)

// InBrief writes blocks in as few lines as they can be, for a note on which all of it is too much:
// lists, fields and boxes are running text, and paragraphs that follow each other are one.
func InBrief(blocks []Block, colon string) (out []Block) {
	for _, b := range blocks {
		opens := false // something new, which does not go on in the line of what stood before
		switch of := b.(type) {
		case Band:
			of.Text, of.Own = oneLine(of.Text), oneLine(of.Own)
			b = of
		case Fields:
			told, blank := of.parted()
			if len(told.Items) > 0 {
				b, opens = Paragraph{Text: told.running(colon)}, true
			}
			if len(told.Items) > 0 && len(blank) > 0 {
				out, b, opens = append(out, b), blankLines(blank), true
			}
		case Panel:
			b, opens = Paragraph{Text: of.running()}, true
		case List:
			text := joined(of.Items, " •\u00a0")
			if of.Lead != "" {
				text = append(Text{{of.Lead + colon, true}}, text...)
			}
			b, opens = Paragraph{Text: text, Secondary: of.Secondary, Lang: of.Lang}, of.Lead != ""
		}
		if n := len(out); n > 0 && !opens {
			if more, ok := merged(out[n-1], b); ok {
				out[n-1] = more
				continue
			}
		}
		out = append(out, b)
	}
	return out
}

// merged is two blocks as one, if they can be.
func merged(a, b Block) (Block, bool) {
	switch a := a.(type) {
	case Paragraph:
		if b, ok := b.(Paragraph); ok && a.Small == b.Small && a.Secondary == b.Secondary && a.Lang == b.Lang {
			a.Text = joined([]Text{a.Text, b.Text}, "  ")
			return a, true
		}
	}
	return nil, false
}

func oneLine(list []string) []string {
	if len(list) < 2 {
		return list
	}
	return []string{strings.Join(list, " ")}
}

// parted are the fields that have a value, and the others.
func (f Fields) parted() (told Fields, blank []Field) {
	for _, one := range f.Items {
		if one.Value == "" {
			blank = append(blank, one)
		} else {
			told.Items = append(told.Items, one)
		}
	}
	return told, blank
}

// blankLines are lines to write on for fields: one has its label before it.
func blankLines(blank []Field) Block {
	if len(blank) == 1 {
		return Lines{[]string{blank[0].Label}}
	}
	return Fields{blank}
}

// running are labelled values one after the other.
func (f Fields) running(colon string) (t Text) {
	for i, one := range f.Items {
		if i > 0 {
			t = append(t, Span{" · ", false})
		}
		t = append(t, Span{unbroken(one.Label) + colon, false}, Span{one.Value, true})
	}
	return t
}

// running is a box as one text, its title in front.
func (p Panel) running() Text {
	all := p.Text
	if len(p.Items) > 0 {
		all = append(all[:len(all):len(all)], joined(p.Items, " •\u00a0"))
	}
	if p.Title != "" {
		all = append([]Text{{{p.Title, true}}}, all...)
	}
	return joined(all, " ")
}
