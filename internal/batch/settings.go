package batch

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"
)

// settings are everything that decides the bytes of a batch, by name. Two runs with equal
// settings and equal rows give equal folders.
type settings map[string]string

// settingNames are in the order in which a change is reported, each with what to call it, and what to say when
// it is not set; that is empty for what is only hashed.
var settingNames = [...]struct{ key, name, none string }{
	{"tool", "version of the tool", "none"}, {"content", "content", ""}, {"table", "table", ""}, {"columns", "columns", ""},
	{"format", "format", "none"}, {"paper", "paper", "none"}, {"lang", "language", "none"}, {"note-lang", "language of notes", "that of the sheets"},
	{"date", "date", "none"}, {"clock", "time of day", "left out"}, {"with", "steps asked for", "none"}, {"print-job", "print job", "left out"},
	{"clinic", "profile", ""}, {"shard", "shard", "all rows"},
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
		was, is := begun[n.key], s[n.key]
		if was == is || n.key == "table" && (was == "" || is == "") {
			continue
		}
		text := fmt.Sprintf("the %s changed since this batch started", n.name)
		if n.none != "" {
			text += fmt.Sprintf(": it was %s and is now %s", cmp.Or(was, n.none), cmp.Or(is, n.none))
		}
		return asRefused(text, "change it back, or give another --out")
	}
	return nil
}

func inHex(h hash.Hash) string { return fmt.Sprintf("%x", h.Sum(nil)) }

func digest(s string) string { return fmt.Sprintf("%x", sha256.Sum256([]byte(s))) }

func hashFiles(files fs.FS) (string, error) {
	if files == nil {
		return "", nil
	}
	h := sha256.New()
	err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(files, path)
		fmt.Fprintf(h, "%q %x\n", path, sha256.Sum256(b))
		return err
	})
	return inHex(h), err
}

// hashInput hashes a table that is a file, and leaves it where it was.
func hashInput(in io.Reader) (string, error) {
	f, info := regular(in)
	if f == nil {
		return "", nil
	}
	h := sha256.New()
	_, err := io.Copy(h, io.NewSectionReader(f, 0, info.Size()))
	return inHex(h), err
}

// fingerprint is a hash of the columns of a table.
func (t *table) fingerprint() string {
	if t.columns == nil {
		return "ndjson"
	}
	var b strings.Builder
	for _, c := range t.columns {
		b.WriteString(c.name + ",")
	}
	if t.mapping != nil {
		b.WriteString(t.mapping.sum)
	}
	return digest(b.String())
}

// written tells when a table that is a file was written to last, and how long it is. That of another is always the same.
func written(in io.Reader) string {
	if f, info := regular(in); f != nil {
		return fmt.Sprint(info.Size(), info.ModTime())
	}
	return ""
}

// regular is the input as a file with an end, if it is one.
func regular(in io.Reader) (*os.File, fs.FileInfo) {
	if f, ok := in.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			return f, info
		}
	}
	return nil, nil
}
