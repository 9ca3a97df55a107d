package pack

import (
	"fmt"
	"io/fs"
	"slices"

	"go.yaml.in/yaml/v3"
)

type routineFile struct {
	Days  int        `yaml:"days"`
	Steps []stepFile `yaml:"steps"`
}

type stepFile struct {
	ID        text       `yaml:"id"`
	OnRequest bool       `yaml:"on-request"`
	Unless    []text     `yaml:"unless"`
	Sources   []text     `yaml:"sources"`
	Forms     []formFile `yaml:"forms"`
}

type formFile struct {
	ID      text      `yaml:"id"`
	Any     []text    `yaml:"any"`
	HandsOn bool      `yaml:"hands-on"`
	Figure  text      `yaml:"figure"`
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

func (l *partsFile) UnmarshalYAML(n *yaml.Node) error {
	nodes := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		nodes = n.Content
	}
	for _, n := range nodes {
		var f partFile
		if n.Kind == yaml.ScalarNode {
			f.ID = text{n.Value, n.Line}
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

const routineName = "routine.yaml"

func (p *Pack) loadRoutine(fsys fs.FS, list *[]error) error {
	var f routineFile
	if err := decode(fsys, routineName, &f); err != nil {
		return err
	}
	r := report{routineName, list}
	if p.Days = f.Days; p.Days < 1 || p.Days > 28 {
		r.add(0, "days", "%d is not between 1 and 28", p.Days)
	}
	for _, s := range f.Steps {
		p.addStep(s, r)
	}
	return nil
}

func (p *Pack) addStep(f stepFile, r report) {
	p.checkID(f.ID, r)
	if _, twice := p.Step(f.ID.s); twice {
		r.add(f.ID.line, f.ID.s, "a second step with this id")
	}
	step := Step{ID: f.ID.s, OnRequest: f.OnRequest, Unless: p.terms(f.Unless, f.ID.s, r),
		Sources: p.sourceIDs(f.Sources, f.ID.s, f.ID.line, r)}
	for i, form := range f.Forms {
		p.addForm(&step, form, i == len(f.Forms)-1, r)
	}
	if len(step.Forms) == 0 {
		r.add(f.ID.line, step.ID, "a step needs at least one form")
	}
	p.Steps = append(p.Steps, step)
}

func (p *Pack) addForm(step *Step, f formFile, last bool, r report) {
	id := step.ID + "/" + f.ID.s
	p.checkID(f.ID, r)
	if slices.ContainsFunc(step.Forms, func(o Form) bool { return o.ID == f.ID.s }) {
		r.add(f.ID.line, id, "a second form with this id")
	}
	form := Form{ID: f.ID.s, HandsOn: f.HandsOn, Figure: f.Figure.s, When: When{Any: p.terms(f.Any, id, r)},
		Doses: p.parts(f.Dose, id, r), Lines: p.parts(f.Lines, id, r)}
	if open := len(f.Any) == 0; open != last {
		r.add(f.ID.line, id, "the last form, and only that, has no `any`: it is for everyone left")
	}
	if _, ok := p.Figures[form.Figure]; !ok {
		r.add(f.Figure.line, id, "figure %q is not in figures.yaml", form.Figure)
	}
	if n := len(form.Doses); n == 0 || len(form.Doses[n-1].When.Terms()) > 0 {
		r.add(f.ID.line, id, "a form needs a dose, the last one without a condition")
	}
	if len(form.Lines) == 0 {
		r.add(f.ID.line, id, "a form needs lines that say what to do")
	}
	step.Forms = append(step.Forms, form)
}

func (p *Pack) parts(list partsFile, id string, r report) []Part {
	var out []Part
	for _, f := range list {
		p.checkID(f.ID, r)
		out = append(out, Part{f.ID.s, When{Any: p.terms(f.Any, id, r), None: p.terms(f.None, id, r)}})
	}
	return out
}
