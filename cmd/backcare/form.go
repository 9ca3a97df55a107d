package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"backcare/internal/pdf"
)

func (s streams) formCommand() *cli.Command {
	return &cli.Command{
		Name:      "form",
		Usage:     "the questions on paper, or the safety card",
		UsageText: "backcare form [--card] [--format html] [--out PATH|-] [options]",
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "out", Usage: "`PATH` of the paper; - writes to stdout. Default here: backcare-form.pdf or backcare-card.pdf; .html with --format html"},
			&cli.StringFlag{Name: "format", Value: "pdf", Usage: "pdf or html"},
			&cli.BoolFlag{Name: "card", Usage: "safety cards to cut out, in place of the questions; with --large-print one to fold", DisableDefaultText: true},
			&cli.BoolFlag{Name: "force", Usage: "overwrite an existing file", DisableDefaultText: true},
		}, append(showFlags(), placeFlags()...)...),
		Action: s.form,
	}
}

func (s streams) form(c *cli.Context) error {
	place, err := s.place(c, false)
	if err != nil {
		return err
	}
	format := c.String("format")
	if format != "pdf" && format != "html" {
		return misuse("use pdf or html", "unknown format %q", format)
	}
	doc, sides := place.author.Form(), longEdge
	if c.Bool("card") {
		doc, sides = place.author.Card(), oneSided
	}
	show := s.showing(c, place.paper.Size, sides)
	if err := show.check(c.String("out"), format); err != nil {
		return err
	}
	out := first(c.String("out"), fmt.Sprintf("backcare-%s.%s", doc.Kind, format))
	if format == "pdf" {
		if err := s.refusePDF(out); err != nil {
			return err
		}
	}
	if err := free(out, c.Bool("force")); err != nil {
		return err
	}
	var data []byte
	if format == "html" {
		data = []byte(doc.HTML())
	} else {
		press, err := pdf.NewRenderer(place.author.Words.Runes(), 8<<20)
		if err != nil {
			return err
		}
		if data, err = press.Render(&doc, place.paper); err != nil {
			return err
		}
	}
	if err := s.deliver(out, data, c.Bool("force")); err != nil {
		return err
	}
	return show.after(c.Context, out)
}
