package main

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"backcare/internal/questions"
)

// version of the tool; the content has its own.
const version = "1.0.0"

// released is the day of that version, for the manual page.
const released = "2026-11-27"

func newApp(ctx context.Context, s streams) *cli.App {
	app := &cli.App{
		Name:           "backcare",
		Usage:          "ask the right questions about a sore lower back, then print a referral note or a routine sheet",
		UsageText:      "backcare [command] [options]",
		Description:    "Without a command, on a terminal, backcare screens one person.\nIt is not a diagnosis, and not a replacement for a professional.",
		Reader:         s.in,
		Writer:         s.out,
		ErrWriter:      s.err,
		HideVersion:    true,
		HideHelp:       true,
		Flags:          []cli.Flag{&cli.BoolFlag{Name: "version", Usage: "print the versions of the tool and of its content", DisableDefaultText: true}, helpFlag()},
		Commands:       s.commands(),
		ExitErrHandler: func(*cli.Context, error) {}, // never os.Exit inside Run
		OnUsageError:   usageError,
		Action: func(c *cli.Context) error {
			switch {
			case c.Bool("help"):
				return cli.ShowAppHelp(c)
			case c.Bool("version"):
				return s.printVersion()
			}
			return s.screen(c)
		},
	}
	app.CustomAppHelpTemplate = cli.AppHelpTemplate + "\n" + environmentHelp() + "\n" + exitHelp
	tame(app.Commands)
	return app
}

func (s streams) commands() []*cli.Command {
	return []*cli.Command{
		s.screenCommand(), s.batchCommand(), s.formCommand(), s.questionsCommand(), s.explainCommand(),
		s.checkCommand(), s.completionCommand(), s.manCommand(), s.licensesCommand(),
	}
}

func helpFlag() cli.Flag {
	return &cli.BoolFlag{Name: "help", Aliases: []string{"h"}, Usage: "show help", DisableDefaultText: true}
}

// tame closes urfave/cli's traps: a positional "help" taken for a command, usage printed to
// stdout on every mistake, and -h swallowed by its global help flag.
func tame(commands []*cli.Command) {
	for _, c := range commands {
		c.HideHelp, c.HideHelpCommand = true, true
		c.Flags = append(c.Flags, helpFlag())
		c.OnUsageError = usageError
		action := c.Action
		c.Action = func(x *cli.Context) error {
			if x.Bool("help") {
				return cli.ShowCommandHelp(x, x.Command.Name)
			}
			if x.NArg() > 0 && !slices.Contains([]string{"screen", "batch", "explain", "check", "completion"}, x.Command.Name) { // these say it better
				return misuse("see backcare "+x.Command.Name+" --help", "%s takes no argument, and got %q", x.Command.Name, x.Args().First())
			}
			return action(x)
		}
	}
}

func usageError(c *cli.Context, err error, _ bool) error {
	hint := "see backcare --help"
	if c.Command != nil && c.Command.Name != "" && c.Command.Name != "backcare" {
		hint = "see backcare " + c.Command.Name + " --help"
	}
	return failure{errors.New(plainUsage(err.Error())), exitUsage, hint}
}

var (
	undefined = regexp.MustCompile(`^flag provided but not defined: -+(.+)$`)
	badValue  = regexp.MustCompile(`^invalid (?:boolean )?value ("[^"]*") for (?:flag )?-([^:]+): .*$`)
	noValue   = regexp.MustCompile(`^flag needs an argument: -+(.+)$`)
)

func plainUsage(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	if m := undefined.FindStringSubmatch(s); m != nil {
		return fmt.Sprintf("unknown option %q", "--"+m[1])
	}
	if m := badValue.FindStringSubmatch(s); m != nil {
		return fmt.Sprintf("--%s cannot be %s", m[2], m[1])
	}
	if m := noValue.FindStringSubmatch(s); m != nil {
		return fmt.Sprintf("--%s needs a value", m[1])
	}
	return s
}

// arrange puts the options of a command before its arguments, as urfave/cli wants them, because
// people write them after; and it refuses unknown commands and options.
func arrange(app *cli.App, args []string) ([]string, error) {
	if len(args) < 2 {
		return args, nil
	}
	name := args[1]
	switch { // as people type it
	case name == "--version":
		return args[:2], nil
	case name == "-V" || name == "-v":
		return nil, misuse("backcare --version prints the versions", "unknown option %q", name)
	case name == "version" && len(args) == 2:
		return []string{args[0], "--version"}, nil
	case name == "version":
		return nil, misuse("backcare --version prints the versions", "version takes no argument, and got %q", args[2])
	case name == "help" && len(args) == 2:
		return []string{args[0], "--help"}, nil
	case name == "help" && len(args) == 3:
		return arrange(app, []string{args[0], args[2], "--help"})
	case name == "help":
		return nil, misuse("backcare help "+args[2], "help takes one command, and got %q, too", args[3])
	}
	if key, _, _ := strings.Cut(strings.TrimLeft(name, "-"), "="); strings.HasPrefix(name, "-") {
		if option(app.Flags, key) != nil || key == "generate-bash-completion" {
			return args, nil
		}
		named := slices.ContainsFunc(args[2:], func(arg string) bool { return find(app.Commands, arg) != nil })
		if !named && option(find(app.Commands, "screen").Flags, key) != nil { // which backcare alone is
			return arrange(app, slices.Concat(args[:1], []string{"screen"}, args[1:]))
		}
		return args, rootOption(app, name, key)
	}
	command := find(app.Commands, name)
	if command == nil {
		var names []string
		for _, c := range app.Commands {
			names = append(names, c.Name)
		}
		return nil, failure{fmt.Errorf("unknown command %q; use %s", name, strings.Join(names, ", ")), exitUsage, didYouMean("backcare ", name, names, "")}
	}
	options, rest := []string{}, []string{}
	given := map[string]bool{}
	for list := args[2:]; len(list) > 0; {
		arg := list[0]
		list = list[1:]
		if arg == "--" {
			rest = append(rest, list...)
			break
		}
		if len(arg) < 2 || arg[0] != '-' {
			rest = append(rest, arg)
			continue
		}
		key, value, joined := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		flag := option(command.Flags, key)
		if flag == nil {
			return nil, failure{fmt.Errorf("%s: unknown option %q", command.Name, "--"+key), exitUsage,
				didYouMean("--", key, optionNames(command.Flags), "see backcare "+command.Name+" --help")}
		}
		if key == "help" || key == "h" {
			return []string{args[0], name, "--help"}, nil
		}
		options = append(options, arg)
		if _, isBool := flag.(*cli.BoolFlag); isBool {
			continue
		}
		if !joined {
			if len(list) == 0 {
				return nil, misuse("see backcare "+command.Name+" --help", "--%s needs a value", key)
			}
			value, list = list[0], list[1:]
			options = append(options, value)
		}
		if err := once(flag, value, given); err != nil {
			return nil, err
		}
	}
	if slices.Contains(rest, "") {
		return nil, misuse("a script may be passing a variable that is not set", "an argument of %s is empty", command.Name)
	}
	return slices.Concat(args[:2], options, []string{"--"}, rest), nil
}

// once refuses an empty value, which an unset variable in a script makes, and a second value for an option
// that takes one: neither is ever ignored in silence.
func once(flag cli.Flag, value string, given map[string]bool) error {
	name := flag.Names()[0]
	_, many := flag.(*cli.StringSliceFlag)
	switch {
	case value == "":
		return misuse("leave it out, or give it a value; a script may be passing a variable that is not set", "--%s is empty", name)
	case given[name] && !many && name == "answers":
		return misuse("a table of many goes to backcare batch", "--%s is given twice; screen is for one person", name)
	case given[name] && !many:
		return misuse("use it once", "--%s is given twice", name)
	}
	given[name] = true
	return nil
}

func rootOption(app *cli.App, name, key string) error {
	for _, c := range app.Commands {
		if option(c.Flags, key) != nil {
			return misuse(fmt.Sprintf("options come after the command: backcare %s --%s", c.Name, key), "%q is not an option of backcare itself", name)
		}
	}
	return misuse(didYouMean("--", key, optionNames(app.Flags), "see backcare --help"), "unknown option %q", name)
}

// didYouMean is a hint: the name closest to the one typed, if any is close, and what else to try.
func didYouMean(before, typed string, names []string, otherwise string) string {
	near := questions.Nearest(typed, names)
	if near == "" {
		return otherwise
	}
	return strings.TrimSpace("did you mean " + before + near + "? " + otherwise)
}

func optionNames(flags []cli.Flag) (names []string) {
	for _, f := range flags {
		names = append(names, f.Names()[0])
	}
	return names
}

func find(commands []*cli.Command, name string) *cli.Command {
	for _, c := range commands {
		if c.HasName(name) {
			return c
		}
	}
	return nil
}

func option(flags []cli.Flag, name string) cli.Flag {
	for _, f := range flags {
		if slices.Contains(f.Names(), name) {
			return f
		}
	}
	return nil
}
