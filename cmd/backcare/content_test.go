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
	if code != exitUsage || !strings.HasPrefix(stderr, "backcare: error: not enough answers: missing new-hip\n") {
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
		!strings.HasSuffix(stderr, "backcare: hint: backcare check "+examplePack+" tells all that is wrong\n") {
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
