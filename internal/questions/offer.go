package questions

import "strings"

// Choice is what a person wants after the screen has said that it is an emergency.
type Choice int

const (
	WriteNote Choice = iota
	ChangeAnswers
	LeaveNow
)

// Offer says what to do now, and asks whether to write the note for a person who is to get help now.
// ChangeAnswers is for an answer given by mistake: Review lets them change it.
func (k *Talk) Offer(now []string) (Choice, error) {
	w := k.words.Prompt
	r, err := k.ask(prompt{stays: strings.Join(now, "\n"), text: w.WriteNote, check: k.checkOne,
		rows: []row{{text: w.WriteYes}, {text: w.WriteFix}, {text: w.WriteNo}}})
	if err != nil {
		return LeaveNow, err
	}
	return Choice(r.rows[0]), nil
}

// Next asks whether there is another person, of whom the screen then shows nothing yet. The screen is
// wiped in either case.
func (k *Talk) Next() (another bool, err error) {
	w := k.words.Prompt
	r, err := k.ask(prompt{text: w.Next, check: k.checkOne, rows: []row{{text: w.NextYes}, {text: w.NextNo}}})
	if err == nil && r.rows[0] == 0 {
		k.wipe()
		return true, nil
	}
	return false, err
}

// language lists the languages, and ends with a Speak, or with none when the person goes back.
func (k *Talk) language() error {
	p := prompt{text: k.words.Prompt.Language, back: true, check: k.checkOne}
	for _, l := range k.languages {
		p.rows = append(p.rows, row{text: l.Name})
	}
	r, err := k.ask(p)
	if err != nil || r.move != onward {
		return err
	}
	return Speak{k.languages[r.rows[0]].Tag}
}

// others are the names of the other languages.
func (k *Talk) others() string {
	var names []string
	for _, l := range k.languages {
		if l.Tag != k.words.Lang {
			names = append(names, l.Name)
		}
	}
	return strings.Join(names, ", ")
}
