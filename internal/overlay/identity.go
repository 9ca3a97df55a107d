package overlay

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"backcare/internal/protocol"
	"backcare/internal/yaml"
)

const identityFile = "pack.yaml"

type identitySpec struct {
	Pack struct {
		Name       yaml.Text `yaml:"name"`
		Version    yaml.Text `yaml:"version"`
		ReviewedBy yaml.Text `yaml:"reviewed-by"`
		ReviewedOn yaml.Text `yaml:"reviewed-on"`
	} `yaml:"pack"`
}

const longestName = 40 // letters; it must fit in the small print

var versionPattern = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9.+-]{0,19}$`)

// IsPack reports whether a folder says that it is a pack.
func IsPack(f protocol.Folder) bool { return f.Has(identityFile) }

// identity reads pack.yaml, which every pack must have, since its papers say whose they are.
func (v *validator) identity() protocol.Identity {
	if !v.pack.Has(identityFile) {
		v.At(yaml.Text{File: v.pack.Path(identityFile)}, "", "missing; every pack has `pack: {name, version, reviewed-by, reviewed-on}`, and its papers print it")
		return protocol.Identity{}
	}
	var f identitySpec
	if err := v.pack.Decode(identityFile, &f); err != nil {
		v.Add(err)
		return protocol.Identity{}
	}
	p := f.Pack
	v.checkName("name", p.Name, 1)
	v.checkName("reviewed-by", p.ReviewedBy, 0)
	if !versionPattern.MatchString(p.Version.S) {
		v.At(v.stands(p.Version), "version", "%q must be 1 to 20 letters, digits, dots, + and -", p.Version.S)
	}
	if !protocol.CheckReview(p.ReviewedBy.S, p.ReviewedOn.S) {
		v.At(v.stands(p.ReviewedOn), "reviewed-on", protocol.ReviewRule)
	}
	return protocol.Identity{Name: p.Name.S, Version: p.Version.S, ReviewedBy: p.ReviewedBy.S, ReviewedOn: p.ReviewedOn.S}
}

// checkName refuses a name that would not print as written: braces mark placeholders, and asterisks bold.
func (v *validator) checkName(id string, t yaml.Text, least int) {
	n := utf8.RuneCountInString(t.S)
	hidden := strings.ContainsFunc(t.S, func(r rune) bool { return r != ' ' && !unicode.IsGraphic(r) })
	if n < least || n > longestName || hidden || strings.ContainsAny(t.S, "{}*") || strings.TrimSpace(t.S) != t.S {
		v.At(v.stands(t), id, "%q must be one line of %d to %d letters, without braces and asterisks", t.S, least, longestName)
	}
	if reason := protocol.Unprintable(t.S); reason != "" {
		v.At(v.stands(t), id, "%s", reason)
	}
}

// stands returns the position of a text of pack.yaml, even if it is absent.
func (v *validator) stands(t yaml.Text) yaml.Text {
	return yaml.Text{File: v.pack.Path(identityFile), Line: t.Line}
}
