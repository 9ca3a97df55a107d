package overlay_test

import (
	"encoding/json"
	"strings"
	"testing/fstest"

	"pgregory.net/rapid"

	"backcare/internal/protocol"
)

type fields = map[string]any

// edits are a pack in the making.
type edits struct {
	t        *rapid.T
	base     *protocol.Protocol
	sections map[string][]any // questions by section
	own      []any            // sections of the pack
	rules    []any
	steps    []any
	words    fields
	routine  fields
}

func randomPack(t *rapid.T, base *protocol.Protocol) *protocol.Folder {
	e := &edits{t: t, base: base, sections: map[string][]any{}, words: fields{}, routine: fields{}}
	kinds := []func(){e.rule, e.rule, e.old, e.question, e.narrow, e.narrow, e.form, e.form, e.addForm, e.addForm, e.section, e.newStep, e.move, e.reword, e.reword, e.days}
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
	sections = append(sections, e.own...)
	e.routine["steps"] = e.steps
	files := fstest.MapFS{}
	for name, value := range map[string]any{
		"pack.yaml":      fields{"pack": fields{"name": "Riverside Clinic", "version": "1"}},
		"screening.yaml": fields{"sections": sections, "rules": e.rules},
		"routine.yaml":   e.routine,
		"words/en.yaml":  e.words,
	} {
		data, err := json.Marshal(value) // which YAML reads, too
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	return &protocol.Folder{Files: files, Name: "clinic"}
}

func (e *edits) pick(n int, what string) int { return rapid.IntRange(0, n-1).Draw(e.t, what) }

func (e *edits) coin(what string) bool { return rapid.Bool().Draw(e.t, what) }

func (e *edits) anyQuestion() *protocol.Question {
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

// rule writes a rule, one that is there or one of the pack.
func (e *edits) rule() {
	id := e.base.Rules[e.pick(len(e.base.Rules), "rule")].ID
	if e.coin("of the pack") {
		id = "own"
	}
	term, urgency := e.term(), urgencies[e.pick(len(urgencies), "urgency")]
	question, option, _ := strings.Cut(term, "=")
	e.rules = append(e.rules, fields{"id": id, "urgency": urgency, "any": []string{term}, "sources": []string{"ng59"},
		"positive": []any{fields{question: option}}, "negative": []any{fields{}}})
	if urgency == "caution" {
		e.words["cautions"] = fields{id: fields{"line": "x", "why": "x"}}
	} else {
		e.words["rules"] = fields{id: fields{"possible": "x", "why": "x"}}
	}
}

func (e *edits) put(q *protocol.Question, f fields) {
	id := e.base.Sections[q.Section].ID
	e.sections[id] = append(e.sections[id], f)
}

// old writes something about a question that is there.
func (e *edits) old() {
	q := e.anyQuestion()
	f := fields{"id": q.ID}
	if e.pick(4, "baseline") == 0 {
		f["baseline"] = q.Options[e.pick(len(q.Options), "baseline")]
	}
	if e.pick(4, "worrying") == 0 {
		f["worrying"] = []string{"yes", "no"}[e.pick(2, "worrying")]
	}
	e.put(q, f)
}

// question adds a question with a rule, in a section that is there or one of the pack; twice the same is a
// pack with an error.
func (e *edits) question() {
	q := fields{"id": "numb-hand", "sources": []string{"ng59"}}
	if e.pick(4, "in a section that is there") == 0 {
		e.put(e.anyQuestion(), q)
	} else {
		e.own = append(e.own, fields{"id": "hands", "questions": []any{q}})
		e.words["sections"] = fields{"hands": fields{"title": "x", "ask": "x"}}
	}
	e.rules = append(e.rules, fields{"id": "numb-hand", "urgency": urgencies[1+e.pick(4, "urgency")], "any": []string{"numb-hand=yes"},
		"sources": []string{"ng59"}, "positive": []any{fields{"numb-hand": "yes"}}, "negative": []any{fields{}}})
	e.words["questions"] = fields{"numb-hand": fields{"ask": "x", "short": "x", "note": "x", "why": "x"}}
	e.words["rules"] = fields{"numb-hand": fields{"possible": "x", "why": "x"}}
}

// step is any step, and every second time one that a pack must leave alone.
func (e *edits) step() *protocol.Step {
	if e.coin("a step to leave alone") {
		s, _ := e.base.Step([]string{"range-check", "psoas-release", "check"}[e.pick(3, "step")])
		return s
	}
	return &e.base.Steps[e.pick(len(e.base.Steps), "step")]
}

func (e *edits) narrow() {
	term := e.term()
	if e.coin("for everyone") {
		term = "helper=alone"
	}
	f := fields{"id": e.step().ID, "unless": []string{term, "helper=helper"}}
	if e.pick(6, "on request") == 0 {
		f["on-request"] = e.coin("on-request")
	}
	e.steps = append(e.steps, f)
}

func (e *edits) form() {
	s := e.step()
	form := s.Variants[e.pick(len(s.Variants), "form")]
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
	e.steps = append(e.steps, fields{"id": s.ID, "variants": []any{f}})
}

// addForm adds a form, mostly for people whom an embedded form of the step is for.
func (e *edits) addForm() {
	s := e.step()
	form := s.Variants[0]
	term := e.term()
	if n := len(form.When.Any); n > 0 && e.pick(3, "whose") > 0 {
		term = form.When.Any[e.pick(n, "term")].Text
	}
	e.steps = append(e.steps, fields{"id": s.ID, "variants": []any{fields{"id": "other", "hands-on": e.pick(4, "hands-on") == 0,
		"any": []string{term}, "figure": form.Figures[0].ID, "dose": "minutes-5", "lines": form.Lines[0].ID}}})
	e.words["steps"] = fields{s.ID: fields{"variants": fields{"other": fields{}}}}
}

// section adds a section.
func (e *edits) section() {
	section := fields{"id": "office", "questions": []any{fields{"id": "insured", "sources": []string{"ng59"}}}}
	if e.coin("while it is a sheet") {
		section["while"] = "sheet"
	}
	e.own = append(e.own, section)
	e.words["sections"] = fields{"office": fields{"title": "x", "ask": "x"}}
	e.words["questions"] = fields{"insured": fields{"ask": "x", "short": "x", "note": "x", "why": "x"}}
}

// newStep adds a step, anywhere.
func (e *edits) newStep() {
	e.steps = append(e.steps, fields{"id": "own", "before": e.step().ID, "sources": []string{"ng59"}, "variants": []any{fields{"id": "one",
		"hands-on": e.pick(4, "hands-on") == 0, "figure": "drink-walk", "dose": "minutes-5", "lines": "do"}}})
	e.words["steps"] = fields{"own": fields{"name": "x", "variants": fields{"one": fields{}}, "lines": fields{"do": "x"}, "why": "x", "known": "x"}}
}

func (e *edits) move() {
	q := e.anyQuestion()
	id := e.base.Sections[e.pick(len(e.base.Sections), "section")].ID
	e.sections[id] = append(e.sections[id], fields{"id": q.ID})
}

func (e *edits) reword() {
	switch e.pick(5, "words") {
	case 0:
		e.words["warning"] = fields{"items": []string{"Back pain"}}
	case 1:
		e.words["warning"] = fields{"title": "x"}
	case 2:
		r := e.base.Rules[e.pick(len(e.base.Rules), "rule")]
		e.words["cautions"] = fields{r.ID: fields{[]string{"line", "alarm", "why"}[e.pick(3, "text")]: "x"}}
	case 3:
		s := e.step()
		form := s.Variants[e.pick(len(s.Variants), "form")]
		line := form.Lines[e.pick(len(form.Lines), "line")].ID
		e.words["steps"] = fields{s.ID: []fields{{"name": "x"}, {"why": "x"}, {"lines": fields{line: "x"}}, {"variants": fields{form.ID: fields{"feel": "x"}}},
			{"variants": fields{form.ID: fields{"stop": "x"}}}, {"variants": fields{form.ID: fields{"feel": nil}}}}[e.pick(6, "text")]}
	default:
		e.words["sheet"] = fields{[]string{"title", "alarms", "stop-now", "pain-rule", "log-title"}[e.pick(5, "text")]: "Our routine"}
	}
}

func (e *edits) days() { e.routine["days"] = e.pick(40, "days") }
