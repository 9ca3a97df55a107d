package batch

import (
	"fmt"
	"io"
	"io/fs"
	"time"

	"backcare/internal/handout"
	"backcare/internal/pdf"
	"backcare/internal/triage"
)

// Job is one batch, as asked for.
type Job struct {
	In      io.Reader      // the table: CSV or NDJSON. A file is hashed first, and gives the progress bar its end
	Mapping *Mapping       // what the columns of another program's table are; nil as a rule
	Stdin   io.Reader      // of the process; Spool must not be the file it reads; may be nil
	Author  handout.Author // the content, the default language, the place and the time
	Langs   []string       // languages the content was loaded with; a row may ask for one of them
	Content fs.FS          // the files the content was loaded from; a change of them is noticed
	With    []string       // steps asked for by name
	Paper   pdf.Paper      // of PDF and of the spool

	Out    string // folder of the papers and the manifest; may be empty
	Spool  string // file of the print job; may be empty
	Format Format // of the papers in Out
	Resume bool   // go on with what Out holds; Spool is made again
	Force  bool   // Spool may be replaced
	// DateGiven says that Author.When was asked for. When it was not, a resumed batch keeps the
	// time it was begun with.
	DateGiven bool
	DryRun    bool // write nothing, only count

	Workers int   // rows worked on at the same time; 1 to 256
	Limit   int   // rows to do; 0 for all
	Shard   Shard // the part of the rows to do

	JSON io.Writer // one line of JSON a row, in order; nil for none
	Talk io.Writer // the conversation, stderr as a rule
	// Columns is the width of the terminal that Talk writes to, for a progress bar; nil when it is no terminal.
	Columns func() int
	Now     func() time.Time // the clock, asked only when there is a terminal
	Quiet   bool             // no bar and no summary; whom to ring is always told
}

// Format is what a paper is written as.
type Format string

// The formats of a paper.
const (
	PDF  Format = "pdf"
	HTML Format = "html"
	Text Format = "text"
	JSON Format = "json"
)

func (f Format) ext() string {
	if f == Text {
		return ".txt"
	}
	return "." + string(f)
}

// Shard is part I of N of the rows, I from 1. The zero value is all of them.
type Shard struct{ I, N int }

// has reports whether a row belongs to the shard. The row number alone decides.
func (s Shard) has(row int) bool { return s.N < 2 || row%s.N == s.I%s.N }

// String is "I/N"; empty for all rows.
func (s Shard) String() string {
	if s.N < 2 {
		return ""
	}
	return fmt.Sprintf("%d/%d", s.I, s.N)
}

// mostWorkers is far more than any machine can use; each holds some papers in memory.
const mostWorkers = 256

func (j *Job) check() error {
	j.Workers = max(j.Workers, 1)
	const inFolder = "batch does not write to stdout; for a path named - give ./-"
	switch {
	case j.Out == "-":
		return asRefused("--out cannot be -", inFolder)
	case j.Spool == "-":
		return asRefused("--spool cannot be -", inFolder)
	case j.Format != PDF && j.Format != HTML && j.Format != Text && j.Format != JSON:
		return asRefused(fmt.Sprintf("unknown format %q", j.Format), "use pdf, html, text or json")
	case j.Out == "" && j.Spool == "" && !j.DryRun:
		return asRefused("nothing to write to", "give --out DIR or --spool FILE, or --dry-run")
	case j.Shard.N != 0 && (j.Shard.I < 1 || j.Shard.I > j.Shard.N):
		return asRefused(fmt.Sprintf("shard %d/%d is not one of 1/%[2]d to %[2]d/%[2]d", j.Shard.I, j.Shard.N), "give --shard I/N, I from 1 to N")
	case j.Workers > mostWorkers:
		return asRefused(fmt.Sprintf("--jobs cannot be %d", j.Workers), fmt.Sprintf("use 1 to %d; one per core is best", mostWorkers))
	}
	if err := triage.CheckRequests(j.Author.Protocol, j.With); err != nil {
		return asRefused(err.Error(), "give one of these, or leave out --with")
	}
	return nil
}
