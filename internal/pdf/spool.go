package pdf

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"time"

	"backcare/internal/handout"
)

// Spool is one print job: many documents in one file, the fonts and whatever documents share in it
// once. Every document takes whole leaves, so that printing on both sides never puts two people on
// one. It is written as it comes, and keeps no document. Unlike a document of its own it is not
// tagged: it is for a printer.
type Spool struct {
	press   *Press
	about   about
	out     *bufio.Writer
	w       *writer
	sum     hash.Hash
	tree    int
	kids    []int
	shared  map[[sha256.Size]byte][]int // content streams seen, by their hash
	fitted  map[*logo]int               // resources
	letters charset
	marks   []bookmark
	section string
	open    bool // a section has been opened
}

// Spool begins a print job in the given language and of the given date.
func (p *Press) Spool(to io.Writer, title, lang string, made time.Time) *Spool {
	s := &Spool{press: p, about: about{title: title, lang: lang, made: made}, out: bufio.NewWriterSize(to, 1<<16), sum: sha256.New(),
		shared: map[[sha256.Size]byte][]int{}, fitted: map[*logo]int{}}
	s.w = newWriter(io.MultiWriter(s.out, s.sum), squeeze)
	s.w.reserve(fontObjects)
	s.tree = s.w.reserve(1)
	return s
}

// Add puts a document for one person at the end. Documents with the same section in a row stand
// below one bookmark of that name, each by its entry; without a section the entry is at the top.
func (s *Spool) Add(plate *Plate, person handout.Text, section, entry string) (err error) {
	defer rescue(&err)
	fs, frame := s.press.faces, plate.layout.frame
	sets, err := frame.strip.lines(fs, person)
	if err != nil {
		return err
	}
	if err := frame.strip.check(fs, sets[0]); err != nil {
		return err
	}
	var slots [2]int
	if frame.strip.size > 0 {
		for i := range min(2, plate.Pages()) {
			slot := blankSlot()
			if err := frame.strip.write(slot, fs, sets[i], i, plate.opens[i]); err != nil {
				return err
			}
			slots[i] = s.w.reserve(1)
			s.w.stream(slots[i], "", trimSlot(slot))
		}
	}
	s.letters.join(plate.charset(sets[0]))
	first := 0
	for i, content := range s.contents(plate) {
		refs := fmt.Sprintf("%d 0 R", content)
		if slot := slots[min(i, 1)]; slot > 0 {
			refs += fmt.Sprintf(" %d 0 R", slot)
		}
		n := s.page(plate, refs)
		if i == 0 {
			first = n
		}
	}
	if plate.Pages()%2 == 1 {
		s.page(plate, "")
	}
	s.bookmark(section, entry, first)
	return s.w.err
}

// contents are the plate's content streams, written when it is first seen.
func (s *Spool) contents(plate *Plate) []int {
	list, ok := s.shared[plate.drawn()]
	if !ok {
		for _, data := range plate.streams {
			n := s.w.reserve(1)
			s.w.stream(n, "/Filter /FlateDecode", data)
			list = append(list, n)
		}
		s.shared[plate.drawn()] = list
	}
	return list
}

func (s *Spool) page(plate *Plate, contents string) int {
	resources, ok := s.fitted[plate.logo]
	if !ok {
		resources = s.w.resources(s.press.faces, plate.logo)
		s.fitted[plate.logo] = resources
	}
	n := s.w.reserve(1)
	s.w.page(n, s.tree, resources, plate.layout.frame, contents, "")
	s.kids = append(s.kids, n)
	return n
}

func (s *Spool) bookmark(section, entry string, page int) {
	level := 0
	if section != "" {
		if !s.open || section != s.section {
			s.marks = append(s.marks, bookmark{section, 0, page})
		}
		level = 1
	}
	s.open, s.section = section != "", section
	if entry != "" {
		s.marks = append(s.marks, bookmark{entry, level, page})
	}
}

// Close writes what is left: the fonts, with all letters that were used, and the table of contents.
// It does not close what it writes to.
func (s *Spool) Close() error {
	if len(s.kids) == 0 {
		return errors.New("pdf: a print job without a document")
	}
	fonts, err := s.press.cutTo(s.letters)
	if err != nil {
		return err
	}
	for i, body := range fonts {
		s.w.object(i+1, body)
	}
	s.w.pages(s.tree, s.kids)
	outline := s.w.outline(s.marks)
	info := s.w.info(s.about)
	root := s.w.catalog(s.about, s.tree, outline, 0, s.press.intent)
	s.w.close(root, info, hex.EncodeToString(s.sum.Sum(nil)[:idSize/2]))
	if s.w.err != nil {
		return s.w.err
	}
	return s.out.Flush()
}
