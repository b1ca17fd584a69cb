package render_test

import (
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render"
)

// rated returns the result of one person who gave these ratings to all pitfalls and to all pills.
func rated(pitfall, pill assess.Rating) *score.Result {
	a := assess.New(english)
	for i := range english.Topics {
		r := pitfall
		if i >= len(english.Pitfalls()) {
			r = pill
		}
		a.Set(assess.Place{Topic: i, Question: assess.Overall}, assess.TallyOf(r))
	}
	return score.Score(group.Of(english, a))
}

// TestReportSays holds what reports say about answers that are all alike, in the terminal and in Markdown.
func TestReportSays(t *testing.T) {
	three := slices.Repeat([]assess.Rating{3}, 10)
	for _, c := range []struct {
		name   string
		result *score.Result
		says   string
		times  int
	}{
		{"all don't know", rated(assess.DontKnow, assess.DontKnow), `1 of 1 answer is "don't know".`, 1},
		{"all not applicable", rated(assess.NotApplicable, assess.NotApplicable), "Every pitfall is marked as not applicable, so there is no plan.", 1},
		{"only pitfalls not applicable", rated(assess.NotApplicable, 3), "Every pitfall is marked as not applicable, so there is no plan.", 1},
		{"all unknown is not that", rated(assess.DontKnow, 3), "Every pitfall is marked", 0},
		{"a tie of ten", quickly(t, 1, three...), "Close: one answer one step different would put any of nine others first.", 1},
		{"a tie of two", quickly(t, 1, 4, 4), "would put Overcommitted first.", 1},
		{"remedies in place are said once", rated(4, 5), "are mostly in place", 0},
		{"what a step with remedies in place feeds", rated(4, 5), "It feeds Unclear roles and responsibilities (pressing at 75)", 1},
		{"an action that comes once", quickly(t, 1, 4, 4), "as in step", 0},
	} {
		for format, text := range map[string]string{
			"terminal": string(terminal(t, c.result, render.Options{Width: render.MaxWidth})),
			"markdown": string(output(t, func(w io.Writer) error { return render.Markdown(w, c.result, render.Options{}) })),
		} {
			text = strings.NewReplacer("&quot;", `"`, "&#39;", "'", "*", "").Replace(strings.Join(strings.Fields(text), " "))
			if got := strings.Count(text, c.says); got != c.times {
				t.Errorf("%s, %s: says %q %d times, want %d:\n%s", c.name, format, c.says, got, c.times, text)
			}
		}
	}
}
