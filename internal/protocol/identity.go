package protocol

import (
	"regexp"
	"time"
	"unicode/utf8"
)

// Identity says whose pack is laid over the content, and who reviewed it.
type Identity struct {
	Name       string // of the clinic or the pack, as it is printed
	Version    string
	ReviewedBy string // the clinician who reviewed it; empty while nobody has
	ReviewedOn string // date of that review, YYYY-MM-DD; empty while nobody has
}

// String is the name with the version.
func (i Identity) String() string { return i.Name + " " + i.Version }

// Reviewed reports whether a clinician's review of the pack is on record.
func (i Identity) Reviewed() bool { return i.ReviewedBy != "" }

// Edition names the content and what is laid over it, as papers and records print it:
// "1.0", or "1.0 + Riverside Clinic 2".
func (p *Protocol) Edition() string {
	out := p.Version
	for _, l := range p.Layers {
		out += " + " + l.String()
	}
	return out
}

type identityFile struct {
	Pack struct {
		Name       text `yaml:"name"`
		Version    text `yaml:"version"`
		ReviewedBy text `yaml:"reviewed-by"`
		ReviewedOn text `yaml:"reviewed-on"`
	} `yaml:"pack"`
}

const (
	longestName = 40 // letters; it must fit in the small print
	reviewRule  = "give reviewed-by and reviewed-on (a date, YYYY-MM-DD) together, or leave both empty"
)

var versionPattern = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9.+-]{0,19}$`)

// identity reads pack.yaml, which every pack must have: its papers say whose they are.
func (l Layer) identity() (Identity, error) {
	var (
		f   identityFile
		bad problems
	)
	if !l.has(identityName) {
		bad.in(l.path(identityName), "", "missing; a pack says `pack: {name, version, reviewed-by, reviewed-on}`, and its papers print it")
		return Identity{}, bad.joined()
	}
	if err := decode(l, identityName, &f); err != nil {
		return Identity{}, err
	}
	file := func(t text) text { return text{file: l.path(identityName), line: t.line} }
	for _, t := range []struct {
		id string
		text
	}{{"name", f.Pack.Name}, {"reviewed-by", f.Pack.ReviewedBy}} {
		if utf8.RuneCountInString(t.s) > longestName || !printed(t.s) || (t.id == "name" && t.s == "") {
			bad.at(file(t.text), t.id, "%q must be one line of 1 to %d letters", t.s, longestName)
		}
		if reason := Unprintable(t.s); reason != "" {
			bad.at(file(t.text), t.id, "%s", reason)
		}
	}
	if !versionPattern.MatchString(f.Pack.Version.s) {
		bad.at(file(f.Pack.Version), "version", "%q must be 1 to 20 letters, digits, dots, + and -", f.Pack.Version.s)
	}
	if !reviewed(f.Pack.ReviewedBy.s, f.Pack.ReviewedOn.s) {
		bad.at(file(f.Pack.ReviewedOn), "reviewed-on", reviewRule)
	}
	return Identity{f.Pack.Name.s, f.Pack.Version.s, f.Pack.ReviewedBy.s, f.Pack.ReviewedOn.s}, bad.joined()
}

// reviewed reports whether a reviewer and a date fit together: both, or neither.
func reviewed(by, on string) bool {
	if by == "" || on == "" {
		return by == on
	}
	_, err := time.Parse(time.DateOnly, on)
	return err == nil
}
