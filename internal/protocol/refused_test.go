package protocol_test

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"backcare/content"
	"backcare/internal/protocol"
)

const identity = "pack: {name: Riverside Clinic, version: \"1\"}\n"

func clinic(files map[string]string) protocol.Layer {
	out := fstest.MapFS{"pack.yaml": {Data: []byte(identity)}}
	for name, text := range files {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return protocol.Layer{Files: out, Name: "clinic"}
}

// Packs that would make an outcome less careful, or that are not whole, and exactly what is said.
func TestRefusedPacksAreToldWhyAndWhatInstead(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"a lower urgency", "screening.yaml", "rules:\n- id: fever\n  urgency: planned\n",
			"clinic/screening.yaml:3: fever: urgency planned is lower than the embedded same-day; a pack may only raise it"},
		{"one more condition", "screening.yaml", "rules:\n- {id: fever, all: [night-pain=yes], negative: [{}]}\n",
			"clinic/screening.yaml:2: fever: all: one more condition makes the rule fire for fewer people; write a rule of your own with it"},
		{"a rule twice", "screening.yaml", "rules:\n- {id: fever, urgency: emergency}\n- {id: fever, urgency: same-day}\n",
			"clinic/screening.yaml:3: fever: stands twice in the pack; write it once"},
		{"a choice where there was none", "screening.yaml", "rules:\n- {id: inflammatory-with-night-pain, any: [fever=yes]}\n",
			"clinic/screening.yaml:2: inflammatory-with-night-pain: any: this rule has no `any` so far, so one makes it fire for fewer people; write a rule of your own with it"},
		{"a question asked later", "screening.yaml", "sections:\n- id: precautions\n  questions:\n  - {id: weight-loss}\n",
			"clinic/screening.yaml:4: weight-loss: stands in section health, and a pack cannot move it: people could then be asked too late, or not at all; write it under health"},
		{"a section asked of fewer", "screening.yaml", "sections:\n- id: bones\n  while: sheet\n",
			"clinic/screening.yaml:3: bones: while: a pack cannot change when an embedded section is asked; put your questions in a section of your own"},
		{"another baseline", "screening.yaml", "sections:\n- id: course\n  questions:\n  - {id: pain-level, baseline: moderate}\n",
			"clinic/screening.yaml:4: pain-level: baseline: a pack cannot move it; leave it out"},
		{"other choices", "screening.yaml", "sections:\n- id: course\n  questions:\n  - {id: pain-level, choices: [mild, moderate, severe, worst]}\n",
			"clinic/screening.yaml:4: pain-level: choices: rules rest on the embedded ones, so a pack cannot change them; ask a question of your own"},
		{"the other answer worries", "screening.yaml", "sections:\n- id: course\n  questions:\n  - {id: improving, worrying: yes}\n",
			"clinic/screening.yaml:4: improving: worrying: a pack cannot turn round which answer counts against; ask a question of your own"},
		{"less history", "screening.yaml", "sections:\n- id: health\n  questions:\n  - {id: cancer-history, history: false}\n",
			"clinic/screening.yaml:4: cancer-history: history: the professional is told of this answer, and a pack cannot stop that"},
		{"its own version in the wrong place", "screening.yaml", "version: \"2\"\n",
			"clinic/screening.yaml:1: the version and review of a pack stand in pack.yaml"},
		{"hands where there were none", "routine.yaml", "steps:\n- id: exhale\n  variants:\n  - {id: alone, hands-on: true}\n",
			"clinic/routine.yaml:4: exhale/alone: hands-on: a pack cannot change whether a helper touches the person in an embedded form; add a form of your own"},
		{"more people under hands", "routine.yaml", "steps:\n- id: warm-up\n  variants:\n  - {id: seated, any: [night-pain=yes]}\n",
			"clinic/routine.yaml:4: warm-up/seated: is hands-on or on request only, so a pack cannot change what is done in it or who gets it; narrow the step with `unless`"},
		{"a form for fewer people", "routine.yaml", "steps:\n- id: knee-rolls\n  variants:\n  - {id: small, all: [night-pain=yes]}\n",
			"clinic/routine.yaml:4: knee-rolls/small: all: one more condition gives the form to fewer people; list in `any` who it is for"},
		{"a drawing nobody sees", "figures.yaml", "figures:\n- id: spare\n  draw: [{cross: {at: [20, 20]}}]\n",
			"clinic/figures.yaml: spare: no form of a step shows this figure"},
		{"hands for longer", "routine.yaml", "steps:\n- id: warm-up\n  variants:\n  - {id: hands, dose: minutes-15}\n",
			"clinic/routine.yaml:4: warm-up/hands: is hands-on or on request only, so a pack cannot change what is done in it or who gets it; narrow the step with `unless`"},
		{"a form under hands", "routine.yaml", "steps:\n- id: push\n  sources: [ng59]\n  variants:\n  - {id: on, hands-on: true, figure: knee-rolls, dose: rolls-5, lines: [on]}\n",
			"clinic/routine.yaml:5: push/on: hands-on: a pack cannot add a form in which a helper touches the person"},
		{"a form of an embedded step", "routine.yaml", "steps:\n- id: childs-pose-reach\n  variants:\n  - {id: short, any: [age=70-plus], figure: childs-pose-reach, dose: hold-20-30, lines: [kneel]}\n",
			"clinic/routine.yaml:4: childs-pose-reach/short: is another form of an embedded step, and would take the place of the one some people need; add a step of your own"},
		{"a form for people who need another", "routine.yaml", "steps:\n- id: warm-up\n  variants:\n  - {id: rocks, any: [pregnant=yes]}\n",
			"clinic/routine.yaml:4: warm-up/rocks: any: a pack cannot give a form to people who need another; narrow the step with `unless`, or add a step of your own"},
		{"a dose that is longer for some", "routine.yaml", "steps:\n- id: childs-pose-reach\n  variants:\n  - {id: floor, dose: hold-20-30}\n",
			"clinic/routine.yaml:4: childs-pose-reach/floor: dose: some are given another because of an answer, so a pack cannot change it"},
		{"the hip release for everyone", "routine.yaml", "steps:\n- {id: psoas-release, on-request: false}\n",
			"clinic/routine.yaml:2: psoas-release: on-request: a pack cannot change who is given an embedded step; narrow it with `unless`, or add a step of your own"},
		{"a line for fewer", "routine.yaml", "steps:\n- id: hydrate-walk\n  variants:\n  - {id: outdoors, lines: [{id: sit-first, any: [night-pain=yes]}]}\n",
			"clinic/routine.yaml:4: hydrate-walk/outdoors: sit-first: a pack cannot change who reads an embedded line; add a line of your own"},
		{"a check left out for everyone", "routine.yaml", "steps:\n- {id: check, unless: [helper=helper, helper=alone]}\n",
			"clinic/routine.yaml:2: check: unless: this step keeps people safe, so everyone is given it"},
		{"a check left out for one", "routine.yaml", "steps:\n- {id: range-check, unless: [unsteady=yes]}\n",
			"clinic/routine.yaml:2: range-check: unless: this step keeps people safe, so everyone is given it"},
		{"a check replaced", "routine.yaml", "steps:\n- id: range-check\n  variants:\n  - {id: crack, any: [helper=helper, helper=alone], figure: range-check, dose: minutes-15, lines: [crack]}\n",
			"clinic/routine.yaml:4: range-check/crack: is another form of an embedded step, and would take the place of the one some people need; add a step of your own"},
		{"a check changed", "routine.yaml", "steps:\n- id: check\n  variants:\n  - {id: twice, lines: [never-mind]}\n",
			"clinic/routine.yaml:4: check/twice: keeps people safe, so a pack cannot change what is done in it; add a step of your own"},
		{"a check unmarked", "routine.yaml", "steps:\n- {id: check, mandatory: false}\n",
			"clinic/routine.yaml:2: check: keep: only the embedded content says what keeps people safe; leave it out"},
		{"the hip release replaced", "routine.yaml", "steps:\n- id: psoas-release\n  variants:\n  - {id: hard, any: [helper=helper, helper=alone], figure: check, dose: minutes-15, lines: [hard]}\n",
			"clinic/routine.yaml:4: psoas-release/hard: is another form of an embedded step, and would take the place of the one some people need; add a step of your own"},
		{"the hip release for longer", "routine.yaml", "steps:\n- id: psoas-release\n  variants:\n  - {id: own-hands, dose: minutes-15}\n",
			"clinic/routine.yaml:4: psoas-release/own-hands: is hands-on or on request only, so a pack cannot change what is done in it or who gets it; narrow the step with `unless`"},
		{"the hip release by a helper", "words/en.yaml", "steps: {psoas-release: {lines: {sink: Have your helper press as hard as they can.}}}\n",
			"clinic/words/en.yaml:1: steps.psoas-release.lines.sink: belongs to what is hands-on, on request only or there for safety, which a pack cannot reword; add a step of your own"},
		{"hands by their drawing", "routine.yaml", "steps:\n- id: lean\n  before: check\n  sources: [ng59]\n  variants:\n  - {id: on, figure: exhale-hands, dose: minutes-5, lines: [on]}\n",
			"clinic/routine.yaml:6: lean/on: figure exhale-hands shows where hands go in exhale/hands; use another drawing"},
		{"hands drawn in a form without", "routine.yaml", "steps:\n- id: stretch\n  sources: [ng59]\n  variants:\n  - {id: full, figure: warm-up-hands, dose: minutes-5, lines: [on]}\n",
			"clinic/routine.yaml:5: stretch/full: figure warm-up-hands shows where hands go in warm-up/hands; use another drawing"},
		{"a drawing for all in place of one for some", "routine.yaml", "steps:\n- id: knee-rolls\n  variants:\n  - {id: small, figure: knee-rolls-small}\n",
			"clinic/routine.yaml:4: knee-rolls/small: figure: goes with what the form says, so a pack cannot change it; add a step of your own"},
		{"a drawing for some drawn otherwise", "figures.yaml", "figures:\n- id: long-breath-tilt\n  draw: [{cross: {at: [20, 20]}}]\n",
			"clinic/figures.yaml: long-breath-tilt: belongs to exhale/alone, which a pack cannot redraw"},
		{"a step before the check", "routine.yaml", "steps:\n- id: stretch\n  before: warm-up\n  sources: [ng59]\n  variants:\n  - {id: on, figure: check, dose: minutes-5, lines: [on]}\n",
			"clinic/routine.yaml:3: stretch: before: range-check shows if it is safe to go on today; a step of your own stands behind it"},
		{"a section before the first", "screening.yaml", "sections:\n- id: billing\n  before: now\n  questions:\n  - {id: insured, sources: [ng59]}\n",
			"clinic/screening.yaml:3: billing: before: a section of a pack stands behind the embedded ones that ask for an emergency, the last of which is health"},
		{"a section between two that cannot wait", "screening.yaml", "sections:\n- id: billing\n  before: nerves\n  questions:\n  - {id: insured, sources: [ng59]}\n",
			"clinic/screening.yaml:3: billing: before: a section of a pack stands behind the embedded ones that ask for an emergency, the last of which is health"},
		{"what hands do in a form without", "routine.yaml", "steps:\n- id: warm-up\n  variants:\n  - {id: rub, any: [helper=helper], figure: check, dose: minutes-5, lines: [strokes]}\n",
			"clinic/routine.yaml:4: warm-up/rub: is another form of an embedded step, and would take the place of the one some people need; add a step of your own"},
		{"a glass for everyone", "routine.yaml", "steps:\n- id: hydrate-walk\n  variants:\n  - {id: far, any: [helper=helper, helper=alone], figure: walk, dose: minutes-15, lines: [drink]}\n",
			"clinic/routine.yaml:4: hydrate-walk/far: is another form of an embedded step, and would take the place of the one some people need; add a step of your own"},
		{"a later review", "routine.yaml", "days: 21\n",
			"clinic/routine.yaml:1: days: 21 is more than the embedded 14; a pack may only bring the review forward"},
		{"a step moved", "routine.yaml", "steps:\n- {id: check, before: warm-up}\n",
			"clinic/routine.yaml:2: check: an embedded step stays where it is; leave out before"},
		{"a source again", "sources.yaml", "ng59: something else\n",
			"clinic/sources.yaml:1: ng59: a second source with this id"},
		{"a softer warning", "words/en.yaml", "warning:\n  items: [Back pain]\n",
			"clinic/words/en.yaml:2: warning.items: the warning is one text, the same on every paper; a pack cannot change it"},
		{"another question under the old id", "words/en.yaml", "questions:\n  fever:\n    ask: Do you like tea?\n",
			"clinic/words/en.yaml:3: questions.fever.ask: is part of what is asked or decided or keeps people safe, so a pack cannot reword it; docs/content-packs.md lists what it can"},
		{"a door nobody goes through", "words/en.yaml", "urgencies:\n  emergency:\n    door: [Wait and see.]\n",
			"clinic/words/en.yaml:3: urgencies.emergency.door: a pack may add lines after the embedded ones, which stay word for word and in order"},
		{"harder hands", "words/en.yaml", "steps:\n  exhale:\n    lines:\n      limit: Anywhere you like.\n",
			"clinic/words/en.yaml:4: steps.exhale.lines.limit: belongs to what is hands-on, on request only or there for safety, which a pack cannot reword; add a step of your own"},
		{"a dose of several steps", "words/en.yaml", "doses:\n  minutes-5: 50 min\n",
			"clinic/words/en.yaml:2: doses.minutes-5: a dose stands in several steps, some of them hands-on; give the form a dose of its own in routine.yaml"},
		{"a text taken away", "words/en.yaml", "steps:\n  knee-rolls:\n    lines:\n      roll: \"\"\n",
			"clinic/words/en.yaml:4: steps.knee-rolls.lines.roll: a pack can reword a text, not take it away"},
		{"a text made nothing", "words/en.yaml", "steps:\n  warm-up:\n    variants:\n      pack: {feel: ~}\n",
			"clinic/words/en.yaml:4: steps.warm-up.variants.pack.feel: is not a text; a pack can reword a text, not take it away"},
		{"another thing to stop for", "words/en.yaml", "steps:\n  warm-up:\n    variants:\n      pack: {stop: if you are bored}\n",
			"clinic/words/en.yaml:4: steps.warm-up.variants.pack.stop: is part of what is asked or decided or keeps people safe, so a pack cannot reword it; docs/content-packs.md lists what it can"},
		{"a precaution worded away", "words/en.yaml", "steps:\n  hydrate-walk:\n    lines:\n      drink-limit: Drink a litre.\n",
			"clinic/words/en.yaml:4: steps.hydrate-walk.lines.drink-limit: belongs to what is hands-on, on request only or there for safety, which a pack cannot reword; add a step of your own"},
		{"a sharp pain made normal", "words/en.yaml", "steps:\n  range-check:\n    lines:\n      stop-sharp: Sharp pain is normal. Go on.\n",
			"clinic/words/en.yaml:4: steps.range-check.lines.stop-sharp: belongs to what is hands-on, on request only or there for safety, which a pack cannot reword; add a step of your own"},
		{"worse made normal", "words/en.yaml", "steps:\n  check:\n    lines:\n      worse: Worse is normal. Go on.\n",
			"clinic/words/en.yaml:4: steps.check.lines.worse: belongs to what is hands-on, on request only or there for safety, which a pack cannot reword; add a step of your own"},
		{"a check under another name", "words/en.yaml", "steps: {range-check: {name: Twist}}\n",
			"clinic/words/en.yaml:1: steps.range-check.name: belongs to what is hands-on, on request only or there for safety, which a pack cannot reword; add a step of your own"},
		{"hands under another name", "words/en.yaml", "steps: {exhale: {name: Press hard}}\n",
			"clinic/words/en.yaml:1: steps.exhale.name: belongs to what is hands-on, on request only or there for safety, which a pack cannot reword; add a step of your own"},
		{"an emergency made small", "words/en.yaml", "cautions: {infection-risk: {alarm: A mild fever}}\n",
			"clinic/words/en.yaml:1: cautions.infection-risk.alarm: is part of what is asked or decided or keeps people safe, so a pack cannot reword it; docs/content-packs.md lists what it can"},
		{"an emergency emptied", "words/en.yaml", "cautions: {pregnant: {alarm: \"\"}}\n",
			"clinic/words/en.yaml:1: cautions.pregnant.alarm: is part of what is asked or decided or keeps people safe, so a pack cannot reword it; docs/content-packs.md lists what it can"},
		{"an emergency made nothing", "words/en.yaml", "cautions: {pregnant: {alarm: ~}}\n",
			"clinic/words/en.yaml:1: cautions.pregnant.alarm: is not a text; a pack can reword a text, not take it away"},
		{"an emergency for one person no longer said to be one", "words/en.yaml", "sheet: {alarms: \"Also: {list}\"}\n",
			"clinic/words/en.yaml:1: sheet.alarms: is part of what is asked or decided or keeps people safe, so a pack cannot reword it; docs/content-packs.md lists what it can"},
		{"reviewed by its own word", "words/en.yaml", "reviewed-by: us\n",
			"clinic/words/en.yaml:1: reviewed-by: is not there to reword; a pack adds words only for what it adds itself"},
		{"an anchor", "words/en.yaml", "sheet:\n  title: &t Routine\ncard:\n  title: *t\n",
			"clinic/words/en.yaml:4: card.title: write the words out; anchors are not read in a pack"},
		{"an unknown word", "words/en.yaml", "sheet:\n  titel: Routine\n",
			"clinic/words/en.yaml:2: \"titel\" is not a key that is known here"},
		{"words for nothing", "words/en.yaml", "doses:\n  minutes-7: 7 min\n",
			"clinic/words/en.yaml:2: doses.minutes-7: names nothing in the content"},
		{"a question without words", "screening.yaml", "sections:\n- id: health\n  questions:\n  - {id: sunburn, sources: [ng59]}\n",
			"clinic/words/en.yaml: questions.sunburn: missing"},
		{"hands drawn elsewhere", "figures.yaml", "figures:\n- id: exhale-hands\n  draw:\n  - mat: {x: [2, 134], y: 66}\n",
			"clinic/figures.yaml: exhale-hands: belongs to exhale/hands, which a pack cannot redraw"},
		{"a language of its own", "words/it.yaml", "lang: it\n",
			"clinic/words/it.yaml: a pack cannot bring a language of its own, because nobody has checked the warning in it; there is LANGS"},
		{"a slip in a name", "screenings.yaml", "rules: []\n",
			"clinic/screenings.yaml: nothing reads this file; a pack has pack.yaml, screening.yaml, routine.yaml, figures.yaml, sources.yaml, myths.yaml and words/en.yaml"},
		{"a folder", "word/en.yaml", "lang: en\n",
			"clinic/word: a pack has no such folder; there is only words/"},
		{"a name that does not fit", "pack.yaml", "pack: {name: The Riverside Clinic for Sore Lower Backs and More, version: \"1\"}\n",
			`clinic/pack.yaml:1: name: "The Riverside Clinic for Sore Lower Backs and More" must be one line of 1 to 40 letters`},
		{"a review without a date", "pack.yaml", "pack: {name: Riverside Clinic, version: \"1\", reviewed-by: A. Reviewer, reviewed-on: soon}\n",
			"clinic/pack.yaml:1: reviewed-on: give reviewed-by and reviewed-on (a date, YYYY-MM-DD) together, or leave both empty"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := protocol.Lay(content.Files, clinic(map[string]string{c.file: c.text}), "en")
			if err == nil || p != nil {
				t.Fatal("taken")
			}
			want := strings.Replace(c.want, "LANGS", listed(protocol.Languages(content.Files)), 1)
			if got := err.Error(); got != want {
				t.Errorf("\ngot  %s\nwant %s", got, want)
			}
		})
	}
}

func listed(list []string) string {
	if len(list) == 1 {
		return list[0]
	}
	return strings.Join(list[:len(list)-1], ", ") + " or " + list[len(list)-1]
}

func TestPackWithoutIdentityIsRefused(t *testing.T) {
	_, err := protocol.Lay(content.Files, protocol.Layer{Files: fstest.MapFS{}, Name: "clinic"}, "en")
	const want = "clinic/pack.yaml: missing; a pack says `pack: {name, version, reviewed-by, reviewed-on}`, and its papers print it"
	if err == nil || err.Error() != want {
		t.Errorf("got %v", err)
	}
}

func TestHugeFileIsRefused(t *testing.T) {
	_, err := protocol.Lay(content.Files, clinic(map[string]string{"words/en.yaml": strings.Repeat("#", 1<<20+1)}), "en")
	const want = "clinic/words/en.yaml: is larger than 1 MiB; no content file needs that"
	if err == nil || err.Error() != want {
		t.Errorf("got %v", err)
	}
}

// What a pack may do, all at once.
func TestPackThatOnlyAddsIsTaken(t *testing.T) {
	layer := clinic(map[string]string{
		"screening.yaml": `
sections:
- id: bones
  questions:
  - {id: weak-bones}
- id: travel
  before: course
  questions:
  - {id: long-flight, sources: [clinic-note]}
rules:
- {id: weak-bones, urgency: planned}
- {id: fever-with-risk, any: [spine-surgery=yes]}
- {id: long-flight, urgency: same-day, any: [long-flight=yes], sources: [clinic-note], positive: [{long-flight: unsure}], negative: [{calf-swelling: yes}]}
`,
		"sources.yaml": "clinic-note: Riverside Clinic, note on long flights\n",
		"routine.yaml": `
days: 7
steps:
- id: exhale
  unless: [night-pain=yes]
- id: knee-rolls
  variants:
  - {id: full, dose: rolls-3}
  - {id: small, dose: rolls-3}
`,
		"figures.yaml": "figures:\n- id: knee-rolls\n  draw: [{cross: {at: [20, 20]}}]\n",
		"words/en.yaml": `
sections: {travel: {title: Travel, ask: "Have you travelled?"}}
questions: {long-flight: {ask: A long flight, short: long flight, note: A long flight, why: A clot can form.}}
rules:
  weak-bones: {possible: fracture, why: Bones break.}
  long-flight: {possible: deep vein thrombosis, why: A clot can form.}
  fever-with-risk: {request: Ring the bone team.}
doses: {rolls-3: 3 slow rolls each side}
figures: {knee-rolls: Two knees roll.}
steps: {hydrate-walk: {lines: {walk: "Walk at an easy pace. Our park is good for it."}}}
urgencies:
  planned:
    door: ["Book a visit with a doctor or a physiotherapist.", "No hands-on work and no routine until you have been seen.", "Our front desk can book it for you."]
`,
	})
	p, err := protocol.Lay(content.Files, layer, "en")
	if err != nil {
		t.Fatal(err)
	}
	if got := p.Edition(); got != p.Version+" + Riverside Clinic 1" {
		t.Errorf("edition %q", got)
	}
	w := p.Words("en")
	if _, ok := w.Doses["rolls-5"]; ok {
		t.Error("a dose that no form has kept its words")
	}
	if got := w.Steps["hydrate-walk"].Lines["walk"]; got != "Walk at an easy pace. Our park is good for it." {
		t.Errorf("line %q", got)
	}
	if got := w.Steps["hydrate-walk"].Lines["sit-first"]; got != embedded(t, "en").Words("en").Steps["hydrate-walk"].Lines["sit-first"] {
		t.Errorf("the other line became %q", got)
	}
	var order []string
	for _, s := range p.Sections {
		order = append(order, s.ID)
	}
	if got := strings.Join(order, " "); got != "now nerves health bones travel course range precautions" {
		t.Errorf("sections %s", got)
	}
	if _, ok := w.Cautions["weak-bones"]; ok {
		t.Error("a rule that refers kept its caution")
	}
}

// Two loads of one pack are equal, and the embedded content is as it was.
func TestLayingAPackChangesNothingElse(t *testing.T) {
	before := maps.Collect(maps.All(embedded(t, "en").Words("en").Doses))
	if _, err := protocol.Lay(content.Files, clinic(map[string]string{"words/en.yaml": "sheet: {title: Ours}\n"}), "en"); err != nil {
		t.Fatal(err)
	}
	p := embedded(t, "en")
	if p.Words("en").Sheet.Title == "Ours" || !maps.Equal(before, p.Words("en").Doses) {
		t.Error("the embedded content changed")
	}
}
