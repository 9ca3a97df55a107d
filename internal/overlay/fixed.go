package overlay

import "backcare/internal/protocol"

// fixed are the variants, lines, figures and texts of the routine that a pack must leave as they are,
// by "step/variant", "step/line" and "figure" and by the dotted paths of their words.
//
// Fixed is what a helper's hands do, what is given on request only, what keeps people safe, and
// everything that somebody is given because of an answer: such a variant is the safer one.
type fixed struct {
	variants map[string]bool
	figures  map[string]bool
	words    map[string]bool // with all below
	hands    map[string]bool // figures that show where hands go
}

func fixedItems(p *protocol.Protocol) fixed {
	f := fixed{map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for _, s := range p.Steps {
		for _, v := range s.Variants {
			f.add(s, v)
		}
	}
	return f
}

func (f fixed) add(s protocol.Step, v protocol.Variant) {
	step := "steps." + s.ID
	whole := s.Mandatory || s.OnRequest || v.HandsOn || !v.When.Open()
	if whole {
		f.variants[s.ID+"/"+v.ID] = true
		f.words[step+".name"] = true // the variant goes by it
		f.words[step+".variants."+v.ID] = true
	}
	for _, l := range v.Lines {
		if whole || !l.When.Open() {
			f.words[step+".lines."+l.ID] = true
		}
	}
	for _, fig := range v.Figures {
		if whole || len(v.Figures) > 1 { // one of several is chosen by an answer
			f.figures[fig.ID] = true
			f.words["figures."+fig.ID] = true
		}
		if v.HandsOn || s.OnRequest {
			f.hands[fig.ID] = true
		}
	}
}

// doses reports whether the dose of a variant may be another: everyone who does it is given the same.
func doses(v protocol.Variant) bool { return len(v.Doses) == 1 }
