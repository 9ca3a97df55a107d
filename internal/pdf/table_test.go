package pdf

import (
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/tag"
	"fmt"
	"strings"
	"testing"

	"backcare/internal/handout"
	"backcare/internal/protocol"
)

// words are the pieces of text of a layout, as they stand on the pages.
func words(l *laidOut) (list []string) {
	for _, page := range l.pages {
		for _, th := range page {
			if th.Kind == draw.Text {
				list = append(list, strings.TrimSpace(th.Text))
			}
		}
	}
	return list
}

// whole says whether a text stands on the pages in one piece.
func whole(l *laidOut, text string) bool {
	for _, w := range words(l) {
		if w == text {
			return true
		}
	}
	return false
}

// TestEveryEmergencyFitsTheCover gives each reason to ring alone and all of them to one person, with
// the longest and widest that a reference and a site can be, and below them people to see today.
func TestEveryEmergencyFitsTheCover(t *testing.T) {
	p := press(t)
	for _, d := range authors(t) {
		var all []string
		var today []handout.Call
		ring := []handout.Call{{Row: 2, People: 3}, {Row: 3, Ref: "A-1", Rejected: true, People: 1}}
		for _, r := range d.Protocol.Rules {
			if r.Urgency == protocol.Emergency {
				all = append(all, r.ID)
				ring = append(ring, handout.Call{Row: len(ring) + 2, Ref: "REF-2026-" + r.ID, Site: "Gemeinschaftspraxis Dr. Müller-Lüdenscheidt & Kollegen Süd", Rules: []string{r.ID}, People: 1, Phone: "+49 30 123456-78"})
			}
			if r.Urgency == protocol.SameDay {
				today = append(today, handout.Call{Row: len(today) + 2, Ref: "REF-2026-" + r.ID, Site: "Nord", Rules: []string{r.ID}, People: 1, Phone: "01234 567890"})
			}
		}
		for i, text := range []string{strings.Repeat("W", 60), strings.Repeat("Ш", 60), strings.Repeat("Wm ", 20)} {
			ring = append(ring, handout.Call{Row: 123456 + i, Ref: text[:40], Site: text, Rules: all, Rejected: true, People: 1 + i})
		}
		tally := handout.Tally{Ring: ring, Today: today, Rejected: 3, GoOn: 14}
		for _, c := range ring {
			tally.Sites = append(tally.Sites, handout.SiteTally{Site: c.Site, Sheets: 12345})
		}
		doc := d.Cover(tally)
		for _, paper := range papers() {
			name := fmt.Sprintf("%s %v", d.Words.Lang, paper)
			l := laid(t, p, doc, paper)
			wellSet(t, name, l)
			if !paper.Large && !whole(l, "REF-2026-cauda-equina") {
				t.Errorf("%s: a reference is broken", name)
			}
			text := byCell(l)
			for _, want := range []string{d.Words.Rules[all[0]].Possible, strings.ReplaceAll(d.Words.Spool.More, "{n}", fmt.Sprint(len(all)-2)), d.Words.Spool.NoNote} {
				if !strings.Contains(squashed(text), squashed(want)) {
					t.Errorf("%s: no %q", name, want)
				}
			}
		}
	}
}

// byCell is the text of a layout, that of each element of the structure together.
func byCell(l *laidOut) string {
	cells, order := map[*tag.Node]string{}, []*tag.Node{}
	for _, page := range l.pages {
		for _, th := range page {
			if th.Kind == draw.Text && th.Node != nil {
				if cells[th.Node] == "" {
					order = append(order, th.Node)
				}
				cells[th.Node] += th.Text
			}
		}
	}
	text := ""
	for _, n := range order {
		text += cells[n] + "\n"
	}
	return text
}

// squashed is a text without what a line break changes.
func squashed(s string) string { return strings.NewReplacer(" ", "", "\u00a0", "").Replace(s) }

func TestOneLongCellSqueezesNoOther(t *testing.T) {
	p := press(t)
	row := func(reason string) handout.TableRow {
		return handout.TableRow{Cells: []string{"1024", "REF-2026-000123", "Gesundheitszentrum Nordstadt", reason, ""}, Strong: true}
	}
	doc := card()
	doc.Kind, doc.Blocks = handout.CoverKind, []handout.Block{handout.Table{Whole: 2, Header: []string{"Row", "Ref", "Site", "Reason", "Done"},
		Rows: []handout.TableRow{row("short"), row(strings.Repeat("a reason ", 45))}}}
	for _, paper := range papers() {
		l := laid(t, p, doc, paper)
		wellSet(t, paper.Size, l)
		for _, want := range []string{"1024", "REF-2026-000123"} {
			if !whole(l, want) {
				t.Errorf("%v: %q is broken", paper, want)
			}
		}
		if !paper.Large && !whole(l, "Gesundheitszentrum") {
			t.Errorf("%v: a word of the site is broken", paper)
		}
		if len(l.pages) > 1 && !paper.Large {
			t.Errorf("%v: %d pages", paper, len(l.pages))
		}
	}
}

func TestARowTallerThanAPageGoesOn(t *testing.T) {
	p := press(t)
	long := strings.Repeat("word ", 4000)
	doc := card()
	doc.Kind, doc.Blocks = handout.CoverKind, []handout.Block{handout.Table{Header: []string{"A", "B"}, Rows: []handout.TableRow{{Cells: []string{"short", long}, Strong: true}, {Cells: []string{long, "last"}}}}}
	for _, paper := range papers() {
		l := laid(t, p, doc, paper)
		wellSet(t, paper.Size, l)
		if n := strings.Count(strings.Join(words(l), " "), "word"); n != 8000 {
			t.Errorf("%v: %d words of 8000", paper, n)
		}
	}
}

func TestNoTintCoversTheLineAboveIt(t *testing.T) {
	p := press(t)
	strong := handout.TableRow{Cells: []string{"a", "b"}, Strong: true}
	doc := card()
	doc.Kind, doc.Blocks = handout.CoverKind, []handout.Block{handout.Table{Header: []string{"A", "B"}, Rows: []handout.TableRow{strong, strong, strong}}}
	for _, page := range laid(t, p, doc, Paper{Size: "a4"}).pages {
		for i, line := range page {
			for _, box := range page[i+1:] {
				if line.Kind == draw.Line && line.H == 0 && box.Kind == draw.Box && box.Y < line.Y+line.Width/2-0.01 && box.Y+box.H > line.Y {
					t.Errorf("a box from %.1f covers the line at %.1f", box.Y, line.Y)
				}
			}
		}
	}
}
