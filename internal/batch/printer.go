package batch

import (
	"crypto/sha256"
	"sync"

	"backcare/internal/handout"
	"backcare/internal/pdf"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// printer makes the papers of one language.
type printer struct {
	author   handout.Author
	format   Format
	paper    pdf.Paper
	renderer func() (*pdf.Renderer, error) // made when it is first needed
}

// blockMemory is about how many bytes are kept of what was set and drawn, in all languages.
const blockMemory = 28 << 20

func newPrinter(author handout.Author, format Format, paper pdf.Paper, memory int) *printer {
	return &printer{author: author, format: format, paper: paper,
		renderer: sync.OnceValues(func() (*pdf.Renderer, error) { return pdf.NewRenderer(author.Words.Runes(), memory) })}
}

// print makes one person's paper, in buf if it has room, and its SHA-256.
func (b *printer) print(buf []byte, o triage.Outcome, who questions.Person) (data []byte, sum [sha256.Size]byte, err error) {
	switch b.format {
	case JSON:
		data, err = b.author.Record(o).JSON()
		return data, sha256.Sum256(data), err
	case HTML:
		data = []byte(b.author.Document(o, who).HTML())
		return data, sha256.Sum256(data), nil
	case Text:
		data = []byte(b.author.Document(o, who).Text(80))
		return data, sha256.Sum256(data), nil
	}
	renderer, err := b.renderer()
	if err != nil {
		return nil, sum, err
	}
	doc := b.author.Document(o, who)
	return renderer.Append(buf, &doc, b.paper)
}

// urgencyOf and rulesOf say what an outcome came from.
func urgencyOf(o triage.Outcome) (kind handout.Kind, urgency string, rules []string) {
	var fired []triage.Fired
	kind = handout.SheetKind
	switch o := o.(type) {
	case triage.Referral:
		kind, urgency, fired = handout.ReferralKind, o.Urgency.String(), o.Fired
	case triage.Routine:
		fired = o.Cautions()
	}
	for _, f := range fired {
		rules = append(rules, f.Rule.ID)
	}
	return kind, urgency, rules
}

// printers are the printers of all languages, by tag; the empty tag is the default language.
func (j *Job) printers(format Format) map[string]*printer {
	out := map[string]*printer{}
	for _, lang := range append([]string{j.Author.Words.Lang}, j.Langs...) {
		if out[lang] == nil {
			author := j.Author
			if lang != author.Words.Lang {
				author.Words = author.Protocol.Words(lang)
			}
			out[lang] = newPrinter(author, format, j.Paper, max(blockMemory/(1+len(j.Langs)), 2<<20))
		}
	}
	out[""] = out[j.Author.Words.Lang]
	return out
}
