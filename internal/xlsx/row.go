package xlsx

import (
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Row is a row with something in it.
type Row struct {
	Number int // as the spreadsheet counts, from 1
	Cells  []Cell
	Fault  string // what is wrong with the row as a whole; empty as a rule
}

// Cell is one cell; a blank one has no text.
type Cell struct {
	Text  string
	Fault string // why it cannot be read; empty as a rule
}

// What a sheet has in every spreadsheet program.
const (
	mostColumns = 16_384
	mostRows    = 1 << 20
)

// Next reads the next row. The error is io.EOF behind the last one.
func (s *Sheet) Next() (Row, error) {
	for !s.ended {
		token, err := s.in.next()
		if err == io.EOF {
			s.ended = true
			return Row{}, s.end()
		}
		if err != nil {
			return Row{}, s.broken(err)
		}
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != "row" {
			continue
		}
		row, err := s.readRow(start)
		if err != nil {
			return Row{}, s.broken(err)
		}
		if len(row.Cells) > 0 || row.Fault != "" {
			return row, nil
		}
	}
	return Row{}, io.EOF
}

func (s *Sheet) end() error {
	if err := s.in.file.Close(); err != nil {
		return s.broken(err)
	}
	return io.EOF
}

func (s *Sheet) broken(err error) error {
	return fmt.Errorf("the sheet %q cannot be read below row %d: %w", s.Name, s.row, err)
}

func (s *Sheet) readRow(start xml.StartElement) (Row, error) {
	row := Row{Number: s.row + 1}
	if at := attr(start, "r"); at != "" {
		n, err := strconv.Atoi(at)
		if err != nil || n <= s.row {
			return row, fmt.Errorf("a row with the number %.20q", at)
		}
		row.Number = n
	}
	if s.row = row.Number; s.row > mostRows {
		return row, fmt.Errorf("more than %d rows", mostRows)
	}
	column := -1
	for begun := s.in.depth; ; {
		token, err := s.in.next()
		if err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			return row, err
		}
		switch token := token.(type) {
		case xml.EndElement:
			if s.in.depth < begun {
				return row, nil
			}
		case xml.StartElement:
			if token.Name.Local != "c" {
				continue
			}
			at := column + 1
			if ref := attr(token, "r"); ref != "" {
				at = columnOf(ref)
			}
			cell, err := s.readCell(token)
			switch {
			case err != nil:
				return row, err
			case at <= column || at >= mostColumns:
				row.Fault = "its cells are out of order"
				continue
			}
			column = at
			if cell == (Cell{}) {
				continue
			}
			for len(row.Cells) < at {
				row.Cells = append(row.Cells, Cell{})
			}
			row.Cells = append(row.Cells, cell)
		}
	}
}

// columnOf is the column of a cell by its name, 1 for B7; -1 for none.
func columnOf(ref string) int {
	n := 0
	for _, r := range strings.TrimRight(ref, "0123456789") {
		if r < 'A' || r > 'Z' || n > mostColumns {
			return -1
		}
		n = n*26 + int(r-'A') + 1
	}
	return n - 1
}

// readCell reads a cell whose start was read.
func (s *Sheet) readCell(start xml.StartElement) (Cell, error) {
	value, inline, formula, valued := "", "", false, false
	for begun := s.in.depth; ; {
		token, err := s.in.next()
		if err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			return Cell{}, err
		}
		switch token := token.(type) {
		case xml.EndElement:
			if s.in.depth < begun {
				if formula && (!valued || value == "" && attr(start, "t") != "str") {
					return Cell{Fault: "a formula without its value; open the table in the spreadsheet program and save it again"}, nil
				}
				return s.cell(attr(start, "t"), attr(start, "s"), value, inline), nil
			}
		case xml.StartElement:
			switch token.Name.Local {
			case "f":
				formula = true
			case "v":
				valued = true
				value, err = s.in.text()
			case "is":
				inline, err = s.in.text("rPh")
			}
			if err != nil {
				return Cell{}, err
			}
		}
	}
}

// cell is what is shown of a value of a kind in a style.
func (s *Sheet) cell(kind, styled, value, inline string) Cell {
	switch kind {
	case "inlineStr":
		return Cell{Text: inline}
	case "str", "e", "d":
		return Cell{Text: value}
	case "s":
		n, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil || n < 0 || n >= len(s.texts) {
			return Cell{Fault: "its text is missing from the file"}
		}
		return Cell{Text: s.texts[n]}
	case "b":
		switch strings.TrimSpace(value) {
		case "1", "true":
			return Cell{Text: "TRUE"}
		case "0", "false":
			return Cell{Text: "FALSE"}
		}
		return Cell{Text: value}
	case "", "n":
	default:
		return Cell{Fault: fmt.Sprintf("unknown cell type %.20q", kind)}
	}
	value = strings.TrimSpace(value)
	if value == "" {
		return Cell{}
	}
	n, err := strconv.ParseFloat(value, 64)
	if err != nil {
		return Cell{Fault: "stored as a number, but not one"}
	}
	var look style
	if styled != "" {
		i, err := strconv.Atoi(styled)
		if err != nil || i < 0 || i >= len(s.styles) {
			return Cell{Fault: "its format is missing from the file"}
		}
		look = s.styles[i]
	}
	if !look.date {
		return Cell{Text: look.number(n)}
	}
	day, ok := s.from.day(n)
	if !ok {
		return Cell{Fault: "formatted as a date, but not one"}
	}
	return Cell{Text: day}
}

var escape = regexp.MustCompile(`_x([0-9A-Fa-f]{4})_`)

// unescape puts in the characters that XML cannot hold, as _x000D_ stands for a line break.
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return escape.ReplaceAllStringFunc(s, func(e string) string {
		n, _ := strconv.ParseUint(e[2:6], 16, 16) // four hex digits
		if !utf8.ValidRune(rune(n)) {
			return "\ufffd"
		}
		return string(rune(n))
	})
}
