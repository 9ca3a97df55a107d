package pdf

import (
	"slices"
	"strconv"
	"strings"

	"backcare/internal/handout"
)

// frame is what stands around the blocks on every page of a document: the head, the foot, and
// the room they leave.
type frame struct {
	doc         *handout.Document
	faces       *faces
	w, h        float64    // of the page, pt
	wide        float64    // of the column, pt
	top         [2]float64 // where blocks begin on the first page, and on the others
	bottom      float64    // where they must end
	rule        [2]float64 // the line below the head
	bare        bool       // nothing stands in the first page's head
	head, foot  style
	strip       strip
	clinic      []line
	clinicY     float64 // where it begins
	running     []line  // the title, in the head of later pages
	small       []line  // small print of the foot
	ofWidth     float64 // of the page's number and the room before it, pt
	logo        *logo
	logoW, logH float64
}

const (
	underHead = 1.6 * mm // between the head and its line
	headGap   = 6 * mm   // between what stands at the left of the head and at its right
	thirdLine = 6 * mm   // above two lines of large print, for a person of three: in the margin, or below the clinic
	overFoot  = 3.6 * mm // between the last line of a page and the foot
	overLine  = 2.2 * mm // the same where a line parts them, on notes, which have no room to give
)

func newFrame(doc *handout.Document, paper Paper, fs *faces, l *logo) (*frame, error) {
	w, h, err := paper.size()
	if err != nil {
		return nil, err
	}
	f := &frame{doc: doc, faces: fs, w: w, h: h, wide: w - 2*sideMargin, logo: l}
	f.head = style{size: 9.5, leading: 1.22, colour: grey}
	f.foot = style{size: 8, leading: 1.2, colour: grey}
	if paper.Large {
		f.head.size, f.foot.size = leastLarge, leastLarge
	}
	f.setHead(paper.Large)
	f.setFoot(paper.Large)
	return f, nil
}

// setHead shares out the head. Whose name it will bear is not known yet: one layout serves a
// thousand people.
func (f *frame) setHead(large bool) {
	doc, line := f.doc, f.head.line()
	open := doc.Kind == handout.SheetKind // the person is anybody
	personal := open || doc.Kind == handout.ReferralKind || len(doc.Head.Person) > 0
	var width, rise [2]float64
	if personal {
		width[0] = f.wide * 0.55
		if !open { // a number and a time, which are known
			width[0] = min(f.wide, f.textWidth(doc.Head.Person)+2)
		}
		rise = [2]float64{2 * line, 2 * line}
	}
	below := f.setClinic(width[0], personal, large)
	tall := max(float64(len(f.clinic))*line, f.logH)
	switch {
	case !personal:
	case below || tall == 0: // the whole width is the person's, and one line will do
		width[0] = f.wide
		if !large || !open {
			rise[0] = line
		}
		f.clinicY = topMargin
		if tall > 0 {
			if tall += lent; large {
				tall += thirdLine - lent
			}
		}
		tall += rise[0]
	default:
		if !open {
			rise[0] = line
		}
		tall = max(tall, rise[0])
	}
	if doc.Head.Running != "" {
		room := f.wide
		if (personal || len(doc.Head.Blanks) > 0) && !large {
			room *= 0.48
		}
		f.running = f.faces.wrap(plain(composed(doc.Head.Running)), f.head.size, room)
	}
	later, under := max(1, float64(len(f.running)))*line, 0.0
	if len(doc.Head.Blanks) > 0 && large { // on a line of their own
		later += blankRow
	}
	if personal {
		width[1] = f.wide - widest(f.running) - headGap
		if large { // a long name needs all of the width
			width[1], under = f.wide, later
		}
		if !open {
			rise[1] = line * float64(len(f.faces.wrap(doc.Head.Person, f.head.size, width[1])))
		}
		later = max(later, under+rise[1])
	}
	if f.clinicY == 0 {
		f.clinicY = topMargin + tall - float64(len(f.clinic))*line
	}
	for i, tall := range [2]float64{tall, later} {
		f.rule[i] = topMargin + tall + underHead
		f.top[i] = f.rule[i] + 3*mm
	}
	if f.bare = !personal && tall == 0; f.bare {
		f.top[0] = topMargin
	}
	if personal {
		f.strip = strip{right: f.w - sideMargin, width: width, rise: rise, size: f.head.size, page: f.h}
		for i := range f.rule { // the last line stands on the rule, whatever else is in the head
			f.strip.bases[i] = f.rule[i] - underHead - line + f.head.base()
		}
		f.strip.bases[1] -= under
		if large {
			f.strip.rise = [2]float64{rise[0] + thirdLine, rise[1] + thirdLine}
		}
	}
}

// setClinic breaks the clinic's text, beside the person's share of the head if two lines hold it.
// It says whether the person has to stand below.
func (f *frame) setClinic(share float64, personal, large bool) (below bool) {
	t := f.doc.Head.Clinic
	room := f.wide
	if personal {
		room -= share + headGap
	}
	if l := f.logo; l != nil {
		f.logH = min(10*mm, float64(l.height))
		f.logoW = f.logH * float64(l.width) / float64(l.height)
		if most := f.wide * 0.2; f.logoW > most {
			f.logH *= most / f.logoW
			f.logoW = most
		}
		room -= f.logoW + logoGap
	}
	if len(t) == 0 {
		return false
	}
	if room > 20*mm {
		f.clinic = clinicLines(f.faces, f.head, t, room)
	}
	if !personal || !large && len(f.clinic) > 0 && len(f.clinic) <= 2 {
		return false
	}
	room = f.wide
	if f.logo != nil {
		room -= f.logoW + logoGap
	}
	f.clinic = clinicLines(f.faces, f.head, t, room)
	return true
}

// logoGap is the room between the logo and the clinic's name.
const logoGap = 3 * mm

// setFoot breaks the small print. Only its last line makes room for the page's number.
func (f *frame) setFoot(large bool) {
	page := 8
	if large || f.doc.Kind == handout.CoverKind {
		page = 88
	}
	f.ofWidth = f.faces[0].width(f.pageOf(page, page), f.number().size) + 3*mm
	if len(f.doc.Foot) > 0 {
		t := f.foot.of(f.doc.Foot)
		f.small = f.faces.wrap(t, f.foot.size, f.wide)
		if f.small[len(f.small)-1].w > f.wide-f.ofWidth {
			f.small = f.faces.wrap(t, f.foot.size, f.wide-f.ofWidth)
		}
	}
	f.bottom = f.h - bottomMargin - float64(max(1, len(f.small)))*f.foot.line() - overFoot
	if f.doc.Kind == handout.ReferralKind {
		f.bottom += overFoot - overLine
	}
}

// number is the style of the page's number: not small print.
func (f *frame) number() style {
	st := right(f.foot)
	st.size = max(st.size, min(st.size*1.1, leastLarge))
	st.leading *= f.foot.size / st.size
	return st
}

// textWidth is the width of a text of the head on one line.
func (f *frame) textWidth(t handout.Text) (w float64) {
	for _, s := range t {
		w += f.faces.weight(s.Bold).width(composed(s.Text), f.head.size)
	}
	return w
}

// room is the height for blocks on a page, counted from 0.
func (f *frame) room(page int) float64 { return f.bottom - f.top[min(page, 1)] }

// dress puts head and foot on a page and returns them. The clinic is read on the first page;
// everything else around the page is decoration to a screen reader.
func (f *frame) dress(page, pages int, clinic *node) []thing {
	s := &slab{faces: f.faces}
	k := min(page, 1)
	if page == 0 {
		x := sideMargin
		if f.logo != nil {
			s.things = append(s.things, thing{kind: logoThing, x: x, y: topMargin, w: f.logoW, h: f.logH})
			x += f.logoW + logoGap
		}
		f.spans(s, x, f.clinicY, f.clinic, clinic)
	} else {
		s.put(sideMargin, f.blanks(s)-float64(len(f.running))*f.head.line(), f.wide, f.running, f.head, nil)
	}
	if page > 0 || !f.bare {
		s.stroke(sideMargin, f.rule[k], f.wide, 0, hair, 0.8)
	}

	y := f.h - bottomMargin - float64(max(1, len(f.small)))*f.foot.line()
	if f.doc.Kind == handout.ReferralKind {
		s.stroke(sideMargin, y-overLine/2, f.wide, 0, hair, 0.8)
	}
	s.put(sideMargin, y, f.wide, f.small, f.foot, nil)
	if of := f.pageOf(page+1, pages); of != "" {
		st := f.number()
		s.put(sideMargin, f.h-bottomMargin-st.line(), f.wide, f.faces.wrap(plain(of), st.size, f.ofWidth), st, nil)
	}
	return s.things
}

// pageOf is the page's number in words.
func (f *frame) pageOf(page, pages int) string {
	return strings.NewReplacer("{page}", strconv.Itoa(page), "{pages}", strconv.Itoa(pages)).Replace(composed(f.doc.PageOf))
}

// spans sets lines whose bold parts are ink and the others grey.
func (f *frame) spans(s *slab, x, y float64, lines []line, n *node) {
	from := len(s.things)
	s.put(x, y, f.wide, lines, f.head, n)
	for i := from; i < len(s.things); i++ {
		if s.things[i].bold {
			s.things[i].fill = ink
		}
	}
}

// clinicLines breaks the clinic's text. When it takes more than one line, its name has the first
// to itself, and the marks between its parts are left out where a line ends.
func clinicLines(fs *faces, st style, t handout.Text, width float64) []line {
	t = st.of(t)
	lines := fs.wrap(t, st.size, width)
	if len(lines) < 2 || len(t) < 2 {
		return lines
	}
	rest := append(handout.Text(nil), t[1:]...)
	rest[0].Text = strings.TrimLeft(rest[0].Text, " ·,;|–-")
	for i := range rest {
		rest[i].Text = strings.ReplaceAll(rest[i].Text, " · ", "\u00a0· ")
	}
	name := append(t[0:1:1], handout.Span{Text: " "})
	lines = slices.Concat(fs.wrap(name, st.size, width), fs.wrap(rest, st.size, width))
	for i := range lines {
		l := &lines[i]
		l.runs = slices.Clone(l.runs)
		if n := len(l.runs); n > 0 {
			l.runs[n-1].text = strings.TrimRight(l.runs[n-1].text, " \u00a0·") + " "
		}
	}
	return lines
}
