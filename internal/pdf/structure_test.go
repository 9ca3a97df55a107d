package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"backcare/internal/handout"
)

// below are the elements that may stand in an element of the structure.
var below = map[string][]string{
	"Document": {"P", "H1", "H2", "H3", "L", "Table", "Sect"},
	"Sect":     {"P", "H2", "H3", "L", "Figure"},
	"P":        {"Span"},
	"L":        {"LI"},
	"LI":       {"Lbl", "LBody"},
	"LBody":    {"L", "Span"},
	"Table":    {"TR"},
	"TR":       {"TH", "TD"},
	"TH":       {"P"},
	"TD":       {"L", "P"},
}

// unsound finds what a screen reader would stumble over.
func unsound(n *node) (out []string) {
	level := 0
	var walk func(n *node)
	walk = func(n *node) {
		wrong := func(format string, args ...any) { out = append(out, n.role+" "+fmt.Sprintf(format, args...)) }
		for _, k := range n.kids {
			if !slices.Contains(below[n.role], k.role) {
				wrong("holds %s", k.role)
			}
		}
		switch {
		case n.role == "Figure" && n.alt == "":
			wrong("says nothing")
		case n.role == "TH" && !strings.Contains(n.attr, "/Scope"):
			wrong("has no scope")
		case n.role == "Lbl" && len(n.marks) == 0:
			wrong("labels with nothing")
		case strings.HasPrefix(n.role, "H"):
			to := int(n.role[1] - '0')
			if to > level+1 {
				wrong("%q follows a heading of level %d", n.name, level)
			}
			level = to
		}
		for _, k := range n.kids {
			walk(k)
		}
	}
	walk(n)
	return out
}

func TestTheStructureIsSound(t *testing.T) {
	p := press(t)
	sound := func(name string, doc handout.Document) {
		for _, paper := range papers() {
			l := laid(t, p, doc, paper)
			for i, page := range l.pages {
				f, err := p.borrow()
				if err != nil {
					t.Fatal(err)
				}
				stream, err := f.draw(page, i, l.frame.w, l.frame.h)
				if err != nil {
					t.Fatal(err)
				}
				if n := unrestored(stream); n != 0 {
					t.Errorf("%s %v page %d: the state is saved %d times more than restored", name, paper, i+1, n)
				}
				p.giveBack(f)
			}
			for _, s := range unsound(l.doc) {
				t.Errorf("%s %v: %s", name, paper, s)
			}
		}
	}
	for _, d := range desks(t) {
		sound(d.Words.Lang+" form", d.Form())
		sound(d.Words.Lang+" card", d.Card())
		sound(d.Words.Lang+" sheet", d.Document(decide(t, answers(t, d.Protocol, "helper=helper")), longest()))
		sound(d.Words.Lang+" note", d.Document(decide(t, answers(t, d.Protocol, "foot-drop=yes")), longest()))
		sound(d.Words.Lang+" full note", d.Document(decide(t, worst(t, d.Protocol, false)), longest()))
	}
	bad := &node{role: "Document"}
	bad.add("H3")
	bad.add("L").add("P")
	bad.add("Sect").add("Figure")
	if n := len(unsound(bad)); n != 3 {
		t.Errorf("%d of 3 faults found", n)
	}
}

// unrestored counts the operators of a content stream that save the state of the page, less those
// that restore it; a printer may give up at the 28th that is open. Text stands in strings of two
// bytes a letter, so no word of it can be taken for an operator.
func unrestored(stream []byte) (n int) {
	for _, word := range bytes.Fields(stream) {
		switch string(word) {
		case "q":
			n++
		case "Q":
			n--
		}
	}
	return n
}
