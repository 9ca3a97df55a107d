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
	for range r.Workers {
		w := &worker{run: r}
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
	var ready []*rowJob // decided, in input order
	for t := range queue {
		<-t.done
		if ready = append(ready, t); failed == nil && t.err == nil && len(queue) > 0 && len(ready) < window {
			continue // as many as there are at once
		}
		if failed == nil {
			var done int
			if done, failed = r.commit(ready); failed != nil {
				broke.Store(true)
				cancel()
				r.sum.Last = max(r.sum.Last, t.entry.Row)
			}
			ready = ready[done:]
		}
		for _, t := range ready {
			r.sum.alarm(t) // though its paper is not there
			if t.file != nil {
				t.file.Drop()
			}
		}
		ready = nil
	}
	pool.Wait()
	if failed == nil {
		failed = reading
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

// commit makes rows count, in input order: their papers are put in their places, and only then are they told.
// Done is how many; the last may have failed already.
func (r *run) commit(rows []*rowJob) (done int, err error) {
	err = rows[len(rows)-1].err
	if err != nil {
		rows = rows[:len(rows)-1]
	}
	if r.folder != nil && len(rows) > 0 {
		if err := r.folder.place(rows); err != nil {
			return 0, err
		}
	}
	for i, t := range rows {
		if err := r.tell(t); err != nil {
			return i, err
		}
	}
	return len(rows), err
}

// tell gives a row to the print job, reports and counts it.
func (r *run) tell(t *rowJob) error {
	if err := r.spool.add(t); err != nil {
		return err
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
	return nil
}
