// Package pdf prints a [handout.Document] as a tagged PDF.
//
// Its one rule: it knows paper, no medicine, and no words: every text it prints comes with the
// document. All lengths inside are points (1/72 inch) from the top left corner of the page.
//
// How a document becomes a PDF: block sets its blocks into boxes, once for each of the sizes they are tried in;
// layout chooses sizes by adding up the boxes' heights, and places them on pages; draw draws each block once
// for each place it takes in a file, as a fragment of a content stream; tag writes its structure, once too; and
// file puts fragments, structure, fonts and metadata together. What is one person's own, the line in the head,
// is written for each paper anew.
package pdf
