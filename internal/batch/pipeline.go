package batch

import (
	"context"
	"errors"
	"io"
	"sync"
	"sync/atomic"
)

// rows sends every row through the workers and commits them in order.
func (r *run) rows(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	window := 64 * r.Workers
	work, queue := make(chan *rowJob, window), make(chan *rowJob, window)
	var reading error
	go func() {
		defer close(queue)
		defer close(work)
		reading = r.read(ctx, work, queue)
	}()
	var broke atomic.Bool
	var pool sync.WaitGroup
	for n := range r.Workers {
		w := &worker{number: n, run: r}
		pool.Go(func() {
			for t := range work {
				if !broke.Load() {
					w.do(t)
				}
				close(t.done)
			}
		})
	}
	var failed error
	for t := range queue {
		<-t.done
		if failed == nil {
			if failed = t.err; failed == nil {
				failed = r.commit(t)
			}
			if failed != nil {
				r.sum.Last = max(r.sum.Last, t.entry.Row)
				broke.Store(true)
				cancel()
			}
		}
		if failed != nil {
			r.sum.alarm(t) // decided, though its paper may not be there
		}
	}
	pool.Wait()
	if failed == nil {
		failed = reading
	}
	if r.folder != nil {
		if err := r.folder.journal.flush(); failed == nil {
			failed = err
		}
	}
	return failed
}

// read hands out the rows until there are no more, or ctx ends.
func (r *run) read(ctx context.Context, work, queue chan *rowJob) error {
	for {
		t := &rowJob{done: make(chan struct{})}
		if err := r.source.next(t); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		select {
		case queue <- t:
			work <- t // has room for all that queue holds
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// commit makes a row count. Rows come here in input order, each when its paper is in its place.
func (r *run) commit(t *rowJob) error {
	if t.earlier == "" && r.folder != nil {
		if err := r.folder.done(t); err != nil {
			return err
		}
	}
	if r.JSON != nil {
		b, err := t.entry.json()
		if err == nil {
			_, err = r.JSON.Write(b)
		}
		if err != nil {
			return err
		}
	}
	r.sum.count(t)
	r.refs.add(&t.entry)
	r.report.row(t, &r.sum)
	return r.spool.add(t)
}
