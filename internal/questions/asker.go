package questions

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"backcare/internal/protocol"
)

// asker holds one conversation.
type asker struct {
	prompter
	protocol *protocol.Protocol
	words    *protocol.Words
	before   []protocol.Answer // what was answered before going back, by place
}

// section is the words of a section by its place.
func (k *asker) section(place int) protocol.SectionWords {
	return k.words.Sections[k.protocol.Sections[place].ID]
}

// option is how an option of a question reads.
func (k *asker) option(q *protocol.Question, name string) string {
	if q.Choice() {
		return k.words.Questions[q.ID].Choices[name]
	}
	return k.answer(name)
}

func (k *asker) answer(name string) string {
	switch name {
	case protocol.Yes:
		return k.words.Options.Yes
	case protocol.No:
		return k.words.Options.No
	}
	return k.words.Options.Unsure
}

// told says in one line what a list was answered with.
func (k *asker) told(a protocol.Answers, places []int) string {
	var parts []string
	for _, option := range []string{protocol.Yes, protocol.Unsure} {
		if list := k.shorts(a, places, option); list != "" {
			parts = append(parts, k.words.Marks.Label(k.answer(option), list))
		}
	}
	if len(parts) == 0 {
		return k.words.Prompt.None
	}
	return strings.Join(parts, ". ")
}

// shorts lists the questions answered with an option.
func (k *asker) shorts(a protocol.Answers, places []int, option string) string {
	var list []string
	for _, place := range places {
		if q := &a.Protocol().Questions[place]; q.Option(a.Get(place)) == option {
			list = append(list, k.words.Questions[q.ID].Short)
		}
	}
	return strings.Join(list, ", ")
}

// capital begins a label with a capital letter.
func capital(s string) string {
	for i, r := range s {
		if i == 0 {
			return string(unicode.ToUpper(r)) + s[utf8.RuneLen(r):]
		}
	}
	return s
}
