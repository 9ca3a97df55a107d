package batch

import (
	"crypto/sha256"
	"fmt"
	"sync"

	"backcare/internal/handout"
	"backcare/internal/pack"
	"backcare/internal/pdf"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// bench makes the papers of one language. A sheet differs between two people with the same
// routine only in the strip about the person, so each routine is set and drawn once, as a plate.
type bench struct {
	desk   handout.Desk
	format Format
	paper  pdf.Paper
	press  *pdf.Press // nil unless format is PDF
	plates plates
}

func newBench(desk handout.Desk, format Format, paper pdf.Paper) (*bench, error) {
	b := &bench{desk: desk, format: format, paper: paper}
	if format != PDF {
		return b, nil
	}
	var err error
	b.press, err = pdf.NewPress(desk.Words.Runes())
	return b, err
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
	case b.format == Text:
		data = []byte(b.desk.Document(o, who).Text(80))
		return data, sha256.Sum256(data), nil
	case !routine:
		data, err = b.press.Render(b.desk.Document(o, who), b.paper)
		return data, sha256.Sum256(data), err
	}
	plate, err := b.plates.get(routineKey(r), func() (*pdf.Plate, error) {
		return b.press.Plate(b.desk.Document(r, questions.Person{}), b.paper)
	})
	if err != nil {
		return nil, sum, err
	}
	if data, err = plate.plate.Print(b.desk.Strip(who)); err != nil {
		return nil, sum, err
	}
	return data, plate.sums.of(data), nil
}

// routineKey names everything of a routine that its sheet shows. Two routines with one key have
// equal sheets; a test holds the handout to that.
func routineKey(r triage.Routine) string {
	var key []byte
	add := func(s string) { key = append(append(key, s...), 0) }
	for _, s := range r.Steps() {
		add(s.Step.ID)
		add(s.Form.ID)
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
	return string(key)
}

// mostPlates bounds the memory for plates: about 40 kB each.
const mostPlates = 512

// plates keeps the plates made so far, at most mostPlates of them.
type plates struct {
	mu   sync.Mutex
	made map[string]*plate
}

type plate struct {
	once  sync.Once
	plate *pdf.Plate
	err   error
	sums  sums
}

// get gives the plate of a key, made by whoever asks first. When there are too many, any one is
// given up: a plate made again is the same.
func (p *plates) get(key string, cut func() (*pdf.Plate, error)) (*plate, error) {
	p.mu.Lock()
	if p.made == nil {
		p.made = map[string]*plate{}
	}
	one := p.made[key]
	if one == nil {
		for k := range p.made {
			if len(p.made) < mostPlates {
				break
			}
			delete(p.made, k)
		}
		one = &plate{}
		p.made[key] = one
	}
	p.mu.Unlock()
	one.once.Do(func() { one.plate, one.err = cut() })
	return one, one.err
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

// benches are the benches of all languages, by tag.
func (j *Job) benches() (map[string]*bench, error) {
	out := map[string]*bench{}
	format := j.Format
	if j.Out == "" {
		format = JSON // nothing is printed
	}
	for _, lang := range append([]string{j.Desk.Words.Lang}, j.Langs...) {
		if out[lang] != nil {
			continue
		}
		desk := j.Desk
		desk.Words = words(j.Desk, lang)
		b, err := newBench(desk, format, j.Paper)
		if err != nil {
			return nil, err
		}
		out[lang] = b
	}
	out[""] = out[j.Desk.Words.Lang]
	return out, nil
}

func words(d handout.Desk, lang string) *pack.Words {
	if lang == d.Words.Lang {
		return d.Words
	}
	return d.Pack.Words(lang)
}
