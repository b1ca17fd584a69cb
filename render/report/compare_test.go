package report_test

import (
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/internal/examples"
	"github.com/coalcheck/coalcheck/render/report"
	"github.com/coalcheck/coalcheck/render/terminal"
)

func TestComparison(t *testing.T) {
	d := report.Comparison(examples.Comparisons(t)["a year later"], nil)
	for format, write := range writers {
		t.Run(format, func(t *testing.T) { golden.RequireEqual(t, write(t, d)) })
	}
	t.Run("40", func(t *testing.T) { golden.RequireEqual(t, atWidth(t, parts(d, "Better", "Worse", "Steady"), 40)) })
}

// TestComparisonParts has the parts that the comparison of TestComparison lacks.
func TestComparisonParts(t *testing.T) {
	comparisons := examples.Comparisons(t)
	for name, names := range map[string][]string{
		"with itself":          {"Nothing moved", "The first steps of the earlier plan"},
		"a room after a group": {"Better", "Worse", "Newly split", "No longer split", "Too little to tell from chance"},
		"one after a group":    {"No comparison"},
		"nothing to compare":   {"No comparison"},
	} {
		t.Run(name, func(t *testing.T) {
			golden.RequireEqual(t, onTerminal(t, parts(report.Comparison(comparisons[name], nil), names...)))
		})
	}
}

func TestComparisonOfLanguages(t *testing.T) {
	asked := func(language string) *score.Result {
		a := assess.New(examples.English)
		a.Language = language
		return score.Score(group.Of(examples.English, a))
	}
	const want = "The statements were asked in different languages: en before, so after. The same statement may be rated differently in another language."
	if text := asMarkdown(t, report.Comparison(score.Compare(asked(""), asked("so")), nil)); !strings.Contains(text, want) {
		t.Errorf("got\n%s\nwant in it %s", text, want)
	}
	if text := asMarkdown(t, report.Comparison(score.Compare(asked("so"), asked("so")), nil)); strings.Contains(text, "language") {
		t.Errorf("got\n%s\nwithout two languages", text)
	}
}

func TestComparisonHoldsForeignText(t *testing.T) {
	named := func(coalition string) *score.Result {
		a := assess.New(examples.English)
		a.Coalition = coalition
		return score.Score(group.Of(examples.English, a))
	}
	const hostile, harmless = "Ask @octocat, see https://x.example/ #1", "Ask &#64;<!-- -->octocat, see https&#58;//x.example/ &#35;<!-- -->1"
	for name, c := range map[string]*score.Comparison{
		"one coalition":  score.Compare(named(""), named(hostile)),
		"two coalitions": score.Compare(named("Riverside"), named(hostile)),
	} {
		text := asMarkdown(t, report.Comparison(c, nil))
		if strings.Contains(text, "@") || strings.Contains(text, "://") || !strings.Contains(text, harmless) {
			t.Errorf("%s: got\n%s\nwant in it %s", name, text, harmless)
		}
	}
}

// TestComparisonsHoldForeignText checks that no line is too wide and that text from a file changes no structure.
func TestComparisonsHoldForeignText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before, after := examples.DrawAnswers(t), examples.DrawAnswers(t)
		d := report.Comparison(score.Compare(score.Score(group.Of(examples.English, before)), score.Score(group.Of(examples.English, after))), nil)
		width := rapid.IntRange(terminal.MinWidth, terminal.MaxWidth).Draw(t, "width")
		checkWidth(t, atWidth(t, d, width), width)
		for line := range strings.Lines(asMarkdown(t, d)) {
			if strings.ContainsAny(line[:1], "=@") || strings.Contains(line, "<script") {
				t.Fatalf("foreign text is not held: %q", line)
			}
			if strings.HasPrefix(line, "# ") && !strings.HasPrefix(line, "# What changed: ") {
				t.Fatalf("a heading of its own: %q", line)
			}
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

// TestComparisonSays checks what comparisons say where little can be said.
func TestComparisonSays(t *testing.T) {
	blank, calm := examples.Blank(), rated(1, 5)
	for _, c := range []struct {
		name       string
		comparison *score.Comparison
		says       string
	}{
		{"no answers before", score.Compare(blank, calm), "None: the earlier answers made no plan."},
		{"all calm before", score.Compare(calm, calm), "None: no pitfall was pressing or on watch."},
		{"one after several", examples.Comparisons(t)["one after a group"], "several people before and one after"},
		{"moved by chance", score.Compare(room(t, [5]int{5, 0, 0, 0, 5}), room(t, [5]int{0, 0, 0, 10, 0})), "1 topic moved, but too little to tell from chance."},
		{"one person", score.Compare(calm, calm), "Better and worse mean three steps or more"},
		{"several people", score.Compare(room(t, [5]int{0, 0, 9}), room(t, [5]int{0, 0, 9})), "Better and worse mean half a point of five or more"},
		{"enough answers", score.Compare(calm, calm), "No topic got better or worse"},
	} {
		for format, write := range writers {
			if text := inOneLine(write(t, report.Comparison(c.comparison, nil))); !strings.Contains(text, c.says) {
				t.Errorf("%s, %s: lacks %q:\n%s", c.name, format, c.says, text)
			}
		}
	}
}

// TestMovedTopicsStandInCommonColumns looks at where the changes begin in what got better and in what got worse.
func TestMovedTopicsStandInCommonColumns(t *testing.T) {
	rated := func(ratings ...assess.Rating) *score.Result { return quickly(t, 1, ratings...) }
	text := onTerminal(t, report.Comparison(score.Compare(rated(5, 1), rated(1, 2)), nil))
	columns := map[int]bool{}
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "  Unclear purpose ") || strings.HasPrefix(line, "  Overcommitted ") {
			columns[strings.Index(line, "exposure")] = true
		}
	}
	if len(columns) != 1 {
		t.Errorf("the values of what moved begin in columns %v:\n%s", columns, text)
	}
}
