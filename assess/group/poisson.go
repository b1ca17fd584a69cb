package group

import (
	"math"
	"math/bits"
	"sync"
)

// poisson draws from a Poisson distribution with one table look-up (the alias method of A. J. Walker, 1977, as
// M. D. Vose built its table in 1991). The columns are equally likely, and each holds at most two values: column i
// means least + i below its cut and its other value from there.
//
// The table is built of sums, products and quotients of floats, each rounded by itself, and then of integers. So draws
// are the same on every processor, which those of math.Exp would not be.
type poisson struct {
	least   int
	columns []column // a power of two of them
}

type column struct {
	cut   uint64 // 0 to unit
	other int
}

const (
	// unit is the height of a column.
	unit = 1 << (64 - columnBits)
	// columnBits is how many bits of a random number are set aside for choosing a column.
	columnBits = 16
)

// draw turns a random number of 64 bits into a draw.
func (p *poisson) draw(random uint64) int {
	i := int(random&(1<<columnBits-1)) & (len(p.columns) - 1)
	if c := &p.columns[i]; random>>columnBits >= c.cut {
		return c.other
	}
	return p.least + i
}

// A sum of Poisson draws is one from the sum of their means. So tables for the means under 2^minBits, and from there
// for the powers of two up to 2^maxBits, are enough for every mean.
const (
	minBits = 6
	maxBits = 16
	tables  = 1<<minBits + maxBits - minBits + 1
)

// takePoisson returns a distribution with a part of a mean, the largest there is, and the rest of the mean.
func takePoisson(mean int) (p *poisson, rest int) {
	if mean < 1<<minBits {
		return &poissons()[mean], 0
	}
	power := min(bits.Len(uint(mean))-1, maxBits)
	return &poissons()[1<<minBits+power-minBits], mean - 1<<power
}

// poissons returns the tables.
var poissons = sync.OnceValue(func() *[tables]poisson {
	var made [tables]poisson
	for mean := range 1 << minBits {
		made[mean] = newPoisson(mean)
	}
	for power := minBits; power <= maxBits; power++ {
		made[1<<minBits+power-minBits] = newPoisson(1 << power)
	}
	return &made
})

func newPoisson(mean int) poisson {
	// Beyond ten standard deviations and some, a share is less than a unit.
	reach := int(10*math.Sqrt(float64(mean))) + 10
	least := max(mean-reach, 0)
	shares := poissonShares(mean, least, mean+reach)
	return poisson{least, columnsOf(shares, least)}
}

// poissonShares returns the share of each value from least to most in a Poisson distribution. The shares are as many as
// the next power of two, and they add up to exactly that many units.
func poissonShares(mean, least, most int) []uint64 {
	// Relative to the share of the mean itself, share(k) = share(k-1)·mean/k.
	relative := make([]float64, most-least+1)
	relative[mean-least] = 1
	for k := mean + 1; k <= most; k++ {
		relative[k-least] = float64(relative[k-1-least]*float64(mean)) / float64(k)
	}
	for k := mean; k > least; k-- {
		relative[k-1-least] = float64(relative[k-least]*float64(k)) / float64(mean)
	}
	sum := 0.0
	for _, r := range relative {
		sum += r
	}
	shares := make([]uint64, 1<<bits.Len(uint(len(relative)-1)))
	rest := unit * uint64(len(shares))
	whole := float64(rest)
	for i, r := range relative {
		shares[i] = uint64(r / sum * whole)
		rest -= shares[i]
	}
	shares[mean-least] += rest // what rounding left over or, wrapping around, took too much
	return shares
}

// columnsOf fills columns with shares: each time one that is short of a unit is filled up from one that has more.
func columnsOf(shares []uint64, least int) []column {
	columns := make([]column, len(shares))
	var short, ample []int
	sort := func(i int) {
		if shares[i] < unit {
			short = append(short, i)
		} else {
			ample = append(ample, i)
		}
	}
	for i := range shares {
		sort(i)
	}
	for len(short) > 0 {
		from, to := ample[len(ample)-1], short[len(short)-1]
		ample, short = ample[:len(ample)-1], short[:len(short)-1]
		columns[to] = column{shares[to], least + from}
		shares[from] -= unit - shares[to]
		sort(from)
	}
	for _, i := range ample {
		columns[i] = column{cut: unit}
	}
	return columns
}
