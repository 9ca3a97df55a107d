package file

import (
	"strconv"

	"backcare/internal/pdf/tag"
)

// Bookmark is an entry of the outline.
type Bookmark struct {
	Title string
	Level int // 0 is the top
	Page  int // number of the page object
}

// outline writes bookmarks: their root, and the entries with the numbers from first on. Entries of
// level 1 belong to the entry of level 0 before them, and are folded away.
func (out *body) outline(root, entries int, marks []Bookmark) {
	if len(marks) == 0 {
		return
	}
	link := func(b []byte, key string, i int) []byte {
		if i < 0 {
			return b
		}
		return tag.AppendRef(append(append(b, key...), ' '), entries+i)
	}
	// around finds the entry of the same level before or after i, among the same parent's.
	around := func(i, step int) int {
		for k := i + step; k >= 0 && k < len(marks); k += step {
			if marks[k].Level == marks[i].Level {
				return k
			}
			if marks[k].Level < marks[i].Level {
				break
			}
		}
		return -1
	}
	first, last, tops := 0, 0, 0
	for i, m := range marks {
		b := append([]byte("<</Title "), tag.String(m.Title)...)
		b = append(b, " /Parent "...)
		parent := root
		if m.Level == 0 {
			last = i
			tops++
			kids := 0
			for k := i + 1; k < len(marks) && marks[k].Level > 0; k++ {
				kids++
			}
			b = tag.AppendRef(b, root)
			if kids > 0 {
				b = link(b, "/First", i+1)
				b = link(b, "/Last", i+kids)
				b = append(b, "/Count -"...)
				b = append(strconv.AppendInt(b, int64(kids), 10), ' ')
			}
		} else {
			for k := i - 1; k >= 0; k-- {
				if marks[k].Level == 0 {
					parent = entries + k
					break
				}
			}
			b = tag.AppendRef(b, parent)
		}
		b = link(b, "/Prev", around(i, -1))
		b = link(b, "/Next", around(i, 1))
		b = append(b, "/Dest ["...)
		b = tag.AppendRef(b, m.Page)
		out.raw(entries+i, append(b, "/Fit]>>"...))
	}
	out.printf(root, "<</Type /Outlines /First %d 0 R /Last %d 0 R /Count %d>>", entries+first, entries+last, tops)
}
