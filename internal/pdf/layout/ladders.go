package layout

// largeLadder gives up room before it gives up size.
func largeLadder() *Ladder {
	l := &Ladder{}
	for _, n := range []struct{ body, leading, figure, gap, row, title float64 }{
		{18, 1.3, 80, 6, 11, 28}, {18, 1.3, 80, 4, 9, 28}, {18, 1.3, 72, 4, 9, 28}, {18, 1.3, 64, 4, 9, 28}, {18, 1.3, 56, 4, 9, 28}, {18, 1.25, 56, 4, 9, 26}, {18, 1.2, 56, 3, 9, 24}, {18, 1.15, 56, 2.4, 9, 22}, {17, 1.2, 56, 3, 9, 22}, {16, 1.2, 56, 3, 9, 22},
	} {
		s := scaled(n.body, leastLarge, n.leading, n.figure, n.gap)
		s.Title, s.Label, s.Row, s.Write, s.Across, s.Large = n.title, leastLarge, n.row*MM, 13*MM, 1, true
		l.Sizes = append(l.Sizes, s)
	}
	l.Tight = len(l.Sizes)
	return l
}

// formLadder fits each part of the questions on one leaf. Questions keep their size; the boxes above
// them, and air, give way.
func formLadder() *Ladder {
	l := &Ladder{Pages: 2}
	for _, n := range []struct{ body, other, leading, gap, pad, title, write float64 }{
		{12, 11.5, 1.2, 2.6, 1, 20, 7.5}, {11.5, 11, 1.18, 2.2, 0.8, 20, 7.5}, {11.5, 10.5, 1.14, 1.8, 0.6, 18, 7}, {11.5, 10, 1.12, 1.4, 0.5, 17, 7},
		{11.5, 10, 1.1, 1.2, 0.4, 16, 6.5}, {11.5, 10, 1.08, 1, 0.3, 15, 6.5}, {11.5, 9.5, 1.06, 0.9, 0.25, 15, 6.2}, {11.5, 9.5, 1.04, 0.8, 0.2, 14, 6.2}, {11.5, 9, 1.03, 0.7, 0.15, 14, 6}, {11.5, 9, 1.01, 0.6, 0.1, 13, 6}, {11.5, 9, 1, 0.5, 0.05, 13, 6}, {11.5, 9, 0.985, 0.4, 0, 12, 5.5},
	} {
		s := scaled(n.body, n.other, n.leading, 44, n.gap)
		s.Title, s.Lead, s.Part, s.Label, s.Write, s.RowPad, s.Across = n.title, n.other, n.body*1.08, 9, n.write*MM, n.pad*MM, 6
		s.Other, s.Dense = n.other, true
		l.Sizes = append(l.Sizes, s)
	}
	l.Tight = len(l.Sizes)
	return l
}

// sheetLadder keeps the steps at 12 pt or more. First figures and air give way, then blocks run on.
func sheetLadder() *Ladder {
	l := &Ladder{Pages: 2}
	add := func(row, title, head float64, columns bool, body, small, leading, figure, gap float64) {
		s := scaled(body, small, leading, figure, gap)
		if row > 0 {
			s.Row, s.Title = row*MM, title
		}
		if head > 0 {
			s.Name, s.Part = head, head
		}
		s.Columns = columns
		if l.Tight > 0 {
			s.Second = small
		}
		l.Sizes = append(l.Sizes, s)
	}
	for _, n := range [][5]float64{{14, 12.5, 1.32, 50, 5}, {13, 12, 1.32, 48, 5}, {12.5, 11.5, 1.3, 48, 4.5}, {12, 11.4, 1.3, 48, 4.5}, {12, 11.2, 1.28, 44, 4}} {
		add(0, 0, 0, false, n[0], n[1], n[2], n[3], n[4])
	}
	for _, n := range [][4]float64{{11, 1.26, 42, 3.4}, {10.8, 1.23, 40, 2.9}, {10.5, 1.2, 38, 2.4}} {
		add(6.5, 22, 0, true, 12, n[0], n[1], n[2], n[3])
	}
	for _, n := range [][4]float64{{10.5, 1.18, 36, 2}, {10.5, 1.16, 34, 1.7}, {10.5, 1.14, 32, 1.4}, {10.5, 1.12, 30, 1.2}} {
		add(5.6, 20, 13.5, true, 12, n[0], n[1], n[2], n[3])
	}
	l.Tight = len(l.Sizes)
	for _, n := range [][4]float64{{11, 1.2, 44, 2.4}, {11, 1.18, 42, 2}, {10.8, 1.16, 40, 1.7}, {10.5, 1.16, 38, 1.6}, {10.5, 1.16, 36, 1.5}, {10.5, 1.14, 34, 1.4}, {10.5, 1.14, 32, 1.3}, {10.5, 1.12, 30, 1.2}} {
		add(5.6, 20, 13.5, true, 12, n[0], n[1], n[2], n[3])
	}
	l.Base = len(l.Sizes)
	add(5.6, 20, 13.5, true, 12, 10.5, 1.12, 28, 1.2)
	add(5, 18, 13, true, 12, 10.5, 1.1, 27, 0.9)
	add(5, 18, 13, true, 12, 10.5, 1.09, 24, 0.7)
	for _, n := range []struct{ leading, figure, gap, other, second float64 }{
		{1.07, 23, 0.55, 12, 10.5}, {1.05, 22, 0.5, 12, 10.5}, {1.05, 22, 0.5, 11.5, 10.5}, {1.05, 22, 0.5, 11, 10.5}, {1.05, 22, 0.5, 10.5, 10.5}, {1.05, 22, 0.4, 10.5, 10}, {1.05, 22, 0.4, 10.5, 9.5}, {1.04, 22, 0.3, 10, 9.5}, {1.04, 22, 0.2, 10, 9}, {1.03, 22, 0.1, 10, 9}, {1.02, 22, 0.05, 10, 8.5}, {1.01, 22, 0.05, 10, 8.5},
	} {
		add(4.7, 17, 12.5, true, 12, 10.5, n.leading, n.figure, n.gap)
		last := l.Sizes[len(l.Sizes)-1]
		last.Name, last.Lead, last.Other, last.Second = 13, 11, n.other, n.second
		last.Part = max(last.Other, 11.5)
	}
	return l
}

// noteLadder keeps the answers at the size of running text. What does not fit at the last of its
// sizes is written in brief, by who writes the document.
func noteLadder() *Ladder {
	const (
		open    = iota // headings on lines of their own
		beside         // headings and labels beside what they name
		runOn          // what was told to the person runs on
		columns        // lists in two columns
	)
	l := &Ladder{Pages: 1, Brief: true}
	for _, n := range []struct {
		noteSizes
		mode int
	}{
		{noteSizes{12, 11.5, 10.5, 1.28, 4, 22}, open}, {noteSizes{11.5, 11, 10, 1.26, 3.4, 21}, open}, {noteSizes{11, 10.5, 10, 1.25, 2.8, 20}, open},
		{noteSizes{11.5, 11, 10, 1.25, 2.8, 20}, beside}, {noteSizes{11, 10.5, 10, 1.24, 2.5, 20}, beside}, {noteSizes{11, 10.5, 9.5, 1.2, 2, 19}, beside}, {noteSizes{11, 10.5, 9, 1.16, 1.6, 18}, beside},
		{noteSizes{11, 10.5, 9.5, 1.22, 2, 19}, runOn}, {noteSizes{11, 10.5, 9, 1.18, 1.7, 18}, runOn}, {noteSizes{11, 10, 9, 1.15, 1.4, 17}, runOn}, {noteSizes{11, 10, 9, 1.1, 1.1, 16}, runOn}, {noteSizes{11, 10, 9, 1.08, 0.9, 16}, runOn},
		{noteSizes{10.5, 10, 9, 1.12, 1.1, 16}, columns}, {noteSizes{10.5, 10, 9, 1.08, 0.9, 16}, columns},
	} {
		s := n.sizes()
		s.Write = [...]float64{open: 8.5, beside: 8, runOn: 7.5, columns: 7}[n.mode] * MM
		s.RunIn, s.Beside, s.RunOn, s.Columns = n.mode >= beside, n.mode >= beside, n.mode >= runOn, n.mode >= columns
		l.Sizes = append(l.Sizes, s)
	}
	l.Tight = len(l.Sizes)
	return l
}

// briefLadder is for notes that are written in brief because all of it is full.
func briefLadder() *Ladder {
	l := &Ladder{Pages: 1}
	for _, n := range []noteSizes{
		{11, 10.5, 9.5, 1.2, 1.8, 17}, {11, 10.5, 9, 1.15, 1.3, 16}, {11, 10.5, 9, 1.1, 0.9, 16}, {11, 10, 9, 1.1, 0.8, 16}, {11, 10, 8.5, 1.06, 0.6, 15}, {10.5, 10, 9, 1.1, 0.8, 15}, {10.5, 10, 9, 1.06, 0.6, 15}, {10, 9.5, 9, 1.12, 1, 15}, {10, 9, 9, 1.1, 0.8, 14}, {10, 9, 9, 1.06, 0.6, 13},
		{9.5, 9, 8.5, 1.1, 0.8, 13}, {9.5, 8.5, 8, 1.08, 0.6, 13}, {9, 8.5, 8, 1.1, 0.6, 13}, {9, 8, 8, 1.08, 0.5, 12}, {9, 8, 8, 1.05, 0.3, 11}, {9, 8, 8, 1.03, 0.1, 11}, {9, 8, 8, 1.01, 0.05, 10.5}, {9, 8, 8, 1, 0, 10}, {8.7, 8, 8, 1.01, 0.05, 10.5}, {8.5, 8, 8, 1.02, 0.05, 10.5}, {8.5, 8, 8, 1, 0, 10},
	} {
		s := n.sizes()
		s.Part, s.Label, s.Write = s.Body, 8, 7*MM
		if n.body < 10 {
			s.Write = 6 * MM
		}
		if n.body <= 9 {
			s.Write = 5 * MM
		}
		if n.body < 9 {
			s.Write = 4.2 * MM
		}
		s.RunIn, s.Beside, s.RunOn, s.Columns, s.Full = true, true, true, true, true
		l.Sizes = append(l.Sizes, s)
	}
	l.Tight = len(l.Sizes)
	return l
}

// noteSizes are what differs from one size of a note to the next: sizes of type in pt, the leading,
// and the gap in mm.
type noteSizes struct{ body, second, small, leading, gap, title float64 }

func (n noteSizes) sizes() *Sizes {
	s := scaled(n.body, n.small, n.leading, 40, n.gap)
	s.Part, s.Title, s.Second, s.Across = s.Body*1.1, n.title, n.second, 4
	s.Blanks = [2]float64{65 * MM, 30 * MM}
	s.Label = max(7.5, min(9, s.Body*0.8))
	if s.Lead = max(8, s.Small-1); n.body >= 10.5 {
		s.Lead = 10.5
	}
	return s
}
