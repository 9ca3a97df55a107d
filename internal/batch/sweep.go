package batch

import (
	"errors"
	"io"
	"strings"
)

// findOwn looks for a file that this batch might want to write.
func (f *folder) findOwn() (string, error) {
	found := ""
	err := f.each(func(name string) error {
		if _, own := rowOf(name); own || name == manifestName {
			found = name
		}
		return nil
	})
	return found, err
}

// tidy removes what a batch that did not finish left behind: half files, and papers that the
// journal does not vouch for yet. They are made again.
func (f *folder) tidy(s Shard) error {
	return f.each(func(name string) error {
		row, own := rowOf(name)
		if own && row > f.journal.last && s.has(row) || strings.HasPrefix(name, partPrefix) {
			return f.root.Remove(name)
		}
		return nil
	})
}

func (f *folder) each(do func(name string) error) error {
	dir, err := f.root.Open(".")
	if err != nil {
		return err
	}
	defer dir.Close()
	for {
		names, err := dir.Readdirnames(1000)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		for _, name := range names {
			if err := do(name); err != nil {
				return err
			}
		}
	}
}
