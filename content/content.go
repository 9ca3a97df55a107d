// Package content holds what is asked, decided and said, as data, and embeds it. No logic lives here.
package content

import "embed"

// Files is the embedded content: screening.yaml, routine.yaml, figures.yaml, sources.yaml, myths.yaml
// and words/<language>.yaml.
//
//go:embed screening.yaml routine.yaml figures.yaml sources.yaml myths.yaml words/*.yaml
var Files embed.FS
