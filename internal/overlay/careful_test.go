package overlay_test

import (
	"time"

	"io/fs"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"pgregory.net/rapid"

	"backcare/internal/overlay"
	"backcare/internal/protocol"
	"backcare/internal/triage"
)

// A random pack, some of it harmful. What the loader takes must be as careful as the content
// without it, for all answers.
func TestNoPackMakesAnOutcomeLessCareful(t *testing.T) {
	base, files := embedded(t, "en"), sketched(t)
	taken, refused := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		p, ok := careful(t, base, files, randomPack(t, base))
		if !ok {
			refused++
			return
		}
		taken++
		for range 20 {
			atLeastAsCareful(t, base, p, randomCase(t, p))
		}
	})
	if taken == 0 || refused == 0 {
		t.Errorf("%d packs taken, %d refused; the test needs both", taken, refused)
	}
}

// The same of every small change to every step, form, line, caution and place in the order.
func TestNoSmallEditMakesAnOutcomeLessCareful(t *testing.T) {
	base, files := embedded(t, "en"), sketched(t)
	var taken, refused atomic.Int32
	t.Run("all", func(t *testing.T) {
		for name, edit := range smallEdits(base) {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				if _, ok := careful(t, base, files, clinic(edit)); ok {
					taken.Add(1)
				} else {
					refused.Add(1)
				}
			})
		}
	})
	if taken.Load() < 30 || refused.Load() < 50 {
		t.Errorf("%d packs taken, %d refused; the test needs more of both", taken.Load(), refused.Load())
	}
}

// sketched is the embedded content with a line for each drawing, which loads in half the time.
func sketched(t *testing.T) fs.FS {
	files := everything(t)
	var figures strings.Builder
	figures.WriteString("figures:\n")
	for id := range embedded(t).Figures {
		figures.WriteString("- {id: " + id + ", draw: [{mat: {x: [2, 134], y: 66}}]}\n")
	}
	files["figures.yaml"].Data = []byte(figures.String())
	return files
}

// careful lays a pack, and holds all that it changes against the content without it. It is false
// when the pack is refused.
func careful(t rapid.TB, base *protocol.Protocol, files fs.FS, pack *protocol.Folder) (*protocol.Protocol, bool) {
	p, err := overlay.Load(files, pack, "en")
	if err != nil {
		return nil, false
	}
	sameSafetyWords(t, base, p)
	askedAsSoon(t, base, p)
	for _, c := range telling(base) {
		atLeastAsCareful(t, base, p, c)
	}
	return p, true
}

// telling are the answers near a decision: what each rule is to fire for, and every single answer,
// each with a helper and alone.
func telling(base *protocol.Protocol) (out []protocol.Case) {
	for _, r := range base.Rules {
		out = append(out, r.Positive...)
	}
	for _, q := range base.Questions {
		for _, o := range append(slices.Clone(q.Options), "") {
			out = append(out, protocol.Case{q.ID: o}, protocol.Case{"helper": "helper", q.ID: o})
		}
	}
	return out
}

func randomCase(t *rapid.T, p *protocol.Protocol) protocol.Case {
	c := protocol.Case{"helper": rapid.SampledFrom([]string{"helper", "alone"}).Draw(t, "helper")}
	for range rapid.IntRange(0, 5).Draw(t, "how many differ") {
		q := rapid.SampledFrom(p.Questions).Draw(t, "question")
		c[q.ID] = rapid.SampledFrom(q.Options).Draw(t, "option")
	}
	return c
}

// sameSafetyWords holds the texts that keep people safe. They are named here once more, by hand.
func sameSafetyWords(t rapid.TB, base, p *protocol.Protocol) {
	a, b := base.Words("en"), p.Words("en")
	if !reflect.DeepEqual(a.Warning, b.Warning) {
		t.Fatal("the warning changed")
	}
	safety := func(w *protocol.Words) []string {
		s := w.Sheet
		return []string{s.StopNow, s.StopWord, s.Pain.StepSome, s.Pain.StepMore, s.Pain.AfterMore, s.Pain.MorningWorse, s.Review, s.ReviewAt, w.Steps["warm-up"].Name, w.Steps["warm-up"].Variants["pack"].Stop,
			w.Steps["exhale"].Name, w.Steps["exhale"].Lines["press-out"], w.Steps["exhale"].Lines["limit"], w.Steps["hydrate-walk"].Lines["drink-limit"]}
	}
	if !slices.Equal(safety(a), safety(b)) {
		t.Fatalf("%q became %q", safety(a), safety(b))
	}
	for _, id := range []string{"range-check", "check", "psoas-release"} {
		was, is := a.Steps[id], b.Steps[id]
		if is.Why, is.Known = was.Why, was.Known; !reflect.DeepEqual(was, is) {
			t.Fatalf("the words of %s changed", id)
		}
	}
	for i := range base.Steps {
		s := &base.Steps[i]
		was, is := a.Steps[s.ID], b.Steps[s.ID]
		for j := range s.Variants {
			v := &s.Variants[j]
			if !leftAlone(s, v) {
				continue
			}
			if was.Name != is.Name || was.Variants[v.ID] != is.Variants[v.ID] {
				t.Fatalf("what is said of %s/%s changed", s.ID, v.ID)
			}
			for _, l := range v.Lines {
				if was.Lines[l.ID] != is.Lines[l.ID] {
					t.Fatalf("the line %s of %s/%s changed", l.ID, s.ID, v.ID)
				}
			}
			for _, f := range v.Figures {
				if a.Figures[f.ID] != b.Figures[f.ID] {
					t.Fatalf("what is said of the drawing %s changed", f.ID)
				}
			}
		}
	}
	for id, c := range a.Cautions {
		if with, ok := b.Cautions[id]; ok && (with.Line != c.Line || with.Touch != c.Touch) {
			t.Fatalf("what is said of %s changed", id)
		}
	}
}

// askedAsSoon holds that whatever is asked of everyone is asked in its old place: nothing of a pack
// comes before it.
func askedAsSoon(t rapid.TB, base, p *protocol.Protocol) {
	for _, old := range base.Questions {
		if q, _ := p.Question(old.ID); q.Index != old.Index && !base.Sections[old.Section].SheetOnly {
			t.Fatalf("%s is asked later", q.ID)
		}
	}
}

// atLeastAsCareful decides the answers of a case, put over the embedded baseline, with and without
// the pack.
func atLeastAsCareful(t rapid.TB, base, p *protocol.Protocol, c protocol.Case) {
	before, after := base.Baseline(), p.Baseline()
	for _, q := range p.Questions {
		answer := q.Baseline
		old, shared := base.Question(q.ID)
		if shared {
			answer = old.Baseline
		}
		if option, given := c[q.ID]; given {
			answer, _ = q.Answer(option)
		}
		after[q.Index] = answer
		if shared {
			before[old.Index] = answer
		}
	}
	without, with := of(t, base, before), of(t, p, after)
	if a, b := triage.Urgency(without), triage.Urgency(with); b < a {
		t.Fatalf("%v: urgency %v becomes %v", c, a, b)
	}
	outcome, err := triage.Decide(with, time.Time{}, "psoas-release")
	routine, ok := outcome.(triage.Routine)
	if err != nil || !ok {
		return
	}
	for _, q := range base.Questions {
		if a := without.Get(q.Index); q.Kind == protocol.Stop && (a == 0 || q.Positive(a) || q.IsUnsure(a)) {
			t.Fatalf("a sheet, although %s is %q", q.ID, q.Option(a))
		}
	}
	outcome, err = triage.Decide(without, time.Time{}, "psoas-release")
	calm, ok := outcome.(triage.Routine)
	if err != nil || !ok {
		t.Fatalf("%v: a sheet where there was none without the pack: %v", c, err)
	}
	asAlarmed(t, c, calm.Alarms(), routine.Alarms())
	old, given := byID(calm), byID(routine)
	for _, id := range []string{"range-check", "check"} {
		if _, ok := given[id]; !ok {
			t.Fatalf("%v: %s is left out", c, id)
		}
	}
	for i, s := range routine.Steps() {
		step, embedded := base.Step(s.Step.ID)
		was, ok := old[s.Step.ID]
		switch {
		case !embedded && s.Variant.HandsOn:
			t.Fatalf("%v: %s is hands-on", c, s.Step.ID)
		case !embedded && i <= slices.IndexFunc(routine.Steps(), func(o triage.Step) bool { return o.Step.ID == "range-check" }):
			t.Fatalf("%v: %s is done before the turn is checked", c, s.Step.ID)
		case embedded && !ok:
			t.Fatalf("%v: %s was left out before, and is given now", c, s.Step.ID)
		case embedded:
			asSafe(t, c, step, was, s)
		}
	}
}

// asAlarmed holds that every sign a person was told to look out for is told of still, no less urgently.
func asAlarmed(t rapid.TB, c protocol.Case, was, is triage.Alarms) {
	tells := func(list []*protocol.Question, id string) bool {
		return slices.ContainsFunc(list, func(q *protocol.Question) bool { return q.ID == id })
	}
	for _, q := range was.Now {
		if !tells(is.Now, q.ID) {
			t.Fatalf("%v: %s is no longer an emergency", c, q.ID)
		}
	}
	for _, q := range was.Today {
		if !tells(is.Now, q.ID) && !tells(is.Today, q.ID) {
			t.Fatalf("%v: %s is no longer for the same day", c, q.ID)
		}
	}
}

func byID(r triage.Routine) map[string]triage.Step {
	out := map[string]triage.Step{}
	for _, s := range r.Steps() {
		out[s.Step.ID] = s
	}
	return out
}

// asSafe holds one embedded step against itself under a pack: the same variant with the same drawing
// and at least the same lines, and if somebody is given it because of an answer, or it is hands-on, on
// request or mandatory, nothing else.
func asSafe(t rapid.TB, c protocol.Case, step *protocol.Step, was, is triage.Step) {
	n := len(was.Lines)
	switch {
	case was.Variant.ID != is.Variant.ID || was.Variant.HandsOn != is.Variant.HandsOn || was.Figure != is.Figure:
		t.Fatalf("%v: %s becomes %s %s", c, step.ID, is.Variant.ID, is.Figure)
	case len(is.Lines) < n || !slices.Equal(was.Lines, is.Lines[:n]):
		t.Fatalf("%v: the lines %v of %s become %v", c, was.Lines, step.ID, is.Lines)
	case leftAlone(step, was.Variant) && (was.Dose != is.Dose || len(is.Lines) > n):
		t.Fatalf("%v: %s is done otherwise", c, step.ID)
	}
}

// leftAlone is whether a pack must leave a variant as it is.
func leftAlone(s *protocol.Step, v *protocol.Variant) bool {
	return s.Mandatory || s.OnRequest || v.HandsOn || len(v.When.Any)+len(v.When.All) > 0
}

func of(t rapid.TB, p *protocol.Protocol, values []protocol.Answer) protocol.Answers {
	a, err := protocol.AnswersOf(p, values)
	if err != nil {
		t.Fatal(err)
	}
	return a
}
