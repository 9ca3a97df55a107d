package pdf

import (
	"crypto/sha256"
	"fmt"
	"sync"
	"time"

	"backcare/internal/defect"
	"backcare/internal/handout"
	"backcare/internal/pdf/block"
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/file"
	"backcare/internal/pdf/font"
	"backcare/internal/pdf/layout"
	"backcare/internal/pdf/text"
)

// Renderer prints documents. It keeps what is costly to make, fonts and blocks above all, and may be
// used by many goroutines at once. What it prints depends on the document and the paper alone.
type Renderer struct {
	ty      layout.Type
	base    font.Base
	ladders *layout.Ladders
	drawer  *draw.Drawer
	blocks  *block.Store
	intent  []byte    // what colours look like
	buffers sync.Pool // of contents that are written

	fonts    kept[font.Groups, subset]
	pictures kept[[sha256.Size]byte, *draw.Picture]
	prefixes kept[prefixKey, *file.Prefix]
	frames   kept[frameKey, *framed]
	fits     kept[string, *layout.Fit]
}

// subset are the fonts cut for some groups of letters, made at most once.
type subset func() (*file.Fonts, error)

// How many of each are kept. A batch needs few pictures, prefixes and frames, and as many fits as it has
// routines; there are at most 16 subsets.
const (
	mostKept = 64
	mostFits = 128
)

// NewRenderer prepares a renderer. base are the letters that every file has, besides ASCII: those of the words
// of the language; other groups of letters are added as needed. It keeps about memory bytes of what it has set
// and drawn, and a few megabytes for fonts.
func NewRenderer(base []rune, memory int) (*Renderer, error) {
	faces, err := font.Load()
	if err != nil {
		return nil, err
	}
	letters := font.NewBase(base)
	ty := layout.Type{Faces: faces, Lines: text.NewBreaker(faces, memory/6000)}
	return &Renderer{
		ty: ty, base: letters, ladders: layout.NewLadders(), drawer: draw.New(letters), blocks: block.NewStore(ty, memory*3/4), intent: file.OutputIntent(),
		fonts: kept[font.Groups, subset]{most: 16}, pictures: kept[[sha256.Size]byte, *draw.Picture]{most: mostKept}, prefixes: kept[prefixKey, *file.Prefix]{most: mostKept},
		frames: kept[frameKey, *framed]{most: mostKept}, fits: kept[string, *layout.Fit]{most: mostFits},
	}, nil
}

// Render prints a document for the person named in its head. It fails with a [MissingError] where the fonts
// lack a letter, and if the document's date, logo or paper is invalid.
func (r *Renderer) Render(doc *handout.Document, paper Paper) ([]byte, error) {
	c, err := r.Compose(doc, paper)
	if err != nil {
		return nil, err
	}
	data, _, err := c.Append(nil)
	return data, err
}

// Append appends the printed document to buf, and returns both with the SHA-256 of the document. One buffer can
// be used again and again.
func (c *Composed) Append(buf []byte) (data []byte, sum [sha256.Size]byte, err error) {
	made, err := time.Parse(time.RFC3339, c.doc.Made)
	if err != nil {
		return nil, sum, fmt.Errorf("the document's date %q is not as in RFC 3339", c.doc.Made)
	}
	prefix, err := c.renderer.prefix(prefixKey{file.Metadata{Title: c.doc.Title, Lang: c.doc.Lang, Made: made.UTC(), Tagged: true}, c.groups, c.frame.picture, len(c.fit.Pages) > 2})
	if err != nil {
		return nil, sum, err
	}
	p, err := c.paper(prefix)
	if err != nil {
		return nil, sum, err
	}
	data, sum = p.Append(buf)
	for _, content := range p.Contents {
		c.renderer.buffers.Put(&content)
	}
	return data, sum, nil
}

// prefixKey is all that a prefix depends on.
type prefixKey struct {
	meta    file.Metadata
	groups  font.Groups
	picture *draw.Picture
	outline bool
}

func (r *Renderer) prefix(k prefixKey) (*file.Prefix, error) {
	return r.prefixes.get(k, func() (*file.Prefix, error) {
		fonts, err := r.subset(k.groups)
		if err != nil {
			return nil, err
		}
		return file.NewPrefix(k.meta, fonts, k.picture, r.intent, k.outline), nil
	})
}

// subset returns the fonts with the base letters and those of some groups.
func (r *Renderer) subset(g font.Groups) (*file.Fonts, error) {
	set, _ := r.fonts.get(g, func() (subset, error) { // nothing fails before it is called
		return sync.OnceValues(func() (set *file.Fonts, err error) {
			defer defect.Catch(&err)
			return file.NewFonts(r.ty.Faces, r.base.Runes(g))
		}), nil
	})
	return set()
}

// picture reads a logo once; nil where there is none.
func (r *Renderer) picture(data []byte) (*draw.Picture, error) {
	if len(data) == 0 {
		return nil, nil
	}
	return r.pictures.get(sha256.Sum256(data), func() (*draw.Picture, error) { return draw.ReadPicture(data) })
}

// CheckLogo says why a logo cannot be printed: it is not a complete PNG or JPEG, too large, or blank.
func CheckLogo(data []byte) error {
	_, err := draw.ReadPicture(data)
	return err
}
