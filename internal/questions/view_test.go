package questions

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"backcare/internal/protocol"
)

// screens are the windows that every prompt must work in: columns and rows.
var screens = [][2]int{{80, 24}, {60, 20}, {40, 20}, {30, 10}, {120, 50}}

// prompts are all kinds of prompt that are put to a person, as they are put.
func prompts(t testing.TB) (all []prompt, w *protocol.Words) {
	t.Helper()
	p, err := english()
	if err != nil {
		t.Fatal(err)
	}
	w = p.Words("en")
	who := &collector{}
	k := newTalk(p, w, who)
	k.languages = []Language{{"de", "Deutsch"}, {"en", "English"}}
	a := protocol.NoAnswers(p)
	for i := range p.Sections {
		s := nextStep(p, p.Sections[i].Questions)
		s.title, s.back, s.lang = k.section(i).Title, i > 0, i == 0
		k.step(a, s)
		if len(s.places) > 1 {
			k.doubts(a, s, nil)
		}
	}
	answers, err := protocol.AnswersOf(p, baseline(p))
	if err != nil {
		t.Fatal(err)
	}
	k.review(state{answers: answers}, true, "")
	k.which(answers)
	k.Offer([]string{"Stop here. Call 999 now.", strings.Repeat("Do not wait for the paper. ", 10)})
	k.Next()
	k.language()
	return who.prompts, w
}

func baseline(p *protocol.Protocol) (values []protocol.Answer) {
	for _, q := range p.Questions {
		values = append(values, q.Baseline)
	}
	return values
}

// collector is put prompts and answers none.
type collector struct {
	person
	prompts []prompt
}

func (c *collector) ask(q prompt) (reply, error) {
	c.prompts = append(c.prompts, q)
	return reply{}, ErrClosed
}

func (v *view) drawn() string {
	var text []string
	for _, line := range v.lines() {
		text = append(text, line.Text)
	}
	return strings.Join(text, "\n")
}

// Whatever is pressed in whatever window: what is drawn fits it, and shows the row of the cursor.
func TestEveryPromptFitsEveryWindow(t *testing.T) {
	all, w := prompts(t)
	moves := []string{keyUp, keyDown, keyHome, keyEnd, keyPageUp, keyPageDown, keySpace, keyNone, keyWhy, "x", keyPasted}
	rapid.Check(t, func(t *rapid.T) {
		q := rapid.SampledFrom(all).Draw(t, "prompt")
		size := rapid.SampledFrom(screens).Draw(t, "screen")
		v := newView(q, w.Prompt, w.Marks, size[0]-1, size[1])
		for range rapid.IntRange(0, 30).Draw(t, "keys") {
			if rapid.IntRange(0, 9).Draw(t, "resize") == 0 {
				size = rapid.SampledFrom(screens).Draw(t, "screen")
				cursor, marks := v.cursor, slices.Clone(v.marks)
				v.resize(size[0]-1, size[1])
				if v.cursor != cursor || !slices.Equal(v.marks, marks) {
					t.Fatalf("a resize moves the cursor from %d to %d, or changes %v to %v", cursor, v.cursor, marks, v.marks)
				}
			}
			if _, over := v.press(rapid.SampledFrom(moves).Draw(t, "key")); over {
				t.Fatal("a key that moves or marks ends the prompt")
			}
			lines := v.lines()
			if len(lines) > size[1]-1 {
				t.Fatalf("%d lines on a screen of %d:\n%s", len(lines), size[1], v.drawn())
			}
			for _, line := range lines {
				if columns(line.Text) > size[0]-1 {
					t.Fatalf("a line wider than %d: %s", size[0]-1, line.Text)
				}
			}
			if first := strings.Fields(v.rows[max(v.cursor, 0)].text)[0]; v.cursor != onText && v.start(v.cursor) >= v.top &&
				!slices.ContainsFunc(lines, func(l styledLine) bool { return strings.HasPrefix(l.Text, ">") && strings.Contains(l.Text, first) }) {
				t.Fatalf("the cursor is not to be seen:\n%s", v.drawn())
			}
			if v.several && v.none >= 0 && slices.Contains(v.marks, v.none) && len(v.marks) > 1 {
				t.Fatalf("“None of these” stands with others: %v", v.marks)
			}
		}
	})
}

// Down shows every line of a prompt, and comes to every row; Up from the top comes to the end.
func TestEverythingIsReachedInEveryWindow(t *testing.T) {
	all, w := prompts(t)
	for _, size := range screens {
		for _, q := range all {
			v := newView(q, w.Prompt, w.Marks, size[0]-1, size[1])
			seen, rows := map[int]bool{}, map[int]bool{}
			for range 80 {
				for i := range v.laid.room {
					seen[v.top+i] = true
				}
				rows[v.cursor] = true
				v.press(keyDown)
			}
			for row := range v.rows {
				if !rows[row] {
					t.Errorf("%v: row %d is never reached in\n%s", size, row, v.drawn())
				}
			}
			for i, line := range slices.Concat(v.laid.blocks...) {
				if !seen[i] {
					t.Errorf("%v: never shown: %s", size, line.Text)
				}
			}
			v.press(keyHome)
			for range 100 {
				if v.cursor == len(v.rows)-1 {
					break
				}
				v.press(keyUp)
			}
			if v.cursor != len(v.rows)-1 {
				t.Errorf("%v: up from the top never reaches the end of\n%s", size, v.drawn())
			}
		}
	}
}

// Each key that is named does something, and those that are not named do nothing.
func TestTheKeyLineIsTrue(t *testing.T) {
	all, w := prompts(t)
	for _, size := range screens {
		for _, q := range all {
			v := newView(q, w.Prompt, w.Marks, size[0]-1, size[1])
			for row := onText; row < len(v.rows); row++ {
				named := strings.ReplaceAll(strings.Join(v.keyLines(v.laid.paged), " "), "\u00a0", " ")
				if !strings.Contains(strings.ReplaceAll(v.drawn(), "\u00a0", " "), "Enter") {
					t.Errorf("%v: no key line in\n%s", size, v.drawn())
				}
				for key, words := range map[string]string{keySpace: w.Prompt.Keys.Mark, keyNone: w.Prompt.Keys.None, keyBack: w.Prompt.Keys.Back,
					keyWhy: w.Prompt.Keys.Why, keyLanguage: w.Prompt.Keys.Language} {
					try := *v
					try.marks = slices.Clone(v.marks)
					r, over := try.press(key)
					works := over && r.move != onward || try.why != v.why || !slices.Equal(try.marks, v.marks)
					if key == keySpace && row == onText {
						continue // on a text there is nothing to mark yet
					}
					if told := strings.Contains(named, words); told != works {
						t.Errorf("%v, row %d: %q named %v, works %v\n%s", size, row, words, told, works, v.drawn())
					}
				}
				v.press(keyDown)
				for v.cursor != row+1 && row+1 < len(v.rows) {
					v.press(keyDown)
				}
			}
		}
	}
}

// A mistake leaves the cursor where it was, and says what to press.
func TestAMistakeKeepsTheCursor(t *testing.T) {
	all, w := prompts(t)
	for _, q := range all {
		v := newView(q, w.Prompt, w.Marks, 79, 24)
		v.press(keyDown)
		for _, key := range []string{"x", "й", keyPasted} {
			cursor := v.cursor
			if _, over := v.press(key); over || v.cursor != cursor || v.notice == "" || !strings.Contains(v.drawn(), "! ") {
				t.Errorf("%q: over %v, cursor %d was %d, told %q", key, over, v.cursor, cursor, v.notice)
			}
		}
	}
}

func TestNoneAndTheOthersClearEachOther(t *testing.T) {
	all, w := prompts(t)
	v := newView(all[0], w.Prompt, w.Marks, 79, 24)
	state := func() string { return fmt.Sprint(v.cursor, v.marks, v.notice != "") }
	for _, c := range []struct{ key, want string }{
		{keySpace, "0 [0] false"},
		{keyNone, "4 [4] true"}, // and says so: a mark was lost
		{keyNone, "4 [4] false"},
		{keyUp, "3 [4] false"},
		{keySpace, "3 [3] false"},
		{keyEnd, "5 [3] false"},
		{keySpace, "5 [3 5] false"},
		{keyUp, "4 [3 5] false"},
		{keySpace, "4 [4] true"},
		{keySpace, "4 [] false"},
	} {
		if v.press(c.key); state() != c.want {
			t.Errorf("after %q: %s, want %s", c.key, state(), c.want)
		}
	}
}
