package batch

import (
	"time"

	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"backcare/internal/triage"
)

// TestTwoRowsRunTogetherNeverGiveASheet gives tables in which a stray quote makes one row of
// several, each with an emergency in it that must be told.
func TestTwoRowsRunTogetherNeverGiveASheet(t *testing.T) {
	h := newSheetMaker(t)
	calm := strings.Join(h.row(map[string]string{"ref": "\x00", "name": "Ann"})[5:], ",")
	questions := strings.Join(h.columns[5:], ",")
	for name, table := range map[string]string{
		"the row stops early":          "ref,name," + questions + "\nR2,\"Bob,yes\nR3,Ann\"," + calm + "\n",
		"lines end with CR":            "ref,name," + questions + "\rR2,\"Bob,yes\rR3,Ann\"," + calm + "\r",
		"site first":                   "site,ref,name," + questions + "\n\"North,R2,Bob,yes\nSouth\",R3,Ann," + calm + "\n",
		"columns without a name":       "ref,name," + questions + strings.Repeat(",", 60) + "\nR2,\"Bob,yes\nR3,Ann\"," + calm + "\n",
		"one cell alone in the row":    "chest-pain,ref,name," + questions[len("chest-pain,"):] + "\n\"yes\nno\",R3,Ann," + calm[len("no,"):] + "\n",
		"the name stands last":         questions + ",name\n" + calm + ",\"Bob\nyes\"\n",
		"the site stands last":         "ref," + questions + ",name,site\nR2," + calm + ",\"Bob\nR3\",yes\n",
		"what it shifts means nothing": "ref,name,chest-pain,age\nR2,\"Bob\nR3\",Ann,yes\n",
		"the other quote is its twin":  "ref,name," + questions + "\nR2,\"Bob,yes\nR3,\"Ann\"," + calm + "\n",
		"the quote never closes":       "ref,name," + questions + "\nR2,Ann," + calm + "\nR3,\"Bob,yes\nR4,Ann," + calm + "\n",
		"it closes three rows further": "ref,name," + questions + "\nR2,\"Bob,no\nR3,Cid,yes\nR4,Dan\nR5,Ann\"," + calm + "\n",
		"far more than is kept":        "ref,name," + questions + "\nR2,\"Bob\n" + strings.Repeat("Rn,Ann,"+calm+"\n", 1000) + "Rm,Bob,yes\n",
	} {
		dir := t.TempDir()
		var talk strings.Builder
		j := testJob(t, strings.NewReader(table), dir)
		j.Talk = &talk
		sum := mustRun(t, j)
		calmRows := strings.Count(table, "R2,Ann,")
		if sum.Sheets != calmRows || len(sum.Ring) != 1 || !sum.Ring[0].Rejected {
			t.Errorf("%s: %+v\n%s", name, sum, files(t, dir)[manifestName])
			continue
		}
		if sum.Ring[0].People < 2 || sum.Ring[0].Ref != "" || !strings.Contains(talk.String(), "check each of them") {
			t.Errorf("%s: %s", name, talk.String())
		}
	}
}

// TestStrayQuoteHidesNoEmergency gives rows with a quote too many that swallows nothing.
func TestStrayQuoteHidesNoEmergency(t *testing.T) {
	h := newSheetMaker(t)
	header := "ref;name;" + strings.Join(h.columns[5:], ";") + "\n"
	for _, row := range []string{`R2;"Jo" Bloggs;yes`, `R2;"Jo;yes`, `R2;"Jo;yes;"no";no`, `R2;"J" o" B"l;?`, `"R2;Jo;yes;no"`, `R2;"Jo;yes";no;no`} {
		var talk strings.Builder
		j := testJob(t, strings.NewReader(header+row+"\n"), t.TempDir())
		j.Talk = &talk
		if sum := mustRun(t, j); sum.Rejected != 1 || len(sum.Ring) != 1 || sum.Ring[0].Row != 2 {
			t.Errorf("%s: %+v %s", row, sum, talk.String())
		}
	}
}

// TestLineBreakInANameIsNoFault keeps what a spreadsheet writes for Alt+Enter.
func TestLineBreakInANameIsNoFault(t *testing.T) {
	h := newSheetMaker(t)
	for _, end := range []string{"\n", "\r\n"} {
		table := h.csv(",", end, map[string]string{"ref": "A", "name": "Ana" + end + "García"}, map[string]string{"ref": "B", "site": "North" + end + "Room 2", "fever": "yes"})
		if sum := mustRun(t, testJob(t, strings.NewReader(table), t.TempDir())); sum.Sheets != 1 || sum.Referrals != 1 {
			t.Errorf("%+v", sum)
		}
	}
}

// TestNoQuoteHidesAnEmergency puts one quote into any lines of any tables: whoever said what makes
// an emergency is told of, and no sheet is made from two lines with answers.
func TestNoQuoteHidesAnEmergency(t *testing.T) {
	h := newSheetMaker(t)
	rapid.Check(t, func(r *rapid.T) {
		columns := rapid.Permutation(h.columns).Draw(r, "columns")
		if rapid.Bool().Draw(r, "in order") {
			columns = rapid.SampledFrom([][]string{h.columns, append([]string{"site", "ref"}, h.columns[5:]...), append(h.columns[5:len(h.columns):len(h.columns)], "name", "ref")}).Draw(r, "order")
		}
		comma := rapid.SampledFrom([]string{",", ";", "\t"}).Draw(r, "comma")
		end := rapid.SampledFrom([]string{"\n", "\r\n", "\r"}).Draw(r, "end")
		table := strings.Join(columns, comma) + end
		n := rapid.IntRange(2, 6).Draw(r, "rows")
		ill := make([]bool, n)
		for i := range n {
			cells := make([]string, rapid.IntRange(1, len(columns)).Draw(r, "cells"))
			if rapid.Bool().Draw(r, "whole") {
				cells = make([]string, len(columns))
			}
			sick := rapid.IntRange(0, 2).Draw(r, "sick") == 0
			for k := range cells {
				c := columns[k]
				if cells[k] = h.base[c]; c == "ref" || c == "name" {
					cells[k] = fmt.Sprintf("%s%d", c, i)
				} else if c == "chest-pain" && sick {
					cells[k], ill[i] = "yes", true
				}
			}
			if rapid.Bool().Draw(r, "quote") {
				k := rapid.IntRange(0, len(cells)-1).Draw(r, "where")
				if rapid.Bool().Draw(r, "opens") {
					cells[k] = `"` + cells[k]
				} else {
					cells[k] += `"`
				}
			}
			table += strings.Join(cells, comma) + end
		}
		p, err := loaded()
		if err != nil {
			r.Fatal(err)
		}
		tab, err := openTable(t.Context(), p, nil, strings.NewReader(table))
		if err != nil {
			r.Skip(err)
		}
		var rec record
		for at := 0; tab.next(&rec) == nil; {
			_, answers, faults := tab.read(&rec)
			lines := 1
			for i := range rec.cells {
				cell := strings.ReplaceAll(rec.cells[i], "\r\n", "\n")
				lines += strings.Count(cell, "\n") + strings.Count(cell, "\r")
			}
			urgency, _ := tab.alarm(&rec, answers, faults)
			for i := at; i < min(at+lines, n); i++ {
				if ill[i] && urgency == "" {
					r.Fatalf("line %d is not told of:\n%s", i+2, table)
				}
			}
			if _, err := triage.Decide(answers, time.Time{}); err == nil && len(faults) == 0 && lines > 1 {
				r.Fatalf("a paper from two lines:\n%s", table)
			}
			at += lines
		}
	})
}
