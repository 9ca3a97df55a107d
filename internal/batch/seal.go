package batch

import (
	"bufio"
	"errors"
	"io"
)

// seal ends a batch: the journal says how, everything is on the disk, and only then the manifest
// appears.
func (f *folder) seal(chain, how string) error {
	if err := f.still(); err != nil {
		return err
	}
	rows := f.journal.past()
	if err := f.journal.addEnd(chain, how); err != nil {
		return err
	}
	if err := f.forget(); err != nil {
		return err
	}
	const part = partPrefix + "manifest"
	err := f.write(part, rows.manifest)
	if err == nil {
		err = settle(f.handle)
	}
	if err == nil {
		err = f.place(part, manifestName)
	}
	if err == nil {
		err = settle(f.handle)
	}
	return err
}

// manifest writes all rows as the manifest.
func (p *past) manifest(to io.Writer) error {
	w := bufio.NewWriterSize(to, 64<<10)
	w.WriteString(manifestHeader)
	for {
		_, line, err := p.next()
		if errors.Is(err, io.EOF) {
			return w.Flush()
		}
		if err != nil {
			return err
		}
		if _, err := w.WriteString(line); err != nil {
			return err
		}
	}
}
