package main

import (
	"slices"

	"github.com/urfave/cli/v2"

	"backcare/content"
	"backcare/internal/lint"
	"backcare/internal/overlay"
	"backcare/internal/pdf"
	"backcare/internal/protocol"
)

func (s streams) checkCommand() *cli.Command {
	return &cli.Command{
		Name:      "check",
		Usage:     "check the content, or a content pack laid over it: ids, rules, words, letters, reading level",
		UsageText: "backcare check [DIR]\nbackcare check --accept LANG DIR",
		Description: "DIR is a pack, or a whole content as in the source of backcare; without it the content of the program\n" +
			"is checked. Prints all that is wrong, each with its file and line, and how hard every paper is to read in\n" +
			"every language. The exit code is 0 when nothing is wrong, else 2.\n\n" +
			"--accept shows each English text that has changed since the translation was last accepted: as it was, as it\n" +
			"is, and how it is translated. The old English comes from DIR/accepted.yaml; where that does not know it, all\n" +
			"texts of the part are shown. After a yes, what checked-against says in DIR/words/LANG.yaml is brought up to\n" +
			"date, and accepted.yaml keeps the English for the next time. Nothing else is changed.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "accept", Usage: "mark the changed English as translated in `LANG`, after showing old and new"},
			&cli.BoolFlag{Name: "force", Usage: "accept without being asked", DisableDefaultText: true},
		},
		Action: func(c *cli.Context) error {
			if c.NArg() > 1 {
				return misuse("give one", "check takes one folder, and got %d", c.NArg())
			}
			if c.IsSet("accept") {
				return s.accept(c)
			}
			if c.Bool("force") {
				return misuse("backcare check --accept LANG DIR", "--force goes with --accept")
			}
			base, pack, err := openContent(c.Args().First())
			if err != nil {
				return err
			}
			report := lint.Content(base, pack, pdf.Missing)
			if err := report.Print(s.out); err != nil {
				return err
			}
			if len(report.Problems) > 0 {
				return status(exitUsage)
			}
			return nil
		},
	}
}

// openContent opens what check looks at: the content of the program, a whole content in a folder, or a
// pack over that of the program.
func openContent(dir string) (base protocol.Folder, pack *protocol.Folder, err error) {
	base = protocol.Folder{Files: content.Files}
	src, err := openSource(dir)
	if err != nil || src.pack == nil {
		return base, nil, err
	}
	whole := append(protocol.LogicFiles(), protocol.WordsFile(protocol.Original))
	if !overlay.IsPack(*src.pack) && !slices.ContainsFunc(whole, func(name string) bool { return !src.pack.Has(name) }) {
		return *src.pack, nil, nil
	}
	return base, src.pack, nil
}
