package file

import (
	"strings"
	"testing"
)

func TestAPrintJobIsKnownWhereverItSaysSo(t *testing.T) {
	mark := Metadata{Title: "Print job"}.mark()
	for _, before := range []int{0, 65_000, 65_536 - 20, 131_072 - len(mark), 200_000} {
		for text, want := range map[string]bool{
			opening + strings.Repeat("x", before) + mark + strings.Repeat("x", 70_000): true,
			opening + strings.Repeat("x", before) + mark:                               true,
			opening + strings.Repeat("x", before) + mark[:len(mark)-1]:                 false,
			opening + strings.Repeat("x", before) + Metadata{Title: "Sheet"}.mark():    false,
			strings.Repeat("x", before) + mark:                                         false,
		} {
			if got := IsJob(strings.NewReader(text), "Print job"); got != want {
				t.Errorf("%d bytes before, %d in all: %v", before, len(text), got)
			}
		}
	}
}
