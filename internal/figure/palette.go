package figure

// palette is how a body is coloured. Helper and person differ in tint, outline and hair, so that the
// difference survives a photocopy in pure black and white; so does the dashed outline of a ghost.
type palette struct {
	near, far, line, hair Role
	width                 float64
	dash                  []float64
}

// The people a pose can belong to.
const (
	person = "person"
	helper = "helper"
	ghost  = "ghost" // where the movement starts
)

func paletteOf(who string) palette {
	switch who {
	case helper:
		return palette{near: HelperNear, far: HelperFar, line: Ink, hair: HelperFar, width: heavy}
	case ghost:
		return palette{near: Paper, far: Paper, line: Prop, hair: Paper, width: thinnest, dash: []float64{2.4, 2.4}}
	default:
		return palette{near: Paper, far: Far, line: Ink, hair: Ink, width: outline}
	}
}
