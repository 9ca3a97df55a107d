package overlay

import "backcare/internal/protocol"

// fixed lists what a pack must leave alone in the routine: every variant that is hands-on, on request
// only or mandatory, and everything that people get because of an answer, since that is the safer way.
type fixed struct {
	variants map[string]bool // by "step/variant"
	words    map[string]bool // by dotted path, including everything below it
	hands    map[string]bool // figures that show where hands go
}

func fixedItems(p *protocol.Protocol) fixed {
	f := fixed{map[string]bool{}, map[string]bool{}, map[string]bool{}}
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
		f.words[step+".name"] = true // the variant is known by it
		f.words[step+".variants."+v.ID] = true
	}
	for _, l := range v.Lines {
		if whole || !l.When.Open() {
			f.words[step+".lines."+l.ID] = true
		}
	}
	for _, fig := range v.Figures {
		if whole || len(v.Figures) > 1 { // an answer chooses among several
			f.words["figures."+fig.ID] = true
		}
		if v.HandsOn || s.OnRequest {
			f.hands[fig.ID] = true
		}
	}
}
