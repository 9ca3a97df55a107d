package batch

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"strings"
)

// journalName is the file in which a batch keeps what is done. It stays when the batch is
// finished, so that the folder is never taken for an empty one.
const journalName = ".backcare-journal"

// journal is the memory of a batch: a line for what it was begun with, then one for each row done,
// in input order, and one at the end. Every line begins with its own checksum, so that a line cut
// short by a kill or a power failure is known, and everything from there is made again.
//
//	<crc32> begin {"content":"…", …}
//	<crc32> row <hash> <line of the manifest>
//	<crc32> end <hash> all|limit
//
// The hash is that of all rows of the table up to this one.
type journal struct {
	file    *os.File
	w       *bufio.Writer // nil until something is added
	begun   settings      // nil until a batch is begun
	damaged bool          // its first line is not as it was written
	rows    int64         // where the rows begin
	end     int64         // where the last whole line of a row ends
	how     string        // it ended: "all", "limit", or empty
}

const (
	endedAll   = "all"
	endedLimit = "limit"
)

// read reads what the file holds, up to the first line that is not whole.
func (j *journal) read() error {
	in := bufio.NewReaderSize(j.file, 64<<10)
	for at := int64(0); ; {
		line, err := in.ReadString('\n')
		if err != nil {
			if err == io.EOF {
				err = nil
			}
			return err
		}
		kind, rest, whole := checked(line)
		at += int64(len(line))
		switch {
		case j.begun == nil:
			if j.damaged = !whole || kind != "begin" || json.Unmarshal([]byte(rest), &j.begun) != nil; j.damaged {
				j.begun = nil
				return nil
			}
			j.rows, j.end = at, at
		case whole && kind == "row" && j.how == "":
			j.end = at
		case whole && kind == "end" && j.how == "":
			_, j.how, _ = strings.Cut(strings.TrimSuffix(rest, "\n"), " ")
		default:
			return nil
		}
	}
}

// begin starts the journal anew.
func (j *journal) begin(s settings) error {
	b, err := json.Marshal(s)
	if err == nil {
		err = j.add("begin", string(b)+"\n")
	}
	j.begun, j.rows = s, j.end
	return errors.Join(err, j.flush())
}

func (j *journal) addEnd(hash, how string) error {
	return errors.Join(j.add("end", hash+" "+how+"\n"), j.flush())
}

// add adds a line. The first one cuts off what is not whole, and the end if there is one; until there is something
// to add the journal stays as it is.
func (j *journal) add(kind, rest string) error {
	if j.w == nil {
		if err := j.file.Truncate(j.end); err != nil {
			return err
		}
		if _, err := j.file.Seek(j.end, io.SeekStart); err != nil {
			return err
		}
		j.w = bufio.NewWriterSize(j.file, 64<<10)
	}
	text := kind + " " + rest
	n, err := fmt.Fprintf(j.w, "%08x %s", crc32.ChecksumIEEE([]byte(text)), text)
	j.end += int64(n)
	return err
}

func (j *journal) flush() error {
	if j.w == nil {
		return nil
	}
	return j.w.Flush()
}

// checked takes a line apart if it is whole.
func checked(line string) (kind, rest string, whole bool) {
	sum, text, ok := strings.Cut(line, " ")
	if !ok || sum != fmt.Sprintf("%08x", crc32.ChecksumIEEE([]byte(text))) {
		return "", "", false
	}
	return strings.Cut(text, " ")
}

// journalReader reads the rows of a journal again, in order. It reads by itself, while others add.
type journalReader struct{ in *bufio.Reader }

func (j *journal) reader() *journalReader {
	return &journalReader{bufio.NewReaderSize(io.NewSectionReader(j.file, j.rows, j.end-j.rows), 64<<10)}
}

// next is the next row done: its hash and its line of the manifest. The error is io.EOF at the end.
func (p *journalReader) next() (hash, line string, err error) {
	s, err := p.in.ReadString('\n')
	if err != nil {
		return "", "", err
	}
	_, rest, whole := checked(s)
	if !whole {
		return "", "", fmt.Errorf("%s changed while it was being read", journalName)
	}
	hash, line, _ = strings.Cut(rest, " ")
	return hash, line, nil
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
		w.WriteString(line) // its error is kept until the flush
	}
}
