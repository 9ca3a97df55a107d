package handout

import (
	"slices"
	"strconv"

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
	w := d.Words
	doc := d.document(CoverKind, w, w.Spool.Title, questions.Person{})
	doc.Head.Person = Text{{d.clock(w), false}}
	doc.Blocks = []Block{Title{Text: w.Spool.Title, Lead: w.Spool.Private}}
	doc.Blocks = append(doc.Blocks, Heading{Level: 2, Text: w.Spool.RingNow})
	if len(t.Ring) == 0 {
		doc.Blocks = append(doc.Blocks, Paragraph{Text: Rich(w.Spool.NoRing)})
	} else {
		doc.Blocks = append(doc.Blocks, Paragraph{Text: Rich(w.Spool.RingWhy)}, d.calls(t.Ring, protocol.Emergency))
	}
	if len(t.Today) > 0 {
		doc.Blocks = append(doc.Blocks, Heading{Level: 2, Text: w.Spool.Today}, d.calls(t.Today, protocol.SameDay))
	}
	doc.Blocks = append(doc.Blocks, Heading{Level: 2, Text: w.Spool.People}, d.counts(t))
	if len(t.Sites) > 0 {
		doc.Blocks = append(doc.Blocks, d.sites(t))
	}
	return doc
}

func (d Author) calls(ring []Call, urgency protocol.Urgency) Table {
	w := d.Words.Spool
	out := Table{Header: []string{w.Row, w.Ref, w.Site, w.Reason, w.Done}, Whole: 2}
	phones := slices.ContainsFunc(ring, func(c Call) bool { return c.Phone != "" })
	if phones {
		out.Header = slices.Insert(out.Header, 2, d.Words.Note.Phone)
	}
	for _, c := range ring {
		site := d.siteName(c.Site)
		if c.People > 1 {
			site = "" // nobody knows whose
		}
		cells := []string{strconv.Itoa(c.Row), c.Ref, site, d.why(c, urgency), ""}
		if phones {
			cells = slices.Insert(cells, 2, c.Phone)
		}
		out.Rows = append(out.Rows, TableRow{cells, urgency == protocol.Emergency})
	}
	return out
}

// mostReasons is how many are told of one person: enough to know how to speak to them.
const mostReasons = 2

// why says why to call a person, by the rules of an urgency, and what to know before.
func (d Author) why(c Call, urgency protocol.Urgency) string {
	w := d.Words
	var why []string
	for i := range d.Protocol.Rules {
		if r := &d.Protocol.Rules[i]; r.Urgency == urgency && slices.Contains(c.Rules, r.ID) {
			why = append(why, w.Rules[r.ID].Possible)
		}
	}
	if more := len(why) - mostReasons; more > 0 {
		why = append(why[:mostReasons], protocol.Fill(w.Spool.More, "n", strconv.Itoa(more)))
	}
	said := ""
	if len(why) > 0 {
		said = protocol.Fill(w.Spool.Possible, "list", w.Marks.Several(why))
	}
	if note := d.warn(c); note != "" && said != "" {
		said += ". " + note
	} else {
		said += note
	}
	return said
}

// warn says what is wrong with the row of a person to ring.
func (d Author) warn(c Call) string {
	switch {
	case c.People > 1:
		return protocol.Fill(d.Words.Spool.Together, "n", strconv.Itoa(c.People))
	case c.Rejected:
		return d.Words.Spool.NoNote
	}
	return ""
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
		out.Rows = append(out.Rows, TableRow{[]string{w.Marks.Label(w.Spool.Referrals, w.Urgencies[u.String()].Name), strconv.Itoa(all.Referrals[u])}, u == protocol.Emergency})
	}
	out.Rows = append(out.Rows, TableRow{[]string{w.Spool.Sheets, strconv.Itoa(all.Sheets)}, false})
	if t.GoOn > 0 {
		out.Rows = append(out.Rows, TableRow{[]string{w.Spool.GoOn, strconv.Itoa(t.GoOn)}, false})
	}
	if t.Rejected > 0 {
		out.Rows = append(out.Rows, TableRow{[]string{w.Spool.Rejected, strconv.Itoa(t.Rejected)}, true})
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
		cells := []string{d.siteName(s.Site)}
		for _, u := range referring {
			cells = append(cells, strconv.Itoa(s.Referrals[u]))
		}
		out.Rows = append(out.Rows, TableRow{append(cells, strconv.Itoa(s.Sheets)), false})
	}
	return out
}

func (d Author) siteName(site string) string {
	if site == "" {
		return d.Words.Spool.NoSite
	}
	return site
}
