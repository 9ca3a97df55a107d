package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"backcare/content"
	"backcare/internal/pack"
	"backcare/internal/questions"
)

func (s streams) questionsCommand() *cli.Command {
	return &cli.Command{
		Name:      "questions",
		Usage:     "print the questions: to read, as the header of a table, or as an answers file to fill in",
		UsageText: "backcare questions [--format text|csv|yaml|json] [--lang LANG]",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "format", Value: "text", Usage: "text, csv, yaml or json"},
			&cli.StringFlag{Name: "lang", Usage: "language of the questions"},
		},
		Action: func(c *cli.Context) error {
			lang := first(c.String("lang"), s.env("BACKCARE_LANG"), pack.Original)
			p, err := s.load(lang)
			if err != nil {
				return err
			}
			return questions.List(s.out, c.String("format"), p, p.Words(lang))
		},
	}
}

func (s streams) checkCommand() *cli.Command {
	return &cli.Command{
		Name:      "check",
		Usage:     "check the content: ids, references, rules that cannot fire, missing words",
		UsageText: "backcare check",
		Action: func(c *cli.Context) error {
			p, err := s.load(pack.Languages(content.Files)...)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(s.out, "content %s: %d questions, %d rules, %d steps, %d figures; languages: %v; nothing wrong\n",
				p.Version, len(p.Questions), len(p.Rules), len(p.Steps), len(p.Figures), pack.Languages(content.Files))
			return err
		},
	}
}

// printVersion prints the versions of the tool and of its content, and whether a clinician reviewed it.
func (s streams) printVersion() error {
	p, err := s.load(pack.Original)
	if err != nil {
		return err
	}
	review := "draft content, not yet reviewed by a clinician"
	if p.Reviewed() {
		review = "reviewed by " + p.ReviewedBy + " on " + p.ReviewedOn
	}
	_, err = fmt.Fprintf(s.out, "backcare %s, content %s (%s)\n", version, p.Version, review)
	return err
}
