package overlay_test

import (
	"fmt"
	"iter"

	"backcare/internal/protocol"
)

const everyone = "[helper=helper, helper=alone]"

// smallEdits are packs that change one thing for everyone, by what they try.
func smallEdits(base *protocol.Protocol) iter.Seq2[string, map[string]string] {
	return func(yield func(string, map[string]string) bool) {
		tried := map[string]bool{} // a line may stand in several variants
		more := true
		try := func(name string, files map[string]string) {
			if !tried[name] {
				tried[name] = true
				more = more && yield(name, files)
			}
		}
		for i := range base.Steps {
			stepEdits(&base.Steps[i], try)
		}
		for _, s := range base.Sections {
			try("a question in "+s.ID, map[string]string{
				"screening.yaml": "sections:\n- id: " + s.ID + "\n  questions: [{id: insured, sources: [ng59]}]\n",
				"words/en.yaml":  "questions: {insured: {ask: x, short: x, note: x, why: x}}\n",
			})
		}
		for _, r := range base.Rules {
			if !r.Urgency.Refers() {
				for _, text := range []string{"{line: x}", "{alarm: x}"} {
					try("caution "+r.ID+" "+text, map[string]string{"words/en.yaml": "cautions: {" + r.ID + ": " + text + "}\n"})
				}
			}
		}
	}
}

func stepEdits(s *protocol.Step, try func(string, map[string]string)) {
	step := func(name, text, words string) {
		files := map[string]string{"routine.yaml": "steps:\n- {id: " + s.ID + ", " + text + "}\n"}
		if words != "" {
			files["words/en.yaml"] = "steps: {" + s.ID + ": " + words + "}\n"
		}
		try(s.ID+" "+name, files)
	}
	word := func(name, words string) {
		try(s.ID+" "+name, map[string]string{"words/en.yaml": "steps: {" + s.ID + ": " + words + "}\n"})
	}
	step("left out", "unless: "+everyone, "")
	step("other request", fmt.Sprintf("on-request: %t", !s.OnRequest), "")
	step("not kept", "mandatory: false", "")
	step("another form", "variants: [{id: other, any: "+everyone+", figure: drink-walk, dose: minutes-10, lines: [do]}]", "{variants: {other: {}}, lines: {do: x}}")
	try("step before "+s.ID, map[string]string{
		"routine.yaml":  "steps:\n- {id: own, before: " + s.ID + ", sources: [ng59], variants: [{id: one, figure: drink-walk, dose: minutes-5, lines: [do]}]}\n",
		"words/en.yaml": "steps: {own: {name: x, variants: {one: {}}, lines: {do: x}, why: x, known: x}}\n",
	})
	word("name", "{name: x}")
	for _, f := range s.Variants {
		form := func(name, text, words string) {
			step("as "+f.ID+" "+name, "variants: [{id: "+f.ID+", "+text+"}]", words)
		}
		form("for everyone", "any: "+everyone, "")
		form("for longer", "dose: minutes-15", "")
		form("drawn otherwise", "figure: drink-walk", "")
		form("with a line", "lines: [do]", "{lines: {do: x}}")
		form("with a line for fewer", "lines: [{id: "+f.Lines[0].ID+", any: [pregnant=yes]}]", "")
		form("by other hands", fmt.Sprintf("hands-on: %t", !f.HandsOn), "")
		for _, text := range []string{"name: x", "stop: x", "stop: ~"} {
			word("as "+f.ID+" "+text, "{variants: {"+f.ID+": {"+text+"}}}")
		}
		for _, l := range f.Lines {
			word("line "+l.ID, "{lines: {"+l.ID+": x}}")
			step("another form with the line "+l.ID, "variants: [{id: other, any: "+everyone+", figure: drink-walk, dose: minutes-10, lines: [do, "+l.ID+"]}]",
				"{variants: {other: {}}, lines: {do: x}}")
		}
	}
}
