package handout

import "testing"

func TestMarkdownKeepsEveryLetter(t *testing.T) {
	for text, want := range map[string]string{
		"plain, 3 out of 10":    "plain, 3 out of 10",
		"**bold** and *not*":    `**bold** and \*not\*`,
		"a_b <c> [d] `e` f|g\\": "a\\_b \\<c\\> \\[d\\] \\`e\\` f\\|g\\\\",
		"1. first":              `1\. first`,
		"10) tenth":             `10\) tenth`,
		"- dash":                `\- dash`,
		"# head":                `\# head`,
		"R&D ~ x":               `R\&D \~ x`,
	} {
		if got := Rich(text).markdown(); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestMarkdownOfBlocks(t *testing.T) {
	d := Document{Blocks: []Block{
		Title{Text: "A_title", Lead: "and a lead"}, Heading{Level: 1, Text: "Part"}, Heading{Level: 2, Text: "Piece"},
		Paragraph{Text: Rich("**Why:** so")}, List{Items: []Text{Rich("one"), Rich("- two")}}, Ticks{[]string{"yes", "no"}},
	}, Foot: Rich("Draft.")}
	const want = "# A\\_title\n\nand a lead\n\n## Part\n\n### Piece\n\n**Why:** so\n\n- one\n- \\- two\n\n```\n[ ] yes   [ ] no\n\n```\n\nDraft.\n"
	if got := d.Markdown(); got != want {
		t.Errorf("got %q", got)
	}
}
