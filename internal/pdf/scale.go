package pdf

import "backcare/internal/handout"

// scale is a set of sizes that go together. All in points.
type scale struct {
	title, lead, name, part, body, small, label float64 // sizes of type
	leading                                     float64 // line height over size
	figure                                      float64 // width of a figure's column
	gap                                         float64 // between blocks
	pad                                         float64 // inside boxes
	row                                         float64 // least height of a row to write in
	write                                       float64 // room to write above a line
	large                                       bool    // large print
	dense                                       bool    // lists in two columns wherever they can
	terse                                       bool    // lists run on in one paragraph
	across                                      int     // labelled fields in a row
}

// scaled derives a scale from the size of running text and of secondary text.
func scaled(body, small, leading, figure, gap float64) scale {
	return scale{
		title: min(26, body*2.08), lead: body * 1.04, name: body * 1.2, part: body * 1.3, body: body, small: small, label: min(9, body*0.8),
		leading: leading, figure: figure * mm, gap: gap * mm, pad: max(2, min(4, gap)) * mm, row: 7 * mm, write: 9 * mm, across: 3,
	}
}

// scales are the sizes to try for a kind of paper, the most comfortable first, and how many pages
// it must come to; 0 is as many as it takes.
func scales(k handout.Kind, large bool) (list []scale, pages int) {
	switch {
	case large:
		for _, body := range []float64{18, 17, 16} {
			s := scaled(body, 16, 1.3, 56, 6)
			s.title, s.label, s.row, s.write, s.across, s.large = 28, 14, 11*mm, 13*mm, 1, true
			list = append(list, s)
		}
		return list, 0
	case k == handout.SheetKind:
		return sheetScales(), 2
	case k == handout.ReferralKind:
		return noteScales(), 1
	case k == handout.FormKind:
		return []scale{scaled(12, 11, 1.22, 44, 3)}, 0
	}
	return []scale{scaled(12, 11, 1.3, 44, 5)}, 0
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
	}
	for i := range list {
		s := &list[i]
		if i >= 5 {
			s.dense, s.row, s.title = true, 6.5*mm, 22
		}
		if i >= 8 {
			s.row, s.title, s.name, s.part = 5.6*mm, 20, 13.5, 13.5
		}
		s.terse = i >= 11
		if i >= 12 {
			s.row, s.title, s.name, s.part = 5*mm, 18, 13, 13
		}
	}
	return list
}

func noteScales() []scale {
	list := []scale{
		scaled(12, 11, 1.3, 40, 4.5),
		scaled(12, 10.5, 1.28, 40, 4),
		scaled(11.5, 10, 1.26, 40, 3.5),
		scaled(11, 9.5, 1.24, 40, 3),
		scaled(11, 9, 1.22, 40, 2.5),
		scaled(10.5, 8.5, 1.2, 40, 2.2),
		scaled(10, 8.5, 1.18, 40, 1.9),
		scaled(9.5, 8.5, 1.17, 40, 1.6),
		scaled(9.5, 8.5, 1.14, 40, 1.1),
		scaled(9, 8, 1.12, 40, 0.9),
		scaled(8.5, 8, 1.12, 40, 0.8),
		scaled(8, 7.5, 1.1, 40, 0.6),
		scaled(7.5, 7.5, 1.1, 40, 0.5),
	}
	for i := range list {
		s := &list[i]
		s.part = s.body * 1.1
		if i >= 2 {
			s.title, s.write, s.across = 20, 8*mm, 4
		}
		if i >= 4 {
			s.dense, s.write, s.title = true, 7*mm, 17
		}
		if i >= 8 {
			s.write, s.title = 5.5*mm, 15
		}
		s.terse = i >= 9
	}
	return list
}
