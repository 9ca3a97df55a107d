// Command figures prints a page with the figures of the content, all or those named, to be looked at
// without a word of their steps.
package main

import (
	"fmt"
	"maps"
	"os"
	"slices"

	"backcare/internal/figure"
)

func main() {
	if err := page(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func page(ids []string) error {
	const name = "content/figures.yaml"
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	set, err := figure.Parse(name, data)
	if err != nil {
		return err
	}
	if len(ids) == 0 {
		ids = slices.Sorted(maps.Keys(set))
	}
	fmt.Printf("<!DOCTYPE html><style>%s.figure{margin:1em;vertical-align:top;width:34em}</style>\n", figure.Stylesheet())
	for _, id := range ids {
		f, ok := set[id]
		if !ok {
			return fmt.Errorf("no figure %s", id)
		}
		fmt.Println(f.SVG(id))
	}
	return nil
}
