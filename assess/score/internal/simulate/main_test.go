package main

import (
	"os"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
)

// docs/arithmetic.md shows the tables that this program makes. Where they differ, go generate writes them anew.
func TestTheDocumentShowsTheTables(t *testing.T) {
	document, err := os.ReadFile("../../../../docs/arithmetic.md")
	if err != nil {
		t.Fatal(err)
	}
	made, err := replaced(document, tables())
	if err != nil {
		t.Fatal(err)
	}
	if string(made) != string(document) {
		_, want, _ := strings.Cut(string(made), begin)
		want, _, _ = strings.Cut(want, end)
		t.Errorf("docs/arithmetic.md shows other tables; run go generate ./assess/score\n%s", want)
	}
}

func TestReplaced(t *testing.T) {
	got, err := replaced([]byte("before\n"+begin+"old\n"+end+"after\n"), "new\n")
	if want := "before\n" + begin + "\nnew\n\n" + end + "after\n"; err != nil || string(got) != want {
		t.Errorf("%q, %v; want %q", got, err, want)
	}
	if _, err := replaced([]byte("no marks\n"), "new\n"); err == nil {
		t.Error("a document without the marks is written")
	}
}

func TestRating(t *testing.T) {
	for opinion, want := range map[int]assess.Rating{-900: 1, 1499: 1, 1500: 2, 2000: 2, 2499: 2, 4500: 5, 9000: 5} {
		if got := rating(opinion); got != want {
			t.Errorf("%d is rated %v; want %v", opinion, got, want)
		}
	}
}

func TestShareInPercent(t *testing.T) {
	for want, s := range map[string]share{
		"0 %": {0, 500}, "<1 %": {2, 500}, "1 %": {3, 500}, "50 %": {1, 2}, ">99 %": {499, 500}, "100 %": {7, 7},
	} {
		if got := s.String(); got != want {
			t.Errorf("%d of %d: %q; want %q", s.n, s.of, got, want)
		}
	}
}

// A normal number has the deviation that was asked for, and no side that it prefers.
func TestNormal(t *testing.T) {
	d := newDrawer()
	const draws, deviation = 20_000, 1000
	sum, squares := 0, 0
	for range draws {
		x := d.normal(deviation)
		sum += x
		squares += x * x
	}
	if mean := sum / draws; abs(mean) > 30 {
		t.Errorf("mean %d", mean)
	}
	if variance := squares / draws; abs(variance-deviation*deviation) > deviation*deviation/20 {
		t.Errorf("variance %d", variance)
	}
}

func abs(n int) int { return max(n, -n) }
