package figure

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// bodySpec is one person in one pose, as written in the data.
type bodySpec struct {
	Who   string  `yaml:"who"`   // person (default), helper or ghost
	View  string  `yaml:"view"`  // side (default), front or back
	Hip   Point   `yaml:"hip"`   // the hip joint; from the front, the middle between the two
	Faces string  `yaml:"faces"` // side view: left or right (default), as if stood upright
	Torso angles  `yaml:"torso"` // hip to neck: one angle, or lower and upper when the back bends
	Head  *number `yaml:"head"`  // neck to crown; as the upper torso if absent
	Look  string  `yaml:"look"`  // viewer: out of the page, though the body is seen from the side
	Scale number  `yaml:"scale"` // 1 if absent
	Long  number  `yaml:"long"`  // foreshortens the trunk: 1 if absent
	Only  string  `yaml:"only"`  // arms, legs or rest (all but the arms): lets something come in between

	NearArm  *limbSpec `yaml:"near-arm"` // side view
	FarArm   *limbSpec `yaml:"far-arm"`
	NearLeg  *limbSpec `yaml:"near-leg"`
	FarLeg   *limbSpec `yaml:"far-leg"`
	LeftArm  *limbSpec `yaml:"left-arm"` // front and back view: on the left of the trunk as drawn, head up
	RightArm *limbSpec `yaml:"right-arm"`
	LeftLeg  *limbSpec `yaml:"left-leg"`
	RightLeg *limbSpec `yaml:"right-leg"`
}

// limbSpec is an arm or a leg: either the angles of its segments, or the place it must reach.
type limbSpec struct {
	Angles angles  `yaml:"angles"` // upper, lower and, if it differs, hand or foot
	To     *Point  `yaml:"to"`     // the middle of the palm, or the ankle
	Bend   string  `yaml:"bend"`   // with to: elbow or knee on the left or right, walking from root to tip
	End    *number `yaml:"end"`    // with to: the angle of the hand or foot; as the lower segment if absent
	Long   angles  `yaml:"long"`   // foreshortens upper and lower: 1 and 1 if absent
	Palm   bool    `yaml:"palm"`   // the hand touches: painted solid in the accent
	Under  bool    `yaml:"under"`  // painted beneath the trunk
	Over   bool    `yaml:"over"`   // painted above the trunk
	Up     bool    `yaml:"up"`     // the knee comes out of the page: the thigh hides the shaded shin's end
}

func (s *bodySpec) flat() bool { return s.View == "front" || s.View == "back" }

func (s *bodySpec) wrong() string {
	side, front := []*limbSpec{s.NearArm, s.FarArm, s.NearLeg, s.FarLeg}, []*limbSpec{s.LeftArm, s.RightArm, s.LeftLeg, s.RightLeg}
	limbs, others, name := side, front, "from the side the limbs are near- and far-"
	if s.flat() {
		limbs, others, name = front, side, "from the front or behind the limbs are left- and right-"
	}
	all := []string{
		oneOf("who", s.Who, "", person, helper, ghost),
		oneOf("view", s.View, "", "side", "front", "back"),
		oneOf("faces", s.Faces, "", toLeft, toRite),
		oneOf("only", s.Only, "", "arms", "legs", "rest"),
		oneOf("look", s.Look, "", viewer),
		unless(len(s.Torso) == 1 || len(s.Torso) == 2, "torso wants one angle, or two"),
		unless(!slices.ContainsFunc(others, func(l *limbSpec) bool { return l != nil }), name),
		unless(s.Scale >= 0 && s.Long >= 0, "scale and long must be above 0"),
	}
	for _, l := range limbs {
		if l != nil {
			all = append(all, l.wrong())
		}
	}
	return cmp.Or(all...)
}

func (l *limbSpec) wrong() string {
	return cmp.Or(
		unless((l.To == nil) != (l.Angles == nil), "a limb wants either angles or to"),
		unless(l.To != nil || len(l.Angles) == 2 || len(l.Angles) == 3, "angles wants two or three"),
		unless(l.To != nil || l.Bend == "" && l.End == nil, "bend and end go with to"),
		unless(l.To == nil || l.Bend == toLeft || l.Bend == toRite, "to wants bend: left or right"),
		unless(l.Long == nil || len(l.Long) == 2 && l.Long[0] > 0 && l.Long[1] > 0, "long wants two factors above 0"),
		unless(!l.Up || l.Over, "up goes with over"),
		unless(!l.Under || !l.Over, "under and over at once"),
	)
}

// joints of a limb: root, elbow or knee, wrist or ankle, and the angle of what follows.
type joints struct {
	root, mid, tip Point
	end            float64
}

// solve finds the joints of a limb from its root, its two lengths and, for an arm, the distance
// from wrist to palm. An unreachable place is an error of the canvas: the body would come apart.
func (l *limbSpec) solve(c *canvas, root Point, upper, lower, touch float64) joints {
	if len(l.Long) == 2 {
		upper, lower = upper*l.Long[0], lower*l.Long[1]
	}
	if l.To == nil {
		mid := root.step(l.Angles[0], upper)
		end := l.Angles[1]
		if len(l.Angles) == 3 {
			end = l.Angles[2]
		}
		return joints{root, mid, mid.step(l.Angles[1], lower), end}
	}
	// Without a given hand angle the hand follows the forearm: one longer segment.
	tip, reach := *l.To, lower
	if l.End == nil {
		reach += touch
	} else {
		tip = tip.step(float64(*l.End), -touch)
	}
	gap := tip.minus(root)
	d := gap.length()
	if d > upper+reach || d < math.Abs(upper-reach) || d == 0 {
		limb := "leg"
		if touch > 0 {
			limb = "arm"
		}
		c.err = fmt.Errorf("%s cannot reach [%g, %g]: %.1f units from the root, the limb spans %.1f to %.1f", limb, l.To.X, l.To.Y, d, math.Abs(upper-reach), upper+reach)
	}
	along := (upper*upper - reach*reach + d*d) / (2 * d)
	side := math.Sqrt(max(0, upper*upper-along*along))
	if l.Bend == "right" {
		side = -side
	}
	u := gap.unit()
	mid := root.plus(u.times(along)).plus(u.left().times(side))
	low := tip.minus(mid).unit()
	end := math.Atan2(-low.Y, low.X) * 180 / math.Pi
	if l.End != nil {
		end = float64(*l.End)
	}
	return joints{root, mid, mid.plus(low.times(lower)), end}
}
