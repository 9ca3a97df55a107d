package pdf

import "backcare/internal/handout"

// list sets a bulleted list, its lead beside it, above it or, where it runs on, in front of it.
func (t *setter) list(b handout.List) {
	st := t.bodyStyle()
	if b.Secondary {
		st = t.secondary()
	}
	if t.runsOn(b) && (t.held != nil || b.Lead != "" || len(b.Items) > 3) {
		t.running(b, st)
		return
	}
	x := t.headed(b)
	before := t.after()
	list := t.doc.bullets()
	list.lang = b.Lang
	gap := t.gap * 0.12
	between, w := 6*mm, t.wide-x
	most := 3 // lines of an item in two columns
	if x > 0 {
		most = 1
	}
	s := t.slab()
	if !t.large && (b.Compact || t.dense) && s.paired(b.Items, st, (w-between)/2, most) {
		t.beside(s, b.Lead, x, st)
		h := s.columns(x, 0, w, between, b.Items, st, gap, list)
		u := t.unit(s, h)
		u.before, u.spread = before, 0.2
		return
	}
	for i, it := range b.Items {
		s := t.slab()
		if i == 0 {
			t.beside(s, b.Lead, x, st)
		}
		h := s.item(x, 0, w, it, st, list)
		u := t.unit(s, h)
		u.before, u.spread = before, 0.2
		if i > 0 {
			u.before = gap
			u.spread, u.most = 0.1, 1*mm
		}
		// A list neither begins with one item at the foot of a page nor ends with one at the top.
		u.keep = i == 0 && len(b.Items) > 1 || i == len(b.Items)-2
	}
}

// runsOn says whether a list may be set as one paragraph.
func (t *setter) runsOn(b handout.List) bool {
	return len(b.Items) > 0 && (t.tight() || t.brief && b.Secondary)
}

// running sets a list as one paragraph.
func (t *setter) running(b handout.List, st style) {
	s, before := t.slab(), t.after()
	if t.hangs(b.Lead) {
		t.beside(s, b.Lead, t.hang, st)
		b.Lead = ""
		h := s.write(t.hang, 0, t.wide-t.hang, t.ran(b), st, t.doc.add("P"))
		u := t.unit(s, h)
		u.before, u.spread = before, 0.3
		return
	}
	if t.held != nil {
		before = t.gap
	}
	indent := t.release(s, st)
	n := t.doc.add("P")
	n.lang = b.Lang
	t.flow(s, s.faces.wrapAfter(st.of(t.ran(b)), st.size, t.wide, indent), st, n, before, indent, 1000)
}

// ran is a list as running text.
func (t *setter) ran(b handout.List) handout.Text {
	items := b.Items
	if t.curt && b.Brief != nil {
		items = b.Brief
	}
	text := joined(items, " •\u00a0")
	if b.Lead != "" {
		text = append(handout.Text{{Text: b.Lead + t.colon, Bold: true}}, text...)
	}
	return text
}

// leadGap is the room between a lead and the list beside it.
const leadGap = 3 * mm

// measureLeads is the width of the column for leads that stand beside their lists.
func (t *setter) measureLeads(blocks []handout.Block) (widest float64) {
	if t.large || t.packed {
		return 0
	}
	for _, b := range blocks {
		if b, ok := b.(handout.List); ok && b.Lead != "" {
			if w := t.faces[1].width(composed(b.Lead), t.body); w < t.wide*0.24 {
				widest = max(widest, w+leadGap)
			}
		}
	}
	return widest
}

// hangs says whether a lead stands beside its list.
func (t *setter) hangs(lead string) bool {
	return lead != "" && t.faces[1].width(composed(lead), t.body)+leadGap <= t.hang
}

// headed sets a lead that has no room beside its list above it, and returns where the list begins.
func (t *setter) headed(b handout.List) float64 {
	if b.Lead == "" {
		return 0
	}
	if t.hangs(b.Lead) {
		return t.hang
	}
	st := t.boldStyle(t.body)
	if b.Secondary {
		st.size = t.secondary().size
	}
	s := t.slab()
	n := t.doc.add("P")
	n.lang = b.Lang
	before := t.after()
	if t.held != nil {
		before = t.gap
	}
	indent := t.release(s, st)
	lines := s.faces.wrapAfter(st.of(plain(b.Lead+t.colon)), st.size, t.wide, indent)
	u := t.unit(s, s.putAfter(0, 0, t.wide, indent, lines, st, n))
	u.before, u.spread, u.keep = before, 0.3, true
	return 0
}

// beside sets a lead in the column before its list, where it takes one line.
func (t *setter) beside(s *slab, lead string, w float64, st style) {
	if lead != "" && w > 0 {
		st.bold = true
		s.write(0, 0, w, plain(lead+" "), st, t.doc.add("P"))
	}
}
