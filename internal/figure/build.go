package figure

import (
	"slices"
	"strings"

	"backcare/internal/yaml"
)

// Limits on one figure: it is painted in thousands of documents.
const (
	maxShapes = 150
	maxDepth  = 4
	slack     = 0.01 // units; rounding of coordinates
)

// build checks one figure and paints it, item by item so that an error knows its line.
func (s source) build(spec figureSpec, node *yaml.Node) (Figure, error) {
	fig := Figure{ID: spec.ID, Width: defaultWidth, Height: defaultHeight}
	if spec.Size != nil {
		fig.Width, fig.Height = spec.Size.X, spec.Size.Y
	}
	if fig.Width < 10 || fig.Height < 10 || fig.Width > 400 || fig.Height > 400 {
		return fig, s.at(node, "size must be between 10 and 400 units")
	}
	draw := value(node, "draw")
	if len(spec.Draw) == 0 {
		return fig, s.at(node, "nothing to draw")
	}
	s.items = new(int)
	if err := s.check(spec.Draw, draw, 0); err != nil {
		return fig, err
	}
	c := canvas{place: placing{kx: 1, ky: 1}}
	for i, it := range spec.Draw {
		from := len(c.shapes)
		if err := it.paint(&c); err != nil {
			return fig, s.at(draw.Content[i], "%w", err)
		}
		for _, shape := range c.shapes[from:] {
			low, high := shape.Bounds()
			// Written so that a NaN fails too.
			if !(low.X >= -slack && low.Y >= -slack && high.X <= fig.Width+slack && high.Y <= fig.Height+slack) {
				return fig, s.at(draw.Content[i], "reaches from %.1f, %.1f to %.1f, %.1f, outside the box of %g by %g", low.X, low.Y, high.X, high.Y, fig.Width, fig.Height)
			}
		}
	}
	if len(c.shapes) > maxShapes {
		return fig, s.at(node, "%d shapes, at most %d", len(c.shapes), maxShapes)
	}
	fig.shapes = c.shapes
	return fig, nil
}

// check refuses what the types cannot: more than one key, and values out of place.
func (s source) check(list []item, node *yaml.Node, depth int) error {
	if depth > maxDepth {
		return s.at(node, "groups nested deeper than %d", maxDepth)
	}
	for i, it := range list {
		n := target(node.Content[i])
		if *s.items++; *s.items > maxShapes {
			return s.at(n, "more than %d items, at most %d shapes", maxShapes, maxShapes)
		}
		if n.Kind != yaml.MappingNode || len(n.Content) != 2 || n.Content[1].Tag == "!!null" {
			return s.at(n, "an item has one key, such as body or arrow, and says what it is")
		}
		if wrong := it.wrong(); wrong != "" {
			return s.at(n, "%s: %s", n.Content[0].Value, wrong)
		}
		if it.Group != nil {
			if err := s.check(it.Group.Draw, value(n.Content[1], "draw"), depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

// wrong says what is missing or not allowed in an item, or nothing.
func (it item) wrong() string {
	switch {
	case it.Body != nil:
		return it.Body.wrong()
	case it.Above != nil && (it.Above.Scale < 0 || it.Above.Turn < -60 || it.Above.Turn > 60):
		return "scale must be above 0, turn at most 60 either way: nobody sits and turns further"
	case it.Group != nil && (len(it.Group.Draw) == 0 || it.Group.Scale < 0):
		return "wants a draw list and a scale above 0"
	case it.Arrow != nil && !goesOn(it.Arrow.Path), it.Spine != nil && !goesOn(it.Spine.Path), it.Bone != nil && !goesOn(it.Bone.Path):
		return "path wants at least two points, each a unit or more from the last"
	case it.Window != nil && (it.Window.Size.X <= 0 || it.Window.Size.Y <= 0 || it.Window.Above < 0 || it.Window.Below < 0 || it.Window.Beside < 0):
		return "wants a size and strips of 0 or more"
	case it.Zone != nil && (it.Zone.R.X <= 0 || it.Zone.R.Y <= 0):
		return "r wants two half axes above 0"
	case it.Label != nil && (len(it.Label.Text) != 1 || !strings.Contains("LR0123456789", it.Label.Text)):
		return "text must be L, R or a digit: words live elsewhere"
	case it.Palm != nil:
		return oneOf("thumb", it.Palm.Thumb, "", toLeft, toRite)
	case it.Chair != nil:
		return oneOf("back", it.Chair.Back, toLeft, toRite, "behind", "none")
	case it.Breath != nil && it.Breath.Long < 6:
		return "long must be 6 or more"
	case it.Knob != nil && it.Knob.R <= 0:
		return "r must be above 0"
	}
	return ""
}

// goesOn reports whether each point is far enough from the one before to have a direction.
func goesOn(path []Point) bool {
	for i := 1; i < len(path); i++ {
		if path[i].minus(path[i-1]).length() < 1 {
			return false
		}
	}
	return len(path) >= 2
}

func oneOf(key, got string, allowed ...string) string {
	if slices.Contains(allowed, got) {
		return ""
	}
	return key + " must be one of " + strings.TrimPrefix(strings.Join(allowed, ", "), ", ") + ", not " + got
}

func (s *bodySpec) wrong() string {
	flat := s.View == "front" || s.View == "back"
	for _, w := range []string{
		oneOf("who", s.Who, "", person, helper, ghost),
		oneOf("view", s.View, "", "side", "front", "back"),
		oneOf("faces", s.Faces, "", toLeft, toRite),
		oneOf("only", s.Only, "", "arms", "legs", "rest"),
		oneOf("look", s.Look, "", ahead, viewer, away, toLeft, toRite),
	} {
		if w != "" {
			return w
		}
	}
	if len(s.Torso) < 1 || len(s.Torso) > 2 {
		return "torso wants one angle, or two"
	}
	if flat && (s.NearArm != nil || s.FarArm != nil || s.NearLeg != nil || s.FarLeg != nil) {
		return "from the front or behind the limbs are left- and right-"
	}
	if !flat && (s.LeftArm != nil || s.RightArm != nil || s.LeftLeg != nil || s.RightLeg != nil) {
		return "from the side the limbs are near- and far-"
	}
	if s.Scale < 0 || s.Long < 0 {
		return "scale and long must be above 0"
	}
	for _, l := range []*limbSpec{s.NearArm, s.FarArm, s.NearLeg, s.FarLeg, s.LeftArm, s.RightArm, s.LeftLeg, s.RightLeg} {
		if l == nil {
			continue
		}
		if w := l.wrong(); w != "" {
			return w
		}
	}
	return ""
}

func (l *limbSpec) wrong() string {
	switch {
	case (l.To == nil) == (l.Angles == nil):
		return "a limb wants either angles or to"
	case l.To == nil && (len(l.Angles) < 2 || len(l.Angles) > 3):
		return "angles wants two or three"
	case l.To == nil && (l.Bend != "" || l.End != nil):
		return "bend and end go with to"
	case l.To != nil && l.Bend != toLeft && l.Bend != toRite:
		return "to wants bend: left or right"
	case l.Long != nil && (len(l.Long) != 2 || l.Long[0] <= 0 || l.Long[1] <= 0):
		return "long wants two factors above 0"
	case l.Up && !l.Over:
		return "up goes with over"
	case l.Under && l.Over:
		return "under and over at once"
	}
	return ""
}
