package group

import (
	"math"
	"testing"
)

// shareOf returns the share of all random numbers that a table turns into each value, up to a largest value.
func shareOf(p *poisson, most int) []float64 {
	shares := make([]float64, most+1)
	for i, c := range p.columns {
		if own := p.least + i; own <= most {
			shares[own] += float64(c.cut) / unit / float64(len(p.columns))
		}
		shares[c.other] += float64(unit-c.cut) / unit / float64(len(p.columns))
	}
	return shares
}

func TestPoissonTables(t *testing.T) {
	for i := range poissons() {
		p := &poissons()[i]
		mean := i
		if i >= 1<<minBits {
			mean = 1 << (minBits + i - 1<<minBits)
		}
		shares := shareOf(p, p.least+len(p.columns))
		sum, first, second := 0.0, 0.0, 0.0
		for k, share := range shares {
			sum += share
			first += share * float64(k)
			second += share * (float64(k) - float64(mean)) * (float64(k) - float64(mean))
			log, _ := math.Lgamma(float64(k) + 1)
			want := math.Exp(float64(k)*math.Log(float64(mean)) - float64(mean) - log)
			if mean > 0 && math.Abs(share-want) > 1e-9 {
				t.Errorf("mean %d: share of %d is %g; want %g", mean, k, share, want)
			}
		}
		if math.Abs(sum-1) > 1e-12 || math.Abs(first-float64(mean)) > 1e-9*float64(mean) || math.Abs(second-float64(mean)) > 1e-9*float64(mean) {
			t.Errorf("mean %d: sum %v, mean %v, variance %v", mean, sum, first, second)
		}
	}
}

func TestDrawTakesTheColumnAndThenTheHeight(t *testing.T) {
	p := poisson{least: 7, columns: []column{{cut: unit}, {cut: unit / 2, other: 20}}}
	for _, test := range []struct {
		name   string
		random uint64
		want   int
	}{
		{"lowest of a whole column", 0, 7},
		{"highest of a whole column", math.MaxUint64 - 1, 7},
		{"under the cut", (unit/2-1)<<columnBits | 1, 8},
		{"at the cut", unit/2<<columnBits | 1, 20},
		{"bits between column and height", unit/2<<columnBits - 1, 8},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := p.draw(test.random); got != test.want {
				t.Errorf("draw is %d; want %d", got, test.want)
			}
		})
	}
}

// Every part of a mean is drawn once.
func TestMeansAreTakenApart(t *testing.T) {
	for _, mean := range []int{0, 1, 63, 64, 65, 127, 100_000, 1 << 16, 1<<17 + 5} {
		rest, sum := mean, 0
		for rest > 0 {
			before := rest
			var p *poisson
			if p, rest = takePoisson(rest); p.columns == nil {
				t.Fatalf("no table for a part of %d", mean)
			}
			sum += before - rest
		}
		if sum != mean {
			t.Errorf("parts of %d add up to %d", mean, sum)
		}
	}
}
