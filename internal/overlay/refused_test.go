package overlay_test

import (
	"io/fs"
	"maps"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"backcare/content"
	"backcare/internal/overlay"
	"backcare/internal/protocol"
)

const identity = "pack: {name: Riverside Clinic, version: \"1\"}\n"

func clinic(files map[string]string) *protocol.Folder {
	out := fstest.MapFS{"pack.yaml": {Data: []byte(identity)}}
	for name, text := range files {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return &protocol.Folder{Files: out, Name: "clinic"}
}

func embedded(t testing.TB, langs ...string) *protocol.Protocol {
	t.Helper()
	p, err := protocol.Load(content.Files, langs...)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// everything is a copy of the embedded content that a test may change.
func everything(t testing.TB) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(content.Files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(content.Files, name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// refused loads a pack of one file and gives what is said.
func refused(t *testing.T, file, text string) string {
	t.Helper()
	p, err := overlay.Load(content.Files, clinic(map[string]string{file: text}), "en")
	if err == nil || p != nil {
		t.Fatal("taken")
	}
	return err.Error()
}

// What is there already is fixed, whatever a pack says of it, and the place is named.
func TestWhatIsThereIsFixed(t *testing.T) {
	for _, c := range []struct{ name, file, text, at string }{
		{"a lower urgency", "screening.yaml", "rules:\n- id: fever\n  urgency: planned\n", "2: fever"},
		{"a higher one, too: a rule of the pack says so", "screening.yaml", "rules:\n- {id: weight-loss, urgency: same-day}\n", "2: weight-loss"},
		{"one more condition", "screening.yaml", "rules:\n- {id: fever, all: [night-pain=yes], negative: [{}]}\n", "2: fever"},
		{"a choice where there was none", "screening.yaml", "rules:\n- {id: inflammatory-with-night-pain, any: [fever=yes]}\n", "2: inflammatory-with-night-pain"},
		{"a question under another section", "screening.yaml", "sections:\n- id: own\n  questions:\n  - {id: weight-loss}\n", "4: weight-loss"},
		{"a section asked of fewer", "screening.yaml", "sections:\n- id: bones\n  while: sheet\n", "2: bones"},
		{"questions in front of the nerves", "screening.yaml", "sections:\n- id: now\n  questions:\n  - {id: insured, sources: [ng59]}\n", "2: now"},
		{"a question that claims to stand in the warning", "screening.yaml", "sections:\n- id: own\n  questions:\n  - {id: insured, warned: true, sources: [ng59]}\n", "4: insured"},
		{"another baseline", "screening.yaml", "sections:\n- id: own\n  questions:\n  - {id: pain-level, baseline: moderate}\n", "4: pain-level"},
		{"the other answer worries", "screening.yaml", "sections:\n- id: own\n  questions:\n  - {id: improving, worrying: yes}\n", "4: improving"},

		{"hands where there were none", "routine.yaml", "steps:\n- id: exhale\n  variants:\n  - {id: alone, hands-on: true}\n", "4: exhale/alone"},
		{"more people under hands", "routine.yaml", "steps:\n- id: warm-up\n  variants:\n  - {id: seated, any: [night-pain=yes]}\n", "4: warm-up/seated"},
		{"hands for longer", "routine.yaml", "steps:\n- id: warm-up\n  variants:\n  - {id: hands, dose: minutes-15}\n", "4: warm-up/hands"},
		{"one more line for hands", "routine.yaml", "steps:\n- id: exhale\n  variants:\n  - {id: hands, lines: [harder]}\n", "4: exhale/hands"},
		{"the safer variant for longer", "routine.yaml", "steps:\n- id: exhale\n  variants:\n  - {id: alone, dose: minutes-15}\n", "4: exhale/alone"},
		{"one more line in the safer variant", "routine.yaml", "steps:\n- id: childs-pose-reach\n  variants:\n  - {id: seated, lines: [kneel-anyway]}\n", "4: childs-pose-reach/seated"},
		{"the last variant for fewer", "routine.yaml", "steps:\n- id: knee-rolls\n  variants:\n  - {id: full, any: [night-pain=yes]}\n", "4: knee-rolls/full"},
		{"another drawing", "routine.yaml", "steps:\n- id: knee-rolls\n  variants:\n  - {id: full, figure: knee-rolls-small}\n", "4: knee-rolls/full"},
		{"a line for other people", "routine.yaml", "steps:\n- id: hydrate-walk\n  variants:\n  - {id: outdoors, lines: [{id: sit-first, any: [night-pain=yes]}]}\n", "4: hydrate-walk/outdoors"},
		{"a line of another variant", "routine.yaml", "steps:\n- id: exhale\n  variants:\n  - {id: alone, lines: [press-out]}\n", "4: exhale/alone"},
		{"another variant", "routine.yaml", "steps:\n- id: warm-up\n  variants:\n  - {id: rub, any: [helper=helper], figure: check, dose: minutes-5, lines: [rubbing]}\n", "4: warm-up/rub"},
		{"a check left out", "routine.yaml", "steps:\n- {id: check, unless: [night-pain=yes]}\n", "2: check"},
		{"a check changed", "routine.yaml", "steps:\n- id: check\n  variants:\n  - {id: twice, lines: [never-mind]}\n", "4: check/twice"},
		{"a check unmarked", "routine.yaml", "steps:\n- {id: check, mandatory: false}\n", "2: check"},
		{"a step moved", "routine.yaml", "steps:\n- {id: check, before: warm-up}\n", "2: check"},
		{"a step for everyone", "routine.yaml", "steps:\n- {id: psoas-release, on-request: false}\n", "2: psoas-release"},
		{"the hip release for longer", "routine.yaml", "steps:\n- id: psoas-release\n  variants:\n  - {id: own-hands, dose: minutes-15}\n", "4: psoas-release/own-hands"},
		{"answers that stay fresh for longer", "screening.yaml", "fresh-days: 28\n", "1: fresh-days"},
		{"what the pain rule rests on", "routine.yaml", "pain: {sources: [ng59]}\n", "1: pain"},
		{"what to expect", "routine.yaml", "expect:\n- {id: cure, sources: [ng59]}\n", "2: cure"},

		{"a source again", "sources.yaml", "ng59: something else\n", "1: ng59"},
		{"a myth again", "myths.yaml", "- {id: pop, sources: [ng59]}\n", "1: pop"},

		{"a softer warning", "words/en.yaml", "warning:\n  title: Back pain\n", "2: warning.title"},
		{"another question under the old id", "words/en.yaml", "questions:\n  fever:\n    ask: Do you like tea?\n", "3: questions.fever.ask"},
		{"another door", "words/en.yaml", "urgencies:\n  planned:\n    door: [Wait and see., Then wait.]\n", "3: urgencies.planned.door.0"},
		{"an urgency with other needs", "words/en.yaml", "urgencies: {planned: {needs: nothing}}\n", "1: urgencies.planned.needs"},
		{"harder hands", "words/en.yaml", "steps:\n  exhale:\n    lines:\n      limit: Anywhere you like.\n", "4: steps.exhale.lines.limit"},
		{"a push in the variant without hands", "words/en.yaml", "steps:\n  exhale:\n    lines:\n      no-pressure: Your helper pushes hard.\n", "4: steps.exhale.lines.no-pressure"},
		{"the floor in the variant with a table", "words/en.yaml", "steps:\n  childs-pose-reach:\n    lines:\n      table: Kneel on the floor.\n", "4: steps.childs-pose-reach.lines.table"},
		{"a line that two variants share", "words/en.yaml", "steps: {hip-flexor: {lines: {change-legs: Stay on this leg.}}}\n", "1: steps.hip-flexor.lines.change-legs"},
		{"a precaution worded away", "words/en.yaml", "steps:\n  hydrate-walk:\n    lines:\n      drink-limit: Drink a litre.\n", "4: steps.hydrate-walk.lines.drink-limit"},
		{"a line for who has no precaution", "words/en.yaml", "steps: {hydrate-walk: {lines: {drink: Drink a litre.}}}\n", "1: steps.hydrate-walk.lines.drink"},
		{"a dose of several steps", "words/en.yaml", "doses:\n  minutes-5: 50 min\n", "2: doses.minutes-5"},
		{"another thing to stop for", "words/en.yaml", "steps:\n  warm-up:\n    variants:\n      pack: {stop: if you are bored}\n", "4: steps.warm-up.variants.pack.stop"},
		{"a thing to stop for made nothing", "words/en.yaml", "steps: {warm-up: {variants: {pack: {stop: ~}}}}\n", "1: steps.warm-up.variants.pack.stop"},
		{"the feeling of a safer variant", "words/en.yaml", "steps: {knee-rolls: {variants: {small: {feel: a good strong pull}}}}\n", "1: steps.knee-rolls.variants.small.feel"},
		{"a sharp pain made normal", "words/en.yaml", "steps: {range-check: {lines: {stop-sharp: Sharp pain is normal.}}}\n", "1: steps.range-check.lines.stop-sharp"},
		{"worse made normal", "words/en.yaml", "steps: {check: {lines: {rule: Worse is normal.}}}\n", "1: steps.check.lines.rule"},
		{"a check under another name", "words/en.yaml", "steps: {range-check: {name: Twist}}\n", "1: steps.range-check.name"},
		{"hands under another name", "words/en.yaml", "steps: {exhale: {name: Press hard}}\n", "1: steps.exhale.name"},
		{"hands shown otherwise", "words/en.yaml", "figures: {exhale-hands: Two fists on the spine.}\n", "1: figures.exhale-hands"},
		{"a caution made small", "words/en.yaml", "cautions: {infection-risk: {line: A mild fever is nothing}}\n", "1: cautions.infection-risk.line"},
		{"one pain rule less", "words/en.yaml", "sheet: {pop: A pop is the goal.}\n", "1: sheet.pop"},
		{"reviewed by its own word", "words/en.yaml", "reviewed-by: us\n", "1: reviewed-by"},
		{"the mark between two causes", "words/en.yaml", "marks: {colon: \"{label} is not {value}\"}\n", "1: marks.colon"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, want := refused(t, c.file, c.text), "clinic/"+c.file+":"+c.at+": fixed; add your own"; !strings.HasPrefix(got+"\n", want+"\n") {
				t.Errorf("\ngot  %s\nwant %s", got, want)
			}
		})
	}
}

// A key that is new in the files of the content is let through to packs only when somebody has thought about it.
func TestEveryKeyAPackCouldWriteIsThoughtOf(t *testing.T) {
	for _, c := range []struct {
		spec any
		keys string
	}{
		{protocol.ScreeningSpec{}, "version reviewed-by reviewed-on fresh-days sections rules"},
		{protocol.SectionSpec{}, "id while questions"},
		{protocol.QuestionSpec{}, "id was history sign warned when missing worrying choices ages baseline sources"},
		{protocol.RuleSpec{}, "id urgency still all any sources positive negative"},
		{protocol.RoutineSpec{}, "days expect pain steps"},
		{protocol.StepSpec{}, "id before mandatory on-request unless sources variants"},
		{protocol.VariantSpec{}, "id all any hands-on figure dose lines"},
		{protocol.PartSpec{}, "id any none"},
		{protocol.MythSpec{}, "id sources"},
	} {
		var got []string
		for i := range reflect.TypeOf(c.spec).NumField() {
			key, _, _ := strings.Cut(reflect.TypeOf(c.spec).Field(i).Tag.Get("yaml"), ",")
			got = append(got, key)
		}
		if strings.Join(got, " ") != c.keys {
			t.Errorf("%T has the keys %v: may a pack write them all?", c.spec, got)
		}
	}
}

// Packs that are not whole, or add what nobody may, and exactly what is said.
func TestRefusedPacksAreToldWhy(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"a step twice", "routine.yaml", "steps:\n- {id: exhale, unless: [fever=yes]}\n- {id: exhale, unless: [night-pain=yes]}\n",
			"clinic/routine.yaml:3: exhale: is in the pack twice; write it once"},
		{"a rule twice", "screening.yaml", "rules:\n- &r {id: own, urgency: planned, any: [fever=yes], sources: [ng59], positive: [{fever: yes}], negative: [{}]}\n- *r\n",
			"clinic/screening.yaml:2: own: a second rule with this id"},
		{"a rule for everyone", "screening.yaml", "rules:\n- {id: own, urgency: planned, any: [helper=alone], sources: [ng59], positive: [{}], negative: [{helper: helper}]}\n",
			"clinic/screening.yaml:2: own: fires on the baseline answers, so nobody could ever get a sheet"},
		{"a step under hands", "routine.yaml", "steps:\n- id: push\n  sources: [ng59]\n  variants:\n  - {id: on, hands-on: true, figure: knee-rolls, dose: rolls-5, lines: [on]}\n",
			"clinic/routine.yaml:5: push/on: hands-on: nobody touches the person in a step of a pack"},
		{"hands by their drawing", "routine.yaml", "steps:\n- id: lean\n  before: check\n  sources: [ng59]\n  variants:\n  - {id: on, figure: exhale-hands, dose: minutes-5, lines: [on]}\n",
			"clinic/routine.yaml:6: lean/on: figure exhale-hands shows where hands go; use another drawing"},
		{"a step before the turn is checked", "routine.yaml", "steps:\n- id: stretch\n  before: range-check\n  sources: [ng59]\n  variants:\n  - {id: on, figure: check, dose: minutes-5, lines: [on]}\n",
			"clinic/routine.yaml:3: stretch: before: must name a step after range-check, which shows whether it is safe to go on today"},
		{"a step before nothing", "routine.yaml", "steps:\n- id: stretch\n  before: chek\n  sources: [ng59]\n  variants:\n  - {id: on, figure: check, dose: minutes-5, lines: [on]}\n",
			"clinic/routine.yaml:3: stretch: before: must name a step after range-check, which shows whether it is safe to go on today"},
		{"a step for everyone", "routine.yaml", "steps:\n- id: stretch\n  mandatory: true\n  sources: [ng59]\n  variants:\n  - {id: on, figure: check, dose: minutes-5, lines: [on]}\n",
			"clinic/routine.yaml:2: stretch: mandatory: only embedded steps can be; leave it out"},
		{"a later review", "routine.yaml", "days: 21\n",
			`clinic/routine.yaml:1: days: "21" is not a number from 1 to 14; a pack can only bring the review forward`},
		{"a drawing again", "figures.yaml", "figures:\n- id: exhale-hands\n  draw:\n  - mat: {x: [2, 134], y: 66}\n",
			"clinic/figures.yaml: exhale-hands: fixed; add your own"},
		{"a drawing nobody sees", "figures.yaml", "figures:\n- id: star\n  draw: [{cross: {at: [20, 20]}}]\n",
			"clinic/figures.yaml: star: no variant of a step shows this figure"},
		{"a version", "screening.yaml", "version: \"2.0\"\n",
			"clinic/screening.yaml:1: version: the version and review of a pack belong in pack.yaml"},

		{"an item of the warning left out", "words/en.yaml", "warning:\n  items: [Back pain]\n",
			"clinic/words/en.yaml:2: warning.items.0: fixed; add your own\nclinic/words/en.yaml:2: warning.items: has fewer items than what it would replace"},
		{"the warning made nothing", "words/en.yaml", "warning: ~\n",
			"clinic/words/en.yaml:1: warning: has a different shape from what it would replace"},
		{"one never less", "words/en.yaml", "sheet:\n  never: []\n",
			"clinic/words/en.yaml:2: sheet.never: has fewer items than what it would replace"},
		{"a text taken away", "words/en.yaml", "steps:\n  knee-rolls:\n    lines:\n      roll: \"\"\n",
			"clinic/words/en.yaml:4: steps.knee-rolls.lines.roll: empty; a pack can reword a text but not remove it"},
		{"a placeholder lost", "words/en.yaml", "sheet: {title: \"{days} days\"}\n",
			"clinic/words/en.yaml:1: sheet.title: must keep the placeholders of the embedded text: none"},
		{"a placeholder nobody fills", "words/en.yaml", "steps: {knee-rolls: {lines: {more: \"For {weeks} weeks.\"}}}\n",
			"clinic/words/en.yaml:1: steps.knee-rolls.lines.more: unknown placeholder {weeks}\nclinic/words/en.yaml:1: steps.knee-rolls.lines.more: matches nothing in the content"},
		{"an alias", "words/en.yaml", "sheet:\n  title: &t Routine\ncard:\n  title: *t\n",
			"clinic/words/en.yaml:4: aliases are not allowed here; write it out"},
		{"an unknown word", "words/en.yaml", "sheet:\n  titel: Routine\n",
			"clinic/words/en.yaml:2: unknown key \"titel\""},
		{"words for nothing", "words/en.yaml", "doses:\n  minutes-7: 7 min\n",
			"clinic/words/en.yaml:2: doses.minutes-7: matches nothing in the content"},
		{"a question without words", "screening.yaml", "sections:\n- id: skin\n  questions:\n  - {id: sunburn, sources: [ng59]}\n",
			"clinic/words/en.yaml: sections.skin: missing\nclinic/words/en.yaml: questions.sunburn: missing"},
		{"a language of its own", "words/it.yaml", "lang: it\n",
			"clinic/words/it.yaml: a pack cannot add a language, because its warning would be unchecked; use LANGS"},
		{"a slip in a name", "screenings.yaml", "rules: []\n",
			"clinic/screenings.yaml: unknown file; a pack has pack.yaml, screening.yaml, routine.yaml, figures.yaml, sources.yaml, myths.yaml and words/en.yaml"},
		{"a folder", "word/en.yaml", "lang: en\n",
			"clinic/word: unknown folder; a pack has only words/"},
		{"a file too large", "words/en.yaml", strings.Repeat("#", 1<<20+1),
			"clinic/words/en.yaml: is larger than 1 MiB; no content file needs that"},
		{"a name that does not fit", "pack.yaml", "pack: {name: The Riverside Clinic for Sore Lower Backs and More, version: \"1\"}\n",
			`clinic/pack.yaml:1: name: "The Riverside Clinic for Sore Lower Backs and More" must be one line of 1 to 40 letters, without braces and asterisks`},
		{"a name with a value in it", "pack.yaml", "pack: {name: \"{tool} Clinic\", version: \"1\"}\n",
			`clinic/pack.yaml:1: name: "{tool} Clinic" must be one line of 1 to 40 letters, without braces and asterisks`},
		{"a review without a date", "pack.yaml", "pack: {name: Riverside Clinic, version: \"1\", reviewed-by: A. Reviewer, reviewed-on: soon}\n",
			"clinic/pack.yaml:1: reviewed-on: give reviewed-by and reviewed-on (a date, YYYY-MM-DD) together, or leave both empty"},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := strings.Replace(c.want, "LANGS", protocol.OneOf(protocol.Languages(content.Files)), 1)
			if got := refused(t, c.file, c.text); got != want {
				t.Errorf("\ngot  %s\nwant %s", got, want)
			}
		})
	}
}

func TestPackWithoutIdentityIsRefused(t *testing.T) {
	_, err := overlay.Load(content.Files, &protocol.Folder{Files: fstest.MapFS{}, Name: "clinic"}, "en")
	const want = "clinic/pack.yaml: missing; every pack has `pack: {name, version, reviewed-by, reviewed-on}`, and its papers print it"
	if err == nil || err.Error() != want {
		t.Errorf("got %v", err)
	}
}

// What a pack may do, all at once.
func TestPackThatOnlyAddsIsTaken(t *testing.T) {
	pack := clinic(map[string]string{
		"screening.yaml": `
sections:
- id: manners
  while: sheet
  questions:
  - {id: ticklish, sources: [clinic-note]}
- id: travel
  questions:
  - {id: long-flight, sources: [clinic-note]}
- id: joints
  questions:
  - {id: new-knee, history: true, sources: [clinic-note]}
rules:
- {id: weak-bones-first, urgency: planned, any: [weak-bones=yes], sources: [clinic-note], positive: [{weak-bones: yes}], negative: [{}]}
- {id: long-flight, urgency: same-day, any: [long-flight=yes], sources: [clinic-note], positive: [{long-flight: unsure}], negative: [{calf-swelling: yes}]}
- {id: new-knee, urgency: caution, any: [new-knee=yes], sources: [clinic-note], positive: [{new-knee: yes}], negative: [{}]}
- {id: ticklish, urgency: caution, any: [ticklish=yes], sources: [clinic-note], positive: [{ticklish: yes}], negative: [{}]}
`,
		"sources.yaml": "clinic-note: Riverside Clinic, note on long flights\n",
		"myths.yaml":   "- {id: bed-rest, sources: [clinic-note]}\n",
		"routine.yaml": `
days: 7
steps:
- id: exhale
  unless: [night-pain=yes]
- id: knee-rolls
  variants:
  - {id: full, dose: rolls-3, lines: [slowly, {id: knee, any: [new-knee=yes]}]}
- id: toes
  before: check
  sources: [clinic-note]
  variants:
  - {id: seated, any: [unsteady=yes], figure: toes, dose: rolls-3, lines: [wiggle]}
  - {id: standing, figure: toes, dose: rolls-3, lines: [wiggle]}
`,
		"figures.yaml": "figures:\n- id: toes\n  draw: [{cross: {at: [20, 20]}}]\n",
		"words/en.yaml": `
sections:
  manners: {title: Manners, ask: "Is this so?"}
  travel: {title: Travel, ask: "Have you travelled?"}
  joints: {title: Joints, ask: "Have you a new joint?"}
questions:
  ticklish: {ask: Ticklish, short: ticklish, note: Ticklish, why: It is good to know.}
  long-flight: {ask: A long flight, short: long flight, note: A long flight, why: A clot can form.}
  new-knee: {ask: A new knee, short: new knee, note: A new knee, why: It bends less.}
rules:
  weak-bones-first: {possible: fracture, why: Bones break.}
  long-flight: {possible: deep vein thrombosis, why: A clot can form.}
  fever-with-risk: {request: Ring the bone team.}
cautions:
  new-knee: {line: Bend the knee gently., why: It bends less.}
  ticklish: {line: Say when it tickles., why: It is good to know.}
myths: {bed-rest: {article: Stay in bed., tool: Keep moving.}}
doses: {rolls-3: 3 slow rolls each side}
figures: {toes: Ten toes move., knee-rolls: "Two knees roll."}
steps:
  hydrate-walk: {lines: {walk: "Walk at an easy pace. Our park is good for it."}, why: "Walking is good."}
  knee-rolls: {lines: {slowly: Go slowly., knee: Mind the new knee.}}
  toes: {name: Toes, variants: {seated: {}, standing: {feel: "ease"}}, lines: {wiggle: Move your toes.}, why: They like it., known: Little.}
sheet: {title: Our routine}
urgencies:
  planned:
    door: DOOR
`,
	})
	base := embedded(t, "en")
	files := pack.Files.(fstest.MapFS)
	door := "[\"" + strings.Join(append(base.Words("en").Urgencies["planned"].Door, "Our front desk can book it for you."), `", "`) + "\"]"
	files["words/en.yaml"].Data = []byte(strings.Replace(string(files["words/en.yaml"].Data), "DOOR", door, 1))
	p, err := overlay.Load(content.Files, pack, "en")
	if err != nil {
		t.Fatal(err)
	}
	if got := p.Edition(); got != base.Version+" + Riverside Clinic 1" {
		t.Errorf("edition %q", got)
	}
	w := p.Words("en")
	if got := w.Steps["hydrate-walk"].Lines["walk"]; got != "Walk at an easy pace. Our park is good for it." {
		t.Errorf("line %q", got)
	}
	if got := w.Steps["hydrate-walk"].Lines["sit-first"]; got != base.Words("en").Steps["hydrate-walk"].Lines["sit-first"] {
		t.Errorf("the other line became %q", got)
	}
	var order []string
	for _, s := range p.Sections {
		order = append(order, s.ID)
	}
	var want []string
	for _, s := range base.Sections {
		if s.SheetOnly && !strings.Contains(strings.Join(want, " "), "travel") {
			want = append(want, "travel", "joints")
		}
		want = append(want, s.ID)
	}
	if got, want := strings.Join(order, " "), strings.Join(append(want, "manners"), " "); got != want {
		t.Errorf("sections %s, not %s", got, want)
	}
	kinds := map[string]protocol.Kind{"ticklish": protocol.Precaution, "long-flight": protocol.Stop, "new-knee": protocol.CautionIf, "weak-bones": protocol.Stop}
	for id, kind := range kinds {
		if q, _ := p.Question(id); q.Kind != kind {
			t.Errorf("%s is of kind %s", id, q.Kind)
		}
	}
	if p.Days != 7 || p.Steps[len(p.Steps)-2].ID != "toes" || len(w.Urgencies["planned"].Door) != len(base.Words("en").Urgencies["planned"].Door)+1 {
		t.Errorf("%d days, steps %v, door %q", p.Days, p.Steps, w.Urgencies["planned"].Door)
	}
}

// The embedded content is as it was when a pack has been laid over it.
func TestLayingAPackChangesNothingElse(t *testing.T) {
	before := maps.Collect(embedded(t, "en").Words("en").Texts())
	if _, err := overlay.Load(content.Files, clinic(map[string]string{"words/en.yaml": "sheet: {title: Ours}\n"}), "en"); err != nil {
		t.Fatal(err)
	}
	if !maps.Equal(before, maps.Collect(embedded(t, "en").Words("en").Texts())) {
		t.Error("the embedded content changed")
	}
}

// An answer that changes the routine is told on the sheet: a question without a rule cannot do it in silence.
func TestAnswerThatChangesTheRoutineNeedsACaution(t *testing.T) {
	pack := map[string]string{
		"sources.yaml":   "house: House rules\n",
		"screening.yaml": "sections:\n- id: skin\n  questions:\n  - {id: sunburn, sources: [house]}\n",
		"routine.yaml":   "steps:\n- {id: exhale, unless: [sunburn=yes]}\n",
		"words/en.yaml": "sections: {skin: {title: Your skin, ask: Do you have any of these?}}\nquestions:\n  sunburn: {ask: Sunburn, short: sunburn, note: Sunburn, why: Sore skin.}\n" +
			"cautions: {sunburn: {line: Keep the sun off., why: Sore skin.}}\n",
	}
	_, err := overlay.Load(content.Files, clinic(pack), "en")
	if want := "clinic/screening.yaml:4: sunburn: its answer changes the routine, so the sheet must say so: add a rule with `urgency: caution` and `any: [sunburn=yes]`"; err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
	pack["screening.yaml"] += "rules:\n- {id: sunburn, urgency: caution, any: [sunburn=yes], sources: [house], positive: [{sunburn: yes}], negative: [{}]}\n"
	if _, err := overlay.Load(content.Files, clinic(pack), "en"); err != nil {
		t.Error(err)
	}
}
