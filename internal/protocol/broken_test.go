package protocol_test

import (
	"io/fs"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"backcare/content"
	"backcare/internal/protocol"
)

// Content with one thing wrong, and exactly what is said about it.
func TestBrokenContentIsNamedByFileLineAndID(t *testing.T) {
	for _, c := range []struct{ name, file, old, new, want string }{
		{"a question twice", "screening.yaml", "      - {id: major-trauma,", "      - {id: chest-pain, sources: [ng59]}\n      - {id: major-trauma,",
			"screening.yaml:@: chest-pain: a second question with this id"},
		{"a question named like a column about the person", "screening.yaml", "      - {id: major-trauma,", "      - {id: name, sources: [ng59]}\n      - {id: major-trauma,",
			"screening.yaml:@: name: a question cannot have this id: it names a column about the person; use another, such as my-name"},
		{"a section twice", "screening.yaml", "id: nerves", "id: now",
			"screening.yaml:@: now: a second section with this id"},
		{"a source twice", "sources.yaml", "ng65:", "ng59: twice\nng65:",
			"sources.yaml:@: \"ng59\" is given twice, first on line @-1"},
		{"a step twice", "routine.yaml", "id: hip-flexor\n", "id: knee-rolls\n",
			"routine.yaml:@: knee-rolls: a second step with this id"},
		{"an id in another style", "screening.yaml", "id: severe-pain\n", "id: Severe_Pain\n",
			"screening.yaml:@: Severe_Pain: an id is lower-case letters and digits with single hyphens, such as my-question"},
		{"a source that is not there", "screening.yaml", "{id: major-trauma, sign: yes, sources: [ifompt-2020, downie-2013]}", "{id: major-trauma, sign: yes, sources: [ng165]}",
			`screening.yaml:@: major-trauma: source "ng165" is not in sources.yaml`},
		{"no source", "screening.yaml", "{id: major-trauma, sign: yes, sources: [ifompt-2020, downie-2013]}", "{id: major-trauma, sign: yes}",
			"screening.yaml:@: major-trauma: needs at least one source"},
		{"a rule about no question", "screening.yaml", "any: [chest-pain=yes]", "any: [chest-ache=yes]",
			`screening.yaml:@: chest-pain: "chest-ache=yes" names no question; write question=answer`},
		{"a rule about no answer", "screening.yaml", "urgency: planned\n    any: [pain-level=severe]", "urgency: planned\n    any: [pain-level=strong]",
			`screening.yaml:@+1: severe-pain: "strong" is not an answer to pain-level; use mild, moderate or severe`},
		{"a rule that a yes would calm", "screening.yaml", "any: [chest-pain=yes]", "any: [chest-pain=no]",
			`screening.yaml:@: chest-pain: "chest-pain=no": only the worrying answer, chest-pain=yes, can be named`},
		{"a rule without cases", "screening.yaml", "    positive: [{chest-pain: yes}, {chest-pain: unsure}]\n", "",
			"screening.yaml:@-4: chest-pain: a rule needs a positive case, in which it fires, and a negative one, in which it does not"},
		{"a case that does not fire", "screening.yaml", "positive: [{chest-pain: yes}, {chest-pain: unsure}]", "positive: [{fever: yes}]",
			"screening.yaml:@-4: chest-pain: does not fire for its positive case {fever: yes}"},
		{"a negative case for which it fires", "screening.yaml", "negative: [{band-pain: yes}]", "negative: [{chest-pain: yes}]",
			"screening.yaml:@-5: chest-pain: fires for its negative case {chest-pain: yes}"},
		{"a rule for everyone", "screening.yaml", "urgency: planned\n    any: [pain-level=severe]\n", "urgency: planned\n    any: [pain-level=mild]\n",
			"screening.yaml:@-1: severe-pain: does not fire for its positive case {pain-level: severe}\n" +
				"screening.yaml:@-1: severe-pain: fires on the baseline answers, so nobody could ever get a sheet"},
		{"an urgency that is not one", "screening.yaml", "urgency: two-weeks\n    any: [weight-loss=yes]", "urgency: fortnight\n    any: [weight-loss=yes]",
			`screening.yaml:@: weight-loss: urgency "fortnight" is not known; use caution, planned, two-weeks, same-day or emergency`},
		{"a variant nobody reaches", "routine.yaml", "id: pack, any: [helper=alone]", "id: pack, any: [skin-trouble=yes]",
			"routine.yaml:@: warm-up/pack: unreachable: no answers that lead to a sheet select this variant"},
		{"a variant for everyone in front", "routine.yaml", "{id: small, any: [weak-bones=yes, pregnant=yes],", "{id: small,",
			"routine.yaml:@: knee-rolls/small: the last variant, and only that, has no `any` or `all`: it is for everyone else"},
		{"a figure that is not there", "routine.yaml", "figure: check,", "figure: clock,",
			`routine.yaml:@: check/twice: figure "clock" is not in figures.yaml`},
		{"a figure nobody sees", "routine.yaml", "figure: [{id: long-breath-tilt, any: [pregnant=yes]}, long-breath]", "figure: long-breath",
			"figures.yaml: long-breath-tilt: no variant of a step shows this figure"},
		{"a variant behind a wider one", "routine.yaml", "id: sway, all: [skin-trouble=yes], any: [pregnant=yes, cannot-lie-front=yes, unsteady=yes],", "id: sway, any: [skin-trouble=yes],",
			"routine.yaml:@+1: warm-up/rocks: unreachable: no answers that lead to a sheet select this variant"},
		{"a variant without a dose", "routine.yaml", "dose: checks-2, ", "",
			"routine.yaml:@: check/twice: a variant needs a dose, the last one without a condition"},
		{"a step kept for some", "routine.yaml", "  - id: check\n", "  - id: check\n    unless: [pregnant=yes]\n",
			"routine.yaml:@: check: mandatory: everyone gets this step, so it has no `unless` and is not on request"},
		{"days without end", "routine.yaml", "days: 14", "days: 90",
			`routine.yaml:@: days: "90" is not between 1 and 28`},
		{"a word missing", "words/en.yaml", "    short: \"chest pain\"\n", "",
			"words/en.yaml:@-3: questions.chest-pain.short: missing"},
		{"an id without words", "words/en.yaml", "  minutes-5: ", "  minutes-6: ",
			"words/en.yaml:@-1: doses.minutes-5: missing\nwords/en.yaml:@: doses.minutes-6: matches nothing in the content"},
		{"a key nobody knows", "words/en.yaml", "  stop-word: ", "  stopword: ",
			"words/en.yaml:@: unknown key \"stopword\""},
		{"a key twice", "words/en.yaml", "  stop-word: ", "  stop-now: ",
			"words/en.yaml:@: \"stop-now\" is given twice, first on line @-1"},
		{"an unknown placeholder", "words/en.yaml", "{days} days", "{weeks} weeks",
			"words/en.yaml:@: sheet.lead: unknown placeholder {weeks}"},
		{"a placeholder of another text", "words/en.yaml", "{days} days", "{name} days",
			"words/en.yaml:@: sheet.lead: unknown placeholder {name}"},
		{"a placeholder where there is none", "words/en.yaml", "Your lower back routine", "Your {days} day routine",
			"words/en.yaml:@: sheet.title: unknown placeholder {days}"},
		{"a brace alone", "words/en.yaml", "{days} days", "{days days",
			"words/en.yaml:@: sheet.lead: has an unpaired brace"},
		{"a list for a text", "words/en.yaml", "  title: \"Your lower back routine\"", "  title: [Your lower back routine]",
			"words/en.yaml:@: sheet.title: expected a word or a line of text"},
		{"bold that does not end", "words/en.yaml", "**Stop at once**", "**Stop at once",
			"words/en.yaml:@: sheet.stop-now: has an unpaired **"},
		{"a letter from right to left", "words/en.yaml", "Your lower back routine", "Your lower back routine שלום",
			"words/en.yaml:@: sheet.title: 'ש': the Hebrew script runs from right to left; this tool sets letters from left to right, one by one, and would print it wrong"},
		{"a title that fills pages", "words/en.yaml", "Your lower back routine", strings.Repeat("long ", 1200) + "title",
			"words/en.yaml:@: sheet.title: 6005 characters; at most 120 fit here"},
		{"a text that fills pages", "words/en.yaml", "{days} days", "{days} " + strings.Repeat("long ", 120) + "days",
			"words/en.yaml:@: sheet.lead: 691 characters; at most 600 fit here"},
		{"a line break", "words/en.yaml", "Your lower back routine", `Your\nroutine`,
			"words/en.yaml:@: sheet.title: has a line break or another control character; a text is a single line"},
		{"not UTF-8", "words/en.yaml", "Your lower back routine", "Your lower back rout\xefne",
			"words/en.yaml:@: not valid UTF-8"},
		{"two documents", "routine.yaml", "steps:\n", "---\nsteps:\n",
			"routine.yaml:@: more than one YAML document"},
		{"no such language", "words/en.yaml", "lang: en", "lang: fr",
			`words/en.yaml:@: lang: "fr" does not match the name of the file`},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := everything(t)
			data := string(files[c.file].Data)
			if strings.Count(data, c.old) != 1 {
				t.Fatalf("%q stands %d times in %s", c.old, strings.Count(data, c.old), c.file)
			}
			files[c.file].Data = []byte(strings.Replace(data, c.old, c.new, 1))
			p, err := protocol.Load(files, "en")
			if err == nil || p != nil {
				t.Fatal("loaded")
			}
			if got, want := err.Error(), lined(c.want, 1+strings.Count(data[:strings.Index(data, c.old)], "\n")); got != want {
				t.Errorf("\ngot  %s\nwant %s", got, want)
			}
		})
	}
}

var lineMark = regexp.MustCompile(`@([+-]\d+)?`)

// lined puts line numbers into what is expected: @ is the line where the edit begins, @+2 two below.
func lined(want string, line int) string {
	return lineMark.ReplaceAllStringFunc(want, func(m string) string {
		off, _ := strconv.Atoi(m[1:])
		return strconv.Itoa(line + off)
	})
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
