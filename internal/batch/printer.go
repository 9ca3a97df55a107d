package batch

import (
	"crypto/sha256"
	"fmt"
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

// print makes the paper of a row that is decided: for the print job, which is always a PDF, and for the folder, in
// buf if it has room. What nobody asked for is not made.
func (b *printer) print(j *Job, t *rowJob, buf []byte) (data []byte, err error) {
	doc := b.document(t.outcome, t.who)
	var paper *pdf.Composed
	if j.Spool != "" || j.Format == PDF {
		renderer, err := b.renderer()
		if err == nil {
			paper, err = renderer.Compose(&doc, j.Paper)
		}
		if err != nil {
			return nil, err
		}
	}
	if j.Spool != "" { // else it is not kept until the row is committed
		t.paper = paper
	}
	if j.Out == "" {
		return nil, nil
	}
	var sum [sha256.Size]byte
	switch j.Format {
	case PDF:
		data, sum, err = paper.Append(buf)
	case JSON:
		data, err = b.author.Record(t.outcome).JSON()
	case HTML:
		data = []byte(doc.HTML())
	case Text:
		data = []byte(doc.Text(80))
	}
	if j.Format != PDF { // of which the hash is known
		sum = sha256.Sum256(data)
	}
	t.entry.SHA256 = fmt.Sprintf("%x", sum)
	t.entry.File = fileName(t.entry.Row, t.entry.Ref, t.entry.Outcome, j.Format)
	return data, err
}

// The memory in bytes up to which nothing is collected: for blocks, fonts and what is thrown away,
// and for what each worker keeps in each language.
const (
	sharedMemory = 64 << 20
	workerMemory = 12 << 20
)

// SaveCollecting lets the whole process fill more memory before garbage is collected, and returns a func that
// undoes this. Call it only in a process that does nothing but run a batch. Every paper is some 80 kB that
// nobody needs a moment later, and collecting them less often takes a third off the time. Memory is then the
// same for any number of rows; but what a print job keeps of each row has no limit, and collecting all the time
// when it passes one would help nobody. Whoever has set GOMEMLIMIT knows better.
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
