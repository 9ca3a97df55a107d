// Package xlsx reads the first sheet of a workbook, row by row, and writes a workbook to fill in. Its one
// rule: a cell is read as its reader would see it or is a fault that names it; nothing is dropped in silence.
package xlsx
