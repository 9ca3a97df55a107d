package main

import (
	_ "embed"
	"fmt"
	"strings"

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

func (s streams) manCommand() *cli.Command {
	return &cli.Command{
		Name:      "man",
		Usage:     "print the manual page",
		UsageText: "backcare man | man -l -",
		Action: func(c *cli.Context) error {
			page, err := c.App.ToManWithSection(1)
			if err != nil {
				return err
			}
			page = strings.Replace(page, ".TH backcare 1\n", fmt.Sprintf(".TH BACKCARE 1 %s \"backcare %s\"\n", released, version), 1)
			var codes strings.Builder
			codes.WriteString(".SH ENVIRONMENT\n")
			for _, v := range environment {
				fmt.Fprintf(&codes, ".TP\n%s\n%s\n", v[0], v[1])
			}
			codes.WriteString(".SH EXIT CODES\n")
			for line := range strings.Lines(strings.TrimPrefix(exitHelp, "EXIT CODES:\n")) {
				code, what, _ := strings.Cut(strings.TrimSpace(line), " ")
				fmt.Fprintf(&codes, ".TP\n%s\n%s\n", code, strings.TrimSpace(what))
			}
			_, err = fmt.Fprint(s.out, page+codes.String())
			return err
		},
	}
}

// environmentHelp is the environment for --help.
func environmentHelp() string {
	var b strings.Builder
	b.WriteString("ENVIRONMENT:\n")
	for _, v := range environment {
		fmt.Fprintf(&b, "   %-18s %s\n", v[0], v[1])
	}
	return b.String()
}

// environment is what the program reads of it.
var environment = [][2]string{
	{"BACKCARE_PROFILE", "the profile, when --profile is not given"},
	{"BACKCARE_LANG", "the language of the person, when --lang is not given"},
	{"SOURCE_DATE_EPOCH", "the time of the screening, in seconds since 1970, when --date is not given"},
	{"ACCESSIBLE", "anything but 0 and false asks as --plain does"},
	{"NO_COLOR", "no colour"},
	{"TERM", "dumb, or not set, asks as --plain does; dumb shows no progress bar"},
	{"BACKCARE_DEBUG", "1 shows where a fault of the program is"},
}
