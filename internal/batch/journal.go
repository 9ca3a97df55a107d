package batch

import (
	"bufio"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"strconv"
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
	w       *bufio.Writer
	begun   settings // nil while nothing is
	damaged bool     // its first line is whole, and not what was written
	rows    int64    // where the rows begin
	end     int64    // where the last whole line of a row ends
	done    int      // rows
	last    int      // the last row done
	how     string   // it ended: "all", "limit", or empty
}

const (
	endedAll   = "all"
	endedLimit = "limit"
)

// readJournal reads what a file holds, up to the first line that is not whole.
func readJournal(f *os.File) (*journal, error) {
	j := &journal{file: f}
	in := bufio.NewReaderSize(f, 64<<10)
	at := int64(0)
	for {
		line, err := in.ReadString('\n')
		if err == io.EOF {
			return j, nil
		}
		if err != nil {
			return nil, err
		}
		kind, rest, ok := checked(line)
		if at == 0 && kind != "begin" {
			j.damaged = true
			return j, nil
		}
		if !ok {
			return j, nil
		}
		at += int64(len(line))
		switch {
		case kind == "begin" && j.begun == nil:
			if json.Unmarshal([]byte(rest), &j.begun) != nil {
				j.begun, j.damaged = nil, true
				return j, nil
			}
			j.rows, j.end = at, at
		case kind == "row" && j.begun != nil && j.how == "":
			_, entry, _ := strings.Cut(rest, " ")
			number, _, _ := strings.Cut(entry, ",")
			if j.last, err = strconv.Atoi(number); err != nil {
				return j, nil
			}
			j.end = at
			j.done++
		case kind == "end" && j.begun != nil && j.how == "":
			_, j.how, _ = strings.Cut(strings.TrimSuffix(rest, "\n"), " ")
		default:
			return j, nil
		}
	}
}

// begin starts the journal anew.
func (j *journal) begin(s settings) error {
	b, err := json.Marshal(s)
	if err != nil {
		return err
	}
	if err := j.add("begin", string(b)+"\n"); err != nil {
		return err
	}
	j.begun, j.rows = s, j.end
	return j.flush()
}

// goOn cuts off what is not whole, and the end if there is one, and gets ready to add. Until there
// is something to add the journal stays as it is.
func (j *journal) goOn() error {
	if j.w != nil {
		return nil
	}
	if err := j.file.Truncate(j.end); err != nil {
		return err
	}
	_, err := j.file.Seek(j.end, io.SeekStart)
	j.w = bufio.NewWriterSize(j.file, 64<<10)
	return err
}

func (j *journal) addRow(hash, line string) error {
	j.done++
	return j.add("row", hash+" "+line)
}

func (j *journal) addEnd(hash, how string) error {
	if err := j.add("end", hash+" "+how+"\n"); err != nil {
		return err
	}
	return j.flush()
}

func (j *journal) add(kind, rest string) error {
	if err := j.goOn(); err != nil {
		return err
	}
	text := kind + " " + rest
	line := fmt.Sprintf("%08x %s", crc32.ChecksumIEEE([]byte(text)), text)
	j.end += int64(len(line))
	_, err := j.w.WriteString(line)
	return err
}

func (j *journal) flush() error {
	if j.w == nil {
		return nil
	}
	return j.w.Flush()
}

// checked takes a line apart if it is whole.
func checked(line string) (kind, rest string, ok bool) {
	sum, text, ok := strings.Cut(line, " ")
	if !ok || len(sum) != 8 || sum != fmt.Sprintf("%08x", crc32.ChecksumIEEE([]byte(text))) {
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
	_, rest, ok := checked(s)
	if !ok {
		return "", "", fmt.Errorf("%s changed while it was read", journalName)
	}
	hash, line, _ = strings.Cut(rest, " ")
	return hash, line, nil
}
