package pdf

import (
	"backcare/internal/pdf/draw"
	"backcare/internal/pdf/layout"
	"bytes"
	"flag"
	"image"
	"image/color"
	paint "image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"backcare/internal/handout"
	"backcare/internal/questions"
)

var update = flag.Bool("update", false, "rewrite the pictures of the main pages")

// pictures are the pages whose look is kept in testdata/pictures.
func pictures(t testing.TB) map[string]struct {
	doc   handout.Document
	paper Paper
	page  int
} {
	type picture = struct {
		doc   handout.Document
		paper Paper
		page  int
	}
	byLang := map[string]handout.Author{}
	for _, d := range authors(t) {
		byLang[d.Words.Lang] = d
	}
	en, uk := byLang["en"], byLang["uk"]
	en.Clinic = handout.Clinic{Name: "Riverside Physiotherapy", Address: "12 Mill Lane", Phone: "01234 567 890", Emergency: "999", Urgent: "111"}
	who := questions.Person{Name: "Ana García", Ref: "A-102", Born: "1988-04-02", AnsweredBy: "self"}
	sheet := en.Document(decide(t, answers(t, en.Protocol, "helper=helper")), who)
	note := en.Document(decide(t, answers(t, en.Protocol, "foot-drop=yes", "night-pain=unsure")), who)
	all := everything(t, uk.Protocol, 0)
	full, ok := routineOf(t, uk.Protocol, all)
	if !ok {
		t.Fatal("everything at once refers")
	}
	a4 := Paper{Size: "a4"}
	return map[string]picture{
		"sheet-front":        {sheet, a4, 1},
		"sheet-back":         {sheet, a4, 2},
		"sheet-front-letter": {sheet, Paper{Size: "letter"}, 1},
		"sheet-back-longest": {uk.Document(full, longest()), a4, 2},
		"sheet-large-print":  {sheet, Paper{Size: "a4", Large: true}, 1},
		"note":               {note, a4, 1},
		"note-longest":       {uk.Document(decide(t, worst(t, uk.Protocol, false)), longest()), a4, 1},
		"form-front":         {en.Form(), a4, 1},
		"form-back":          {en.Form(), a4, 2},
		"card":               {en.Card(), a4, 1},
	}
}

// shot is a page as a printer of 60 dots an inch and 32 greys would print it.
func shot(t testing.TB, file []byte, page int) *image.Paletted {
	t.Helper()
	return shotAt(t, file, page, 60)
}

// shotAt is a page as a printer of so many dots an inch and 32 greys would print it.
func shotAt(t testing.TB, file []byte, page, dots int) *image.Paletted {
	t.Helper()
	tool, err := exec.LookPath("pdftoppm")
	if err != nil {
		t.Skip("pdftoppm is missing, so no picture can be taken; it is in the package poppler-utils")
	}
	at := filepath.Join(t.TempDir(), "page")
	if err := os.WriteFile(at+".pdf", file, 0o600); err != nil {
		t.Fatal(err)
	}
	n := strconv.Itoa(page)
	if out, err := exec.Command(tool, "-r", strconv.Itoa(dots), "-gray", "-png", "-singlefile", "-f", n, "-l", n, at+".pdf", at).CombinedOutput(); err != nil {
		t.Fatalf("pdftoppm: %v: %s", err, out)
	}
	return open(t, at+".png")
}

func open(t testing.TB, name string) *image.Paletted {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(name, err)
	}
	greys := make(color.Palette, 32)
	for i := range greys {
		greys[i] = color.Gray{uint8(255 * i / 31)}
	}
	out := image.NewPaletted(img.Bounds(), greys)
	paint.Draw(out, out.Bounds(), img, img.Bounds().Min, paint.Src)
	return out
}

// apart counts the places where two pictures differ by more than how letters are smoothed: each is
// looked at through a hole of three by three dots.
func apart(a, b *image.Paletted) (n int) {
	if a.Bounds() != b.Bounds() {
		return 1 << 30
	}
	w, h := a.Bounds().Dx(), a.Bounds().Dy()
	for y := 1; y < h-1; y++ {
		for x := 1; x < w-1; x++ {
			d := 0
			for k := range 9 {
				i := (y+k/3-1)*a.Stride + x + k%3 - 1
				d += int(a.Pix[i]) - int(b.Pix[i])
			}
			if d > 12 || d < -12 { // 11 of 255 on average
				n++
			}
		}
	}
	return n
}

// mostApart is how many places may differ.
const mostApart = 60

func TestThePagesLookAsTheyDid(t *testing.T) {
	p := press(t)
	dir := filepath.Join("..", "..", "testdata", "pictures")
	for name, pic := range pictures(t) {
		t.Run(name, func(t *testing.T) {
			file, err := p.Render(&pic.doc, pic.paper)
			if err != nil {
				t.Fatal(err)
			}
			got := shot(t, file, pic.page)
			at := filepath.Join(dir, name+".png")
			if *update {
				var b bytes.Buffer
				if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, got); err != nil {
					t.Fatal(err)
				}
				if err := os.MkdirAll(dir, 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(at, b.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if n := apart(open(t, at), got); n > mostApart {
				t.Errorf("the page looks other than %s at %d places; if that is meant: go test ./internal/pdf -run Look -update", at, n)
			}
		})
	}
}

// TestAPictureTellsABoxMovedByAMillimetre proves that the test above can fail, and that it does not
// for smoothing.
func TestAPictureTellsABoxMovedByAMillimetre(t *testing.T) {
	p := press(t)
	pic := pictures(t)["sheet-front"]
	taken := func(change func(*draw.Item)) *image.Paletted {
		doc := pic.doc
		c, err := p.composed(&doc, pic.paper, change)
		if err != nil {
			t.Fatal(err)
		}
		return shot(t, c, 1)
	}
	still := taken(func(*draw.Item) {})
	if n := apart(still, still); n != 0 {
		t.Errorf("a page differs from itself at %d places", n)
	}
	l := laid(t, p, pic.doc, pic.paper)
	moved := 0
	for i, th := range l.pages[0] {
		if th.Kind != draw.Box || th.W*th.H < 100*layout.MM*layout.MM {
			continue
		}
		moved++
		k := -1
		n := apart(still, taken(func(th *draw.Item) {
			if k++; k == i {
				th.Y += 1 * layout.MM
			}
		}))
		if n <= mostApart {
			t.Errorf("the box %.0f by %.0f mm moved by 1 mm and only %d places differ", th.W/layout.MM, th.H/layout.MM, n)
		}
	}
	if moved < 3 {
		t.Errorf("%d boxes to move", moved)
	}
	noisy := image.NewPaletted(still.Bounds(), still.Palette)
	for i, v := range still.Pix {
		noisy.Pix[i] = uint8(min(31, max(0, int(v)+(i*7919>>3)%5-2)))
	}
	if n := apart(still, noisy); n > mostApart {
		t.Errorf("a grain of two greys makes %d places differ", n)
	}
}
