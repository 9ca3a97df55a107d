package batch

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// A table that is refused whole gives no paper. Whom its rows say to ring is told all the same, and nobody
// is whose answers are harmless. So it is where one person's answers belong, though without a mapping.
func TestWhoMustBeRungIsToldOfATableThatIsRefused(t *testing.T) {
	h := newSheetMaker(t)
	standard := append(questions.PersonFields(), h.columns[personColumns:]...)
	calm, well := map[string]string{"ref": "calm", "night-pain": "yes"}, map[string]string{"ref": "well"}
	one, two := map[string]string{"ref": "one", "chest-pain": "yes"}, map[string]string{"ref": "two", "sudden-onset": "unsure"}
	table := h.csv(",", "\n", calm, one, two)
	renamed := func(heading, other string) string { return strings.Replace(table, ","+heading+",", ","+other+",", 1) }
	head, rows, _ := strings.Cut(h.csv(",", "\n", well, one, two), "\n")
	alone := sheetMaker{columns: standard, base: h.base}
	_, below, _ := strings.Cut(alone.csv(",", "\n", one, calm, two), "\n")
	mapping, err := ReadMapping(testJob(t, nil, "").Author.Protocol, "f", []byte("columns:\n  - {heading: 'Is it your chest?', is: chest-pain}\n  - {heading: Gone, is: fever}\n"))
	if err != nil {
		t.Fatal(err)
	}
	var cells [][]string
	for line := range strings.Lines(renamed("name", "who")) {
		cells = append(cells, strings.Split(strings.TrimSpace(line), ","))
	}
	for name, c := range map[string]struct {
		table   string
		in      io.Reader
		mapping *Mapping
		want    []string
	}{
		"a heading that is no column":      {table: renamed("name", "who"), want: []string{"Row 3  one", "Row 4  two"}},
		"a question misspelt":              {table: renamed("chest-pain", "chest-pian"), want: []string{"Row 3  one", "Row 4  two"}},
		"a question in its own words":      {table: renamed("chest-pain", "Do you have chest pain?"), want: []string{"Row 3  one", "Row 4  two"}},
		"a question of an earlier version": {table: renamed("sudden-onset", "sudden-collapse"), want: []string{"Row 3  one", "Row 4  two"}},
		"a column twice":                   {table: renamed("name", "site"), want: []string{"Row 3  one", "Row 4  two"}},
		"no reference":                     {table: strings.Replace(table, "ref,", "number,", 1), want: []string{"Row 3", "Row 4"}},
		"no line break behind the header":  {table: head + rows, want: []string{"Row 2  one", "Row 3  two"}},
		"the emergency stands behind it":   {table: head + strings.SplitN(rows, "\n", 2)[1], want: []string{"Row 1    (rejected: 2 rows may be in one; check each of them)", "Row 2  two"}},
		"no header, the standard columns":  {table: below, want: []string{"Row 1  one", "Row 3  two"}},
		"no header, and others":            {table: rows},
		"another program's, half mapped":   {table: renamed("chest-pain", "Is it your chest?"), mapping: mapping, want: []string{"Row 3  one", "Row 4  two"}},
		"a row that slid":                  {table: strings.Replace(renamed("name", "who"), "one,", "one,,", 1), want: []string{"Row 3", "Row 4  two"}},
		"no table at all":                  {table: "answers:\n  chest-pain: yes\n"},
		"a workbook":                       {in: workbookFile(t, []string{"People"}, cells...), want: []string{"Row 3  one", "Row 4  two"}},
	} {
		t.Run(name, func(t *testing.T) {
			if c.in == nil {
				c.in = strings.NewReader(c.table)
			}
			var talk bytes.Buffer
			j := testJob(t, c.in, "")
			j.Talk, j.DryRun, j.Mapping, j.Quiet = &talk, true, c.mapping, true
			if _, err := Run(t.Context(), j); kindOf(err) != Refused {
				t.Fatalf("%v", err)
			}
			got := strings.Split(strings.TrimSuffix(talk.String(), "\n"), "\n")[1:] // below its title
			for i, line := range got {
				got[i] = strings.TrimSpace(strings.TrimSuffix(line, "  (rejected: there is no note)"))
			}
			if !slices.Equal(got, c.want) && len(got)+len(c.want) > 0 {
				t.Errorf("got %q\nwant %q", got, c.want)
			}
			in := io.Reader(strings.NewReader(c.table))
			if f, ok := c.in.(io.ReadSeeker); ok && c.table == "" {
				f.Seek(0, io.SeekStart)
				in = f
			}
			answers, _ := Emergency(t.Context(), j.Author.Protocol, j.Langs, in)
			if urgent := triage.Urgency(answers) == protocol.Emergency; c.mapping == nil && urgent != (len(c.want) > 0) {
				t.Errorf("one person is screened from it: an emergency is %v", urgent)
			}
		})
	}
}
