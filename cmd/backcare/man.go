package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"
)

func (s streams) manCommand() *cli.Command {
	return &cli.Command{
		Name:      "man",
		Usage:     "print the manual page",
		UsageText: "backcare man | man -l -",
		Action: func(c *cli.Context) error {
			_, err := fmt.Fprint(s.out, manual(c.App))
			return err
		},
	}
}

// manual is the manual page in the language of man: what --help says of every command, and what
// belongs to no command.
func manual(app *cli.App) string {
	m := &page{}
	fmt.Fprintf(m, ".TH BACKCARE 1 %s %q\n", released, "backcare "+version)
	m.section("NAME")
	m.text("backcare - " + app.Usage)
	m.section("SYNOPSIS")
	for _, c := range app.Commands {
		m.verbatim(c.UsageText)
	}
	m.verbatim("backcare --version")
	m.section("DESCRIPTION")
	m.text(app.Description)
	m.section("COMMANDS")
	for _, c := range app.Commands {
		m.command(c)
	}
	m.section("ANSWERS FILE")
	m.text("One person's answers, as YAML or JSON, at most 1 MiB. backcare questions --format yaml writes one to fill in. All but the answers may be left out.")
	m.verbatim(answersExample)
	m.text("A bare yes or no, true or false, unsure, or one of the choices. A missing answer is never a no. Unknown and repeated keys are errors.")
	m.section("PROFILE")
	m.text("What describes a place, as YAML: name, address, phone, logo (a PNG or JPEG beside it), emergency-number, urgent-number, paper and lang. " +
		"An option beats the environment, which beats the profile.")
	m.section("FILES")
	for _, f := range files {
		m.item(f[0], f[1])
	}
	m.section("ENVIRONMENT")
	for _, v := range environment {
		m.item(v[0], v[1])
	}
	m.section("EXIT STATUS")
	for line := range strings.Lines(strings.TrimPrefix(exitHelp, "EXIT CODES:\n")) {
		code, what, _ := strings.Cut(strings.TrimSpace(line), " ")
		m.item(code, strings.TrimSpace(what))
	}
	m.section("EXAMPLES")
	for _, e := range examples {
		m.text(e[0] + ":")
		m.verbatim(e[1])
	}
	return m.String()
}

const answersExample = `ref: A-102
name: Ana García
born: 1980-04-02
phone: "01234 567"
site: North
lang: es
answered-by: self         # self, helper or staff
answered-on: 2026-11-26   # more than 7 days old, they give no sheet
note: Bring your belt.
answers:
  chest-pain: no
  age: 18-49`

// files are what the program writes without being given a name, and where.
var files = [][2]string{
	{"backcare-sheet-DATE.pdf, backcare-referral-DATE.pdf", "the paper of screen, in the current folder, unless --out says otherwise"},
	{"backcare-form.pdf, backcare-card.pdf", "the paper of form"},
	{"DIR/ROW-REF-sheet.pdf, DIR/ROW-REF-referral.pdf", "the papers of batch --out DIR; the header of the table is row 1"},
	{"DIR/manifest.csv", "what became of every row"},
	{"DIR/.backcare-journal", "how far a batch came; --resume goes on from there"},
}

var examples = [][2]string{
	{"Screen one person on this terminal", "backcare"},
	{"Screen from a file, and print the paper", "backcare questions --format yaml > answers.yaml\nbackcare screen --answers answers.yaml --print"},
	{"Screen a table, as files and as one print job", "backcare questions --format csv > people.csv\nbackcare batch people.csv --out papers --spool papers.pdf"},
	{"Hand out the questions on paper", "backcare form --profile clinic.yaml"},
	{"Say why something is asked", "backcare explain foot-drop"},
}

// page is a manual page under way.
type page struct {
	strings.Builder
	below bool // a title, and nothing else yet
}

func (m *page) section(title string) {
	fmt.Fprintf(m, ".SH %q\n", title)
	m.below = true
}

func (m *page) paragraph() {
	if !m.below {
		m.WriteString(".PP\n")
	}
	m.below = false
}

// text is a paragraph for each line.
func (m *page) text(s string) {
	for line := range strings.SplitSeq(s, "\n") {
		m.paragraph()
		m.WriteString(roff(line) + "\n")
	}
}

// verbatim keeps lines as they are.
func (m *page) verbatim(s string) {
	m.paragraph()
	m.WriteString(".RS 4\n.nf\n")
	for line := range strings.SplitSeq(s, "\n") {
		m.WriteString(roff(line) + "\n")
	}
	m.WriteString(".fi\n.RE\n")
}

func (m *page) item(name, what string) { fmt.Fprintf(m, ".TP\n.B %s\n%s\n", roff(name), roff(what)) }

func (m *page) command(c *cli.Command) {
	fmt.Fprintf(m, ".SS %s\n", roff(c.Name))
	m.below = true
	m.text(strings.ToUpper(c.Usage[:1]) + c.Usage[1:] + ".")
	if c.Description != "" {
		m.verbatim(c.Description)
	}
	for _, f := range c.Flags {
		d, ok := f.(cli.DocGenerationFlag)
		if !ok {
			continue
		}
		name := `\fB` + roff("--"+f.Names()[0]) + `\fR`
		if d.TakesValue() {
			name += ` \fI` + roff(placeholder(d.GetUsage())) + `\fR`
		}
		fmt.Fprintf(m, ".TP\n%s\n%s\n", name, roff(usage(f)))
	}
}

// placeholder is the word in backquotes, which stands for the value of an option.
func placeholder(usage string) string {
	if _, rest, there := strings.Cut(usage, "`"); there {
		word, _, _ := strings.Cut(rest, "`")
		return word
	}
	return "VALUE"
}

// roff is a line that man shows as it stands.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "`", `\(ga`).Replace(s)
	if strings.HasPrefix(s, ".") {
		s = `\&` + s
	}
	return s
}
