package pdf

import (
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
	small       []line  // small print of the foot
	ofWidth     float64 // of the page's number and the room before it, pt
	logo        *logo
	logoW, logH float64
}

// underHead is the room between the head and its line.
const underHead = 1.6 * mm

func newFrame(doc *handout.Document, paper Paper, fs *faces, l *logo) (*frame, error) {
	w, h, err := paper.size()
	if err != nil {
		return nil, err
	}
	f := &frame{doc: doc, faces: fs, w: w, h: h, wide: w - 2*sideMargin, logo: l}
	f.head = style{size: 9.5, leading: 1.22, colour: grey}
	f.foot = style{size: 8, leading: 1.2, colour: grey}
	share := 0.55 // of the head that is the person's
	if paper.Large {
		f.head.size, f.foot.size = 13, 11
	}
	personal := len(doc.Head.Person) > 0 || doc.Kind == handout.SheetKind || doc.Kind == handout.ReferralKind
	if !personal {
		share = 0
	}
	clinicWidth := f.wide*(1-share) - 6*mm
	if l != nil {
		f.logH = min(10*mm, float64(l.height))
		f.logoW = f.logH * float64(l.width) / float64(l.height)
		if most := clinicWidth * 0.45; f.logoW > most {
			f.logH *= most / f.logoW
			f.logoW = most
		}
		clinicWidth -= f.logoW + 3*mm
	}
	if len(doc.Head.Clinic) > 0 {
		f.clinic = clinicLines(fs, f.head, doc.Head.Clinic, clinicWidth)
	}
	strips := [2]float64{}
	widths := [2]float64{f.wide * share, f.wide * share}
	if personal {
		strips = [2]float64{2 * f.head.line(), 2 * f.head.line()}
	}
	if doc.Kind == handout.ReferralKind { // a number and a time fit one line
		strips = [2]float64{f.head.line(), f.head.line()}
	}
	if personal && len(f.clinic) == 0 && l == nil && !paper.Large { // the whole width is the person's
		strips[0], widths[0] = f.head.line(), f.wide
	}
	for i, tall := range [2]float64{max(strips[0], float64(len(f.clinic))*f.head.line(), f.logH), max(strips[1], f.head.line())} {
		f.rule[i] = topMargin + tall + underHead
		f.top[i] = f.rule[i] + 3*mm
	}
	if f.bare = !personal && len(f.clinic) == 0 && l == nil; f.bare {
		f.top[0] = topMargin
	}
	if share > 0 {
		f.strip = strip{right: w - sideMargin, width: widths, rise: strips, size: f.head.size, page: h}
		// The last line of the strip stands on the rule, whatever else is in the head.
		f.strip.bases = [2]float64{f.rule[0] - underHead - f.head.line() + f.head.base(), f.rule[1] - underHead - f.head.line() + f.head.base()}
	}
	f.ofWidth = fs[0].width(f.pageOf(88, 88), f.foot.size*1.1) + 6*mm
	f.small = fs.wrap(f.foot.of(doc.Foot), f.foot.size, f.wide-f.ofWidth)
	if len(doc.Foot) == 0 {
		f.small = nil
	}
	lines := max(1, len(f.small))
	f.bottom = h - bottomMargin - float64(lines)*f.foot.line() - 2.2*mm
	return f, nil
}

// room is the height for blocks on a page, counted from 0.
func (f *frame) room(page int) float64 { return f.bottom - f.top[min(page, 1)] }

// dress puts head and foot on a page and returns them. The clinic is read on the first page;
// everything else around the page is decoration to a screen reader.
func (f *frame) dress(page, pages int, clinic *node) []thing {
	s := &slab{faces: f.faces}
	k := min(page, 1)
	bottom := f.rule[k] - underHead
	if page == 0 {
		x := sideMargin
		if f.logo != nil {
			s.things = append(s.things, thing{kind: logoThing, x: x, y: bottom - f.logH, w: f.logoW, h: f.logH})
			x += f.logoW + 3*mm
		}
		f.spans(s, x, bottom-float64(len(f.clinic))*f.head.line(), f.clinic, clinic)
	} else if f.doc.Head.Running != "" {
		lines := f.faces.wrap(plain(composed(f.doc.Head.Running)), f.head.size, f.wide*0.48)
		s.put(sideMargin, bottom-f.head.line(), f.wide, lines[:1], f.head, nil)
	}
	if page > 0 || !f.bare {
		s.stroke(sideMargin, f.rule[k], f.wide, 0, hair, 0.8)
	}

	y := f.h - bottomMargin - float64(max(1, len(f.small)))*f.foot.line()
	s.put(sideMargin, y, f.wide, f.small, f.foot, nil)
	if of := f.pageOf(page+1, pages); of != "" {
		st := f.foot
		st.size *= 1.1
		st.leading /= 1.1
		y = f.h - bottomMargin - st.line()
		s.put(sideMargin, y, f.wide, f.faces.wrap(plain(of), st.size, f.ofWidth), right(st), nil)
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
// to itself, and the mark that parted the name from the rest is left out.
func clinicLines(fs *faces, st style, t handout.Text, width float64) []line {
	t = st.of(t)
	lines := fs.wrap(t, st.size, width)
	if len(lines) < 2 || len(t) < 2 {
		return lines
	}
	rest := append(handout.Text(nil), t[1:]...)
	rest[0].Text = strings.TrimLeft(rest[0].Text, " ·,;|–-")
	name := append(t[0:1:1], handout.Span{Text: " "})
	return append(fs.wrap(name, st.size, width), fs.wrap(rest, st.size, width)...)
}
