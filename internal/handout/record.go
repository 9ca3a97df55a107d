package handout

import (
	"encoding/json"
	"time"

	"backcare/internal/protocol"
	"backcare/internal/triage"
)

// Record is an outcome for machines; it carries nothing about the person.
type Record struct {
	Outcome  string       `json:"outcome"` // sheet or referral
	Urgency  string       `json:"urgency"` // empty for a sheet
	Rules    []RuleRecord `json:"rules"`
	Cautions []RuleRecord `json:"cautions"`
	Steps    []StepRecord `json:"steps"`
	NotAsked []string     `json:"not-asked"`
	Content  string       `json:"content"` // version of the content, and of a pack laid over it
	Date     string       `json:"date"`    // RFC 3339
}

// RuleRecord is a rule that fired, and the answers that made it.
type RuleRecord struct {
	ID      string   `json:"id"`
	Urgency string   `json:"urgency"`
	Because []string `json:"because"`
}

// StepRecord is a step and the form chosen for the answers.
type StepRecord struct {
	ID      string `json:"id"`
	Variant string `json:"variant"`
}

// Record is the outcome for machines.
func (d Author) Record(o triage.Outcome) Record {
	r := Record{Outcome: string(SheetKind), Content: d.Protocol.Edition(), Date: d.When.Format(time.RFC3339),
		Rules: []RuleRecord{}, Cautions: []RuleRecord{}, Steps: []StepRecord{}, NotAsked: []string{}}
	fired := func(list []triage.Fired) {
		for _, f := range list {
			out := RuleRecord{f.Rule.ID, f.Rule.Urgency.String(), []string{}}
			for _, b := range f.Because {
				out.Because = append(out.Because, b.String())
			}
			if f.Rule.Urgency == protocol.Caution {
				r.Cautions = append(r.Cautions, out)
			} else {
				r.Rules = append(r.Rules, out)
			}
		}
	}
	switch o := o.(type) {
	case triage.Referral:
		r.Outcome, r.Urgency = string(ReferralKind), o.Urgency.String()
		r.NotAsked = append(r.NotAsked, triage.Missing(o.Answers)...)
		fired(o.Fired)
	case triage.Routine:
		fired(o.Cautions())
		for _, s := range o.Steps() {
			r.Steps = append(r.Steps, StepRecord{s.Step.ID, s.Variant.ID})
		}
	}
	return r
}

// JSON is the record as indented JSON with a newline at its end.
func (r Record) JSON() ([]byte, error) {
	b, err := json.MarshalIndent(r, "", "  ")
	return append(b, '\n'), err
}
