package file

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"time"

	"backcare/internal/pdf/tag"
)

// maker is the name of the program that a file says it comes from.
const maker = "backcare"

// Metadata is what a file says about itself. It names no person.
type Metadata struct {
	Title, Lang string
	Made        time.Time
	Tagged      bool
}

// info is the old dictionary of metadata.
func (m Metadata) info() string {
	d := m.Made.UTC().Format("20060102150405")
	return fmt.Sprintf("<<%s /CreationDate (D:%s+00'00') /ModDate (D:%s+00'00')>>", m.mark(), d, d)
}

// mark is what the dictionary of metadata says of any file with the same title.
func (m Metadata) mark() string {
	return fmt.Sprintf("/Title %s /Creator (%s) /Producer (%s)", tag.String(m.Title), maker, maker)
}

// xmp is the metadata as XML.
func (m Metadata) xmp() []byte {
	var title bytes.Buffer
	xml.EscapeText(&title, []byte(m.Title)) // a bytes.Buffer does not fail
	d := m.Made.UTC().Format("2006-01-02T15:04:05Z")
	ua, level := "", "U"
	if m.Tagged {
		level = "A"
		ua = uaSchema + "<rdf:Description rdf:about=\"\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"><pdfuaid:part>1</pdfuaid:part></rdf:Description>\n"
	}
	return []byte("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
		"<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:format>application/pdf</dc:format>" +
		"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + title.String() + "</rdf:li></rdf:Alt></dc:title>" +
		"<dc:language><rdf:Bag><rdf:li>" + tag.Lang(m.Lang) + "</rdf:li></rdf:Bag></dc:language></rdf:Description>\n" +
		"<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"><xmp:CreatorTool>" + maker + "</xmp:CreatorTool>" +
		"<xmp:CreateDate>" + d + "</xmp:CreateDate><xmp:ModifyDate>" + d + "</xmp:ModifyDate><xmp:MetadataDate>" + d + "</xmp:MetadataDate></rdf:Description>\n" +
		"<rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"><pdf:Producer>" + maker + "</pdf:Producer></rdf:Description>\n" +
		"<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"><pdfaid:part>2</pdfaid:part><pdfaid:conformance>" + level + "</pdfaid:conformance></rdf:Description>\n" +
		ua + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
}

// uaSchema describes the one property of PDF/UA to readers that know only those of PDF/A.
const uaSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">` +
	`<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>` +
	`<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>` +
	`</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
`
