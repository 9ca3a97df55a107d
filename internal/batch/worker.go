package batch

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"backcare/internal/atomicfile"
	"backcare/internal/defect"
	"backcare/internal/pdf"
	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// rowJob is one row on its way from the table through a worker to the committer.
type rowJob struct {
	record  record
	hash    string // of the table up to this row
	earlier string // its line of the manifest, when an earlier run has done it

	entry   entry
	who     questions.Person
	outcome triage.Outcome   // nil when rejected, or kept from an earlier run
	file    *atomicfile.File // the paper on its way to its place, if it is written
	paper   *pdf.Composed    // for the print job, if there is one
	kept    bool             // done by an earlier run and found whole
	err     error            // of the folder; ends the batch
	done    chan struct{}
}

// worker turns rows into papers. It is one of several.
type worker struct {
	*run
	buf []byte // for the paper at hand
}

// do does one row.
func (w *worker) do(t *rowJob) {
	if t.earlier != "" {
		e, ok := parseEntry(t.earlier)
		if !ok || e.Row != t.record.row {
			t.err = fmt.Errorf("%s is damaged at row %d", journalName, t.record.row)
			return
		}
		if t.kept = !e.paper() || w.folder.holds(e.File, e.SHA256); t.kept && w.Spool == "" {
			t.entry = e
			if e.emergency() || e.today() { // the manifest has no numbers
				t.who, _, _ = w.table.read(&t.record)
			}
			return
		}
	}
	t.entry = entry{Row: t.record.row, Outcome: rejected}
	data, err := w.caught(t)
	if t.err != nil {
		return
	}
	if err != nil {
		t.reject(err)
	}
	if t.earlier != "" && t.entry.line() != t.earlier {
		t.err = fmt.Errorf("row %d does not give the same result as before", t.record.row)
		return
	}
	if t.outcome != nil && w.folder != nil && !t.kept {
		t.err = w.folder.put(t, data)
	}
}

// caught makes the paper of a row. A fault of the program ends the batch, since no row is to blame.
func (w *worker) caught(t *rowJob) (data []byte, err error) {
	defer defect.Catch(&t.err)
	return w.decide(t)
}

// decide reads and decides a row and makes its paper. An error rejects the row.
func (w *worker) decide(t *rowJob) ([]byte, error) {
	who, answers, faults := w.table.read(&t.record)
	t.who = who
	t.entry.Urgency, t.entry.Rules = w.table.alarm(&t.record, answers, faults)
	if len(faults) > 0 {
		if t.record.swallowed > 0 {
			t.who = questions.Person{} // which of them is not known
		}
		return nil, errors.New(complaint(faults, w.table.columns))
	}
	b := w.printer(&t.who)
	if b == nil {
		return nil, w.at("lang", "unknown language; use "+protocol.OneOf(w.Langs))
	}
	var wrong *questions.Problem
	if errors.As(questions.Plausible(answers, who, w.Author.When), &wrong) {
		t.record.advise(wrong)
		return nil, w.at(wrong.ID, wrong.Text)
	}
	if err := w.printable(who); err != nil {
		return nil, err
	}
	outcome, err := triage.Decide(answers, w.Author.When, w.With...)
	if err != nil && triage.GoOn(answers) && !answers.Old(w.Author.When) {
		t.entry = entry{Row: t.record.row, Ref: who.Ref, Outcome: goOn}
		return nil, nil
	}
	if err != nil {
		return nil, undecided(err, answers)
	}
	t.entry, t.outcome = newEntry(t.record.row, who.Ref, outcome), outcome
	if w.DryRun {
		return nil, nil
	}
	data, err := b.print(&w.Job, t, w.buf[:0])
	if err != nil && !pdf.Unprintable(err) {
		t.err = fmt.Errorf("row %d: %w", t.record.row, err)
	}
	w.buf = data
	return data, err
}

// undecided is why answers give no paper, in one line however many are missing.
func undecided(err error, a protocol.Answers) error {
	const most = 5
	var incomplete triage.Incomplete
	if !errors.As(err, &incomplete) {
		return err
	}
	switch missing := incomplete.Missing; {
	case len(missing) == len(a.Values()):
		return errors.New("no answers")
	case len(missing) > most:
		return fmt.Errorf("%d of %d answers are missing: %s and %d more", len(missing), len(a.Values()), strings.Join(missing[:most], ", "), len(missing)-most)
	}
	return err
}

// printer finds the printer of a person's language, de for de-AT too, and notes which it is.
func (w *worker) printer(who *questions.Person) *printer {
	for tag := who.Lang; ; {
		if b := w.printers[tag]; b != nil {
			who.Lang = tag
			return b
		}
		end := strings.LastIndexByte(tag, '-')
		if end < 0 {
			return nil
		}
		tag = tag[:end]
	}
}

// reject takes back what was decided, except an emergency.
func (t *rowJob) reject(err error) {
	e := entry{Row: t.record.row, Ref: t.who.Ref, Outcome: rejected, Error: err.Error()}
	if t.entry.emergency() {
		e.Urgency, e.Rules = t.entry.Urgency, t.entry.Rules
	}
	t.entry, t.outcome, t.paper = e, nil, nil
}

// printable refuses what the font cannot print whole, naming the letters and never the name.
func (w *worker) printable(who questions.Person) error {
	if w.Spool == "" && (w.Format != PDF || w.Out == "" && !w.DryRun) {
		return nil
	}
	for _, field := range []string{"name", "ref", "site", "phone", "note"} {
		missing := pdf.Missing(who.Get(field))
		if len(missing) == 0 {
			continue
		}
		slices.Sort(missing) // the letters, not how the name is spelt
		var list []string
		for _, r := range missing[:min(len(missing), 5)] {
			list = append(list, fmt.Sprintf("U+%04X", r))
		}
		return w.at(field, strings.Join(list, ", ")+" cannot be printed; leave it out and use ref")
	}
	return nil
}

// at says in which column something is wrong.
func (w *worker) at(field, text string) error {
	i := slices.IndexFunc(w.table.columns, func(c column) bool { return c.field == field })
	if i < 0 {
		return fmt.Errorf("%s: %s", field, text)
	}
	return errors.New(complaint([]fault{{cell: i, text: text}}, w.table.columns))
}
