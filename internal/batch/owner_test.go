package batch

import (
	"time"

	"bytes"
	"cmp"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"backcare/internal/handout"
	"backcare/internal/pdf"
	"backcare/internal/pdf/pdftest"
	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// someone is a row of a table and what must come of it, made without any of the batch's own code.
type someone struct {
	cells   map[string]string
	who     questions.Person
	outcome triage.Outcome
}

// crowd draws people who have little in common but a few routines, so that plates are shared.
func crowd(t *testing.T, r *rand.Rand, p *protocol.Protocol, n int) []someone {
	one := func(list ...string) string { return list[r.IntN(len(list))] }
	var out []someone
	for i := range n {
		who := questions.Person{
			Ref: fmt.Sprintf("P-%02d", i), Name: one("", "Ana García", "Jörg Müller", "Łukasz Nowak", "Ελένη", "Bo"),
			Born: one("", "1985-04-02", "1990-12-31"), Site: one("", "North", "South"),
			Lang: one("", "en", "es"),
		}
		values := p.Baseline()
		cells := map[string]string{"ref": who.Ref, "name": who.Name, "born": who.Born, "site": who.Site, "lang": who.Lang}
		for _, id := range strings.Fields(one("", "", "kneeling-trouble", "pregnant", "foot-drop", "saddle-numbness", "weight-loss fever")) {
			option := one(protocol.Yes, protocol.Unsure)
			q, _ := p.Question(id)
			values[q.Index], _ = q.Answer(option)
			cells[id] = option
		}
		a, err := protocol.AnswersOf(p, values)
		if err != nil {
			t.Fatal(err)
		}
		o, err := triage.Decide(a, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, someone{cells, who, o})
	}
	return out
}

// Every file is byte for byte the paper of the person in its row, as made for them alone; and the
// print job holds these papers, site by site, with the names on them.
func TestEveryPaperIsThatOfItsRow(t *testing.T) {
	h := newSheetMaker(t)
	p, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	presses := map[string]*pdf.Renderer{}
	for _, lang := range []string{"en", "es"} {
		if presses[lang], err = pdf.NewRenderer(p.Words(lang).Runes(), 4<<20); err != nil {
			t.Fatal(err)
		}
	}
	r := rand.New(rand.NewPCG(5, 6))
	for range 2 {
		all := crowd(t, r, p, 15)
		var rows []map[string]string
		for _, s := range all {
			rows = append(rows, s.cells)
		}
		table := h.csv(",", "\n", rows...)
		dir := t.TempDir()
		job := testJob(t, strings.NewReader(table), filepath.Join(dir, "out"))
		job.Spool = filepath.Join(dir, "job.pdf")
		if _, err := Run(t.Context(), job); err != nil {
			t.Fatal(err)
		}
		text := testJob(t, strings.NewReader(table), filepath.Join(dir, "text"))
		text.Format = Text
		if _, err := Run(t.Context(), text); err != nil {
			t.Fatal(err)
		}
		type paper struct {
			site  string
			lines []pdftest.Line
		}
		var want []paper
		for i, s := range all {
			author := job.Author
			lang := cmp.Or(s.who.Lang, "en")
			author.Words = p.Words(lang)
			doc := author.Document(s.outcome, s.who)
			kind := handout.SheetKind
			if _, ok := s.outcome.(triage.Referral); ok {
				kind = handout.ReferralKind
			}
			alone, err := presses[lang].Render(&doc, job.Paper)
			if err != nil {
				t.Fatal(err)
			}
			got, err := os.ReadFile(filepath.Join(dir, "out", fmt.Sprintf("%06d-%s-%s.pdf", i+2, s.who.Ref, kind)))
			if err != nil || !bytes.Equal(got, alone) {
				t.Fatalf("row %d: not the paper of %+v: %v", i+2, s.who, err)
			}
			got, err = os.ReadFile(filepath.Join(dir, "text", fmt.Sprintf("%06d-%s-%s.txt", i+2, s.who.Ref, kind)))
			if err != nil || string(got) != doc.Text(80) {
				t.Fatalf("row %d: not the text of %+v: %v", i+2, s.who, err)
			}
			lines, err := pdftest.Lines(alone)
			if err != nil {
				t.Fatal(err)
			}
			want = append(want, paper{s.who.Site, lines})
		}
		slices.SortStableFunc(want, func(a, b paper) int { // who has no site comes last
			return strings.Compare(cmp.Or(a.site, "~"), cmp.Or(b.site, "~"))
		})
		data, err := os.ReadFile(job.Spool)
		if err != nil {
			t.Fatal(err)
		}
		lines, err := pdftest.Lines(data)
		if err != nil {
			t.Fatal(err)
		}
		pages := leafPages(lines) // of the cover
		for _, w := range want {
			pages -= leafPages(w.lines)
		}
		var told []string // on the cover
		for len(lines) > 0 && lines[0].Page <= pages {
			told = append(told, lines[0].Text)
			lines = lines[1:]
		}
		cover := strings.Join(told, "\n")
		for _, s := range all {
			r, ok := s.outcome.(triage.Referral)
			if urgent := ok && r.Urgency >= protocol.SameDay; urgent != strings.Contains(cover, s.who.Ref) {
				t.Fatalf("%s is to be called today: %v; on the cover: %v", s.who.Ref, urgent, !urgent)
			}
		}
		for _, w := range want {
			for _, l := range w.lines {
				if len(lines) == 0 || lines[0].Text != l.Text || lines[0].X != l.X || lines[0].Y != l.Y {
					t.Fatalf("the print job has %+v where %+v belongs", lines[0], l)
				}
				if from := lines[0].Page; l.Page == 1 && from%2 == 0 {
					t.Fatalf("%q stands on the back of somebody's leaf", l.Text)
				}
				lines = lines[1:]
			}
		}
		if len(lines) > 0 {
			t.Fatalf("the print job goes on with %q", lines[0].Text)
		}
	}
}

// leafPages is the pages that lines take, the blank back of a last leaf included.
func leafPages(lines []pdftest.Line) int {
	n := lines[len(lines)-1].Page
	return n + n%2
}
