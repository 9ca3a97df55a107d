package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"backcare/internal/handout"
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
			&cli.StringSliceFlag{Name: "with", Usage: "a `STEP` given on request only: psoas-release"},
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
	out, format, save string
	with              []string
	force, plain      bool
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
	run := screening{streams: s, place: place, out: c.String("out"), format: first(c.String("format"), "pdf"),
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
	if r.save == "-" || (r.save != "" && r.save == r.out) {
		return misuse("give it a file of its own", "--save-answers cannot be %q", r.save)
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
	name := c.String("answers")
	if c.IsSet("answers") {
		in, err := r.open(name)
		if err != nil {
			return file, err
		}
		defer in.Close()
		if name == "-" {
			name = "stdin"
		}
		if file, err = questions.Read(r.desk.Pack, name, in); err != nil {
			return file, err
		}
	}
	if err := printable(file.Person); err != nil {
		return file, err
	}
	t, there := r.terminal()
	open := len(triage.Open(file.Answers)) > 0
	switch {
	case !there && name == "":
		return file, misuse("on a terminal, run: backcare screen\nelse give answers: backcare questions --format yaml > answers.yaml, fill it in, then backcare screen --answers answers.yaml",
			"nobody to ask: this is not a terminal, and there is no --answers")
	case !there || (!open && name != ""):
		return file, nil
	}
	return r.talk(c.Context, t, file)
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

// printable refuses a name the font cannot print whole.
func printable(p questions.Person) error {
	for _, field := range []struct{ name, value string }{{"name", p.Name}, {"ref", p.Ref}} {
		if missing := pdf.Missing(field.value); len(missing) > 0 {
			var list []string
			for _, r := range missing {
				list = append(list, fmt.Sprintf("%c (U+%04X)", r, r))
			}
			return misuse("leave it out, print the line to write on, and use ref", "%s: cannot be printed: %s", field.name, strings.Join(list, ", "))
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
		out = defaultName(outcome, r.desk.When)
	}
	return r.deliver(out, data, r.force)
}

func defaultName(outcome triage.Outcome, when time.Time) string {
	kind := handout.SheetKind
	if _, ok := outcome.(triage.Referral); ok {
		kind = handout.ReferralKind
	}
	return fmt.Sprintf("backcare-%s-%s.pdf", kind, when.Format(time.DateOnly))
}

func (r *screening) render(outcome triage.Outcome, person questions.Person) ([]byte, error) {
	switch r.format {
	case "json":
		return r.desk.Record(outcome).JSON()
	case "text":
		return []byte(r.desk.Document(outcome, person).Text(80)), nil
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

func (r *screening) say(line string) { fmt.Fprintln(r.err, strings.ReplaceAll(line, "**", "")) }
