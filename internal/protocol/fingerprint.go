package protocol

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"backcare/internal/yaml"
)

// AcceptedFile is the name of the file of a Folder with the English texts that its translations were
// last held against. Only check reads and writes it.
const AcceptedFile = "accepted.yaml"

// Written reads the words of a language in this folder as they are written: unchecked, possibly
// incomplete, and without those of any folder beneath.
func (f Folder) Written(lang string) (*Words, error) {
	d, err := f.Words(lang)
	if err != nil {
		return nil, err
	}
	w := &Words{}
	if err := Located(d.Decode(w, func(t yaml.Text) { w.keep(t) })); err != nil {
		return nil, err
	}
	return w, nil
}

// Fingerprints returns a short hash for each part of the words (questions, sheet, …). A translation
// keeps those of the English it was checked against.
func (w *Words) Fingerprints() map[string]string {
	parts := map[string][]yaml.Text{}
	for _, t := range w.texts {
		part := PartOf(t.Path)
		parts[part] = append(parts[part], t)
	}
	out := map[string]string{}
	for part, texts := range parts {
		out[part] = Fingerprint(texts)
	}
	return out
}

// Fingerprint returns a short hash of the texts of one part, which depends on their order.
func Fingerprint(texts []yaml.Text) string {
	h := sha256.New()
	for _, t := range texts {
		_, rest, _ := strings.Cut(t.Path, ".")
		fmt.Fprintf(h, "%s\x00%s\x00", rest, t.S)
	}
	return fmt.Sprintf("%x", h.Sum(nil))[:8]
}

// PartOf is the part of the words that a dotted path is in.
func PartOf(path string) string {
	part, _, _ := strings.Cut(path, ".")
	return part
}
