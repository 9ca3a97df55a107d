package pdf

import "backcare/internal/pdf/layout"

// Paper is what a document is printed on.
type Paper = layout.Paper
