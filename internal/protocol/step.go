package protocol

// Step is one part of the routine.
type Step struct {
	ID        string
	OnRequest bool      // given only when requested by name
	Mandatory bool      // it keeps people safe: everyone gets it, and no pack changes it
	Unless    []Term    // the step is left out if any of these holds
	Variants  []Variant // the first whose condition holds is used; the last has none
	Sources   []string
}

// Variant is one way to do a step.
type Variant struct {
	ID   string
	When When
	// HandsOn is set when a helper touches the person.
	HandsOn bool
	Figures []Part // ids in figures.yaml; the first whose condition holds is drawn
	Doses   []Part // the first whose condition holds is printed
	Lines   []Part // those whose conditions hold are printed, in order
}

// Expectation is a line of what to expect, on the sheets of the people its condition holds for.
type Expectation struct {
	ID      string
	When    When
	Sources []string
}

// Part is a figure, a dose or a line of a variant, used only when its condition holds.
type Part struct {
	ID   string
	When When
}
