package pack_test

import (
	"reflect"
	"slices"
	"testing"
	"testing/fstest"

	"go.yaml.in/yaml/v3"
	"pgregory.net/rapid"

	"backcare/content"
	"backcare/internal/pack"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// A random pack, some of it harmful. What the loader takes must be as careful as the content
// without it, for all answers.
func TestNoPackMakesAnOutcomeLessCareful(t *testing.T) {
	base := embedded(t, "en")
	taken, refused := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		p, err := pack.Lay(content.Files, randomPack(t, base), "en")
		if err != nil {
			refused++
			return
		}
		taken++
		if !reflect.DeepEqual(p.Words("en").Warning, base.Words("en").Warning) {
			t.Fatal("the warning changed")
		}
		for _, c := range telling(base) {
			atLeastAsCareful(t, base, p, c)
		}
		for range 20 {
			atLeastAsCareful(t, base, p, randomCase(t, p))
		}
	})
	if taken == 0 || refused == 0 {
		t.Errorf("%d packs taken, %d refused; the test needs both", taken, refused)
	}
}

// telling are the answers near a decision: what each rule is to fire for, and every single answer,
// each with a helper and alone.
func telling(base *pack.Pack) (out []pack.Case) {
	for _, r := range base.Rules {
		out = append(out, r.Fires...)
	}
	for _, q := range base.Questions {
		for _, o := range append(slices.Clone(q.Options), "") {
			out = append(out, pack.Case{q.ID: o}, pack.Case{"helper": "helper", q.ID: o})
		}
	}
	return out
}

func randomCase(t *rapid.T, p *pack.Pack) pack.Case {
	c := pack.Case{"helper": rapid.SampledFrom([]string{"helper", "alone"}).Draw(t, "helper")}
	for range rapid.IntRange(0, 5).Draw(t, "how many differ") {
		q := rapid.SampledFrom(p.Questions).Draw(t, "question")
		c[q.ID] = rapid.SampledFrom(q.Options).Draw(t, "option")
	}
	return c
}

// atLeastAsCareful decides the answers of a case, put over the embedded baseline, with and without the pack.
func atLeastAsCareful(t *rapid.T, base, p *pack.Pack, c pack.Case) {
	without, with := questions.None(base), questions.None(p)
	for _, q := range p.Questions {
		old, shared := base.Question(q.ID)
		option, given := c[q.ID]
		if !given && shared {
			option = old.Option(old.Baseline)
		} else if !given {
			option = q.Option(q.Baseline)
		}
		with = answered(t, with, q.ID, option)
		if shared {
			without = answered(t, without, q.ID, option)
		}
	}
	if a, b := triage.Urgency(without), triage.Urgency(with); b < a {
		t.Fatalf("%v: urgency %v becomes %v", c, a, b)
	}
	outcome, err := triage.Decide(with, "psoas-release")
	routine, ok := outcome.(triage.Routine)
	if err != nil || !ok {
		return
	}
	for _, q := range base.Questions {
		if a := without.Get(q.Index); q.Kind == pack.Stop && (a == 0 || q.Positive(a) || q.IsUnsure(a)) {
			t.Fatalf("a sheet, although %s is %q", q.ID, q.Option(a))
		}
	}
	before, err := triage.Decide(without, "psoas-release")
	calm, ok := before.(triage.Routine)
	if err != nil || !ok {
		t.Fatalf("%v: a sheet where there was none without the pack: %v", c, err)
	}
	for _, s := range routine.Steps() {
		old := slices.IndexFunc(calm.Steps(), func(o triage.Step) bool { return o.Step.ID == s.Step.ID })
		if s.Form.HandsOn && (old < 0 || !calm.Steps()[old].Form.HandsOn) {
			t.Fatalf("%v: %s becomes hands-on", c, s.Step.ID)
		}
		if _, embedded := base.Step(s.Step.ID); embedded && old < 0 {
			t.Fatalf("%v: %s was left out before, and is given now", c, s.Step.ID)
		}
		if old >= 0 && calm.Steps()[old].Form.HandsOn && s.Form.HandsOn && !reflect.DeepEqual(calm.Steps()[old].Lines, s.Lines) {
			t.Fatalf("%v: what hands do in %s changes", c, s.Step.ID)
		}
	}
}

func answered(t *rapid.T, a questions.Answers, id, option string) questions.Answers {
	a, err := a.With(id, option)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

type fields = map[string]any

// edits are a pack in the making.
type edits struct {
	t        *rapid.T
	base     *pack.Pack
	sections map[string][]any // questions by section
	rules    []any
	steps    []any
	words    fields
	routine  fields
}

func randomPack(t *rapid.T, base *pack.Pack) pack.Layer {
	e := &edits{t: t, base: base, sections: map[string][]any{}, words: fields{}, routine: fields{}}
	kinds := []func(){e.rule, e.rule, e.kind, e.question, e.narrow, e.form, e.form, e.addForm, e.move, e.reword, e.days}
	for range rapid.IntRange(1, 3).Draw(t, "edits") {
		rapid.SampledFrom(kinds).Draw(t, "kind of edit")()
	}
	var sections []any
	for _, s := range base.Sections {
		if list := e.sections[s.ID]; len(list) > 0 {
			section := fields{"id": s.ID, "questions": list}
			if rapid.IntRange(0, 9).Draw(t, "while") == 0 {
				section["while"] = "sheet"
			}
			sections = append(sections, section)
		}
	}
	e.routine["steps"] = e.steps
	files := fstest.MapFS{}
	for name, value := range map[string]any{
		"pack.yaml":      fields{"pack": fields{"name": "Riverside Clinic", "version": "1"}},
		"screening.yaml": fields{"sections": sections, "rules": e.rules},
		"routine.yaml":   e.routine,
		"words/en.yaml":  e.words,
	} {
		data, err := yaml.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	return pack.Layer{Files: files, Name: "clinic"}
}

func (e *edits) pick(n int, what string) int { return rapid.IntRange(0, n-1).Draw(e.t, what) }

func (e *edits) coin(what string) bool { return rapid.Bool().Draw(e.t, what) }

func (e *edits) anyQuestion() *pack.Question {
	return &e.base.Questions[e.pick(len(e.base.Questions), "question")]
}

func (e *edits) term() string {
	q := e.anyQuestion()
	if !q.Choice() {
		return q.ID + "=" + q.Worrying
	}
	return q.ID + "=" + q.Options[e.pick(len(q.Options), "option")]
}

var urgencies = []string{"caution", "planned", "two-weeks", "same-day", "emergency"}

func (e *edits) rule() {
	r := e.base.Rules[e.pick(len(e.base.Rules), "rule")]
	out := fields{"id": r.ID, "quiet": []any{fields{}}}
	if e.coin("urgency") {
		out["urgency"] = urgencies[e.pick(len(urgencies), "urgency")]
		if r.Urgency == pack.Caution && out["urgency"] != "caution" {
			e.words["rules"] = fields{r.ID: fields{"possible": "x", "request": "x", "why": "x"}}
			if q, ok := e.base.Question(r.ID); ok {
				e.put(q, fields{"id": q.ID, "kind": "stop"})
			}
		}
	}
	if e.coin("any") {
		out["any"] = []string{e.term()}
	}
	if e.pick(3, "all") == 0 {
		out["all"] = []string{e.term()}
	}
	e.rules = append(e.rules, out)
}

func (e *edits) put(q *pack.Question, f fields) {
	id := e.base.Sections[q.Section].ID
	e.sections[id] = append(e.sections[id], f)
}

func (e *edits) kind() {
	q := e.anyQuestion()
	f := fields{"id": q.ID, "kind": []string{"stop", "caution", "precaution", "course"}[e.pick(4, "kind")]}
	if e.pick(4, "baseline") == 0 {
		f["baseline"] = q.Options[e.pick(len(q.Options), "baseline")]
	}
	if e.pick(4, "worrying") == 0 {
		f["worrying"] = []string{"yes", "no"}[e.pick(2, "worrying")]
	}
	e.put(q, f)
}

// question adds a question with a rule; twice the same is a pack with an error.
func (e *edits) question() {
	e.put(e.anyQuestion(), fields{"id": "numb-hand", "kind": "stop", "sources": []string{"ng59"}})
	e.rules = append(e.rules, fields{"id": "numb-hand", "urgency": urgencies[1+e.pick(4, "urgency")], "any": []string{"numb-hand=yes"},
		"sources": []string{"ng59"}, "fires": []any{fields{"numb-hand": "yes"}}, "quiet": []any{fields{}}})
	e.words["questions"] = fields{"numb-hand": fields{"ask": "x", "short": "x", "note": "x", "why": "x"}}
	e.words["rules"] = fields{"numb-hand": fields{"possible": "x", "why": "x"}}
}

func (e *edits) step() *pack.Step { return &e.base.Steps[e.pick(len(e.base.Steps), "step")] }

func (e *edits) narrow() {
	f := fields{"id": e.step().ID, "unless": []string{e.term()}}
	if e.pick(6, "on request") == 0 {
		f["on-request"] = e.coin("on-request")
	}
	e.steps = append(e.steps, f)
}

func (e *edits) form() {
	s := e.step()
	form := s.Forms[e.pick(len(s.Forms), "form")]
	f := fields{"id": form.ID}
	if e.pick(3, "hands-on") == 0 {
		f["hands-on"] = e.coin("hands-on")
	}
	if e.coin("any") {
		f["any"] = []string{e.term()}
	}
	if e.pick(3, "dose") == 0 {
		f["dose"] = "minutes-5"
	}
	if e.pick(3, "lines") == 0 {
		f["lines"] = form.Lines[0].ID
	}
	e.steps = append(e.steps, fields{"id": s.ID, "forms": []any{f}})
}

func (e *edits) addForm() {
	s := e.step()
	form := s.Forms[0]
	e.steps = append(e.steps, fields{"id": s.ID, "forms": []any{fields{"id": "other", "hands-on": e.coin("hands-on"),
		"any": []string{e.term()}, "figure": form.Figures[0].ID, "dose": "minutes-5", "lines": form.Lines[0].ID}}})
	e.words["steps"] = fields{s.ID: fields{"forms": fields{"other": fields{}}}}
}

func (e *edits) move() {
	q := e.anyQuestion()
	id := e.base.Sections[e.pick(len(e.base.Sections), "section")].ID
	e.sections[id] = append(e.sections[id], fields{"id": q.ID})
}

func (e *edits) reword() {
	switch e.pick(3, "words") {
	case 0:
		e.words["warning"] = fields{"items": []string{"Back pain"}}
	case 1:
		e.words["warning"] = fields{"title": "x"}
	default:
		e.words["sheet"] = fields{"title": "Our routine"}
	}
}

func (e *edits) days() { e.routine["days"] = e.pick(40, "days") }
