package render_test

import (
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render"
)

// quickly returns the result of respondents who all rated the first few pitfalls, each as a whole, and nothing else.
func quickly(t *testing.T, respondents int, ratings ...assess.Rating) *score.Result {
	t.Helper()
	sum := group.NewGathering(english).WithBootstrap()
	for i := range respondents {
		a := assess.New(english)
		a.Respondent = strconv.Itoa(i)
		for topic, r := range ratings {
			a.Set(assess.Place{Topic: topic, Question: assess.Overall}, assess.TallyOf(r))
		}
		sum.Add(strconv.Itoa(i), a)
	}
	g, err := sum.Group()
	if err != nil {
		t.Fatal(err)
	}
	return score.Score(g)
}

func TestCertaintyNeedsSomethingToBeAheadOf(t *testing.T) {
	const margin, resampled = "The first step stays first whichever single answer moves by one.", "the first three pitfalls would include Unclear purpose in "
	for _, c := range []struct {
		name              string
		result            *score.Result
		margin, resampled bool
	}{
		{"one pitfall, one respondent", quickly(t, 1, 5), false, false},
		{"one pitfall, five respondents", quickly(t, 5, 5), false, true},
		{"two pitfalls, one respondent", quickly(t, 1, 5, 1), true, false},
		{"two pitfalls, five respondents", quickly(t, 5, 5, 1), true, true},
	} {
		for format, text := range map[string]string{
			"terminal": string(terminal(t, c.result, render.Options{Width: render.MaxWidth})),
			"markdown": string(output(t, func(w io.Writer) error { return render.Markdown(w, c.result, render.Options{}) })),
		} {
			t.Run(c.name+"/"+format, func(t *testing.T) {
				words := strings.Join(strings.Fields(text), " ")
				if got := strings.Contains(words, margin); got != c.margin {
					t.Errorf("says %q: %t, want %t", margin, got, c.margin)
				}
				if got := strings.Contains(words, resampled); got != c.resampled {
					t.Errorf("says how resamples came out: %t, want %t:\n%s", got, c.resampled, text)
				}
				if strings.Contains(text, "\n\n\n") {
					t.Errorf("two empty lines, one after the other:\n%s", text)
				}
			})
		}
	}
}

func TestUnansweredTopicsAreNamed(t *testing.T) {
	for format, text := range map[string]string{
		"terminal": string(terminal(t, quickly(t, 1, 5), render.Options{})),
		"markdown": string(output(t, func(w io.Writer) error { return render.Markdown(w, quickly(t, 1, 5), render.Options{}) })),
	} {
		text = strings.Join(strings.Fields(text), " ")
		_, named, found := strings.Cut(text, "Not answered yet: ")
		named, _, ended := strings.Cut(named, " Answer with: ")
		if !found || !ended {
			t.Fatalf("%s: names no topic that is not answered:\n%s", format, text)
		}
		for i := range english.Topics {
			title := english.Topics[i].Title
			if got, want := strings.Contains(named, title), i > 0; got != want {
				t.Errorf("%s: names %s: %t, want %t", format, title, got, want)
			}
		}
	}
}
