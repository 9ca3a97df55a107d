package handout_test

import (
	"time"

	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"backcare/internal/handout"
	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// noteOf is the English note for calm answers but for some, "id=option", without those after "-id".
func noteOf(t testing.TB, but ...string) (handout.Document, triage.Referral, handout.Author) {
	t.Helper()
	d := english(t)
	values := d.Protocol.Baseline()
	for _, b := range but {
		id, option, _ := strings.Cut(b, "=")
		q, ok := d.Protocol.Question(strings.TrimPrefix(id, "-"))
		if !ok {
			t.Fatal(b)
		}
		values[q.Index] = 0
		if option != "" {
			var err error
			if values[q.Index], err = q.Answer(option); err != nil {
				t.Fatal(err)
			}
		}
	}
	a, err := protocol.AnswersOf(d.Protocol, values)
	if err != nil {
		t.Fatal(err)
	}
	o, err := triage.Decide(a, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	r, ok := o.(triage.Referral)
	if !ok {
		t.Fatal("no referral")
	}
	return d.Document(r, questions.Person{}), r, d
}

// groups are the lists of the assessment: heading, lead and item of each.
func groups(doc handout.Document) (out []string) {
	heading := ""
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case handout.Heading:
			heading = b.Text
		case handout.List:
			for _, it := range b.Items {
				if b.Lead != "" && strings.Contains(heading, "(") {
					out = append(out, heading+" / "+b.Lead+" / "+it.String())
				}
			}
		}
	}
	return out
}

func TestAnswersStandByTheUrgencyTheyGave(t *testing.T) {
	doc, _, _ := noteOf(t, "disc-herniation=yes", "leg-pain=yes", "weight-loss=yes", "fever=unsure", "infection-risk=yes", "calf-swelling=yes", "night-pain=unsure")
	got := strings.Join(groups(doc), "\n")
	want := strings.Join([]string{
		"Yes (5) / Emergency / Shooting pain down one leg, to the knee or below",
		"Yes (5) / Emergency / Infection risk: diabetes, immune deficiency or suppression, transplant or sickle cell disease",
		"Yes (5) / Same day / New swelling of one or both legs, or a hot or tender calf",
		"Yes (5) / Within 2 weeks / Unintended weight loss",
		"Yes (5) / Other / Told of a herniated disc",
		"Not sure (2) / Emergency / Fever, shivers or night sweats since onset",
		"Not sure (2) / Within 2 weeks / Pain wakes them at night and keeps them awake",
	}, "\n")
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestNoAnswerStandsUnderLessThanItGave holds for all answers what the test above holds for some.
func TestNoAnswerStandsUnderLessThanItGave(t *testing.T) {
	d := english(t)
	rapid.Check(t, func(rt *rapid.T) {
		r, ok := outcome(rt, d.Protocol).(triage.Referral)
		if !ok {
			return
		}
		listed := strings.Join(groups(d.Document(r, questions.Person{})), "\n") + "\n"
		for _, f := range r.Fired {
			if !f.Rule.Urgency.Refers() {
				continue
			}
			for _, b := range f.Because {
				item := d.Words.Questions[b.Question.ID].Note
				if b.Question.Choice() {
					item += ": " + d.Words.Answer(b.Question, b.Question.Option(b.Answer))
				}
				found := false
				for u := f.Rule.Urgency; u <= protocol.Emergency; u++ {
					name := d.Words.Urgencies[u.String()].Name
					found = found || strings.Contains(listed, fmt.Sprintf(" / %s%s / %s\n", strings.ToUpper(name[:1]), name[1:], item))
				}
				if !found {
					rt.Fatalf("%s made %s fire and does not stand by its urgency in\n%s", b, f.Rule.ID, listed)
				}
			}
		}
	})
}

func TestWhatIsLessUrgentIsNotForgotten(t *testing.T) {
	doc, _, d := noteOf(t, "saddle-numbness=yes", "calf-swelling=yes", "weight-loss=unsure")
	text := flat(doc.Text(300))
	for _, s := range []string{
		"Answers suggest possible cauda equina syndrome; needs emergency assessment now.",
		"Also possible – same day: deep vein thrombosis or other cause of leg swelling\u00a0· within 2 weeks: systemic illness with back pain.",
		"Please assess now, as an emergency. - " + d.Words.Rules["cauda-equina"].Request + " Also: - " + d.Words.Rules["calf-swelling"].Request + " - " + d.Words.Rules["weight-loss"].Request,
	} {
		if !strings.Contains(text, s) {
			t.Errorf("%q is missing in\n%s", s, text)
		}
	}
	doc, _, d = noteOf(t, "fever=yes", "infection-risk=yes")
	if text := flat(doc.Text(300)); strings.Contains(text, "Also") || strings.Contains(text, d.Words.Rules["fever"].Request) {
		t.Errorf("fever alone tells nothing that fever with a risk does not, and stands as something else possible:\n%s", text)
	}
	if text := flat(doc.Text(300)); !strings.Contains(text, "Same day: infection, spinal or renal (fever).") {
		t.Errorf("the rule fired, and is not named:\n%s", text)
	}
}

func TestTheCourseStandsAmongTheAnswersWhereItCounts(t *testing.T) {
	doc, _, _ := noteOf(t, "improving=unsure", "duration=6-12-weeks", "pain-level=severe", "age=70-plus", "minor-trauma=yes")
	got := strings.Join(groups(doc), "\n")
	for _, s := range []string{"Same day / Age band: 70 or over", "Planned / Duration of this episode: 6 to 12 weeks", "Not sure (1) / Planned / Not getting better", "Within 2 weeks / Pain now, out of 10: Strong (7 to 10)"} {
		if !strings.Contains(got, s) {
			t.Errorf("%q is missing in\n%s", s, got)
		}
	}
	doc, _, _ = noteOf(t, "leg-pain=yes", "age=50-69", "duration=over-12-weeks")
	if got := groups(doc); len(got) != 1 {
		t.Errorf("an age and a duration that no rule asked for stand among the answers: %q", got)
	}
}

func TestThatNothingIsPositiveIsSaid(t *testing.T) {
	doc, _, _ := noteOf(t, "foot-drop=unsure")
	if text := doc.Text(80); !strings.Contains(text, "\nYes: none\n") {
		t.Errorf("it is not said in\n%s", text)
	}
	doc, _, _ = noteOf(t, "foot-drop=yes")
	if text := doc.Text(80); strings.Contains(text, "none") {
		t.Errorf("one is, and it is said that none is in\n%s", text)
	}
}

func TestASectionThatWasNotAskedIsNamed(t *testing.T) {
	doc, r, d := noteOf(t, "saddle-numbness=yes", "-calf-swelling", "-twist-sharp", "-age", "-duration", "-improving", "-pain-level")
	text := flat(doc.Text(2000))
	if want := "Not asked (6) swollen leg\u00a0· pain on turning\u00a0· whole sections: You and your pain"; !strings.Contains(text, want) {
		t.Errorf("%q is missing in\n%s", want, text)
	}
	if !strings.Contains(text, "Age:\u00a0not\u00a0asked") {
		t.Errorf("no age, and the background does not say so:\n%s", text)
	}
	for i := range d.Protocol.Questions { // whatever is open is named, by itself or by its section
		q := d.Protocol.Questions[i]
		if r.Answers.Get(i) == 0 && !strings.Contains(text, d.Words.Questions[q.ID].Short) && !strings.Contains(text, d.Words.Sections[d.Protocol.Sections[q.Section].ID].Title) {
			t.Errorf("%s is open and not named", q.ID)
		}
	}
}

func TestTheLineForANumberEndsItsParagraph(t *testing.T) {
	doc, _, _ := noteOf(t, "foot-drop=yes")
	for _, b := range doc.Blocks {
		if p, ok := b.(handout.Paragraph); ok && strings.Contains(p.Text.String(), "____") && !strings.HasSuffix(p.Text.String(), "____") {
			t.Errorf("a line to write on in the middle of %q", p.Text.String())
		}
	}
	if !strings.Contains(doc.Text(80), "Write\u00a0it\u00a0here:\u00a0____") {
		t.Error("no line to write the number on")
	}
}
