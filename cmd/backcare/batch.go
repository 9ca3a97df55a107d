package main

import (
	"errors"
	"fmt"
	"runtime"
	"strings"

	"github.com/urfave/cli/v2"

	"backcare/internal/batch"
	"backcare/internal/questions"
)

func (s streams) batchCommand() *cli.Command {
	return &cli.Command{
		Name:      "batch",
		Usage:     "screen many people: a table in, papers and a manifest out",
		UsageText: "backcare batch PEOPLE|- --out DIR [options]\nbackcare batch PEOPLE|- --spool FILE [options]\nbackcare batch PEOPLE|- --columns-template > columns.yaml",
		Description: "PEOPLE is CSV, as spreadsheets write it, a workbook (.xlsx), or NDJSON of answers files. Its columns are\n" +
			strings.Join(questions.PersonFields(), ", ") + " and the question ids; see backcare\n" +
			"questions --format csv. If it is killed at any moment, the same command with --resume continues.",
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "out", Usage: "`DIR` of the papers and manifest.csv"},
			&cli.StringFlag{Name: "spool", Usage: "one print job in `FILE`: a cover, whom to ring, then every paper"},
			&cli.StringFlag{Name: "columns", Usage: "`FILE` that maps the columns of another program's table"},
			&cli.BoolFlag{Name: "columns-template", Usage: "print a file for --columns, with guesses to confirm, and do nothing else", DisableDefaultText: true},
			&cli.StringFlag{Name: "format", Value: "pdf", Usage: "pdf, html, text or json"},
			&cli.StringSliceFlag{Name: "with", Usage: "a `STEP` given on request only; backcare explain tells which"},
			&cli.IntFlag{Name: "jobs", Usage: "`N` rows at the same time; one per core by default", DefaultText: "cores"},
			&cli.BoolFlag{Name: "dry-run", Usage: "write nothing; report what would be written", DisableDefaultText: true},
			&cli.IntFlag{Name: "limit", Usage: "stop after `N` rows", DefaultText: "all"},
			&cli.BoolFlag{Name: "resume", Usage: "continue a batch that was interrupted", DisableDefaultText: true},
			&cli.BoolFlag{Name: "force", Usage: "overwrite the file of --spool; papers are never overwritten", DisableDefaultText: true},
			&cli.StringFlag{Name: "shard", Usage: "part `I/N` of the rows, for N machines"},
			&cli.BoolFlag{Name: "json", Usage: "one line of JSON per row, on stdout", DisableDefaultText: true},
			&cli.BoolFlag{Name: "quiet", Usage: "no progress and no summary; whom to ring is always said", DisableDefaultText: true},
		}, placeFlags()...),
		Action: s.batch,
	}
}

func (s streams) batch(c *cli.Context) error {
	if c.NArg() != 1 {
		return misuse("backcare batch people.csv --out papers", "batch takes one table, or - for stdin, and got %d", c.NArg())
	}
	if c.Bool("columns-template") {
		return s.columnsTemplate(c)
	}
	job, err := s.job(c)
	if err != nil {
		return err
	}
	in, err := s.open(c.Context, c.Args().First())
	if err != nil {
		return err
	}
	defer in.Close()
	job.In = in
	defer job.SaveCollecting()()
	sum, err := batch.Run(c.Context, job)
	switch {
	case err != nil:
		return batchFailure(err)
	case sum.Written()+sum.GoOn == 0 && (sum.Rejected > 0 || job.Shard.N < 2): // a shard may well be empty
		return status(exitNoRows)
	case sum.Rejected > 0:
		return status(exitSomeRows)
	}
	return nil
}

// batchFailure is why a batch did not run to its end, with its exit code.
func batchFailure(err error) error {
	var e *batch.Error
	if errors.As(err, &e) {
		return failure{err, map[batch.Kind]int{batch.Refused: exitUsage, batch.Interrupted: exitInterrupted, batch.Broken: exitFailed}[e.Kind], e.Try}
	}
	return err
}

func (s streams) job(c *cli.Context) (batch.Job, error) {
	place, err := s.place(c, true)
	if err != nil {
		return batch.Job{}, err
	}
	job := batch.Job{
		Author: place.author, Langs: place.langs, Content: place.source.files(), With: c.StringSlice("with"), Paper: place.paper,
		Out: c.String("out"), Spool: c.String("spool"), Format: batch.Format(c.String("format")), Resume: c.Bool("resume"), Force: c.Bool("force"),
		DateGiven: c.String("date") != "" || s.env("SOURCE_DATE_EPOCH") != "", DryRun: c.Bool("dry-run"),
		Workers: c.Int("jobs"), Limit: c.Int("limit"),
		Talk: s.err, Quiet: c.Bool("quiet"), Now: s.now, Stdin: s.in,
	}
	if job.Mapping, err = s.mapping(c, place.author.Protocol); err != nil {
		return job, err
	}
	if terminal(s.err) && s.env("TERM") != "dumb" {
		job.Columns = func() int { return terminalWidth(s.err) }
	}
	switch {
	case !c.IsSet("jobs"):
		job.Workers = runtime.GOMAXPROCS(0)
	case job.Workers < 1:
		return job, misuse("use 1 or more", "--jobs cannot be %d", job.Workers)
	}
	if c.IsSet("limit") && job.Limit < 1 {
		return job, misuse("use 1 or more", "--limit cannot be %d", job.Limit)
	}
	if c.Bool("json") {
		job.JSON = s.out
	}
	if text := c.String("shard"); text != "" {
		var more string
		if n, _ := fmt.Sscanf(text+" ", "%d/%d%s", &job.Shard.I, &job.Shard.N, &more); n != 2 || job.Shard.N < 1 {
			return job, misuse("such as --shard 1/4", "--shard cannot be %q", text)
		}
	}
	return job, nil
}
