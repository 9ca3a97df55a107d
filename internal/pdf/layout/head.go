package layout

import (
	"backcare/internal/handout"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/tag"
	"backcare/internal/pdf/text"
)

// Frame is what stands around the blocks on every page of a document: the head, the foot, and
// the room they leave.
type Frame struct {
	doc *handout.Document
	Type
	Root                 *tag.Node  // above the elements of the head: the clinic, then the person
	W, H                 float64    // of the page, pt
	Wide                 float64    // of the column, pt
	Top                  [2]float64 // where blocks begin on the first page, and on the others
	Bottom               float64    // where they must end
	Rule                 [2]float64 // the line below the head
	bare                 bool       // nothing stands in the first page's head
	HeadStyle, FootStyle Style
	Strip                Strip
	Clinic               []text.Line
	clinicNode           *tag.Node
	ClinicY              float64     // where it begins
	Running              []text.Line // the title, in the head of later pages
	Small                []text.Line // small print of the foot
	ofWidth              float64     // of the page's number and the room before it, pt
	logo                 *draw.Picture
	logoW, logoH         float64
}

const (
	underHead = 1.6 * MM // between the head and its line
	headGap   = 6 * MM   // between what stands at the left of the head and at its right
	thirdLine = 6 * MM   // above two lines of large print, for a person of three: in the margin, or below the clinic
	overFoot  = 3.6 * MM // between the last line of a page and the foot
	overLine  = 2.2 * MM // the same where a line parts them, on notes and forms, which have no room to give
)

// NewFrame shares out a page for a document; l is the clinic's logo, nil for none.
func NewFrame(doc *handout.Document, paper Paper, t Type, l *draw.Picture) (*Frame, error) {
	w, h, err := paper.size()
	if err != nil {
		return nil, err
	}
	f := &Frame{doc: doc, Type: t, W: w, H: h, Wide: w - 2*SideMargin, logo: l, Root: &tag.Node{Role: "Document"}}
	f.HeadStyle = Style{Size: 9.5, Leading: 1.22, Colour: draw.Grey}
	f.FootStyle = Style{Size: 8, Leading: 1.2, Colour: draw.Grey}
	if paper.Large {
		f.HeadStyle.Size, f.FootStyle.Size = leastLarge, leastLarge
	}
	f.setHead(paper.Large)
	f.setFoot(paper.Large)
	if len(f.Clinic) > 0 {
		f.clinicNode = f.Root.Add("P")
	}
	if f.Strip.size > 0 {
		f.Strip.Node = f.Root.Add("P")
	}
	return f, nil
}

// setHead shares out the head. Whose name a sheet will bear is not known yet: one layout serves a
// thousand people.
func (f *Frame) setHead(large bool) {
	h := head{Frame: f, large: large, open: f.doc.Kind == handout.SheetKind, line: f.HeadStyle.Line()}
	h.personal = h.open || f.doc.Kind == handout.ReferralKind || len(f.doc.Head.Person) > 0
	heights := [2]float64{h.first(), h.later()}
	if f.ClinicY == 0 {
		f.ClinicY = TopMargin + heights[0] - float64(len(f.Clinic))*h.line
	}
	for i, tall := range heights {
		f.Rule[i] = TopMargin + tall + underHead
		f.Top[i] = f.Rule[i] + 3*MM
	}
	if f.bare = !h.personal && heights[0] == 0; f.bare {
		f.Top[0] = TopMargin
	}
	if h.personal {
		h.strip()
	}
}

// head is the head of a first page and of later ones in the making.
type head struct {
	*Frame
	large, personal bool
	open            bool       // laid out before the person is known
	line            float64    // pt
	width, rise     [2]float64 // of the person's share
	under           float64    // height of what stands below the person on later pages
}

// first shares out the head of the first page and returns its height.
func (h *head) first() (tall float64) {
	if h.personal {
		h.width[0], h.rise[0] = h.Wide*0.55, 2*h.line
		if !h.open { // a number and a time, which are known
			h.width[0] = min(h.Wide, h.textWidth(h.doc.Head.Person)+2)
		}
	}
	below := h.setClinic(h.width[0], h.personal, h.large)
	tall = max(float64(len(h.Clinic))*h.line, h.logoH)
	switch {
	case !h.personal:
	case below || tall == 0: // the whole width is the person's, and one line will do
		h.width[0] = h.Wide
		if !h.large || !h.open {
			h.rise[0] = h.line
		}
		h.ClinicY = TopMargin
		switch {
		case tall > 0 && h.large:
			tall += thirdLine
		case tall > 0:
			tall += lent
		}
		tall += h.rise[0]
	default:
		if !h.open {
			h.rise[0] = h.line
		}
		tall = max(tall, h.rise[0])
	}
	return tall
}

// later shares out the head of later pages and returns its height.
func (h *head) later() (tall float64) {
	doc := &h.doc.Head
	if doc.Running != "" {
		room := h.Wide
		if (h.personal || len(doc.Blanks) > 0) && !h.large {
			room *= 0.48
		}
		h.Running = h.wrap(Plain(doc.Running), h.HeadStyle.Size, room)
	}
	tall = max(1, float64(len(h.Running))) * h.line
	if len(doc.Blanks) > 0 && h.large { // on a line of their own
		tall += blankRow
	}
	if !h.personal {
		return tall
	}
	h.width[1], h.rise[1] = h.Wide-text.Widest(h.Running)-headGap, 2*h.line
	if h.large { // a long name needs all of the width
		h.width[1], h.under = h.Wide, tall
	}
	if !h.open {
		h.rise[1] = h.line * float64(len(h.wrap(doc.Person, h.HeadStyle.Size, h.width[1])))
	}
	return max(tall, h.under+h.rise[1])
}

// strip is the person's share of the head: the last line stands on the rule, whatever else is in it.
func (h *head) strip() {
	h.Strip = Strip{right: h.W - SideMargin, width: h.width, rise: h.rise, size: h.HeadStyle.Size, page: h.H}
	for i := range h.Rule {
		h.Strip.bases[i] = h.Rule[i] - underHead - h.line + h.HeadStyle.Base()
	}
	h.Strip.bases[1] -= h.under
	if h.large {
		h.Strip.rise = [2]float64{h.rise[0] + thirdLine, h.rise[1] + thirdLine}
	}
}
