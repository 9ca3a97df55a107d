package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
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
				return misuse("use "+orList(shells), "completion needs the name of a shell, and got %q", strings.Join(c.Args().Slice(), " "))
			}
			_, err := fmt.Fprint(s.out, completion(shell, c.App.Commands))
			return err
		},
	}
}

// completion writes a script of plain words: nothing is run and nothing evaluated at the prompt.
func completion(shell string, commands []*cli.Command) string {
	var b strings.Builder
	names := make([]string, len(commands))
	for i, c := range commands {
		names[i] = c.Name
	}
	switch shell {
	case "bash":
		fmt.Fprintf(&b, "_backcare() {\n  local cur=\"${COMP_WORDS[COMP_CWORD]}\" words=\"\"\n  case \"${COMP_WORDS[1]}\" in\n")
		for _, c := range commands {
			fmt.Fprintf(&b, "    %s) words=\"%s\" ;;\n", c.Name, strings.Join(long(c), " "))
		}
		fmt.Fprintf(&b, "    *) words=\"%s --help --version\" ;;\n  esac\n", strings.Join(names, " "))
		b.WriteString("  [[ $COMP_CWORD -gt 1 && $cur != -* ]] && words=\"\"\n") // files, by -o default
		fmt.Fprintf(&b, "  [[ $COMP_CWORD -eq 1 ]] && words=\"%s --help --version\"\n", strings.Join(names, " "))
		b.WriteString("  COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n}\ncomplete -o default -F _backcare backcare\n")
	case "zsh":
		b.WriteString("#compdef backcare\n_backcare() {\n  if (( CURRENT == 2 )); then\n    local -a commands=(\n")
		for _, c := range commands {
			fmt.Fprintf(&b, "      %s\n", quote(c.Name+":"+c.Usage))
		}
		b.WriteString("    )\n    _describe command commands\n    return\n  fi\n  case \"$words[2]\" in\n")
		for _, c := range commands {
			fmt.Fprintf(&b, "    %s) compadd -- %s ;;\n", c.Name, strings.Join(long(c), " "))
		}
		b.WriteString("  esac\n  _files\n}\n[ \"$funcstack[1]\" = _backcare ] && _backcare \"$@\" || compdef _backcare backcare\n")
	case "fish":
		for _, c := range commands {
			fmt.Fprintf(&b, "complete -c backcare -n __fish_use_subcommand -f -a %s -d %s\n", c.Name, quote(c.Usage))
			for _, f := range c.Flags {
				fmt.Fprintf(&b, "complete -c backcare -n '__fish_seen_subcommand_from %s' -l %s -d %s\n", c.Name, f.Names()[0], quote(usage(f)))
			}
		}
	case "powershell":
		b.WriteString("Register-ArgumentCompleter -Native -CommandName backcare -ScriptBlock {\n  param($word, $ast, $at)\n  $words = @{\n")
		for _, c := range commands {
			fmt.Fprintf(&b, "    '%s' = @('%s')\n", c.Name, strings.Join(long(c), "', '"))
		}
		fmt.Fprintf(&b, "  }\n  $command = \"$($ast.CommandElements[1])\"\n  $list = if ($words.ContainsKey($command)) { $words[$command] } else { @('%s') }\n", strings.Join(names, "', '"))
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
