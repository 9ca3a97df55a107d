package questions_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"backcare/internal/questions"
	"backcare/internal/xlsx"
)

func list(t *testing.T, format string) string {
	t.Helper()
	p := whole(t)
	var b bytes.Buffer
	if err := questions.List(&b, format, p, p.Words("en")); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTheFileToFillInHoldsNoAnswerYet(t *testing.T) {
	p := whole(t)
	template := list(t, "yaml")
	f, err := questions.Read(p, "template", strings.NewReader(template))
	if err != nil {
		t.Fatal(err)
	}
	if f.Person != (questions.Person{}) || slices.Max(f.Answers.Values()) != 0 {
		t.Errorf("got %+v", f)
	}
	for _, q := range p.Questions {
		line := "\n  " + q.ID + ":\n"
		if strings.Count(template, line) != 1 {
			t.Fatalf("%d lines for %s", strings.Count(template, line), q.ID)
		}
		filled := strings.Replace(template, line, "\n  "+q.ID+": "+q.Options[0]+"\n", 1)
		f, err := questions.Read(p, "filled in", strings.NewReader(filled))
		if err != nil || f.Answers.Option(q.ID) != q.Options[0] {
			t.Errorf("%s: %q, %v", q.ID, f.Answers.Option(q.ID), err)
		}
	}
}

func TestTheTableHeaderNamesEveryQuestionOnce(t *testing.T) {
	p := whole(t)
	rows, err := csv.NewReader(strings.NewReader(list(t, "csv"))).ReadAll()
	if err != nil || len(rows) != 1 {
		t.Fatal(rows, err)
	}
	want := questions.PersonFields()
	for _, q := range p.Questions {
		want = append(want, q.ID)
	}
	if !slices.Equal(rows[0], want) {
		t.Errorf("got %q", rows[0])
	}
}

// The workbook to fill in has the columns of the header.
func TestTheWorkbookHasTheSameColumns(t *testing.T) {
	data := list(t, "xlsx")
	sheet, err := xlsx.Open(strings.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	row, err := sheet.Next()
	if err != nil {
		t.Fatal(err)
	}
	var heads []string
	for _, c := range row.Cells {
		heads = append(heads, c.Text)
	}
	if got, want := strings.Join(heads, ","), strings.TrimSpace(list(t, "csv")); got != want {
		t.Errorf("got %s", got)
	}
}

func TestTheListForProgramsHasEveryQuestion(t *testing.T) {
	p := whole(t)
	var got []struct {
		ID      string
		Section string
		Options []string
		Ask     string
	}
	if err := json.Unmarshal([]byte(list(t, "json")), &got); err != nil {
		t.Fatal(err)
	}
	if len(got) != len(p.Questions) {
		t.Fatalf("%d questions", len(got))
	}
	for i, q := range p.Questions {
		if got[i].ID != q.ID || !slices.Equal(got[i].Options, q.Options) || got[i].Ask == "" || got[i].Section == "" {
			t.Errorf("got %+v for %s", got[i], q.ID)
		}
	}
}

func TestListingsFitATerminal(t *testing.T) {
	for _, format := range []string{"text", "yaml"} {
		for _, line := range strings.Split(list(t, format), "\n") {
			if utf8.RuneCountInString(line) > 80 {
				t.Errorf("%s: too wide: %s", format, line)
			}
		}
	}
}

func TestAnUnknownFormatNamesTheKnown(t *testing.T) {
	p := whole(t)
	err := questions.List(&bytes.Buffer{}, "pdf", p, p.Words("en"))
	if want := `"pdf" is not a format here; use text, csv, yaml, json or xlsx`; err == nil || err.Error() != want {
		t.Errorf("got %v", err)
	}
}
