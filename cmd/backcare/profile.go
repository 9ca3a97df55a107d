package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"backcare/internal/handout"
	"backcare/internal/pdf"
	"backcare/internal/yaml"
)

// profile describes a place; a flag beats the environment, which beats the profile.
type profile struct {
	Name      string `yaml:"name"`
	Address   string `yaml:"address"`
	Phone     string `yaml:"phone"`
	Logo      string `yaml:"logo"` // PNG or JPEG, beside the profile
	Emergency string `yaml:"emergency-number"`
	Urgent    string `yaml:"urgent-number"`
	Paper     string `yaml:"paper"`
	Lang      string `yaml:"lang"`

	file    string
	written *yaml.Document
}

// at is where a key stands: file:line.
func (p profile) at(key string) string {
	if p.written == nil {
		return p.file
	}
	return fmt.Sprintf("%s:%d", p.file, p.written.Find(key).Line)
}

const (
	profileLimit = 1 << 20 // bytes
	logoLimit    = 4 << 20 // bytes
)

var number = regexp.MustCompile(`^\+?[0-9](?:[0-9 ]*[0-9])?$`)

// readProfile reads a profile strictly; an error names file and line.
func (s streams) readProfile(ctx context.Context, path string) (profile, handout.Clinic, error) {
	var p profile
	if path == "" {
		return p, handout.Clinic{}, nil
	}
	if path != "-" {
		if err := ordinary(path); err != nil {
			return p, handout.Clinic{}, err
		}
	}
	data, err := s.contents(ctx, path, profileLimit)
	if err != nil {
		return p, handout.Clinic{}, err
	}
	if err := parseProfile(path, data, &p); err != nil {
		return p, handout.Clinic{}, failure{err, exitUsage, "a profile has name, address, phone, logo, emergency-number, urgent-number, paper and lang"}
	}
	clinic := handout.Clinic{Name: p.Name, Address: p.Address, Phone: p.Phone, Emergency: p.Emergency, Urgent: p.Urgent}
	if p.Logo != "" {
		logo := p.Logo
		if !filepath.IsAbs(logo) {
			logo = filepath.Join(filepath.Dir(path), logo)
		}
		if clinic.Logo, err = readLogo(logo); err != nil {
			return p, clinic, failure{fmt.Errorf("%s: logo: %w", p.at("logo"), err), exitUsage, "a logo is a PNG or JPEG with something to see, at most 4 MiB and 4 million pixels"}
		}
	}
	return p, clinic, nil
}

func parseProfile(path string, data []byte, p *profile) error {
	if len(data) > profileLimit {
		return fmt.Errorf("%s: larger than %d MiB", path, profileLimit>>20)
	}
	p.file = path
	doc, bad := yaml.Parse(path, data)
	if len(bad) == 0 {
		bad, p.written = doc.Decode(p, func(yaml.Text) {}), doc
	}
	if len(bad) > 0 && bad[0].Kind != yaml.Empty {
		return fmt.Errorf("%s%s", path, plainYAML(bad[0]))
	}
	if err := whole(path, data, "name", "address", "phone"); err != nil {
		return err
	}
	for _, f := range []struct{ key, value string }{{"name", p.Name}, {"address", p.Address}, {"phone", p.Phone}} {
		if n := utf8.RuneCountInString(f.value); n > 80 {
			return fmt.Errorf("%s: %s: %d characters; at most 80 fit", p.at(f.key), f.key, n)
		}
		if missing := pdf.Missing(f.value); len(missing) > 0 || strings.ContainsAny(f.value, "\n\r\t") {
			return fmt.Errorf("%s: %s: cannot be printed: %q", p.at(f.key), f.key, string(missing))
		}
	}
	for _, f := range []struct{ key, value string }{{"emergency-number", p.Emergency}, {"urgent-number", p.Urgent}} {
		if digits := len(strings.Map(onlyDigits, f.value)); f.value != "" && (!number.MatchString(f.value) || digits < 2 || digits > 15) {
			return fmt.Errorf("%s: %s: %q is not 2 to 15 digits with spaces and a leading +", p.at(f.key), f.key, f.value)
		}
	}
	return nil
}

// whole refuses a text of which YAML leaves something out.
func whole(path string, data []byte, keys ...string) error {
	root, _ := yaml.Tree(data) // which was read already
	for i := 0; root != nil && i+1 < len(root.Content); i += 2 {
		key, value := root.Content[i], root.Content[i+1]
		if lost := yaml.Lost(data, key, value); lost != "" && slices.Contains(keys, key.Value) {
			return fmt.Errorf("%s:%d: %s: %s", path, key.Line, key.Value, lost)
		}
	}
	return nil
}

// plainYAML says ":line: what is wrong".
func plainYAML(p yaml.Problem) string {
	line, what := "", p.Text
	if p.Line > 0 {
		line = fmt.Sprintf(":%d", p.Line)
	}
	if p.Kind == yaml.UnknownKey {
		what = fmt.Sprintf("%q is not known", p.Key)
	}
	return line + ": " + what
}

func onlyDigits(r rune) rune {
	if r < '0' || r > '9' {
		return -1
	}
	return r
}

func readLogo(path string) ([]byte, error) {
	if err := ordinary(path); err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("cannot read %q: %w", path, bare(err))
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, logoLimit+1))
	if err != nil {
		return nil, fmt.Errorf("cannot read %q: %w", path, bare(err))
	}
	if err := pdf.CheckLogo(data); err != nil {
		return nil, fmt.Errorf("%q: %w", path, err)
	}
	return data, nil
}
