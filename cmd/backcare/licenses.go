package main

import (
	_ "embed"
	"fmt"

	"github.com/urfave/cli/v2"
)

// licenses holds the licence of every module and font in the binary; a test keeps it complete.
//
//go:embed licenses.txt
var licenses string

func (s streams) licensesCommand() *cli.Command {
	return &cli.Command{
		Name:      "licenses",
		Usage:     "print the licences of everything in this program",
		UsageText: "backcare licenses",
		Action: func(*cli.Context) error {
			_, err := fmt.Fprint(s.out, licenses)
			return err
		},
	}
}
