package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"backcare/internal/handout"
	"backcare/internal/pack"
	"backcare/internal/pdf"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

func (s streams) screenCommand() *cli.Command {
	return &cli.Command{
		Name:      "screen",
		Usage:     "screen one person and write the paper that fits",
		UsageText: "backcare screen [options]\nbackcare screen --answers FILE [options]",
		Description: "Asks on a terminal, or reads --answers. The outcome is told on stderr; the path of the paper\n" +
			"is printed on stdout. With --answers on a terminal, only what is missing is asked.",
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "answers", Usage: "answers `FILE`, YAML or JSON; - reads stdin"},
			&cli.StringFlag{Name: "out", Usage: "`PATH` of the paper; - writes to stdout. Default here: backcare-sheet-DATE.pdf or backcare-referral-DATE.pdf"},
			&cli.StringFlag{Name: "format", Value: "pdf", Usage: "pdf, text or json; text and json go to stdout unless --out is given"},
			&cli.StringSliceFlag{Name: "with", Usage: "a `STEP` given on request only; backcare explain tells which"},
			&cli.StringFlag{Name: "save-answers", Usage: "write the answers to `FILE`, too"},
			&cli.BoolFlag{Name: "exit-code", Usage: "tell the urgency in the exit code", DisableDefaultText: true},
			&cli.BoolFlag{Name: "force", Usage: "write over files that are there", DisableDefaultText: true},
			&cli.BoolFlag{Name: "plain", Usage: "numbered questions, one line in, no escape codes; also with ACCESSIBLE=1", DisableDefaultText: true},
		}, placeFlags()...),
		Action: s.screen,
	}
}

var formats = []string{"pdf", "text", "json"}

// screening is one run of the screen command: what was asked for, before any answer.
type screening struct {
	streams
	place
	answered          string // the answers file; empty for none
	out, format, save string
	with              []string
	force, plain      bool
	asked             bool // at the terminal
	told              bool // the outcome has been said already
}

func (s streams) screen(c *cli.Context) error {
	if c.NArg() > 0 {
		return misuse("an answers file goes after --answers; a table goes to backcare batch", "screen takes no argument, and got %q", c.Args().First())
	}
	place, err := s.place(c, false)
	if err != nil {
		return err
	}
	run := screening{streams: s, place: place, answered: c.String("answers"), out: c.String("out"), format: first(c.String("format"), "pdf"),
		save: c.String("save-answers"), with: c.StringSlice("with"), force: c.Bool("force"),
		plain: c.Bool("plain") || s.env("ACCESSIBLE") == "1"}
	if err := run.check(); err != nil {
		return err
	}
	file, err := run.answers(c)
	if errors.Is(err, errLeft) && c.Bool("exit-code") {
		return status(exitEmergency)
	} else if errors.Is(err, errLeft) {
		return nil
	} else if err != nil {
		return err
	}
	outcome, err := triage.Decide(file.Answers, run.with...)
	if err != nil {
		return run.undecided(err)
	}
	if err := run.write(outcome, file); err != nil {
		return err
	}
	if r, ok := outcome.(triage.Referral); ok && c.Bool("exit-code") {
		return status(urgencyExit[r.Urgency])
	}
	return nil
}

// check refuses what would only fail after the questions.
func (r *screening) check() error {
	if !slices.Contains(formats, r.format) {
		return misuse("use "+orList(formats), "there is no format %q", r.format)
	}
	if r.out == "" && r.format != "pdf" {
		r.out = "-"
	}
	papers := []string{r.out}
	if r.out == "" {
		papers = []string{r.defaultName(handout.SheetKind), r.defaultName(handout.ReferralKind)}
		if err := free(papers[0], true); err != nil { // the folder; which name it will be shows later
			return err
		}
	}
	for _, paper := range papers {
		if r.answered != "" && r.answered != "-" && paper != "-" && samePlace(r.answered, paper) {
			return misuse("give the paper a file of its own", "--out cannot be the answers file %q", r.answered)
		}
		if r.save == "-" || (r.save != "" && paper != "-" && samePlace(r.save, paper)) {
			return misuse("give it a file of its own", "--save-answers cannot be %q", r.save)
		}
	}
	if err := free(r.save, r.force); err != nil {
		return err
	}
	if r.format == "pdf" {
		if err := r.refusePDF(r.out); err != nil {
			return err
		}
	}
	if _, err := triage.Decide(questions.None(r.desk.Pack), r.with...); errors.As(err, new(triage.UnknownStep)) {
		return failure{err, exitUsage, ""}
	}
	return free(r.out, r.force)
}

// answers reads the answers file, if there is one, and asks at the terminal, if there is one.
func (r *screening) answers(c *cli.Context) (questions.File, error) {
	file := questions.File{Answers: questions.None(r.desk.Pack)}
	given := c.IsSet("answers")
	if given {
		var err error
		if file, err = r.read(c); err != nil {
			r.alarm(file.Answers)
			return file, err
		}
	}
	t, there := r.terminal()
	switch {
	case !there && !given:
		return file, misuse("on a terminal, run: backcare screen\nelse give answers: backcare questions --format yaml > answers.yaml, fill it in, then backcare screen --answers answers.yaml",
			"nobody to ask: this is not a terminal, and there is no --answers")
	case !there || (given && len(triage.Open(file.Answers)) == 0):
		return file, nil
	}
	r.asked = true
	file, err := r.talk(c.Context, t, file)
	switch {
	case errors.Is(err, questions.ErrInterrupted):
		r.say(r.desk.Words.Prompt.NotSaved) // in the person's language; more need not be said
		return file, status(exitInterrupted)
	case errors.Is(err, questions.ErrClosed):
		r.say(r.desk.Words.Prompt.NotSaved)
	}
	return file, err
}

// read reads the answers file. A language in it is the person's, unless --lang says another.
func (r *screening) read(c *cli.Context) (questions.File, error) {
	name := c.String("answers")
	in, err := r.open(name)
	if err != nil {
		return questions.File{Answers: questions.None(r.desk.Pack)}, err
	}
	defer in.Close()
	data, err := io.ReadAll(interruptible{c.Context, in})
	if err != nil {
		return questions.File{Answers: questions.None(r.desk.Pack)}, fmt.Errorf("cannot read %q: %w", name, bare(err))
	}
	if name == "-" {
		name = "stdin"
	}
	file, err := questions.Read(r.desk.Pack, name, bytes.NewReader(data))
	if tag := file.Person.Lang; err == nil && tag != "" && tag != r.desk.Words.Lang && !c.IsSet("lang") {
		lang, err := language(tag)
		if err != nil {
			return file, fmt.Errorf("%s: lang: %w", name, err)
		}
		note := r.desk.NoteWords.Lang
		if r.desk.Pack, err = r.source.load(lang, note); err != nil {
			return file, err
		}
		r.desk.Words, r.desk.NoteWords = r.desk.Pack.Words(lang), r.desk.Pack.Words(note)
		if file, err = questions.Read(r.desk.Pack, name, bytes.NewReader(data)); err != nil {
			return file, err
		}
	}
	if err == nil {
		err = questions.Plausible(file.Answers, file.Person, r.desk.When)
	}
	var problem *questions.Problem
	if errors.As(err, &problem) {
		problem.File = name
	}
	if err != nil {
		return file, err
	}
	return file, r.printable(file.Person, name)
}

// alarm says what to do now when the answers that could be read make an emergency: it does not
// wait for a file to be put right.
func (r *screening) alarm(a questions.Answers) {
	if a.Pack() == nil || triage.Urgency(a) != pack.Emergency {
		return
	}
	if outcome, err := triage.Decide(a); err == nil {
		r.tell(outcome)
	}
}

// terminal is where the person sits, if they do: keys come from stdin, the talk goes to stderr.
func (r *screening) terminal() (questions.Terminal, bool) {
	if !terminal(r.in) || !terminal(r.err) {
		return questions.Terminal{}, false
	}
	return questions.Terminal{In: r.in.(*os.File), Out: r.err.(*os.File), Plain: r.plain || r.env("TERM") == "dumb"}, true
}

func (r *screening) undecided(err error) error {
	var missing triage.Incomplete
	if errors.As(err, &missing) {
		return failure{missing, exitUsage, "a missing answer is never a no; add them, or write unsure"}
	}
	return err
}

// printable refuses a name that the paper asked for cannot show whole. It comes from a file, or from
// the person.
func (r *screening) printable(p questions.Person, from string) error {
	if r.format != "pdf" {
		return nil
	}
	for _, field := range []struct{ name, value string }{{"name", p.Name}, {"ref", p.Ref}} {
		if missing := pdf.Missing(field.value); len(missing) > 0 {
			var list []string
			for _, r := range missing {
				list = append(list, fmt.Sprintf("%c (U+%04X)", r, r))
			}
			return misuse("leave it out, print the line to write on, and use ref", "%s: %s: cannot be printed: %s", from, field.name, strings.Join(list, ", "))
		}
	}
	return nil
}

// write tells the outcome, then writes the paper and the answers.
func (r *screening) write(outcome triage.Outcome, file questions.File) error {
	if !r.told {
		r.tell(outcome)
	}
	data, err := r.render(outcome, file.Person)
	if err != nil {
		return err
	}
	if r.save != "" {
		var b bytes.Buffer
		if err := questions.Write(&b, file); err != nil {
			return err
		}
		if err := writeFile(r.save, b.Bytes(), r.force); err != nil {
			return err
		}
	}
	out := r.out
	if out == "" {
		kind := handout.SheetKind
		if _, ok := outcome.(triage.Referral); ok {
			kind = handout.ReferralKind
		}
		out = r.defaultName(kind)
	}
	if r.asked && !r.force && out != "-" {
		out = unused(out) // nobody answers all that twice because of a name
	}
	return r.deliver(out, data, r.force)
}

func (r *screening) defaultName(kind handout.Kind) string {
	return fmt.Sprintf("backcare-%s-%s.pdf", kind, r.desk.When.Format(time.DateOnly))
}

func (r *screening) render(outcome triage.Outcome, person questions.Person) ([]byte, error) {
	switch r.format {
	case "json":
		return r.desk.Record(outcome).JSON()
	case "text":
		width := textWidth
		if r.out == "-" {
			width = columns(r.streams.out)
		}
		return []byte(r.desk.Document(outcome, person).Text(width)), nil
	}
	press, err := pdf.NewPress(r.desk.Words.Runes())
	if err != nil {
		return nil, err
	}
	return press.Render(r.desk.Document(outcome, person), r.paper)
}

// tell says the outcome in words, on stderr; what to do now comes before any paper.
func (r *screening) tell(outcome triage.Outcome) {
	w := r.desk.Words
	switch o := outcome.(type) {
	case triage.Referral:
		for _, line := range r.desk.Screen(o) {
			r.say(line)
		}
	case triage.Routine:
		r.say(w.Prompt.Sheet)
		if len(o.Cautions()) > 0 {
			r.say(w.Prompt.Cautions)
		}
		for _, f := range o.Cautions() {
			r.say("- " + w.Cautions[f.Rule.ID].Line)
		}
		for _, l := range o.LeftOut() {
			var because []string
			for _, b := range l.Because {
				because = append(because, w.Questions[b.Question.ID].Short)
			}
			r.say(strings.NewReplacer("{step}", w.Steps[l.Step.ID].Name, "{because}", strings.Join(because, ", ")).Replace(w.Prompt.LeftOut))
		}
	}
}

// say prints a paragraph on stderr, as wide as the terminal is.
func (r *screening) say(text string) {
	text = strings.ReplaceAll(text, "**", "")
	if terminal(r.err) {
		text = strings.Join(questions.Wrap(text, columns(r.err)), "\n")
	}
	fmt.Fprintln(r.err, text)
}
