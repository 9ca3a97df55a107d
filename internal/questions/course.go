package questions

import (
	"backcare/internal/protocol"
	"backcare/internal/triage"
)

// state is where a conversation stands.
type state struct {
	answers protocol.Answers
	again   []int // places to ask once more, as the person wished, whatever else is open
	urgent  bool  // it is an emergency even without those
}

// todo lists what to ask now.
func (s state) todo() []int {
	var list []int
	for _, place := range s.again {
		if s.answers.Get(place) == 0 {
			list = append(list, place)
		}
	}
	switch {
	case emergency(s.answers) && !(s.urgent && len(list) > 0):
		return nil
	case len(list) > 0:
		return list
	}
	return triage.Open(s.answers)
}

// move is where a person goes from a step.
type move int

const (
	onward move = iota
	back
	speak // to the list of languages
)

// all asks until nothing is open and the person finds the answers right. The trail is the states
// to go back to, the latest last.
func (k *Talk) all(now state, trail ...state) (protocol.Answers, error) {
	for {
		todo := now.todo()
		if len(todo) == 0 && emergency(now.answers) {
			return now.answers, nil
		}
		was, next, done := now, onward, false
		var err error
		if len(todo) == 0 {
			now, done, err = k.review(now, len(trail) > 0, "")
			if !done && len(now.again) == 0 {
				next = back
			}
		} else {
			s := nextStep(k.protocol, todo)
			s.title, s.back, s.lang = k.title(s, now.answers, todo), len(trail) > 0, len(trail) == 0 && len(k.languages) > 1
			now.answers, next, err = k.step(now.answers, s)
		}
		switch {
		case err != nil:
			return now.answers, err
		case done:
			return now.answers, nil
		case next == speak:
			if err := k.language(); err != nil {
				return now.answers, err
			}
		case next == back:
			k.remember(was.answers)
			now, trail = trail[len(trail)-1], trail[:len(trail)-1]
		default:
			trail = append(trail, was)
		}
	}
}

// remember keeps answers that are about to be asked once more, to show how they were.
func (k *Talk) remember(a protocol.Answers) {
	for place, v := range a.Values() {
		if v != 0 {
			k.before[place] = v
		}
	}
}

// emergency is whether the questions end here.
func emergency(a protocol.Answers) bool { return triage.Urgency(a) == protocol.Emergency }
