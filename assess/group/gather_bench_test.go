package group_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// manyFiles makes answers files as 10,000 people would fill them in.
func manyFiles(c *pitfalls.Catalogue, d assess.Depth) (names []string, texts [][]byte) {
	random := rand.New(rand.NewPCG(1, 2))
	for i := range 10_000 {
		a := assess.New(c)
		for _, p := range (assess.Questionnaire{Catalogue: c, Depth: d}).Places() {
			a.Set(p, assess.TallyOf(assess.Rating(1+random.IntN(int(assess.NotApplicable)))))
		}
		a.Role = assess.Roles()[random.IntN(len(assess.Roles()))]
		names = append(names, fmt.Sprintf("answers-%05d.yaml", i))
		texts = append(texts, answersfile.Format(a, c))
	}
	return names, texts
}

// onAllCores calls work with every index under n, from as many goroutines as there are cores, each with its number.
func onAllCores(n int, work func(worker, i int)) {
	var workers sync.WaitGroup
	cores := runtime.GOMAXPROCS(0)
	for w := range cores {
		workers.Go(func() {
			for i := w; i < n; i += cores {
				work(w, i)
			}
		})
	}
	workers.Wait()
}

func benchmark10000(b *testing.B, d assess.Depth, gather bool) {
	b.Helper()
	c := pitfalls.English()
	names, texts := manyFiles(c, d)
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		parts := make([]*group.Gathering, runtime.GOMAXPROCS(0))
		for i := range parts {
			parts[i] = group.NewGathering(c).WithBootstrap()
		}
		onAllCores(len(texts), func(worker, i int) {
			a, err := answersfile.Read(names[i], texts[i], c)
			if err != nil {
				b.Error(err)
				return
			}
			if gather {
				parts[worker].Add(names[i], a)
			}
		})
		for _, part := range parts[1:] {
			parts[0].Merge(part)
		}
		if _, err := parts[0].Group(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkParse10000 reads ten thousand answers files on all cores and forgets them.
func BenchmarkParse10000(b *testing.B) { benchmark10000(b, assess.Full, false) }

// BenchmarkGather10000 also gathers them, with resamples. It may take 1.3 times as long.
func BenchmarkGather10000(b *testing.B) { benchmark10000(b, assess.Full, true) }

// BenchmarkParse10000Quick and BenchmarkGather10000Quick do the same with files of 20 answers instead of 50.
func BenchmarkParse10000Quick(b *testing.B)  { benchmark10000(b, assess.Quick, false) }
func BenchmarkGather10000Quick(b *testing.B) { benchmark10000(b, assess.Quick, true) }

// BenchmarkMemoryPerFile measures how much memory each further file takes while it is gathered with resamples. It may
// take 200 bytes.
func BenchmarkMemoryPerFile(b *testing.B) {
	c := pitfalls.English()
	names, texts := manyFiles(c, assess.Full)
	heap := func() float64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return float64(m.HeapAlloc)
	}
	for b.Loop() {
		g := group.NewGathering(c).WithBootstrap()
		add := func(from, to int) {
			for i := from; i < to; i++ {
				a, err := answersfile.Read(names[i], texts[i], c)
				if err != nil {
					b.Fatal(err)
				}
				g.Add(strings.Clone(names[i]), a)
			}
		}
		half := len(texts) / 2
		add(0, half)
		before := heap()
		add(half, len(texts))
		b.ReportMetric((heap()-before)/float64(len(texts)-half), "B/file")
		runtime.KeepAlive(g)
	}
}

// BenchmarkAdd adds one file, with resamples: that of a person, and that of a room, whose hands are drawn each by
// itself.
func BenchmarkAdd(b *testing.B) {
	c := pitfalls.English()
	person, room := assess.New(c), assess.New(c)
	room.Present = 60
	for i, p := range (assess.Questionnaire{Catalogue: c, Depth: assess.Full}).Places() {
		person.Set(p, assess.TallyOf(assess.Rating(1+i%int(assess.NotApplicable))))
		room.Set(p, assess.Tally{Counts: [5]int{5, 10, 20, 15, 7}})
	}
	for name, a := range map[string]*assess.Answers{"person": person, "room": room} {
		b.Run(name, func(b *testing.B) {
			g := group.NewGathering(c).WithBootstrap()
			b.ReportAllocs()
			for b.Loop() {
				g.Add("answers.yaml", a)
			}
		})
	}
}
