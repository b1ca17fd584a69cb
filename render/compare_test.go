package render_test

import (
	"bytes"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render"
)

// comparisonFormats are all ways to write a comparison.
var comparisonFormats = map[string]func(io.Writer, *score.Comparison) error{
	"terminal": func(w io.Writer, c *score.Comparison) error { return render.Comparison(w, c, render.Options{}) },
	"markdown": render.ComparisonMarkdown,
	"json":     render.ComparisonJSON,
}

// comparisons are some pairs of results.
func comparisons(t *testing.T) map[string]*score.Comparison {
	t.Helper()
	first := example(t, "quick")
	return map[string]*score.Comparison{
		"a year later":         score.Compare(first, example(t, "riverside-later")),
		"with itself":          score.Compare(first, first),
		"another coalition":    score.Compare(first, example(t, "overcommitted")),
		"a room after a group": score.Compare(score.Score(exampleGroup(t)), example(t, "room")),
		"one after a group":    score.Compare(score.Score(exampleGroup(t)), example(t, "quick")),
		"nothing to compare":   score.Compare(first, score.Score(group.Of(english, assess.New(english)))),
	}
}

func TestComparison(t *testing.T) {
	for name, c := range comparisons(t) {
		for format, write := range comparisonFormats {
			t.Run(name+"/"+format, func(t *testing.T) {
				golden.RequireEqual(t, output(t, func(w io.Writer) error { return write(w, c) }))
			})
		}
	}
}

func TestComparisonMarkdownHoldsForeignText(t *testing.T) {
	named := func(coalition string) *score.Result {
		a := assess.New(english)
		a.Coalition = coalition
		return score.Score(group.Of(english, a))
	}
	const hostile, harmless = "Ask @octocat, see https://x.example/ #1", "Ask &#64;<!-- -->octocat, see https&#58;//x.example/ &#35;<!-- -->1"
	for name, c := range map[string]*score.Comparison{
		"one coalition":  score.Compare(named(""), named(hostile)),
		"two coalitions": score.Compare(named("Riverside"), named(hostile)),
	} {
		text := string(output(t, func(w io.Writer) error { return render.ComparisonMarkdown(w, c) }))
		if strings.Contains(text, "@") || strings.Contains(text, "://") || !strings.Contains(text, harmless) {
			t.Errorf("%s: got\n%s\nwant in it %s", name, text, harmless)
		}
	}
}

func TestComparisonWidths(t *testing.T) {
	c := comparisons(t)["a year later"]
	for _, width := range []int{40, 60, 120} {
		t.Run(strconv.Itoa(width), func(t *testing.T) {
			golden.RequireEqual(t, output(t, func(w io.Writer) error {
				return render.Comparison(w, c, render.Options{Width: width})
			}))
		})
	}
}

func TestComparisonJSONFitsItsSchema(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("../docs/compare.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range comparisons(t) {
		document, err := jsonschema.UnmarshalJSON(bytes.NewReader(output(t, func(w io.Writer) error {
			return render.ComparisonJSON(w, c)
		})))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(document); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		document.(map[string]any)["better"] = 7
		if schema.Validate(document) == nil {
			t.Errorf("%s: the schema accepts a number for a list", name)
		}
	}
}

// TestComparisonsHoldForeignText checks that no line is too wide and that text from a file changes no structure.
func TestComparisonsHoldForeignText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before, after := drawAnswers(t), drawAnswers(t)
		c := score.Compare(score.Score(group.Of(english, before)), score.Score(group.Of(english, after)))
		width := rapid.IntRange(render.MinWidth, render.MaxWidth).Draw(t, "width")
		var text, document bytes.Buffer
		if err := render.Comparison(&text, c, render.Options{Width: width}); err != nil {
			t.Fatal(err)
		}
		checkWidth(t, text.String(), width)
		if err := render.ComparisonMarkdown(&document, c); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(document.String()) {
			if strings.ContainsAny(line[:1], "=@") || strings.Contains(line, "<script") {
				t.Fatalf("foreign text is not held: %q", line)
			}
			if strings.HasPrefix(line, "# ") && !strings.HasPrefix(line, "# What changed: ") {
				t.Fatalf("a heading of its own: %q", line)
			}
		}
	})
}
