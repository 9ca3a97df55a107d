package main

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// answersWith writes the answers of the baseline with the differences over it to a file.
func answersWith(t *testing.T, differences ...string) string {
	t.Helper()
	return answersFile(t, answersOver(t, strings.Join(differences, "\n")))
}

func answersFile(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "answers.yaml")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// What no story can hold, byte by byte.
func TestBytesThatAreNoAnswersAreRefused(t *testing.T) {
	for text, want := range map[string]string{
		"name: \"a\x00b\"\n":             ":1: has a control character, U+0000\nbackcare: hint: save the file as plain text\n",
		"name: Jos\xe9\n":                ":1: not valid UTF-8\nbackcare: hint: save the file as UTF-8\n",
		"#" + strings.Repeat("x", 1<<20): ": larger than 1 MiB, the limit of one answers file\n",
		"answers:\n  fever: maybe":       ":2: fever: \"maybe\" is not an answer here; use yes, no or unsure\n", // without a last newline
	} {
		file := answersFile(t, text)
		if code, out, stderr := alone(t, "screen", "--answers", file); code != exitUsage || out != "" || stderr != "backcare: error: "+file+want {
			t.Errorf("exit %d: %s%s", code, out, stderr)
		}
	}
}

// A table where one person's answers belong is searched for an emergency whole: a workbook, and beyond the limit of an
// answers file.
func TestATableGivenToScreenIsSearchedWhole(t *testing.T) {
	var book bytes.Buffer
	z := zip.NewWriter(&book)
	cells := func(words string) string {
		return "<row><c t='inlineStr'><is><t>" + strings.Join(strings.Split(words, ","), "</t></is></c><c t='inlineStr'><is><t>") + "</t></is></c></row>"
	}
	head, calm, ill := "ref,name,chest-pian,fever", "A,Ana,no,no", "B,Bea,yes,no"
	for name, data := range map[string]string{
		"xl/workbook.xml":            "<workbook xmlns:r='r'><sheets><sheet name='People' r:id='a'/></sheets></workbook>",
		"xl/_rels/workbook.xml.rels": "<Relationships><Relationship Id='a' Type='x/worksheet' Target='s.xml'/></Relationships>",
		"xl/s.xml":                   "<worksheet><sheetData>" + cells(head) + cells(calm) + cells(ill) + "</sheetData></worksheet>",
	} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(data))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"a workbook":    book.String(),
		"a large table": head + "\n" + strings.Repeat(calm+"\n", 1<<20/len(calm)) + ill + "\n",
	} {
		code, out, stderr := alone(t, "screen", "--answers", answersFile(t, text))
		if code != exitUsage || out != "" || !strings.HasPrefix(stderr, "Stop here. ") || !strings.Contains(stderr, ": a table, not one person's answers\n") {
			t.Errorf("%s: exit %d: %s%s", name, code, out, stderr)
		}
	}
}

func TestAFileThatNamesALanguageGetsItsPaperInIt(t *testing.T) {
	for lang, title := range map[string]string{"es": "Su rutina para la zona lumbar", "en": "Your lower back routine"} {
		if code, out, _ := alone(t, "screen", "--answers", answersWith(t, "lang: "+lang), "--format", "text"); code != exitDone || !strings.Contains(out, title) {
			t.Errorf("exit %d: %s", code, out)
		}
	}
}
