package assess

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"sync"
	"testing"

	"github.com/coalcheck/coalcheck/pitfalls"
)

// manyFiles makes answers files as 10,000 people would fill them in.
func manyFiles(c *pitfalls.Catalogue, d Depth) (names []string, texts [][]byte) {
	random := rand.New(rand.NewPCG(1, 2))
	for i := range 10_000 {
		a := New(c)
		for _, p := range (Questionnaire{c, d}).Places() {
			a.Set(p, TallyOf(Rating(1+random.IntN(int(NotApplicable)))))
		}
		a.Role = Roles()[random.IntN(len(Roles()))]
		names = append(names, fmt.Sprintf("answers-%05d.yaml", i))
		texts = append(texts, a.Format(c))
	}
	return names, texts
}

// onAllCores calls work with every index under n, from as many goroutines as there are cores, each with its number.
func onAllCores(n int, work func(worker, i int)) {
	var group sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		group.Go(func() {
			for i := w; i < n; i += workers {
				work(w, i)
			}
		})
	}
	group.Wait()
}

func benchmark10000(b *testing.B, d Depth, gather bool) {
	b.Helper()
	c := pitfalls.English()
	names, texts := manyFiles(c, d)
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		parts := make([]*Gathering, runtime.GOMAXPROCS(0))
		for i := range parts {
			parts[i] = NewGathering(c).WithResamples()
		}
		onAllCores(len(texts), func(worker, i int) {
			a, err := Read(names[i], texts[i], c)
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
func BenchmarkParse10000(b *testing.B) { benchmark10000(b, Full, false) }

// BenchmarkGather10000 also gathers them, with resamples. It may take 1.3 times as long.
func BenchmarkGather10000(b *testing.B) { benchmark10000(b, Full, true) }

// BenchmarkParse10000Quick and BenchmarkGather10000Quick do the same with files of 20 answers instead of 50.
func BenchmarkParse10000Quick(b *testing.B)  { benchmark10000(b, Quick, false) }
func BenchmarkGather10000Quick(b *testing.B) { benchmark10000(b, Quick, true) }

// BenchmarkAdd adds one file, with resamples: that of a person, and that of a room, whose hands are drawn each by itself.
func BenchmarkAdd(b *testing.B) {
	c := pitfalls.English()
	person, room := New(c), New(c)
	room.Present = 60
	for i, p := range (Questionnaire{c, Full}).Places() {
		person.Set(p, TallyOf(Rating(1+i%int(NotApplicable))))
		room.Set(p, Tally{Counts: [5]int{5, 10, 20, 15, 7}})
	}
	for name, a := range map[string]*Answers{"person": person, "room": room} {
		b.Run(name, func(b *testing.B) {
			g := NewGathering(c).WithResamples()
			b.ReportAllocs()
			for b.Loop() {
				g.Add("answers.yaml", a)
			}
		})
	}
}
