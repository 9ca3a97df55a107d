package triage_test

import (
	"slices"
	"strings"
	"testing"

	"backcare/internal/protocol"
	"backcare/internal/triage"
)

// course are the questions whose answers the rules combine with all others.
var course = strings.Fields("age duration improving pain-level")

// Every course, and with each every two other answers, yes or not sure, against the table. That is
// all there is to know: neither the table nor a rule asks for more than two answers besides the
// course, which the next test holds, so any other answers give the highest of what their pairs give.
func TestEveryTwoAnswersWithEveryCourseAgreeWithTheTable(t *testing.T) {
	p := load(t)
	var others, places []int
	for i, q := range p.Questions {
		switch {
		case slices.Contains(course, q.ID):
			places = append(places, i)
		case !q.Choice():
			others = append(others, i)
		}
	}
	tried, wrong := 0, 0
	each(p, p.Baseline(), places, func(values []protocol.Answer) {
		options := map[string]string{}
		for _, i := range places {
			options[p.Questions[i].ID] = p.Questions[i].Option(values[i])
		}
		is := func(id string, list ...string) bool { return slices.Contains(list, options[id]) }
		try := func(a, b int) {
			want := table(func(id string) bool { return id == p.Questions[a].ID || id == p.Questions[b].ID }, is)
			for _, how := range [][2]string{{"yes", "yes"}, {"yes", "unsure"}, {"unsure", "yes"}, {"unsure", "unsure"}} {
				set(t, p, values, a, how[0])
				set(t, p, values, b, how[1])
				tried++
				if got := triage.Urgency(answers(t, p, values)); got != want && wrong < 10 {
					wrong++
					t.Errorf("%v: urgency %q, table says %q", named(answers(t, p, values)), got, want)
				}
			}
			values[a], values[b] = p.Questions[a].Baseline, p.Questions[b].Baseline
		}
		for n, a := range others {
			for _, b := range others[n:] { // with itself: that answer alone
				try(a, b)
			}
		}
		if got, want := triage.Urgency(answers(t, p, values)), table(func(string) bool { return false }, is); got != want {
			t.Errorf("%v: urgency %q, table says %q", options, got, want)
		}
	})
	if courses := 5 * 4 * 3 * 3; tried != courses*4*len(others)*(len(others)+1)/2 || len(others) < 44 {
		t.Errorf("%d cases of %d questions are not all", tried, len(others))
	}
}

func set(t *testing.T, p *protocol.Protocol, values []protocol.Answer, i int, option string) {
	a, err := p.Questions[i].Answer(option)
	if err != nil {
		t.Fatal(err)
	}
	values[i] = a
}

func TestNoRuleAsksForMoreThanTwoAnswersBesidesTheCourse(t *testing.T) {
	p := load(t)
	besides := func(term protocol.Term) bool { return !slices.Contains(course, p.Questions[term.Question].ID) }
	for _, r := range p.Rules {
		needs := 0
		for _, term := range r.When.All {
			if besides(term) {
				needs++
			}
		}
		if slices.ContainsFunc(r.When.Any, besides) {
			needs++
		}
		if needs > 2 || len(r.When.None) > 0 {
			t.Errorf("%s asks for %d answers: pairs no longer show all it does", r.ID, needs)
		}
	}
}
