package render_test

import (
	"bytes"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render"
)

var english = pitfalls.English()

// example returns the result of one of the example files.
func example(t *testing.T, name string) *score.Result {
	t.Helper()
	path := filepath.Join("..", "docs", "examples", name+".yaml")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	answers, err := answersfile.Read(path, text, english)
	if err != nil {
		t.Fatal(err)
	}
	return score.Score(group.Of(english, answers))
}

// examples returns the names of all example files.
func examples(t *testing.T) []string {
	t.Helper()
	paths, err := filepath.Glob("../docs/examples/*.yaml")
	if err != nil || len(paths) < 5 {
		t.Fatalf("%d examples, %v; want five or more", len(paths), err)
	}
	names := make([]string, len(paths))
	for i, path := range paths {
		names[i] = strings.TrimSuffix(filepath.Base(path), ".yaml")
	}
	return names
}

func output(t *testing.T, write func(io.Writer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func terminal(t *testing.T, r *score.Result, o render.Options) []byte {
	t.Helper()
	return output(t, func(w io.Writer) error { return render.Terminal(w, r, o) })
}

func TestExamples(t *testing.T) {
	for _, name := range examples(t) {
		r := example(t, name)
		t.Run(name+"/terminal", func(t *testing.T) { golden.RequireEqual(t, terminal(t, r, render.Options{})) })
		t.Run(name+"/markdown", func(t *testing.T) {
			golden.RequireEqual(t, output(t, func(w io.Writer) error { return render.Markdown(w, r, render.Options{}) }))
		})
	}
}

func TestWidths(t *testing.T) {
	r := example(t, "overcommitted")
	for _, width := range []int{40, 60, 80, 100, 120} {
		t.Run(strconv.Itoa(width), func(t *testing.T) {
			golden.RequireEqual(t, terminal(t, r, render.Options{Width: width}))
		})
	}
}

func TestColors(t *testing.T) {
	r := example(t, "conflicted")
	for _, profile := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.ANSI256, colorprofile.TrueColor} {
		t.Run(profile.String(), func(t *testing.T) {
			golden.RequireEqual(t, terminal(t, r, render.Options{Profile: profile}))
		})
	}
	plain := string(terminal(t, r, render.Options{}))
	for profile := colorprofile.ASCII; profile <= colorprofile.TrueColor; profile++ {
		if got := ansi.Strip(string(terminal(t, r, render.Options{Profile: profile}))); got != plain {
			t.Errorf("%s: the report says something else than without colors", profile)
		}
	}
	if sixteen, none := terminal(t, r, render.Options{Profile: colorprofile.ANSI}),
		terminal(t, r, render.Options{Profile: colorprofile.ASCII}); !bytes.Equal(sixteen, none) {
		t.Error("sixteen colors: want bold alone, because those colors are the user's own")
	}
}

func TestExplain(t *testing.T) {
	for _, name := range []string{"conflicted", "room"} {
		r := example(t, name)
		t.Run(name+"/terminal", func(t *testing.T) { golden.RequireEqual(t, terminal(t, r, render.Options{Explain: true})) })
		t.Run(name+"/markdown", func(t *testing.T) {
			golden.RequireEqual(t, output(t, func(w io.Writer) error {
				return render.Markdown(w, r, render.Options{Explain: true})
			}))
		})
	}
}

// TestInTheWizard holds that a report inside the wizard names keys, and no command that nobody can type there.
func TestInTheWizard(t *testing.T) {
	text := strings.Join(strings.Fields(string(terminal(t, example(t, "overcommitted"), render.Options{Keys: true}))), " ")
	a := assess.New(english)
	a.Set(assess.Place{Topic: 1, Question: assess.Overall}, assess.TallyOf(4))
	text += strings.Join(strings.Fields(string(terminal(t, score.Score(group.Of(english, a)), render.Options{Keys: true}))), " ")
	for _, command := range []string{"--", "coalcheck assess", "coalcheck explain"} {
		if strings.Contains(text, command) {
			t.Errorf("%q is in:\n%s", command, text)
		}
	}
	for _, want := range []string{"Press r to answer them.", "Sources: ? at a statement."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in:\n%s", want, text)
		}
	}
}

func TestASCIIBars(t *testing.T) {
	got := string(terminal(t, example(t, "healthy"), render.Options{ASCII: true}))
	if strings.ContainsAny(got, "█▏▎▍▌▋▊▉") {
		t.Error("block characters in a report for a terminal that has none")
	}
	golden.RequireEqual(t, []byte(got))
}

// TestNothingAnswered is the report that a blank answers file gives.
func TestNothingAnswered(t *testing.T) {
	golden.RequireEqual(t, terminal(t, score.Score(group.Of(english, assess.New(english))), render.Options{}))
}

// drawAnswers draws answers of one person or of a room, with hostile names and notes.
func drawAnswers(t *rapid.T) *assess.Answers {
	a := assess.New(english)
	a.Coalition = drawText(t, assess.MaxName)
	a.Date = rapid.SampledFrom([]string{"", "2026-02-28"}).Draw(t, "date")
	if rapid.Bool().Draw(t, "room") {
		a.Present = rapid.IntRange(1, 60).Draw(t, "present")
	}
	for i := range a.Topics {
		places := assess.Questionnaire{Catalogue: english, Depth: assess.Depth(rapid.IntRange(0, 1).Draw(t, "depth"))}.Topic(i)
		for _, p := range places {
			var tally assess.Tally
			for range a.Respondents() {
				tally = tally.Plus(assess.TallyOf(assess.Rating(rapid.IntRange(0, 7).Draw(t, "rating"))))
			}
			a.Set(p, tally)
		}
		if rapid.IntRange(0, 5).Draw(t, "has a note") == 0 {
			a.Topics[i].Note = drawText(t, 200)
		}
	}
	if rapid.Bool().Draw(t, "focus") {
		a.Focus = []string{english.Topics[rapid.IntRange(0, pitfalls.PitfallCount-1).Draw(t, "focus")].ID}
	}
	return a
}

func drawText(t *rapid.T, longest int) string {
	return rapid.OneOf(
		rapid.StringOfN(rapid.RuneFrom([]rune("ab1w. :/|*_`<>&[]()#=+-@^\n\t\\~$!é漢字🙂")), 0, longest, -1),
		rapid.SampledFrom([]string{
			"", "=HYPERLINK(1)", "<script>alert(1)</script>", "| a | b |", "](javascript:x)", "@all", "# x", "a\n# x", "a\n1. x",
			"1) x", "a\n===", "a\n---\nb", "a\\\n- x", "a\n: x", "https://x", "www.x", "x#1", "a\n\n    x", "```\nx\n```", "<!-- -->",
		}),
	).Draw(t, "text")
}

func TestNoLineIsTooWide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := render.Options{
			Width:   rapid.IntRange(render.MinWidth, render.MaxWidth).Draw(t, "width"),
			Explain: rapid.Bool().Draw(t, "explain"),
			ASCII:   rapid.Bool().Draw(t, "ascii"),
			Linear:  rapid.Bool().Draw(t, "linear"),
			Profile: colorprofile.TrueColor,
		}
		r := score.Score(group.Of(english, drawAnswers(t)))
		var b bytes.Buffer
		if err := render.Terminal(&b, r, o); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(b.String()) {
			if w := lipgloss.Width(strings.TrimSuffix(line, "\n")); w > o.Width {
				t.Fatalf("%d columns at width %d: %q", w, o.Width, line)
			}
		}
	})
}

// TestAHyphenBehindAWideCharacterFits has a note whose wide character ends in the last column of its line.
func TestAHyphenBehindAWideCharacterFits(t *testing.T) {
	a := assess.New(english)
	a.Topics[english.Index("unclear-roles")].Note = "漢-" // behind 38 columns of title
	for line := range strings.Lines(string(terminal(t, score.Score(group.Of(english, a)), render.Options{Width: 40}))) {
		if w := lipgloss.Width(strings.TrimSuffix(line, "\n")); w > 40 {
			t.Errorf("%d columns: %q", w, line)
		}
	}
}

// TestPaletteReadsOnBlackAndWhite computes the contrast of every color by the formula of WCAG 2.2, which takes the
// relative luminance of both colors.
func TestPaletteReadsOnBlackAndWhite(t *testing.T) {
	colors := render.PaletteColors()
	if len(colors) < 10 {
		t.Fatalf("only %d colors", len(colors))
	}
	for name, c := range colors {
		r, g, b, _ := c.RGBA()
		l := 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
		if onBlack, onWhite := (l+0.05)/0.05, 1.05/(l+0.05); onBlack < 4 || onWhite < 4 {
			t.Errorf("%s: contrast %.2f on black and %.2f on white; want 4 or more", name, onBlack, onWhite)
		}
	}
}

func linear(channel uint32) float64 {
	v := float64(channel) / 0xffff
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}
