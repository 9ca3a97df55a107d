package batch

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// rowSource takes the rows of a table in order, with what an earlier run has done of them.
type rowSource struct {
	table   *table
	shard   Shard
	limit   int
	earlier *journalReader // nil when there is no earlier run
	ended   bool           // the earlier run had reached the end of the table

	hash  rowHash
	taken int
	how   string // why there are no more rows
}

// next fills in the next row to do. The error is io.EOF when there are none; it is Refused when
// the table is not the one that the earlier run has read.
func (f *rowSource) next(t *rowJob) error {
	for {
		if f.limit > 0 && f.taken == f.limit {
			return f.end(endedLimit)
		}
		err := f.table.next(&t.record)
		if errors.Is(err, io.EOF) {
			return f.end(endedAll)
		}
		if err != nil {
			return err
		}
		if t.record.empty() {
			continue
		}
		f.hash.add(&t.record)
		if f.shard.has(t.record.row) {
			f.taken++
			t.hash = f.hash.String()
			return f.recall(t)
		}
	}
}

const putBack = "give the original table, or another --out"

// recall finds what the earlier run has done of a row.
func (f *rowSource) recall(t *rowJob) (err error) {
	t.earlier = ""
	if f.earlier == nil {
		return nil
	}
	hash, line, err := f.earlier.next()
	switch {
	case errors.Is(err, io.EOF) && !f.ended:
		f.earlier = nil
		return nil
	case err != nil && !errors.Is(err, io.EOF):
		return err
	case err != nil || hash != t.hash:
		return asRefused(fmt.Sprintf("the table changed at or before row %d since this batch started", t.record.row), putBack)
	}
	t.earlier = line
	return nil
}

// end is the end of the rows. The earlier run must not have had more of them.
func (f *rowSource) end(how string) error {
	f.how = how
	if f.earlier == nil {
		return io.EOF
	}
	switch _, _, err := f.earlier.next(); {
	case err != nil: // io.EOF, as it should be
		return err
	case how == endedLimit:
		return asRefused(fmt.Sprintf("the folder already holds more than %d rows", f.limit), "leave out --limit, or give another --out")
	}
	return asRefused("the table is shorter than when this batch started", putBack)
}

// rowHash is a hash of all rows so far.
type rowHash struct {
	sum [sha256.Size]byte
	buf []byte
}

func (c *rowHash) add(r *record) {
	c.buf = append(c.buf[:0], c.sum[:]...)
	c.buf = binary.AppendUvarint(c.buf, uint64(r.row))
	c.buf = binary.AppendUvarint(c.buf, uint64(len(r.ends)))
	for _, end := range r.ends {
		c.buf = binary.AppendUvarint(c.buf, uint64(end))
	}
	c.buf = append(c.buf, r.text...)
	for _, f := range r.fault {
		c.buf = append(c.buf, f.text...)
	}
	c.sum = sha256.Sum256(c.buf)
}

// String is the first 64 bits, enough to notice a change.
func (c *rowHash) String() string { return fmt.Sprintf("%x", c.sum[:8]) }
