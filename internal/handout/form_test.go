package handout_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"backcare/content"
	"backcare/internal/handout"
	"backcare/internal/overlay"
	"backcare/internal/protocol"
	"backcare/internal/questions"
)

// rows are the questions of a form.
func rows(doc handout.Document) (out []handout.QuestionRow) {
	for _, b := range doc.Blocks {
		if q, ok := b.(handout.Questions); ok {
			out = append(out, q.Rows...)
		}
	}
	return out
}

func legend(t *testing.T, doc handout.Document) handout.Legend {
	for _, b := range doc.Blocks {
		if l, ok := b.(handout.Legend); ok {
			return l
		}
	}
	t.Fatal("no legend")
	return handout.Legend{}
}

func TestTheFormMarksWhatAloneIsAnEmergencyOrForToday(t *testing.T) {
	want := map[handout.Shape]string{
		handout.Solid:  "chest-pain sudden-onset major-trauma pregnancy-warning saddle-numbness bladder-change bowel-change sexual-change both-legs leg-weakness-worse aneurysm",
		handout.Hollow: "foot-drop fever unwell recent-infection band-pain belly-pulse belly-pain urine-blood calf-swelling",
	}
	for _, d := range authors(t) {
		got := map[handout.Shape][]string{}
		for _, r := range rows(d.Form()) {
			got[r.Sign.Shape] = append(got[r.Sign.Shape], r.Key)
			if (r.Sign.Shape == handout.NoShape) != (r.Sign.Words == "") {
				t.Errorf("%s: %s has a sign of shape %d that says %q", d.Words.Lang, r.Key, r.Sign.Shape, r.Sign.Words)
			}
			for _, o := range r.Options {
				if o.Sign != (handout.Sign{}) {
					t.Errorf("%s: %s: %q has a sign", d.Words.Lang, r.Key, o.Text)
				}
			}
		}
		for shape, ids := range want {
			if s := strings.Join(got[shape], " "); s != ids {
				t.Errorf("%s: sign %d stands on\n%s\nand not on\n%s", d.Words.Lang, shape, s, ids)
			}
		}
		if l := legend(t, d.Form()); l.Items[0].Sign.Shape != handout.Solid || l.Items[1].Sign.Shape != handout.Hollow {
			t.Errorf("%s: the signs are not told", d.Words.Lang)
		}
	}
}

// TestNoEmergencyIsLeftOutOfTheForm holds the marks and the numbers of the legend against the rules:
// whoever goes by the paper alone is told of each emergency that the rules know of.
func TestNoEmergencyIsLeftOutOfTheForm(t *testing.T) {
	for _, d := range authors(t) {
		marked := map[string]bool{}
		number := map[string]int{}
		for i, r := range rows(d.Form()) {
			marked[r.Key] = r.Sign.Shape == handout.Solid
			if number[r.Key] = r.Number; r.Number != i+1 {
				t.Errorf("%s: row %d has the number %d", d.Words.Lang, i+1, r.Number)
			}
		}
		items := legend(t, d.Form()).Items
		together := items[len(items)-1].Text.String()
		for _, r := range d.Protocol.Rules {
			if r.Urgency != protocol.Emergency {
				continue
			}
			for _, c := range r.Positive {
				told := false
				for id := range c {
					told = told || marked[id]
				}
				if told {
					continue
				}
				if d.Words.Form.Pairs[r.ID] == "" {
					t.Errorf("%s: form.pairs has no %s", d.Words.Lang, r.ID)
				}
				for _, term := range r.When.All {
					if n := number[d.Protocol.Questions[term.Question].ID]; !strings.Contains(together, fmt.Sprint(n)) {
						t.Errorf("%s: %q does not name line %d of %s", d.Words.Lang, together, n, r.ID)
					}
				}
			}
		}
		if strings.Contains(together, "{") || !strings.Contains(together, "11–13, 26") {
			t.Errorf("%s: numbers are missing: %q", d.Words.Lang, together)
		}
	}
}

// stricter is the content under a pack that raises a rule, an answer and the lack of one, and that
// adds an emergency of two answers.
const stricter = `
rules:
- id: calf-now
  urgency: emergency
  any: [calf-swelling=yes]
  sources: [ng59]
  positive: [{calf-swelling: yes}]
  negative: [{calf-swelling: no}]
- id: strong
  urgency: emergency
  any: [pain-level=severe]
  sources: [ng59]
  positive: [{pain-level: severe}]
  negative: [{pain-level: mild}]
- id: no-better
  urgency: same-day
  any: [improving=no]
  sources: [ng59]
  positive: [{improving: no}]
  negative: [{improving: yes}]
- id: thin-and-thin
  urgency: emergency
  all: [weight-loss=yes]
  any: [night-pain=yes, age=70-plus]
  sources: [ng59]
  positive: [{weight-loss: yes, night-pain: yes}]
  negative: [{weight-loss: yes}]
`

const stricterWords = `
lang: en
rules:
  calf-now: {possible: "a", why: "A."}
  strong: {possible: "a", why: "A."}
  no-better: {possible: "a", why: "A."}
  thin-and-thin: {possible: "a", why: "A."}
`

func TestAPackThatIsStricterIsMarkedSo(t *testing.T) {
	p, err := overlay.Load(content.Files, &protocol.Folder{Files: fstest.MapFS{
		"pack.yaml":      {Data: []byte("pack: {name: test, version: \"1\"}\n")},
		"screening.yaml": {Data: []byte(stricter)},
		"words/en.yaml":  {Data: []byte(stricterWords)},
	}, Name: "test"}, "en")
	if err != nil {
		t.Fatal(err)
	}
	d := handout.Author{Protocol: p, Words: p.Words("en"), Tool: "test"}
	byKey := map[string]handout.QuestionRow{}
	for _, r := range rows(d.Form()) {
		byKey[r.Key] = r
	}
	if byKey["calf-swelling"].Sign.Shape != handout.Solid {
		t.Error("a rule of the pack is not marked")
	}
	shapes := func(key string) (out []handout.Shape) {
		for _, o := range byKey[key].Options {
			out = append(out, o.Sign.Shape)
		}
		return out
	}
	if got := shapes("pain-level"); !slices.Equal(got, []handout.Shape{0, 0, handout.Solid}) {
		t.Errorf("the choices are marked %v", got)
	}
	if got := shapes("improving"); !slices.Equal(got, []handout.Shape{0, handout.Hollow, handout.Hollow}) {
		t.Errorf("a no that counts is marked %v", got)
	}
	items := legend(t, d.Form()).Items
	number := func(id string) int { q, _ := p.Question(id); return q.Index + 1 }
	want := fmt.Sprintf("weight loss (%d) + night pain (%d) / age: 70 or over (%d)", number("weight-loss"), number("night-pain"), number("age"))
	if s := items[len(items)-1].Text.String(); !strings.Contains(s, want) {
		t.Errorf("two answers of a pack are not told: %s", s)
	}
}

func TestWhoFillsTheFormInIsWhatAnAnswersFileKnows(t *testing.T) {
	for _, d := range authors(t) {
		asked := 0
		for _, b := range d.Form().Blocks {
			if who, ok := b.(handout.Blanks); ok && who.Choice != "" {
				if asked++; len(who.Options) != len(questions.Answerers()) {
					t.Errorf("%s: %v to tick", d.Words.Lang, who.Options)
				}
			}
		}
		if asked != 1 {
			t.Errorf("%s: asked %d times who filled it in", d.Words.Lang, asked)
		}
	}
}
