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
	stamp := fileStampOf(job.In)
	t, err := openTable(ctx, job.Author.Protocol, job.Mapping, job.In)
	if err != nil {
		job.ringRefused(t)
		return Summary{}, job.stopped(ctx, err, 0)
	}
	r := &run{Job: job, table: t, stamp: stamp}
	r.spool = &spool{job: &r.Job}
	if err := r.prepare(); err != nil {
		return Summary{}, err
	}
	defer r.release()
	r.report, r.refs = newReport(&r.Job, t), newRefs()
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
	stamp    fileStamp // of the table, when it was opened
	printers map[string]*printer
	folder   *folder // nil when no papers are written
	source   *rowSource
	spool    *spool
	report   *report
	refs     *refs
	sum      Summary
}

// prepare opens what is written to, and refuses what does not go on from there.
func (r *run) prepare() error {
	r.source = &rowSource{table: r.table, shard: r.Shard, limit: r.Limit, hash: newRowHash()}
	if r.Out != "" && !r.DryRun {
		if err := r.enter(); err != nil {
			return err
		}
	}
	if err := r.spool.claim(); err != nil {
		r.release()
		return broken(err)
	}
	r.printers = r.Job.printers() // with the time that enter has found
	r.spool.cover = r.printers[""]
	return nil
}

// enter claims the folder and finds out what is done.
func (r *run) enter() (err error) {
	if r.folder, err = claim(r.Out, r.Resume); err != nil {
		r.folder = nil
		return err
	}
	defer func() {
		if err != nil {
			r.release()
		}
	}()
	j := r.folder.journal
	if j.begun != nil && !r.DateGiven {
		begun, err := time.Parse(time.RFC3339Nano, j.begun["date"])
		if err != nil {
			return asBroken(fmt.Errorf("%s: %w", journalName, err), "")
		}
		if most := r.Author.Protocol.FreshDays; protocol.NoAnswers(r.Author.Protocol).Given(begun).Old(r.Author.When) {
			return asRefused(fmt.Sprintf("%s holds a batch of %s, more than %d days ago: its answers are too old to go on with", r.Out, begun.Format(time.DateOnly), most),
				"have the questions answered again, and give another --out")
		}
		r.Author.When = begun
		r.Author.DateOnly = j.begun["clock"] == ""
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
		err = r.folder.tidy(r.Shard)
	}
	return broken(err)
}

func (r *run) release() {
	r.spool.release()
	if r.folder != nil {
		r.folder.close()
		r.folder = nil
	}
}

// finish puts the manifest in its place once everything it lists is on the disk, and then the print job.
func (r *run) finish() error {
	if fileStampOf(r.In) != r.stamp {
		return asBroken(errors.New("the table changed while it was read"), "give a copy that nobody writes to, and another --out")
	}
	if r.folder != nil {
		if err := r.folder.commit(r.source.hash.String(), r.source.how); err != nil {
			return err
		}
	}
	return r.spool.finish(&r.sum)
}
