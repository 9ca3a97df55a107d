package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"backcare/content"
	"backcare/internal/batch"
	"backcare/internal/patient"
	"backcare/internal/pdf"
	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/triage"
)

// answers reads the answers file, if there is one, and asks at the terminal, if there is one.
func (r *screening) answers(c *cli.Context) (questions.File, error) {
	file := questions.File{Answers: protocol.NoAnswers(r.author.Protocol)}
	given := c.IsSet("answers")
	if given {
		var err error
		if file, err = r.read(c); err != nil {
			return file, err
		}
	}
	t, there := r.terminal()
	notice := ""
	if there && file.Answers.Old(r.author.When) { // all is asked again; who it is stays
		notice = strings.ReplaceAll(r.author.Words.Prompt.TooOld, "{date}", file.Person.AnsweredOn)
		file.Answers, file.Person.AnsweredOn, given = protocol.NoAnswers(r.author.Protocol), "", false
	}
	switch {
	case !there && !given:
		return file, misuse("on a terminal, run: backcare screen\nelse give answers: backcare questions --format yaml > answers.yaml, fill it in, then backcare screen --answers answers.yaml",
			"nobody to ask: this is not a terminal, and there is no --answers")
	case !there || (given && len(triage.Open(file.Answers)) == 0):
		return file, nil
	}
	r.asked = true
	file, err := r.converse(c.Context, t, file, notice)
	if err == nil && !given {
		file.Person.AnsweredOn = r.author.When.Format(time.DateOnly)
		file.Answers = file.Answers.Given(file.Person.Day())
	}
	switch {
	case errors.Is(err, questions.ErrInterrupted):
		r.say(r.author.Words.Prompt.NotSaved) // in the person's language; more need not be said
		return file, status(exitInterrupted)
	case errors.Is(err, questions.ErrClosed):
		r.say(r.author.Words.Prompt.NotSaved)
	}
	return file, err
}

// read reads the answers file. If it must be refused, an emergency anywhere in it is announced first.
func (r *screening) read(c *cli.Context) (questions.File, error) {
	name := c.String("answers")
	in, err := r.open(c.Context, name)
	if err != nil {
		return questions.File{}, err
	}
	defer in.Close()
	data, err := io.ReadAll(io.LimitReader(patient.NewReader(c.Context, in), questions.Limit+1))
	if c.Context.Err() != nil {
		return questions.File{}, err
	}
	r.text = data
	var file questions.File
	if err != nil {
		err = fmt.Errorf("cannot read %q: %w", name, bare(err))
	} else {
		file, err = r.parse(c, name, data)
	}
	if err == nil {
		return file, nil
	}
	whole := io.Reader(bytes.NewReader(data))
	if f, ok := in.(*os.File); ok { // a table may be larger, and a workbook can be read from a file only
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			if _, err := f.Seek(0, io.SeekStart); err == nil {
				whole = f
			}
		}
	}
	rows, table := batch.Emergency(c.Context, r.author.Protocol, r.langs, whole)
	for _, a := range []protocol.Answers{file.Answers, questions.Glean(r.author.Protocol, data).Gravest(), rows} {
		if r.alarm(a) {
			break
		}
	}
	if table {
		return file, misuse("screen is for one person; run: backcare batch "+c.String("answers")+" --out papers", "%s: a table, not one person's answers", name)
	}
	return file, err
}

// parse reads what an answers file holds. A language in it is the person's, unless --lang says another.
func (r *screening) parse(c *cli.Context, name string, data []byte) (questions.File, error) {
	name = named(name)
	file, err := questions.Read(r.author.Protocol, name, bytes.NewReader(data))
	if err != nil { // it may have the words of the paper form, in another language
		for _, lang := range protocol.Languages(content.Files) {
			if r.source.add(r.author.Protocol, lang) == nil && !slices.Contains(r.langs, lang) { // a pack may have words for some only
				r.langs = append(r.langs, lang)
			}
		}
		file, err = questions.Read(r.author.Protocol, name, bytes.NewReader(data))
	}
	if tag := file.Person.Lang; err == nil && tag != "" && tag != r.author.Words.Lang && !c.IsSet("lang") {
		lang, err := language(fieldAt(name, file, "lang"), tag)
		if err != nil {
			return file, err
		}
		if err = r.source.add(r.author.Protocol, lang); err != nil {
			return file, err
		}
		r.author.Words = r.author.Protocol.Words(lang)
	}
	if err == nil {
		err = questions.Plausible(file.Answers, file.Person, r.author.When)
	}
	var problem *questions.Problem
	if errors.As(err, &problem) {
		problem.File = name
		if problem.Line == 0 {
			problem.Line = file.Line(problem.ID)
		}
	}
	if err != nil {
		return file, err
	}
	return file, r.printable(file.Person, func(field string) string { return fieldAt(name, file, field) + ": " })
}

// named is an answers file as errors name it.
func named(file string) string {
	if file == "-" {
		return "stdin"
	}
	return file
}

// fieldAt says where a field stands in a file: file:line: field.
func fieldAt(name string, file questions.File, field string) string {
	return fmt.Sprintf("%s:%d: %s", name, file.Line(field), field)
}

// alarm says what to do now when answers make an emergency: it does not wait for a file to be put right.
func (r *screening) alarm(a protocol.Answers) bool {
	if a.Protocol() == nil || triage.Urgency(a) != protocol.Emergency {
		return false
	}
	outcome, err := triage.Decide(a, r.author.When)
	if err == nil {
		r.tell(outcome)
	}
	return err == nil
}

// terminal is where the person sits, if they do: keys come from stdin, the talk goes to stderr.
func (r *screening) terminal() (questions.Terminal, bool) {
	if !terminal(r.in) || !terminal(r.err) {
		return questions.Terminal{}, false
	}
	return questions.Terminal{In: r.in.(*os.File), Out: r.err.(*os.File), Plain: r.plain || slices.Contains([]string{"", "dumb"}, r.env("TERM"))}, true
}

// printable refuses a text about the person that the requested paper cannot show completely. From says where
// a field was written.
func (r *screening) printable(p questions.Person, from func(field string) string) error {
	if r.format != "pdf" {
		return nil
	}
	for _, field := range []string{"name", "ref", "phone", "note"} {
		if missing := pdf.Missing(p.Get(field)); len(missing) > 0 {
			var list []string
			for _, r := range missing {
				list = append(list, fmt.Sprintf("%c (U+%04X)", r, r))
			}
			return misuse("leave it out, since the paper has a line to write on, and use ref", "%scannot be printed: %s", from(field), strings.Join(list, ", "))
		}
	}
	return nil
}
