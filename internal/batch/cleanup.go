package batch

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
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

// namesName is the list of the papers about to be put in their places. Of those that the journal does not
// vouch for it tells which are this batch's: a paper of another table that lies there is left alone.
const namesName = ".backcare-names"

// tidy removes what a batch that did not finish left behind: half files, and its papers that the
// journal does not vouch for yet. They are made again.
func (f *folder) tidy(s Shard) error {
	meant, err := f.meant(s)
	if err != nil {
		return err
	}
	err = f.each(func(name string) error {
		if meant[name] || strings.HasPrefix(name, temporaryPrefix) {
			return f.root.Remove(name)
		}
		return nil
	})
	if meant != nil && err == nil {
		err = f.root.Remove(namesName)
	}
	return err
}

// mean notes a paper that is about to be put in its place.
func (f *folder) mean(name string) error {
	f.naming.Lock()
	defer f.naming.Unlock()
	if f.names == nil {
		var err error
		if f.names, err = f.root.OpenFile(namesName, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600); err != nil {
			return err
		}
	}
	_, err := f.names.WriteString(name + "\n")
	return err
}

// forget drops the list, when the journal vouches for everything.
func (f *folder) forget() error {
	if f.names == nil {
		return nil
	}
	f.names.Close()
	f.names = nil
	return f.root.Remove(namesName)
}

// meant are the papers beyond the journal that were about to be put in their places.
func (f *folder) meant(s Shard) (map[string]bool, error) {
	list, err := f.root.Open(namesName)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer list.Close()
	meant := map[string]bool{}
	lines := bufio.NewScanner(list)
	for lines.Scan() {
		if row, own := rowOf(lines.Text()); own && row > f.journal.last && s.has(row) {
			meant[lines.Text()] = true
		}
	}
	return meant, lines.Err()
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
