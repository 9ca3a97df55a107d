package overlay

import (
	"io/fs"
	"strings"

	"backcare/internal/protocol"
)

// Stacked is the embedded files with those of a pack in a folder named pack, so that one walk sees
// everything that decides what is said. Files that are not content are left out.
func Stacked(embedded fs.FS, over *protocol.Folder) fs.FS {
	if over == nil {
		return embedded
	}
	return stacked{embedded, over.Files}
}

type stacked struct{ embedded, over fs.FS }

const stackedName = "pack"

// Open opens a file of the content or, in the folder pack, of the pack.
func (s stacked) Open(name string) (fs.File, error) {
	files, name := s.find(name)
	return files.Open(name)
}

func (s stacked) find(name string) (fs.FS, string) {
	if name == stackedName {
		return s.over, "."
	}
	if rest, ok := strings.CutPrefix(name, stackedName+"/"); ok {
		return s.over, rest
	}
	return s.embedded, name
}

// ReadDir lists a folder without the files that are not content.
func (s stacked) ReadDir(name string) ([]fs.DirEntry, error) {
	files, at := s.find(name)
	list, err := fs.ReadDir(files, at)
	if err != nil {
		return nil, err
	}
	kept := list[:0]
	for _, e := range list {
		if e.IsDir() && !strings.HasPrefix(e.Name(), ".") || strings.HasSuffix(e.Name(), ".yaml") && e.Name() != protocol.AcceptedFile {
			kept = append(kept, e)
		}
	}
	if name == "." {
		info, err := fs.Stat(s.over, ".")
		if err != nil {
			return nil, err
		}
		kept = append(kept, folder{fs.FileInfoToDirEntry(info)})
	}
	return kept, nil
}

// folder is the folder of the pack under the name it has among the embedded files.
type folder struct{ fs.DirEntry }

// Name returns the name of the folder among the embedded files.
func (folder) Name() string { return stackedName }
