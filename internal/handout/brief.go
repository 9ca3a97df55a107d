package handout

import "strings"

// InBrief writes blocks in as few lines as they can be, for a note on which all of it is too much:
// lists, fields and boxes are running text, and paragraphs that follow each other are one.
func InBrief(blocks []Block, colon string) (out []Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case Band:
			b.Text, b.Own = oneLine(b.Text), oneLine(b.Own)
			out = append(out, b)
		case Fields:
			out = append(out, b.running(colon)...)
		case Panel:
			out = append(out, Paragraph{Text: b.running()})
		case List:
			p := Paragraph{Text: joined(b.Items, " •\u00a0"), Secondary: b.Secondary, Lang: b.Lang}
			if b.Lead == "" {
				out = goOn(out, p)
				continue
			}
			p.Text = append(Text{{b.Lead + colon, true}}, p.Text...)
			out = append(out, p)
		case Paragraph:
			out = goOn(out, b)
		default:
			out = append(out, b)
		}
	}
	return out
}

// goOn writes a paragraph in the line of the one before, if there is one of its kind.
func goOn(out []Block, p Paragraph) []Block {
	if len(out) > 0 {
		last, ok := out[len(out)-1].(Paragraph)
		if ok && last.Small == p.Small && last.Secondary == p.Secondary && last.Lang == p.Lang {
			last.Text = joined([]Text{last.Text, p.Text}, "  ")
			out[len(out)-1] = last
			return out
		}
	}
	return append(out, p)
}

func oneLine(list []string) []string {
	if len(list) < 2 {
		return list
	}
	return []string{strings.Join(list, " ")}
}

// running are the labelled values one after the other, and lines to write on for those that are not
// known: one line has its label before it.
func (b Fields) running(colon string) (out []Block) {
	var told Text
	var blank []Field
	for _, f := range b.Items {
		if f.Value == "" {
			blank = append(blank, f)
			continue
		}
		if len(told) > 0 {
			told = append(told, Span{" · ", false})
		}
		told = append(told, Span{unbroken(f.Label) + colon, false}, Span{f.Value, true})
	}
	out = when(len(told) > 0, Paragraph{Text: told})
	if len(blank) == 1 {
		return append(out, Lines{[]string{blank[0].Label}})
	}
	return append(out, when(len(blank) > 0, Fields{blank})...)
}

// running is a box as one text, its title in front.
func (b Panel) running() Text {
	var all []Text
	if b.Title != "" {
		all = append(all, Text{{b.Title, true}})
	}
	all = append(all, b.Text...)
	if len(b.Items) > 0 {
		all = append(all, joined(b.Items, " •\u00a0"))
	}
	return joined(all, " ")
}
