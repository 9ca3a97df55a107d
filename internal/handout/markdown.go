package handout

import (
	"fmt"
	"regexp"
	"strings"
)

// Markdown writes the document for a web page or a repository. It knows the blocks of an
// explanation: titles, headings, paragraphs and lists; any other is written as its plain text.
func (d Document) Markdown() string {
	var b strings.Builder
	for _, block := range d.Blocks {
		switch block := block.(type) {
		case Title:
			fmt.Fprintf(&b, "# %s\n\n%s\n\n", escape(block.Text), escape(block.Lead))
		case Heading:
			fmt.Fprintf(&b, "%s %s\n\n", strings.Repeat("#", block.Level+1), escape(block.Text))
		case Paragraph:
			fmt.Fprintf(&b, "%s\n\n", block.Text.markdown())
		case List:
			if block.Lead != "" {
				fmt.Fprintf(&b, "%s\n\n", escape(block.Lead+d.Colon))
			}
			for _, t := range block.Items {
				fmt.Fprintf(&b, "- %s\n", t.markdown())
			}
			b.WriteString("\n")
		default:
			fmt.Fprintf(&b, "```\n%s```\n\n", Document{Blocks: []Block{block}}.Text(80))
		}
	}
	b.WriteString(d.Foot.markdown() + "\n")
	return b.String()
}

func (t Text) markdown() string {
	var b strings.Builder
	for _, s := range t {
		if text := strings.TrimRight(s.Text, " "); s.Bold {
			b.WriteString("**" + escape(text) + "**" + s.Text[len(text):])
		} else {
			b.WriteString(escape(s.Text))
		}
	}
	return b.String()
}

var (
	marks  = regexp.MustCompile("[\\\\`*_\\[\\]<>|~&]")
	starts = regexp.MustCompile(`^(\d+)([.)])|^([#+=-])`)
)

// escape keeps the letters of a text from being read as markdown.
func escape(s string) string {
	return starts.ReplaceAllString(marks.ReplaceAllString(s, `\$0`), `$1\$2$3`)
}
