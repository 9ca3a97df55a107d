package protocol

import "backcare/internal/yaml"

// Words is the message catalog of one language. A field is text as it is printed; **bold** is for
// what must be found at a glance, and {name} is a placeholder.
type Words struct {
	Lang         string `yaml:"lang"`          // BCP 47 tag; also the name of the file
	Name         string `yaml:"name"`          // of the language, in itself
	TranslatedBy string `yaml:"translated-by"` // who wrote it; for reviewers, printed nowhere
	ReviewedBy   string `yaml:"reviewed-by,omitempty"`

	// CheckedAgainst are the Fingerprints of the English words that this translation was last
	// compared with; see check.
	CheckedAgainst map[string]string `yaml:"checked-against,omitempty"`

	Sections  map[string]SectionWords  `yaml:"sections"`
	Questions map[string]QuestionWords `yaml:"questions"`
	Options   OptionWords              `yaml:"options"`
	Urgencies map[string]UrgencyWords  `yaml:"urgencies"` // the four that refer
	Rules     map[string]RuleWords     `yaml:"rules"`     // those that refer
	Cautions  map[string]CautionWords  `yaml:"cautions"`  // rules that do not
	Doses     map[string]string        `yaml:"doses"`
	Steps     map[string]StepWords     `yaml:"steps"`
	Figures   map[string]string        `yaml:"figures"` // what each shows, for people who cannot see it
	Myths     map[string]MythWords     `yaml:"myths"`
	Expect    map[string]ExpectWords   `yaml:"expect"`

	Warning WarningWords `yaml:"warning"`
	Sheet   SheetWords   `yaml:"sheet"`
	Note    NoteWords    `yaml:"note"`
	Form    FormWords    `yaml:"form"`
	Card    CardWords    `yaml:"card"`
	Spool   SpoolWords   `yaml:"spool"`
	Prompt  PromptWords  `yaml:"prompt"`
	Explain ExplainWords `yaml:"explain"`
	Dates   DateWords    `yaml:"dates"`
	Marks   MarkWords    `yaml:"marks"`

	texts []yaml.Text // all of the above, in order
}

// SectionWords introduces a group of questions.
type SectionWords struct {
	Title string `yaml:"title"` // two or three words
	Ask   string `yaml:"ask"`   // the question over all of its items
}

// QuestionWords asks one question and says why.
type QuestionWords struct {
	Ask     string            `yaml:"ask"`             // an item of its section's question, or a question of its own
	Short   string            `yaml:"short"`           // two to four words, for a list
	Note    string            `yaml:"note"`            // as told to the professional, when answered yes
	Why     string            `yaml:"why"`             // one or two sentences
	Alarm   string            `yaml:"alarm,omitempty"` // a sign as an item of a list of what needs help
	Choices map[string]string `yaml:"choices,omitempty"`
}

// OptionWords are the answers to a question that is not a choice.
type OptionWords struct {
	Yes    string `yaml:"yes"`
	No     string `yaml:"no"`
	Unsure string `yaml:"unsure"` // not sure, or rather not say
}

// UrgencyWords says how soon, and through which door.
type UrgencyWords struct {
	Title   string    `yaml:"title"`           // in capitals only where it shouts for a reason
	Name    string    `yaml:"name"`            // one or two words, for lists
	Door    []string  `yaml:"door"`            // to the person: where to go, what to do
	Screen  []string  `yaml:"screen"`          // on the screen, before any paper
	Still   DoorWords `yaml:"still,omitempty"` // in place of Door and Screen for who must keep still
	Until   []string  `yaml:"until"`           // on paper: what not to do until then, and what to do
	Needs   string    `yaml:"needs"`           // completes "Answers suggest possible …; "
	Request string    `yaml:"request"`         // to the professional
}

// DoorWords say where to go and what to do, on paper and on the screen.
type DoorWords struct {
	Door   []string `yaml:"door"`
	Screen []string `yaml:"screen"`
}

// RuleWords tells the professional, and the curious, what a rule is about.
type RuleWords struct {
	Possible string `yaml:"possible"`          // completes "Answers suggest possible …"
	Request  string `yaml:"request,omitempty"` // what to look at; may be empty
	Why      string `yaml:"why"`
}

// CautionWords is one plain line on the sheet.
type CautionWords struct {
	Line  string `yaml:"line"`
	Touch string `yaml:"touch,omitempty"` // follows Line where a helper lays on hands
	Why   string `yaml:"why"`
}

// StepWords says what to do in a step.
type StepWords struct {
	Name     string                  `yaml:"name"`
	Variants map[string]VariantWords `yaml:"variants"`
	Lines    map[string]string       `yaml:"lines"`
	Why      string                  `yaml:"why"`   // what it is for
	Known    string                  `yaml:"known"` // what is known about it
}

// VariantWords are the closing lines of one form of a step; each may be empty.
type VariantWords struct {
	Name   string `yaml:"name,omitempty"` // in place of the step's own
	Feel   string `yaml:"feel,omitempty"`
	Easier string `yaml:"easier,omitempty"`
	Stop   string `yaml:"stop,omitempty"`
}

// ExpectWords is one line of what to expect, and what is known about it.
type ExpectWords struct {
	Line  string `yaml:"line"`
	Known string `yaml:"known"`
}

// MythWords sets what the article says against what this tool does.
type MythWords struct {
	Article string `yaml:"article"`
	Tool    string `yaml:"tool"`
}

// WarningWords is the warning printed on everything that leaves the tool: one text, one version.
type WarningWords struct {
	Title      string   `yaml:"title"`
	Items      []string `yaml:"items"`
	Where      string   `yaml:"where"` // {emergency}
	Say        string   `yaml:"say"`
	Why        string   `yaml:"why"`
	AlsoTitle  string   `yaml:"also-title"`  // over what else is an emergency for this person
	TodayTitle string   `yaml:"today-title"` // {urgent}
	TodayHands string   `yaml:"today-hands"` // on the list for today where a helper laid on hands
	Emergency  string   `yaml:"emergency"`   // in place of a number that is not set
	Urgent     string   `yaml:"urgent"`      // in place of a number that is not set
	WriteHere  string   `yaml:"write-here"`
}

// Original is the language the content is written in; the others are translations of it.
const Original = "en"

// Answer is how an option of a question reads.
func (w *Words) Answer(q *Question, option string) string {
	switch {
	case q.Choice():
		return w.Questions[q.ID].Choices[option]
	case option == Yes:
		return w.Options.Yes
	case option == No:
		return w.Options.No
	}
	return w.Options.Unsure
}
