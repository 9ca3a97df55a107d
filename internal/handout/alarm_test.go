package handout_test

import (
	"slices"
	"strings"
	"testing"

	"backcare/internal/handout"
	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// lists are the alarms of a paper: what else is an emergency for this person, and what is for today.
func lists(d handout.Author, doc handout.Document) (now string, today []string) {
	title := d.Words.Warning.AlsoTitle
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case handout.Alert:
			switch {
			case b.Also:
				now = strings.Join(texts(b.Items), " · ")
			case b.Later:
				today = texts(b.Items)
			}
		case handout.List:
			switch {
			case b.Lead == title:
				now = strings.Join(texts(b.Items), " · ")
			case strings.HasPrefix(d.Words.Warning.TodayTitle, b.Lead[:min(len(b.Lead), 8)]) && b.Lead != d.Words.Warning.Title:
				today = texts(b.Items)
			}
		}
	}
	return now, today
}

func texts(list []handout.Text) (out []string) {
	for _, t := range list {
		out = append(out, t.String())
	}
	return out
}

// people are the baseline with every age, and with each of them every answer that changes a sheet or
// refers without being an emergency, alone.
func people(p *protocol.Protocol) (out []protocol.Case) {
	age, _ := p.Question("age")
	for _, a := range age.Options {
		out = append(out, protocol.Case{"age": a})
		for _, q := range p.Questions {
			for _, o := range q.Options {
				if q.ID != "age" && o != q.Option(q.Baseline) {
					out = append(out, protocol.Case{"age": a, q.ID: o})
				}
			}
		}
	}
	return out
}

func TestTheListsOfAPaperSayWhatTheRulesWouldDecide(t *testing.T) {
	d := english(t)
	p := d.Protocol
	for _, c := range people(p) {
		before := decided(t, p, c)
		now, today := lists(d, d.Document(before, questions.Person{}))
		for _, q := range p.Questions {
			if q.Sign == 0 || len(q.With) > 0 || c[q.ID] == q.Option(q.Sign) || c[q.ID] == protocol.Unsure {
				continue
			}
			with := protocol.Case{q.ID: q.Option(q.Sign)}
			for k, v := range c {
				if k != q.ID {
					with[k] = v
				}
			}
			name := d.Words.Questions[q.ID].Alarm
			urgency, was := urgency(decided(t, p, with)), urgency(before)
			switch inNow, inToday := strings.Contains(now, name), slices.Contains(today, name); {
			case inNow && inToday:
				t.Fatalf("%v: %q is both now and for today", c, name)
			case inNow && urgency != protocol.Emergency, inToday && urgency < protocol.SameDay:
				t.Fatalf("%v: %q is on a list, and the rules say %q", c, name, urgency)
			case urgency == protocol.Emergency && was != urgency && !q.Warned && !inNow:
				t.Fatalf("%v: %q would be an emergency, and the paper does not say so: %s", c, name, now)
			case urgency == protocol.SameDay && was < urgency && !inToday:
				t.Fatalf("%v: %q would be for today, and the paper does not say so: %q", c, name, today)
			case q.Warned && (inNow || inToday):
				t.Fatalf("%v: %q stands in the warning already", c, name)
			}
		}
	}
}

func TestSignsOfPregnancyAreToldToWhoMayBePregnantOnly(t *testing.T) {
	for _, d := range authors(t) {
		for _, c := range []struct {
			answer string
			told   bool
		}{{"yes", true}, {"unsure", true}, {"no", false}} {
			now, _ := lists(d, d.Document(decided(t, d.Protocol, protocol.Case{"pregnant": c.answer}), questions.Person{}))
			if told := strings.Contains(now, d.Words.Questions["pregnancy-warning"].Alarm); told != c.told {
				t.Errorf("%s: pregnant=%s, told: %t", d.Words.Lang, c.answer, told)
			}
		}
	}
}

func urgency(o triage.Outcome) protocol.Urgency {
	if r, ok := o.(triage.Referral); ok {
		return r.Urgency
	}
	return protocol.NoUrgency
}
