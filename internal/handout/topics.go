package handout

import "slices"

// Topics are the ids of everything that Explain explains, sorted.
func (d Desk) Topics() (ids []string) {
	for i := range d.Pack.Questions {
		ids = append(ids, d.Pack.Questions[i].ID)
	}
	for i := range d.Pack.Rules {
		ids = append(ids, d.Pack.Rules[i].ID)
	}
	for i := range d.Pack.Steps {
		ids = append(ids, d.Pack.Steps[i].ID)
	}
	for i := range d.Pack.Myths {
		ids = append(ids, d.Pack.Myths[i].ID)
	}
	slices.Sort(ids)
	return slices.Compact(ids) // a rule is often called as its question
}
