package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"backcare/internal/lint"
	"backcare/internal/patient"
	"backcare/internal/protocol"
	"backcare/internal/questions"
	"backcare/internal/yaml"
)

// accept marks the English that has changed as translated in one language of a folder.
func (s streams) accept(c *cli.Context) error {
	lang, dir := c.String("accept"), c.Args().First()
	if dir == "" {
		return misuse("backcare check --accept "+lang+" DIR", "--accept needs the folder that has words/%s.yaml", lang)
	}
	base, pack, err := openContent(dir)
	if err != nil {
		return err
	}
	folder := base
	if pack != nil {
		folder = *pack
	}
	translations := slices.DeleteFunc(folder.Languages(), func(l string) bool { return l == protocol.Original })
	switch {
	case !folder.Has(protocol.WordsFile(protocol.Original)):
		return misuse("write the English first", "%s: there is no English to translate", folder.Path(protocol.WordsFile(protocol.Original)))
	case len(translations) == 0:
		return misuse("write words/LANG.yaml first", "%s: there is no translation in it", dir)
	case !slices.Contains(translations, lang):
		return misuse("use "+protocol.OneOf(translations), "--accept: %s has no translation %q", dir, lang)
	case !c.Bool("force") && !(terminal(s.in) && terminal(s.err)):
		return misuse("run it on a terminal, or with --force once all is translated", "nobody to ask: this is not a terminal")
	}
	file := filepath.Join(dir, filepath.FromSlash(protocol.WordsFile(lang)))
	a, err := lint.Accept(base, pack, lang)
	if err != nil {
		return failure{err, exitUsage, "put this right first; then it can be accepted"}
	}
	written, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("cannot read %q: %w", file, bare(err))
	}
	marked, err := yaml.Assign(written, "checked-against", "The English that this translation was last held against; backcare check --accept writes it.", a.Fingerprints)
	if err != nil {
		return failure{fmt.Errorf("%s: checked-against: %w", file, err), exitUsage, "or take checked-against out: it is added again at the end"}
	}
	if err := s.changes(a.Changes, lang); err != nil {
		return err
	}
	if len(a.Changes) > 0 && !c.Bool("force") {
		yes, err := s.yes(c.Context, "Is all of this translated in "+file+"?")
		if err == nil && !yes {
			_, err = fmt.Fprintln(s.err, "Nothing was written.")
		}
		if err != nil || !yes {
			return err
		}
	}
	if now, err := os.ReadFile(file); err != nil || !bytes.Equal(now, written) {
		return misuse("run it again", "%s has changed in the meantime; nothing was written", file)
	}
	if err := rewrite(filepath.Join(dir, protocol.AcceptedFile), a.Accepted, file); err != nil {
		return err
	}
	if len(a.Changes) == 0 && bytes.Equal(marked, written) {
		_, err := fmt.Fprintf(s.err, "%s: nothing has changed in the English\n", file)
		return err
	}
	if err := rewrite(file, marked, file); err != nil {
		return err
	}
	_, err = fmt.Fprintln(s.out, file)
	return err
}

// changes shows what a translation has not been held against yet.
func (s streams) changes(list []lint.Change, lang string) error {
	var b strings.Builder
	for _, change := range list {
		if !change.Known {
			fmt.Fprintf(&b, "%s: the earlier English is not known, so all of it follows\n\n", change.Part)
		}
		for _, t := range change.Texts {
			fmt.Fprintf(&b, "%s:%d: %s\n", t.At.File, t.At.Line, t.At.Path)
			for _, line := range []struct{ name, text string }{{"old", t.Before}, {"new", t.Now}, {lang, t.Translation}} {
				if line.text != "" {
					fmt.Fprintf(&b, "  %s: %s\n", line.name, line.text)
				}
			}
			b.WriteString("\n")
		}
	}
	_, err := io.WriteString(s.out, b.String())
	return err
}

// yes asks on the terminal until yes or no is typed.
func (s streams) yes(ctx context.Context, question string) (bool, error) {
	in := bufio.NewReader(patient.NewReader(ctx, s.in))
	for {
		fmt.Fprint(s.err, question+" Type yes or no: ")
		line, err := in.ReadString('\n')
		switch strings.ToLower(strings.TrimSpace(line)) {
		case "yes":
			return true, nil
		case "no":
			return false, nil
		}
		if errors.Is(err, io.EOF) {
			return false, questions.ErrClosed
		}
		if err != nil {
			return false, err
		}
	}
}

// rewrite puts a file in place of one that is there, if it differs. It may be read by whoever may read
// another file beside it.
func rewrite(path string, data []byte, like string) error {
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
		return nil
	}
	info, err := os.Stat(like)
	if old, missing := os.Stat(path); missing == nil {
		info, err = old, nil
	}
	if err != nil {
		return fmt.Errorf("cannot write %q: %w", path, bare(err))
	}
	if err := writeFile(path, data, true); err != nil {
		return err
	}
	return os.Chmod(path, info.Mode()&fs.ModePerm)
}
