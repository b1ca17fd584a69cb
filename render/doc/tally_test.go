package doc_test

import (
	"slices"
	"testing"

	"github.com/coalcheck/coalcheck/render/doc"
)

func TestSpread(t *testing.T) {
	for _, tt := range []struct {
		name   string
		counts []int
		want   []float64
	}{
		{"nobody", []int{0, 0, 0, 0, 0}, nil},
		{"all in the middle", []int{0, 0, 4, 0, 0}, []float64{-0.5, -0.5, -0.5, 0.5, 0.5, 0.5}},
		{"two camps", []int{2, 0, 0, 0, 2}, []float64{-0.5, 0, 0, 0, 0, 0.5}},
		{"one side", []int{0, 0, 0, 3, 1}, []float64{0, 0, 0, 0, 0.75, 1}},
		{"a bit of each", []int{1, 2, 2, 2, 1}, []float64{-0.5, -0.375, -0.125, 0.125, 0.375, 0.5}},
		{"a scale without a middle", []int{1, 3}, []float64{-0.25, 0, 0.75}},
	} {
		row := doc.Counts{N: tt.counts}
		if got := row.Spread(); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v; want %v", tt.name, got, tt.want)
		}
	}
}

func TestReach(t *testing.T) {
	tally := doc.Tally{Rows: []doc.Counts{{N: []int{3, 0, 1}}, {N: []int{0, 0, 0}}, {N: []int{0, 1, 1}}}}
	if below, above := tally.Reach(); below != 0.75 || above != 0.75 {
		t.Errorf("%v below, %v above", below, above)
	}
	if below, above := (&doc.Tally{}).Reach(); below != 0 || above != 0 {
		t.Errorf("without rows: %v below, %v above", below, above)
	}
}
