package main

import (
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"backcare/content"
	"backcare/internal/handout"
	"backcare/internal/pdf"
	"backcare/internal/protocol"
)

// place is where and how a paper is made: content, languages, clinic, time and paper.
type place struct {
	author handout.Author
	paper  pdf.Paper
	source source
	langs  []string // loaded
}

func placeFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "lang", Usage: "language of the person, such as en"},
		&cli.StringFlag{Name: "note-lang", Usage: "language of the professional, for the note"},
		&cli.StringFlag{Name: "paper", Usage: "a4 or letter"},
		&cli.BoolFlag{Name: "large-print", Usage: "18 pt, for people with low vision", DisableDefaultText: true},
		&cli.StringFlag{Name: "profile", Usage: "`FILE` that describes the clinic: name, numbers, logo, paper, lang"},
		contentFlag(),
		&cli.StringFlag{Name: "date", Usage: "`DATE` of the screening: 2026-11-23 or RFC 3339; default now"},
	}
}

// place reads the options of placeFlags, the environment and the profile. With every set, all
// languages there are words for are loaded, for rows that ask for one.
func (s streams) place(c *cli.Context, every bool) (place, error) {
	file := first(c.String("profile"), s.env("BACKCARE_PROFILE"))
	prof, clinic, err := s.readProfile(c.Context, file)
	if err != nil {
		return place{}, err
	}
	out := place{paper: pdf.Paper{Size: strings.ToLower(first(c.String("paper"), prof.Paper, "a4")), Large: c.Bool("large-print")}}
	if out.paper.Size != "a4" && out.paper.Size != "letter" {
		from := "--paper"
		if c.String("paper") == "" {
			from = prof.at("paper")
		}
		return place{}, misuse("use a4 or letter", "%s: unknown paper size %q", from, first(c.String("paper"), prof.Paper))
	}
	when, dateOnly, err := s.when(c)
	if err != nil {
		return place{}, err
	}
	lang, err := s.language(c, prof)
	if err != nil {
		return place{}, err
	}
	note := lang
	if tag := c.String("note-lang"); tag != "" {
		if note, err = language("--note-lang", tag); err != nil {
			return place{}, err
		}
	}
	if out.source, err = openSource(c.String("content")); err != nil {
		return place{}, err
	}
	p, err := out.source.load(lang, note)
	if err != nil {
		return place{}, err
	}
	for _, l := range protocol.Languages(content.Files) {
		if l == lang || l == note || every && out.source.add(p, l) == nil { // a pack may have words for some only
			out.langs = append(out.langs, l)
		}
	}
	out.author = handout.Author{Protocol: p, Words: p.Words(lang), NoteWords: p.Words(note), Clinic: clinic, When: when, DateOnly: dateOnly, Tool: version}
	return out, nil
}

// content loads the content for a command that makes no paper, in the language asked for, or that of the place.
func (s streams) content(c *cli.Context) (*protocol.Protocol, string, error) {
	var prof profile
	if file := s.env("BACKCARE_PROFILE"); file != "" && c.String("lang") == "" && s.env("BACKCARE_LANG") == "" {
		var err error
		if prof, _, err = s.readProfile(c.Context, file); err != nil {
			return nil, "", err
		}
	}
	lang, err := s.language(c, prof)
	if err != nil {
		return nil, "", err
	}
	src, err := openSource(c.String("content"))
	if err != nil {
		return nil, "", err
	}
	p, err := src.load(lang)
	return p, lang, err
}

// language is the language asked for: by the option, the environment or the profile, in this order.
func (s streams) language(c *cli.Context, prof profile) (string, error) {
	switch {
	case c.String("lang") != "":
		return language("--lang", c.String("lang"))
	case s.env("BACKCARE_LANG") != "":
		return language("BACKCARE_LANG", s.env("BACKCARE_LANG"))
	case prof.Lang != "":
		return language(prof.at("lang"), prof.Lang)
	}
	return protocol.Original, nil
}

// when is the time of the screening: --date, else SOURCE_DATE_EPOCH, else now.
func (s streams) when(c *cli.Context) (t time.Time, dateOnly bool, err error) {
	if d := c.String("date"); d != "" {
		if t, err = time.Parse(time.DateOnly, d); err == nil && t.Year() >= 1900 {
			return t, true, nil
		}
		if t, err = time.Parse(time.RFC3339, d); err == nil && fourDigits(t) && fourDigits(t.UTC()) { // a PDF has it in UTC
			return t, false, nil
		}
		return t, false, misuse("write 2026-11-23 or 2026-11-23T10:42:00+01:00", "--date cannot be %q", d)
	}
	if epoch := s.env("SOURCE_DATE_EPOCH"); epoch != "" {
		n, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil || n < 0 || n > 253402300799 {
			return t, false, misuse("it is seconds since 1970", "SOURCE_DATE_EPOCH cannot be %q", epoch)
		}
		return time.Unix(n, 0).UTC(), false, nil
	}
	return s.now().Truncate(time.Second), false, nil
}

// fourDigits reports a year that a paper can show.
func fourDigits(t time.Time) bool { return t.Year() >= 1900 && t.Year() <= 9999 }

func first(list ...string) string {
	for _, s := range list {
		if s != "" {
			return s
		}
	}
	return ""
}
