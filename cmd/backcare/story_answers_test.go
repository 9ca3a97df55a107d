package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/txtar"

	"backcare/content"
	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

var loaded = sync.OnceValues(func() (*protocol.Protocol, error) { return protocol.Load(content.Files, "en") })

func loadContent(t testing.TB) *protocol.Protocol {
	t.Helper()
	p, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// written are the files of a story as the program finds them.
func written(t *testing.T, in []txtar.File) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, f := range in {
		switch f.Name {
		case "args":
		case "answers":
			files["answers.yaml"] = answersOver(t, string(f.Data))
		case "people":
			files["people.csv"] = peopleOver(t, string(f.Data))
		default:
			files[f.Name] = string(f.Data)
		}
	}
	return files
}

// answersOver is the answers file of a person who differs from the baseline as told, a line for
// each field or answer. They are asked as at a terminal: a question that is no longer open, since
// it is an emergency or a referral by then, is not answered unless it is told. A question that is
// told with nothing is not answered. "others: worrying" gives each question that is not told its
// worrying answer.
func answersOver(t testing.TB, differences string) string {
	t.Helper()
	p := loadContent(t)
	file := questions.File{Person: questions.Person{AnsweredBy: "self"}, Answers: protocol.NoAnswers(p)}
	told := map[string]string{}
	for line := range strings.Lines(differences) {
		key, value, ok := strings.Cut(strings.TrimSpace(line), ":")
		value = strings.TrimSpace(value)
		if _, twice := told[key]; !ok || twice {
			t.Fatalf("%q is no difference, or told twice", line)
		}
		if slices.Contains(questions.PersonFields(), key) {
			if err := file.Person.Set(key, value); err != nil {
				t.Fatal(err)
			}
			continue
		}
		told[key] = value
	}
	others := told["others"]
	delete(told, "others")
	for i, q := range p.Questions {
		option, ok := told[q.ID]
		delete(told, q.ID)
		switch {
		case ok:
		case others == "worrying" && !q.Choice():
			option = q.Worrying
		case others == "worrying" || slices.Contains(triage.Open(file.Answers), i):
			option = q.Option(q.Baseline)
		default:
			continue
		}
		var err error
		if file.Answers, err = file.Answers.With(q.ID, option); err != nil {
			t.Fatal(err)
		}
	}
	if len(told) > 0 {
		t.Fatalf("there is no such question: %v", told)
	}
	var b bytes.Buffer
	if err := questions.Write(&b, file); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// peopleOver is a table with a column more for every question that has none: its baseline answer.
func peopleOver(t testing.TB, table string) string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	head := rows[0]
	for _, q := range loadContent(t).Questions {
		if slices.Contains(head, q.ID) {
			continue
		}
		rows[0] = append(rows[0], q.ID)
		for i := range rows[1:] {
			rows[i+1] = append(rows[i+1], q.Option(q.Baseline))
		}
	}
	var b strings.Builder
	w := csv.NewWriter(&b)
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// outcomeOf is one line on what the screening of a story comes to, told by the program itself as
// JSON; nothing when the story is no screening or was refused.
func outcomeOf(t *testing.T, args []string, files map[string]string) string {
	t.Helper()
	if len(args) < 3 || args[0] != "screen" || args[1] != "--answers" {
		return ""
	}
	ask := append([]string{"--format", "json"}, args[1:3]...)
	if i := slices.Index(args, "--with"); i >= 0 {
		ask = append(ask, args[i:i+2]...)
	}
	out, _ := play(t, append([]string{"screen"}, ask...), files)
	if section(out, "stdout") == nil {
		t.Fatalf("no outcome: %s", section(out, "stderr"))
	}
	var told struct {
		Outcome, Urgency string
		Rules, Cautions  []struct{ ID string }
		Steps            []struct{ ID, Variant string }
	}
	if err := json.Unmarshal(section(out, "stdout"), &told); err != nil {
		t.Fatal(err)
	}
	line := told.Outcome
	if told.Urgency != "" {
		line += ", " + told.Urgency
	}
	list := func(name string, n int, item func(int) string) {
		for i := range n {
			if i == 0 {
				line += "; " + name + ":"
			}
			line += " " + item(i)
		}
	}
	list("rules", len(told.Rules), func(i int) string { return told.Rules[i].ID })
	list("cautions", len(told.Cautions), func(i int) string { return told.Cautions[i].ID })
	list("steps", len(told.Steps), func(i int) string { return told.Steps[i].ID + "/" + told.Steps[i].Variant })
	return line
}

// What changes with every question and every edition, and is not what a story is about.
var (
	reNote    = regexp.MustCompile(`\b[0-9A-F]{4}-[0-9A-F]{4}\b`)
	rePlace   = regexp.MustCompile(`\([\d.]+, ([\d.]+)\) (Note |0000-0000)(?m:$)`) // set from the right, so its width moves it
	reEdition = regexp.MustCompile(`(\bcontent |"content": ")\d+(\.\d+)*`)
)

func evened(text string) string {
	text = reNote.ReplaceAllString(text, "0000-0000")
	text = rePlace.ReplaceAllString(text, "(-, $1) $2")
	return reEdition.ReplaceAllString(text, "${1}0.0")
}
