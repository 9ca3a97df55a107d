package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"backcare/internal/handout"
)

func (s streams) explainCommand() *cli.Command {
	return &cli.Command{
		Name:      "explain",
		Usage:     "why a question is asked, what a rule does, what a step is for, with sources",
		UsageText: "backcare explain            the list\nbackcare explain ID         one question, rule, step or myth\nbackcare explain --format markdown   everything, as a page",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "format", Value: "text", Usage: "text or markdown"},
			&cli.StringFlag{Name: "lang", Usage: "language of the explanation"},
			contentFlag(),
		},
		Action: s.explain,
	}
}

func (s streams) explain(c *cli.Context) error {
	p, lang, err := s.content(c)
	if err != nil {
		return err
	}
	author := handout.Author{Protocol: p, Words: p.Words(lang), Tool: version}
	format := c.String("format")
	if format != "text" && format != "markdown" {
		return misuse("use text or markdown", "unknown format %q", format)
	}
	doc := author.Index()
	switch id := c.Args().First(); {
	case c.NArg() > 1:
		return misuse("give one", "explain takes one id, and got %d", c.NArg())
	case id != "":
		var ok bool
		if doc, ok = author.Explain(strings.ToLower(id)); !ok {
			return misuse(didYouMean("backcare explain ", id, author.Topics(), "backcare explain lists them all"), "no question, rule, step or myth is called %q", id)
		}
	case format == "markdown":
		doc = author.Evidence()
	}
	text := doc.Text(columns(s.out))
	if format == "markdown" {
		text = doc.Markdown()
	}
	_, err = fmt.Fprint(s.out, text)
	return err
}
