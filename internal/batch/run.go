// Package batch turns a table of many people into papers. Its one rule: whatever happens on the
// way, the folder ends with exactly the bytes of an undisturbed run.
package batch

import (
	"context"
	"errors"
	"fmt"
	"time"

	"backcare/internal/protocol"
)

// Run does a batch. Errors are Refused when nothing was begun, Broken when it had to stop, and
// Interrupted when ctx ended it; rows that are rejected are counted, not an error.
func Run(ctx context.Context, job Job) (Summary, error) {
	if err := job.check(); err != nil {
		return Summary{}, err
	}
	if err := job.checkSpool(); err != nil {
		return Summary{}, err
	}
	r := &run{Job: job, written: written(job.In)}
	var err error
	if r.table, err = openTable(ctx, job.Author.Protocol, job.Mapping, job.In); err != nil {
		job.ringRefused(r.table)
		return Summary{}, job.stopped(ctx, err, 0)
	}
	defer r.release()
	if err := r.prepare(); err != nil {
		return Summary{}, err
	}
	err = r.rows(ctx)
	all := err == nil
	if all {
		err = r.finish()
	}
	r.report.close()
	if err != nil {
		r.report.ring(&r.sum) // whoever must be rung is told, whatever went wrong after
		if !all {
			r.report.cut(&r.sum)
		}
		return r.sum, r.Job.stopped(ctx, err, r.sum.Rows)
	}
	r.report.tell(&r.sum, r.refs.told())
	return r.sum, nil
}

// run is a batch under way.
type run struct {
	Job
	table    *table
	written  string // when the table was, when it was opened
	printers map[string]*printer
	folder   *folder // nil when no papers are written
	source   *rowSource
	spool    spool
	report   *report
	refs     *refs
	sum      Summary
}

// prepare opens the outputs, and refuses a folder that this batch cannot continue.
func (r *run) prepare() (err error) {
	r.source = &rowSource{table: r.table, shard: r.Shard, limit: r.Limit}
	if r.Out != "" && !r.DryRun {
		if r.folder, err = claim(r.Out, r.Resume); err == nil {
			err = r.goOn(r.folder.journal)
		}
		if err != nil {
			return broken(err)
		}
	}
	r.printers = r.Job.printers() // with the time that goOn has found
	r.spool = spool{job: &r.Job, cover: r.printers[""]}
	r.report, r.refs = newReport(&r.Job, r.table), newRefs()
	if r.Spool != "" && !r.DryRun {
		r.spool.file, err = claimSpool(r.Spool)
	}
	return broken(err)
}

// goOn finds out what is done, and makes the folder ready for the rest.
func (r *run) goOn(j *journal) error {
	if j.begun != nil && !r.DateGiven {
		begun, err := time.Parse(time.RFC3339Nano, j.begun["date"])
		if err != nil {
			return asBroken(fmt.Errorf("%s: %w", journalName, err), "")
		}
		if most := r.Author.Protocol.FreshDays; protocol.NoAnswers(r.Author.Protocol).Given(begun).Old(r.Author.When) {
			return asRefused(fmt.Sprintf("%s contains a batch of %s, more than %d days ago: its answers are too old to continue", r.Out, begun.Format(time.DateOnly), most),
				"have the questions answered again, and give another --out")
		}
		r.Author.When, r.Author.DateOnly = begun, j.begun["clock"] == ""
	}
	s, err := r.Job.settings(r.table)
	if err != nil {
		return asBroken(err, "")
	}
	if j.begun == nil {
		err = j.begin(s)
	} else if err = s.compare(j.begun); err == nil {
		r.source.earlier, r.source.ended = j.reader(), j.how == endedAll
	}
	if err == nil {
		err = r.folder.tidy()
	}
	return err
}

func (r *run) release() {
	if r.spool.file != nil {
		r.spool.file.Drop()
	}
	if r.folder != nil {
		r.folder.close()
	}
}

// finish puts the manifest in its place once everything it lists is on the disk, and then the print job.
func (r *run) finish() error {
	if written(r.In) != r.written {
		return asBroken(errors.New("the table changed while it was being read"), "give a copy that nobody is editing, and another --out")
	}
	if r.folder != nil {
		if err := r.folder.commit(r.source.hash.String(), r.source.how); err != nil {
			return err
		}
	}
	return r.spool.finish(&r.sum)
}
