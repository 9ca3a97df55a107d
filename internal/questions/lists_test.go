//go:build unix

package questions_test

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"backcare/internal/protocol"
	"backcare/internal/questions"
)

// wantOptions checks answers by id; an empty option is no answer.
func wantOptions(t *testing.T, a protocol.Answers, want ...string) {
	t.Helper()
	for _, w := range want {
		id, option, _ := strings.Cut(w, "=")
		if got := a.Option(id); got != option {
			t.Errorf("%s is %q, want %q", id, got, option)
		}
	}
}

func TestMarkedIsYesAndUnmarkedIsNo(t *testing.T) {
	s := newStage(t, 80, 24)
	s.ask(false, s.baseline("minor-trauma", "weak-bones", "disc-herniation")...)
	s.See("> [ ] Sudden, sharp pain")
	s.Press(down, space)
	s.See("[x] Weak bones")
	s.Press(enter)
	s.See("Are they right?")
	s.Press(down, enter)
	a, err := s.end()
	if err != nil {
		t.Fatal(err)
	}
	wantOptions(t, a, "minor-trauma=no", "weak-bones=yes", "disc-herniation=no")
}

func TestNotSureIsAskedForOneByOne(t *testing.T) {
	s := newStage(t, 80, 24)
	s.ask(false, s.baseline("minor-trauma", "weak-bones", "disc-herniation")...)
	s.See("> [ ] Sudden, sharp pain")
	s.Press(space, down, down, down, down, space)
	s.See("> [x] Not sure about some")
	s.Press(enter)
	s.See("Which ones are you not sure about")
	s.Press(enter)
	s.See("! Please mark each one you are not sure about.")
	s.See("Ctrl-C leaves.")
	s.Press(down, space)
	s.See("> [x] A slipped (herniated) disc")
	s.Press(enter)
	s.See("Are they right?")
	s.Press(down, enter)
	a, err := s.end()
	if err != nil {
		t.Fatal(err)
	}
	wantOptions(t, a, "minor-trauma=yes", "weak-bones=no", "disc-herniation=unsure")
}

func TestNoneGoesWithNoOtherMark(t *testing.T) {
	s := newStage(t, 80, 24)
	s.ask(false, s.baseline("minor-trauma", "weak-bones", "disc-herniation")...)
	s.See("> [ ] Sudden, sharp pain")
	s.Press(space, down, down, down, space, enter)
	s.See("! “None of these” cannot go with other choices.")
	s.See("> [x] Sudden, sharp pain") // the marks are kept
	s.See("[x] None of these")
	s.See("Ctrl-C leaves.")
	s.Press(space, down, enter)
	s.See("Are they right?")
	s.Press(down, enter)
	a, err := s.end()
	if err != nil {
		t.Fatal(err)
	}
	wantOptions(t, a, "minor-trauma=no", "weak-bones=no", "disc-herniation=no")
}

func TestGoingBackShowsTheMarksAndTakesNothing(t *testing.T) {
	s := newStage(t, 80, 24)
	s.ask(false, s.baseline("minor-trauma", "weak-bones", "twist-sharp")...)
	s.See("> [ ] Sudden, sharp pain")
	s.Press(space, down)
	s.See("> [ ] Weak bones")
	s.Press(down, up, enter)
	s.See("Did the turn give sharp pain")
	s.See("Ctrl-C leaves.")
	s.Press(up, enter)
	s.See("> [x] Sudden, sharp pain")
	a, err := s.leave()
	if !errors.Is(err, questions.ErrInterrupted) {
		t.Fatal(err)
	}
	wantOptions(t, a, "minor-trauma=", "weak-bones=", "twist-sharp=")
}

func TestASectionCanBeChangedFromTheSummary(t *testing.T) {
	s := newStage(t, 80, 40)
	s.ask(false, s.baseline("age")...)
	s.See("How old are you?")
	s.See("Ctrl-C leaves.")
	s.Press(down, down, down, enter)
	s.See("Age  18 to 49")
	s.See("First of all 4/4")
	s.See("Change: Back and bones")
	s.See("Ctrl-C leaves.")
	s.Press(down, down, down, down, down, down, enter)
	s.See("> [ ] Sudden, sharp pain")
	s.Press(space, down, enter)
	s.See("small fall or strain")
	s.See("Are they right?")
	s.See("Ctrl-C leaves.")
	s.Press(enter) // chooses nothing
	s.See("! Please choose an answer first.")
	s.See("Ctrl-C leaves.")
	s.Press(down, enter)
	a, err := s.end()
	if err != nil {
		t.Fatal(err)
	}
	wantOptions(t, a, "minor-trauma=yes", "weak-bones=no", "age=18-49", "chest-pain=no")
}

func TestAnEmergencyEndsTheQuestionsAtOnce(t *testing.T) {
	s := newStage(t, 80, 24)
	s.ask(false)
	s.See("> [ ] Chest pain")
	s.Press(down, space)
	s.See("> [x] Very bad pain out of nowhere")
	s.Press(enter)
	a, err := s.end()
	if err != nil {
		t.Fatal(err)
	}
	wantOptions(t, a, "chest-pain=no", "sudden-onset=yes", "saddle-numbness=", "age=")
	if strings.Contains(s.Screen(), "Are they right?") {
		t.Error("an emergency waits for a summary")
	}
}

func TestAMistakenEmergencyCanBeChanged(t *testing.T) {
	s := newStage(t, 80, 24)
	s.run(false, s.answers("chest-pain=yes", "sudden-onset=no", "major-trauma=yes", "pregnancy-warning=no", "saddle-numbness=unsure"), review)
	s.See("Yes       chest pain, major accident")
	s.See("Change: First of all")
	s.See("Ctrl-C leaves.")
	s.Press(down, down, enter)
	s.See("> [x] Chest pain")
	s.See("Ctrl-C leaves.")
	s.Press(space, down, down, space, down, down, space, enter)
	a, err := s.end() // saddle-numbness still is an emergency
	if err != nil {
		t.Fatal(err)
	}
	wantOptions(t, a, "chest-pain=no", "major-trauma=no", "saddle-numbness=unsure", "bladder-change=")
}

// None of these keys, and nothing pasted, may answer, end or upset a list.
func TestStrayKeysAnswerNothing(t *testing.T) {
	for name, keys := range map[string]string{
		"enter":                       enter,
		"ctrl-d":                      "\x04",
		"ctrl-z":                      "\x1a",
		"letters":                     "j",
		"alt":                         "\x1bx",
		"alt-space":                   "\x1b ",
		"alt-enter":                   "\x1b\r",
		"function key":                "\x1b[15~",
		"function key of the console": "\x1b[[A",
		"ctrl-left":                   "\x1b[1;5D",
		"report of the colours":       "\x1b]11;rgb:0000/0000/0000\x07",
		"report of the cursor":        "\x1b[24;80R",
		"right":                       "\x1b[C",
		"lines pasted":                " \r \r",
		"a line pasted":               "yes\n",
		"newlines pasted":             "\n\n\n\n",
		"spaces pasted":               "   ",
		"a space and a newline":       " \n",
		"pasted with marks":           "\x1b[200~ \r\x1b[201~",
		"arrows pasted with marks":    "\x1b[200~\x1b[B \r\x1b[201~",
		"not a character":             "\xff\xfe\x9b",
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t, 80, 24)
			s.ask(false)
			s.See("> [ ] Chest pain")
			s.See("Ctrl-C leaves.")
			s.Press(keys)
			s.settled()
			s.Press(down)
			s.See("> [ ] Very bad pain out of nowhere")
			s.See("Ctrl-C leaves.")
			if screen := s.Screen(); strings.Contains(screen, "[x]") || !strings.Contains(screen, "[ ] Not sure about some") {
				t.Errorf("the list has changed:\n%s", screen)
			}
			a, err := s.leave()
			var why questions.Interrupted
			if !errors.As(err, &why) || why.Signal != os.Interrupt {
				t.Error(err)
			}
			if strings.Trim(string(a.Values()), "\x00") != "" {
				t.Errorf("answers came from nowhere: %v", a.Values())
			}
		})
	}
}

func TestWhatIsTypedTooEarlyIsThrownAway(t *testing.T) {
	s := newStage(t, 80, 24)
	s.Press(down, space, enter, "\n5\n")
	s.ask(false)
	s.See("> [ ] Chest pain")
	s.See("Ctrl-C leaves.")
	s.Press(down)
	s.See("> [ ] Very bad pain out of nowhere")
	if a, err := s.leave(); !errors.Is(err, questions.ErrInterrupted) || strings.Trim(string(a.Values()), "\x00") != "" {
		t.Error(a.Values(), err)
	}
}

// A terminal that does not say its size must not make the list come twice.
func TestAListIsDrawnOnceAtEverySize(t *testing.T) {
	for _, size := range [][2]int{{0, 0}, {60, 20}, {80, 24}, {120, 40}, {40, 16}} {
		s := newStage(t, size[0], size[1])
		s.ask(false, s.baseline("fever", "infection-risk", "cancer-history", "weight-loss", "constant-pain", "night-pain", "belly-pain")...)
		s.See("> [ ] Fever")
		s.See("Ctrl-C")
		for range 4 {
			s.Press(down)
			s.See("Ctrl-C")
		}
		s.See("leaves.")
		if n := strings.Count(s.Screen(), "Your health"); n != 1 {
			t.Errorf("%v: the title is there %d times:\n%s", size, n, s.Screen())
		}
		if !strings.Contains(s.Screen(), "> [ ] Pain that is always there") {
			t.Errorf("%v: the cursor is lost:\n%s", size, s.Screen())
		}
		s.leave()
	}
}

// On a small screen the end of a list is reached only past all of its rows.
func TestUpDoesNotGoRoundPastRowsNotSeen(t *testing.T) {
	s := newStage(t, 60, 16)
	s.ask(false)
	s.See("> [ ] Chest pain")
	s.Press(up, up, up)
	s.settled()
	s.Press(space)
	s.See("> [x] Chest pain")
	if _, err := s.leave(); !errors.Is(err, questions.ErrInterrupted) {
		t.Errorf("%v", err)
	}
}

// A mark of "not sure" stays when its list is opened again from the summary and sent off.
func TestNotSureStaysWhenItsListIsOpenedAgain(t *testing.T) {
	s := newStage(t, 80, 40)
	s.ask(false, s.baseline("minor-trauma", "weak-bones", "disc-herniation")...)
	s.See("> [ ] Sudden, sharp pain")
	s.Press(space, down, down, down, down, space, enter)
	s.See("Which ones are you not sure about")
	s.Press(down, space, enter)
	s.See("Change: Back and bones (small fall or strain, slipped disc)")
	s.See("Ctrl-C leaves.")
	s.Press(down, down, down, down, down, down, enter)
	s.See("> [x] Sudden, sharp pain")
	s.See("[x] Not sure about some")
	s.See("Ctrl-C leaves.")
	s.Press(enter)
	s.See("Which ones are you not sure about")
	s.See("[x] A slipped (herniated) disc")
	s.See("Ctrl-C leaves.")
	s.Press(enter)
	s.See("Are they right?")
	s.See("Ctrl-C leaves.")
	s.Press(down, enter)
	a, err := s.end()
	if err != nil {
		t.Fatal(err)
	}
	wantOptions(t, a, "minor-trauma=yes", "weak-bones=no", "disc-herniation=unsure")
}

// review is questions.Review with nothing to say first.
func review(ctx context.Context, t questions.Terminal, w *protocol.Words, a protocol.Answers) (protocol.Answers, error) {
	return questions.Review(ctx, t, w, a, "")
}

// A terminal made smaller in the middle of a list gets the list laid out anew, with its marks.
func TestAListIsLaidOutAnewWhenTheTerminalChanges(t *testing.T) {
	s := newStage(t, 80, 24)
	s.ask(false)
	s.See("> [ ] Chest pain")
	s.See("Ctrl-C leaves.")
	s.Press(down, space)
	s.See("> [x] Very bad pain out of nowhere")
	s.See("Ctrl-C leaves.")
	s.Resize(40, 24)
	s.Press(down)
	s.See("> [ ] Chest pain, trouble breathing") // the cursor begins at the top
	s.See("[x] Very bad pain out of nowhere")
	s.See("leaves.")
	if a, err := s.leave(); !errors.Is(err, questions.ErrInterrupted) || a.Option("sudden-onset") != "" {
		t.Errorf("%q, %v", a.Option("sudden-onset"), err)
	}
}
