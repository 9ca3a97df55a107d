package handout

// Title is the name of the paper and one line under it; or, if Leaf is set, that of a further leaf, which
// is given out by itself.
type Title struct {
	Text, Lead string
	Leaf       bool
}

// Heading opens a part. Letter, if any, stands before it in a tab (S, B, A, R).
type Heading struct {
	Level  int // 2 for a part, 3 for a part of a part
	Letter string
	Text   string
}

// Paragraph is running text; Secondary ones may be set a little smaller, and Small is for what
// few will read. Lang is set when it is in another language than the document.
type Paragraph struct {
	Text      Text
	Secondary bool
	Small     bool
	Lang      string
}

// List is a bulleted list. Compact lists may be set in two columns, and Secondary ones smaller than
// running text. Lead, if any, says what the items are: a word beside them or a line above.
type List struct {
	Lead      string
	Items     []Text
	Compact   bool
	Secondary bool
	Lang      string // as of a Paragraph
}

// Table is a plain table; a row whose Strong is set stands out. The first Whole columns hold what
// is read letter by letter, and break inside a word last.
type Table struct {
	Header []string
	Whole  int
	Rows   []TableRow
}

// TableRow is one row of a Table.
type TableRow struct {
	Cells  []string
	Strong bool
}

func (b Title) write(f format)     { f.title(b) }
func (b Heading) write(f format)   { f.heading(b) }
func (b Paragraph) write(f format) { f.paragraph(b) }
func (b List) write(f format)      { f.list(b) }
func (b Table) write(f format)     { f.table(b) }

// paragraphs writes texts of the document's language.
func paragraphs(f format, list []Text) {
	for _, t := range list {
		f.paragraph(Paragraph{Text: t})
	}
}
