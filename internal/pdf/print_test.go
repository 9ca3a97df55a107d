package pdf

import (
	"backcare/internal/pdf/tag"
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"image"
	"image/png"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"backcare/internal/handout"
	"backcare/internal/pdf/file"
	"backcare/internal/pdf/pdftest"
)

func TestSameDocumentSameBytes(t *testing.T) {
	alone := map[string][]byte{}
	for name, doc := range samples(t) {
		b, err := press(t).Render(&doc, Paper{Size: "a4"})
		if err != nil {
			t.Fatal(name, err)
		}
		alone[name] = b
	}
	p := press(t)
	// Whoever came before, and whatever their letters, leaves no trace.
	other := sheet(t, 3)
	other.Head.Person = handout.Text{{Text: "Ελένη Łukasz Nguyễn Đặng"}}
	if _, err := p.Render(&other, Paper{Size: "a4"}); err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for i := range 3 {
		for name, doc := range samples(t) {
			wg.Go(func() {
				if b, err := p.Render(&doc, Paper{Size: "a4"}); err != nil || !bytes.Equal(b, alone[name]) {
					t.Errorf("%s, turn %d: other bytes than alone (%v)", name, i, err)
				}
			})
		}
	}
	wg.Wait()
}

func TestOnlyThePersonDiffersFromSheetToSheet(t *testing.T) {
	p := press(t)
	doc := sheet(t, 8)
	first, err := p.Render(&doc, Paper{Size: "a4"})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"", "Bo", "Ελένη Παπαδοπούλου", "Nguyễn Thị Đặng", strings.Repeat("Wolfeschlegel-", 5)} {
		doc.Head.Person = handout.Text{{Text: "For "}, {Text: name, Bold: true}, {Text: " · Ref (B\\2)"}}
		c, err := p.Compose(&doc, Paper{Size: "a4"})
		if err != nil {
			t.Fatal(err)
		}
		got, sum, err := c.Append(nil)
		if err != nil {
			t.Fatal(name, err)
		}
		if sum != sha256.Sum256(got) {
			t.Errorf("%s: the hash is not the file's", name)
		}
		want, err := press(t).Render(&doc, Paper{Size: "a4"})
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%q: printed after others is not as printed alone (%v)", name, err)
		}
		dump, err := pdftest.Dump(got)
		if err != nil {
			t.Fatal(err)
		}
		for word := range strings.FieldsSeq(doc.Head.Person.String()) {
			if strings.Count(dump, word) < 2 {
				for part := range strings.SplitAfterSeq(word, "-") {
					if strings.Count(dump, part) < 2 {
						t.Errorf("%q does not stand on both pages:\n%s", part, dump)
					}
				}
			}
		}
		if bytes.Equal(got, first) || len(name) > 2 && bytes.Contains(got, []byte(name)) {
			t.Errorf("%q: the file is the same as the other's, or bears the name in the open", name)
		}
	}
}

func TestAPersonTooLongForTheHeadIsRefused(t *testing.T) {
	doc := sheet(t, 3)
	doc.Head.Person = text1(strings.Repeat("Wolfeschlegelsteinhausen ", 20))
	if _, err := press(t).Render(&doc, Paper{Size: "a4"}); err == nil {
		t.Error("printed")
	}
}

func TestLettersTheFontsLackAreNamedAndNeverPrinted(t *testing.T) {
	for s, want := range map[string]string{"José Ångström Łukasz Ελένη Иван Nguyễn Đặng": "", "e\u0301": "", "😀 a": "😀", "中文": "中文", "a\x00b": "\x00", "bad \xff": "\ufffd"} {
		if got := string(Missing(s)); got != want {
			t.Errorf("Missing(%q) is %q, not %q", s, got, want)
		}
	}
	fs := press(t).ty.Faces
	for r := range rune(0x100) {
		if plain := r >= ' ' && r < 0x7f || r >= 0xc0; plain && (fs[0].Advance(r) < 0 || fs[1].Advance(r) < 0) {
			t.Errorf("Missing takes %U for granted", r)
		}
	}
	for _, s := range []string{"😀", "中", "\x00", "\xff", "\U0010ffff"} {
		doc := sheet(t, 1)
		doc.Head.Person = text1(s)
		if _, err := press(t).Render(&doc, Paper{Size: "a4"}); err == nil {
			t.Errorf("%q was printed in the head", s)
		}
		doc = sheet(t, 1)
		doc.Blocks = append(doc.Blocks, handout.Paragraph{Text: text1(s)})
		if _, err := press(t).Render(&doc, Paper{Size: "a4"}); err == nil {
			t.Errorf("%q was printed in a block", s)
		}
	}
}

func TestNothingPanics(t *testing.T) {
	p := press(t)
	for i, doc := range []handout.Document{
		{}, {Made: "2026-11-23T10:42:00Z"}, {Made: "2026-11-23T10:42:00Z", Blocks: []handout.Block{nil}},
		{Made: "2026-11-23T10:42:00Z", Kind: handout.SheetKind, Blocks: []handout.Block{handout.Step{}, handout.Log{}, handout.Log{Days: 3}, handout.Table{}, handout.Questions{}, handout.Fields{}, handout.Lines{}, handout.Ticks{}, handout.List{}, handout.Alert{}, handout.Band{}, handout.Panel{}, handout.TearLine{}, handout.Card{}, handout.Heading{}, handout.Title{}, handout.Paragraph{}}},
		{Made: "2026-11-23T10:42:00Z", Blocks: []handout.Block{handout.Panel{Text: texts(400, "too tall for any page")}}},
		{Made: "2026-11-23T10:42:00Z", Head: handout.Head{Logo: []byte("\x89PNG\r\n\x1a\nshort")}},
	} {
		b, err := p.Render(&doc, Paper{Size: "a4"})
		if (err == nil) == (b == nil) {
			t.Errorf("document %d: %d bytes and %v", i, len(b), err)
		}
	}
	one := sheet(t, 1)
	if _, err := p.Render(&one, Paper{Size: "a7"}); err == nil || !strings.Contains(err.Error(), "a7") {
		t.Error("paper a7:", err)
	}
}

func TestALogoIsPrinted(t *testing.T) {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray16(image.Rect(0, 0, 300, 90))); err != nil {
		t.Fatal(err)
	}
	doc := sheet(t, 2)
	doc.Head.Logo = b.Bytes()
	out, err := press(t).Render(&doc, Paper{Size: "a4"})
	if err != nil || !bytes.Contains(out, []byte("/Subtype /Image /Width 300 /Height 90")) {
		t.Error("no image", err)
	}
}

func TestTheFileTellsOfNobody(t *testing.T) {
	doc := note(2, 2, 2)
	doc.Head.Person = text1("Zacharias")
	b, err := press(t).Render(&doc, Paper{Size: "a4"})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{"Zacharias", tag.String("Zacharias")[5:20], "Wolfeschlegel"} {
		if bytes.Contains(b, []byte(s)) {
			t.Errorf("%q stands in the open", s)
		}
	}
	plain, err := pdftest.Plain(b)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{"/Lang (en)", "/Marked true", "/DisplayDocTitle true", "pdfuaid:part>1<", "(D:20261123094200+00'00')", "/DuplexFlipLongEdge", "/StructTreeRoot"} {
		if !bytes.Contains(plain, []byte(s)) {
			t.Errorf("no %s", s)
		}
	}
}

// job is a print job of twelve documents of one or two pages, which come in another order than they stand in, and
// in turn from two renderers. At most so many are tagged, if that is not 0.
func job(t *testing.T, p *Renderer, workers, most int) []byte {
	t.Helper()
	var b bytes.Buffer
	j := p.NewJob(&b, "A job", "en", time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC))
	if most > 0 {
		j.out = file.NewJob(&b, file.Metadata{Title: "A job", Lang: "en"}, most)
	}
	presses := []*Renderer{p, press(t)}
	var papers []*Composed
	order := make([]Entry, 12)
	for n := range order {
		i := n * 5 % len(order)
		doc := sheet(t, 6)
		if i%4 == 0 {
			doc = note(2, 1, 9)
		}
		doc.Head.Person = text1(fmt.Sprintf("Person %d", i))
		c, err := presses[n%2].Compose(&doc, Paper{Size: "a4"})
		if err != nil {
			t.Fatal(err)
		}
		papers = append(papers, c)
		order[i] = Entry{n, fmt.Sprint("Site ", i/3), fmt.Sprint("A-", i)}
	}
	if err := errors.Join(j.Add(workers, papers[:7]...), j.Add(workers, papers[7:]...), j.Close(order)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAJobHoldsWholeLeaves(t *testing.T) {
	p := press(t)
	b := job(t, p, 1, 0)
	if !bytes.Equal(b, job(t, press(t), 3, 0)) {
		t.Error("two jobs of the same differ")
	}
	if !bytes.Contains(b, []byte("/Count 24 ")) {
		t.Error("12 documents of one or two pages do not make 24 pages")
	}
	lines, err := pdftest.Lines(b)
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, l := range lines {
		if strings.HasPrefix(l.Text, "Person ") {
			if seen++; l.Text != fmt.Sprintf("Person %d", (l.Page-1)/2) {
				t.Errorf("%s stands on page %d", l.Text, l.Page)
			}
		}
	}
	if seen != 9*2+3 {
		t.Errorf("%d lines with a name", seen)
	}
	plain, err := pdftest.Plain(b)
	if err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(plain, []byte("/FontFile2")); n != 2 {
		t.Errorf("%d fonts", n)
	}
	if n := bytes.Count(plain, []byte("/S /Part")); n != 12 || !bytes.Contains(b, []byte("pdfuaid:part>1<")) {
		t.Errorf("%d of 12 papers are tagged", n)
	}
}

// A job of more papers than can be tagged has none of them tagged, and all in their places.
func TestAJobIsTaggedAsAWholeOrNotAtAll(t *testing.T) {
	b := job(t, press(t), 2, 11)
	for _, s := range []string{"/StructTreeRoot", "/MarkInfo", "pdfuaid", "/S /Document"} {
		if bytes.Contains(b, []byte(s)) {
			t.Errorf("it says %s", s)
		}
	}
	lines, err := pdftest.Lines(b)
	if err != nil {
		t.Fatal(err)
	}
	tagged, err := pdftest.Lines(job(t, press(t), 2, 12))
	if err != nil || !slices.Equal(lines, tagged) {
		t.Errorf("the pages are not those of a job that is tagged: %v", err)
	}
}
