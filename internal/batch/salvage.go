package batch

import (
	"bytes"
	"encoding/json"
	"fmt"

	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// salvaged is what can be read of a line of NDJSON that is rejected, so that an emergency in it is
// still noticed. No paper is ever made from it.
type salvaged struct {
	who     questions.Person
	answers protocol.Answers
	in      *json.Decoder
}

// salvage reads a line up to where it is no JSON any more, and passes over what is wrong in it.
func salvage(p *protocol.Protocol, line []byte) *salvaged {
	s := &salvaged{answers: protocol.NoAnswers(p), in: json.NewDecoder(bytes.NewReader(line))}
	s.in.UseNumber()
	if t, err := s.in.Token(); err == nil && t == json.Delim('{') {
		s.object(true)
	}
	return s
}

func (s *salvaged) object(top bool) bool {
	for s.in.More() {
		key, err := s.in.Token()
		if err != nil {
			return false
		}
		value, err := s.in.Token()
		if err != nil {
			return false
		}
		name := fmt.Sprint(key)
		switch v := value.(type) {
		case nil:
		case json.Delim:
			if top && name == "answers" && v == '{' {
				if !s.object(false) {
					return false
				}
			} else if !s.skip() {
				return false
			}
		default:
			s.take(name, fmt.Sprint(v))
		}
	}
	_, err := s.in.Token()
	return err == nil
}

// skip passes over a list or an object that was opened.
func (s *salvaged) skip() bool {
	for deep := 1; deep > 0; {
		t, err := s.in.Token()
		if err != nil {
			return false
		}
		switch t {
		case json.Delim('{'), json.Delim('['):
			deep++
		case json.Delim('}'), json.Delim(']'):
			deep--
		}
	}
	return true
}

// take keeps a value if it is a right one. Of two answers to one question the more urgent counts.
func (s *salvaged) take(name, value string) {
	q, ok := s.answers.Protocol().Question(name)
	if !ok {
		s.who.Set(name, oneLine(value)) // what is wrong is told by who rejects the line
		return
	}
	a, err := questions.Cell(q, value)
	if err != nil || a == 0 {
		return
	}
	more, err := s.answers.With(name, q.Option(a))
	if err == nil && triage.Urgency(more) >= triage.Urgency(s.answers) {
		s.answers = more
	}
}
