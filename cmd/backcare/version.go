package main

import (
	"fmt"

	"backcare/internal/protocol"
)

// printVersion prints the versions of the tool and of its content, and whether a clinician reviewed it.
func (s streams) printVersion() error {
	p, err := source{}.load(protocol.Original)
	if err != nil {
		return err
	}
	review := "draft content, not yet reviewed by a clinician"
	if p.Reviewed() {
		review = "reviewed by " + p.ReviewedBy + " on " + p.ReviewedOn
	}
	_, err = fmt.Fprintf(s.out, "backcare %s, content %s (%s)\n", version, p.Version, review)
	return err
}
