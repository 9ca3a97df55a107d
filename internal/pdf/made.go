package pdf

import (
	"bufio"
	"bytes"
	"io"
)

// IsSpool reports whether a file is a print job with this title, as Spool writes it.
func IsSpool(file io.Reader, title string) bool {
	in := bufio.NewReaderSize(file, 64<<10)
	if start, _ := in.Peek(len(opening)); string(start) != opening {
		return false
	}
	mark := []byte(about{title: title}.mark())
	for {
		part, err := in.Peek(in.Size())
		if bytes.Contains(part, mark) {
			return true
		}
		if err != nil { // that was the end
			return false
		}
		in.Discard(len(part) - len(mark))
	}
}
