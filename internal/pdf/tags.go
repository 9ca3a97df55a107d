package pdf

import (
	"fmt"
	"strconv"
)

// tree writes the structure of a document: its root, its elements in reading order, and for each
// page which element each mark on it belongs to. pages are the numbers of the page objects; page
// i has the structure key i. It returns the number of the root object.
func (w *writer) tree(doc *node, pages []int) int {
	root := w.reserve(2)
	parents := make([][]int, len(pages))
	top := w.element(doc, root, pages, parents)
	b := []byte("<</Nums [")
	for i, ids := range parents {
		b = strconv.AppendInt(b, int64(i), 10)
		b = append(b, " ["...)
		for _, id := range ids {
			b = appendRef(b, id)
		}
		b = append(b, "] "...)
	}
	w.later(root+1, append(b, "]>>"...))
	w.later(root, fmt.Appendf(nil, "<</Type /StructTreeRoot /K [%d 0 R] /ParentTree %d 0 R /ParentTreeNextKey %d>>", top, root+1, len(pages)))
	return root
}

func (w *writer) element(n *node, parent int, pages []int, parents [][]int) int {
	id := w.reserve(1)
	b := make([]byte, 0, 160)
	b = append(b, "<</Type /StructElem /S /"...)
	b = append(b, n.role...)
	b = append(b, " /P "...)
	b = appendRef(b, parent)
	page := -1
	if len(n.marks) > 0 {
		page = n.marks[0].page
		b = append(b, "/Pg "...)
		b = appendRef(b, pages[page])
	}
	if n.role == "Figure" {
		b = append(b, "/Alt "...)
		b = append(b, text(n.alt)...)
		b = append(b, " /A <</O /Layout /BBox ["...)
		for _, v := range n.box {
			b = appendNumber(b, v)
			b = append(b, ' ')
		}
		b = append(b, "] /Placement /Block>> "...)
	}
	if n.lang != "" {
		b = append(append(append(b, "/Lang ("...), tag(n.lang)...), ") "...)
	}
	if n.attr != "" {
		b = append(append(b, n.attr...), ' ')
	}
	b = append(b, "/K ["...)
	for _, m := range n.marks {
		if m.page == page {
			b = append(strconv.AppendInt(b, int64(m.id), 10), ' ')
		} else {
			b = append(b, "<</Type /MCR /Pg "...)
			b = appendRef(b, pages[m.page])
			b = append(b, "/MCID "...)
			b = append(strconv.AppendInt(b, int64(m.id), 10), ">> "...)
		}
		for len(parents[m.page]) <= m.id {
			parents[m.page] = append(parents[m.page], 0)
		}
		parents[m.page][m.id] = id
	}
	for _, k := range n.kids {
		b = appendRef(b, w.element(k, id, pages, parents))
	}
	w.later(id, append(b, "]>>"...))
	return id
}

func appendRef(b []byte, n int) []byte {
	return append(strconv.AppendInt(b, int64(n), 10), " 0 R "...)
}

// bookmark is an entry of the outline.
type bookmark struct {
	title string
	level int // 0 is the top
	page  int // number of the page object
}

// outline writes bookmarks and returns the number of the outline's object. Entries of level 1
// belong to the entry of level 0 before them, and are folded away.
func (w *writer) outline(marks []bookmark) int {
	if len(marks) == 0 {
		return 0
	}
	root := w.reserve(1 + len(marks))
	link := func(b []byte, key string, i int) []byte {
		if i < 0 {
			return b
		}
		return appendRef(append(append(b, key...), ' '), root+1+i)
	}
	// around finds the entry of the same level before or after i, among the same parent's.
	around := func(i, step int) int {
		for k := i + step; k >= 0 && k < len(marks); k += step {
			if marks[k].level == marks[i].level {
				return k
			}
			if marks[k].level < marks[i].level {
				break
			}
		}
		return -1
	}
	first, last, tops := 0, 0, 0
	for i, m := range marks {
		b := append([]byte("<</Title "), text(m.title)...)
		b = append(b, " /Parent "...)
		parent := root
		if m.level == 0 {
			last = i
			tops++
			kids := 0
			for k := i + 1; k < len(marks) && marks[k].level > 0; k++ {
				kids++
			}
			b = appendRef(b, root)
			if kids > 0 {
				b = link(b, "/First", i+1)
				b = link(b, "/Last", i+kids)
				b = append(b, "/Count -"...)
				b = append(strconv.AppendInt(b, int64(kids), 10), ' ')
			}
		} else {
			for k := i - 1; k >= 0; k-- {
				if marks[k].level == 0 {
					parent = root + 1 + k
					break
				}
			}
			b = appendRef(b, parent)
		}
		b = link(b, "/Prev", around(i, -1))
		b = link(b, "/Next", around(i, 1))
		b = append(b, "/Dest ["...)
		b = appendRef(b, m.page)
		w.object(root+1+i, append(b, "/Fit]>>"...))
	}
	w.printf(root, "<</Type /Outlines /First %d 0 R /Last %d 0 R /Count %d>>", root+1+first, root+1+last, tops)
	return root
}
