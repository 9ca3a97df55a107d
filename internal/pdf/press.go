package pdf

import (
	"crypto/sha256"
	"fmt"
	"runtime"
	"sync"

	"backcare/internal/handout"
)

// Press prints documents. It keeps what is costly to make, fonts above all, and may be used by
// many goroutines at once. What it prints depends on the document and the paper alone.
type Press struct {
	faces     *faces
	runes     []rune        // base letters
	base      map[rune]bool // the same, beyond ASCII
	foundries chan *foundry // those not in use

	intent []byte // what colours look like

	mu    sync.Mutex
	fonts map[charset]*cut
	logos map[[sha256.Size]byte]*logo
}

// mostKept is how many sets of letters fonts and plates are kept for. People's names need a few;
// a list made to need many may cost time but not memory.
const mostKept = 24

// cut is a set of fonts, made at most once.
type cut struct {
	once sync.Once
	set  *fontSet
	err  error
}

// NewPress prepares a press. base are the letters that every file has, besides ASCII: those of
// the words of the language; others are added by need.
func NewPress(base []rune) (*Press, error) {
	fs, err := newFaces()
	if err != nil {
		return nil, err
	}
	for _, f := range fs {
		if f.ttf, err = unhinted(f.ttf); err != nil {
			return nil, err
		}
	}
	p := &Press{faces: fs, runes: base, base: map[rune]bool{}, foundries: make(chan *foundry, 2*runtime.GOMAXPROCS(0)), fonts: map[charset]*cut{}, intent: outputIntent(), logos: map[[sha256.Size]byte]*logo{}}
	for _, r := range base {
		if r > 0x7e {
			p.base[r] = true
		}
	}
	f, err := newFoundry(fs)
	if err != nil {
		return nil, err
	}
	if err := f.names(fs); err != nil {
		return nil, err
	}
	p.foundries <- f
	return p, nil
}

// Render prints a document for the person named in its head.
func (p *Press) Render(doc handout.Document, paper Paper) ([]byte, error) {
	plate, err := p.Plate(doc, paper)
	if err != nil {
		return nil, err
	}
	return plate.Print(doc.Head.Person)
}

// borrow hands out a foundry, a new one if all are in use.
func (p *Press) borrow() (*foundry, error) {
	select {
	case f := <-p.foundries:
		return f, nil
	default:
		return newFoundry(p.faces)
	}
}

// giveBack takes a foundry back. One that failed is not given back: gofpdf keeps its errors.
func (p *Press) giveBack(f *foundry) {
	select {
	case p.foundries <- f:
	default:
	}
}

// cutTo returns the fonts with the base letters and those of a charset.
func (p *Press) cutTo(c charset) (*fontSet, error) {
	p.mu.Lock()
	made, ok := p.fonts[c]
	if !ok {
		if len(p.fonts) >= mostKept {
			clear(p.fonts)
		}
		made = new(cut)
		p.fonts[c] = made
	}
	p.mu.Unlock()
	made.once.Do(func() {
		defer rescue(&made.err)
		made.set, made.err = cutFonts(p.faces, c.runes(p.runes, p.faces))
	})
	return made.set, made.err
}

// logo reads a logo once.
func (p *Press) logo(data []byte) (*logo, error) {
	key := sha256.Sum256(data)
	p.mu.Lock()
	defer p.mu.Unlock()
	if l, ok := p.logos[key]; ok {
		return l, nil
	}
	l, err := readLogo(data)
	if err == nil {
		if len(p.logos) >= mostKept {
			clear(p.logos)
		}
		p.logos[key] = l
	}
	return l, err
}

// rescue turns a panic, of which gofpdf knows several, into an error.
func rescue(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("pdf: %v", r)
	}
}
