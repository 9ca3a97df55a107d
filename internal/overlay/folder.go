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

// Open opens the folder of a pack, which stays open. Nothing outside the folder is read, not even
// through a link.
func Open(dir string) (protocol.Folder, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return protocol.Folder{}, fmt.Errorf("%s: %w", dir, pathless(err))
	}
	return protocol.Folder{Files: root.FS(), Name: dir}, nil
}

// unknownFiles refuses every file that nothing would read, so that a typing mistake in a name does not
// look like a change that was accepted.
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
			v.At(at, "", "unknown folder; a pack has only words/")
			return fs.SkipDir
		case slices.Contains(known, name) || name == protocol.AcceptedFile || strings.HasSuffix(name, ".md"):
		case name != protocol.WordsFile(lang):
			v.At(at, "", "unknown file; a pack has %s and %s", strings.Join(known, ", "), protocol.WordsFile("en"))
		case !slices.Contains(langs, lang):
			v.At(at, "", "a pack cannot add a language, because its warning would be unchecked; use %s", protocol.OneOf(langs))
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
