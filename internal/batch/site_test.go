package batch

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestSitesAreOrderedAsAPersonWould(t *testing.T) {
	want := []string{"Annex", "NORTH", "Ward", "Ward 1", "ward 2", "Ward  10", "Ward 10b", "Ward 010", "Ödenwald", ""}
	got := slices.Clone(want)
	rand.New(rand.NewPCG(1, 1)).Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
	slices.SortFunc(got, bySite)
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	for _, one := range [][2]string{{"Ward 2", " ward2 "}, {"NORD", "nord"}, {"A\u00a01", "a 1"}, {"", " "}} {
		if bySite(one[0], one[1]) != 0 || bySite(one[1], one[0]) != 0 {
			t.Errorf("%q are two sites", one)
		}
	}
	for _, a := range want {
		for _, b := range want {
			if x, y := bySite(a, b), bySite(b, a); (x < 0) != (y > 0) {
				t.Errorf("%q and %q: %d, %d", a, b, x, y)
			}
		}
	}
}
