package layout

import "backcare/internal/handout"

// Sizes is a set of sizes that go together. All in points. There are few, made once: a block set in
// one of them is known by its address.
type Sizes struct {
	Title, Lead, Name, Part, Body, Small, Label float64    // sizes of type
	Second                                      float64    // size of secondary text; 0 is derived from the two
	Other                                       float64    // size of running text that is not a step's
	Leading                                     float64    // line height over size
	Figure                                      float64    // width of a figure's column
	Gap                                         float64    // between blocks
	Pad                                         float64    // inside boxes
	Row                                         float64    // least height of a row to write in
	Write                                       float64    // room to write above a line
	RowPad                                      float64    // above and below a question of the form
	Blanks                                      [2]float64 // least width of a line for a name, which is the first of the fields, and for another
	Across                                      int        // labelled fields in a row, at most
	Large                                       bool       // large print
	RunIn                                       bool       // headings stand in the first line of their text
	Beside                                      bool       // titles, labels and lines stand beside what they name
	RunOn                                       bool       // secondary lists are one paragraph
	Columns                                     bool       // lists in two columns wherever they can
	Full                                        bool       // bands and slips take the least room
	Dense                                       bool       // so do boxes and lines to write on
}

// Ladder is the sizes to try for a kind of paper, the most comfortable first.
type Ladder struct {
	Sizes []*Sizes
	Pages int  // at most, of each part that is handed out alone; 0 is any number
	Tight int  // from here on blocks may be set in their tight form; len(Sizes) if never
	Base  int  // where blocks that are tight are opened first, before sizes grow again
	Brief bool // what does not fit is written in brief
}

const leastLarge = 16 // pt, the smallest type of large print

// scaled derives sizes from those of running text and of secondary text; figure and gap are in mm.
func scaled(body, small, leading, figure, gap float64) *Sizes {
	return &Sizes{
		Title: min(26, body*2.08), Lead: body * 1.04, Name: body * 1.2, Part: body * 1.3, Body: body, Other: body, Small: small, Label: min(9, body*0.8),
		Leading: leading, Figure: figure * MM, Gap: gap * MM, Pad: max(2, min(4, gap)) * MM, Row: 7 * MM, Write: 9 * MM, RowPad: 1.3 * MM,
		Blanks: [2]float64{24 * MM, 24 * MM}, Across: 3,
	}
}

// Ladders are the ladders of all kinds of paper.
type Ladders struct{ sheet, roomy, note, brief, form, other, large *Ladder }

// NewLadders makes the sizes.
func NewLadders() *Ladders {
	other := []*Sizes{scaled(12, 11, 1.3, 44, 5)}
	sheet := sheetLadder()
	roomy := &Ladder{Sizes: sheet.Sizes[:sheet.Tight], Pages: sheet.Pages, Tight: sheet.Tight}
	return &Ladders{sheet: sheet, roomy: roomy, note: noteLadder(), brief: briefLadder(), form: formLadder(), large: largeLadder(), other: &Ladder{Sizes: other, Tight: 1}}
}

// Of is the ladder for a kind of paper.
func (l *Ladders) Of(kind handout.Kind, large bool) *Ladder {
	switch {
	case large:
		return l.large
	case kind == handout.SheetKind:
		return l.sheet
	case kind == handout.ReferralKind:
		return l.note
	case kind == handout.FormKind:
		return l.form
	}
	return l.other
}

// Roomy is the ladder of sheets with room for a hand that need not be there: nothing gives way for it.
func (l *Ladders) Roomy() *Ladder { return l.roomy }

// Brief is the ladder of documents in brief.
func (l *Ladders) Brief(kind handout.Kind) *Ladder {
	if kind == handout.SheetKind {
		return l.sheet
	}
	return l.brief
}
