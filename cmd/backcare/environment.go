package main

import (
	"fmt"
	"strings"
)

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
	{"ACCESSIBLE", "if set, and neither 0 nor false: ask as with --plain"},
	{"NO_COLOR", "no colour"},
	{"TERM", "if dumb or not set: ask as with --plain; if dumb: no progress bar"},
	{"BACKCARE_DEBUG", "if 1: show where a fault of the program is"},
}
