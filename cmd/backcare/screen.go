package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"backcare/internal/atomicfile"
	"backcare/internal/handout"
	"backcare/internal/protocol"
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
			&cli.StringFlag{Name: "out", Usage: "`PATH` of the paper; - writes to stdout. Default here: backcare-sheet-DATE.pdf or backcare-referral-DATE.pdf; .html with --format html"},
			&cli.StringFlag{Name: "format", Value: "pdf", Usage: "pdf, html, text or json; text and json go to stdout unless --out is given"},
			&cli.StringSliceFlag{Name: "with", Usage: "a `STEP` given on request only; backcare explain tells which"},
			&cli.StringFlag{Name: "save-answers", Usage: "also save the answers to `FILE`"},
			&cli.BoolFlag{Name: "exit-code", Usage: "report the urgency as the exit code", DisableDefaultText: true},
			&cli.BoolFlag{Name: "force", Usage: "overwrite existing files", DisableDefaultText: true},
			&cli.BoolFlag{Name: "next", Usage: "one person after another, at a desk; nothing is kept between them", DisableDefaultText: true},
			&cli.BoolFlag{Name: "plain", Usage: "numbered questions, one line in, no escape codes; also with ACCESSIBLE=1 or true", DisableDefaultText: true},
		}, append(showFlags(), placeFlags()...)...),
		Action: s.screen,
	}
}

var formats = []string{"pdf", "html", "text", "json"}

// screening is one run of the screen command: what was asked for, before any answer.
type screening struct {
	streams
	place
	answered          string // the answers file; empty for none
	out, format, save string
	with              []string
	force, plain      bool
	text              []byte // of the answers file
	asked             bool   // at the terminal
	told              bool   // the outcome has been said already
	show              showing
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
		plain: c.Bool("plain") || !slices.Contains([]string{"", "0", "false"}, strings.ToLower(s.env("ACCESSIBLE"))), show: s.showing(c, place.paper.Size, longEdge)}
	err = run.check()
	if err == nil && c.Bool("next") {
		err = run.checkNext(c)
	}
	if err != nil {
		if c.IsSet("answers") { // an emergency does not wait for an option to be put right
			if file, wrong := run.read(c); wrong == nil {
				run.alarm(file.Answers)
			}
		}
		return err
	}
	if c.Bool("next") {
		return run.everyone(c)
	}
	return run.one(c)
}

// one screens a person and writes the paper. Its error may be no more than an exit code.
func (r *screening) one(c *cli.Context) error {
	file, err := r.answers(c)
	if errors.Is(err, errLeft) && c.Bool("exit-code") {
		return status(exitEmergency)
	} else if errors.Is(err, errLeft) {
		return nil
	} else if err != nil {
		return err
	}
	outcome, err := triage.Decide(file.Answers, r.author.When, r.with...)
	if err != nil {
		return r.undecided(err)
	}
	if _, sheet := outcome.(triage.Routine); sheet { // whatever way the answers came
		if err := questions.Plausible(file.Answers, file.Person, r.author.When); err != nil {
			return err
		}
	}
	if err := r.write(c.Context, outcome, file); err != nil {
		return err
	}
	if o, ok := outcome.(triage.Referral); ok && c.Bool("exit-code") {
		return status(urgencyExit[o.Urgency])
	}
	return nil
}

// check refuses what would only fail after the questions.
func (r *screening) check() error {
	if !slices.Contains(formats, r.format) {
		return misuse("use "+protocol.OneOf(formats), "unknown format %q", r.format)
	}
	if err := r.show.check(r.out, r.format); err != nil {
		return err
	}
	if r.out == "" && (r.format == "text" || r.format == "json") {
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
		if r.answered != "" && r.answered != "-" && paper != "-" && atomicfile.SamePlace(r.answered, paper) {
			return misuse("give the paper a file of its own", "--out cannot be the answers file %q", r.answered)
		}
		if r.save == "-" || (r.save != "" && paper != "-" && atomicfile.SamePlace(r.save, paper)) {
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
	if err := triage.CheckRequests(r.author.Protocol, r.with); err != nil {
		return failure{err, exitUsage, ""}
	}
	return free(r.out, r.force)
}

// undecided names the answers file of answers that cannot be decided, and announces an emergency found
// anywhere in those that are too few.
func (r *screening) undecided(err error) error {
	if errors.As(err, new(triage.Incomplete)) {
		r.alarm(questions.Glean(r.author.Protocol, r.text).Gravest())
	}
	if r.answered == "" {
		return err
	}
	return fmt.Errorf("%s: %w", named(r.answered), err)
}
