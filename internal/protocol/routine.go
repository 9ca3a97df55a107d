package protocol

import (
	"fmt"
	"slices"
	"strconv"

	"backcare/internal/yaml"
)

type routineFile struct {
	Days  text       `yaml:"days"`
	Steps []stepFile `yaml:"steps"`
}

type stepFile struct {
	ID        text          `yaml:"id"`
	Before    text          `yaml:"before"`    // in a pack: the step it goes in front of
	Mandatory *bool         `yaml:"mandatory"` // not in a pack
	OnRequest *bool         `yaml:"on-request"`
	Unless    []text        `yaml:"unless"`
	Sources   []text        `yaml:"sources"`
	Variants  []variantFile `yaml:"variants"`
}

type variantFile struct {
	ID      text      `yaml:"id"`
	All     []text    `yaml:"all"` // in the embedded content only
	Any     []text    `yaml:"any"`
	HandsOn *bool     `yaml:"hands-on"`
	Figure  partsFile `yaml:"figure"`
	Dose    partsFile `yaml:"dose"`
	Lines   partsFile `yaml:"lines"`
}

type partFile struct {
	ID   text
	Any  []text
	None []text
}

// partsFile is one part or a list of them; a part is a bare id or {id, any, none}.
type partsFile []partFile

// UnmarshalYAML takes one part or a list of them.
func (l *partsFile) UnmarshalYAML(n *yaml.Node) error {
	nodes := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		nodes = n.Content
	}
	for _, n := range nodes {
		var f partFile
		if n.Kind == yaml.ScalarNode {
			f.ID = text{s: n.Value, line: n.Line}
		} else if err := f.fields(n); err != nil {
			return err
		}
		*l = append(*l, f)
	}
	return nil
}

func (f *partFile) fields(n *yaml.Node) error {
	if n.Kind != yaml.MappingNode {
		return fmt.Errorf("line %d: expected an id or {id, any, none}", n.Line)
	}
	for i := 0; i < len(n.Content); i += 2 {
		var err error
		switch key := n.Content[i].Value; key {
		case "id":
			err = n.Content[i+1].Decode(&f.ID)
		case "any":
			err = n.Content[i+1].Decode(&f.Any)
		case "none":
			err = n.Content[i+1].Decode(&f.None)
		default:
			err = fmt.Errorf("line %d: field %s not known; use id, any or none", n.Content[i].Line, key)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (b *builder) addRoutine(f routineFile) {
	b.Days = days(f.Days)
	if b.Days < 1 || b.Days > 28 {
		at := f.Days
		if at.line == 0 {
			at.file = routineName
		}
		b.at(at, "days", "%q is not between 1 and 28", f.Days.s)
	}
	for _, s := range f.Steps {
		b.addStep(s)
	}
}

func days(t text) int {
	n, err := strconv.Atoi(t.s)
	if err != nil {
		return 0
	}
	return n
}

func (b *builder) addStep(f stepFile) {
	b.checkID(f.ID)
	if _, twice := b.Step(f.ID.s); twice {
		b.at(f.ID, f.ID.s, "a second step with this id")
	}
	step := Step{ID: f.ID.s, OnRequest: f.OnRequest != nil && *f.OnRequest, Unless: b.terms(f.Unless, f.ID.s),
		Mandatory: f.Mandatory != nil && *f.Mandatory, Sources: b.sourceIDs(f.Sources, f.ID)}
	if step.Mandatory && (step.OnRequest || len(step.Unless) > 0) {
		b.at(f.ID, step.ID, "keep: everyone is given this step, so it has no `unless` and is not on request")
	}
	for i, form := range f.Variants {
		b.addForm(&step, form, i == len(f.Variants)-1)
	}
	if len(step.Variants) == 0 {
		b.at(f.ID, step.ID, "a step needs at least one form")
	}
	b.marks["step "+step.ID] = f.ID
	b.Steps = append(b.Steps, step)
}

func (b *builder) addForm(step *Step, f variantFile, last bool) {
	id := step.ID + "/" + f.ID.s
	b.checkID(f.ID)
	if slices.ContainsFunc(step.Variants, func(o Variant) bool { return o.ID == f.ID.s }) {
		b.at(f.ID, id, "a second form with this id")
	}
	form := Variant{ID: f.ID.s, HandsOn: f.HandsOn != nil && *f.HandsOn, Figures: b.parts(f.Figure, id), When: When{All: b.terms(f.All, id), Any: b.terms(f.Any, id)},
		Doses: b.parts(f.Dose, id), Lines: b.parts(f.Lines, id)}
	if open := len(f.All)+len(f.Any) == 0; open != last {
		b.at(f.ID, id, "the last form, and only that, has no `any`: it is for everyone left")
	}
	for _, f := range f.Figure {
		if _, ok := b.Figures[f.ID.s]; !ok {
			b.at(f.ID, id, "figure %q is not in figures.yaml", f.ID.s)
		}
	}
	if n := len(form.Figures); n == 0 || len(form.Figures[n-1].When.Terms()) > 0 {
		b.at(f.ID, id, "a form needs a figure, the last one without a condition")
	}
	if n := len(form.Doses); n == 0 || len(form.Doses[n-1].When.Terms()) > 0 {
		b.at(f.ID, id, "a form needs a dose, the last one without a condition")
	}
	if !slices.ContainsFunc(form.Lines, func(l Part) bool { return len(l.When.Terms()) == 0 }) {
		b.at(f.ID, id, "a form needs lines that say what to do")
	}
	b.marks["form "+id] = f.ID
	step.Variants = append(step.Variants, form)
}

func (b *builder) parts(list partsFile, id string) []Part {
	var out []Part
	for _, f := range list {
		b.checkID(f.ID)
		if slices.ContainsFunc(out, func(o Part) bool { return o.ID == f.ID.s }) {
			b.at(f.ID, id, "%s stands here twice", f.ID.s)
		}
		out = append(out, Part{f.ID.s, When{Any: b.terms(f.Any, id), None: b.terms(f.None, id)}})
	}
	return out
}
