package figure_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/jung-kurt/gofpdf"

	"backcare/internal/figure"
)

// lookColours are for looking only; the paper side chooses its own.
var lookColours = map[figure.Role][3]int{
	figure.Ink: {0x1f, 0x29, 0x33}, figure.Paper: {255, 255, 255}, figure.Far: {0xc7, 0xd1, 0xd5},
	figure.HelperNear: {0xbf, 0xe3, 0xe5}, figure.HelperFar: {0x86, 0xc2, 0xc6},
	figure.Prop: {0x8a, 0x97, 0x9e}, figure.PropLight: {0xe8, 0xf1, 0xf2},
	figure.Accent: {0x09, 0x5c, 0x62}, figure.AccentTint: {0xbf, 0xe3, 0xe5}, figure.Mark: {0xb3, 0x26, 0x1e},
}

// TestLook writes contact sheets of all figures for a pair of eyes when BACKCARE_LOOK names a
// folder: without captions, to see whether each figure speaks for itself, and with ids.
func TestLook(t *testing.T) {
	dir := os.Getenv("BACKCARE_LOOK")
	if dir == "" {
		t.Skip("BACKCARE_LOOK names no folder")
	}
	set := load(t)
	ids := make([]string, 0, len(set))
	for id := range set {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for name, captions := range map[string]bool{"bare.pdf": false, "named.pdf": true} {
		pdf := gofpdf.New("P", "mm", "A4", "")
		pdf.SetAutoPageBreak(false, 0)
		pdf.SetFont("Helvetica", "B", 8)
		pdf.AddPage()
		const wide, row = 46.0, 47.0
		for i, id := range ids {
			x, y := 8+float64(i%4)*49, 8+float64(i/4)*row
			lookAt(pdf, set[id], x, y, wide)
			if captions {
				pdf.SetTextColor(0, 0, 0)
				pdf.SetFont("Helvetica", "", 7)
				pdf.Text(x, y+row-2, id)
			}
		}
		if err := pdf.OutputFileAndClose(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
}

func lookAt(pdf *gofpdf.Fpdf, f figure.Figure, x, y, wide float64) {
	k := wide / f.Width
	at := func(p figure.Point) (float64, float64) { return x + p.X*k, y + p.Y*k }
	pdf.SetLineCapStyle("round")
	pdf.SetLineJoinStyle("round")
	for _, s := range f.Shapes() {
		if s.Text != "" {
			c := lookColours[s.Fill]
			pdf.SetTextColor(c[0], c[1], c[2])
			const size = 16 // units: as large as it comes
			pdf.SetFont("Helvetica", "B", size*k*72/25.4)
			px, py := at(s.At)
			pdf.Text(px-pdf.GetStringWidth(s.Text)/2, py+size*k*0.36, s.Text)
			continue
		}
		style := ""
		if s.Fill != figure.None {
			c := lookColours[s.Fill]
			pdf.SetFillColor(c[0], c[1], c[2])
			style = "F"
		}
		if s.Stroke != figure.None {
			c := lookColours[s.Stroke]
			pdf.SetDrawColor(c[0], c[1], c[2])
			pdf.SetLineWidth(s.Width * k)
			dash := make([]float64, len(s.Dash))
			for i, d := range s.Dash {
				dash[i] = d * k
			}
			pdf.SetDashPattern(dash, 0)
			style += "D"
		}
		for _, g := range s.Path {
			px, py := at(g.To)
			switch g.Op {
			case figure.MoveTo:
				pdf.MoveTo(px, py)
			case figure.LineTo:
				pdf.LineTo(px, py)
			case figure.CubicTo:
				ax, ay := at(g.A)
				bx, by := at(g.B)
				pdf.CurveBezierCubicTo(ax, ay, bx, by, px, py)
			case figure.Close:
				pdf.ClosePath()
			}
		}
		pdf.DrawPath(style)
	}
}

// load reads the figures the product ships.
func load(t *testing.T) figure.Set {
	t.Helper()
	const name = "../../content/figures.yaml"
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	set, err := figure.Parse("figures.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	return set
}
