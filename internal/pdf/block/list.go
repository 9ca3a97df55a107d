package block

import (
	"backcare/internal/handout"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/tag"
)

// list sets a bulleted list, its lead beside it, above it or, where it runs on, in front of it.
func (t *layouter) list(b handout.List) {
	st := t.otherStyle()
	if b.Secondary {
		st = t.secondary()
	}
	if t.runsOn(b) && (t.opening.w > 0 || b.Lead != "" || len(b.Items) > 3) {
		t.listRunning(b, st)
		return
	}
	most := 3 // lines of an item in two columns
	hangs := t.hangs(b.Lead)
	if hangs {
		most = 1
	} else if b.Lead != "" {
		lead := t.boldStyle(t.Body)
		if b.Secondary {
			lead.Size = st.Size
		}
		t.running(layout.Plain(b.Lead+t.colon), lead, b.Lang, mostWhole)
		t.last().KeepWithNext = true
	}
	before, s := t.after(), t.builder()
	if hangs && len(b.Items) > 0 {
		t.leadBeside(s, b.Lead, st) // before its list for the ear, too
	}
	list, gap, x := t.doc.Bullets(), t.Gap*0.12, s.x
	list.Lang = b.Lang
	const between = 6 * layout.MM
	if !t.Large && (b.Compact || t.Columns) && s.paired(between, b.Items, st, most) {
		s.columns(between, b.Items, st, gap, list)
		u := t.box(s)
		u.Before, u.Stretch = before, 0.2
		return
	}
	again := t.again(b, hangs)
	for i, it := range b.Items {
		s.bullet(it, st, list)
		u := t.box(s)
		u.Before, u.Stretch = before, 0.2
		if i > 0 {
			u.Before = gap
			u.Stretch, u.MaxStretch = 0.1, 1*layout.MM
			u.Again, u.Head = again.Items, again.y
		}
		// A list neither begins with one item at the foot of a page nor ends with one at the top.
		u.KeepWithNext = i == 0 && len(b.Items) > 1 || i == len(b.Items)-2
		s = t.builder()
		s.indent(x)
	}
}

// again is what is set again above the rest of a list that goes on over the page: its lead or, if it has
// none, its heading. A lead that stands beside the list is not.
func (t *layouter) again(b handout.List, hangs bool) *builder {
	name, s := b.Lead+t.colon, t.builder()
	if b.Lead == "" && len(t.heads) > 0 {
		name = t.heads[len(t.heads)-1].Text
	} else if b.Lead == "" || hangs {
		return s
	}
	s.plain(name, t.boldStyle(t.Body), tag.NewRoot(true))
	s.y += t.Gap * 0.35
	return s
}

// runsOn says whether a list is set as one paragraph.
func (t *layouter) runsOn(b handout.List) bool {
	return len(b.Items) > 0 && t.RunOn && b.Secondary
}

// listRunning sets a list as one paragraph.
func (t *layouter) listRunning(b handout.List, st layout.Style) {
	words := joined(b.Items, " •\u00a0")
	if !t.hangs(b.Lead) {
		if b.Lead != "" {
			words = append(handout.Text{{Text: b.Lead + t.colon, Bold: true}}, words...)
		}
		t.running(words, st, b.Lang, mostWhole)
		return
	}
	s, before := t.builder(), t.after()
	t.leadBeside(s, b.Lead, st)
	s.text(words, st, t.doc.Add("P"))
	u := t.box(s)
	u.Before, u.Stretch = before, 0.3
}

// leadGap is the room between a lead and the list beside it.
const leadGap = 3 * layout.MM

// hang is the width of the column for leads that stand beside their lists, the same for all lists of
// a document.
func (t *layouter) hang() (widest float64) {
	if t.Large {
		return 0
	}
	for _, w := range t.leadWidths {
		if w *= t.Body; w < t.wide*0.24 {
			widest = max(widest, w+leadGap)
		}
	}
	return widest
}

// hangs says whether a lead stands beside its list.
func (t *layouter) hangs(lead string) bool {
	return lead != "" && t.Width(lead, t.Body, true)+leadGap <= t.hang()+0.01
}

// leadBeside sets a lead in the column before its list, where it takes one line, and goes on behind it.
func (t *layouter) leadBeside(s *builder, lead string, st layout.Style) {
	st.Bold = true
	s.Write(0, 0, t.hang(), layout.Plain(lead+" "), st, t.doc.Add("P"))
	s.indent(t.hang())
}
