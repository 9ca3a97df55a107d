package triage_test

import (
	"errors"
	"time"

	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"backcare/content"
	"backcare/internal/protocol"
	"backcare/internal/triage"
)

func load(t testing.TB) *protocol.Protocol {
	t.Helper()
	p, err := protocol.Load(content.Files)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func answers(t testing.TB, p *protocol.Protocol, values []protocol.Answer) protocol.Answers {
	t.Helper()
	a, err := protocol.AnswersOf(p, values)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// table is CLINICAL.md section 3 read a second time, by hand, as code: the urgency for any
// complete answers. has is true for yes and unsure.
func table(has func(id string) bool, is func(id string, options ...string) bool) protocol.Urgency {
	any := func(ids ...string) bool { return slices.ContainsFunc(ids, has) }
	old, young := is("age", "50-69", "70-plus"), is("age", "under-16", "16-17")
	over70, severe, stuck := is("age", "70-plus"), is("pain-level", "severe"), !is("improving", "yes")
	switch {
	case any("saddle-numbness", "bladder-change", "bowel-change", "sexual-change", "both-legs", "leg-weakness-worse",
		"major-trauma", "chest-pain", "sudden-onset", "aneurysm", "pregnancy-warning"),
		has("cancer-history") && any("foot-drop", "leg-pain", "foot-numbness", "band-pain"),
		has("fever") && any("infection-risk", "recent-infection", "foot-drop", "leg-pain", "foot-numbness"),
		has("unwell") && any("infection-risk", "recent-infection", "cancer-history"),
		any("belly-pain", "belly-pulse") && (old || severe),
		has("urine-blood") && severe:
		return protocol.Emergency
	case any("fever", "unwell", "recent-infection", "foot-drop", "belly-pulse", "belly-pain", "urine-blood", "calf-swelling", "band-pain"),
		has("cancer-history") && (any("constant-pain", "night-pain", "weight-loss") || is("duration", "under-2-weeks", "2-6-weeks") || stuck || severe),
		(has("weak-bones") || over70) && any("minor-trauma", "shape-change"),
		has("blood-thinner") && (any("minor-trauma", "leg-pain", "foot-numbness") || severe),
		has("constant-pain") && severe,
		young && severe,
		has("upper-back") && severe && old:
		return protocol.SameDay
	case any("cancer-history", "weight-loss", "constant-pain", "shape-change"),
		has("night-pain") && (old || young || any("infection-risk", "inflammatory-pattern", "inflammatory-history")),
		has("infection-risk") && stuck && !is("duration", "under-2-weeks"),
		has("minor-trauma") && is("age", "50-69") && stuck,
		severe && (over70 || any("leg-pain", "foot-numbness")):
		return protocol.TwoWeeks
	case any("leg-pain", "foot-numbness", "slipped-vertebra", "spine-surgery", "hypermobility", "inflammatory-pattern",
		"inflammatory-history", "upper-back", "routine-failed", "twist-sharp"),
		young, severe, over70 && stuck, has("blood-thinner") && stuck,
		stuck && is("duration", "6-12-weeks", "over-12-weeks"):
		return protocol.Planned
	case old, any("night-pain", "infection-risk", "weak-bones", "minor-trauma", "disc-herniation", "always-cracking",
		"blood-thinner", "pregnant", "cannot-lie-front", "kneeling-trouble", "head-down-trouble", "belly-condition",
		"skin-trouble", "fluid-limit", "unsteady"):
		return protocol.Caution
	}
	return protocol.NoUrgency
}

func fromTable(a protocol.Answers) protocol.Urgency {
	return table(
		func(id string) bool { o := a.Option(id); return o == "yes" || o == "unsure" },
		func(id string, options ...string) bool { return slices.Contains(options, a.Option(id)) })
}

// stops are the questions of CLINICAL.md on whose positive answer alone nobody gets a sheet.
var stops = strings.Fields(`chest-pain sudden-onset major-trauma pregnancy-warning saddle-numbness bladder-change
	bowel-change sexual-change both-legs leg-weakness-worse foot-drop leg-pain foot-numbness fever unwell recent-infection
	cancer-history weight-loss constant-pain band-pain aneurysm belly-pulse belly-pain urine-blood calf-swelling shape-change
	slipped-vertebra spine-surgery hypermobility inflammatory-pattern inflammatory-history upper-back routine-failed twist-sharp`)

func TestStopQuestionsAreThoseOfTheContract(t *testing.T) {
	var got []string
	for _, q := range load(t).Questions {
		if q.Kind == protocol.Stop {
			got = append(got, q.ID)
		}
	}
	if !slices.Equal(slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(stops))) {
		t.Errorf("stop questions %v, contract %v", got, stops)
	}
}

func each(p *protocol.Protocol, values []protocol.Answer, places []int, try func([]protocol.Answer)) {
	if len(places) == 0 {
		try(values)
		return
	}
	for a := protocol.Answer(1); int(a) <= len(p.Questions[places[0]].Options); a++ {
		values[places[0]] = a
		each(p, values, places[1:], try)
	}
}

func named(a protocol.Answers) (out []string) {
	base := a.Protocol().Baseline()
	for i, q := range a.Protocol().Questions {
		if a.Get(i) != base[i] {
			out = append(out, q.ID+"="+q.Option(a.Get(i)))
		}
	}
	return out
}

// draw gives answers anywhere between all calm and all wild, some of them missing.
func draw(t *rapid.T, p *protocol.Protocol, missing bool) []protocol.Answer {
	values := p.Baseline()
	wild := rapid.IntRange(0, len(values)).Draw(t, "how many differ")
	for range wild {
		i := rapid.IntRange(0, len(values)-1).Draw(t, "question")
		low := 1
		if missing {
			low = 0
		}
		values[i] = protocol.Answer(rapid.IntRange(low, len(p.Questions[i].Options)).Draw(t, p.Questions[i].ID))
	}
	return values
}

func TestUrgencyAgreesWithTheTableForAllAnswers(t *testing.T) {
	p := load(t)
	rapid.Check(t, func(rt *rapid.T) {
		a := answers(t, p, draw(rt, p, false))
		if got, want := triage.Urgency(a), fromTable(a); got != want {
			rt.Fatalf("%v: urgency %q, table says %q", named(a), got, want)
		}
	})
}

func TestPositiveUnsureOrMissingStopAnswerNeverYieldsRoutine(t *testing.T) {
	p := load(t)
	rapid.Check(t, func(rt *rapid.T) {
		values := draw(rt, p, true)
		q, _ := p.Question(rapid.SampledFrom(stops).Draw(rt, "stop question"))
		option := rapid.SampledFrom([]string{"", "yes", "unsure"}).Draw(rt, "answer")
		values[q.Index] = 0
		if option != "" {
			values[q.Index], _ = q.Answer(option)
		}
		out, err := triage.Decide(answers(t, p, values), time.Time{}, "psoas-release")
		switch out.(type) {
		case triage.Routine:
			rt.Fatalf("%s=%q gave a routine", q.ID, option)
		case triage.Referral:
		default:
			if option != "" || err == nil {
				rt.Fatalf("%s=%q gave neither a referral nor a reason: %v", q.ID, option, err)
			}
		}
	})
}

func TestAnyMissingAnswerNeverYieldsRoutine(t *testing.T) {
	p := load(t)
	for i := range p.Questions {
		values := p.Baseline()
		values[i] = 0
		out, err := triage.Decide(answers(t, p, values), time.Time{})
		missing, ok := err.(triage.Incomplete)
		if out != nil || !ok || !slices.Equal(missing.Missing, []string{p.Questions[i].ID}) {
			t.Errorf("without %s: %v, %v", p.Questions[i].ID, out, err)
		}
	}
}

func TestOldAnswersNeverYieldARoutineAndAReferralIsWrittenAllTheSame(t *testing.T) {
	p := load(t)
	today := time.Date(2026, 11, 26, 23, 30, 0, 0, time.FixedZone("", -5*3600))
	rapid.Check(t, func(rt *rapid.T) {
		a := answers(t, p, draw(rt, p, true))
		days := rapid.IntRange(-1, 400).Draw(rt, "days ago")
		fresh, freshErr := triage.Decide(a, today)
		got, err := triage.Decide(a.Given(today.AddDate(0, 0, -days)), today)
		_, refers := fresh.(triage.Referral)
		switch {
		case refers || days <= 7:
			if describe(got, err) != describe(fresh, freshErr) {
				rt.Fatalf("%d days old: %s instead of %s", days, describe(got, err), describe(fresh, freshErr))
			}
		case !errors.As(err, new(triage.Stale)):
			rt.Fatalf("%d days old: %s", days, describe(got, err))
		}
	})
}

func TestAMissingAgeOrPainCountsAsTheMoreUrgentInAReferral(t *testing.T) {
	p := load(t)
	for _, c := range []struct {
		answers protocol.Case
		missing string
		want    protocol.Urgency
	}{
		{protocol.Case{"belly-pain": "yes"}, "age", protocol.Emergency},
		{protocol.Case{"belly-pain": "yes"}, "pain-level", protocol.Emergency},
		{protocol.Case{"urine-blood": "unsure"}, "pain-level", protocol.Emergency},
		{protocol.Case{"shape-change": "yes"}, "age", protocol.SameDay},
		{protocol.Case{"leg-pain": "yes"}, "pain-level", protocol.TwoWeeks},
		{protocol.Case{"hypermobility": "yes"}, "age", protocol.Planned}, // no answer has a part in what age alone would say
	} {
		values := p.Over(c.answers)
		q, _ := p.Question(c.missing)
		values[q.Index] = 0
		o, err := triage.Decide(answers(t, p, values), time.Time{})
		r, ok := o.(triage.Referral)
		if err != nil || !ok || r.Urgency != c.want {
			t.Errorf("%v without %s: %s, want %s", c.answers, c.missing, describe(o, err), c.want)
		}
	}
	// without a referral it stays an error
	values := p.Baseline()
	q, _ := p.Question("age")
	values[q.Index] = 0
	if _, err := triage.Decide(answers(t, p, values), time.Time{}); !errors.As(err, new(triage.Incomplete)) {
		t.Error(err)
	}
}

func TestRaisingAnAnswerNeverLowersUrgency(t *testing.T) {
	p := load(t)
	rapid.Check(t, func(rt *rapid.T) {
		values := draw(rt, p, true)
		before := triage.Urgency(answers(t, p, slices.Clone(values)))
		i := rapid.IntRange(0, len(values)-1).Draw(rt, "raised")
		q := &p.Questions[i]
		if q.Choice() && values[i] != 0 {
			return // a choice has no up and down
		}
		if q.Choice() {
			values[i] = protocol.Answer(rapid.IntRange(1, len(q.Options)).Draw(rt, "choice"))
		} else {
			values[i], _ = q.Answer(rapid.SampledFrom([]string{q.Worrying, protocol.Unsure}).Draw(rt, "answer"))
		}
		if after := triage.Urgency(answers(t, p, values)); after < before {
			rt.Fatalf("%s raised: urgency fell from %q to %q", q.ID, before, after)
		}
	})
}

func TestSameAnswersInAnyOrderGiveTheSameOutcome(t *testing.T) {
	p := load(t)
	rapid.Check(t, func(rt *rapid.T) {
		values := draw(rt, p, true)
		want, wantErr := triage.Decide(answers(t, p, values), time.Time{})
		order := rand.New(rand.NewPCG(uint64(rapid.Int64().Draw(rt, "seed")), 1)).Perm(len(values))
		a := protocol.NoAnswers(p)
		for _, i := range order {
			var err error
			if a, err = a.With(p.Questions[i].ID, p.Questions[i].Option(values[i])); err != nil {
				rt.Fatal(err)
			}
		}
		got, gotErr := triage.Decide(a, time.Time{})
		if describe(got, gotErr) != describe(want, wantErr) {
			rt.Fatalf("order mattered:\n%s\n%s", describe(got, gotErr), describe(want, wantErr))
		}
	})
}

func describe(o triage.Outcome, err error) string {
	var b strings.Builder
	list := func(fired []triage.Fired) {
		for _, f := range fired {
			b.WriteString(f.Rule.ID)
			for _, because := range f.Because {
				b.WriteString(" " + because.String())
			}
			b.WriteString("\n")
		}
	}
	switch o := o.(type) {
	case triage.Referral:
		b.WriteString(o.Urgency.String() + "\n")
		list(o.Fired)
	case triage.Routine:
		list(o.Cautions())
		for _, s := range o.Steps() {
			b.WriteString(s.Step.ID + "/" + s.Variant.ID + " " + s.Dose + " " + strings.Join(s.Lines, " ") + "\n")
		}
	default:
		b.WriteString(err.Error())
	}
	return b.String()
}

func TestOpenAsksNothingMoreInAnEmergencyAndNoRangeForAReferral(t *testing.T) {
	p := load(t)
	rapid.Check(t, func(rt *rapid.T) {
		a := answers(t, p, draw(rt, p, true))
		open := triage.Open(a)
		urgency := triage.Urgency(a)
		for _, i := range open {
			if a.Get(i) != 0 {
				rt.Fatalf("%s is asked twice", p.Questions[i].ID)
			}
			if urgency == protocol.Emergency {
				rt.Fatalf("%s is asked in an emergency", p.Questions[i].ID)
			}
			if urgency.Refers() && p.Sections[p.Questions[i].Section].SheetOnly {
				rt.Fatalf("%s is asked though it is a referral", p.Questions[i].ID)
			}
		}
		if len(open) == 0 {
			if _, err := triage.Decide(a, time.Time{}); err != nil {
				rt.Fatalf("nothing left to ask, and yet: %v", err)
			}
		}
	})
}

func TestZeroRoutineHoldsNothing(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a routine that Decide did not make gave its steps")
		}
	}()
	triage.Routine{}.Steps()
}
