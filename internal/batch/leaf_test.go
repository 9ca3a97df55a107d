package batch

import (
	"strings"
	"testing"

	"backcare/internal/protocol"
)

// firstLeaf are the cells of somebody who was not given the second leaf.
func firstLeaf(p *protocol.Protocol, over map[string]string) map[string]string {
	out := map[string]string{}
	for i := range p.Questions {
		if p.Sections[p.Questions[i].Section].SheetOnly {
			out[p.Questions[i].ID] = ""
		}
	}
	for k, v := range over {
		out[k] = v
	}
	return out
}

// A first leaf that refers nobody is neither a paper nor a failure, alone and resumed; one that refers is a
// note, and one that is not whole, or too old, is rejected. No path makes a sheet of it.
func TestFirstLeafGoesOnAndGivesNoSheet(t *testing.T) {
	h := newSheetMaker(t)
	p, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	h.columns = append(h.columns[:personColumns:personColumns], append([]string{"phone", "answered-on"}, h.columns[personColumns:]...)...)
	table := h.csv(",", "\n",
		firstLeaf(p, map[string]string{"ref": "on"}),
		firstLeaf(p, map[string]string{"ref": "referred", "fever": "yes", "phone": "01234 5"}),
		firstLeaf(p, map[string]string{"ref": "open", "fever": ""}),
		firstLeaf(p, map[string]string{"ref": "old", "answered-on": "2026-11-01"}),
		firstLeaf(p, map[string]string{"ref": "begun", "twist-sharp": "no"}),
		firstLeaf(p, map[string]string{"ref": "now", "chest-pain": "unsure", "phone": "01234 6"}),
		map[string]string{"ref": "whole"})
	dir := t.TempDir()
	sum := mustRun(t, testJob(t, strings.NewReader(table), dir))
	var got []string
	for line := range strings.Lines(strings.SplitAfterN(files(t, dir)[manifestName], "\n", 2)[1]) {
		e, _ := parseEntry(line)
		got = append(got, e.Ref+"="+e.Outcome)
	}
	if want := "on=go-on referred=referral open=rejected old=rejected begun=rejected now=referral whole=sheet"; strings.Join(got, " ") != want || sum.GoOn != 1 || sum.Sheets != 1 {
		t.Errorf("%v %+v", got, sum)
	}

	var talk strings.Builder
	j := testJob(t, strings.NewReader(table), dir)
	j.Resume, j.Talk = true, &talk
	again := mustRun(t, j)
	if again.GoOn != 1 || again.Kept != 7 || !strings.Contains(talk.String(), "Row 7  now  01234 6\n") || !strings.Contains(talk.String(), "Row 3  referred  01234 5\n") || !strings.Contains(talk.String(), ", 1 to go on with the second leaf, ") {
		t.Errorf("%+v %s", again, talk.String())
	}
	if said := files(t, dir)[manifestName] + files(t, dir)[journalName]; strings.Contains(said, "01234") {
		t.Error("a number is in the manifest or the journal")
	}
}
