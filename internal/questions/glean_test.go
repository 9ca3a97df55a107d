package questions_test

import (
	"time"

	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// forms are an answers file as people and programs write it, with some answers over the calm ones.
func forms(t *testing.T, p *protocol.Protocol, over map[string]string) map[string]string {
	t.Helper()
	var list bytes.Buffer
	if err := questions.List(&list, "yaml", p, p.Words("en")); err != nil {
		t.Fatal(err)
	}
	filled, short := list.String(), "ref: \"A #1\"\nanswers:\n"
	var pairs []string
	for i, a := range p.Baseline() {
		q := &p.Questions[i]
		option := q.Option(a)
		if o := over[q.ID]; o != "" {
			option = o
		}
		filled = strings.Replace(filled, "\n  "+q.ID+":\n", "\n  "+q.ID+": "+option+"\n", 1)
		short += fmt.Sprintf("  %s: %s\n", q.ID, option)
		pairs = append(pairs, fmt.Sprintf("%q:%q", q.ID, option))
	}
	flat := `{"ref":"A #1","answers":{` + strings.Join(pairs, ",") + "}}"
	return map[string]string{"form": filled, "short": short, "flat": flat, "lines": strings.NewReplacer(",", ",\n  ", ":", ": ", "{", "{\n  ").Replace(flat)}
}

var emergencies = []map[string]string{
	{"aneurysm": "yes"}, {"leg-weakness-worse": "unsure"}, {"chest-pain": "yes"}, {"cancer-history": "yes", "foot-drop": "yes"},
	{"fever": "unsure", "infection-risk": "yes"}, {"saddle-numbness": "yes"}, {"belly-pain": "yes", "age": "50-69"},
}

// urgent reports whether a file, read or refused, tells an emergency. Where an answer was lost and another
// makes a referral all the same, the note is enough.
func urgent(t *testing.T, p *protocol.Protocol, text []byte) bool {
	t.Helper()
	f, err := questions.Read(p, "", bytes.NewReader(text))
	if err == nil {
		outcome, wrong := triage.Decide(f.Answers, time.Time{})
		if referral, ok := outcome.(triage.Referral); ok {
			return referral.Urgency == protocol.Emergency || referral.Partial()
		}
		if wrong == nil {
			return false
		}
	}
	return triage.Urgency(questions.Glean(p, text).Gravest()) == protocol.Emergency
}

// TestNoDamagedByteOfAnAnswersFileHidesAnEmergency changes, takes out or puts in one byte at seeded places.
func TestNoDamagedByteOfAnAnswersFileHidesAnEmergency(t *testing.T) {
	p := whole(t)
	r := rand.New(rand.NewPCG(5, 1))
	tried := 0
	for _, over := range emergencies {
		files := forms(t, p, over)
		for _, name := range slices.Sorted(maps.Keys(files)) {
			form := files[name]
			if !urgent(t, p, []byte(form)) {
				t.Fatalf("%s: %v is no emergency", name, over)
			}
			for range 40 {
				at, b := r.IntN(len(form)), byte(r.IntN(256))
				for how, text := range map[string]string{
					"changed": form[:at] + string([]byte{b}) + form[at+1:], "taken out": form[:at] + form[at+1:], "put in": form[:at] + string([]byte{b}) + form[at:],
				} {
					if tried++; !urgent(t, p, []byte(text)) {
						t.Errorf("%s: %v: byte %d %s: %q", name, over, at, how, text[max(0, at-30):min(len(text), at+30)])
					}
				}
			}
		}
	}
	t.Logf("%d files", tried)
}

// TestCalmFileThatIsRefusedRarelyAlarms keeps the search from crying wolf.
func TestCalmFileThatIsRefusedRarelyAlarms(t *testing.T) {
	p := whole(t)
	r := rand.New(rand.NewPCG(5, 2))
	tried, alarmed := 0, 0
	for _, over := range []map[string]string{nil, {"foot-drop": "yes"}, {"night-pain": "unsure", "pain-level": "severe"}} {
		files := forms(t, p, over)
		for _, name := range slices.Sorted(maps.Keys(files)) {
			form := files[name]
			for range 100 {
				at, b := r.IntN(len(form)), byte(r.IntN(256))
				text := []byte(form)
				text[at] = b
				if tried++; urgent(t, p, text) {
					alarmed++
					t.Logf("%s: %v: byte %d: %q", name, over, at, text[max(0, at-30):min(len(text), at+30)])
				}
			}
		}
	}
	if alarmed*100 > tried {
		t.Errorf("%d of %d calm files alarm", alarmed, tried)
	}
}

// TestEmergencyIsFoundInAnyTextThatIsRefused in whatever way it is written.
func TestEmergencyIsFoundInAnyTextThatIsRefused(t *testing.T) {
	p := whole(t)
	for _, c := range []struct {
		text string
		want bool
	}{
		{"answers:\n  chest-pain: no\n  chest-pain: no\n  saddle-numbness: yes\n", true},
		{"answers:\n  chest-pain: no\n---\nanswers:\n  chest-pain: yes\n", true},
		{"nobody: x\nanswers: &a\n  chest-pain: &y yes\n  aneurysm: *y\n", true},
		{"chest-pain = yes", true},
		{"Chest_Pain\tYES", true},
		{`{"answers":{"chest-pain":["no","yes"]}}`, true},
		{`{"answers":{"chest-pain":{"value":"yes"}}}`, true},
		{`{"answers":{"chest-pain":"\u0079es",}}`, true},
		{`{"answers":{"\u0063hest-pain":"?",}}`, true},
		{`{'answers':{'chest-pain':1}}`, true},
		{"a\x00n\x00s\x00w\x00:\x00\n\x00c\x00h\x00e\x00s\x00t\x00-\x00p\x00a\x00i\x00n\x00:\x00 \x00y\x00e\x00s\x00", true},
		{"answers:\n  chest-pain:\n    yes\n\tx", true},
		{"answers:\n  belly-pain: yes\n  age: sixty\n", true},
		{"answers:\n  belly-pain: yes\n  age: 18-49\n\tx", false},
		{"answers:\n  chest-pain: x\n", true},
		{"answers:\n  chest-pain: yess\n", true},
		{"answers:\n  chest-pain: maybe\n", false},
		{"answers:\n  chest-pain: -\n", false},
		{"answers:\n  # chest-pain: yes\n  chest-pain: no # not yes\n\tx", false},
		{"answers:\n  # yes | no | unsure  chest-pain: yes\n  fever: no\n", true},
		{"# chest-pain: yes | no\nanswers:\n  chest-pain:\n  # yes | no | unsure\n  sudden-collapse:\n\t{", false},
		{`{"chest-pain":"no","site":"1","name":"Yes"`, false},
		{"", false},
		{"yes yes yes", false},
	} {
		if got := triage.Urgency(questions.Glean(p, []byte(c.text)).Gravest()) == protocol.Emergency; got != c.want {
			t.Errorf("%q: %v", c.text, got)
		}
	}
}

func FuzzGlean(f *testing.F) {
	p := whole(f)
	f.Add([]byte("answers:\n  chest-pain: yes\n"))
	f.Add([]byte(`{"answers":{"saddle-numbness":["yes"]}}`))
	f.Add([]byte("\\u00\xff_# \x00"))
	f.Fuzz(func(t *testing.T, text []byte) {
		m := questions.Glean(p, text)
		if _, err := protocol.AnswersOf(p, m.Gravest().Values()); err != nil {
			t.Fatal(err)
		}
	})
}
