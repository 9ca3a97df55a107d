package protocol_test

import (
	"testing"

	"backcare/internal/protocol"
)

// What a question can do follows from the rules: take its rules away, or give it one, and it is of another kind.
func TestKindFollowsFromTheRules(t *testing.T) {
	for id, want := range map[string]protocol.Kind{
		"fever": protocol.Stop, "twist-sharp": protocol.Stop, "weak-bones": protocol.CautionIf, "fluid-limit": protocol.Precaution,
		"age": protocol.Course, "improving": protocol.Course, "helper": protocol.Course,
	} {
		if q, _ := embedded(t).Question(id); q.Kind != want {
			t.Errorf("%s is of kind %s", id, q.Kind)
		}
	}
	files := everything(t)
	screening := files["screening.yaml"]
	screening.Data = append(screening.Data, "  - {id: fluid-limit-first, urgency: planned, any: [fluid-limit=yes], sources: [acsm], positive: [{fluid-limit: yes}], negative: [{}]}\n"...)
	p, err := protocol.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	if q, _ := p.Question("fluid-limit"); q.Kind != protocol.Stop {
		t.Errorf("with a rule that refers on it alone, fluid-limit is of kind %s", q.Kind)
	}
}
