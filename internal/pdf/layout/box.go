package layout

import (
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/tag"
)

// Metric is what a box takes of a page. All in points.
type Metric struct {
	Height       float64
	Before       float64 // to the box above; none at the top of a page
	Stretch      float64 // share of the room left on a page that goes into the gap above
	MaxStretch   float64 // by which that gap may grow
	Growth       float64 // by which the box itself may grow
	Head         float64 // height of what is set again above it when a page begins with it
	KeepWithNext bool    // the next box stands on the same page
	Rule         bool    // a hairline in the gap above, unless at the top of a page
	Leaf         bool    // a new leaf begins with it; what stands above may be handed out alone
}

// Box is a piece of a block that stands on one page whole.
type Box struct {
	Metric
	Items []draw.Item                     // from its own top left corner
	Grow  func(extra float64) []draw.Item // the items when the box is taller by extra
	Again []draw.Item                     // what is set again above it, when a page begins with it
}

// Set is a block that is set: its boxes, and the elements of its structure below one root.
type Set struct {
	Boxes []Box
	Root  *tag.Node
}
