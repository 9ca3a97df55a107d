package protocol

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"backcare/internal/yaml"
)

// Folder is a folder of content files: the embedded content, or a clinic's pack.
type Folder struct {
	Files fs.FS
	Name  string // as the user named it, for messages; empty for the embedded content
}

// The names of the files of a Folder. The words of a language are in WordsFile.
const (
	sourcesFile   = "sources.yaml"
	figuresFile   = "figures.yaml"
	mythsFile     = "myths.yaml"
	screeningFile = "screening.yaml"
	routineFile   = "routine.yaml"
)

// LogicFiles are the names of all files but those of words.
func LogicFiles() []string {
	return []string{screeningFile, routineFile, figuresFile, sourcesFile, mythsFile}
}

// WordsFile is the name of the file with the words of a language.
func WordsFile(lang string) string { return "words/" + lang + ".yaml" }

// largest is the limit of a content file, in bytes.
const largest = 1 << 20

// Path returns the name of a file as messages show it.
func (f Folder) Path(name string) string { return path.Join(f.Name, name) }

// Has reports whether anything with this name is in the folder.
func (f Folder) Has(name string) bool {
	_, err := fs.Lstat(f.Files, name)
	return err == nil
}

// Languages lists the languages the folder has words for.
func (f Folder) Languages() []string {
	names, _ := fs.Glob(f.Files, WordsFile("*"))
	var out []string
	for _, n := range names {
		out = append(out, strings.TrimSuffix(path.Base(n), ".yaml"))
	}
	slices.Sort(out)
	return out
}

// Words reads the words of a language, unchecked.
func (f Folder) Words(lang string) (*yaml.Document, error) { return f.document(WordsFile(lang)) }

// Decode reads a file strictly into a struct. The error is one or more of Problem, joined.
func (f Folder) Decode(name string, into any) error {
	d, err := f.document(name)
	if err != nil {
		return err
	}
	return Located(d.Decode(into, nil))
}

func (f Folder) document(name string) (*yaml.Document, error) {
	data, err := f.read(name)
	if err != nil {
		return nil, err
	}
	d, bad := yaml.Parse(f.Path(name), data)
	return d, Located(bad)
}

// read returns the bytes of a file, or fs.ErrNotExist.
func (f Folder) read(name string) ([]byte, error) {
	info, err := fs.Stat(f.Files, name)
	if err != nil {
		return nil, f.unread(name, err)
	}
	if !info.Mode().IsRegular() {
		return nil, Problem{f.Path(name), 0, "", "is not a file"}
	}
	if info.Size() > largest {
		return nil, Problem{f.Path(name), 0, "", "is larger than 1 MiB; no content file needs that"}
	}
	data, err := fs.ReadFile(f.Files, name)
	if err != nil {
		return nil, f.unread(name, err)
	}
	return data, nil
}

func (f Folder) unread(name string, err error) error {
	if _, linked := fs.ReadLink(f.Files, name); linked == nil && !errors.Is(err, fs.ErrPermission) {
		return Problem{f.Path(name), 0, "", "is a link that leads nowhere or out of the folder; put the file itself there"}
	}
	var p *fs.PathError
	if errors.As(err, &p) { // the name is given already
		err = p.Err
	}
	return fmt.Errorf("%s: %w", f.Path(name), err)
}
