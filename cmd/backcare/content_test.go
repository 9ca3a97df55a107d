package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const examplePack = "../../docs/example-pack"

// answersOfPack writes the answers of the baseline with those to questions of a pack behind them.
func answersOfPack(t *testing.T, differences ...string) string {
	t.Helper()
	own := func(line string) bool { return strings.HasPrefix(line, "new-hip:") }
	text := answersOver(t, strings.Join(slices.DeleteFunc(slices.Clone(differences), own), "\n"))
	for _, line := range differences {
		if own(line) {
			text += "  " + line + "\n"
		}
	}
	return answersFile(t, text)
}

func editionOfPack(t *testing.T) string {
	return "content " + loadContent(t).Version + " + Riverside Clinic 1"
}

func TestExamplePackHasNothingWrong(t *testing.T) {
	code, out, stderr := alone(t, "check", examplePack)
	if code != exitDone || stderr != "" || !strings.HasPrefix(out, editionOfPack(t)+": ") || !strings.HasSuffix(out, "\nnothing wrong\n") {
		t.Errorf("exit %d\n%s%s", code, out, stderr)
	}
}

// What docs/content-packs.md says of the example, on its papers.
func TestExamplePackDoesWhatItSays(t *testing.T) {
	small := editionOfPack(t) + ". Draft content, not yet reviewed by a clinician."
	for _, c := range []struct {
		name    string
		answers []string
		args    []string
		says    []string
		not     []string
	}{
		{"the sheet", []string{"new-hip: no"}, nil,
			[]string{"3 slow rolls each side", "Walk again (5 min)", "Your log: bring it to us", "Long breath out", small}, nil},
		{"a step left out", []string{"new-hip: no", "minor-trauma: yes"}, nil, nil, []string{"Long breath out"}},
		{"the new question, not sure", []string{"new-hip: unsure"}, nil,
			[]string{"need for advice after a hip replacement", "Hip replacement in the last 3 months", small}, []string{"3 slow rolls"}},
		{"a raised urgency", []string{"new-hip: no", "weight-loss: yes"}, nil, []string{"See a doctor today"}, nil},
		{"in Spanish", []string{"new-hip: no"}, []string{"--lang", "es"}, []string{"3 giros lentos a cada lado", "Otro paseo", "Su registro: tráiganoslo"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			args := append([]string{"screen", "--answers", answersOfPack(t, c.answers...), "--content", examplePack, "--format", "text"}, c.args...)
			code, out, stderr := alone(t, args...)
			if code != exitDone {
				t.Fatalf("exit %d: %s", code, stderr)
			}
			joined := strings.Join(strings.Fields(out), " ")
			for _, s := range c.says {
				if !strings.Contains(joined, s) {
					t.Errorf("does not say %q:\n%s", s, out)
				}
			}
			for _, s := range c.not {
				if strings.Contains(joined, s) {
					t.Errorf("says %q", s)
				}
			}
		})
	}
}

func TestAnswersMustFitThePack(t *testing.T) {
	code, _, stderr := alone(t, "screen", "--answers", answersWith(t), "--content", examplePack, "--format", "text")
	if code != exitUsage || !strings.Contains(stderr, ": not enough answers: missing new-hip\n") {
		t.Errorf("exit %d: %s", code, stderr)
	}
}

func TestQuestionsAndExplanationsOfAPack(t *testing.T) {
	if code, out, _ := alone(t, "questions", "--format", "csv", "--content", examplePack); code != exitDone || !strings.Contains(out, ",routine-failed,new-hip,twist-sharp,") {
		t.Errorf("exit %d: %s", code, out)
	}
	if code, out, _ := alone(t, "explain", "new-hip", "--content", examplePack); code != exitDone || !strings.Contains(out, "Riverside Clinic, house rules") {
		t.Errorf("exit %d: %s", code, out)
	}
}

func TestALanguageThePackDoesNotHaveIsRefused(t *testing.T) {
	code, out, stderr := alone(t, "screen", "--answers", answersOfPack(t, "new-hip: no"), "--content", examplePack, "--lang", "de", "--format", "text")
	if code != exitUsage || out != "" || !strings.Contains(stderr, "example-pack/words/de.yaml: questions.new-hip: missing\n") ||
		!strings.HasSuffix(stderr, "backcare: hint: backcare check "+examplePack+" lists everything that is wrong\n") {
		t.Errorf("exit %d: %s%s", code, out, stderr)
	}
}

func TestBatchAndFormOfAPack(t *testing.T) {
	dir := t.TempDir()
	_, header, _ := alone(t, "questions", "--format", "csv", "--content", examplePack)
	cells := make([]string, strings.Count(header, ",")+1)
	cells[slices.Index(strings.Split(strings.TrimSpace(header), ","), "new-hip")] = "perhaps"
	people := filepath.Join(dir, "people.csv")
	if err := os.WriteFile(people, []byte(header+strings.Join(cells, ",")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := alone(t, "batch", people, "--dry-run", "--content", examplePack); code != exitNoRows || !strings.Contains(stderr, `column new-hip (`) {
		t.Errorf("batch: exit %d: %s", code, stderr)
	}
	if code, _, stderr := alone(t, "form", "--out", filepath.Join(dir, "form.pdf"), "--content", examplePack); code != exitDone {
		t.Errorf("form: exit %d: %s", code, stderr)
	}
}

func TestPackThatIsWrong(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"pack.yaml":      "pack: {name: Riverside Clinic, version: \"1\"}\n",
		"screening.yaml": "rules:\n- {id: fever, urgency: planned}\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	const fault = "screening.yaml:2: fever: fixed; add your own"
	if code, out, stderr := alone(t, "check", dir); code != exitUsage || out != dir+"/"+fault+"\n1 problem\n" || stderr != "" {
		t.Errorf("check: exit %d: %q %q", code, out, stderr)
	}
	if code, out, stderr := alone(t, "screen", "--answers", answersWith(t), "--content", dir, "--format", "text"); code != exitUsage || out != "" || !strings.HasPrefix(stderr, "backcare: error: "+dir+"/"+fault) {
		t.Errorf("screen: exit %d: %q %q", code, out, stderr)
	}
	if code, _, stderr := alone(t, "check", filepath.Join(dir, "none")); code != exitUsage || !strings.Contains(stderr, "no such file or directory\nbackcare: hint: ") {
		t.Errorf("check of nothing: exit %d: %q", code, stderr)
	}
}

// copied is a folder of the source in a place of its own.
func copied(t *testing.T, folder string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), filepath.Base(folder))
	if err := os.CopyFS(dir, os.DirFS(folder)); err != nil {
		t.Fatal(err)
	}
	return dir
}

// swap puts one text in place of another, once, and gives what the file was.
func swap(t *testing.T, file, old, new string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil || strings.Count(string(data), old) != 1 {
		t.Fatalf("%s: %v; %d times %q", file, err, strings.Count(string(data), old), old)
	}
	if err := os.WriteFile(file, []byte(strings.Replace(string(data), old, new, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// From a change in the English to a check with nothing wrong, in a copy of the content itself: what it
// was is known from the start, and one word in one line of the translation is another.
func TestChangedEnglishIsAccepted(t *testing.T) {
	dir := copied(t, "../../content")
	if code, out, stderr := alone(t, "check", dir); code != exitDone || !strings.HasSuffix(out, "\nnothing wrong\n") {
		t.Fatalf("exit %d\n%s%s", code, out, stderr)
	}
	const was, is = "Your lower back routine", "Your routine for a lower back"
	swap(t, filepath.Join(dir, "words/en.yaml"), `title: "`+was+`"`, `title: "`+is+`"`)
	french, err := os.ReadFile(filepath.Join(dir, "words/fr.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	code, out, _ := alone(t, "check", dir)
	must := "/words/fr.yaml:25: checked-against.sheet: the English has changed since; translate it, then run backcare check --accept fr " + dir
	if code != exitUsage || !strings.Contains(out, must) || !strings.HasSuffix(out, "\n6 problems\n") {
		t.Errorf("exit %d; want %q in\n%s", code, must, out)
	}
	for _, lang := range []string{"de", "es", "fr", "pl", "uk", "vi"} {
		code, out, stderr := alone(t, "check", "--accept", lang, dir, "--force")
		if code != exitDone || stderr != "" || strings.Count(out, "\n  old: ") != 1 || !strings.Contains(out, ": sheet.title\n  old: "+was+"\n  new: "+is+"\n  "+lang+": ") {
			t.Errorf("%s: exit %d\n%s%s", lang, code, out, stderr)
		}
	}
	if code, out, _ := alone(t, "check", dir); code != exitDone {
		t.Errorf("exit %d\n%s", code, out)
	}
	now, err := os.ReadFile(filepath.Join(dir, "words/fr.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(string(now), "\n") {
		if old := strings.Split(string(french), "\n")[i]; (line != old) != (i == 24) || len(now) != len(french) {
			t.Errorf("line %d: %q is %q", i+1, old, line)
		}
	}
	if code, out, stderr := alone(t, "check", dir, "--accept", "fr", "--force"); code != exitDone || out != "" || !strings.HasSuffix(stderr, ": nothing has changed in the English\n") {
		t.Errorf("again: exit %d, %q %q", code, out, stderr)
	}
}

// The English that any translation was held against is kept, so that the next change of it can be shown.
func TestAcceptedEnglishIsKept(t *testing.T) {
	before, err := os.ReadFile("../../content/accepted.yaml")
	if err != nil {
		t.Fatal(err)
	}
	dir := copied(t, "../../content")
	if code, _, stderr := alone(t, "check", dir, "--accept", "de", "--force"); code != exitDone {
		t.Fatal(stderr)
	}
	after, err := os.ReadFile(filepath.Join(dir, "accepted.yaml"))
	if err != nil || string(before) != string(after) {
		t.Errorf("%v; content/accepted.yaml is behind: run go run ./cmd/backcare check content --accept de --force", err)
	}
}
