// Package tag keeps the structure of a document, by which a screen reader finds its way. Its one
// rule: it knows elements, marks and numbers, and nothing of what is drawn.
package tag

import (
	"fmt"
	"strconv"
	"unicode/utf16"
)

// Node is an element of the structure tree.
type Node struct {
	Role string // PDF structure type
	Kids []*Node
	Alt  string // in words, for a figure
	Attr string // further attributes, as PDF
	Lang string // of its words, if not the document's; BCP 47
	Name string // for a heading, its text, for the bookmarks

	scrap bool
}

// NewRoot is the root of a document, or one that keeps no elements, for what is only measured.
func NewRoot(measures bool) *Node { return &Node{Role: "Document", scrap: measures} }

// Add adds an element below this one.
func (n *Node) Add(role string) *Node {
	if n.scrap {
		return n
	}
	k := &Node{Role: role}
	n.Kids = append(n.Kids, k)
	return k
}

// Bullets adds a list whose items have a bullet each.
func (n *Node) Bullets() *Node {
	l := n.Add("L")
	l.Attr = "/A <</O /List /ListNumbering /Disc>>"
	return l
}

// Attributes as PDF writes them.
const (
	Bullet     = "/ActualText <FEFF2022>" // of the label of a list item, which is drawn and must be told in words, too
	ColumnHead = "/A <</O /Table /Scope /Column>>"
	RowHead    = "/A <</O /Table /Scope /Row>>"
)

// Spanning is the attribute of a cell over several columns.
func Spanning(n int) string {
	if n < 2 {
		return ""
	}
	return "/A <</O /Table /ColSpan " + strconv.Itoa(n) + ">>"
}

// String is a PDF text string, in hexadecimal so that nothing needs escaping.
func String(s string) string {
	b := []byte("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		b = fmt.Appendf(b, "%04X", u)
	}
	return string(append(b, '>'))
}

// Lang keeps of a language tag what may stand in one.
func Lang(lang string) string {
	out := make([]byte, 0, len(lang))
	for i := range len(lang) {
		if c := lang[i]; c == '-' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' {
			out = append(out, c)
		}
	}
	return string(out)
}

// AppendRef appends a reference to an object.
func AppendRef(b []byte, n int) []byte {
	return append(strconv.AppendInt(b, int64(n), 10), " 0 R "...)
}
