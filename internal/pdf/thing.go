package pdf

import "backcare/internal/figure"

// thing is one mark on paper: a run of text, a box, a line, a disc, a figure or the logo. Its
// place is in points from the top left corner of its unit and, once placed, of the page.
type thing struct {
	kind       kind
	x, y, w, h float64 // text: x and y are where its baseline starts, h is its size in pt
	text       string
	bold       bool
	fill       colour // text: the colour of the letters
	stroke     colour
	width      float64    // of the stroke, pt
	dash       [2]float64 // pt on, pt off; zero is a whole line
	radius     float64    // of a box's corners, pt
	left       bool       // round the left corners only
	figure     *figure.Figure
	letter     float64 // figure: size of the letters in it, pt
	node       *node   // what it says; nil for decoration
}

// kind says what a thing is.
type kind uint8

const (
	textThing   kind = iota
	boxThing         // w by h at x, y
	lineThing        // from x, y to x+w, y+h
	discThing        // in the box w by w at x, y
	figureThing      // scaled to the width w at x, y
	logoThing        // w by h at x, y
)

// node is an element of the structure tree, by which a screen reader finds its way.
type node struct {
	role string // PDF structure type
	kids []*node
	marks
	alt  string // in words, for a figure
	attr string // further attributes, as PDF
	lang string // of its words, if not the document's; BCP 47
	box  [4]float64
	name string // for a heading, its text, for the bookmarks
}

// size is about how many bytes a node and all below it take.
func (n *node) size() int {
	size := 200 + len(n.alt) + len(n.name)
	for _, k := range n.kids {
		size += k.size()
	}
	return size
}

// marks are the marked stretches of content that belong to a node.
type marks []mark

type mark struct{ page, id int }

func (n *node) add(role string) *node {
	k := &node{role: role}
	n.kids = append(n.kids, k)
	return k
}

// bullets adds a list whose items have a bullet each.
func (n *node) bullets() *node {
	l := n.add("L")
	l.attr = "/A <</O /List /ListNumbering /Disc>>"
	return l
}

// bullet is the label of a list item, which is drawn and must be told in words, too.
const bullet = "/ActualText <FEFF2022>"

// unit is a piece of a document that stands on one page whole.
type unit struct {
	name   string  // of the block it comes from, for errors
	block  int     // its number
	before float64 // pt to the unit above; none at the top of a page
	height float64 // pt
	things []thing
	keep   bool                        // the next unit stands on the same page
	rule   bool                        // a hairline in the gap above, unless at the top of a page
	spread float64                     // share of the room left on a page that goes into the gap above
	most   float64                     // pt by which that gap may grow
	grow   func(extra float64) []thing // the things when the unit may be taller by extra
	growth float64                     // pt by which it may grow
	head   *unit                       // set again when a page begins with this unit
}
