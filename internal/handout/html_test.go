package handout_test

import (
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"backcare/internal/handout"
	"backcare/internal/questions"
)

// pages are papers of every kind, in every language, with all that a page can hold.
func pages(t *testing.T) (out []handout.Document) {
	t.Helper()
	who := questions.Person{Name: `Ana <script>alert("1")</script> & Söhne`, Ref: "A-1", Born: "1988-04-02"}
	for _, d := range authors(t) {
		d.Clinic = handout.Clinic{Name: "The <b>House</b>", Address: "12 Lane", Phone: "01234", Urgent: "111", Logo: []byte("\x89PNG\r\n\x1a\n")}
		for _, over := range []map[string]string{
			{},
			{"helper": "helper"},
			{"pregnant": "yes", "skin-trouble": "yes", "fluid-limit": "yes", "unsteady": "yes"},
			{"leg-pain": "yes", "night-pain": "unsure", "foot-drop": "yes"},
			{"bowel-change": "yes", "fever": ""},
		} {
			out = append(out, d.Document(decided(t, d.Protocol, over), who))
		}
		d.Clinic.Emergency = "999"
		d.NoteWords = english(t).Words
		out = append(out, d.Document(decided(t, d.Protocol, map[string]string{"bowel-change": "yes"}), who), d.Form(), d.Card())
	}
	return out
}

// element is one of a page, with what it says.
type element struct {
	name string
	attr map[string]string
	text string
}

// elements reads a page as XML, which is stricter than a browser: a tag left open is an error.
func elements(t *testing.T, page string) (out []element) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(page))
	var open []int
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		} else if err != nil {
			t.Fatal(err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			e := element{tok.Name.Local, map[string]string{}, ""}
			for _, a := range tok.Attr {
				e.attr[a.Name.Local] = a.Value
			}
			open, out = append(open, len(out)), append(out, e)
		case xml.EndElement:
			last := open[len(open)-1]
			if tok.Name.Local != "strong" && tok.Name.Local != "span" {
				out[last].text += " " // what a reader parts
			}
			if open = open[:len(open)-1]; len(open) > 0 {
				out[open[len(open)-1]].text += out[last].text
			}
		case xml.CharData:
			if len(open) == 0 {
				continue
			}
			out[open[len(open)-1]].text += string(tok)
		}
	}
}

// A page says what the plain text of its paper says, word by word, and nobody's name is markup.
func TestHTMLSaysWhatTheTextSays(t *testing.T) {
	words := func(s string) (out []string) {
		for _, w := range strings.Fields(strings.NewReplacer("_", " ", "[ ]", " ", "(!)", " ", "\u00a0", " ", "|", " ").Replace(s)) {
			if w = strings.Trim(w, "-=!#().:"); w != "" {
				out = append(out, w)
			}
		}
		return out
	}
	for _, doc := range pages(t) {
		said := map[string]bool{}
		for _, e := range elements(t, doc.HTML()) {
			if e.name == "body" {
				for _, w := range words(e.text) {
					said[w] = true
				}
			}
		}
		for i, b := range doc.Blocks {
			if s, ok := b.(handout.Step); ok {
				for _, w := range words(s.Alt) {
					if !said[w] {
						t.Errorf("%s %s: the text of figure %d lacks %q", doc.Lang, doc.Kind, i, w)
					}
				}
			}
		}
		for _, w := range words(doc.Text(200)) {
			if !said[w] {
				t.Errorf("%s %s: the page does not say %q", doc.Lang, doc.Kind, w)
			}
		}
	}
}

// A page has all it needs in it: nothing to fetch, nothing to run, nowhere to go.
func TestHTMLLoadsNothing(t *testing.T) {
	allowed := strings.Fields("html head meta title style body header main footer section article div p h1 h2 h3 ul li dl dt dd table tr th td strong span img hr svg path text")
	harmless := strings.Fields("lang charset name content http-equiv class style alt src scope role width height viewBox stroke-width stroke-dasharray d x y")
	for _, doc := range pages(t) {
		page := doc.HTML()
		policy := false
		for _, e := range elements(t, page) {
			if !slices.Contains(allowed, e.name) {
				t.Errorf("%s: element %s", doc.Kind, e.name)
			}
			for name, value := range e.attr {
				if !slices.Contains(harmless, name) || name == "src" && !strings.HasPrefix(value, "data:image/png;base64,") {
					t.Errorf("%s: %s %s=%q", doc.Kind, e.name, name, value)
				}
			}
			if e.attr["http-equiv"] == "Content-Security-Policy" {
				policy = e.attr["content"] == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
			}
			if e.name == "style" || e.attr["style"] != "" {
				for _, way := range []string{"url(", "@import", "image("} {
					if strings.Contains(e.text+e.attr["style"], way) {
						t.Errorf("%s: the style has %s", doc.Kind, way)
					}
				}
			}
		}
		if !policy {
			t.Errorf("%s: no policy that forbids a browser to fetch", doc.Kind)
		}
		if len(page) > 150_000 {
			t.Errorf("%s %s: %d bytes, at most 150,000", doc.Lang, doc.Kind, len(page))
		}
	}
}

// A screen reader goes by headings: one of the first level, then no level left out; each drawing has
// its words, and what is in another language says so.
func TestHTMLCanBeReadAloud(t *testing.T) {
	for _, doc := range pages(t) {
		level, first, figures := 0, 0, 0
		foreign := false
		for _, e := range elements(t, doc.HTML()) {
			switch e.name {
			case "html":
				if e.attr["lang"] != doc.Lang {
					t.Errorf("%s %s: in language %q", doc.Lang, doc.Kind, e.attr["lang"])
				}
			case "h1", "h2", "h3":
				n := int(e.name[1] - '0')
				if n > level+1 || strings.TrimSpace(e.text) == "" {
					t.Errorf("%s %s: %s after level %d: %q", doc.Lang, doc.Kind, e.name, level, e.text)
				}
				if level = n; n == 1 {
					first++
				}
			case "svg":
				figures++
			case "title":
				if strings.TrimSpace(e.text) == "" {
					t.Errorf("%s %s: an empty title", doc.Lang, doc.Kind)
				}
			default:
				foreign = foreign || e.attr["lang"] != ""
			}
		}
		steps := 0
		want := false
		for _, b := range doc.Blocks {
			switch b := b.(type) {
			case handout.Step:
				steps++
			case handout.Band:
				want = b.Lang != ""
			}
		}
		if first != 1 || figures != steps || foreign != want {
			t.Errorf("%s %s: %d first headings, %d drawings for %d steps, another language %v, want %v", doc.Lang, doc.Kind, first, figures, steps, foreign, want)
		}
	}
}

func TestHTMLIsTheSameEveryTime(t *testing.T) {
	a, b := pages(t), pages(t)
	for i := range a {
		if a[i].HTML() != b[i].HTML() {
			t.Errorf("%s %s: two pages differ", a[i].Lang, a[i].Kind)
		}
	}
}

// What is read stands out by 7 to 1, by day and in the dark.
func TestHTMLColoursCanBeRead(t *testing.T) {
	page := english(t).Card().HTML()
	set := regexp.MustCompile(`:root \{ (--ink[^}]*)\}`).FindAllStringSubmatch(page, -1)
	if len(set) != 2 {
		t.Fatalf("%d sets of colours, want day and night", len(set))
	}
	for _, s := range set {
		c := map[string]float64{}
		for _, m := range regexp.MustCompile(`--(\w+): #(\w\w)(\w\w)(\w\w)`).FindAllStringSubmatch(s[1], -1) {
			c[m[1]] = luminance(m[2:])
		}
		for _, pair := range [][2]string{{"ink", "paper"}, {"quiet", "paper"}, {"accent", "paper"}, {"ink", "tint"}} {
			a, b := c[pair[0]], c[pair[1]]
			if ratio := (max(a, b) + 0.05) / (min(a, b) + 0.05); ratio < 7 {
				t.Errorf("%s on %s: %.1f to 1 in %v", pair[0], pair[1], ratio, slices.Sorted(maps.Keys(c)))
			}
		}
	}
}

// luminance is how light a colour is, from 0 to 1, given as hex digits for red, green and blue.
func luminance(hex []string) (sum float64) {
	for i, share := range []float64{0.2126, 0.7152, 0.0722} {
		n, _ := strconv.ParseUint(hex[i], 16, 8)
		v := float64(n) / 255
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		sum += share * v
	}
	return sum
}
