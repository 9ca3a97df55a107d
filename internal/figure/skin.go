package figure

// skin is how a body is coloured. Helper and person differ in tint, outline and hair, so that the
// difference survives a grey photocopy.
type skin struct {
	near, far, line, hair Role
	width                 float64
}

// The people a pose can belong to.
const (
	person = "person"
	helper = "helper"
	ghost  = "ghost" // where the movement starts
)

func skinOf(who string) skin {
	switch who {
	case helper:
		return skin{HelperNear, HelperFar, Ink, HelperFar, heavy}
	case ghost:
		return skin{Paper, PropLight, Prop, PropLight, thinnest}
	default:
		return skin{Paper, Far, Ink, Ink, outline}
	}
}
