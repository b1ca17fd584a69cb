package plain_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/agenda"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/cmd/plain"
)

// thirty scores the quick answers of thirty persons' files confidentially: some statements are shown as bars, some are not.
func thirty(t *testing.T) *score.Result {
	t.Helper()
	sum := group.NewGathering(catalogue)
	for n := range 30 {
		s := assess.NewSession(catalogue, assess.Quick)
		s.Answers.Coalition, s.Answers.Date, s.Answers.ReadOut = "Riverside", "2026-11-21", n == 7
		if n%10 == 7 {
			s.Answers.Topics[1].Note = fmt.Sprintf("Number %d: we never say no.", n)
		}
		for i, p := range s.Places() {
			if i > 11 && n > 3 {
				continue
			}
			s.Answers.Set(p, assess.TallyOf(assess.Rating(1+min(4, (i*n)%7/2+(n+i)%3))))
		}
		sum.Add(fmt.Sprintf("p%d.yaml", n), s.Answers)
	}
	g, err := sum.Group()
	if err != nil {
		t.Fatal(err)
	}
	return score.Confidential(g)
}

// revealed reads a result out to somebody who types these lines, and returns what was said and how far they came.
func revealed(t *testing.T, r *score.Result, path string, at assess.Reveal, lines ...string) (string, assess.Reveal) {
	t.Helper()
	var out bytes.Buffer
	now := time.Date(2026, time.November, 21, 18, 0, 0, 0, time.UTC)
	plan := planfile.From(r, now)
	plan.ID = "0123456789abcdef"
	in, table := &person{lines: lines}, planfile.NewTable(plan, "2026-11-21")
	v := plain.Reveal{
		Result: r, Minutes: 45, Now: func() time.Time { return now }, At: at, Moved: func(moved assess.Reveal) { at = moved },
		Dots: agenda.InPlan(table, r, func() {}),
		Plan: &plain.Plan{Table: table, File: planfile.New(path, catalogue), Catalogue: catalogue, Today: now},
		In:   in, Out: io.MultiWriter(&out, &in.transcript),
	}
	v.Ask(context.Background())
	return in.transcript.String(), at
}

func TestRevealTranscript(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plan.yaml")
	transcript, at := revealed(t, thirty(t), path, assess.Reveal{}, "", "", "skip", "2", "", "note Everybody nodded.", "decide Say no twice", "", "2", "Ana", "fri", "quit")
	golden.RequireEqual(t, transcript)
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"do: Say no twice", "Everybody nodded."} {
		if !strings.Contains(string(text), want) {
			t.Errorf("the plan file does not hold %q:\n%s", want, text)
		}
	}
	for _, hidden := range []string{"Number 17", "Number 27", "Mean", " answered,"} {
		if strings.Contains(transcript, hidden) {
			t.Errorf("it gives away %q:\n%s", hidden, transcript)
		}
	}
	if again, _ := revealed(t, thirty(t), path, at, "quit"); !strings.Contains(again, "Who does what by when") || strings.Contains(again, "What we answered") {
		t.Errorf("the next time begins with\n%s", again)
	}
}

// TestRevealGoesOn leaves at each step, and finds it again.
func TestRevealGoesOn(t *testing.T) {
	for _, tt := range []struct {
		lines []string
		want  string
	}{
		{nil, "Pitfalls 1 of 10"},
		{[]string{"", ""}, "Pitfalls 3 of 10"},
		{[]string{"skip"}, "What shall we talk about?"},
		{[]string{"skip", "none"}, "What shall we talk about?"},
		{[]string{"skip", "", ""}, "Talk 2 of"},
		{[]string{"skip", "", "skip"}, "Who does what by when"},
	} {
		path := filepath.Join(t.TempDir(), "plan.yaml")
		_, at := revealed(t, thirty(t), path, assess.Reveal{}, tt.lines...)
		if again, _ := revealed(t, thirty(t), path, at); !strings.HasPrefix(strings.TrimSpace(again), tt.want) {
			t.Errorf("after %q it goes on with\n%s", tt.lines, again)
		}
	}
}

// TestAnyLinesHarmNoReveal types anything that acts on a terminal, and words in any order. What is said acts on nothing, and the plan
// file can be read.
func TestAnyLinesHarmNoReveal(t *testing.T) {
	t.Parallel()
	folder, r := t.TempDir(), thirty(t)
	lines := []string{
		"", "", "skip", "back", "list", "dots", "12 9", "none", "1 2", "time", "note Nobody knew.", "decide Say no twice", "d Ask \u202e the county", "next", "?",
		"1", "fri", "add Sing", "undo", "note \x1b[31;5mred", strings.Repeat("decide word ", 60), "\x1b[A", "Ж", "99999999999999999999", "quit",
	}
	rapid.Check(t, func(rt *rapid.T) {
		path := filepath.Join(folder, "plan.yaml")
		_ = os.Remove(path)
		typed := rapid.SliceOfN(rapid.SampledFrom(lines), 0, 30).Draw(rt, "lines")
		transcript, _ := revealed(t, r, path, assess.Reveal{Slide: rapid.IntRange(-1, 40).Draw(rt, "slide")}, typed...)
		for _, line := range typed { // which the terminal has shown, and not we
			transcript = strings.ReplaceAll(transcript, line+"\n", "\n")
		}
		if safetext.VisibleLines(transcript) != transcript {
			rt.Fatalf("it acts on a terminal: %q", transcript)
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return
		}
		if _, err := planfile.Read("plan.yaml", text, catalogue); err != nil {
			rt.Fatal(err)
		}
	})
}

// TestNobodyCountedWhoHasDots gives dots to what persons answered in files, of whom nobody knows how many look at it.
func TestNobodyCountedWhoHasDots(t *testing.T) {
	transcript, _ := revealed(t, thirty(t), filepath.Join(t.TempDir(), "plan.yaml"), assess.Reveal{}, "skip", "dots", "100001", "100000", "quit")
	if !strings.Contains(transcript, "100001\" is not a number from 0 to 100,000. Enter") || !strings.Contains(transcript, "100,000 dots\n") {
		t.Errorf("it says\n%s", transcript)
	}
}
