package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"
)

// settings are everything that decides the bytes of a batch, by name. Two runs with equal
// settings and equal rows give equal folders.
type settings map[string]string

// settingNames are in the order in which a change is reported, with what to call each.
var settingNames = [...][2]string{
	{"tool", "version of the tool"}, {"content", "content"}, {"table", "table"}, {"columns", "columns"},
	{"format", "format"}, {"paper", "paper"}, {"lang", "language"}, {"note-lang", "language of notes"},
	{"date", "date"}, {"clock", "time of day"}, {"with", "steps asked for"}, {"print-job", "print job"}, {"clinic", "profile"}, {"shard", "shard"},
}

func (j *Job) settings(t *table) (settings, error) {
	content, err := hashFiles(j.Content)
	if err != nil {
		return nil, err
	}
	input, err := hashInput(j.In)
	if err != nil {
		return nil, err
	}
	s := settings{
		"tool": j.Author.Tool, "content": content, "table": input, "format": string(j.Format),
		"lang": j.Author.Words.Lang, "date": j.Author.When.Format(time.RFC3339Nano), "with": strings.Join(j.With, " "),
		"clinic": digest(fmt.Sprintf("%q", j.Author.Clinic)), "shard": j.Shard.String(), "columns": t.fingerprint(),
	}
	if !j.Author.DateOnly {
		s["clock"] = "shown"
	}
	if j.Format == PDF {
		s["paper"] = j.Paper.Size
		if j.Paper.Large {
			s["paper"] += " in large print"
		}
	}
	if j.Format != PDF && j.Spool != "" { // then who cannot be printed is rejected
		s["print-job"] = "asked for"
	}
	if j.Author.NoteWords != nil {
		s["note-lang"] = j.Author.NoteWords.Lang
	}
	return s, nil
}

// compare refuses to go on with other settings than it was begun with. A table that cannot be
// hashed beforehand, because it comes through a pipe, is compared row by row instead.
func (s settings) compare(begun settings) error {
	for _, n := range settingNames {
		key, name := n[0], n[1]
		was, is := begun[key], s[key]
		if was == is || key == "table" && (was == "" || is == "") {
			continue
		}
		text := fmt.Sprintf("the %s changed since this batch was begun", name)
		if key != "content" && key != "table" && key != "columns" && key != "clinic" {
			text += fmt.Sprintf(": it was %s and is %s", inWords(key, was), inWords(key, is))
		}
		return asRefused(text, "put it back as it was, or give another --out")
	}
	return nil
}

// inWords is the value of a setting as it is told.
func inWords(key, value string) string {
	switch {
	case value != "":
		return value
	case key == "shard":
		return "all rows"
	case key == "clock", key == "print-job":
		return "left out"
	case key == "note-lang":
		return "that of the sheets"
	}
	return "none"
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

func hashFiles(files fs.FS) (string, error) {
	h := sha256.New()
	if files == nil {
		return "", nil
	}
	err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(files, path)
		fmt.Fprintf(h, "%q %x\n", path, sha256.Sum256(b))
		return err
	})
	return hex.EncodeToString(h.Sum(nil)), err
}

// hashInput hashes a table that is a file, and leaves it where it was.
func hashInput(in io.Reader) (string, error) {
	f, size := regular(in)
	if f == nil {
		return "", nil
	}
	h := sha256.New()
	_, err := io.Copy(h, io.NewSectionReader(f, 0, size))
	return hex.EncodeToString(h.Sum(nil)), err
}

// fileStamp tells whether a table that is a file has been written to. That of another is always the same.
type fileStamp struct {
	size int64
	when time.Time
}

func fileStampOf(in io.Reader) fileStamp {
	if f, _ := regular(in); f != nil {
		if info, err := f.Stat(); err == nil {
			return fileStamp{info.Size(), info.ModTime()}
		}
	}
	return fileStamp{}
}

// regular is the input as a file with an end, if it is one.
func regular(in io.Reader) (*os.File, int64) {
	if f, ok := in.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			return f, info.Size()
		}
	}
	return nil, 0
}
