package yaml_test

import (
	"testing"

	"backcare/internal/yaml"
)

func TestTextThatYAMLLeavesOutIsTold(t *testing.T) {
	const null, cut = "null", "cut"
	for text, want := range map[string]string{
		"name: Null": null, "name: null": null, "name: ~": null, "name: NULL # x": null,
		"name:": "", "name: ''": "", `name: "Null"`: "", "name: Nullmann": "", "name: Ana": "",
		"ref: #1234": cut, "ref: 12 Mill Lane # Suite 4": cut, "ref: a #b": cut, "ref:  #1234\r": cut,
		"ref: a  # why": "", "ref: # why": "", "ref: #": "", "ref:\t# why": "", "ref: a\t# why": "", "ref: a#b": "", "ref: 'a # b'": "", `ref: "a" # why`: "", "ref: ## why": "",
		"ref: |\n  a # b": "",
	} {
		root, bad := yaml.Tree([]byte(text + "\n"))
		if len(bad) > 0 {
			t.Errorf("%q: %v", text, bad)
			continue
		}
		got := yaml.Lost([]byte(text), root.Content[0], root.Content[1])
		switch {
		case want == "" && got != "", want == null && got[:10] != "YAML reads", want == cut && got == "":
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
