package protocol

import "strings"

// SheetWords frames the routine sheet.
type SheetWords struct {
	Title       string    `yaml:"title"`
	Lead        string    `yaml:"lead"` // {days}
	StopNow     string    `yaml:"stop-now"`
	StopWord    string    `yaml:"stop-word"` // with a helper only
	Pain        PainWords `yaml:"pain"`
	NeverTitle  string    `yaml:"never-title"`
	Never       []string  `yaml:"never"`
	Pop         string    `yaml:"pop"`
	Review      string    `yaml:"review"`        // {date}: not better by then, or worse at any time
	ReviewAt    string    `yaml:"review-clinic"` // {date} {clinic} {phone}
	ExpectTitle string    `yaml:"expect-title"`
	After       string    `yaml:"after"` // {days}: what to do then
	Cautions    string    `yaml:"cautions"`
	Feel        string    `yaml:"feel"`
	Easier      string    `yaml:"easier"`
	Stop        string    `yaml:"stop"`
	LogTitle    string    `yaml:"log-title"`
	LogCorner   string    `yaml:"log-corner"`
	LogRows     []string  `yaml:"log-rows"`
	LogKey      string    `yaml:"log-key"` // the letters of the row for the next morning
	Notes       string    `yaml:"notes"`
	OwnDose     string    `yaml:"own-dose"` // what the empty box beside a dose is for
	PreparedFor string    `yaml:"prepared-for"`
	PreparedBy  string    `yaml:"prepared-by"`
	Person      string    `yaml:"person"`   // {name}; {ref} and {born} have their own labels below
	Ref         string    `yaml:"ref"`      // {ref}
	Born        string    `yaml:"born"`     // {born}
	Screened    string    `yaml:"screened"` // {date}
	Answered    string    `yaml:"answered"` // {date}
	Undated     string    `yaml:"undated"`
	Version     string    `yaml:"version"`  // {content} {tool}
	Draft       string    `yaml:"draft"`    // while no clinician has reviewed the content
	Reviewed    string    `yaml:"reviewed"` // {by} {on}
	Untested    string    `yaml:"unreviewed-translation"`
	Left        string    `yaml:"left"` // letter for the person's own left in a drawing
	Right       string    `yaml:"right"`
	PageOf      string    `yaml:"page-of"` // {page} {pages}
}

// PainWords is the pain rule: when, how much more pain than before, and what to do then.
type PainWords struct {
	Title        string `yaml:"title"`
	Step         string `yaml:"step"`
	After        string `yaml:"after"`
	Morning      string `yaml:"morning"`
	StepSome     string `yaml:"step-some"`
	StepMore     string `yaml:"step-more"`
	AfterSome    string `yaml:"after-some"`
	AfterMore    string `yaml:"after-more"`
	MorningSame  string `yaml:"morning-same"`
	MorningWorse string `yaml:"morning-worse"`
}

// NoteWords frames the referral note.
type NoteWords struct {
	Title        string            `yaml:"title"`
	For          string            `yaml:"for"` // who the note is for
	Name         string            `yaml:"name"`
	Born         string            `yaml:"born"`
	Ref          string            `yaml:"ref"`
	Phone        string            `yaml:"phone"`
	ID           string            `yaml:"id"`
	AnsweredBy   string            `yaml:"answered-by"`
	Answerers    map[string]string `yaml:"answerers"` // self, helper, staff, unknown
	NotChecked   string            `yaml:"not-checked"`
	Letters      []string          `yaml:"letters"` // the four tabs: S, B, A, R
	Situation    string            `yaml:"situation"`
	Suggest      string            `yaml:"suggest"`       // {possible} {needs}
	SuggestMore  string            `yaml:"suggest-more"`  // {possible}, the first of many
	AlsoPossible string            `yaml:"also-possible"` // {list}, at lower urgencies
	Began        string            `yaml:"began"`         // over lines to write on, in an emergency
	BeganTime    string            `yaml:"began-time"`
	Background   string            `yaml:"background"`
	History      string            `yaml:"history"`    // {list}
	NoHistory    string            `yaml:"no-history"` // {list}
	NotSaid      string            `yaml:"not-said"`
	Assessment   string            `yaml:"assessment"`
	Yes          string            `yaml:"yes"` // {n}
	Unsure       string            `yaml:"unsure"`
	No           string            `yaml:"no"`
	NotAsked     string            `yaml:"not-asked"`
	None         string            `yaml:"none"`
	Other        string            `yaml:"other"`          // in place of an urgency
	Sections     string            `yaml:"whole-sections"` // {list}
	RulesTitle   string            `yaml:"rules-title"`
	NotDoneTitle string            `yaml:"not-done-title"`
	NotDone      string            `yaml:"not-done"`
	Request      string            `yaml:"request"`
	Also         string            `yaml:"also"` // over the requests of lower urgencies
	Findings     string            `yaml:"findings"`
	ToldTitle    string            `yaml:"told-title"`
	UntilTitle   string            `yaml:"until-title"`
	Consent      string            `yaml:"consent"`
	Date         string            `yaml:"date"`
	GivenBy      string            `yaml:"given-by"`
	SlipTitle    string            `yaml:"slip-title"`
	SlipBack     string            `yaml:"slip-back"`    // {id} {ref}
	SlipRoutine  string            `yaml:"slip-routine"` // what the options are about
	SlipOptions  []string          `yaml:"slip-options"`
	Changes      string            `yaml:"changes"`
	Signature    string            `yaml:"signature"`
	Made         string            `yaml:"made"`
}

// FormWords frames the questionnaire on paper.
type FormWords struct {
	Title     string `yaml:"title"`
	Lead      string `yaml:"lead"`
	StopTitle string `yaml:"stop-title"`
	Stop      string `yaml:"stop"`     // {emergency}
	Today     string `yaml:"today"`    // {urgent}
	Together  string `yaml:"together"` // {list}
	// Pairs are the rules that make an emergency of two answers, by id: {all} and {any} are the
	// numbers of their questions.
	Pairs       map[string]string `yaml:"pairs"`
	HandIn      string            `yaml:"hand-in"`      // ends the first leaf
	SecondTitle string            `yaml:"second-title"` // of the second leaf
	SecondLead  string            `yaml:"second-lead"`
	Answered    string            `yaml:"answered"` // the day of the answers, with the order of its parts
	Again       string            `yaml:"again"`    // {title}
	Key         string            `yaml:"key"`      // over the keys
	Name        string            `yaml:"name"`
	Born        string            `yaml:"born"` // with the order of its parts
	Ref         string            `yaml:"ref"`
	By          string            `yaml:"by"`
	Answerers   map[string]string `yaml:"answerers"` // self, helper, staff; they complete By
}

// CardWords frames the safety card.
type CardWords struct {
	Title     string `yaml:"title"`
	Cut       string `yaml:"cut"`
	Fold      string `yaml:"fold"`
	Emergency string `yaml:"emergency"` // over what to say then
}

// SpoolWords frames the cover of a print job.
type SpoolWords struct {
	Title     string `yaml:"title"`
	People    string `yaml:"people"`
	Sheets    string `yaml:"sheets"`
	Referrals string `yaml:"referrals"`
	Rejected  string `yaml:"rejected"`
	RingNow   string `yaml:"ring-now"`
	RingWhy   string `yaml:"ring-why"`
	NoRing    string `yaml:"no-ring"`
	Today     string `yaml:"today"` // over the people to see the same day
	GoOn      string `yaml:"go-on"` // people who are to be given the second leaf
	Row       string `yaml:"row"`
	Ref       string `yaml:"ref"`
	Site      string `yaml:"site"`
	NoSite    string `yaml:"no-site"`
	Reason    string `yaml:"reason"`
	Possible  string `yaml:"possible"`     // {list} of reasons, none of which is a finding
	More      string `yaml:"more"`         // {n}, reasons
	NoNote    string `yaml:"no-note"`      // of a rejected row
	Together  string `yaml:"run-together"` // {n}, rows that a stray quote made one
	Count     string `yaml:"count"`
	Outcome   string `yaml:"outcome"`
	Private   string `yaml:"private"`
	Done      string `yaml:"done"`
}

// DateWords prints a date: {day} {month} {year}, months by name.
type DateWords struct {
	Format string   `yaml:"format"`
	Months []string `yaml:"months"` // 12, January first
	Time   string   `yaml:"time"`   // {date} {time} {zone}
}

// MarkWords are the marks that a language sets in its own way: French puts a space before them.
type MarkWords struct {
	Colon     string `yaml:"colon"`     // {label} {value}
	Semicolon string `yaml:"semicolon"` // {one} {other}
}

// Label joins a label to its value, which may be empty.
func (m MarkWords) Label(label, value string) string {
	return Fill(m.Colon, "label", label, "value", value)
}

// Several joins several causes.
func (m MarkWords) Several(list []string) string {
	return strings.Join(list, Fill(m.Semicolon, "one", "", "other", ""))
}

// PromptWords is the talk at the terminal.
type PromptWords struct {
	Welcome    []string `yaml:"welcome"`
	Languages  string   `yaml:"languages"` // {languages}, and how to get them
	Language   string   `yaml:"language"`  // asks for one
	TooOld     string   `yaml:"too-old"`   // {date}: answers in a file, which are asked for again
	Keys       KeyWords `yaml:"keys"`
	Progress   string   `yaml:"progress"` // {n} {of} {title}
	Parts      string   `yaml:"parts"`    // {of} {was}: when there are more or fewer than there were
	None       string   `yaml:"none"`
	NoneWhy    string   `yaml:"none-why"`
	SomeUnsure string   `yaml:"some-unsure"`
	UnsureWhy  string   `yaml:"unsure-why"`

	WhichUnsure string `yaml:"which-unsure"`
	More        string `yaml:"more"` // of a list, above or below what the screen shows
	Choose      string `yaml:"choose"`
	ChooseSome  string `yaml:"choose-some"`
	NoneAlone   string `yaml:"none-alone"`
	Cleared     string `yaml:"cleared"` // when “None of these” took marks off
	AtOnce      string `yaml:"at-once"` // when several keys or lines came together
	Stray       string `yaml:"stray"`   // when a key does nothing
	MarkUnsure  string `yaml:"mark-unsure"`
	Why         string `yaml:"why"`
	Summary     string `yaml:"summary"`
	SummaryOK   string `yaml:"summary-ok"`
	SummaryFix  string `yaml:"summary-fix"`
	Which       string `yaml:"which"`    // of the sections is to be changed
	Before      string `yaml:"before"`   // {answer}, when a question is asked once more
	BornAge     string `yaml:"born-age"` // {born}, which the age does not go with
	Because     string `yaml:"because"`  // {answers}: why it is an emergency
	WriteNote   string `yaml:"write-note"`
	WriteYes    string `yaml:"write-yes"`
	WriteFix    string `yaml:"write-fix"`
	WriteNo     string `yaml:"write-no"`
	PlainHint   string `yaml:"plain-hint"`
	PlainSome   string `yaml:"plain-some"` // where several may be chosen
	PlainBad    string `yaml:"plain-bad"`  // {options}
	Sheet       string `yaml:"sheet"`      // the outcome in words
	Cautions    string `yaml:"cautions"`
	Partial     string `yaml:"partial"`  // for a referral that is no emergency, with questions left open
	LeftOut     string `yaml:"left-out"` // {step} {because}
	NotSaved    string `yaml:"not-saved"`
	Name        string `yaml:"name"`
	NameHelp    string `yaml:"name-help"`
	NameLong    string `yaml:"name-long"`  // {most}
	NameBad     string `yaml:"name-bad"`   // a name that cannot be printed
	NameAgain   string `yaml:"name-again"` // something that is not one line
	Paper       string `yaml:"paper"`      // {folder}: where the paper is; its name follows
	Print       string `yaml:"print"`      // how to print it
	Counts      string `yaml:"counts"`     // of a list: how blank and unsure count
	Second      string `yaml:"second"`     // of a list: what is asked only while nothing refers
	Next        string `yaml:"next"`       // is there another person
	NextYes     string `yaml:"next-yes"`
	NextNo      string `yaml:"next-no"`
}

// KeyWords name the keys that work in a prompt, each with what it does. Keys that write a letter or a
// sign keep it in every language.
type KeyWords struct {
	Move     string `yaml:"move"` // arrows, Home, End
	Page     string `yaml:"page"` // in place of move where the rows do not fit on the screen: Page Up and Page Down, too
	Mark     string `yaml:"mark"` // Space
	None     string `yaml:"none"` // n
	Enter    string `yaml:"enter"`
	Back     string `yaml:"back"`     // b
	Why      string `yaml:"why"`      // ?
	Language string `yaml:"language"` // l
	Leave    string `yaml:"leave"`    // Ctrl-C
	Quit     string `yaml:"quit"`     // q, in plain lines
}

// ExplainWords frames the explanations.
type ExplainWords struct {
	Title     string `yaml:"title"`
	Lead      string `yaml:"lead"`
	Question  string `yaml:"question"`
	Questions string `yaml:"questions"`
	Rule      string `yaml:"rule"`
	Rules     string `yaml:"rules"`
	Step      string `yaml:"step"`
	Steps     string `yaml:"steps"`
	Myth      string `yaml:"myth"`
	Myths     string `yaml:"myths"`
	When      string `yaml:"when"`
	And       string `yaml:"and"`
	Or        string `yaml:"or"`
	Unless    string `yaml:"unless"`
	Urgency   string `yaml:"urgency"`
	Caution   string `yaml:"caution"`
	Possible  string `yaml:"possible"`
	Sheet     string `yaml:"sheet"`
	Why       string `yaml:"why"`
	Known     string `yaml:"known"`
	Article   string `yaml:"article"`
	Tool      string `yaml:"tool"`
	Sources   string `yaml:"sources"`
}
