package pdf

import (
	"errors"
	"fmt"
	"slices"

	"backcare/internal/pdf/font"
	"backcare/internal/pdf/layout"
)

// Missing lists the letters of s that cannot be printed, each once: those the fonts lack, controls,
// and scripts that are not set right. It looks at s in composed form (NFC).
func Missing(s string) []rune { return font.Missing(s) }

// MissingError reports letters that the fonts do not have.
type MissingError struct{ Runes []rune }

func (e *MissingError) Error() string {
	s := "the fonts cannot print"
	for i, r := range e.Runes {
		if i > 0 {
			s += ","
		}
		s += fmt.Sprintf(" %q (%U)", r, r)
	}
	return s
}

// Unprintable reports whether an error of Compose is about what a document says of the person: letters that
// the fonts lack, or a line that is too long for the head.
func Unprintable(err error) bool {
	var lacks *MissingError
	return errors.As(err, &lacks) || errors.Is(err, layout.ErrPerson)
}

// missing is the error for letters that cannot be printed.
func missing(r []rune) error {
	return &MissingError{slices.Compact(slices.Sorted(slices.Values(r)))}
}
