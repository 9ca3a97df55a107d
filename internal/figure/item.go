package figure

import "fmt"

// item is one thing in a figure's draw list; exactly one of its keys is set.
type item struct {
	Body   *bodySpec   `yaml:"body"`
	Above  *aboveSpec  `yaml:"above"`
	Group  *groupSpec  `yaml:"group"`
	Arrow  *arrowSpec  `yaml:"arrow"`
	Zone   *zoneSpec   `yaml:"zone"`
	Palm   *palmSpec   `yaml:"palm"`
	Spine  *spineSpec  `yaml:"spine"`
	Bone   *boneSpec   `yaml:"bone"`
	Cross  *crossSpec  `yaml:"cross"`
	Label  *labelSpec  `yaml:"label"`
	Breath *breathSpec `yaml:"breath"`
	Knob   *knobSpec   `yaml:"knob"`
	Mat    *matSpec    `yaml:"mat"`
	Ground *groundSpec `yaml:"ground"`
	Panel  *panelSpec  `yaml:"panel"`
	Window *windowSpec `yaml:"window"`
	Chair  *chairSpec  `yaml:"chair"`
	Table  *tableSpec  `yaml:"table"`
	Wall   *wallSpec   `yaml:"wall"`
	Glass  *glassSpec  `yaml:"glass"`
	Pack   *packSpec   `yaml:"pack"`
	Pillow *pillowSpec `yaml:"pillow"`
	Clock  *clockSpec  `yaml:"clock"`
	Sun    *sunSpec    `yaml:"sun"`
}

// groupSpec draws its items smaller, elsewhere, or mirrored left to right about its own origin.
type groupSpec struct {
	At     Point  `yaml:"at"`
	Scale  number `yaml:"scale"`
	Mirror bool   `yaml:"mirror"`
	Draw   []item `yaml:"draw"`
}

func (g *groupSpec) paint(c *canvas) error {
	outer := c.place
	defer func() { c.place = outer }()
	c.place = outer.within(g.At, or1(g.Scale), g.Mirror)
	for _, it := range g.Draw {
		// Aliases can make a short file draw without end.
		if len(c.shapes) > maxShapes {
			return fmt.Errorf("more than %d shapes", maxShapes)
		}
		if err := it.paint(c); err != nil {
			return err
		}
	}
	return nil
}

func (it item) paint(c *canvas) error {
	switch {
	case it.Body != nil:
		return it.Body.paint(c)
	case it.Above != nil:
		it.Above.paint(c)
	case it.Group != nil:
		return it.Group.paint(c)
	case it.Arrow != nil:
		it.Arrow.paint(c)
	case it.Zone != nil:
		it.Zone.paint(c)
	case it.Palm != nil:
		it.Palm.paint(c)
	case it.Spine != nil:
		it.Spine.paint(c)
	case it.Bone != nil:
		it.Bone.paint(c)
	case it.Cross != nil:
		it.Cross.paint(c)
	case it.Label != nil:
		it.Label.paint(c)
	case it.Breath != nil:
		it.Breath.paint(c)
	case it.Knob != nil:
		it.Knob.paint(c)
	case it.Mat != nil:
		it.Mat.paint(c)
	case it.Ground != nil:
		it.Ground.paint(c)
	case it.Panel != nil:
		it.Panel.paint(c)
	case it.Window != nil:
		it.Window.paint(c)
	case it.Chair != nil:
		it.Chair.paint(c)
	case it.Table != nil:
		it.Table.paint(c)
	case it.Wall != nil:
		it.Wall.paint(c)
	case it.Glass != nil:
		it.Glass.paint(c)
	case it.Pack != nil:
		it.Pack.paint(c)
	case it.Pillow != nil:
		it.Pillow.paint(c)
	case it.Clock != nil:
		it.Clock.paint(c)
	case it.Sun != nil:
		it.Sun.paint(c)
	default:
		return fmt.Errorf("nothing to draw")
	}
	return nil
}
