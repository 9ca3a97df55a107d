package questions

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"backcare/internal/protocol"
)

// Name asks for the name to print, unless there is one. It may be left out: this is no answer to a
// question, so here Enter alone is enough. Printable says whether a name can be printed whole.
func (k *Talk) Name(who Person, printable func(Person) error) (Person, error) {
	if who.Name != "" {
		return who, nil
	}
	w := k.words.Prompt
	label := k.words.Marks.Label(w.Name, "")
	k.say("")
	k.say(label + w.NameHelp)
	for {
		s, err := k.line(label)
		switch {
		case errors.Is(err, errShown):
			continue
		case errors.Is(err, errNotOneLine):
			k.say(w.NameAgain)
			continue
		case errors.Is(err, ErrClosed): // Ctrl-D: nothing to print, which is as good as Enter here
			return who, nil
		case err != nil:
			return who, err
		}
		named := who
		switch err := named.Set("name", s); {
		case utf8.RuneCountInString(strings.TrimSpace(s)) > longestName:
			k.say(protocol.Fill(w.NameLong, "most", strconv.Itoa(longestName)))
		case err != nil || printable(named) != nil:
			k.say(w.NameBad)
		default:
			return named, nil
		}
	}
}
