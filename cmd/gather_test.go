package cmd

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// responses writes answers files as this many people would fill them in, and returns their folder.
func responses(tb testing.TB, people int) string {
	tb.Helper()
	c := pitfalls.English()
	folder := tb.TempDir()
	random := rand.New(rand.NewPCG(1, 2))
	places := assess.Questionnaire{Catalogue: c, Depth: assess.Full}.Places()
	for i := range people {
		a := assess.New(c)
		a.Role = assess.Roles()[random.IntN(len(assess.Roles()))]
		for _, p := range places {
			a.Set(p, assess.TallyOf(assess.Rating(1+random.IntN(int(assess.NotApplicable)))))
		}
		path := filepath.Join(folder, fmt.Sprintf("response-%05d.yaml", i))
		if err := os.WriteFile(path, answersfile.Format(a, c), 0o600); err != nil {
			tb.Fatal(err)
		}
	}
	return folder
}

// assessed runs assess and returns what it wrote to standard output.
func assessed(t *testing.T, args ...string) []byte {
	t.Helper()
	var out, errOut bytes.Buffer
	if code := run(context.Background(), append([]string{"assess"}, args...), world(nil, &out, &errOut, 80)); code != exitDone {
		t.Fatalf("exit code %d:\n%s", code, errOut.String())
	}
	if errOut.Len() > 0 {
		t.Errorf("standard error: %s", errOut.String())
	}
	return out.Bytes()
}

func TestAThousandFiles(t *testing.T) {
	const people = 1000
	folder := responses(t, people)
	text := assessed(t, "--answers", folder, "--open", "--format", "json")
	var report struct {
		Respondents, Files int
		Pitfalls           []struct {
			Questions []struct {
				Counts        [5]int
				DontKnow      int `json:"dont_know"`
				NotApplicable int `json:"not_applicable"`
			}
		}
		Certainty struct {
			Resamples int
			Stays     []any
		}
	}
	if err := json.Unmarshal(text, &report); err != nil {
		t.Fatal(err)
	}
	if report.Respondents != people || report.Files != people {
		t.Errorf("%d respondents in %d files, want %d", report.Respondents, report.Files, people)
	}
	for _, p := range report.Pitfalls {
		for _, q := range p.Questions {
			votes := q.DontKnow + q.NotApplicable
			for _, n := range q.Counts {
				votes += n
			}
			if votes != people {
				t.Errorf("%d votes, want %d", votes, people)
			}
		}
	}
	if report.Certainty.Resamples != group.ResampleCount || len(report.Certainty.Stays) == 0 {
		t.Errorf("certainty %+v, want %d resamples", report.Certainty, group.ResampleCount)
	}

	// Neither the order of the files nor the number of cores changes a byte.
	paths, err := filepath.Glob(filepath.Join(folder, "*.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	args := []string{"--open", "--format", "json"}
	for _, i := range rand.New(rand.NewPCG(3, 4)).Perm(len(paths)) {
		args = append(args, "--answers", paths[i])
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if !bytes.Equal(assessed(t, args...), text) {
		t.Error("another order on one core gives another report")
	}
}

// BenchmarkParse10000Files reads and parses ten thousand files on all cores and forgets them. BenchmarkGather10000Files
// also adds them up, with resamples, and may take 1.3 times as long.
func BenchmarkParse10000Files(b *testing.B) {
	sources, _ := findAnswers([]string{responses(b, 10_000)})
	c := pitfalls.English()
	for b.Loop() {
		var wait sync.WaitGroup
		workers := runtime.GOMAXPROCS(0)
		for w := range workers {
			wait.Go(func() {
				for i := w; i < len(sources); i += workers {
					text, err := disk.Read(sources[i].path, answersfile.MaxSize)
					if err == nil {
						_, err = answersfile.Read(sources[i].path, text, c)
					}
					if err != nil {
						b.Error(err)
					}
				}
			})
		}
		wait.Wait()
	}
}

func BenchmarkGather10000Files(b *testing.B) {
	folder := responses(b, 10_000)
	a := &app{Streams: world(nil, io.Discard, io.Discard, 80), catalogue: pitfalls.English()}
	for b.Loop() {
		if _, err := a.gather(gathering{paths: []string{folder}, resamples: true, open: true}); err != nil {
			b.Fatal(err)
		}
	}
}
