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
	"backcare/internal/questions"
)

var shells = []string{"bash", "zsh", "fish", "powershell"}

func (s streams) completionCommand() *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "print a completion script for a shell",
		UsageText: "backcare completion bash|zsh|fish|powershell",
		Description: "To load it\n" +
			"  bash, now:          source <(backcare completion bash)\n" +
			"  bash, always:       backcare completion bash > ~/.local/share/bash-completion/completions/backcare\n" +
			"  zsh, now:           source <(backcare completion zsh)\n" +
			"  zsh, always:        backcare completion zsh > _backcare, in a folder of $fpath\n" +
			"  fish, now:          backcare completion fish | source\n" +
			"  fish, always:       backcare completion fish > ~/.config/fish/completions/backcare.fish\n" +
			"  powershell, now:    backcare completion powershell | Out-String | Invoke-Expression\n" +
			"  powershell, always: the same line in the file that $PROFILE names",
		Action: func(c *cli.Context) error {
			shell := c.Args().First()
			if c.NArg() != 1 || !slices.Contains(shells, shell) {
				return misuse("use "+protocol.OneOf(shells), "completion needs the name of a shell, and got %q", strings.Join(c.Args().Slice(), " "))
			}
			p, err := source{}.load(protocol.Original)
			if err == nil {
				_, err = fmt.Fprint(s.out, completion(shell, completions(c.App.Commands, p)))
			}
			return err
		},
	}
}

// completed is a command with the words that can stand behind it: its arguments, and by option the values.
type completed struct {
	*cli.Command
	args   []string
	files  bool // its argument is a file or a folder
	values map[string][]string
}

func completions(commands []*cli.Command, p *protocol.Protocol) (out []completed) {
	langs := protocol.Languages(content.Files)
	formats := map[string][]string{"screen": formats, "batch": formats, "form": {"pdf", "html"}, "questions": questions.ListFormats(), "explain": {"text", "markdown"}}
	args := map[string][]string{"completion": shells, "explain": handout.Author{Protocol: p, Words: p.Words(protocol.Original)}.Topics()}
	var requests []string
	for _, s := range p.Steps {
		if s.OnRequest {
			requests = append(requests, s.ID)
		}
	}
	for _, c := range commands {
		all := map[string][]string{
			"format": formats[c.Name], "lang": langs, "note-lang": langs, "paper": {"a4", "letter"}, "with": requests,
			"accept": slices.DeleteFunc(slices.Clone(langs), func(l string) bool { return l == protocol.Original }),
		}
		maps.DeleteFunc(all, func(name string, _ []string) bool { return option(c.Flags, name) == nil })
		out = append(out, completed{c, args[c.Name], c.Name == "batch" || c.Name == "check", all})
	}
	return out
}

// completion writes a script of plain words: nothing is run and nothing evaluated at the prompt.
func completion(shell string, commands []completed) string {
	var b strings.Builder
	switch shell {
	case "bash":
		bash(&b, commands)
	case "zsh":
		zsh(&b, commands)
	case "fish":
		fish(&b, commands)
	case "powershell":
		powershell(&b, commands)
	}
	return b.String()
}

func bash(b *strings.Builder, commands []completed) {
	var names []string
	for _, c := range commands {
		names = append(names, c.Name)
	}
	fmt.Fprintf(b, "_backcare() {\n  local cur=\"${COMP_WORDS[COMP_CWORD]}\" words=\"\"\n")
	fmt.Fprintf(b, "  if [[ $COMP_CWORD -eq 1 ]]; then\n    words=\"%s --help --version\"\n  else\n    case \"${COMP_WORDS[1]}\" in\n", strings.Join(names, " "))
	for _, c := range commands {
		unless := ""
		if c.files {
			unless = "[[ $cur == -* ]] && "
		}
		fmt.Fprintf(b, "      %s) %swords=\"%s\" ;;\n", c.Name, unless, strings.Join(append(c.options(), c.args...), " "))
	}
	b.WriteString("    esac\n    case \"${COMP_WORDS[1]} ${COMP_WORDS[COMP_CWORD-1]}\" in\n")
	for _, c := range commands {
		for name, values := range c.choices() {
			fmt.Fprintf(b, "      '%s --%s') words=\"%s\" ;;\n", c.Name, name, strings.Join(values, " "))
		}
	}
	b.WriteString("      *' -'*) [[ $cur != -* ]] && words=\"\" ;;\n    esac\n  fi\n") // else files, by -o default
	b.WriteString("  COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n}\ncomplete -o default -F _backcare backcare\n")
}

func zsh(b *strings.Builder, commands []completed) {
	b.WriteString("#compdef backcare\n_backcare() {\n  local -a list\n  if (( CURRENT == 2 )); then\n    list=(\n")
	for _, c := range commands {
		fmt.Fprintf(b, "      %s\n", quote(c.Name+":"+c.Usage))
	}
	b.WriteString("    )\n    _describe command list\n    return\n  fi\n  case \"$words[2] $words[CURRENT-1]\" in\n")
	for _, c := range commands {
		for name, values := range c.choices() {
			fmt.Fprintf(b, "    '%s --%s') compadd -- %s; return ;;\n", c.Name, name, strings.Join(values, " "))
		}
	}
	b.WriteString("  esac\n  case \"$words[2]\" in\n")
	for _, c := range commands {
		fmt.Fprintf(b, "    %s) list=(\n", c.Name)
		for _, f := range c.Flags {
			fmt.Fprintf(b, "      %s\n", quote("--"+f.Names()[0]+":"+usage(f)))
		}
		b.WriteString("    )\n")
		if len(c.args) > 0 {
			fmt.Fprintf(b, "    compadd -- %s\n", strings.Join(c.args, " "))
		}
		b.WriteString("    ;;\n")
	}
	b.WriteString("  esac\n  if [[ $PREFIX == -* ]]; then\n    _describe -o option list\n  else\n    _files\n  fi\n}\n")
	b.WriteString("[ \"$funcstack[1]\" = _backcare ] && _backcare \"$@\" || compdef _backcare backcare\n")
}

func fish(b *strings.Builder, commands []completed) {
	b.WriteString("complete -c backcare -n __fish_use_subcommand -l help -d 'show help'\ncomplete -c backcare -n __fish_use_subcommand -l version -d 'print the versions'\n")
	for _, c := range commands {
		fmt.Fprintf(b, "complete -c backcare -n __fish_use_subcommand -f -a %s -d %s\n", c.Name, quote(c.Usage))
		within := "'__fish_seen_subcommand_from " + c.Name + "'"
		for _, f := range c.Flags {
			name := f.Names()[0]
			fmt.Fprintf(b, "complete -c backcare -n %s -l %s -d %s", within, name, quote(usage(f)))
			if list := c.values[name]; list != nil {
				fmt.Fprintf(b, " -x -a %s", quote(strings.Join(list, " ")))
			} else if _, none := f.(*cli.BoolFlag); !none {
				b.WriteString(" -r")
			}
			b.WriteString("\n")
		}
		if len(c.args) > 0 {
			fmt.Fprintf(b, "complete -c backcare -n %s -f -a %s\n", within, quote(strings.Join(c.args, " ")))
		}
	}
}

func powershell(b *strings.Builder, commands []completed) {
	list := func(words []string) string {
		var out []string
		for _, w := range words {
			out = append(out, psQuote(w))
		}
		return strings.Join(out, ", ")
	}
	b.WriteString("Register-ArgumentCompleter -Native -CommandName backcare -ScriptBlock {\n  param($word, $ast, $at)\n  $said = @{\n")
	for _, c := range commands {
		fmt.Fprintf(b, "    %s = %s\n", psQuote(c.Name), psQuote(c.Usage))
		for _, f := range c.Flags {
			fmt.Fprintf(b, "    %s = %s\n", psQuote(c.Name+" --"+f.Names()[0]), psQuote(usage(f)))
		}
	}
	b.WriteString("  }\n  $words = @{\n")
	var names []string
	for _, c := range commands {
		names = append(names, c.Name)
		fmt.Fprintf(b, "    %s = @(%s)\n", psQuote(c.Name), list(append(c.options(), c.args...)))
		for name, values := range c.choices() {
			fmt.Fprintf(b, "    %s = @(%s)\n", psQuote(c.Name+" --"+name), list(values))
		}
	}
	b.WriteString("  }\n  $before = @($ast.CommandElements | ForEach-Object { \"$_\" })\n  if ($word) { $before = @($before | Select-Object -SkipLast 1) }\n")
	b.WriteString("  $command = if ($before.Count -gt 1) { $before[1] } else { '' }; $behind = \"$command $($before[-1])\"\n")
	fmt.Fprintf(b, "  $list = if ($words.ContainsKey($behind)) { $words[$behind] } elseif ($command -and $words.ContainsKey($command)) { $words[$command] } else { @(%s) }\n", list(names))
	b.WriteString("  $list | Where-Object { $_ -like \"$word*\" } | ForEach-Object {\n" +
		"    $tip = if ($said[\"$command $_\"]) { $said[\"$command $_\"] } elseif (-not $command -and $said[$_]) { $said[$_] } else { $_ }\n" +
		"    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $tip)\n  }\n}\n")
}

// options are the names of the options, with their dashes.
func (c completed) options() (out []string) {
	for _, f := range c.Flags {
		out = append(out, "--"+f.Names()[0])
	}
	return out
}

// choices are the options that take certain values only, by name.
func (c completed) choices() func(func(string, []string) bool) {
	return func(yield func(string, []string) bool) {
		for _, name := range slices.Sorted(maps.Keys(c.values)) {
			if !yield(name, c.values[name]) {
				return
			}
		}
	}
}

func usage(f cli.Flag) string {
	if d, ok := f.(cli.DocGenerationFlag); ok {
		return strings.ReplaceAll(d.GetUsage(), "`", "")
	}
	return ""
}

func quote(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

func psQuote(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
