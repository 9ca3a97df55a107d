package batch

import (
	"errors"
	"strings"
	"testing"

	"backcare/internal/defect"
	"backcare/internal/pdf"
)

// A fault of the program ends the batch. It is never a rejected row, as if the person's answers were
// wrong.
func TestAFaultOfTheProgramRejectsNobody(t *testing.T) {
	j := testJob(t, nil, "")
	tab, err := openTable(t.Context(), j.Author.Protocol, nil, strings.NewReader(people(t, 1, 0)))
	if err != nil {
		t.Fatal(err)
	}
	task := &rowJob{}
	if err := (&rowSource{table: tab}).next(task); err != nil {
		t.Fatal(err)
	}
	j.Out = "out"
	b := &printer{j.Author, j.Author.Writer(), func() (*pdf.Renderer, error) { panic("boom") }}
	w := &worker{run: &run{Job: j, table: tab, printers: map[string]*printer{"": b, "en": b}, folder: &folder{}}}
	w.do(task)
	var fault *defect.Defect
	if !errors.As(task.err, &fault) || !strings.Contains(string(fault.Stack), "defect_test.go") {
		t.Errorf("%v", task.err)
	}
	if task.entry.Error != "" {
		t.Errorf("the row is rejected: %s", task.entry.Error)
	}
}
