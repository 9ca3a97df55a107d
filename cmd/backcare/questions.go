package main

import (
	"github.com/urfave/cli/v2"

	"backcare/internal/questions"
)

func (s streams) questionsCommand() *cli.Command {
	return &cli.Command{
		Name:      "questions",
		Usage:     "print the questions: to read, as a table header, or as an answers file to fill in",
		UsageText: "backcare questions [--format text|csv|yaml|json|xlsx] [--lang LANG]",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "format", Value: "text", Usage: "text, csv, yaml, json or xlsx"},
			&cli.StringFlag{Name: "lang", Usage: "language of the questions"},
			contentFlag(),
		},
		Action: func(c *cli.Context) error {
			p, lang, err := s.content(c)
			if err != nil {
				return err
			}
			if c.String("format") == "xlsx" && terminal(s.out) {
				return misuse("backcare questions --format xlsx > people.xlsx", "a workbook cannot be shown on a terminal")
			}
			return questions.List(s.out, c.String("format"), p, p.Words(lang))
		},
	}
}
