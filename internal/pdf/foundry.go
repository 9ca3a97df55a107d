package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"regexp"
	"slices"

	"github.com/jung-kurt/gofpdf"
)

// family is what gofpdf knows the fonts by.
const family = "sans"

// foundry draws pages. It is a gofpdf document that is never written: it keeps the fonts parsed,
// and pages are drawn into templates on it. One goroutine may use it at a time.
type foundry struct {
	fpdf *gofpdf.Fpdf
	zip  *zlib.Writer
}

func newFpdf(fs *faces) *gofpdf.Fpdf {
	f := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: 595.28, Ht: 841.89}})
	f.SetCatalogSort(true)
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	f.SetCellMargin(0)
	for _, face := range fs {
		// gofpdf writes into the font it is given, so each document gets its own copy.
		f.AddUTF8FontFromBytes(family, face.style, slices.Clone(face.ttf))
	}
	return f
}

func newFoundry(fs *faces) (*foundry, error) {
	f := newFpdf(fs)
	f.SetFont(family, "B", 10)
	f.SetFont(family, "", 10)
	if err := f.Error(); err != nil {
		return nil, fmt.Errorf("foundry: %w", err)
	}
	zip, err := zlib.NewWriterLevel(nil, 3)
	return &foundry{f, zip}, err
}

// deflate compresses a stream, the same bytes each time.
func (f *foundry) deflate(data []byte) []byte {
	var out bytes.Buffer
	out.Grow(len(data)/3 + 64)
	f.zip.Reset(&out)
	f.zip.Write(data) // a bytes.Buffer does not fail
	f.zip.Close()
	return out.Bytes()
}

// draw returns the content stream of a page and marks its things in the structure.
func (f *foundry) draw(things []thing, page int, w, h float64) ([]byte, error) {
	var p painter
	t := f.fpdf.CreateTemplateCustom(gofpdf.PointType{}, gofpdf.SizeType{Wd: w, Ht: h}, func(t *gofpdf.Tpl) {
		p = painter{to: t, page: page}
		p.paint(things)
	})
	if p.to.Err() {
		return nil, fmt.Errorf("draw: %w", p.to.Error())
	}
	return t.Bytes(), nil
}

var reResource = regexp.MustCompile(`/(F[0-9a-f]{40}) `)

// names finds out what gofpdf calls the fonts in content streams.
func (f *foundry) names(fs *faces) error {
	for _, face := range fs {
		t := f.fpdf.CreateTemplateCustom(gofpdf.PointType{}, gofpdf.SizeType{Wd: 100, Ht: 100}, func(t *gofpdf.Tpl) {
			t.SetFont(family, face.style, 7)
		})
		all := reResource.FindAllSubmatch(t.Bytes(), -1) // the first may be the font of the page before
		if all == nil {
			return fmt.Errorf("foundry: no font name for %s", face.name)
		}
		face.resource = string(all[len(all)-1][1])
	}
	return nil
}
