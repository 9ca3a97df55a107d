package pdf

import "backcare/internal/handout"

// scale is a set of sizes that go together. All in points.
type scale struct {
	title, lead, name, part, body, small, label float64    // sizes of type
	leading                                     float64    // line height over size
	figure                                      float64    // width of a figure's column
	gap                                         float64    // between blocks
	pad                                         float64    // inside boxes
	row                                         float64    // least height of a row to write in
	write                                       float64    // room to write above a line
	second                                      float64    // size of secondary lists, if not between the two
	large                                       bool       // large print
	brief                                       bool       // those lists run on
	joins                                       bool       // paragraphs that follow each other are one
	curt                                        bool       // brief forms stand for long ones
	packed                                      bool       // the leads of lists run on, too
	dense                                       bool       // lists in two columns wherever they can
	terse                                       bool       // lists run on in one paragraph
	open                                        uint64     // the blocks that do not all the same, a bit each
	rowPad                                      float64    // above and below a question of the form
	blanks                                      [2]float64 // least width of a line for a name, which is the first of the fields, and for another
	across                                      int        // labelled fields in a row, at most
	runIn                                       bool       // headings stand in the first line of their text
	aside                                       bool       // a band's title stands beside its text
	spare                                       bool       // easier forms of steps are left out: the last resort
	inline                                      bool       // labels stand before the lines to write on
}

// relief is a size that may grow again, in steps and to the most it may.
type relief struct {
	size       func(*scale) *float64
	step, most float64
}

// reliefs are in the order in which they are given.
func reliefs() []relief {
	leading, gap := func(s *scale) *float64 { return &s.leading }, func(s *scale) *float64 { return &s.gap }
	return []relief{
		{gap, 0.2 * mm, 1.2 * mm},
		{leading, 0.02, 1.12},
		{gap, 0.3 * mm, 2.1 * mm},
		{leading, 0.02, 1.16},
		{func(s *scale) *float64 { return &s.figure }, 2 * mm, 44 * mm},
		{func(s *scale) *float64 { return &s.small }, 0.25, 11.25},
		{leading, 0.02, 1.3},
		{gap, 0.4 * mm, 4 * mm},
	}
}

// leastLarge is the smallest type of large print, pt.
const leastLarge = 16

// scaled derives a scale from the size of running text and of secondary text.
func scaled(body, small, leading, figure, gap float64) scale {
	return scale{
		title: min(26, body*2.08), lead: body * 1.04, name: body * 1.2, part: body * 1.3, body: body, small: small, label: min(9, body*0.8),
		leading: leading, figure: figure * mm, gap: gap * mm, pad: max(2, min(4, gap)) * mm, row: 7 * mm, write: 9 * mm, rowPad: 1.3 * mm, blanks: [2]float64{24 * mm, 24 * mm}, across: 3,
	}
}

// scales are the sizes to try for a kind of paper, the most comfortable first, and how many pages
// it must come to; 0 is as many as it takes.
func scales(k handout.Kind, large bool) (list []scale, pages int) {
	switch {
	case large:
		return largeScales(), 0
	case k == handout.SheetKind:
		return sheetScales(), 2
	case k == handout.ReferralKind:
		return noteScales(), 1
	case k == handout.FormKind:
		return formScales(), 2
	}
	return []scale{scaled(12, 11, 1.3, 44, 5)}, 0
}

// largeScales give up room before they give up size.
func largeScales() (list []scale) {
	for _, n := range []struct{ body, figure, gap, row float64 }{{18, 80, 6, 11}, {18, 80, 4, 9}, {18, 72, 4, 9}, {18, 64, 4, 9}, {18, 56, 4, 9}, {17, 56, 4, 9}, {16, 56, 4, 9}} {
		s := scaled(n.body, leastLarge, 1.3, n.figure, n.gap)
		s.title, s.label, s.row, s.write, s.across, s.large = 28, leastLarge, n.row*mm, 13*mm, 1, true
		list = append(list, s)
	}
	return list
}

// formScales fit the questions on one leaf.
func formScales() (list []scale) {
	for _, n := range [][4]float64{
		{12, 1.22, 3, 1.3}, {11.5, 1.2, 2.6, 1.1}, {11, 1.2, 2.4, 1}, {11, 1.17, 2, 0.8}, {10.5, 1.17, 2, 0.8}, {10.5, 1.15, 1.8, 0.65}, {10.5, 1.13, 1.5, 0.5}, {10.5, 1.1, 1.2, 0.4}, {10.5, 1.1, 1, 0.3},
		{10.2, 1.1, 1.2, 0.4}, {10.2, 1.1, 1, 0.3}, {10, 1.1, 1.1, 0.4}, {10, 1.1, 1, 0.3}, {10, 1.08, 0.9, 0.25}, {10, 1.07, 0.8, 0.2}, {10, 1.06, 0.8, 0.15}, {10, 1.05, 0.7, 0.1}, {9.75, 1.05, 0.8, 0.2}, {9.5, 1.05, 0.8, 0.2}, {9.25, 1.05, 0.8, 0.2}, {9, 1.05, 0.8, 0.2},
	} {
		s := scaled(n[0], max(9, n[0]-1), n[1], 44, n[2])
		s.title, s.lead, s.part, s.label, s.write, s.rowPad, s.across = 20, n[0], n[0]*1.12, 8.5, 7*mm, n[3]*mm, 6
		if n[0] < 11 {
			s.title, s.write, s.runIn = 17, 6.2*mm, true
		}
		list = append(list, s)
	}
	return list
}

func sheetScales() []scale {
	list := []scale{
		scaled(14, 12.5, 1.32, 50, 5),
		scaled(13, 12, 1.32, 48, 5),
		scaled(12.5, 11.5, 1.3, 48, 4.5),
		scaled(12, 11.4, 1.3, 48, 4.5),
		scaled(12, 11.2, 1.28, 44, 4),
		scaled(12, 11, 1.26, 42, 3.4),
		scaled(12, 10.8, 1.23, 39, 2.9),
		scaled(12, 10.5, 1.2, 37, 2.4),
		scaled(12, 10.5, 1.18, 35, 2),
		scaled(12, 10.5, 1.15, 33, 1.6),
		scaled(12, 10.5, 1.12, 30, 1.2),
		scaled(12, 10.5, 1.12, 28, 1.2),
		scaled(12, 10.5, 1.1, 27, 0.9),
		scaled(12, 10.5, 1.09, 23, 0.7),
		scaled(12, 10.5, 1.07, 23, 0.55),
		scaled(12, 10.5, 1.07, 23, 0.55),
		scaled(12, 10.5, 1.05, 22, 0.5),
	}
	for i := range list {
		s := &list[i]
		if i >= 5 {
			s.dense, s.row, s.title = true, 6.5*mm, 22
		}
		if i >= 8 {
			s.row, s.title, s.name, s.part = 5.6*mm, 20, 13.5, 13.5
		}
		s.terse, s.joins = i >= 11, i >= 11
		if i >= 12 {
			s.row, s.title, s.name, s.part = 5*mm, 18, 13, 13
		}
		if i >= 14 {
			s.row, s.title, s.lead, s.part = 4.7*mm, 17, 11, 12.5
		}
		s.curt, s.spare = i >= 13, i >= 15
	}
	return list
}

// noteScales keep the answers at the size of running text, 9 pt at the very least: the more of
// them are positive, the more everything around them runs on.
func noteScales() []scale {
	const (
		open   = iota // headings on lines of their own
		beside        // headings and labels beside what they name
		brief         // what was told to the person runs on
		dense         // lists in two columns
		terse         // all lists run on
		curt          // brief forms stand for long ones
		packed        // their leads, too
	)
	var list []scale
	for _, n := range []struct {
		body, second, small, leading, gap, title float64
		mode                                     int
	}{
		{12, 11.5, 10.5, 1.28, 4, 22, open}, {11.5, 11, 10, 1.26, 3.4, 21, open}, {11, 10.5, 10, 1.25, 2.8, 20, open},
		{11.5, 11, 10, 1.25, 2.8, 20, beside}, {11, 10.5, 10, 1.24, 2.5, 20, beside}, {11, 10.5, 9.5, 1.2, 2, 19, beside}, {11, 10.5, 9, 1.16, 1.6, 18, beside},
		{11, 10.5, 9.5, 1.22, 2, 19, brief}, {11, 10.5, 9, 1.18, 1.7, 18, brief}, {11, 10, 9, 1.15, 1.4, 17, brief}, {11, 10, 9, 1.1, 1.1, 16, brief}, {11, 10, 9, 1.08, 0.9, 16, brief},
		{10.5, 10, 9, 1.13, 1.2, 16, dense}, {10.5, 10, 9, 1.1, 1, 16, dense}, {10.5, 10, 8.5, 1.08, 0.8, 15, dense}, {10, 9, 8.5, 1.15, 1.2, 16, dense}, {10, 9, 8.5, 1.11, 1, 15, dense}, {9.5, 9, 8.5, 1.12, 1.1, 15, dense}, {9.5, 8.5, 8.5, 1.1, 0.9, 15, dense},
		{10, 9, 8.5, 1.15, 1, 15, terse}, {9.5, 9, 8.5, 1.14, 1, 14, terse}, {9.5, 8.5, 8.5, 1.12, 0.9, 14, terse},
		{10, 9, 8.5, 1.14, 1, 14, curt}, {9.5, 9, 8.5, 1.13, 1, 14, curt}, {9.5, 8.5, 8, 1.12, 0.8, 14, curt}, {9, 8.5, 8, 1.12, 0.8, 14, curt}, {9, 8.5, 8, 1.1, 0.7, 13, curt}, {9, 8, 8, 1.08, 0.5, 12, curt},
		{9.5, 8.5, 8, 1.12, 0.8, 13, packed}, {9, 8.5, 8, 1.12, 0.7, 13, packed}, {9, 8, 8, 1.1, 0.6, 12, packed}, {9, 8, 8, 1.08, 0.5, 12, packed}, {9, 8, 8, 1.06, 0.4, 11.5, packed}, {9, 8, 8, 1.05, 0.3, 11, packed}, {9, 8, 8, 1.04, 0.2, 11, packed}, {9, 8, 8, 1.03, 0.1, 11, packed}, {8.7, 8, 8, 1.05, 0.2, 11, packed}, {8.5, 8, 8, 1.04, 0.2, 11, packed},
	} {
		s := scaled(n.body, n.small, n.leading, 40, n.gap)
		s.part, s.title, s.second, s.across = s.body*1.1, n.title, n.second, 4
		s.blanks = [2]float64{65 * mm, 30 * mm}
		s.label = max(7.5, min(9, s.body*0.8))
		s.lead = max(8, s.small-1)
		if n.body >= 10.5 {
			s.lead = 10.5
		}
		s.write = [...]float64{open: 8.5, beside: 8, brief: 7.5, dense: 7, terse: 6.5, curt: 6, packed: 5.5}[n.mode] * mm
		if n.mode >= beside {
			s.runIn, s.aside, s.inline = true, true, true
		}
		s.joins = n.mode >= curt
		s.brief, s.dense, s.terse, s.curt, s.packed = n.mode >= brief, n.mode >= dense, n.mode >= terse, n.mode >= curt, n.mode >= packed
		if s.terse {
			s.part, s.label = s.body, 8
		}
		list = append(list, s)
	}
	return list
}
