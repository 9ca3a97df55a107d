package figure_test

import (
	"math"
	"strings"
	"testing"

	"backcare/internal/figure"
)

const standing = `{body: {hip: [40, 48], torso: 90, near-leg: {angles: [-90, -90, 0]}, near-arm: {angles: [-60, -30]}}}`

func one(items string) string {
	return "figures:\n- id: a\n  draw:\n  - " + items + "\n"
}

func TestGoodFigureIsRead(t *testing.T) {
	set, err := figure.Parse("f.yaml", []byte(one(standing)))
	if err != nil {
		t.Fatal(err)
	}
	if f := set["a"]; f.Width != 136 || f.Height != 98 || len(f.Shapes()) < 8 {
		t.Errorf("%g by %g with %d shapes", f.Width, f.Height, len(f.Shapes()))
	}
}

func TestBadFiguresAreRefusedWithPlaceAndReason(t *testing.T) {
	for name, tc := range map[string]struct{ in, want string }{
		"empty":              {"", "f.yaml: no figures"},
		"not yaml":           {"figures: [", "f.yaml:1: "},
		"unknown top key":    {"figure: []\n", "f.yaml:1: unknown key \"figure\""},
		"no draw":            {"figures:\n- id: a\n", "f.yaml:2: figure a: nothing to draw"},
		"bad id":             {"figures:\n- id: A b\n  draw: [" + standing + "]\n", "id must be"},
		"id twice":           {one(standing) + "- id: a\n  draw: [" + standing + "]\n", "f.yaml:5: figure a: this id is used twice"},
		"second document":    {one(standing) + "---\nfigures: []\n", "second document"},
		"unknown key":        {one("{bodi: {}}"), "f.yaml:4: figure a: unknown key \"bodi\""},
		"unknown joint":      {one("{body: {hip: [40, 50], torso: 90, tail: {angles: [1, 2]}}}"), "f.yaml:4: figure a: unknown key \"tail\""},
		"unknown prop":       {one("{sofa: {at: [1, 2]}}"), "unknown key \"sofa\""},
		"two keys":           {one("{ground: {x: [1, 9], y: 3}, cross: {at: [20, 20]}}"), "f.yaml:4: figure a: an item has one key"},
		"null item":          {one("{ground: }"), "an item has one key"},
		"nan":                {one("{cross: {at: [.nan, 20]}}"), "f.yaml:4: figure a: .nan is not a number"},
		"infinite":           {one("{cross: {at: [20, -.inf]}}"), "-.inf is not a number"},
		"huge":               {one("{cross: {at: [20, 1e300]}}"), "1e300 is not a number"},
		"word for number":    {one("{cross: {at: [20, up]}}"), "f.yaml:4: figure a: want a number"},
		"three coordinates":  {one("{cross: {at: [20, 20, 20]}}"), "want a pair [x, y]"},
		"outside":            {one("{cross: {at: [134, 20]}}"), "f.yaml:4: figure a: reaches from"},
		"box too small":      {"figures:\n- id: a\n  size: [5, 5]\n  draw: [" + standing + "]\n", "size must be"},
		"words":              {one("{label: {at: [20, 20], text: Breathe}}"), "words live elsewhere"},
		"who":                {one("{body: {hip: [40, 50], torso: 90, who: doctor}}"), "who must be one of person, helper, ghost, not doctor"},
		"view":               {one("{body: {hip: [40, 50], torso: 90, view: top}}"), "view must be one of"},
		"no torso":           {one("{body: {hip: [40, 50]}}"), "torso wants"},
		"side limb in front": {one("{body: {hip: [40, 50], torso: 90, view: front, near-leg: {angles: [1, 2]}}}"), "left- and right-"},
		"front limb in side": {one("{body: {hip: [40, 50], torso: 90, left-leg: {angles: [1, 2]}}}"), "near- and far-"},
		"limb without pose":  {one("{body: {hip: [40, 50], torso: 90, near-leg: {}}}"), "either angles or to"},
		"limb with two":      {one("{body: {hip: [40, 50], torso: 90, near-leg: {angles: [1, 2], to: [1, 2]}}}"), "either angles or to"},
		"one angle":          {one("{body: {hip: [40, 50], torso: 90, near-leg: {angles: [1]}}}"), "two or three"},
		"bend missing":       {one("{body: {hip: [40, 50], torso: 90, near-leg: {to: [40, 90]}}}"), "to wants bend"},
		"torn off":           {one("{body: {hip: [40, 30], torso: 90, near-arm: {to: [120, 90], bend: left}}}"), "f.yaml:4: figure a: arm cannot reach [120, 90]"},
		"bone to nowhere":    {one("{bone: {path: [[20, 20]]}}"), "at least two points"},
		"turned too far":     {one("{above: {at: [40, 40], turn: 90}}"), "turn at most 60"},
		"arrow to nowhere":   {one("{arrow: {path: [[20, 20]]}}"), "at least two points"},
		"arrow standing":     {one("{arrow: {path: [[20, 20], [20, 20]]}}"), "at least two points"},
		"flat zone":          {one("{zone: {at: [20, 20], r: [3, 0]}}"), "half axes above 0"},
		"empty group":        {one("{group: {at: [0, 0]}}"), "draw list"},
		"error in group":     {one("{group: {at: [0, 0], draw: [{label: {at: [9, 9], text: x}}]}}"), "f.yaml:4: figure a: label: text"},
		"deep groups":        {one(strings.Repeat("{group: {draw: [", 7) + "{cross: {at: [9, 9]}}" + strings.Repeat("]}}", 7)), "nested deeper"},
		"too much":           {one("&a {group: {draw: [{cross: {at: [9, 9]}}, {cross: {at: [9, 9]}}]}}") + "  - *a\n  - *a\n" + strings.Repeat("  - *a\n", 60), "at most 150"},
		"duplicate key":      {one("{cross: {at: [20, 20], at: [20, 20]}}"), "is given twice"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := figure.Parse("f.yaml", []byte(tc.in))
			if err == nil {
				t.Fatalf("accepted:\n%s", tc.in)
			}
			if !strings.Contains(err.Error(), tc.want) || !strings.HasPrefix(err.Error(), "f.yaml") {
				t.Errorf("said %q, want %q", err, tc.want)
			}
			if strings.Contains(err.Error(), "type figure.") || strings.Contains(err.Error(), " yaml: ") {
				t.Errorf("speaks Go, not the file's language: %q", err)
			}
		})
	}
}

func TestMirroredGroupIsTheOtherSide(t *testing.T) {
	draw := "[" + standing + "]"
	plain, err := figure.Parse("f.yaml", []byte(one("{group: {at: [0, 0], draw: "+draw+"}}")))
	if err != nil {
		t.Fatal(err)
	}
	mirrored, err := figure.Parse("f.yaml", []byte(one("{group: {at: [136, 0], mirror: true, draw: "+draw+"}}")))
	if err != nil {
		t.Fatal(err)
	}
	a, b := plain["a"].Shapes(), mirrored["a"].Shapes()
	if len(a) != len(b) {
		t.Fatalf("%d and %d shapes", len(a), len(b))
	}
	for i := range a {
		for j := range a[i].Path {
			p, q := a[i].Path[j].To, b[i].Path[j].To
			if a[i].Path[j].Op == figure.Close {
				continue
			}
			if math.Abs(p.X+q.X-136) > 0.011 || p.Y != q.Y {
				t.Fatalf("shape %d: %v is not the mirror of %v", i, q, p)
			}
		}
	}
}

func TestReachedPalmIsWhereItWasAsked(t *testing.T) {
	in := one("{body: {hip: [40, 60], torso: 90, near-arm: {to: [62, 40], bend: right, end: 0, palm: true}}}")
	set, err := figure.Parse("f.yaml", []byte(in))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range set["a"].Shapes() {
		if s.Fill != figure.Accent {
			continue
		}
		low, high := s.Bounds()
		if low.X > 62 || high.X < 62 || low.Y > 40 || high.Y < 40 {
			t.Errorf("the palm spans %v to %v, away from 62, 40", low, high)
		}
		return
	}
	t.Error("no palm")
}

func FuzzParse(f *testing.F) {
	f.Add(one(standing))
	f.Add(one("{arrow: {path: [[20, 20], [30, 30], [20, 20]], both: true}}"))
	f.Add(one("{zone: {at: [20, 20], r: [3, 1]}}"))
	f.Add(one("{clock: {at: [40, 40], r: 20, minutes: 10}}"))
	f.Add("figures: [{id: a, draw: &x [{group: {draw: *x}}]}]")
	f.Fuzz(func(t *testing.T, in string) {
		set, err := figure.Parse("f.yaml", []byte(in))
		if err != nil {
			return
		}
		for id, fig := range set {
			for _, s := range fig.Shapes() {
				low, high := s.Bounds()
				if !(low.X >= -0.02 && low.Y >= -0.02 && high.X <= fig.Width+0.02 && high.Y <= fig.Height+0.02) {
					t.Errorf("%s leaves its box: %v %v", id, low, high)
				}
			}
		}
	})
}
