package main

import (
	"github.com/urfave/cli/v2"

	"backcare/internal/batch"
	"backcare/internal/protocol"
)

// mappingLimit is how large a file of --columns may be, in bytes.
const mappingLimit = 1 << 20

// mapping reads the file of --columns, if there is one.
func (s streams) mapping(c *cli.Context, p *protocol.Protocol) (*batch.Mapping, error) {
	path := c.String("columns")
	if path == "" {
		return nil, nil
	}
	if err := ordinary(path); err != nil {
		return nil, err
	}
	data, err := s.contents(c.Context, path, mappingLimit)
	if err != nil {
		return nil, err
	}
	if len(data) > mappingLimit {
		return nil, misuse("see backcare batch --help", "%s: larger than %d MiB", path, mappingLimit>>20)
	}
	m, err := batch.ReadMapping(p, path, data)
	if err != nil {
		return nil, batchFailure(err)
	}
	return m, nil
}

// columnsTemplate writes a file for --columns to fill in.
func (s streams) columnsTemplate(c *cli.Context) error {
	for _, name := range []string{"out", "spool", "columns", "resume", "dry-run", "json"} {
		if c.IsSet(name) {
			return misuse("leave one of them out", "--columns-template cannot be used with --%s", name)
		}
	}
	place, err := s.place(c, true)
	if err != nil {
		return err
	}
	in, err := s.open(c.Context, c.Args().First())
	if err != nil {
		return err
	}
	defer in.Close()
	var words []*protocol.Words
	for _, lang := range place.langs {
		words = append(words, place.author.Protocol.Words(lang))
	}
	if err := batch.Template(c.Context, place.author.Protocol, words, in, s.out); err != nil {
		return batchFailure(err)
	}
	return nil
}
