package batch

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"backcare/internal/protocol"
)

func TestMappingThatCannotBeRightIsRefusedByLine(t *testing.T) {
	p, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"columns:\n  - {heading: A, is: fevr}\n":                                        `f:2: "fevr" is neither a question nor a field of the person (did you mean "fever"?); write ignore for a column to skip`,
		"columns:\n  - {heading: A, is: sudden-collapse}\n":                             `f:2: "sudden-collapse" is neither a question nor a field of the person (it is called "sudden-onset" now); write ignore for a column to skip`,
		"columns:\n  - {heading: A, is: fever?}\n":                                      `f:2: "fever?" is a guess: check it, then remove the question mark`,
		"columns:\n  - heading: A\n    is:\n":                                           "f:3: empty: write the id of a question, a field of the person, or ignore",
		"columns:\n  - heading: A\n":                                                    "f:2: empty: write the id of a question, a field of the person, or ignore",
		"columns:\n  - {is: fever}\n":                                                   "f:2: no heading",
		"columns:\n  - {heading: A b, is: fever}\n  - {heading: 'a  B', is: age}\n":     "f:3: the same heading as on line 2",
		"columns:\n  - {heading: A, is: fever}\n  - {heading: B, is: fever}\n":          "f:3: fever is already the column on line 2",
		"columns:\n  - {heading: A, is: name, answers: {x: yes}}\n":                     "f:2: only a question can have answers",
		"columns:\n  - {heading: A, is: fever, answers: {x: maybe}}\n":                  `f:2: "maybe" is not an answer to fever; use yes, no or unsure`,
		"columns:\n  - {heading: A, is: fever, answers: {x: no?}}\n":                    `f:2: "no?" is a guess: check it, then remove the question mark`,
		"columns:\n  - heading: A\n    is: fever\n    answers:\n      x:\n":             `f:5: "x" has no meaning yet: write yes, no or unsure`,
		"columns:\n  - {heading: A, is: fever, answers: {'Yes ': no}}\n":                `f:2: "Yes " means yes and cannot mean no`,
		"columns:\n  - {heading: A, is: fever, answers: {'1': no}}\n":                   `f:2: "1" means yes and cannot mean no`,
		"columns:\n  - {heading: A, is: fever, answers: {Perhaps: no, perhaps: yes}}\n": `f:2: "perhaps" is listed twice, with different meanings`,
		"columns:\n  - {heading: A, is: fever, answers: {' ': no}}\n":                   "f:2: a blank cell cannot be an answer",
		"columns: []\n": "f:1: no columns are listed",
		"colums: []\n":  `f:1: unknown key "colums"`,
		"columns:\n  - {heading: A, is: fever, answer: {}}\n":          `f:2: unknown key "answer"`,
		"columns:\n" + strings.Repeat("  - {heading: A, is: x?}\n", 7): "and 2 more",
	} {
		_, err := ReadMapping(p, "f", []byte(text))
		var refused *Error
		if !errors.As(err, &refused) || refused.Kind != Refused || refused.Try == "" || !strings.Contains(err.Error(), want) {
			t.Errorf("%q\n got %v\nwant %s", text, err, want)
		}
	}
}

// mapped is a table under other headings and words, with the mapping that makes it the same again.
func mappedTable(h *sheetMaker, rows ...map[string]string) (table, mapping string) {
	var m strings.Builder
	m.WriteString("columns:\n")
	named := h.columns
	h.columns = slices.Clone(named)
	for i, c := range named {
		h.columns[i] = "Question about " + c
		m.WriteString("  - {heading: 'Question about " + c + "', is: " + c)
		if i >= personColumns {
			m.WriteString(", answers: {")
			for _, option := range []string{"yes", "no", "unsure"} {
				if h.base[c] == "yes" || h.base[c] == "no" {
					m.WriteString("'it is " + option + "': " + option + ", ")
				}
			}
			m.WriteString("}")
		}
		m.WriteString("}\n")
	}
	var lines []string
	for _, r := range append([]map[string]string{nil}, rows...) {
		cells := slices.Clone(h.columns)
		if r != nil {
			for i, c := range named {
				cells[i] = h.base[c]
				if v, there := r[c]; there {
					cells[i] = v
				}
				if slices.Contains([]string{"yes", "no", "unsure"}, cells[i]) {
					cells[i] = "It is  " + strings.ToUpper(cells[i])
				}
			}
		}
		lines = append(lines, strings.Join(cells, ","))
	}
	h.columns = named
	return strings.Join(lines, "\n") + "\n", m.String()
}

// A table of another program gives what the same table gives under our own names, its emergencies in rejected rows included.
func TestMappedTableGivesWhatOursGives(t *testing.T) {
	rows := []map[string]string{{"ref": "A"}, {"ref": "B", "chest-pain": "unsure"}, {"ref": "C", "fever": "perhaps", "aneurysm": "yes"}, {"ref": "D", "age": "70-plus"}}
	h := newSheetMaker(t)
	p, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	table, text := mappedTable(h, rows...)
	m, err := ReadMapping(p, "f", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	want, got := t.TempDir(), t.TempDir()
	mustRun(t, testJob(t, strings.NewReader(h.csv(",", "\n", rows...)), want))
	j := testJob(t, strings.NewReader(table), got)
	j.Mapping = m
	sum := mustRun(t, j)
	a, b := files(t, got), files(t, want)
	delete(a, journalName)
	delete(b, journalName)
	same(t, a, b)
	if len(sum.Ring) != 2 || !sum.Ring[1].Rejected {
		t.Errorf("%+v", sum.Ring)
	}

	j = testJob(t, strings.NewReader(table), got)
	j.Resume = true
	refusal(t, j, "the first row does not name the columns")
	other, err := ReadMapping(p, "f", []byte(strings.Replace(text, "'it is unsure': unsure", "'it is unsure': yes", 1)))
	if err != nil {
		t.Fatal(err)
	}
	j = testJob(t, strings.NewReader(table), got)
	j.Resume, j.Mapping = true, other
	refusal(t, j, "the columns changed since this batch started")
	j = testJob(t, strings.NewReader("{}\n"), t.TempDir())
	j.Mapping = m
	refusal(t, j, "--columns is for a table with a header")
}

// In a damaged table of another program no emergency is lost either: a stray quote, a row that slid.
func TestMappedTableIsSearchedForEmergencies(t *testing.T) {
	h := newSheetMaker(t)
	p, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	table, text := mappedTable(h, map[string]string{"ref": "A", "foot-drop": "yes", "cancer-history": "unsure"})
	m, err := ReadMapping(p, "f", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	head, row, _ := strings.Cut(table, "\n")
	row = strings.TrimSpace(row)
	for _, bad := range []string{row[:2] + `"` + row[2:], row + ",more", "more," + row, strings.Replace(row, ",", "", 1), strings.TrimSuffix(row, ",alone"), head + "\n" + row} {
		sum := mustRun(t, func() Job {
			j := testJob(t, strings.NewReader(head+"\n"+bad+"\n"), t.TempDir())
			j.Mapping = m
			return j
		}())
		if len(sum.Ring) != 1 || sum.Written() > 0 {
			t.Errorf("%q: %+v", bad, sum)
		}
	}
}

// No cell of a person is in a template, but words below what may be a question.
func TestTemplateTellsNoName(t *testing.T) {
	p, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	table := "What is your name?,fever,Anything else\nMaria Doe,perhaps,call me on 555 0100\n"
	if err := Template(t.Context(), p, []*protocol.Words{p.Words("en"), p.Words("es")}, strings.NewReader(table), &b); err != nil {
		t.Fatal(err)
	}
	if said := b.String(); strings.Contains(said, "Maria") || strings.Contains(said, "555") || !strings.Contains(said, "perhaps: '?'") || !strings.Contains(said, "is: fever\n") {
		t.Error(said)
	}
}
