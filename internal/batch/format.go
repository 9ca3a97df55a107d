package batch

// Format is what a paper is written as.
type Format string

// The formats of a paper.
const (
	PDF  Format = "pdf"
	HTML Format = "html"
	Text Format = "text"
	JSON Format = "json"
)

func (f Format) ext() string {
	if f == Text {
		return ".txt"
	}
	return "." + string(f)
}
