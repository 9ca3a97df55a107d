package protocol

import (
	"slices"

	"backcare/internal/figure"
	"backcare/internal/yaml"
)

// Spec is everything in a folder except the words, as written and unchecked.
type Spec struct {
	Sources   []SourceSpec
	Figures   figure.Set
	Screening ScreeningSpec
	Routine   RoutineSpec
	Myths     []MythSpec
}

// SourceSpec is a line of sources.yaml.
type SourceSpec struct {
	ID       string
	Citation yaml.Text
}

// ScreeningSpec is screening.yaml.
type ScreeningSpec struct {
	Version    yaml.Text     `yaml:"version"`
	ReviewedBy yaml.Text     `yaml:"reviewed-by"`
	ReviewedOn yaml.Text     `yaml:"reviewed-on"`
	FreshDays  yaml.Text     `yaml:"fresh-days"`
	Sections   []SectionSpec `yaml:"sections"`
	Rules      []RuleSpec    `yaml:"rules"`
}

// SectionSpec is a section with its questions.
type SectionSpec struct {
	ID        yaml.Text      `yaml:"id"`
	While     yaml.Text      `yaml:"while"`
	Questions []QuestionSpec `yaml:"questions"`
}

// QuestionSpec is a question.
type QuestionSpec struct {
	ID       yaml.Text   `yaml:"id"`
	Was      []yaml.Text `yaml:"was"`
	History  bool        `yaml:"history"`
	Sign     yaml.Text   `yaml:"sign"`
	Warned   bool        `yaml:"warned"`
	When     []yaml.Text `yaml:"when"`
	Missing  yaml.Text   `yaml:"missing"`
	Worrying yaml.Text   `yaml:"worrying"`
	Choices  []yaml.Text `yaml:"choices"`
	Ages     []yaml.Text `yaml:"ages"`
	Baseline yaml.Text   `yaml:"baseline"`
	Sources  []yaml.Text `yaml:"sources"`
}

// RuleSpec is a rule with its cases.
type RuleSpec struct {
	ID       yaml.Text              `yaml:"id"`
	Urgency  yaml.Text              `yaml:"urgency"`
	Still    bool                   `yaml:"still"`
	All      []yaml.Text            `yaml:"all"`
	Any      []yaml.Text            `yaml:"any"`
	Sources  []yaml.Text            `yaml:"sources"`
	Positive []map[string]yaml.Text `yaml:"positive"`
	Negative []map[string]yaml.Text `yaml:"negative"`
}

// RoutineSpec is routine.yaml.
type RoutineSpec struct {
	Days   yaml.Text         `yaml:"days"`
	Expect []ExpectationSpec `yaml:"expect"`
	Pain   struct {
		Sources []yaml.Text `yaml:"sources"`
	} `yaml:"pain"`
	Steps []StepSpec `yaml:"steps"`
}

// ExpectationSpec is a line of what to expect.
type ExpectationSpec struct {
	ID      yaml.Text   `yaml:"id"`
	Any     []yaml.Text `yaml:"any"`
	None    []yaml.Text `yaml:"none"`
	Sources []yaml.Text `yaml:"sources"`
}

// StepSpec is a step with its variants. Nil fields are absent.
type StepSpec struct {
	ID        yaml.Text     `yaml:"id"`
	Before    yaml.Text     `yaml:"before"` // in a pack: the step it is inserted before
	Mandatory *bool         `yaml:"mandatory"`
	OnRequest *bool         `yaml:"on-request"`
	Unless    []yaml.Text   `yaml:"unless"`
	Sources   []yaml.Text   `yaml:"sources"`
	Variants  []VariantSpec `yaml:"variants"`
}

// VariantSpec is a variant of a step.
type VariantSpec struct {
	ID      yaml.Text   `yaml:"id"`
	All     []yaml.Text `yaml:"all"`
	Any     []yaml.Text `yaml:"any"`
	HandsOn *bool       `yaml:"hands-on"`
	Figure  []PartSpec  `yaml:"figure"`
	Dose    []PartSpec  `yaml:"dose"`
	Lines   []PartSpec  `yaml:"lines"`
}

// PartSpec is a figure, a dose or a line. Without a condition it may be written as just its id.
type PartSpec struct {
	ID   yaml.Text   `yaml:"id,short"`
	Any  []yaml.Text `yaml:"any"`
	None []yaml.Text `yaml:"none"`
}

// MythSpec is a myth.
type MythSpec struct {
	ID      yaml.Text   `yaml:"id"`
	Sources []yaml.Text `yaml:"sources"`
}

// ReadSpec reads everything in a folder except the words. With some, files may be absent.
func ReadSpec(f Folder, some bool) (Spec, error) {
	var (
		s       Spec
		sources map[string]yaml.Text
		bad     Problems
	)
	for name, into := range map[string]any{sourcesFile: &sources, screeningFile: &s.Screening, routineFile: &s.Routine, mythsFile: &s.Myths} {
		if !some || f.Has(name) {
			bad.Add(f.Decode(name, into))
		}
	}
	for id, citation := range sources {
		s.Sources = append(s.Sources, SourceSpec{id, citation})
	}
	slices.SortFunc(s.Sources, func(a, b SourceSpec) int { return a.Citation.Line - b.Citation.Line })
	if !some || f.Has(figuresFile) {
		data, err := f.read(figuresFile)
		if err == nil {
			s.Figures, err = figure.Parse(f.Path(figuresFile), data)
		}
		bad.Add(err)
	}
	return s, bad.Joined()
}
