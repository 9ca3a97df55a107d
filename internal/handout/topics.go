package handout

import "slices"

// Topics are the ids of everything that Explain explains, sorted.
func (d Author) Topics() (ids []string) {
	for i := range d.Protocol.Questions {
		ids = append(ids, d.Protocol.Questions[i].ID)
	}
	for i := range d.Protocol.Rules {
		ids = append(ids, d.Protocol.Rules[i].ID)
	}
	for i := range d.Protocol.Steps {
		ids = append(ids, d.Protocol.Steps[i].ID)
	}
	for i := range d.Protocol.Myths {
		ids = append(ids, d.Protocol.Myths[i].ID)
	}
	for _, e := range d.Protocol.Expect {
		ids = append(ids, e.ID)
	}
	ids = append(ids, painRuleTopic)
	slices.Sort(ids)
	return slices.Compact(ids) // a rule is often called as its question
}
