package layout

// expand shares out the room left on a page: to rows that one writes in, then to the gaps.
func expand(boxes []Metric, room float64) (gaps, rows []float64, rest float64) {
	gaps, rows = make([]float64, len(boxes)), make([]float64, len(boxes))
	left, shares, growing := room, 0.0, 0
	for i := range boxes {
		b := &boxes[i]
		left -= b.Height
		if i > 0 {
			left -= b.Before
			shares += b.Stretch
		} else {
			left -= b.Head
		}
		if b.Growth > 0 {
			growing++
		}
	}
	rest = left
	for i := range boxes {
		if boxes[i].Growth > 0 && left > 0 {
			rows[i] = whole(min(rest*0.6/float64(growing), boxes[i].Growth))
			left -= rows[i]
		}
	}
	for range 3 { // what one gap may not take goes to the others
		if left < 1 || shares <= 0 {
			break
		}
		each, used, open := left/shares, 0.0, 0.0
		for i := range boxes {
			b := &boxes[i]
			if i == 0 || gaps[i] >= b.MaxStretch {
				continue
			}
			add := min(each*b.Stretch, b.MaxStretch-gaps[i])
			gaps[i] += add
			used += add
			if gaps[i] < b.MaxStretch {
				open += b.Stretch
			}
		}
		left -= used
		shares = open
	}
	return gaps, rows, rest
}

// whole is a length in whole steps, so that a box that grows is not drawn anew for each paper.
func whole(v float64) float64 {
	const step = 2.0 // pt
	return step * float64(int(v/step))
}
