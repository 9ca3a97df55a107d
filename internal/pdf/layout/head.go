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

// setHead shares out the head. Whose name it will bear is not known yet: one layout serves a
// thousand people.
func (f *Frame) setHead(large bool) {
	doc, line := f.doc, f.HeadStyle.Line()
	open := doc.Kind == handout.SheetKind // the person is anybody
	personal := open || doc.Kind == handout.ReferralKind || len(doc.Head.Person) > 0
	var width, rise [2]float64
	if personal {
		width[0] = f.Wide * 0.55
		if !open { // a number and a time, which are known
			width[0] = min(f.Wide, f.textWidth(doc.Head.Person)+2)
		}
		rise = [2]float64{2 * line, 2 * line}
	}
	below := f.setClinic(width[0], personal, large)
	tall := max(float64(len(f.Clinic))*line, f.logoH)
	switch {
	case !personal:
	case below || tall == 0: // the whole width is the person's, and one line will do
		width[0] = f.Wide
		if !large || !open {
			rise[0] = line
		}
		f.ClinicY = TopMargin
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
		room := f.Wide
		if (personal || len(doc.Head.Blanks) > 0) && !large {
			room *= 0.48
		}
		f.Running = f.wrap(Plain(doc.Head.Running), f.HeadStyle.Size, room)
	}
	later, under := max(1, float64(len(f.Running)))*line, 0.0
	if len(doc.Head.Blanks) > 0 && large { // on a line of their own
		later += blankRow
	}
	if personal {
		width[1] = f.Wide - text.Widest(f.Running) - headGap
		if large { // a long name needs all of the width
			width[1], under = f.Wide, later
		}
		if !open {
			rise[1] = line * float64(len(f.wrap(doc.Head.Person, f.HeadStyle.Size, width[1])))
		}
		later = max(later, under+rise[1])
	}
	if f.ClinicY == 0 {
		f.ClinicY = TopMargin + tall - float64(len(f.Clinic))*line
	}
	for i, tall := range [2]float64{tall, later} {
		f.Rule[i] = TopMargin + tall + underHead
		f.Top[i] = f.Rule[i] + 3*MM
	}
	if f.bare = !personal && tall == 0; f.bare {
		f.Top[0] = TopMargin
	}
	if personal {
		f.setStrip(width, rise, under, large)
	}
}

// setStrip is the person's share of the head: the last line stands on the rule, whatever else is in it.
func (f *Frame) setStrip(width, rise [2]float64, under float64, large bool) {
	line := f.HeadStyle.Line()
	f.Strip = Strip{right: f.W - SideMargin, width: width, rise: rise, size: f.HeadStyle.Size, page: f.H}
	for i := range f.Rule { // the last line stands on the rule, whatever else is in the head
		f.Strip.bases[i] = f.Rule[i] - underHead - line + f.HeadStyle.Base()
	}
	f.Strip.bases[1] -= under
	if large {
		f.Strip.rise = [2]float64{rise[0] + thirdLine, rise[1] + thirdLine}
	}
}
