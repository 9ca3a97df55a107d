package figure_test

import (
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"backcare/internal/figure"
)

// Any number of figures stand in one page, so none may have an id, refer to anything outside, or
// carry a colour that the page cannot change.
func TestSVGStandsInAnyPage(t *testing.T) {
	class := regexp.MustCompile(`^([fs]\d+ ?)+$`)
	for id, f := range load(t) {
		out := f.SVG(`<b> & "both" 'ways'`)
		d := xml.NewDecoder(strings.NewReader(out))
		var title string
		shapes := 0
		for {
			tok, err := d.Token()
			if err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", id, err)
			}
			el, ok := tok.(xml.StartElement)
			if !ok {
				continue
			}
			attr := map[string]string{}
			for _, a := range el.Attr {
				attr[a.Name.Local] = a.Value
			}
			switch el.Name.Local {
			case "svg":
				want := map[string]string{
					"class": "figure", "role": "img", "width": fmt.Sprint(f.Width), "height": fmt.Sprint(f.Height),
					"viewBox": fmt.Sprintf("0 0 %g %g", f.Width*10, f.Height*10),
				}
				if !maps.Equal(attr, want) {
					t.Errorf("%s: %v, want %v", id, attr, want)
				}
			case "title":
				if err := d.DecodeElement(&title, &el); err != nil {
					t.Fatal(err)
				}
			case "path", "text":
				shapes++
				if !class.MatchString(attr["class"]) {
					t.Errorf("%s: class %q", id, attr["class"])
				}
				allowed := []string{"class", "d", "stroke-width", "stroke-dasharray", "x", "y"}
				for name := range attr {
					if !slices.Contains(allowed, name) {
						t.Errorf("%s: attribute %s", id, name)
					}
				}
			default:
				t.Errorf("%s: element %s", id, el.Name.Local)
			}
		}
		if title != `<b> & "both" 'ways'` || shapes != len(f.Shapes()) {
			t.Errorf("%s: title %q, %d elements for %d shapes", id, title, shapes, len(f.Shapes()))
		}
	}
}

func TestSVGIsTheSameEveryTime(t *testing.T) {
	a, b := load(t), load(t)
	for id := range a {
		if a[id].SVG("x") != b[id].SVG("x") {
			t.Errorf("%s: two readings differ", id)
		}
	}
}

// Written relative and rounded, a path still ends where the shape does.
func TestSVGPathGoesWhereTheShapeGoes(t *testing.T) {
	item := "{arrow: {path: [[20.04, 20.04], [20.08, 30.04], [33.33, 36.66], [20.04, 40.04]]}}"
	set, err := figure.Parse("f.yaml", []byte(one(item)))
	if err != nil {
		t.Fatal(err)
	}
	out := set["a"].SVG("")
	want := `<path class="s8" stroke-width="17" d="M200 200c1 17-21 73 1 100c22 28 127 51 132 67c6 15-81 20-97 24"/>` +
		`<path class="f8 s8" stroke-width="8" d="M200 400l57 12l-12-49z"/>`
	if !strings.Contains(out, want) {
		t.Errorf("%s\nwants %s", out, want)
	}
}

// Every class that a figure uses has its colour, by day and by night, and paper is always light.
func TestStylesheetHasEveryColour(t *testing.T) {
	css := figure.Stylesheet()
	for r := figure.Ink; r <= figure.Mark; r++ {
		for _, want := range []string{
			fmt.Sprintf("--c%d:#%06x;", r, r.Colour()),
			fmt.Sprintf(".f%d{fill:var(--c%d)}", r, r),
			fmt.Sprintf(".s%d{stroke:var(--c%d)}", r, r),
		} {
			if !strings.Contains(css, want) {
				t.Errorf("no %s", want)
			}
		}
		if n := strings.Count(css, fmt.Sprintf("--c%d:", r)); n != 2 {
			t.Errorf("role %d has %d colours, want one by day and one by night", r, n)
		}
	}
	if !strings.Contains(css, "@media screen and (prefers-color-scheme:dark)") || strings.Contains(css, "url(") {
		t.Errorf("the night is not for screens alone, or something is loaded:\n%s", css)
	}
}

// The letters for a person's own left and right are those of the language in a page, too.
func TestSVGHasTheLettersOfTheLanguage(t *testing.T) {
	svg := load(t)["knee-rolls"].Lettered("I", "D").SVG("")
	if !strings.Contains(svg, ">I</text>") || !strings.Contains(svg, ">D</text>") || strings.Contains(svg, ">L</text>") || strings.Contains(svg, ">R</text>") {
		t.Error("the letters are not I and D")
	}
}
