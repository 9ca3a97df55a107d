package lint

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"backcare/content"
	"backcare/internal/pdf"
	"backcare/internal/protocol"
)

// What is shipped has nothing wrong with it, in any language. A translation that is behind the
// English says so here: look at what changed, translate it, and write the letters it asks for.
func TestContentHasNothingWrong(t *testing.T) {
	r := Content(protocol.Folder{Files: content.Files}, nil, pdf.Missing)
	for _, err := range r.Problems {
		t.Error(err)
	}
	if !slices.Equal(r.Langs, protocol.Languages(content.Files)) {
		t.Errorf("languages %v", r.Langs)
	}
}

// The promise of CLINICAL.md, apart from the table of limits: English at grade 6 or lower in every
// document, and no sentence over 20 words.
func TestEnglishIsAtGradeSixOrLower(t *testing.T) {
	r := Content(protocol.Folder{Files: content.Files}, nil, none)
	measured := 0
	for _, x := range r.Readings {
		if x.Lang != protocol.Original {
			continue
		}
		measured++
		if x.Index.Value > 6 || x.Counts.Longest > 20 {
			t.Errorf("%s: grade %.1f, longest sentence %d words: %q", x.Document, x.Index.Value, x.Counts.Longest, x.Counts.LongestSentence.s)
		}
		if x.Counts.Sentences < 10 || x.Counts.Words < 100 {
			t.Errorf("%s: only %d words in %d sentences are measured", x.Document, x.Counts.Words, x.Counts.Sentences)
		}
	}
	if measured != 7 {
		t.Errorf("%d documents", measured)
	}
}

func none(string) []rune { return nil }

// A change to one text of one language, and what the report then says.
func TestWhatAnEditorWouldMark(t *testing.T) {
	for _, c := range []struct{ name, file, old, new, want string }{
		{"a placeholder of the English left out", "words/es.yaml", "{days}", "unos", "words/es.yaml: sheet.lead: has the placeholders none; the English has {days}"},
		{"bold that the English has not", "words/es.yaml", `morning-worse: "`, `morning-worse: "**Oh.** `, "words/es.yaml: sheet.pain.morning-worse: has 1 parts in bold; the English has 0"},
		{"a text the English has", "words/en.yaml", `        stop: "if the skin`, `        easier: "lie down"` + "\n" + `        stop: "if the skin`,
			`words/es.yaml: steps.warm-up.variants.pack.easier: missing; the English has it: "lie down"`},
		{"changed English", "words/en.yaml", "Your lower back routine", "The lower back routine",
			"words/es.yaml: checked-against.sheet: the English has changed since; translate it, then run backcare check --accept es content, which shows what has changed"},
		{"a long sentence", "words/en.yaml", `pop: "A pop is not the goal.`, `pop: "A pop is not the goal and it never was the goal and it never will be the goal of this routine for your back.`,
			"words/en.yaml: sheet.pop: the sheet has a sentence of 25 words; 20 is the limit"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := whole(t)
			data := string(files[c.file].Data)
			if !strings.Contains(data, c.old) {
				t.Fatalf("no %q", c.old)
			}
			files[c.file].Data = []byte(strings.Replace(data, c.old, c.new, 1))
			if got := said(Content(protocol.Folder{Files: files}, nil, none)); !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, c.want) }) {
				t.Errorf("\ngot  %q\nwant %q", got, c.want)
			}
		})
	}
}

// said are the problems without their lines, which move with every edit.
func said(r Report) (out []string) {
	for _, err := range r.Problems {
		var p protocol.Problem
		if errors.As(err, &p) {
			p.Line = 0
			err = p
		}
		out = append(out, err.Error())
	}
	return out
}

func TestLettersTheFontLacksAreNamed(t *testing.T) {
	r := Content(protocol.Folder{Files: content.Files}, nil, func(s string) (out []rune) {
		if s == "Your lower back routine" {
			return []rune{'☃'}
		}
		return nil
	})
	if !slices.Contains(said(r), "words/en.yaml: sheet.title: the font lacks '☃' (U+2603)") {
		t.Errorf("got %q", said(r))
	}
}

// A pack with a question of its own, in English only: the other languages are noted, not wrong, and so is
// that nothing follows from its answer.
func TestAPackMayServeOneLanguage(t *testing.T) {
	over := protocol.Folder{Name: "clinic", Files: fstest.MapFS{
		"pack.yaml":      {Data: []byte("pack: {name: Riverside Clinic, version: \"1\"}\n")},
		"screening.yaml": {Data: []byte("sections:\n- id: skin\n  questions:\n  - {id: sunburn, sources: [ng59]}\n")},
		"words/en.yaml":  {Data: []byte("sections: {skin: {title: Your skin, ask: Do you have any of these?}}\nquestions:\n  sunburn: {ask: A burn of the skin from the sun, short: sunburn, note: Sunburn, why: Sore skin should not be rubbed.}\n")},
	}}
	r := Content(protocol.Folder{Files: content.Files}, &over, none)
	if len(r.Problems) > 0 || !slices.Equal(r.Langs, []string{"en"}) {
		t.Errorf("%v, %v", r.Langs, r.Problems)
	}
	idle := "sunburn: no rule and no step looks at its answer, so it changes nothing; add a rule, or mark it as `history: true`"
	want := "not available with this pack: de, es, fr, pl, uk, vi (its additions are untranslated: clinic/words/vi.yaml: sections.skin: missing)"
	if !slices.Equal(r.Notes, []string{idle, want}) {
		t.Errorf("notes %q", r.Notes)
	}
	var b strings.Builder
	p, err := protocol.Load(content.Files, "en")
	if err != nil {
		t.Fatal(err)
	}
	head := fmt.Sprintf("content %s + Riverside Clinic 1: %d questions,", p.Version, len(p.Questions)+1)
	if err := r.Print(&b); err != nil || !strings.HasPrefix(b.String(), head) || !strings.HasSuffix(b.String(), "\nnothing wrong\n") {
		t.Errorf("%v\n%s", err, b.String())
	}
}

// A pack that changes the English and forgets one of its translations: the old meaning stays there.
func TestATextRewordedInEnglishOnlyIsNoted(t *testing.T) {
	over := protocol.Folder{Name: "clinic", Files: fstest.MapFS{
		"pack.yaml":     {Data: []byte("pack: {name: Riverside Clinic, version: \"1\"}\n")},
		"words/en.yaml": {Data: []byte("sheet: {title: Ten minutes for your back, log-title: \"Your log: bring it to us\"}\n")},
		"words/es.yaml": {Data: []byte("sheet: {log-title: \"Su registro: tráiganoslo\"}\n")},
	}}
	r := Content(protocol.Folder{Files: content.Files}, &over, none)
	want := []string{"clinic/words/es.yaml: sheet.title: reworded in words/en.yaml only; es keeps the embedded text"}
	if len(r.Problems) > 0 || !slices.Equal(r.Notes, want) {
		t.Errorf("%v\ngot  %q\nwant %q", r.Problems, r.Notes, want)
	}
}

func whole(t testing.TB) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(content.Files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(content.Files, name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
