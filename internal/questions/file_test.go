package questions_test

import (
	"bytes"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"backcare/internal/protocol"
	"backcare/internal/questions"
)

func TestWhatIsWrittenIsReadBackTheSame(t *testing.T) {
	p := whole(t)
	rapid.Check(t, func(t *rapid.T) {
		want := questions.File{Person: drawPerson(t), Answers: drawAnswers(t, p)}
		var b bytes.Buffer
		if err := questions.Write(&b, want); err != nil {
			t.Fatal(err)
		}
		got, err := questions.Read(p, "f", bytes.NewReader(b.Bytes()))
		if err != nil {
			t.Fatalf("%v\n%s", err, b.String())
		}
		if got.Person != want.Person || !slices.Equal(got.Answers.Values(), want.Answers.Values()) {
			t.Fatalf("got %+v, want %+v\n%s", got, want, b.String())
		}
	})
}

func drawPerson(t *rapid.T) (out questions.Person) {
	texts := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"Ana García", "null", "yes", "~", "0123", "- a", "a: b", "# x", "'", `"`, "Zoë", "1980-04-02", "!x", "&a", "*a", "{", "%", "a\u200cb", "<<"}))
	for _, field := range questions.PersonFields() {
		for _, s := range []string{texts.Draw(t, field), rapid.SampledFrom([]string{"", "1980-04-02", "self", "pt-BR"}).Draw(t, field)} {
			out.Set(field, s) // what it refuses is not what this test is about
		}
	}
	return out
}

func drawAnswers(t *rapid.T, p *protocol.Protocol) protocol.Answers {
	values := make([]protocol.Answer, len(p.Questions))
	for i, q := range p.Questions {
		values[i] = protocol.Answer(rapid.IntRange(0, len(q.Options)).Draw(t, q.ID))
	}
	a, err := protocol.AnswersOf(p, values)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// A blank, a null or a line that is not there must never become an answer, and nothing but what
// stands in the file may.
func TestNoAnswerComesFromNothing(t *testing.T) {
	p := whole(t)
	blanks := []string{"", " ", "~", "null", "Null", `""`, "' '", "# no", "\u00a0", "|\n    \n"}
	rapid.Check(t, func(t *rapid.T) {
		given := map[string]string{}
		var b strings.Builder
		b.WriteString("answers:\n")
		for _, q := range p.Questions {
			switch rapid.IntRange(0, 2).Draw(t, q.ID) {
			case 1:
				b.WriteString("  " + q.ID + ": " + rapid.SampledFrom(blanks).Draw(t, "blank") + "\n")
			case 2:
				given[q.ID] = rapid.SampledFrom(q.Options).Draw(t, "option")
				b.WriteString("  " + q.ID + ": " + given[q.ID] + "\n")
			}
		}
		f, err := questions.Read(p, "f", strings.NewReader(b.String()))
		if err != nil {
			t.Fatalf("%v\n%s", err, b.String())
		}
		for _, q := range p.Questions {
			if got := f.Answers.Option(q.ID); got != given[q.ID] {
				t.Errorf("%s: got %q, the file has %q", q.ID, got, given[q.ID])
			}
		}
	})
}

func TestEveryFormOfAFileIsRead(t *testing.T) {
	p := whole(t)
	for name, text := range map[string]string{
		"yaml":             "ref: A-102\nname: Ana García  # hers\nborn: 1980-04-02\nanswered-by: self\nanswers:\n  chest-pain: no\n  fever: \"unsure\"\n  age: 18-49\n",
		"json":             `{"ref":"A-102","name":"Ana Garc\u00eda","born":"1980-04-02","answered-by":"self","answers":{"chest-pain":false,"fever":"unsure","age":"18-49"}}`,
		"windows":          "\ufeffref: A-102\r\nname: Ana García\r\nborn: 1980-04-02\r\nanswered-by: self\r\nanswers:\r\n  chest-pain: no\r\n  fever: unsure\r\n  age: 18-49\r\n",
		"decomposed":       "ref: A-102\nname: Ana Garci\u0301a\nborn: 1980-04-02\nanswered-by: Self\nanswers: {chest-pain: n, fever: \"?\", age: 18-49}\n",
		"document markers": "---\nref: A-102\nname: ' Ana García '\nborn: \"1980-04-02\"\nanswered-by: self\nanswers:\n    chest-pain: FALSE\n    fever: Unsure\u00a0\n    age: 18-49\n    leg-pain:\n...\n",
		"json, wide":       "\n{\n\t\"ref\": \"A-102\",\n\t\"name\": \"Ana García\",\n\t\"born\": \"1980-04-02\", \"site\": null,\n\t\"answered-by\": \"self\",\n\t\"answers\": {\"chest-pain\": 0, \"fever\": \"?\", \"age\": \"18-49\", \"leg-pain\": null}\n}\n",
	} {
		f, err := questions.Read(p, "f", strings.NewReader(text))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		want := questions.Person{Ref: "A-102", Name: "Ana García", Born: "1980-04-02", AnsweredBy: "self"}
		if f.Person != want {
			t.Errorf("%s: got %+v", name, f.Person)
		}
		for id, option := range map[string]string{"chest-pain": "no", "fever": "unsure", "age": "18-49", "leg-pain": ""} {
			if got := f.Answers.Option(id); got != option {
				t.Errorf("%s: %s is %q, want %q", name, id, got, option)
			}
		}
	}
}

// badfiles.txt holds, for each case, the file and exactly what is said about it.
func TestAWrongFileIsPointedAt(t *testing.T) {
	p := whole(t)
	data, err := os.ReadFile("testdata/badfiles.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range strings.Split(string(data), "\n=== ")[1:] {
		text, want, ok := strings.Cut(c, "\n--- ")
		if !ok {
			t.Fatalf("no --- line in %q", c)
		}
		name, text, _ := strings.Cut(text, "\n")
		t.Run(name, func(t *testing.T) { refused(t, p, text, strings.TrimSpace(want)) })
	}
}

func TestWhatIsNoTextIsPointedAt(t *testing.T) {
	p := whole(t)
	for _, c := range [][2]string{
		{"ref: 1\nname: Jos\xe9\n", "f.yaml:2: not valid UTF-8"},
		{"\xff\xfer\x00e\x00f\x00", "f.yaml:1: not valid UTF-8"},
		{"ref: 1\nname: a\x00b\n", "f.yaml:2: has a control character, U+0000"},
		{"ref: 1\nname: a\u0085b\n", "f.yaml:2: has a control character, U+0085"},
		{"ref: 1\nname: a\u202eb\n", "f.yaml:2: name: has a character that cannot be printed, U+202E"},
		{"", "f.yaml: nothing in it"},
		{"\ufeff \r\n\t", "f.yaml: nothing in it"},
		{"# only a remark\n", "f.yaml: nothing in it"},
		{"---\n", "f.yaml: nothing in it"},
		{"name: " + strings.Repeat("x", 61), "f.yaml:1: name: 61 characters long; 60 fit on the paper"},
		{"#" + strings.Repeat("x", 1<<20), "f.yaml: larger than 1 MiB, the limit of one answers file"},
		{`{"name": "\ud800"}`, "f.yaml:1: name: has a character that cannot be printed, U+FFFD"},
		{`{"name": "a\u0000"}`, "f.yaml:1: name: has a character that cannot be printed, U+0000"},
		{"answers: " + strings.Repeat("[", 100), "f.yaml:1: not YAML: did not find expected node content"},
		{strings.Repeat(`{"a":`, 100), "f.yaml:1: not JSON: unexpected end of JSON input"},
	} {
		refused(t, p, c[0], c[1])
	}
}

func refused(t *testing.T, p *protocol.Protocol, text, want string) {
	t.Helper()
	_, err := questions.Read(p, "f.yaml", strings.NewReader(text))
	if err == nil {
		t.Errorf("read without an error; want %s", want)
	} else if err.Error() != want {
		t.Errorf("got  %s\nwant %s", err, want)
	}
	var problem *questions.Problem
	if err != nil && !errors.As(err, &problem) {
		t.Errorf("%T is not a Problem", err)
	}
}

func FuzzRead(f *testing.F) {
	p := whole(f)
	var template bytes.Buffer
	if err := questions.List(&template, "yaml", p, p.Words("en")); err != nil {
		f.Fatal(err)
	}
	bad, err := os.ReadFile("testdata/badfiles.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range strings.Split(string(bad), "\n=== ") {
		f.Add([]byte(s))
	}
	f.Add(template.Bytes())
	f.Add([]byte(`{"ref":"A","answers":{"fever":"no","age":"18-49","chest-pain":true}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := questions.Read(p, "f", bytes.NewReader(data))
		if err != nil {
			var problem *questions.Problem
			if !errors.As(err, &problem) || strings.ContainsAny(err.Error(), "\n\x1b") {
				t.Fatalf("%T %q", err, err)
			}
			return
		}
		var b bytes.Buffer
		if err := questions.Write(&b, got); err != nil {
			t.Fatal(err)
		}
		again, err := questions.Read(p, "f", &b)
		if err != nil || again.Person != got.Person || !slices.Equal(again.Answers.Values(), got.Answers.Values()) {
			t.Fatalf("%v: %+v is read back as %+v", err, got, again)
		}
	})
}

// TestLinesOfJSONAreCountedOnce keeps the line right over many tokens and blank lines, and a full file
// as large as one may be from taking long: its lines are not counted again for each token.
func TestLinesOfJSONAreCountedOnce(t *testing.T) {
	p := whole(t)
	for _, blank := range []int{0, 3, 200_000} {
		text := "{" + strings.Repeat("\n", blank) + "\"answers\": {\n\"fever\": \"no\",\n\n\"chest-pain\":\n\"perhaps\"}, \"x\": [" + strings.Repeat("1,\n", 200_000) + "1]}"
		var problem *questions.Problem
		if _, err := questions.Read(p, "a.json", strings.NewReader(text)); !errors.As(err, &problem) || problem.ID != "chest-pain" || problem.Line != blank+5 {
			t.Errorf("%d: %v", blank, err)
		}
	}
}
