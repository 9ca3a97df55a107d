package batch

import (
	"crypto/sha256"
	"math"
	"runtime/debug"
	"sync"

	"backcare/internal/handout"
	"backcare/internal/pdf"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// printer makes the papers of one language.
type printer struct {
	author   handout.Author
	document func(triage.Outcome, questions.Person) handout.Document
	renderer func() (*pdf.Renderer, error) // made when it is first needed
}

// blockMemory is about how many bytes are kept of what was set and drawn, in all languages.
const blockMemory = 28 << 20

// printers are the printers of all languages, by tag; the empty tag is the default language.
func (j *Job) printers() map[string]*printer {
	out := map[string]*printer{}
	memory := max(blockMemory/(1+len(j.Langs)), 2<<20)
	for _, lang := range append([]string{j.Author.Words.Lang}, j.Langs...) {
		if out[lang] == nil {
			author := j.Author
			if lang != author.Words.Lang {
				author.Words = author.Protocol.Words(lang)
			}
			out[lang] = &printer{author, author.Writer(), sync.OnceValues(func() (*pdf.Renderer, error) { return pdf.NewRenderer(author.Words.Runes(), memory) })}
		}
	}
	out[""] = out[j.Author.Words.Lang]
	return out
}

// print makes one person's paper for the folder, in buf if it has room, with its SHA-256, and the same for the
// print job, which is always a PDF. What nobody asked for is not made.
func (b *printer) print(j *Job, buf []byte, o triage.Outcome, who questions.Person) (data []byte, sum [sha256.Size]byte, paper *pdf.Composed, err error) {
	doc := b.document(o, who)
	if j.Spool != "" || j.Format == PDF {
		var renderer *pdf.Renderer
		if renderer, err = b.renderer(); err == nil {
			paper, err = renderer.Compose(&doc, j.Paper)
		}
	}
	switch {
	case err != nil || j.Out == "":
		return nil, sum, paper, err
	case j.Format == PDF:
		data, sum, err = paper.Append(buf)
		return data, sum, paper, err
	case j.Format == JSON:
		data, err = b.author.Record(o).JSON()
	case j.Format == HTML:
		data = []byte(doc.HTML())
	default:
		data = []byte(doc.Text(80))
	}
	return data, sha256.Sum256(data), paper, err
}

// The memory in bytes up to which nothing is collected: for blocks, fonts and what is thrown away,
// and for what each worker keeps in each language.
const (
	sharedMemory = 64 << 20
	workerMemory = 12 << 20
)

// SaveCollecting lets more memory of the whole process pile up before it is collected, and returns what undoes
// that; whoever runs a batch and nothing else beside it may call it. Every
// paper is some 80 kB that nobody needs a moment later, and collecting them less often takes a third
// off the time. Memory is then the same for any number of rows; but what a print job keeps of each row
// has no limit, and collecting all the time when it passes one would help nobody. Whoever has set
// GOMEMLIMIT knows better.
func (j *Job) SaveCollecting() (undo func()) {
	if debug.SetMemoryLimit(-1) != math.MaxInt64 {
		return func() {}
	}
	percent, limit := -1, int64(sharedMemory+max(j.Workers, 1)*workerMemory)
	if j.Spool != "" {
		percent, limit = 200, math.MaxInt64
	}
	percent, limit = debug.SetGCPercent(percent), debug.SetMemoryLimit(limit)
	return func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	}
}
