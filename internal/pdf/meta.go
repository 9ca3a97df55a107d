package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"time"
)

// maker is the name of the program that a file says it comes from.
const maker = "backcare"

// about is what a file says about itself. It names no person.
type about struct {
	title, lang string
	made        time.Time
	tagged      bool
}

// info writes the old dictionary of metadata and returns its number.
func (w *writer) info(a about) int {
	n := w.reserve(1)
	d := a.made.UTC().Format("20060102150405")
	w.printf(n, "<<%s /CreationDate (D:%s+00'00') /ModDate (D:%s+00'00')>>", a.mark(), d, d)
	return n
}

// mark is what the dictionary of metadata says of any file with the same title.
func (a about) mark() string {
	return fmt.Sprintf("/Title %s /Creator (%s) /Producer (%s)", text(a.title), maker, maker)
}

// metadata writes the XMP and returns its number.
func (w *writer) metadata(a about) int {
	n := w.reserve(1)
	var title bytes.Buffer
	xml.EscapeText(&title, []byte(a.title)) // a bytes.Buffer does not fail
	d := a.made.UTC().Format("2006-01-02T15:04:05Z")
	ua, level := "", "U"
	if a.tagged {
		level = "A"
		ua = uaSchema + "<rdf:Description rdf:about=\"\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"><pdfuaid:part>1</pdfuaid:part></rdf:Description>\n"
	}
	x := "<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
		"<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:format>application/pdf</dc:format>" +
		"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + title.String() + "</rdf:li></rdf:Alt></dc:title>" +
		"<dc:language><rdf:Bag><rdf:li>" + tag(a.lang) + "</rdf:li></rdf:Bag></dc:language></rdf:Description>\n" +
		"<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"><xmp:CreatorTool>" + maker + "</xmp:CreatorTool>" +
		"<xmp:CreateDate>" + d + "</xmp:CreateDate><xmp:ModifyDate>" + d + "</xmp:ModifyDate><xmp:MetadataDate>" + d + "</xmp:MetadataDate></rdf:Description>\n" +
		"<rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"><pdf:Producer>" + maker + "</pdf:Producer></rdf:Description>\n" +
		"<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"><pdfaid:part>2</pdfaid:part><pdfaid:conformance>" + level + "</pdfaid:conformance></rdf:Description>\n" +
		ua + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>"
	w.stream(n, "/Type /Metadata /Subtype /XML", []byte(x))
	return n
}

// uaSchema describes the one property of PDF/UA to readers that know only those of PDF/A.
const uaSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">` +
	`<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>` +
	`<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>` +
	`</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
`

// tag keeps of a language tag what may stand in one.
func tag(lang string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, lang)
}

// catalog writes the root object; outline and tree are 0 if there is none. intent is a deflated
// ICC profile, which says what colours look like.
func (w *writer) catalog(a about, pages, outline, tree int, intent []byte) int {
	meta := w.metadata(a)
	profile := w.reserve(2)
	w.stream(profile, "/N 3 /Filter /FlateDecode", intent)
	n := profile + 1
	more := fmt.Sprintf(" /OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB) /DestOutputProfile %d 0 R>>]", profile)
	if outline > 0 {
		more += fmt.Sprintf(" /Outlines %d 0 R /PageMode /UseOutlines", outline)
	}
	if tree > 0 {
		more += fmt.Sprintf(" /MarkInfo <</Marked true>> /StructTreeRoot %d 0 R", tree)
	}
	w.printf(n, "<</Type /Catalog /Pages %d 0 R /Metadata %d 0 R /Lang (%s) /ViewerPreferences <</DisplayDocTitle true /PrintScaling /None /Duplex /DuplexFlipLongEdge>>%s>>", pages, meta, tag(a.lang), more)
	return n
}
