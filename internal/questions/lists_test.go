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
	s.See(lastKey)
	s.Press(enter)
	s.See("! Please mark each one you are not sure about")
	s.See(lastKey)
	s.Press(down, space)
	s.See("> [x] A slipped (herniated) disc")
	s.See(lastKey)
	s.Press(enter)
	s.See("Are they right?")
	s.See(lastKey)
	s.Press(end, up, enter)
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
	s.See(lastKey)
	s.Press(enter) // marks nothing
	s.See("! Please mark a line with the Space key first.")
	s.See(lastKey)
	s.Press(space)
	s.See("> [x] Sudden, sharp pain")
	s.See(lastKey)
	s.Press("n")
	s.See("[ ] Sudden, sharp pain")
	s.See("> [x] None of these")
	s.See("! The other marks were taken off.")
	s.See(lastKey)
	s.Press(enter)
	s.See("Are they right?")
	s.See(lastKey)
	s.Press(down, enter)
	a, err := s.end()
	if err != nil {
		t.Fatal(err)
	}
	wantOptions(t, a, "minor-trauma=no", "weak-bones=no", "disc-herniation=no")
}

// Going back keeps what was answered, “None of these” too, and what was only marked.
func TestGoingBackKeepsWhatWasAnswered(t *testing.T) {
	s := newStage(t, 80, 24)
	s.ask(false, s.baseline("minor-trauma", "weak-bones", "twist-sharp", "pregnant", "skin-trouble")...)
	s.See("> [ ] Sudden, sharp pain")
	s.See(lastKey)
	s.Press("n")
	s.See("> [x] None of these")
	s.Press(enter)
	s.See("Did the turn give sharp pain")
	s.See(lastKey)
	s.Press("b")
	s.See("[ ] Sudden, sharp pain")
	s.See("[x] None of these")
	s.See(lastKey)
	s.Press(down, space)
	s.See("> [x] Weak bones")
	s.See("[ ] None of these")
	s.See(lastKey)
	s.Press(enter)
	s.See("Did the turn give sharp pain")
	s.See(lastKey)
	s.Press(down, down, enter)
	s.See("> [ ] Pregnant")
	s.See(lastKey)
	s.Press("b")
	s.See("Your answer before: No")
	s.See("> No") // and stands ready to be sent off
	s.See(lastKey)
	s.Press(enter)
	s.See("> [ ] Pregnant")
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
	s.See(lastKey)
	s.Press(down, down, down, enter)
	s.See("How old are you?  18 to 49")
	s.See("Are they right?")
	s.See("Your health")
	s.See("None of these")
	s.See(lastKey)
	s.Press(end, enter)
	s.See("Which part would you like to change?")
	s.See(lastKey)
	s.Press("b")
	s.See("Are they right?")
	s.See(lastKey)
	s.Press(end, enter)
	s.See("Which part would you like to change?")
	s.See(lastKey)
	s.Press(down, down, down, down, down, enter)
	s.See("[x] None of these")
	s.See(lastKey)
	s.Press(home, space, down, enter)
	s.See("Back and bones  Yes: Sudden, sharp pain that began with a small fall")
	s.See("Are they right?")
	s.See(lastKey)
	s.Press(enter) // chooses nothing
	s.See("! Please move to an answer")
	s.See(lastKey)
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
	s.See("Are they right?")
	s.See("Yes: Chest pain, trouble breathing")
	s.See("Yes: Pain since a crash")
	s.See("Not sure")
	s.See(lastKey)
	s.Press(end, enter)
	s.See("Which part would you like to change?")
	s.See(lastKey)
	s.Press(down, enter)
	s.See("> [x] Chest pain")
	s.See(lastKey)
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
		"a click":                     "\x1b[M !!\x1b[M#!!",
		"a click of a new mouse":      "\x1b[<0;10;3M\x1b[<0;10;3m",
		"the window gets the eye":     "\x1b[I",
		"back, where there is none":   "b",
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
			s.See(lastKey)
			s.Press(keys)
			s.settled()
			s.Press(down)
			s.See("> [ ] Very bad pain out of nowhere")
			s.See(lastKey)
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
	s.See(lastKey)
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
		s.See(lastKey)
		for range 4 {
			s.Press(down)
			s.See(lastKey)
		}
		if n := strings.Count(s.Screen(), "Your health"); n > 1 || n == 0 && size[1] != 16 {
			t.Errorf("%v: the title is there %d times:\n%s", size, n, s.Screen())
		}
		if !strings.Contains(s.Screen(), "> [ ] Pain that is always there") {
			t.Errorf("%v: the cursor is lost:\n%s", size, s.Screen())
		}
		s.leave()
	}
}

// A mark of "not sure" stays when its list is opened again from the summary and sent off.
func TestNotSureStaysWhenItsListIsOpenedAgain(t *testing.T) {
	s := newStage(t, 80, 40)
	s.ask(false, s.baseline("minor-trauma", "weak-bones", "disc-herniation")...)
	s.See("> [ ] Sudden, sharp pain")
	s.Press(space, down, down, down, down, space, enter)
	s.See("Which ones are you not sure about")
	s.See(lastKey)
	s.Press(down, space, enter)
	s.See("Are they right?")
	s.See("Not sure: A slipped (herniated) disc")
	s.See(lastKey)
	s.Press(end, enter)
	s.See("Which part would you like to change?")
	s.See(lastKey)
	s.Press(down, down, down, down, down, enter)
	s.See("> [x] Sudden, sharp pain")
	s.See("[x] Not sure about some")
	s.See(lastKey)
	s.Press(enter)
	s.See("Which ones are you not sure about")
	s.See("[x] A slipped (herniated) disc")
	s.See(lastKey)
	s.Press(enter)
	s.See("Are they right?")
	s.See(lastKey)
	s.Press(end, up, enter)
	a, err := s.end()
	if err != nil {
		t.Fatal(err)
	}
	wantOptions(t, a, "minor-trauma=yes", "weak-bones=no", "disc-herniation=unsure")
}

// review is Talk.Review with nothing to say first.
func review(k *questions.Talk, a protocol.Answers) (protocol.Answers, error) {
	return k.Review(a, "")
}

// A resize draws the list anew at once, with its marks and what was said; the cursor stays on its row,
// and the next key does what it says.
func TestAResizeMovesNoCursorAndSwallowsNoKey(t *testing.T) {
	s := newStage(t, 100, 30)
	s.run(false, s.answers(), func(k *questions.Talk, a protocol.Answers) (protocol.Answers, error) {
		k.Say("Said before.")
		return k.Ask(a)
	})
	s.See("> [ ] Chest pain")
	s.See(lastKey)
	s.Press(down, down, down, down)
	s.See("> [ ] None of these")
	s.See(lastKey)
	for _, size := range [][2]int{{60, 30}, {30, 10}, {120, 50}} {
		s.resize(size[0], size[1])
		s.See("Said before.")
		s.See("> [ ] None of these")
		s.See("Ctrl-C")
	}
	s.Press(space)
	s.See("> [x] None of these")
	s.See(lastKey)
	if n := strings.Count(s.Screen(), "[x]"); n != 1 || !strings.Contains(s.Screen(), "Said before.") {
		t.Errorf("%d rows are marked:\n%s", n, s.Screen())
	}
	s.leave()
}

// The advice of an emergency is on the screen until the person has chosen what to do, and after.
func TestAResizeLosesNoEmergency(t *testing.T) {
	advice := []string{"Stop here. Call 999 now.", "Do not drive yourself.", "Do not wait for the paper."}
	s := newStage(t, 80, 24)
	s.run(false, s.answers(), func(k *questions.Talk, a protocol.Answers) (protocol.Answers, error) {
		_, err := k.Offer(advice)
		k.Say("Over.")
		return a, err
	})
	s.See("Shall we write a note")
	s.See(lastKey)
	for _, size := range [][2]int{{60, 20}, {40, 20}, {120, 50}, {80, 24}} {
		s.resize(size[0], size[1])
		s.See("Shall we write a note")
		s.See("Ctrl-C")
		for _, line := range advice {
			if n := strings.Count(s.Screen(), line); n != 1 {
				t.Errorf("%v: %q is there %d times:\n%s", size, line, n, s.Screen())
			}
		}
	}
	s.resize(30, 10) // here it begins with what counts most, and the rest is a key away
	s.See("↓ more")
	if !strings.Contains(s.Screen(), advice[0]) {
		t.Errorf("lost:\n%s", s.Screen())
	}
	s.resize(80, 24)
	s.See(lastKey)
	s.Press(end, enter)
	s.See("Over.")
	if _, err := s.end(); err != nil {
		t.Error(err)
	}
	for _, line := range advice {
		if n := strings.Count(s.Screen(), line); n != 1 {
			t.Errorf("%q is there %d times:\n%s", line, n, s.Screen())
		}
	}
}

func TestALanguageIsChosenAtTheFirstQuestion(t *testing.T) {
	for _, plain := range []bool{false, true} {
		s := newStage(t, 80, 24)
		terminal := questions.Terminal{In: s.TTY, Out: s.TTY, Plain: plain}
		k, err := questions.Begin(context.Background(), terminal, s.p.Words("en"), s.p, questions.Language{Tag: "de", Name: "Deutsch"}, questions.Language{Tag: "en", Name: "English"})
		if err != nil {
			t.Fatal(err)
		}
		done := make(chan error, 1)
		go func() {
			k.Welcome()
			_, err := k.Ask(protocol.NoAnswers(s.p))
			k.End()
			s.TTY.Close()
			done <- err
		}()
		s.See("Deutsch: press l")
		s.See("First of all")
		if plain {
			s.See("> ")
			s.Line("l")
			s.See("1. Deutsch")
			s.See("> ")
			s.Line("1")
		} else {
			s.See(lastKey)
			s.Press("l")
			s.See("  Deutsch")
			s.See(lastKey)
			s.Press(down, enter)
		}
		s.End()
		if err := <-done; err != (questions.Speak{Tag: "de"}) {
			t.Errorf("plain %v: %v", plain, err)
		}
	}
}
