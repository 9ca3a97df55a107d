package main

import (
	"github.com/urfave/cli/v2"

	"backcare/internal/pdf"
)

func (s streams) formCommand() *cli.Command {
	return &cli.Command{
		Name:      "form",
		Usage:     "the questions on paper, or the safety card",
		UsageText: "backcare form [--card] [--out PATH|-] [options]",
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "out", Usage: "`PATH` of the PDF; - writes to stdout. Default here: backcare-form.pdf or backcare-card.pdf"},
			&cli.BoolFlag{Name: "card", Usage: "safety cards to cut out, in place of the questions; with --large-print one to fold", DisableDefaultText: true},
			&cli.BoolFlag{Name: "force", Usage: "write over a file that is there", DisableDefaultText: true},
		}, placeFlags()...),
		Action: s.form,
	}
}

func (s streams) form(c *cli.Context) error {
	place, err := s.place(c, false)
	if err != nil {
		return err
	}
	doc, out := place.desk.Form(), "backcare-form.pdf"
	if c.Bool("card") {
		doc, out = place.desk.Card(), "backcare-card.pdf"
	}
	out = first(c.String("out"), out)
	if err := s.refusePDF(out); err != nil {
		return err
	}
	if err := free(out, c.Bool("force")); err != nil {
		return err
	}
	press, err := pdf.NewPress(place.desk.Words.Runes())
	if err != nil {
		return err
	}
	data, err := press.Render(doc, place.paper)
	if err != nil {
		return err
	}
	return s.deliver(out, data, c.Bool("force"))
}
