//go:build unix

package questions

import (
	"context"
	"testing"

	"golang.org/x/term"

	"backcare/internal/terminaltest"
)

// A fault of the program in the middle of a prompt leaves the terminal as it was.
func TestAFaultLeavesTheTerminalAsItWas(t *testing.T) {
	p, err := english()
	if err != nil {
		t.Fatal(err)
	}
	for _, plain := range []bool{false, true} {
		author := terminaltest.Open(t, 80, 24)
		before, err := term.GetState(int(author.TTY.Fd()))
		if err != nil {
			t.Fatal(err)
		}
		k, err := Begin(context.Background(), Terminal{In: author.TTY, Out: author.TTY, Plain: plain}, p.Words("en"), p)
		if err != nil {
			t.Fatal(err)
		}
		over := make(chan any)
		go func() {
			defer func() { over <- recover() }()
			defer k.End()
			k.ask(prompt{text: "What?", rows: []row{{text: "This"}}, check: func([]int) string { panic("a fault") }})
		}()
		author.See("This")
		if plain {
			author.See("> ")
			author.Press("1\n")
		} else {
			author.See("Ctrl-C")
			author.Press(terminaltest.Down + terminaltest.Enter)
		}
		if fault := <-over; fault != "a fault" {
			t.Errorf("plain %v: %v", plain, fault)
		}
		after, err := term.GetState(int(author.TTY.Fd()))
		if err != nil {
			t.Fatal(err)
		}
		if *before != *after {
			t.Errorf("plain %v: the terminal was left at %+v, it was at %+v", plain, after, before)
		}
		author.TTY.Close()
		author.End()
		if !author.Cursor() {
			t.Errorf("plain %v: the cursor is left hidden", plain)
		}
	}
}
