package questions

import (
	"strconv"

	"backcare/internal/protocol"
)

// title is the progress: which section this is, of those that this conversation has asked and will
// ask as things stand. When there are more or fewer of them than it said before, it says so.
func (k *Talk) title(s step, a protocol.Answers, todo []int) string {
	there := map[int]bool{}
	for place, v := range a.Values() {
		if section := k.protocol.Questions[place].Section; v != 0 && k.asked[section] {
			there[section] = true
		}
	}
	for _, place := range todo {
		there[k.protocol.Questions[place].Section] = true
	}
	k.asked[s.section] = true
	n := 0
	for section := range there {
		if section <= s.section {
			n++
		}
	}
	was, w := k.parts, k.words.Prompt
	k.parts = len(there)
	if was > 1 && was != len(there) {
		k.say(protocol.Fill(w.Parts, "of", strconv.Itoa(len(there)), "was", strconv.Itoa(was)))
	}
	if len(there) == 1 {
		return k.section(s.section).Title
	}
	return protocol.Fill(w.Progress, "n", strconv.Itoa(n), "of", strconv.Itoa(len(there)), "title", k.section(s.section).Title)
}
