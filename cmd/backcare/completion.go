package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"backcare/content"
	"backcare/internal/handout"
	"backcare/internal/protocol"
)

var shells = []string{"bash", "zsh", "fish", "powershell"}

func (s streams) completionCommand() *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "print a completion script for a shell",
		UsageText: "backcare completion bash|zsh|fish|powershell",
		Action: func(c *cli.Context) error {
			shell := c.Args().First()
			if c.NArg() != 1 || !slices.Contains(shells, shell) {
				return misuse("use "+protocol.OneOf(shells), "completion needs the name of a shell, and got %q", strings.Join(c.Args().Slice(), " "))
			}
			p, err := source{}.load(protocol.Original)
			if err == nil {
				_, err = fmt.Fprint(s.out, completion(shell, c.App.Commands, values(p)))
			}
			return err
		},
	}
}

// values are what can stand behind an option, or as the argument of a command, by name.
func values(p *protocol.Protocol) map[string][]string {
	langs := protocol.Languages(content.Files)
	out := map[string][]string{
		"--lang": langs, "--note-lang": langs, "--paper": {"a4", "letter"}, "--format": {"pdf", "html", "text", "json", "csv", "yaml", "markdown"},
		"completion": shells, "explain": handout.Author{Protocol: p, Words: p.Words(protocol.Original)}.Topics(),
	}
	for i := range p.Steps {
		if s := &p.Steps[i]; s.OnRequest {
			out["--with"] = append(out["--with"], s.ID)
		}
	}
	return out
}

// completion writes a script of plain words: nothing is run and nothing evaluated at the prompt.
func completion(shell string, commands []*cli.Command, values map[string][]string) string {
	var b strings.Builder
	var names, options []string
	for _, c := range commands {
		names = append(names, c.Name)
	}
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if strings.HasPrefix(name, "-") {
			options = append(options, name)
		}
	}
	words := func(c *cli.Command) string { return strings.Join(append(long(c), values[c.Name]...), " ") }
	switch shell {
	case "bash":
		fmt.Fprintf(&b, "_backcare() {\n  local cur=\"${COMP_WORDS[COMP_CWORD]}\" words=\"\"\n")
		fmt.Fprintf(&b, "  if [[ $COMP_CWORD -eq 1 ]]; then\n    words=\"%s --help --version\"\n  else\n    case \"${COMP_WORDS[1]}\" in\n", strings.Join(names, " "))
		for _, c := range commands {
			fmt.Fprintf(&b, "      %s) words=\"%s\" ;;\n", c.Name, words(c))
		}
		b.WriteString("    esac\n    case \"${COMP_WORDS[COMP_CWORD-1]}\" in\n")
		for _, o := range options {
			fmt.Fprintf(&b, "      %s) words=\"%s\" ;;\n", o, strings.Join(values[o], " "))
		}
		b.WriteString("      -*) [[ $cur != -* ]] && words=\"\" ;;\n    esac\n  fi\n") // else files, by -o default
		b.WriteString("  COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n}\ncomplete -o default -F _backcare backcare\n")
	case "zsh":
		b.WriteString("#compdef backcare\n_backcare() {\n  if (( CURRENT == 2 )); then\n    local -a commands=(\n")
		for _, c := range commands {
			fmt.Fprintf(&b, "      %s\n", quote(c.Name+":"+c.Usage))
		}
		b.WriteString("    )\n    _describe command commands\n    return\n  fi\n  case \"$words[CURRENT-1]\" in\n")
		for _, o := range options {
			fmt.Fprintf(&b, "    %s) compadd -- %s; return ;;\n", o, strings.Join(values[o], " "))
		}
		b.WriteString("  esac\n  case \"$words[2]\" in\n")
		for _, c := range commands {
			fmt.Fprintf(&b, "    %s) compadd -- %s ;;\n", c.Name, words(c))
		}
		b.WriteString("  esac\n  _files\n}\n[ \"$funcstack[1]\" = _backcare ] && _backcare \"$@\" || compdef _backcare backcare\n")
	case "fish":
		b.WriteString("complete -c backcare -n __fish_use_subcommand -l help\ncomplete -c backcare -n __fish_use_subcommand -l version\n")
		for _, c := range commands {
			fmt.Fprintf(&b, "complete -c backcare -n __fish_use_subcommand -f -a %s -d %s\n", c.Name, quote(c.Usage))
			within := "'__fish_seen_subcommand_from " + c.Name + "'"
			for _, f := range c.Flags {
				name := f.Names()[0]
				fmt.Fprintf(&b, "complete -c backcare -n %s -l %s -d %s", within, name, quote(usage(f)))
				if list := values["--"+name]; list != nil {
					fmt.Fprintf(&b, " -x -a %s", quote(strings.Join(list, " ")))
				}
				b.WriteString("\n")
			}
			if list := values[c.Name]; list != nil {
				fmt.Fprintf(&b, "complete -c backcare -n %s -f -a %s\n", within, quote(strings.Join(list, " ")))
			}
		}
	case "powershell":
		b.WriteString("Register-ArgumentCompleter -Native -CommandName backcare -ScriptBlock {\n  param($word, $ast, $at)\n  $words = @{\n")
		for _, c := range commands {
			fmt.Fprintf(&b, "    '%s' = @('%s')\n", c.Name, strings.ReplaceAll(words(c), " ", "', '"))
		}
		for _, o := range options {
			fmt.Fprintf(&b, "    '%s' = @('%s')\n", o, strings.Join(values[o], "', '"))
		}
		fmt.Fprintf(&b, "  }\n  $before = @($ast.CommandElements | ForEach-Object { \"$_\" })\n  if ($word) { $before = $before[0..($before.Count - 2)] }\n")
		b.WriteString("  $last = $before[-1]; $command = if ($before.Count -gt 1) { $before[1] }\n")
		fmt.Fprintf(&b, "  $list = if ($words.ContainsKey($last)) { $words[$last] } elseif ($command -and $words.ContainsKey($command)) { $words[$command] } else { @('%s') }\n", strings.Join(names, "', '"))
		b.WriteString("  $list | Where-Object { $_ -like \"$word*\" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }\n}\n")
	}
	return b.String()
}

func long(c *cli.Command) []string {
	var out []string
	for _, f := range c.Flags {
		out = append(out, "--"+f.Names()[0])
	}
	return out
}

func usage(f cli.Flag) string {
	if d, ok := f.(cli.DocGenerationFlag); ok {
		return strings.ReplaceAll(d.GetUsage(), "`", "")
	}
	return ""
}

func quote(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
