package xlsx

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
)

// Sheet is the first sheet of a workbook that can be seen, and what its cells need to be read.
type Sheet struct {
	Name   string
	Others []string // the names of the sheets behind it

	part   *zip.File
	texts  []string
	styles []style
	from   epoch
	in     *tokens
	row    int // read last
	ended  bool
}

// Open looks at a workbook as far as its rows, and reads it once to the end to see that it is whole. The error says
// what is wrong with the file.
func Open(r io.ReaderAt, size int64) (*Sheet, error) {
	a, err := openArchive(r, size)
	if err != nil {
		return nil, err
	}
	switch {
	case a["mimetype"] != nil:
		return nil, errors.New("this is an OpenDocument file, not .xlsx")
	case a["xl/workbook.bin"] != nil:
		return nil, errors.New("this is a binary workbook (.xlsb), not .xlsx")
	}
	s := &Sheet{}
	book, folder := a["xl/workbook.xml"], "xl"
	top, err := relations(a["_rels/.rels"])
	if err != nil {
		return nil, err
	}
	for _, t := range top {
		if t.kind == "officeDocument" {
			book, folder = a.part("", t.target), path.Dir(strings.TrimPrefix(t.target, "/"))
		}
	}
	if book == nil {
		return nil, errors.New("there is no workbook in it")
	}
	related, err := relations(a.part(folder, "_rels/"+path.Base(book.Name)+".rels"))
	if err != nil {
		return nil, err
	}
	if err := s.readBook(book, func(id string) *zip.File {
		if t, ok := related[id]; ok && t.kind == "worksheet" {
			return a.part(folder, t.target)
		}
		return nil
	}); err != nil {
		return nil, err
	}
	for _, t := range related {
		part := a.part(folder, t.target)
		switch t.kind {
		case "sharedStrings":
			err = s.readTexts(part)
		case "styles":
			err = s.readStyles(part)
		}
		if err != nil {
			return nil, err
		}
	}
	if err := verify(s.part, largestPart); err != nil {
		return nil, err
	}
	s.in, err = open(s.part)
	return s, err
}

// Done is how much of the sheet was read, from 0 to 1.
func (s *Sheet) Done() float64 {
	return float64(s.in.d.InputOffset()) / max(float64(s.part.UncompressedSize64), 1)
}

type relation struct{ kind, target string }

// relations are the parts that a part names, by the id by which it calls them.
func relations(f *zip.File) (map[string]relation, error) {
	out := map[string]relation{}
	return out, each(f, largestHead, func(_ *tokens, e xml.StartElement) error {
		if e.Name.Local == "Relationship" && attr(e, "TargetMode") != "External" {
			out[attr(e, "Id")] = relation{path.Base(attr(e, "Type")), attr(e, "Target")}
		}
		return nil
	})
}

// readBook finds the sheets and how days are counted.
func (s *Sheet) readBook(f *zip.File, sheet func(id string) *zip.File) error {
	err := each(f, largestHead, func(_ *tokens, e xml.StartElement) error {
		switch e.Name.Local {
		case "workbookPr":
			if since, err := strconv.ParseBool(attr(e, "date1904")); err == nil && since {
				s.from = since1904
			}
		case "sheet":
			part := sheet(attr(e, "id"))
			switch {
			case part == nil || strings.EqualFold(attr(e, "state"), "hidden") || strings.EqualFold(attr(e, "state"), "veryHidden"):
			case s.part == nil:
				s.Name, s.part = attr(e, "name"), part
			default:
				s.Others = append(s.Others, attr(e, "name"))
			}
		}
		return nil
	})
	if err == nil && s.part == nil {
		err = errors.New("it has no visible sheet")
	}
	return err
}

// readTexts reads the texts that cells share. How a text is to be pronounced is no part of it.
func (s *Sheet) readTexts(f *zip.File) error {
	size := 0
	return each(f, largestTexts, func(t *tokens, e xml.StartElement) error {
		if e.Name.Local != "si" {
			return nil
		}
		text, err := t.text("rPh")
		if size += len(text) + 16; size > largestTexts {
			return fmt.Errorf("more than %d MiB of text", largestTexts>>20)
		}
		s.texts = append(s.texts, text)
		return err
	})
}
