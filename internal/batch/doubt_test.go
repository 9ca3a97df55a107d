package batch

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// columnOrders are orders of the columns: as the tool writes them, with the choices first and the name last,
// and with what is about the person at the end.
func columnOrders(h *sheetMaker) map[string][]string {
	choices := []string{"age", "duration", "pain-level", "helper"}
	var rest []string
	for _, c := range h.columns[5:] {
		if !slices.Contains(choices, c) {
			rest = append(rest, c)
		}
	}
	return map[string][]string{
		"as written":      h.columns,
		"choices first":   slices.Concat([]string{"ref"}, choices, rest, []string{"name"}),
		"the person last": slices.Concat(h.columns[5:], []string{"site", "name", "ref"}),
		"site last":       slices.Concat(choices, rest, []string{"site"}),
	}
}

// TestNoRowThatSlidGivesAPaper takes a cell out of a row, or puts a blank one in, at every place, with and
// without a cell more or less at the end: no answer passes for another's, and the emergency is rung.
func TestNoRowThatSlidGivesAPaper(t *testing.T) {
	h := newSheetMaker(t)
	p, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	for name, columns := range columnOrders(h) {
		for _, worry := range []string{"aneurysm", "chest-pain", "bladder-change", "leg-weakness-worse"} {
			for _, person := range []string{"", "Ana"} {
				cells := make([]string, len(columns))
				for i, c := range columns {
					if cells[i] = h.base[c]; c == worry {
						cells[i] = "yes"
					} else if slices.Contains([]string{"ref", "name", "site"}, c) {
						cells[i] = person
					}
				}
				for at := range cells {
					if columns[at] == worry {
						continue // the answer itself was taken out
					}
					taken := slices.Delete(slices.Clone(cells), at, at+1)
					put := slices.Insert(slices.Clone(cells), at, "")
					for how, row := range map[string][]string{"taken out": taken, "taken out, blank at the end": append(slices.Clone(taken), ""),
						"put in": put, "put in, one less at the end": put[:len(put)-1]} {
						if slices.Contains(row, "yes") && row[min(len(row)-1, slices.Index(columns, worry))] == "yes" && slices.Equal(row[:min(len(row), len(cells))], cells[:min(len(row), len(cells))]) {
							continue // nothing slid
						}
						tab, err := openTable(t.Context(), p, nil, strings.NewReader(strings.Join(columns, ",")+"\n"+strings.Join(row, ",")+"\n"))
						if err != nil {
							t.Fatal(err)
						}
						var r record
						if err := tab.next(&r); err != nil {
							t.Fatal(err)
						}
						_, answers, faults := tab.read(&r)
						urgency, _ := tab.alarm(&r, answers, faults)
						if right := answers.Option(worry) == "yes"; len(faults) == 0 && !right {
							t.Errorf("%s, %s: column %s %s passes", name, worry, columns[at], how)
						}
						if urgency == "" {
							t.Errorf("%s, %s: column %s %s is not rung: %v", name, worry, columns[at], how, faults)
						}
					}
				}
			}
		}
	}
}

// TestRowOfAnotherLengthPassesOnlyIfNothingSlid: spreadsheets leave out blank cells at the end, or add some.
func TestRowOfAnotherLengthPassesOnlyIfNothingSlid(t *testing.T) {
	h := newSheetMaker(t)
	row := func(cells map[string]string) []string { return h.row(cells) }
	until := func(column string, cells []string) []string { return cells[:slices.Index(h.columns, column)+1] }
	referred := row(map[string]string{"ref": "A", "foot-drop": "yes"})
	for name, c := range map[string]struct {
		row    []string
		end    string
		header string
		passes bool
	}{
		"whole":                           {referred, "\n", "", true},
		"blanks at the end":               {append(slices.Clone(referred), "", ""), "\n", "", true},
		"blanks below no heading":         {append(slices.Clone(referred), "", ""), "\n", ",,", true},
		"the table was cut off":           {until("pain-level", referred), "", "", false},
		"a column too few":                {until("unsteady", referred), "\n", "", false},
		"many columns too few":            {until("fever", referred), "\n", "", false},
		"a value without a heading":       {append(slices.Clone(referred), "", "no"), "\n", ",,", false},
		"a value behind the last heading": {append(slices.Clone(referred), "no"), "\n", "", false},
	} {
		table := strings.Join(h.columns, ",") + c.header + "\n" + strings.Join(c.row, ",") + c.end
		sum := mustRun(t, testJob(t, strings.NewReader(table), t.TempDir()))
		if passes := sum.Referrals == 1; passes != c.passes || sum.Sheets > 0 {
			t.Errorf("%s: %+v", name, sum)
		}
	}
}

// TestAnswerWhereANameBelongsRejectsTheRow, also as this table writes answers.
func TestAnswerWhereANameBelongsRejectsTheRow(t *testing.T) {
	h := newSheetMaker(t)
	for _, c := range []struct {
		cells  map[string]string
		passes bool
	}{
		{map[string]string{"name": "No"}, false},
		{map[string]string{"name": "0"}, false},
		{map[string]string{"name": "?"}, false},
		{map[string]string{"name": "mild"}, false},
		{map[string]string{"ref": "unsure"}, false},
		{map[string]string{"site": "yes"}, false},
		{map[string]string{"answered-by": "18-49"}, false},
		{map[string]string{"site": "n", "unsteady": "n"}, false},
		{map[string]string{"site": "N"}, true},
		{map[string]string{"ref": "1", "unsteady": "0", "fever": "0"}, true},
		{map[string]string{"name": "Noa Young", "ref": "y-1", "site": "North"}, true},
	} {
		sum := mustRun(t, testJob(t, strings.NewReader(h.csv(",", "\n", c.cells)), t.TempDir()))
		if c.cells["answered-by"] != "" {
			continue // no column of this table
		}
		if passes := sum.Sheets == 1; passes != c.passes {
			t.Errorf("%v: %+v", c.cells, sum)
		}
	}
}

// TestTwoTablesPutTogetherMixNobodyUp joins tables in every way that comes to mind. The second has two columns the other
// way round, and its person's emergency is rung.
func TestTwoTablesPutTogetherMixNobodyUp(t *testing.T) {
	h := newSheetMaker(t)
	p, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	first := h.csv(",", "\n", map[string]string{"ref": "A1", "name": "Ana"})
	turned := newSheetMaker(t)
	saddle, kneel := slices.Index(turned.columns, "saddle-numbness"), slices.Index(turned.columns, "kneeling-trouble")
	turned.columns[saddle], turned.columns[kneel] = turned.columns[kneel], turned.columns[saddle]
	ill := map[string]string{"ref": "B2", "name": "Bea", "saddle-numbness": "yes"}
	second := turned.csv(",", "\n", ill)
	short := strings.SplitN(second, "\n", 2)
	line := ndjson(p, ill) + "\n"
	for name, table := range map[string]string{
		"one below the other":               first + second,
		"with a byte order mark":            first + "\ufeff" + second,
		"with an empty line":                first + "\n\n" + second,
		"with sep=":                         first + "sep=,\n" + second,
		"in capitals":                       first + strings.ToUpper(short[0]) + "\n" + short[1],
		"with _ for -":                      first + strings.ReplaceAll(short[0], "-", "_") + "\n" + short[1],
		"in quotes":                         first + `"` + strings.ReplaceAll(short[0], ",", `","`) + "\"\n" + short[1],
		"another separator":                 first + turned.csv(";", "\n", ill),
		"a tab":                             first + turned.csv("\t", "\r\n", ill),
		"no line break between them":        strings.TrimSuffix(first, "\n") + second,
		"a quote before the second":         strings.Replace(first, "Ana", `"Ana`, 1) + second,
		"the second header twice":           first + short[0] + "\n" + second,
		"other columns":                     first + "chest-pain,ref,saddle-numbness\nno,B2,yes\n",
		"NDJSON below CSV":                  first + line,
		"CSV below NDJSON":                  ndjson(p, map[string]string{"ref": "A1"}) + "\n" + second,
		"CSV of another kind below NDJSON":  ndjson(p, map[string]string{"ref": "A1"}) + "\n" + turned.csv(";", "\n", ill),
		"two people on one line":            strings.TrimSuffix(first, "\n") + short[1],
		"two people on one line, a comma":   strings.TrimSuffix(first, "\n") + "," + short[1],
		"two objects on one line":           ndjson(p, map[string]string{"ref": "A1"}) + line,
		"two objects with a comma":          ndjson(p, map[string]string{"ref": "A1"}) + "," + line,
		"two headers without a line break":  first + short[0] + short[0] + "\n" + short[1],
		"an object below a header of CSV":   first + short[0] + "\n" + line,
		"three people, the ill one between": strings.TrimSuffix(first, "\n") + strings.TrimSuffix(short[1], "\n") + short[1],
	} {
		if strings.HasPrefix(name, "two people") || strings.HasPrefix(name, "three") { // there is one header
			table = strings.ReplaceAll(table, short[1], h.csv(",", "\n", ill)[len(short[0])+1:])
		}
		var talk strings.Builder
		dir := t.TempDir()
		j := testJob(t, strings.NewReader(table), dir)
		j.Talk = &talk
		sum := mustRun(t, j)
		if sum.Sheets > 1 || sum.Referrals > 0 || len(sum.Ring) == 0 || !sum.Ring[0].Rejected || strings.Contains(fmt.Sprint(files(t, dir)[manifestName]), "B2-sheet") {
			t.Errorf("%s: %+v\n%s", name, sum, files(t, dir)[manifestName])
		}
		if strings.Contains(talk.String(), "Bea") || strings.Contains(talk.String(), "Ana") {
			t.Errorf("%s: a name is told:\n%s", name, talk.String())
		}
	}
}

// TestNameInARowThatSlidIsNotRepeated even where it is a short word in small letters.
func TestNameInARowThatSlidIsNotRepeated(t *testing.T) {
	var talk strings.Builder
	dir := t.TempDir()
	j := testJob(t, strings.NewReader("ref,name,chest-pain,fever,age\nA,,maria,no,no\n,B,C,kim,no,no,18-49\nD,dora,perhaps,no,18-49\n"), dir)
	j.Talk = &talk
	mustRun(t, j)
	if said := talk.String() + files(t, dir)[manifestName]; strings.Contains(said, "maria") || strings.Contains(said, "kim") || !strings.Contains(said, "perhaps") {
		t.Error(said)
	}
}
