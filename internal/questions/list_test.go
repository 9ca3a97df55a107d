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

func TestTheListForProgramsHasAllThatIsAsked(t *testing.T) {
	p := whole(t)
	w := p.Words("en")
	type option struct{ Value, Text, Urgency string }
	var got struct {
		Stop     struct{ Items []string }
		Counts   string
		Sections []struct {
			ID, Title, Ask, Note string
			SheetOnly            bool `json:"sheet-only"`
			Questions            []struct {
				Number       int
				ID, Ask, Why string
				Options      []option
			}
		}
		Emergencies []struct{ Rule string }
	}
	if err := json.Unmarshal([]byte(list(t, "json")), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Sections) != len(p.Sections) || got.Counts == "" || !slices.Equal(got.Stop.Items, w.Warning.Items) || len(got.Emergencies) < 10 {
		t.Fatalf("got %+v", got)
	}
	n := 0
	for i, s := range got.Sections {
		if s.ID != p.Sections[i].ID || s.Title == "" || s.Ask == "" || s.SheetOnly != p.Sections[i].SheetOnly || (s.Note != "") != s.SheetOnly {
			t.Errorf("got %+v for %s", s, p.Sections[i].ID)
		}
		for _, q := range s.Questions {
			want := p.Questions[n]
			n++
			if q.Number != n || q.ID != want.ID || q.Ask == "" || q.Why == "" || len(q.Options) != len(want.Options) {
				t.Errorf("got %+v for %s", q, want.ID)
			}
			for j, o := range q.Options {
				if o.Value != want.Options[j] || o.Text == "" {
					t.Errorf("%s: got %+v for %s", q.ID, o, want.Options[j])
				}
			}
			if q.ID == "chest-pain" && q.Options[0] != (option{"yes", "Yes", "emergency"}) {
				t.Errorf("got %+v", q.Options[0])
			}
		}
	}
	if n != len(p.Questions) {
		t.Errorf("%d questions", n)
	}
}

// Who fills a list in reads first what cannot wait, and how blank and unsure count; what may be left
// blank is marked.
func TestListsBeginWithStopAndCall(t *testing.T) {
	w := whole(t).Words("en")
	for _, format := range []string{"text", "yaml"} {
		text := strings.Join(strings.Fields(strings.ReplaceAll(list(t, format), "#", "")), " ")
		last := -1
		for _, must := range []string{strings.ToUpper(w.Form.StopTitle), w.Warning.Items[0], w.Prompt.Counts, w.Questions["chest-pain"].Ask,
			"yes, unsure: " + w.Form.StopTitle, w.Sections["range"].Ask, w.Prompt.Second, w.Sections["precautions"].Ask, w.Prompt.Second} {
			at := strings.Index(text[last+1:], must)
			if at < 0 {
				t.Errorf("%s: not there, or too early: %q", format, must)
				break
			}
			last += 1 + at
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
