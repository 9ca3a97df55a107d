package pdf

import (
	"bytes"
	"testing"

	"backcare/internal/questions"
)

// A paper of many is the same file as one written alone, whichever was printed first.
func TestSharedBlocksPrintAsTheirOwn(t *testing.T) {
	d := english(t)
	many, alone, write := press(t), press(t), d.Writer()
	for _, but := range [][]string{nil, {"age=70-plus"}, {"pregnant=yes"}, {"helper=helper"}, {"weak-bones=yes", "fluid-limit=yes"}, nil, {"foot-drop=yes"}} {
		o := decide(t, answers(t, d.Protocol, but...))
		who := questions.Person{Name: "Ana", Note: "Call me"}
		doc, same := write(o, who), d.Document(o, who)
		got, err := many.Render(&doc, Paper{Size: "a4"})
		if err != nil {
			t.Fatal(err)
		}
		want, err := alone.Render(&same, Paper{Size: "a4"})
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Error("the files differ")
		}
	}
}
