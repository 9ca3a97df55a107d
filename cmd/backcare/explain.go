package main

import (
	"fmt"
	"os"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"backcare/internal/handout"
	"backcare/internal/pack"
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
	lang := first(c.String("lang"), s.env("BACKCARE_LANG"), pack.Original)
	src, err := openSource(c.String("content"))
	if err != nil {
		return err
	}
	p, err := src.load(lang)
	if err != nil {
		return err
	}
	desk := handout.Desk{Pack: p, Words: p.Words(lang), Tool: version}
	format := c.String("format")
	if format != "text" && format != "markdown" {
		return misuse("use text or markdown", "there is no format %q", format)
	}
	doc := desk.Index()
	switch id := c.Args().First(); {
	case c.NArg() > 1:
		return misuse("give one", "explain takes one id, and got %d", c.NArg())
	case id != "":
		var ok bool
		if doc, ok = desk.Explain(id); !ok {
			return misuse("backcare explain lists them all", "there is nothing called %q", id)
		}
	case format == "markdown":
		doc = desk.Evidence()
	}
	text := doc.Text(s.columns())
	if format == "markdown" {
		text = doc.Markdown()
	}
	_, err = fmt.Fprint(s.out, text)
	return err
}

// columns is the width to wrap at: the terminal's, within what reads well.
func (s streams) columns() int {
	const plain, widest, narrowest = 80, 100, 30
	f, ok := s.out.(*os.File)
	if !ok || !terminal(f) {
		return plain
	}
	n, _, err := term.GetSize(int(f.Fd()))
	if err != nil || n == 0 {
		return plain
	}
	return max(narrowest, min(n, widest))
}
