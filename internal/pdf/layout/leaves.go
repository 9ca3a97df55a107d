package layout

// leaves breaks boxes into pages, those of each leaf by themselves: do breaks boxes from the first page
// on that they may have, and returns nil if they do not fit. Before a new leaf the back of the last one
// may stay blank.
func (f *fitter) leaves(boxes []Metric, do func(c *column) ([]int, error)) (breaks []int, err error) {
	for from := 0; from < len(boxes) || from == 0; {
		to := from + 1
		for to < len(boxes) && !boxes[to].Leaf {
			to++
		}
		if len(breaks)%2 == 1 {
			breaks = append(breaks, from)
		}
		first := len(breaks)
		c, part := newColumn(boxes[from:min(to, len(boxes))], func(page int) float64 { return f.room(first + page) }), []int{0}
		if first == 0 || !c.fits(0, len(c.boxes), 0) { // a further leaf needs no back if there is room in front
			part, err = do(c)
		}
		if part == nil || err != nil {
			return nil, err
		}
		for _, b := range part {
			breaks = append(breaks, from+b)
		}
		from = to
	}
	return breaks, nil
}

// onPages breaks boxes into as many pages as they should come to at most; nil if they do not fit.
func (f *fitter) onPages(c *column) ([]int, error) {
	if f.ladder.Pages == 1 || f.ladder.Pages == 2 {
		breaks, ok := c.onLeaf(f.ladder.Pages)
		if ok {
			return breaks, nil
		}
		if f.ladder.Pages == 1 || len(c.boxes) > 1 && c.height(0, len(c.boxes)) > c.room(0) {
			return nil, nil
		}
	}
	breaks, err := c.fillUp()
	if err != nil || len(breaks) > f.ladder.Pages {
		return nil, err
	}
	return c.paginate(len(breaks)) // no page emptier than it needs to be
}
