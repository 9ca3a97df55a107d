package pdf

import (
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/tag"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
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
func unsound(n *tag.Node, marked map[*tag.Node]bool) (out []string) {
	level := 0
	var walk func(n *tag.Node)
	walk = func(n *tag.Node) {
		wrong := func(format string, args ...any) { out = append(out, n.Role+" "+fmt.Sprintf(format, args...)) }
		for _, k := range n.Kids {
			if !slices.Contains(below[n.Role], k.Role) {
				wrong("holds %s", k.Role)
			}
		}
		if n.Role == "Table" {
			for _, row := range n.Kids[1:] {
				if a, b := columns(n.Kids[0]), columns(row); a != b {
					wrong("has rows of %d and of %d columns", a, b)
				}
			}
		}
		switch {
		case n.Role == "Figure" && n.Alt == "":
			wrong("says nothing")
		case n.Role == "TH" && !strings.Contains(n.Attr, "/Scope"):
			wrong("has no scope")
		case n.Role == "Lbl" && !marked[n]:
			wrong("labels with nothing")
		case strings.HasPrefix(n.Role, "H"):
			to := int(n.Role[1] - '0')
			if to > level+1 {
				wrong("%q follows a heading of level %d", n.Name, level)
			}
			level = to
		}
		for _, k := range n.Kids {
			walk(k)
		}
	}
	walk(n)
	return out
}

// columns is how many columns a row of a table takes.
func columns(row *tag.Node) (n int) {
	for _, cell := range row.Kids {
		span := 1
		if _, more, ok := strings.Cut(cell.Attr, "/ColSpan "); ok {
			fmt.Sscan(more, &span)
		}
		n += span
	}
	return n
}

func TestTheStructureIsSound(t *testing.T) {
	p := press(t)
	sound := func(name string, doc handout.Document) {
		for _, paper := range papers() {
			l := laid(t, p, doc, paper)
			for i, page := range l.pages {
				one, err := p.drawer.Draw([]draw.Piece{{Items: page}}, 0)
				if err != nil {
					t.Fatal(err)
				}
				if n := unrestored(plain(t, one.Data)); n != -1 { // it ends what who places it begins
					t.Errorf("%s %v page %d: the state is saved %d times more than restored", name, paper, i+1, n+1)
				}
			}
			for _, s := range unsound(l.doc, marks(l.pages)) {
				t.Errorf("%s %v: %s", name, paper, s)
			}
		}
	}
	for _, d := range authors(t) {
		sound(d.Words.Lang+" form", d.Form())
		sound(d.Words.Lang+" card", d.Card())
		sound(d.Words.Lang+" sheet", d.Document(decide(t, answers(t, d.Protocol, "helper=helper")), longest()))
		sound(d.Words.Lang+" note", d.Document(decide(t, answers(t, d.Protocol, "foot-drop=yes")), longest()))
		sound(d.Words.Lang+" full note", d.Document(decide(t, worst(t, d.Protocol, false)), longest()))
	}
	bad := &tag.Node{Role: "Document"}
	bad.Add("H3")
	bad.Add("L").Add("P")
	bad.Add("Sect").Add("Figure")
	uneven := bad.Add("Table")
	uneven.Add("TR").Add("TD")
	uneven.Add("TR").Add("TD").Attr = tag.Spanning(2)
	if n := len(unsound(bad, nil)); n != 4 {
		t.Errorf("%d of 4 faults found", n)
	}
}

// marks are the elements that something on the pages belongs to.
func marks(pages [][]draw.Item) map[*tag.Node]bool {
	out := map[*tag.Node]bool{}
	for _, page := range pages {
		for _, th := range page {
			out[th.Node] = true
		}
	}
	return out
}

// plain is a fragment before it was deflated.
func plain(t *testing.T, data []byte) []byte {
	t.Helper()
	out, err := io.ReadAll(flate.NewReader(bytes.NewReader(append(bytes.Clone(data), 1, 0, 0, 0xff, 0xff))))
	if err != nil {
		t.Fatal(err)
	}
	return out
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
