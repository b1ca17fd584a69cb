package render_test

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render"
)

// exampleGroup returns the group of the example files of several respondents.
func exampleGroup(t *testing.T) *group.Group {
	t.Helper()
	paths, err := filepath.Glob("../docs/examples/group/*.yaml")
	if err != nil || len(paths) < 5 {
		t.Fatalf("%d files, %v; want five or more", len(paths), err)
	}
	sum := group.NewGathering(english).WithBootstrap()
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		a, err := answersfile.Read(path, text, english)
		if err != nil {
			t.Fatal(err)
		}
		if got := answersfile.Format(a, english); !bytes.Equal(got, text) {
			t.Errorf("%s: coalcheck writes it otherwise:\n%s", path, got)
		}
		sum.Add(path, a)
	}
	sum.Skip()
	g, err := sum.Group()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// formats are all ways to write a report.
var formats = map[string]func(io.Writer, *score.Result) error{
	"terminal": func(w io.Writer, r *score.Result) error { return render.Terminal(w, r, render.Options{}) },
	"explain":  func(w io.Writer, r *score.Result) error { return render.Terminal(w, r, render.Options{Explain: true}) },
	"markdown": func(w io.Writer, r *score.Result) error { return render.Markdown(w, r, render.Options{Explain: true}) },
}

func TestGroup(t *testing.T) {
	for name, r := range map[string]*score.Result{
		"open":         score.Score(exampleGroup(t)),
		"confidential": score.Confidential(exampleGroup(t)),
	} {
		for format, write := range formats {
			t.Run(name+"/"+format, func(t *testing.T) {
				golden.RequireEqual(t, output(t, func(w io.Writer) error { return write(w, r) }))
			})
		}
	}
}

func TestSeveralCoalitionsAreNamedNowhere(t *testing.T) {
	sum := group.NewGathering(english)
	for _, name := range []string{"Riverside", "Hillside"} {
		a := assess.New(english)
		a.Coalition = name
		sum.Add(name+".yaml", a)
	}
	g, err := sum.Group()
	if err != nil {
		t.Fatal(err)
	}
	for format, write := range formats {
		text := string(output(t, func(w io.Writer) error { return write(w, score.Score(g)) }))
		if strings.Contains(text, "Riverside") || strings.Contains(text, "Hillside") {
			t.Errorf("%s: names a coalition", format)
		}
		if !strings.Contains(text, "different coalitions") {
			t.Errorf("%s: does not say that the coalitions differ", format)
		}
	}
}

// drawPeople draws the answers of one to twelve people who all answered to the same depth. Each has a name and notes
// that occur nowhere else.
func drawPeople(t *rapid.T) []*assess.Answers {
	depth := assess.Depth(rapid.IntRange(0, 1).Draw(t, "depth"))
	people := make([]*assess.Answers, rapid.IntRange(1, 12).Draw(t, "people"))
	for i := range people {
		a := assess.New(english)
		a.Coalition = "Coalition-QX"
		a.Respondent = fmt.Sprintf("Person-QX%d", i)
		a.Role = rapid.SampledFrom(append(assess.Roles(), "")).Draw(t, "role")
		rating := rapid.IntRange(0, 7)
		for _, p := range (assess.Questionnaire{Catalogue: english, Depth: depth}).Places() {
			a.Set(p, assess.TallyOf(assess.Rating(rating.Draw(t, "rating"))))
		}
		a.Topics[i].Note = fmt.Sprintf("Note-QX%d", i)
		if rapid.Bool().Draw(t, "focus") {
			a.Focus = []string{english.Topics[rapid.IntRange(0, 9).Draw(t, "pitfall")].ID}
		}
		people[i] = a
	}
	return people
}

func gathered(t *rapid.T, people []*assess.Answers) *group.Group {
	sum := group.NewGathering(english).WithBootstrap()
	for i, a := range people {
		sum.Add(strconv.Itoa(i), a)
	}
	g, err := sum.Group()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// smallVotes finds a count of one to four votes, as the terminal shows it.
var smallVotes = regexp.MustCompile(`(^|\s)[1-4]×`)

// TestConfidentialReportsTellNothingOfFew searches every format for names, notes and every count under five.
func TestConfidentialReportsTellNothingOfFew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := score.Confidential(gathered(t, drawPeople(t)))
		for _, format := range slices.Sorted(maps.Keys(formats)) {
			var b bytes.Buffer
			if err := formats[format](&b, r); err != nil {
				t.Fatal(err)
			}
			if text := b.String(); strings.Contains(text, "QX") {
				t.Fatalf("%s: a name or a note:\n%s", format, text)
			}
			switch format {
			case "explain":
				if found := smallVotes.FindString(b.String()); found != "" {
					t.Fatalf("%q in\n%s", found, b.String())
				}
			case "markdown":
				checkCells(t, b.String())
			}
		}
	})
}

// checkCells finds counts under five in the table of all counts.
func checkCells(t *rapid.T, text string) {
	_, table, _ := strings.Cut(text, "| Topic | Statement | 1 |")
	for line := range strings.Lines(table) {
		cells := strings.Split(line, " | ")
		if len(cells) != 10 {
			continue
		}
		for _, cell := range cells[2:9] {
			if n, err := strconv.Atoi(strings.TrimSpace(cell)); err == nil && n > 0 && n < 5 {
				t.Fatalf("%d in %s", n, line)
			}
		}
	}
}

func TestGroupsFitEveryWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := gathered(t, drawPeople(t))
		o := render.Options{
			Width:   rapid.IntRange(render.MinWidth, render.MaxWidth).Draw(t, "width"),
			Explain: rapid.Bool().Draw(t, "explain"),
		}
		for _, r := range []*score.Result{score.Score(g), score.Confidential(g)} {
			var b bytes.Buffer
			if err := render.Terminal(&b, r, o); err != nil {
				t.Fatal(err)
			}
			checkWidth(t, b.String(), o.Width)
		}
	})
}

func checkWidth(t *rapid.T, text string, width int) {
	for line := range strings.Lines(text) {
		if w := lipgloss.Width(strings.TrimSuffix(line, "\n")); w > width {
			t.Fatalf("%d columns at width %d: %q", w, width, line)
		}
	}
}
