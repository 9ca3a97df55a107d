package pdf

import (
	"backcare/internal/pdf/file"
	"backcare/internal/pdf/tag"
)

// bookmarks are the headings of a document: its own at the top level, those inside below them. of is
// the pages of the boxes of each block.
func (c *Composed) bookmarks(of [][]int) (list []file.Bookmark) {
	for i, d := range c.drawn {
		page := map[*tag.Node]int{}
		for k, b := range d.Boxes {
			for _, n := range b.Marks {
				if _, ok := page[n]; !ok {
					page[n] = of[i][k]
				}
			}
		}
		list = headings(d.Root, page, list)
	}
	return list
}

func headings(n *tag.Node, page map[*tag.Node]int, list []file.Bookmark) []file.Bookmark {
	for _, k := range n.Kids {
		if p, ok := page[k]; ok && k.Name != "" {
			level := 0
			if k.Role > "H2" && len(list) > 0 {
				level = 1
			}
			list = append(list, file.Bookmark{Title: k.Name, Level: level, Page: file.PageObject(p)})
		}
		list = headings(k, page, list)
	}
	return list
}
