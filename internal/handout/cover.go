package handout

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"backcare/internal/protocol"
	"backcare/internal/questions"
)

// Tally is what a print job holds, for its cover.
type Tally struct {
	Sites    []SiteTally // in the order of the papers
	GoOn     int         // rows that go on with the second leaf
	Rejected int         // rows without a paper
	Ring     []Call      // now, in the order of the table
	Today    []Call      // to see today, in the order of the table
}

// SiteTally counts the papers of one site; its name may be empty.
type SiteTally struct {
	Site      string
	Sheets    int
	Referrals [protocol.Emergency + 1]int // by urgency
}

// Call is a person to ring now, or to see today. There is no name: the cover lies on top.
type Call struct {
	Row       int // of the table
	Ref, Site string
	Phone     string
	Rules     []string // that fired, the most urgent first
	Rejected  bool     // there is no note
	People    int      // who may be meant, when a stray quote made one row of several; 1 as a rule
}

// referring are the urgencies of a referral, the most urgent first.
var referring = [...]protocol.Urgency{protocol.Emergency, protocol.SameDay, protocol.TwoWeeks, protocol.Planned}

// Cover writes the first page of a print job: whom to ring now, then what is in it and where it goes.
func (d Author) Cover(t Tally) Document {
	w := &d.Words.Spool
	doc := d.document(CoverKind, d.Words, w.Title, questions.Person{}, d.foot(d.Words))
	doc.Head.Person = plain(d.clock(d.Words))
	doc.Blocks = slices.Concat(
		[]Block{Title{Text: w.Title, Lead: w.Private}, Heading{Level: 2, Text: w.RingNow}},
		when(len(t.Ring) == 0, Paragraph{Text: Rich(w.NoRing)}),
		when(len(t.Ring) > 0, Paragraph{Text: Rich(w.RingWhy)}, d.calls(t.Ring, protocol.Emergency)),
		when(len(t.Today) > 0, Heading{Level: 2, Text: w.Today}, d.calls(t.Today, protocol.SameDay)),
		[]Block{Heading{Level: 2, Text: w.People}, d.counts(t)},
		when(len(t.Sites) > 0, d.sites(t)),
	)
	return doc
}

// row is a row of a table, of texts and numbers.
func row(strong bool, cells ...any) TableRow {
	r := TableRow{Strong: strong}
	for _, c := range cells {
		r.Cells = append(r.Cells, fmt.Sprint(c))
	}
	return r
}

// calls are the people to call, with a column for their phones if any is known.
func (d Author) calls(list []Call, urgency protocol.Urgency) Table {
	w := &d.Words.Spool
	out := Table{Header: []string{w.Row, w.Ref, d.Words.Note.Phone, w.Site, w.Reason, w.Done}, Whole: 2}
	for _, c := range list {
		site := d.siteName(c.Site)
		if c.People > 1 {
			site = "" // nobody knows whose
		}
		out.Rows = append(out.Rows, row(urgency == protocol.Emergency, c.Row, c.Ref, c.Phone, site, d.why(c, urgency), ""))
	}
	if !slices.ContainsFunc(list, func(c Call) bool { return c.Phone != "" }) {
		out.Header = slices.Delete(out.Header, 2, 3)
		for i := range out.Rows {
			out.Rows[i].Cells = slices.Delete(out.Rows[i].Cells, 2, 3)
		}
	}
	return out
}

// mostReasons is how many are told of one person: enough to know how to speak to them.
const mostReasons = 2

// why says why to call a person, by the rules of an urgency, and what is wrong with their row.
func (d Author) why(c Call, urgency protocol.Urgency) string {
	w := d.Words
	var reasons, said []string
	for i := range d.Protocol.Rules {
		if r := &d.Protocol.Rules[i]; r.Urgency == urgency && slices.Contains(c.Rules, r.ID) {
			reasons = append(reasons, w.Rules[r.ID].Possible)
		}
	}
	if more := len(reasons) - mostReasons; more > 0 {
		reasons = append(reasons[:mostReasons], protocol.Fill(w.Spool.More, "n", strconv.Itoa(more)))
	}
	if len(reasons) > 0 {
		said = append(said, protocol.Fill(w.Spool.Possible, "list", w.Marks.Several(reasons)))
	}
	switch {
	case c.People > 1:
		said = append(said, protocol.Fill(w.Spool.Together, "n", strconv.Itoa(c.People)))
	case c.Rejected:
		said = append(said, w.Spool.NoNote)
	}
	return strings.Join(said, ". ")
}

// counts is the whole job by urgency.
func (d Author) counts(t Tally) Table {
	w := d.Words
	var all SiteTally
	for _, s := range t.Sites {
		all.Sheets += s.Sheets
		for u, n := range s.Referrals {
			all.Referrals[u] += n
		}
	}
	out := Table{Header: []string{w.Spool.Outcome, w.Spool.Count}}
	for _, u := range referring {
		out.Rows = append(out.Rows, row(u == protocol.Emergency, w.Marks.Label(w.Spool.Referrals, w.Urgencies[u.String()].Name), all.Referrals[u]))
	}
	out.Rows = append(out.Rows, row(false, w.Spool.Sheets, all.Sheets))
	if t.GoOn > 0 {
		out.Rows = append(out.Rows, row(false, w.Spool.GoOn, t.GoOn))
	}
	if t.Rejected > 0 {
		out.Rows = append(out.Rows, row(true, w.Spool.Rejected, t.Rejected))
	}
	return out
}

// sites is one line a site, in the order of the papers.
func (d Author) sites(t Tally) Table {
	w := d.Words
	out := Table{Header: []string{w.Spool.Site}}
	for _, u := range referring {
		out.Header = append(out.Header, w.Urgencies[u.String()].Name)
	}
	out.Header = append(out.Header, w.Spool.Sheets)
	for _, s := range t.Sites {
		cells := []any{d.siteName(s.Site)}
		for _, u := range referring {
			cells = append(cells, s.Referrals[u])
		}
		out.Rows = append(out.Rows, row(false, append(cells, s.Sheets)...))
	}
	return out
}

func (d Author) siteName(site string) string { return cmp.Or(site, d.Words.Spool.NoSite) }
