package handout

import "backcare/internal/figure"

// Step is one step of the routine.
type Step struct {
	Number int
	Name   string
	Dose   string // short, for a badge
	Own    bool   // with an empty box beside the dose, to write another in
	Figure figure.Figure
	Alt    string // what the figure shows, for who cannot see it
	Lines  []Text
	Feel   Text // label and what the person should feel; may be empty
	Easier Text // label and an easier form; may be empty
	Stop   Text // label and when to stop this step; may be empty
}

// doseLetters is the room for a dose that a therapist writes in.
const doseLetters = 8

// Log is a grid to fill in: one column a day, one row a label. The Spare rows, which are told
// by their numbers from 0, may be left out on a paper that is full, one after the other. Key says which letters to write.
type Log struct {
	Corner string
	Days   int
	Rows   []string
	Spare  []int
	Key    string
}

func (b Step) write(f format) { f.step(b) }
func (b Log) write(f format)  { f.log(b) }
