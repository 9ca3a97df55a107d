package batch

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
)

// FuzzTable holds the table reader to its promises for any bytes: it ends, rows only go up, cells
// stay within bounds, and what passes without a fault is text.
//
//	go test ./internal/batch -run '^$' -fuzz FuzzTable -fuzztime 60s -fuzzminimizetime 1s
func FuzzTable(f *testing.F) {
	h := newSheetMaker(f)
	for _, table := range []string{ // the hostile one is too large: it is minimised for ever
		h.csv(",", "\r\n", map[string]string{"ref": "A-1", "name": "Ana García", "site": "Nord"}, map[string]string{"name": `Jörg "Jo" Müller`}),
		h.csv("\t", "\r", map[string]string{"saddle-numbness": "?"}),
	} {
		f.Add([]byte(table))
	}
	f.Add([]byte("sep=;\nref;fever\nA;yes\n"))
	f.Add([]byte("\xff\xfer\x00e\x00f\x00"))
	f.Add([]byte(`{"ref":"A"}`))
	f.Add([]byte("ref,name,fever\r\n../../x,\"A\x00\",y\r\n=1+1,Jos\xe9,?\r\n\r\nCON,\"a\nb\",1\r\n\"open,,"))
	p, err := loaded()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		tab, err := openTable(context.Background(), p, nil, bytes.NewReader(data))
		if err != nil {
			return
		}
		var r record
		for last := 0; ; last = r.row {
			err := tab.next(&r)
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if r.row <= last || len(r.text) > largestLine || len(r.cells) > mostCells {
				t.Fatalf("row %d after %d, %d bytes, %d cells", r.row, last, len(r.text), len(r.cells))
			}
			who, answers, faults := tab.read(&r)
			tab.alarm(&r, answers, faults)
			if len(faults) == 0 && strings.ContainsAny(who.Name+who.Ref+who.Site, "\x00\r\n\t\ufffd") {
				t.Fatalf("%+v", who)
			}
			if text := complaint(faults, tab.columns); strings.ContainsAny(text, "\n\x00") {
				t.Fatalf("%q", text)
			}
		}
	})
}

// FuzzEntry holds the manifest to what its reader needs: one line, exact, and nothing that a
// spreadsheet takes for a formula.
func FuzzEntry(f *testing.F) {
	for _, s := range []string{"=1+1", "+A1", "-2", "@x", "a;=cmd()", "'=x", "''", `"`, `a,"=b`, " =1", "＝1"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, ref, text string) {
		ref, text = strings.ToValidUTF8(ref, "?"), strings.ToValidUTF8(text, "?") // the table reader sees to it
		e := entry{Row: 7, Ref: oneLine(ref), Outcome: rejected, Error: oneLine(text)}
		line := e.line()
		if strings.Count(line, "\n") != 1 || !strings.HasSuffix(line, "\n") {
			t.Skip("a reference has no line break")
		}
		got, ok := parseEntry(line)
		if !ok || got.Ref != e.Ref || got.Error != e.Error {
			t.Fatalf("%q came back as %+v", line, got)
		}
		for _, comma := range ",;\t|" {
			for _, cell := range strings.FieldsFunc(line, func(r rune) bool { return r == comma }) {
				cell = strings.Trim(cell, " \"\u00a0\n")
				if cell != "" && strings.ContainsAny(cell[:1], "=+-@") {
					t.Fatalf("%q has a formula in %q", line, cell)
				}
			}
		}
	})
}
