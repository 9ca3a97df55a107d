package batch

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"strconv"
	"strings"
)

// longestRefName is how much of a reference a file name holds, in bytes.
const longestRefName = 40

// fileName names one person's paper after the row, which no other has, so that names that differ
// only in case or in what is left out never meet, and none is reserved on any system.
func fileName(row int, ref, outcome string, f Format) string {
	if ref = reduced(ref); ref != "" {
		ref += "-"
	}
	return fmt.Sprintf("%06d-%s%s%s", row, ref, outcome, f.ext())
}

// reduced keeps letters, digits, dot, underscore and dash of a reference; each run of others
// becomes one underscore. It neither begins nor ends with a dot, underscore or dash.
func reduced(ref string) string {
	var b []byte
	for _, r := range ref {
		switch {
		case r < 0x80 && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune(".-_", r)):
			b = append(b, byte(r))
		case !bytes.HasSuffix(b, []byte("_")):
			b = append(b, '_')
		}
	}
	s := strings.Trim(string(b), "._-")
	return strings.TrimRight(s[:min(len(s), longestRefName)], "._-")
}

var ownName = regexp.MustCompile(`^(\d{6,})-(?:[A-Za-z0-9._-]+-)?(?:sheet|referral)\.(?:pdf|html|txt|json)$`)

// rowOf is the row a file of ours was named after.
func rowOf(name string) (int, bool) {
	m := ownName.FindStringSubmatch(name)
	if m == nil {
		return 0, false
	}
	row, err := strconv.Atoi(m[1])
	return row, err == nil
}

// ownsName reports whether a batch may want to write a file of that name in its folder, also where
// names that differ only in case are one.
func ownsName(name string) bool {
	name = strings.ToLower(name)
	_, paper := rowOf(name)
	return paper || name == manifestName || name == journalName || name == namesName || strings.HasPrefix(name, temporaryPrefix)
}

// namesName is the list of the papers about to be put in their places. Of those that the journal does not
// vouch for it tells which are this batch's: a paper of another table that lies there is left alone.
const namesName = ".backcare-names"

// mean notes a paper that is about to be put in its place.
func (f *folder) mean(name string) (err error) {
	f.naming.Lock()
	defer f.naming.Unlock()
	if f.names == nil {
		if f.names, err = f.root.OpenFile(namesName, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600); err != nil {
			return err
		}
	}
	_, err = f.names.WriteString(name + "\n")
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

// tidy removes what a batch that did not finish left behind: half files, and its papers that the
// journal does not vouch for yet. They are made again.
func (f *folder) tidy(s Shard) error {
	left, err := fs.Glob(f.root.FS(), temporaryPrefix+"*")
	if err != nil {
		return err
	}
	list, err := f.root.Open(namesName)
	if err == nil {
		lines := bufio.NewScanner(list)
		for lines.Scan() {
			if row, own := rowOf(lines.Text()); own && row > f.journal.last && s.has(row) {
				left = append(left, lines.Text())
			}
		}
		left, err = append(left, namesName), lines.Err() // the list last: it is needed until then
		list.Close()
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, name := range left {
		if err := f.root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
