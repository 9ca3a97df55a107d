package batch

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"backcare/internal/handout"
	"backcare/internal/protocol"
)

// report is what a batch says while it runs and when it is done.
type report struct {
	job    *Job
	bar    *bar // nil unless somebody is watching
	table  *table
	begun  time.Time
	wrong  []string // the first rejected rows
	unsaid int      // rejected rows beyond those
	hints  []string // what to try, each once
}

// mostWrong is how many rejected rows are told one by one; the manifest has them all.
const mostWrong = 20

func newReport(j *Job, t *table) *report {
	r := &report{job: j, table: t}
	if j.Columns == nil {
		return r
	}
	r.begun = j.Now()
	if j.Quiet {
		return r
	}
	total := int64(j.Limit)
	if f, info := regular(j.In); f != nil && total == 0 {
		total = info.Size()
	}
	r.bar = newBar(j.Talk, j.Columns, j.Now, total)
	return r
}

// row counts a row on the bar and keeps why it was rejected.
func (r *report) row(t *rowJob, sum *Summary) {
	if t.entry.Outcome == rejected && len(r.wrong) == mostWrong {
		r.unsaid++
	} else if t.entry.Outcome == rejected {
		r.wrong = append(r.wrong, fmt.Sprintf("row %d: %s", t.entry.Row, oneLine(t.entry.Error)))
		for _, hint := range t.record.hints {
			if !slices.Contains(r.hints, hint) {
				r.hints = append(r.hints, hint)
			}
		}
	}
	if r.bar == nil {
		return
	}
	if sum.Rows%32 == 0 {
		rate := float64(sum.Rows) / max(r.job.Now().Sub(r.begun).Seconds(), 0.001)
		r.bar.name = fmt.Sprintf("%d rows, %.0f a second", sum.Rows, rate)
	}
	at := t.record.end
	if r.job.Limit > 0 {
		at = int64(sum.Rows)
	}
	r.bar.move(at)
}

// close takes the bar away.
func (r *report) close() {
	if r.bar != nil {
		r.bar.clear()
	}
}

// ring says whom to ring now.
func (r *report) ring(sum *Summary) {
	b := bufio.NewWriter(r.job.Talk)
	defer b.Flush()
	r.people(b, r.job.Author.Words.Spool.RingNow, sum.Ring, len(sum.Ring))
}

// people writes a list of people, the first of so many.
func (r *report) people(to io.Writer, title string, list []handout.Call, of int) {
	w := r.job.Author.Words
	if of > 0 {
		fmt.Fprintln(to, w.Marks.Label(plain(title), fmt.Sprint(of)))
	}
	for _, p := range list {
		line := fmt.Sprintf("  %s %d  %s", plain(w.Spool.Row), p.Row, p.Ref)
		if p.Phone != "" {
			line += "  " + p.Phone
		}
		switch {
		case p.People > 1:
			line += fmt.Sprintf("  (rejected: %d rows may be in one; check each of them)", p.People)
		case p.Rejected:
			line += "  (rejected: there is no note)"
		}
		fmt.Fprintln(to, strings.TrimRight(line, " "))
	}
	if n := of - len(list); n > 0 {
		fmt.Fprintln(to, "  "+strings.ReplaceAll(plain(w.Spool.More), "{n}", fmt.Sprint(n)))
	}
}

// cut says how far the list of whom to ring goes when the batch had to stop.
func (r *report) cut(sum *Summary) {
	if sum.Last == 0 {
		fmt.Fprintln(r.job.Talk, "backcare: warning: no rows were checked, so anyone who must be rung now is not listed")
		return
	}
	fmt.Fprintf(r.job.Talk, "backcare: warning: rows below row %d were not checked, so anyone there who must be rung now is not listed\n", sum.Last)
}

// tell says what a finished batch came to: whom to ring first, then what was rejected, then which
// references stand in several rows, then the sum.
func (r *report) tell(sum *Summary, twice []string) {
	r.ring(sum)
	if r.job.Quiet {
		return
	}
	b := bufio.NewWriter(r.job.Talk)
	defer b.Flush()
	say := func(kind string, lines ...string) {
		for _, line := range lines {
			fmt.Fprintf(b, "backcare: %s: %s\n", kind, line)
		}
	}
	r.people(b, r.job.Author.Words.Spool.Today, sum.Today[:min(len(sum.Today), mostWrong)], len(sum.Today))
	say("rejected", r.wrong...)
	if r.unsaid > 0 {
		say("rejected", fmt.Sprintf("and %d more", r.unsaid))
	}
	say("hint", r.hints...)
	if sum.Rows == 0 {
		say("warning", r.nobody())
	}
	say("warning", twice[:min(len(twice), mostWrong)]...)
	if n := len(twice) - mostWrong; n > 0 {
		say("warning", "and "+counted(n, "ref")+" more")
	}
	fmt.Fprintln(b, r.sum(sum))
	if r.job.Spool != "" && !r.job.DryRun && sum.Written()+len(sum.Ring) == 0 {
		fmt.Fprintf(b, "backcare: nothing to print: %s was not written\n", r.job.Spool)
	}
}

// nobody says why no row was done.
func (r *report) nobody() string {
	switch {
	case r.job.Shard.N > 1:
		return "no row of the table is in shard " + r.job.Shard.String()
	case r.table.columns == nil:
		return "the table has no rows"
	}
	return "the table has a header and no rows"
}

// sum is the batch in one line.
func (r *report) sum(sum *Summary) string {
	var urgencies []string
	for u := protocol.Emergency; u > protocol.Caution; u-- {
		if n := sum.ByUrgency[u]; n > 0 {
			urgencies = append(urgencies, fmt.Sprintf("%d %s", n, u))
		}
	}
	line := fmt.Sprintf("%s: %s", counted(sum.Rows, "row"), counted(sum.Sheets, "sheet"))
	if sum.Referrals > 0 {
		line += fmt.Sprintf(", %s (%s)", counted(sum.Referrals, "referral"), strings.Join(urgencies, ", "))
	}
	if sum.GoOn > 0 {
		line += fmt.Sprintf(", %d to go on with the second leaf", sum.GoOn)
	}
	if sum.Rejected > 0 {
		line += fmt.Sprintf(", %d rejected", sum.Rejected)
	}
	switch {
	case r.job.DryRun:
		line += "; nothing written"
	case sum.Kept > 0:
		line += fmt.Sprintf("; %d already there", sum.Kept)
	}
	if r.job.Columns != nil {
		line += fmt.Sprintf("; %.1f s", r.job.Now().Sub(r.begun).Seconds())
	}
	return line
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func plain(s string) string { return handout.Rich(s).String() }
