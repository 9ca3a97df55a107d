package questions

import (
	"strings"

	"backcare/internal/protocol"
)

// answered says what a list was answered with, in the words of its questions.
func (k *Talk) answered(a protocol.Answers, places []int) string {
	var lines []string
	for _, option := range []string{protocol.Yes, protocol.Unsure} {
		for _, place := range places {
			if q := &a.Protocol().Questions[place]; q.Option(a.Get(place)) == option {
				lines = append(lines, k.words.Marks.Label(k.answer(option), k.words.Questions[q.ID].Ask))
			}
		}
	}
	if len(lines) == 0 {
		return k.words.Prompt.None
	}
	return strings.Join(lines, "\n")
}

// option is how an option of a question reads.
func (k *Talk) option(q *protocol.Question, name string) string {
	if q.Choice() {
		return k.words.Questions[q.ID].Choices[name]
	}
	return k.answer(name)
}

func (k *Talk) answer(name string) string {
	switch name {
	case protocol.Yes:
		return k.words.Options.Yes
	case protocol.No:
		return k.words.Options.No
	}
	return k.words.Options.Unsure
}

// section is the words of a section by its place.
func (k *Talk) section(place int) protocol.SectionWords {
	return k.words.Sections[k.protocol.Sections[place].ID]
}
