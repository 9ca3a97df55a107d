package questions

import "slices"

// show moves what the screen shows as little as will let the cursor's row be seen: all of it, or if it
// is taller than the screen, its beginning.
func (v *view) show() {
	v.lay()
	room, start, end := v.laid.room, v.start(v.cursor), v.end(v.cursor)
	switch {
	case v.end(len(v.rows)-1) <= room, v.cursor == onText, v.cursor == 0 && end <= room:
		v.top = 0
	case start < v.top || end-start > room:
		v.top = start
	case end > v.top+room:
		v.top = end - room
	}
}

// move answers a key that moves.
func (v *view) move(key string) {
	last, room := len(v.rows)-1, v.laid.room
	start, end := v.start(v.cursor), v.end(v.cursor)
	switch key {
	case keyDown:
		if end > v.top+room { // there is more of it to read
			v.top = min(v.top+max(room-1, 1), end-room)
			return
		}
		if v.cursor++; v.cursor > last {
			v.cursor = 0
		}
	case keyUp:
		if start < v.top {
			v.top = max(v.top-max(room-1, 1), start)
			return
		}
		if v.cursor--; v.cursor < 0 {
			v.cursor = last
		}
		v.show()
		v.top = max(v.top, v.end(v.cursor)-room) // of a tall row, its end
		return
	case keyHome:
		v.cursor = 0
		if v.end(0) > room {
			v.cursor = onText
		}
	case keyEnd:
		v.cursor = last
	case keyPageDown:
		to, was := v.top+2*room-1, v.cursor
		for v.cursor < last && v.end(v.cursor+1) <= to {
			v.cursor++
		}
		if was == v.cursor && was < last {
			v.move(keyDown)
			return
		}
	case keyPageUp:
		from, was := v.top-room+1, v.cursor
		for v.cursor > 0 && v.start(v.cursor-1) >= from {
			v.cursor--
		}
		switch {
		case was != v.cursor:
		case was > 0:
			v.move(keyUp)
			return
		default:
			v.move(keyHome)
			return
		}
	}
	v.show()
}

// mark answers Space, or n, on a row of a list: it goes on or off. The row that no other goes with
// and the others take each other off; the notice says so when that loses marks.
func (v *view) mark(row int) {
	if at := slices.Index(v.marks, row); at >= 0 {
		v.marks = slices.Delete(v.marks, at, at+1)
		return
	}
	if row == v.none {
		if len(v.marks) > 0 {
			v.notice = v.words.Cleared
		}
		v.marks = nil
	} else {
		v.marks = slices.DeleteFunc(v.marks, func(m int) bool { return m == v.none })
	}
	v.marks = append(v.marks, row)
	slices.Sort(v.marks)
}

// press answers any other key, and reports whether the prompt is over.
func (v *view) press(key string) (r reply, over bool) {
	v.notice = ""
	switch {
	case key == keyPasted:
		v.notice = v.words.AtOnce
	case key == keyEnter && v.several:
		return reply{rows: slices.Clone(v.marks)}, true
	case key == keyEnter && v.cursor == onText:
		return reply{}, true
	case key == keyEnter:
		return reply{rows: []int{v.cursor}}, true
	case key == keySpace && v.several && v.cursor != onText:
		v.mark(v.cursor)
	case key == keyNone && v.several && v.none >= 0:
		v.cursor = v.none
		if !slices.Contains(v.marks, v.none) {
			v.mark(v.none)
		}
	case key == keyBack && v.back:
		return reply{rows: v.marks, move: back}, true
	case key == keyLanguage && v.lang:
		return reply{rows: v.marks, move: speak}, true
	case key == keyWhy && v.reason() != "":
		v.why = !v.why
	case key == keySpace && v.several:
		v.notice = v.words.ChooseSome
	case key == keySpace:
		v.notice = v.words.Choose
	case text(key):
		v.notice = v.words.Stray
	default:
		v.move(key)
		return reply{}, false
	}
	v.show()
	return reply{}, false
}
