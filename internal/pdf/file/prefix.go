package file

import (
	"crypto/sha256"
	"fmt"
	"hash"

	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/stream"
	"backcare/internal/pdf/tag"
)

// The numbers of the objects that every document has. The fonts come first.
const (
	resourcesObject = fontObjects + 1 + iota
	imageObject
	infoObject
	metadataObject
	intentObject
	catalogObject
	pagesObject
	treeObject     // root of the structure
	parentsObject  // which element each mark belongs to
	documentObject // the one element below the root
	packObject     // object stream of what papers have in common
	indexObject    // object stream of what is written anew for each paper
	tableObject
	outlineObject
	firstPage = 32 // number of the first page's object, the page's content behind it
	fewPages  = 48 // up to which the slots have their fixed place
)

// TopObject is the number of the element above all others.
const TopObject = documentObject

// PageObject is the number of a page's object, counted from 0.
func PageObject(page int) int { return firstPage + 2*page }

// SlotObject is the number of the first object of a slot, on a paper of so many pages.
func SlotObject(slot, pages int) int {
	first := firstPage + 2*max(pages, fewPages)
	return (first+tag.SlotObjects-1)/tag.SlotObjects*tag.SlotObjects + slot*tag.SlotObjects
}

// Prefix is what papers with the same fonts, image and metadata begin with. It may be shared.
type Prefix struct {
	body
	sum hash.Cloner
}

// NewPrefix writes a prefix. picture is nil where there is none; outline says that bookmarks follow.
func NewPrefix(m Metadata, fonts *Fonts, picture *draw.Picture, intent []byte, outline bool) *Prefix {
	p := &Prefix{body: body{data: []byte(opening)}}
	var x pack
	p.fonts(fonts, &x)
	x.object(resourcesObject, p.resources(imageObject, picture))
	p.printf(infoObject, "%s", m.info())
	p.stream(metadataObject, "/Type /Metadata /Subtype /XML", m.xmp())
	p.stream(intentObject, "/N 3 /Filter /FlateDecode", intent)
	more := ""
	if outline {
		more = fmt.Sprintf(" /Outlines %d 0 R /PageMode /UseOutlines", outlineObject)
	}
	x.object(catalogObject, m.catalog(pagesObject, metadataObject, intentObject, treeObject, more))
	p.packed(packObject, &x, stream.NewBest)
	p.sum = sha256.New().(hash.Cloner) // as every hash of the standard library is
	p.sum.Write(p.data)
	return p
}

// catalog is the root object; tree is 0 if the file is not tagged.
func (m Metadata) catalog(pages, metadata, intent, tree int, more string) string {
	if tree > 0 {
		more += fmt.Sprintf(" /MarkInfo <</Marked true>> /StructTreeRoot %d 0 R", tree)
	}
	return fmt.Sprintf("<</Type /Catalog /Pages %d 0 R /Metadata %d 0 R /Lang (%s) /ViewerPreferences <</DisplayDocTitle true /PrintScaling /None /Duplex /DuplexFlipLongEdge>>"+
		" /OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB) /DestOutputProfile %d 0 R>>]%s>>", pages, metadata, tag.Lang(m.Lang), intent, more)
}

// resources is the dictionary of fonts and images that pages share; it writes the image.
func (b *body) resources(image int, picture *draw.Picture) string {
	more := ""
	if picture != nil {
		b.stream(image, picture.Dict(), picture.Data)
		more = fmt.Sprintf(" /XObject <</%s %d 0 R>>", draw.ImageName, image)
	}
	return fmt.Sprintf("<</ProcSet [/PDF /Text /ImageC] /Font <<%s>>%s>>", fontNames(), more)
}
