package tag

import "strconv"

// Mark is a marked stretch of content: the element it belongs to and the page it stands on.
type Mark struct {
	Node *Node
	Page int // number of the page's object
}

// Tree is the elements of one block, in reading order, each below its parent.
type Tree struct {
	nodes   []*Node
	parents []int // index of the parent, -1 for those at the top
	figures []int // indices of the figures
	index   map[*Node]int
}

// NewTree lays out the elements below a root, which is not one of them.
func NewTree(root *Node) *Tree {
	t := &Tree{index: map[*Node]int{}}
	t.walk(root, -1)
	return t
}

func (t *Tree) walk(n *Node, parent int) {
	for _, k := range n.Kids {
		i := len(t.nodes)
		t.nodes, t.parents = append(t.nodes, k), append(t.parents, parent)
		t.index[k] = i
		if k.Role == "Figure" {
			t.figures = append(t.figures, i)
		}
		t.walk(k, i)
	}
}

// Objects is how many numbers the tree takes: one for its stream of elements, one for the place of
// each figure, one for each element.
func (t *Tree) Objects() int { return 1 + len(t.figures) + len(t.nodes) }

// Elements is the number of elements.
func (t *Tree) Elements() int { return len(t.nodes) }

// First is the number of the first element, when the tree's numbers begin at from.
func (t *Tree) First(from int) int { return from + 1 + len(t.figures) }

// AppendTops appends references to the elements at the top.
func (t *Tree) AppendTops(b []byte, from int) []byte {
	for i, p := range t.parents {
		if p < 0 {
			b = AppendRef(b, t.First(from)+i)
		}
	}
	return b
}

// Figure is the number of the place of a figure, which is written apart: where a figure stands is
// known last.
func (t *Tree) Figure(n *Node, from int) int {
	for k, i := range t.figures {
		if t.nodes[i] == n {
			return from + 1 + k
		}
	}
	return 0
}

// AppendParents appends which element each mark belongs to.
func (t *Tree) AppendParents(b []byte, marks []*Node, from int) []byte {
	for _, n := range marks {
		b = AppendRef(b, t.First(from)+t.index[n])
	}
	return b
}

// Stream is the elements as the data of an object stream, and the length of its head; as for Each.
func (t *Tree) Stream(from, mark, top int, marks []Mark) (data []byte, head int) {
	var heads, body []byte
	t.Each(from, mark, top, marks, func(number int, element []byte) {
		heads = append(strconv.AppendInt(heads, int64(number), 10), ' ')
		heads = append(strconv.AppendInt(heads, int64(len(body)), 10), ' ')
		body = append(body, element...)
	})
	return append(heads, body...), len(heads)
}

// Each writes the elements one after the other, each to be used before the next. The tree's numbers
// begin at from, the marks' at mark; top is the parent of those at the top.
func (t *Tree) Each(from, mark, top int, marks []Mark, do func(number int, element []byte)) {
	own := make([][]int, len(t.nodes)) // the marks of each element
	for i, m := range marks {
		k := t.index[m.Node]
		own[k] = append(own[k], i)
	}
	figure := 0
	var b []byte
	for i, n := range t.nodes {
		parent := top
		if t.parents[i] >= 0 {
			parent = t.First(from) + t.parents[i]
		}
		place := 0
		if n.Role == "Figure" {
			figure++
			place = from + figure
		}
		b = t.element(b[:0], i, parent, place, t.First(from), mark, own[i], marks)
		do(t.First(from)+i, b)
	}
}

// element appends one element.
func (t *Tree) element(b []byte, i, parent, place, first, mark int, own []int, marks []Mark) []byte {
	n := t.nodes[i]
	b = append(append(b, "<</S /"...), n.Role...)
	b = AppendRef(append(b, " /P "...), parent)
	page := 0
	if len(own) > 0 {
		page = marks[own[0]].Page
		b = AppendRef(append(b, "/Pg "...), page)
	}
	if n.Role == "Figure" {
		b = append(append(b, "/Alt "...), String(n.Alt)...)
		b = AppendRef(append(b, " /A "...), place)
	}
	if n.Lang != "" {
		b = append(append(append(b, "/Lang ("...), Lang(n.Lang)...), ") "...)
	}
	if n.Attr != "" {
		b = append(append(b, n.Attr...), ' ')
	}
	b = append(b, "/K ["...)
	for _, m := range own {
		if marks[m].Page == page {
			b = append(strconv.AppendInt(b, int64(mark+m), 10), ' ')
		} else {
			b = AppendRef(append(b, "<</Type /MCR /Pg "...), marks[m].Page)
			b = append(strconv.AppendInt(append(b, "/MCID "...), int64(mark+m), 10), ">> "...)
		}
	}
	for k := i + 1; k < len(t.nodes) && t.parents[k] >= i; k++ {
		if t.parents[k] == i {
			b = AppendRef(b, first+k)
		}
	}
	return append(b, "]>>\n"...)
}
