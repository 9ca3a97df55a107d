package main

import (
	"errors"

	"github.com/urfave/cli/v2"

	"backcare/internal/questions"
)

// checkNext refuses what is about one person, or would put one person's paper in the place of another's.
func (r *screening) checkNext(c *cli.Context) error {
	for _, name := range []string{"answers", "save-answers", "exit-code", "force"} {
		if c.IsSet(name) {
			return misuse("leave one of them out", "--next cannot be used with --%s", name)
		}
	}
	if r.out == "-" {
		return misuse("give a name with --out; further papers get -2, -3 and so on after it", "--next needs files, and cannot write to stdout")
	}
	if _, there := r.terminal(); !there {
		return misuse("run it on a terminal; a table of many goes to backcare batch", "nobody to ask: this is not a terminal")
	}
	return nil
}

// everyone screens one person after another, each as if they were the first: in the language of the
// desk, at the time it is, with nothing of the one before on the screen.
func (r *screening) everyone(c *cli.Context) error {
	for first := *r; ; *r = first {
		if err := r.one(c); err != nil {
			return err
		}
		another, err := first.next(c)
		if err != nil || !another {
			return err
		}
		if first.author.When, first.author.DateOnly, err = r.when(c); err != nil {
			return err
		}
	}
}

func (r *screening) next(c *cli.Context) (another bool, err error) {
	t, _ := r.terminal()
	k, err := questions.Begin(c.Context, t, r.author.Words, r.author.Protocol)
	if err != nil {
		return false, err
	}
	defer k.End()
	another, err = k.Next()
	if errors.Is(err, questions.ErrInterrupted) || errors.Is(err, questions.ErrClosed) {
		return false, nil // every paper is written
	}
	return another, err
}
