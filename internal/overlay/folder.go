package overlay

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"backcare/internal/protocol"
	"backcare/internal/yaml"
)

// Open opens the folder of a pack for as long as it is in use. Nothing outside of the folder is
// read, not even by a link.
func Open(dir string) (protocol.Folder, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return protocol.Folder{}, fmt.Errorf("%s: %w", dir, pathless(err))
	}
	return protocol.Folder{Files: root.FS(), Name: dir}, nil
}

// unknownFiles names every file of a pack that nothing would read: a typing mistake in a file's name
// must not look like a change that was taken.
func (v *validator) unknownFiles(langs []string) {
	known := append([]string{identityFile}, protocol.LogicFiles()...)
	err := fs.WalkDir(v.pack.Files, ".", func(name string, d fs.DirEntry, err error) error {
		at := yaml.Text{File: v.pack.Path(name)}
		lang := strings.TrimSuffix(path.Base(name), ".yaml")
		switch {
		case err != nil:
			return err
		case name == "." || name == "words" && d.IsDir():
		case strings.HasPrefix(path.Base(name), "."): // of an editor, the desktop or version control
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir():
			v.At(at, "", "a pack has no such folder; there is only words/")
			return fs.SkipDir
		case slices.Contains(known, name) || strings.HasSuffix(name, ".md"):
		case name != protocol.WordsFile(lang):
			v.At(at, "", "nothing reads this file; a pack has %s and %s", strings.Join(known, ", "), protocol.WordsFile("en"))
		case !slices.Contains(langs, lang):
			v.At(at, "", "a pack cannot bring a language of its own, because nobody has checked the warning in it; there is %s", protocol.OneOf(langs))
		}
		return nil
	})
	if err != nil {
		v.Add(fmt.Errorf("%s: %w", v.pack.Name, pathless(err)))
	}
}

func pathless(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
