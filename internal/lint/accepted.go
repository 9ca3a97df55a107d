package lint

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"backcare/internal/protocol"
	"backcare/internal/yaml"
)

// accepted are the English texts that translations were last held against, by the fingerprint of their
// part: what protocol.AcceptedFile holds.
type accepted map[string][]yaml.Text

// readAccepted reads the file of a folder; without one nothing is known. A part whose texts do not
// have the fingerprint they stand under is no part of what was accepted.
func readAccepted(from protocol.Folder) (accepted, error) {
	out := accepted{}
	if !from.Has(protocol.AcceptedFile) {
		return out, nil
	}
	var parts map[string]yaml.Node
	if err := from.Decode(protocol.AcceptedFile, &parts); err != nil {
		return nil, err
	}
	for print, node := range parts {
		var texts []yaml.Text
		for i := 0; i+1 < len(node.Content); i += 2 {
			texts = append(texts, yaml.Text{Path: node.Content[i].Value, S: node.Content[i+1].Value})
		}
		if protocol.Fingerprint(texts) == print {
			out[print] = texts
		}
	}
	return out, nil
}

// write is the file with the parts of these fingerprints, as far as they are known.
func (a accepted) write(prints []string) []byte {
	var b bytes.Buffer
	b.WriteString("# The English that each translation was last held against, so that backcare check --accept, which writes\n" +
		"# this file, can show what has changed. Printed nowhere.\n")
	slices.SortFunc(prints, func(x, y string) int {
		return strings.Compare(protocol.PartOf(first(a[x]))+x, protocol.PartOf(first(a[y]))+y)
	})
	for _, print := range slices.Compact(prints) {
		if len(a[print]) == 0 {
			continue
		}
		fmt.Fprintf(&b, "%q:\n", print)
		for _, t := range a[print] {
			fmt.Fprintf(&b, "  %s: %s\n", t.Path, quoted(t.S))
		}
	}
	return b.Bytes()
}

func first(texts []yaml.Text) string {
	if len(texts) == 0 {
		return ""
	}
	return texts[0].Path
}

// quoted is a text in quotes, on one line however long.
func quoted(s string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.Encode(s) // into memory, so there is no error
	return strings.TrimSuffix(b.String(), "\n")
}
