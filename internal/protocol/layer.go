package protocol

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
)

// Layer is one folder of content files: the embedded content, or a clinic's pack laid over it.
type Layer struct {
	Files fs.FS
	Name  string // the folder as the person named it, for messages; empty for the embedded content
}

// OpenDir opens the folder of a pack for as long as the layer is in use. Nothing outside of the
// folder is read, not even by a link.
func OpenDir(dir string) (Layer, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return Layer{}, fmt.Errorf("%s: %w", dir, pathless(err))
	}
	return Layer{root.FS(), dir}, nil
}

const (
	identityName  = "pack.yaml"
	sourcesName   = "sources.yaml"
	figuresName   = "figures.yaml"
	mythsName     = "myths.yaml"
	screeningName = "screening.yaml"
	routineName   = "routine.yaml"
)

// largest is the size in bytes that no content file comes near.
const largest = 1 << 20

var wordsPattern = regexp.MustCompile(`^words/([A-Za-z0-9-]+)\.yaml$`)

func wordsName(lang string) string { return "words/" + lang + ".yaml" }

func (l Layer) path(name string) string { return path.Join(l.Name, name) }

// depth is 0 for the embedded content and 1 for a pack laid over it.
func (l Layer) depth() int {
	if l.Name == "" {
		return 0
	}
	return 1
}

// read gives the bytes of a file; fs.ErrNotExist when the layer does not have it.
func (l Layer) read(name string) ([]byte, error) {
	info, err := fs.Stat(l.Files, name)
	if err != nil {
		return nil, l.unread(name, err)
	}
	if !info.Mode().IsRegular() {
		return nil, Problem{l.path(name), 0, "", "is not a file"}
	}
	if info.Size() > largest {
		return nil, Problem{l.path(name), 0, "", "is larger than 1 MiB; no content file needs that"}
	}
	data, err := fs.ReadFile(l.Files, name)
	if err != nil {
		return nil, l.unread(name, err)
	}
	return data, nil
}

func (l Layer) unread(name string, err error) error {
	if _, linked := fs.ReadLink(l.Files, name); linked == nil && !errors.Is(err, fs.ErrPermission) {
		return Problem{l.path(name), 0, "", "is a link that leads out of the pack or nowhere; put the file itself there"}
	}
	return fmt.Errorf("%s: %w", l.path(name), pathless(err))
}

func (l Layer) has(name string) bool {
	_, err := fs.Lstat(l.Files, name)
	return err == nil
}

// strangers names every file of a pack that nothing would read: a typing mistake in a file's name
// must not look like a change that was taken.
func (l Layer) strangers(langs []string) (out problems) {
	known := []string{identityName, screeningName, routineName, figuresName, sourcesName, mythsName}
	err := fs.WalkDir(l.Files, ".", func(name string, d fs.DirEntry, err error) error {
		switch base := path.Base(name); {
		case err != nil:
			return err
		case name == "." || name == "words" && d.IsDir():
		case strings.HasPrefix(base, "."): // of an editor, the desktop or version control
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir():
			out.in(l.path(name), "", "a pack has no such folder; there is only words/")
			return fs.SkipDir
		case slices.Contains(known, name) || strings.HasSuffix(name, ".md"):
		case wordsPattern.MatchString(name):
			if lang := wordsPattern.FindStringSubmatch(name)[1]; !slices.Contains(langs, lang) {
				out.in(l.path(name), "", "a pack cannot bring a language of its own, because nobody has checked the warning in it; there is %s", oneOf(langs))
			}
		default:
			out.in(l.path(name), "", "nothing reads this file; a pack has %s and words/en.yaml", strings.Join(known, ", "))
		}
		return nil
	})
	if err != nil {
		out = append(out, fmt.Errorf("%s: %w", l.Name, pathless(err)))
	}
	return out
}

// Languages are the languages the layer has words for.
func (l Layer) Languages() []string { return Languages(l.Files) }
