package batch

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/rivo/uniseg"
)

// bar is one line on a terminal that says how far something has got. It is drawn when it moves and at no other
// time, so nothing of it comes back after it has been cleared.
type bar struct {
	to    io.Writer
	width func() int // of the terminal, in columns
	now   func() time.Time
	name  string // what is told before the percentage
	total int64  // 0 or less when it is not known
	begun time.Time
	drawn time.Time
	on    int // columns that the line takes up
}

// newBar draws a bar that has got nowhere yet.
func newBar(to io.Writer, width func() int, now func() time.Time, total int64) *bar {
	b := &bar{to: to, width: width, now: now, total: total, begun: now()}
	b.draw(0)
	return b
}

// move draws the bar at a place on the way to its total, ten times a second at the most.
func (b *bar) move(at int64) {
	if b.now().Sub(b.drawn) >= 100*time.Millisecond {
		b.draw(at)
	}
}

func (b *bar) draw(at int64) {
	line := b.line(at, b.now().Sub(b.begun), b.width())
	n := uniseg.StringWidth(line)
	io.WriteString(b.to, "\r"+line+strings.Repeat(" ", max(b.on-n, 0)))
	b.on, b.drawn = n, b.now()
}

// clear takes the line away.
func (b *bar) clear() {
	io.WriteString(b.to, "\r"+strings.Repeat(" ", b.on)+"\r")
	b.on = 0
}

// line is the bar after some time, one column narrower than the terminal, so that no terminal breaks it. What
// does not fit after the percentage is left out: the name, the time left, the bar.
func (b *bar) line(at int64, spent time.Duration, width int) string {
	const longest, shortest = 20, 5
	room := width - 1
	var parts []string
	add := func(part string) {
		if n := uniseg.StringWidth(part) + min(len(parts), 1); part != "" && n <= room {
			parts, room = append(parts, part), room-n
		}
	}
	if b.total <= 0 {
		add(b.name)
		return strings.Join(parts, " ")
	}
	done := min(max(float64(at)/float64(b.total), 0), 1)
	add(fmt.Sprintf("%d%%", int(100*done)))
	add(b.name)
	if done > 0 {
		left := time.Duration(float64(spent) * (1 - done) / done)
		add(left.Round(time.Second).String() + " left")
	}
	if n := min(room-len(" []"), longest); n >= shortest {
		full := int(done * float64(n))
		add("[" + strings.Repeat("=", full) + strings.Repeat(" ", n-full) + "]")
	}
	return strings.Join(parts, " ")
}
