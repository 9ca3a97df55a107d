package batch

import (
	"crypto/sha256"
	"fmt"
	"sync"
	"time"

	"backcare/internal/handout"
	"backcare/internal/pdf"
	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// bench makes the papers of one language. A sheet differs between two people with the same
// routine only in the strip about the person, so each routine is set and drawn once, as a plate.
type bench struct {
	desk   handout.Desk
	format Format
	paper  pdf.Paper
	press  func() (*pdf.Press, error) // made when it is first needed
	plates *plates                    // of all languages
}

func newBench(desk handout.Desk, format Format, paper pdf.Paper, plates *plates) *bench {
	return &bench{desk: desk, format: format, paper: paper, plates: plates,
		press: sync.OnceValues(func() (*pdf.Press, error) { return pdf.NewPress(desk.Words.Runes()) })}
}

// print makes one person's paper, and its SHA-256. What goes wrong inside is an error of that
// person alone.
func (b *bench) print(o triage.Outcome, who questions.Person) (data []byte, sum [sha256.Size]byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the paper cannot be made: %v", r)
		}
	}()
	r, routine := o.(triage.Routine)
	switch {
	case b.format == JSON:
		data, err = b.desk.Record(o).JSON()
		return data, sha256.Sum256(data), err
	case b.format == HTML:
		data = []byte(b.desk.Document(o, who).HTML())
		return data, sha256.Sum256(data), nil
	case b.format == Text:
		data = []byte(b.desk.Document(o, who).Text(80))
		return data, sha256.Sum256(data), nil
	case !routine:
		press, err := b.press()
		if err != nil {
			return nil, sum, err
		}
		data, err = press.Render(b.desk.Document(o, who), b.paper)
		return data, sha256.Sum256(data), err
	}
	plate, err := b.routine(r, who)
	if err != nil {
		return nil, sum, err
	}
	if data, sum, err = plate.PrintHashed(b.desk.Strip(who)); err != nil {
		return nil, sum, err
	}
	b.plates.weigh(plate) // new letters make it heavier
	return data, sum, nil
}

// routine is the plate of a routine.
func (b *bench) routine(r triage.Routine, who questions.Person) (*plate, error) {
	return b.plates.get(b.desk.Words.Lang+"\x00"+who.Note+"\x00"+routineKey(r), func() (*pdf.Plate, error) {
		press, err := b.press()
		if err != nil {
			return nil, err
		}
		return press.Plate(b.desk.Document(r, questions.Person{Note: who.Note}), b.paper)
	})
}

// plate is the plate for one person and the strip to print on it.
func (b *bench) plate(o triage.Outcome, who questions.Person) (*pdf.Plate, handout.Text, error) {
	if r, ok := o.(triage.Routine); ok {
		p, err := b.routine(r, who)
		if err != nil {
			return nil, nil, err
		}
		return p.Plate, b.desk.Strip(who), nil
	}
	press, err := b.press()
	if err != nil {
		return nil, nil, err
	}
	doc := b.desk.Document(o, who)
	p, err := press.Plate(doc, b.paper)
	return p, doc.Head.Person, err
}

// routineKey names everything of a routine that its sheet shows. Two routines with one key have
// equal sheets; a test holds the handout to that.
func routineKey(r triage.Routine) string {
	var key []byte
	add := func(s string) { key = append(append(key, s...), 0) }
	for _, s := range r.Steps() {
		add(s.Step.ID)
		add(s.Variant.ID)
		add(s.Figure)
		add(s.Dose)
		for _, l := range s.Lines {
			add(l)
		}
		add("")
	}
	add("")
	for _, f := range r.Cautions() {
		add(f.Rule.ID)
	}
	for _, list := range [][]*protocol.Question{r.Alarms().Now, r.Alarms().Today} {
		add("")
		for _, q := range list {
			add(q.ID)
		}
	}
	add(r.Answers().Day().Format(time.DateOnly))
	return string(key)
}

// urgencyOf and rulesOf say what an outcome came from.
func urgencyOf(o triage.Outcome) (kind handout.Kind, urgency string, rules []string) {
	var fired []triage.Fired
	kind = handout.SheetKind
	switch o := o.(type) {
	case triage.Referral:
		kind, urgency, fired = handout.ReferralKind, o.Urgency.String(), o.Fired
	case triage.Routine:
		fired = o.Cautions()
	}
	for _, f := range fired {
		rules = append(rules, f.Rule.ID)
	}
	return kind, urgency, rules
}

// benches are the benches of all languages, by tag; the empty tag is the default language.
func (j *Job) benches(format Format) map[string]*bench {
	out, all := map[string]*bench{}, newPlates(plateBudget)
	for _, lang := range append([]string{j.Desk.Words.Lang}, j.Langs...) {
		if out[lang] == nil {
			desk := j.Desk
			if lang != desk.Words.Lang {
				desk.Words = desk.Protocol.Words(lang)
			}
			out[lang] = newBench(desk, format, j.Paper, all)
		}
	}
	out[""] = out[j.Desk.Words.Lang]
	return out
}
