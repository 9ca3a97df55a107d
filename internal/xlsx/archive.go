package xlsx

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// What a workbook may hold. A file of a few bytes can claim to be terabytes.
const (
	mostParts    = 10_000
	largestPart  = 512 << 20 // bytes of a sheet
	largestHead  = 16 << 20  // bytes of any other part but the texts
	largestTexts = 256 << 20
	largestToken = 1 << 20 // bytes between two tags
	deepest      = 64      // tags inside one another
)

// archive is a workbook as a ZIP file.
type archive map[string]*zip.File

func openArchive(r io.ReaderAt, size int64) (archive, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, errors.New("the file is damaged or cut short")
	}
	if len(z.File) > mostParts {
		return nil, fmt.Errorf("the file holds more than %d parts", mostParts)
	}
	a := archive{}
	for _, f := range z.File {
		name := strings.ToLower(strings.TrimPrefix(f.Name, "/"))
		if a[name] != nil {
			return nil, fmt.Errorf("the file holds %q twice", f.Name)
		}
		a[name] = f
	}
	return a, nil
}

// part finds a part by the name that another part, in folder, gives it.
func (a archive) part(folder, target string) *zip.File {
	if !strings.HasPrefix(target, "/") {
		target = path.Join(folder, target)
	}
	return a[strings.ToLower(strings.TrimPrefix(path.Clean(target), "/"))]
}

// verify reads a part to its end, so that damage is known before anything is made of it.
func verify(f *zip.File, limit int64) error {
	r, err := f.Open()
	if err != nil {
		return fmt.Errorf("%s cannot be read: %w", f.Name, err)
	}
	defer r.Close()
	n, err := io.Copy(io.Discard, io.LimitReader(r, limit+1))
	switch {
	case err != nil:
		return fmt.Errorf("%s is damaged: %w", f.Name, err)
	case n > limit:
		return fmt.Errorf("%s is larger than %d MiB", f.Name, limit>>20)
	}
	return nil
}

// tokens are the tags and texts of a part, one at a time and none of them without end.
type tokens struct {
	file  io.Closer
	in    *bufio.Reader
	d     *xml.Decoder
	left  int // bytes until the next tag must end
	depth int
}

// open reads a part that was verified.
func open(f *zip.File) (*tokens, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	t := &tokens{file: r, in: bufio.NewReaderSize(r, 64<<10)}
	t.d = xml.NewDecoder(t)
	return t, nil
}

// ReadByte is how the decoder reads.
func (t *tokens) ReadByte() (byte, error) {
	if t.left--; t.left < 0 {
		return 0, fmt.Errorf("more than %d bytes without a tag", largestToken)
	}
	return t.in.ReadByte()
}

// Read is never called, since there is ReadByte.
func (t *tokens) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// next is the next tag or text. The error is io.EOF at the end of a whole part.
func (t *tokens) next() (xml.Token, error) {
	t.left = largestToken
	token, err := t.d.RawToken()
	switch token.(type) {
	case xml.StartElement:
		t.depth++
	case xml.EndElement:
		t.depth--
	}
	switch {
	case err == nil && (t.depth > deepest || t.depth < 0):
		return nil, errors.New("mismatched tags")
	case err == io.EOF && t.depth > 0:
		return nil, io.ErrUnexpectedEOF
	}
	return token, err
}

// text is all text inside an element that was begun, without that of the elements named in but.
func (t *tokens) text(but ...string) (string, error) {
	var b strings.Builder
	skip := 0
	for begun := t.depth; ; {
		token, err := t.next()
		if err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			return "", err
		}
		switch token := token.(type) {
		case xml.StartElement:
			for _, name := range but {
				if skip == 0 && token.Name.Local == name {
					skip = t.depth
				}
			}
		case xml.EndElement:
			if skip > t.depth {
				skip = 0
			}
			if t.depth < begun {
				return unescape(b.String()), nil
			}
		case xml.CharData:
			if b.Len()+len(token) > largestToken {
				return "", fmt.Errorf("a text of more than %d bytes", largestToken)
			}
			if skip == 0 {
				b.Write(token)
			}
		}
	}
}

// each calls do for the start of every element of a part. do may read the text of the element.
func each(f *zip.File, limit int64, do func(*tokens, xml.StartElement) error) error {
	if f == nil {
		return nil
	}
	if err := verify(f, limit); err != nil {
		return err
	}
	t, err := open(f)
	if err != nil {
		return err
	}
	defer t.file.Close()
	for {
		token, err := t.next()
		if err == io.EOF {
			return nil
		}
		if start, ok := token.(xml.StartElement); err == nil && ok {
			err = do(t, start)
		}
		if err != nil {
			return fmt.Errorf("%s cannot be read: %w", f.Name, err)
		}
	}
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
