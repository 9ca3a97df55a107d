// Package pdf prints a [handout.Document] as a tagged PDF.
//
// Its one rule: it knows paper, no medicine, and no words: every text it prints comes with the
// document. All lengths inside are points (1/72 inch) from the top left corner of the page; the
// constant mm makes them readable.
//
// The way of a document: a setter turns its blocks into units (pieces that never break) at one
// scale; flow puts the units on pages, trying ever tighter scales until they fit; a foundry draws
// the pages with gofpdf into content streams; a plate assembles streams, fonts, tags and
// metadata into a file with a gap for the person's own line, which [Plate.Print] fills in.
//
// gofpdf parses and cuts its fonts anew for every document it writes, which takes ten times as
// long as the rest. So it never writes one here: a foundry keeps the fonts parsed and draws into
// templates, and each set of letters is cut once, by printing it on a carrier document, and
// lifted out of that.
package pdf
