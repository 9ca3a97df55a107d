package batch

import (
	"strings"
	"testing"
)

func TestRunWritesPapersAndManifest(t *testing.T) {
	dir := t.TempDir()
	sum := mustRun(t, testJob(t, strings.NewReader(people(t, 40, 30)), dir))
	if sum.Rows != 40 || sum.Sheets+sum.Referrals != 40 || sum.Sheets == 0 || sum.Referrals == 0 {
		t.Errorf("%+v", sum)
	}
	got := files(t, dir)
	if len(got) != 42 {
		t.Errorf("%d files", len(got))
	}
	t.Log(got["manifest.csv"][:600])
	t.Log(got[journalName][:600])
}
