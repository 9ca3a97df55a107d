package protocol

// Step is one part of the routine.
type Step struct {
	ID        string
	OnRequest bool      // only when it was asked for by name
	Mandatory bool      // it keeps people safe: everyone is given it, and no pack changes it
	Unless    []Term    // any that holds removes the step
	Variants  []Variant // the first whose When holds is used; the last has no condition
	Sources   []string
}

// Variant is one way to do a step.
type Variant struct {
	ID   string
	When When
	// HandsOn is set when a helper touches the person.
	HandsOn bool
	Figures []Part // ids in figures.yaml; the first that holds is drawn
	Doses   []Part // the first that holds is printed
	Lines   []Part // those that hold are printed, in order
}

// Expectation is one line of what to expect on the sheet, for whom it holds.
type Expectation struct {
	ID      string
	When    When
	Sources []string
}

// Part is a dose or a line of a form, by its id in the words, used only when its condition holds.
type Part struct {
	ID   string
	When When
}
