package batch

import (
	"context"
	"errors"
	"fmt"
	"math"
	"runtime/debug"
	"time"

	"backcare/internal/protocol"
)

// The memory in bytes up to which nothing is collected: for plates, fonts and what is thrown away,
// and for what each worker keeps in each language.
const (
	sharedMemory = 64 << 20
	workerMemory = 12 << 20
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
	defer job.saveCollecting()()
	stamp := stampOf(job.In)
	t, err := openTable(ctx, job.Desk.Protocol, job.Mapping, job.In)
	if err != nil {
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
		err = r.finish(ctx)
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

// saveCollecting lets more memory pile up before it is collected, and returns what undoes that. Every
// paper is some 80 kB that nobody needs a moment later, and collecting them less often takes a third
// off the time. Memory is then the same for any number of rows; but the answers that a print job keeps
// have no limit, and collecting all the time when they pass one would help nobody. Whoever has set
// GOMEMLIMIT knows better.
func (j *Job) saveCollecting() (undo func()) {
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

// run is a batch under way.
type run struct {
	Job
	table   *table
	stamp   stamp // of the table, when it was opened
	benches map[string]*bench
	folder  *folder // nil when no papers are written
	feed    *feed
	spool   *spool
	report  *report
	refs    *refs
	sum     Summary
}

// prepare opens what is written to, and refuses what does not go on from there.
func (r *run) prepare() error {
	r.feed = &feed{table: r.table, shard: r.Shard, limit: r.Limit, chain: newChain()}
	if r.Out != "" && !r.DryRun {
		if err := r.enter(); err != nil {
			return err
		}
	}
	if err := r.spool.claim(); err != nil {
		r.release()
		return broken(err)
	}
	r.benches = r.Job.benches(r.Format)
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
			return &Broken{fmt.Errorf("%s: %w", journalName, err), ""}
		}
		if most := r.Desk.Protocol.FreshDays; protocol.NoAnswers(r.Desk.Protocol).Given(begun).Old(r.Desk.When) {
			return &Refused{fmt.Sprintf("%s holds a batch of %s, more than %d days ago: its answers are too old to go on with", r.Out, begun.Format(time.DateOnly), most),
				"have the questions answered again, and give another --out"}
		}
		r.Desk.When = begun
		r.Desk.DateOnly = j.begun["clock"] == ""
	}
	s, err := r.Job.settings(r.table)
	if err != nil {
		return &Broken{err, ""}
	}
	if j.begun == nil {
		err = j.begin(s)
	} else if err = s.compare(j.begun); err == nil {
		r.feed.past, r.feed.ended = j.past(), j.how == endedAll
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
func (r *run) finish(ctx context.Context) error {
	if stampOf(r.In) != r.stamp {
		return &Broken{errors.New("the table changed while it was read"), "give a copy that nobody writes to, and another --out"}
	}
	if r.folder != nil {
		if err := r.folder.seal(r.feed.chain.String(), r.feed.how); err != nil {
			return err
		}
	}
	r.benches = nil // the print job has its own
	return r.spool.print(ctx, &r.sum, r.report)
}
