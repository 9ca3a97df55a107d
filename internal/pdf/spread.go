package pdf

// place puts the units on their pages and spreads the room that is left.
func (l *layout) place(units []unit, breaks []int, clinic *node) {
	for p, from := range breaks {
		to := len(units)
		if p+1 < len(breaks) {
			to = breaks[p+1]
		}
		l.pages = append(l.pages, l.page(units[from:to], p, len(breaks), clinic))
	}
}

func (l *layout) page(units []unit, p, pages int, clinic *node) []thing {
	things := l.frame.dress(p, pages, clinic)
	y := l.frame.top[min(p, 1)]
	gaps, rows, rest := slack(units, l.frame.room(p))
	l.rest = append(l.rest, rest)
	for i, u := range units {
		if i == 0 && u.head != nil { // repeated, so not read again
			for _, th := range u.head.things {
				th.node = nil
				things = append(things, th.at(sideMargin, y))
			}
			y += u.head.height
		}
		if i > 0 {
			gap := u.before + gaps[i]
			if u.rule {
				things = append(things, thing{kind: lineThing, x: sideMargin, y: y + gap/2, w: l.frame.wide, stroke: hair, width: 0.8})
			}
			y += gap
		}
		set := u.things
		if rows[i] > 0 {
			set = u.grow(rows[i])
		}
		for _, th := range set {
			things = append(things, th.at(sideMargin, y))
		}
		y += u.height + rows[i]
	}
	return things
}

// slack shares out the room left on a page: to rows that one writes in, then to the gaps.
func slack(units []unit, room float64) (gaps, rows []float64, rest float64) {
	gaps, rows = make([]float64, len(units)), make([]float64, len(units))
	left := room
	shares := 0.0
	for i, u := range units {
		left -= u.height
		if i > 0 {
			left -= u.before
			shares += u.spread
		} else if u.head != nil {
			left -= u.head.height
		}
	}
	rest = left
	growing := 0
	for _, u := range units {
		if u.grow != nil {
			growing++
		}
	}
	for i, u := range units {
		if u.grow != nil && left > 0 {
			rows[i] = min(rest*0.6/float64(growing), u.growth)
			left -= rows[i]
		}
	}
	for range 3 { // what one gap may not take goes to the others
		if left < 1 || shares <= 0 {
			break
		}
		each, used, open := left/shares, 0.0, 0.0
		for i, u := range units {
			if i == 0 || gaps[i] >= u.most {
				continue
			}
			add := min(each*u.spread, u.most-gaps[i])
			gaps[i] += add
			used += add
			if gaps[i] < u.most {
				open += u.spread
			}
		}
		left -= used
		shares = open
	}
	return gaps, rows, rest
}

func (t thing) at(x, y float64) thing {
	t.x += x
	t.y += y
	return t
}

// check finds letters that cannot be printed.
func (l *layout) check() error {
	var missing []rune
	for _, page := range l.pages {
		for _, th := range page {
			if th.kind == textThing {
				missing = append(missing, l.frame.faces.weight(th.bold).lacks(th.text)...)
			}
		}
	}
	if missing != nil {
		return missingError(missing)
	}
	return nil
}

// letters are the blocks of letters that the pages need beyond the base ones.
func (l *layout) letters(base map[rune]bool) (c charset) {
	for _, page := range l.pages {
		for _, th := range page {
			if th.kind == textThing {
				c.join(blocksOf(th.text, base))
			}
		}
	}
	return c
}

func blocksOf(s string, base map[rune]bool) (c charset) {
	for _, r := range s {
		if r > 0x7e && !base[r] {
			c.add(r)
		}
	}
	return c
}
