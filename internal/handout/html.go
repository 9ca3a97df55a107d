package handout

import (
	"bytes"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html"
	"regexp"
	"strings"
	"unicode/utf8"

	"backcare/internal/figure"
)

// style is the look of a page on a phone, on a desk, in the dark and in print.
//
//go:embed html.css
var style string

// HTML writes the document as one page that stands by itself: its style, figures and logo are in it,
// it runs nothing, and its own policy forbids a browser to fetch anything.
func (d Document) HTML() string {
	w := &page{colon: d.Colon}
	w.put(`<!DOCTYPE html>
<html lang="%s">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<meta name="referrer" content="no-referrer"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"/>
<title>%s</title>
<style>
`, d.Lang, d.Title)
	w.b.WriteString(style)
	w.b.WriteString(figure.Stylesheet())
	w.put("</style>\n</head>\n<body class=\"%s\">\n", string(d.Kind))
	w.head(d.Head)
	w.b.WriteString("<main>\n")
	for _, b := range d.Blocks {
		b.write(w)
	}
	w.b.WriteString("</main>\n")
	w.tag("footer", "", d.Foot)
	w.b.WriteString("</body>\n</html>\n")
	return w.b.String()
}

// page is a page being written.
type page struct {
	b     strings.Builder
	colon string // between a label and its value
}

// put writes markup with values in it, each of them escaped.
func (w *page) put(markup string, values ...string) {
	safe := make([]any, len(values))
	for i, v := range values {
		safe[i] = html.EscapeString(v)
	}
	fmt.Fprintf(&w.b, markup, safe...)
}

// tag writes an element that holds a text; an empty text writes nothing. attrs is markup.
func (w *page) tag(name, attrs string, t Text) {
	if len(t) == 0 {
		return
	}
	fmt.Fprintf(&w.b, "<%s%s>", name, attrs)
	for _, s := range t {
		if s.Bold {
			w.b.WriteString("<strong>")
		}
		w.b.WriteString(inline(s.Text))
		if s.Bold {
			w.b.WriteString("</strong>")
		}
	}
	fmt.Fprintf(&w.b, "</%s>\n", name)
}

// plain is an element that holds a text of one weight.
func (w *page) plain(name, attrs, s string) {
	if s != "" {
		w.tag(name, attrs, plain(s))
	}
}

// items is a bulleted list; no items write nothing.
func (w *page) items(attrs string, list []Text) {
	if len(list) == 0 {
		return
	}
	w.within("ul", attrs, func() {
		for _, t := range list {
			w.tag("li", "", t)
		}
	})
}

// within writes an element around what inside writes. attrs is markup.
func (w *page) within(name, attrs string, inside func()) {
	w.b.WriteString("<" + name + attrs + ">\n")
	inside()
	w.b.WriteString("</" + name + ">\n")
}

func (w *page) head(h Head) {
	if len(h.Clinic) == 0 && len(h.Person) == 0 && len(h.Logo) == 0 {
		return
	}
	w.within("header", "", func() {
		if len(h.Logo) > 0 {
			kind := "jpeg"
			if bytes.HasPrefix(h.Logo, []byte("\x89PNG")) {
				kind = "png"
			}
			// The name of the clinic stands beside it, so the logo says nothing more.
			fmt.Fprintf(&w.b, `<img class="logo" alt="" src="data:image/%s;base64,%s"/>`+"\n", kind, base64.StdEncoding.EncodeToString(h.Logo))
		}
		w.tag("p", "", h.Clinic)
		w.tag("p", ` class="person"`, h.Person)
	})
}

var blanks = regexp.MustCompile(`_{6,}`)

// inline is a text as markup, with a line to write on in place of the underscores for one.
func inline(s string) string {
	return blanks.ReplaceAllStringFunc(html.EscapeString(s), func(line string) string {
		return fmt.Sprintf(`<span class="blank" style="width:%dch"></span>`, utf8.RuneCountInString(line))
	})
}

// language is the attribute of a text in another language than the document; empty for none.
func language(tag string) string {
	if tag == "" {
		return ""
	}
	return ` lang="` + html.EscapeString(tag) + `"`
}
