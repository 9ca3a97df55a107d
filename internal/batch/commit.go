package batch

import (
	"bufio"
	"errors"
	"io"
	"os"
)

// commit ends a batch: the journal says how, everything is on the disk, and only then the manifest
// appears.
func (f *folder) commit(hash, how string) error {
	if err := f.still(); err != nil {
		return err
	}
	rows := f.journal.reader()
	if err := f.journal.addEnd(hash, how); err != nil {
		return err
	}
	if err := f.forget(); err != nil {
		return err
	}
	err := f.write("manifest", manifestName, func(to *os.File) error {
		if err := rows.manifest(to); err != nil {
			return err
		}
		return syncfs(f.handle)
	})
	if err == nil {
		err = syncfs(f.handle)
	}
	return err
}

// manifest writes all rows as the manifest.
func (p *journalReader) manifest(to io.Writer) error {
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
