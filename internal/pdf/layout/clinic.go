package layout

import (
	"backcare/internal/handout"
)

// setClinic breaks the clinic's text, beside the person's share of the head if two lines hold it.
// It says whether the person has to stand below.
func (f *Frame) setClinic(share float64, personal, large bool) (below bool) {
	t := f.doc.Head.Clinic
	room := f.Wide
	if personal {
		room -= share + headGap
	}
	if l := f.logo; l != nil {
		f.logoH = min(10*MM, float64(l.Height))
		f.logoW = f.logoH * float64(l.Width) / float64(l.Height)
		if most := f.Wide * 0.2; f.logoW > most {
			f.logoH *= most / f.logoW
			f.logoW = most
		}
		room -= f.logoW + logoGap
	}
	if len(t) == 0 {
		return false
	}
	if room > 20*MM {
		f.Clinic = f.clinicLines(t, room)
	}
	if !personal || !large && len(f.Clinic) > 0 && len(f.Clinic) <= 2 {
		return false
	}
	room = f.Wide
	if f.logo != nil {
		room -= f.logoW + logoGap
	}
	f.Clinic = f.clinicLines(t, room)
	return true
}

// logoGap is the room between the logo and the clinic's name.
const logoGap = 3 * MM

// setFoot breaks the small print. If its last line would run into the page's number, all of it is set
// narrower.
func (f *Frame) setFoot(large bool) {
	page := 8
	if large || f.doc.Kind == handout.CoverKind {
		page = 88
	}
	f.ofWidth = f.Width(f.pageOf(page, page), f.number().Size, false) + 3*MM
	if len(f.doc.Foot) > 0 {
		t := f.doc.Foot
		f.Small = f.wrap(t, f.FootStyle.Size, f.Wide)
		if f.Small[len(f.Small)-1].W > f.Wide-f.ofWidth {
			f.Small = f.wrap(t, f.FootStyle.Size, f.Wide-f.ofWidth)
		}
	}
	f.Bottom = f.H - BottomMargin - float64(max(1, len(f.Small)))*f.FootStyle.Line() - overFoot
	if f.lined() {
		f.Bottom += overFoot - overLine
	}
}

// number is the style of the page's number: not small print.
func (f *Frame) number() Style {
	st := f.FootStyle
	st.Right = true
	st.Size = max(st.Size, min(st.Size*1.1, leastLarge))
	st.Leading *= f.FootStyle.Size / st.Size
	return st
}

// textWidth is the width of a text of the head on one line.
func (f *Frame) textWidth(t handout.Text) (w float64) {
	for _, s := range t {
		w += f.Width(s.Text, f.HeadStyle.Size, s.Bold)
	}
	return w
}

// Room is the height for blocks on a page, counted from 0.
func (f *Frame) Room(page int) float64 { return f.Bottom - f.Top[min(page, 1)] }

// lined says whether a line parts the foot from the page, so that less room has to: on papers that have
// none to give.
func (f *Frame) lined() bool {
	return f.doc.Kind == handout.ReferralKind || f.doc.Kind == handout.FormKind
}
