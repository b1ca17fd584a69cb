package render_test

import (
	"io"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/textfile"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render"
)

func TestQuestions(t *testing.T) {
	for _, depth := range []assess.Depth{assess.Full, assess.Quick} {
		t.Run(depth.String()+"/terminal", func(t *testing.T) {
			golden.RequireEqual(t, output(t, func(w io.Writer) error {
				return render.Questions(w, english, depth, render.Options{})
			}))
		})
		t.Run(depth.String()+"/markdown", func(t *testing.T) {
			golden.RequireEqual(t, output(t, func(w io.Writer) error {
				return render.QuestionsMarkdown(w, english, depth)
			}))
		})
	}
}

func TestTopics(t *testing.T) {
	golden.RequireEqual(t, output(t, func(w io.Writer) error { return render.Topics(w, english, render.Options{}) }))
}

func TestTopic(t *testing.T) {
	for _, id := range []string{"unclear-purpose", "risk"} {
		t.Run(id, func(t *testing.T) {
			golden.RequireEqual(t, output(t, func(w io.Writer) error {
				return render.Topic(w, english, english.Topic(id), render.Options{})
			}))
		})
	}
}

func TestEveryTopicSaysWhereItComesFrom(t *testing.T) {
	const onlyTitle = "Only the title of this pill comes from the list's author"
	for i := range english.Topics {
		topic := &english.Topics[i]
		text := string(output(t, func(w io.Writer) error {
			return render.Topic(w, english, topic, render.Options{Width: render.MaxWidth})
		}))
		if got, want := strings.Contains(text, onlyTitle), topic.Basis == pitfalls.BasisTitle; got != want {
			t.Errorf("%s: says that only its title is the author's: %t; want %t", topic.ID, got, want)
		}
		for _, a := range topic.Actions {
			for _, id := range a.Sources {
				if url := english.Source(id).URL; !strings.Contains(text, url+"\n") {
					t.Errorf("%s: the address of %s is missing or broken: %s", topic.ID, id, url)
				}
			}
		}
	}
}

func TestProblems(t *testing.T) {
	e := &textfile.Error{
		Name: "riverside.yaml",
		Problems: []textfile.Problem{
			{
				Line: 9, Column: 22, Source: "    many-directions: 7 # We take on needs",
				Message: "unclear-purpose.many-directions: 7 is not a rating; use 1 to 5, dk or na",
			},
			{Line: 12, Column: 1, Source: "", Message: "nothing to show"},
			{Line: 14, Column: 90, Source: strings.Repeat("漢", 80) + " here: x\x1b[2Jy\u202e " + strings.Repeat("z", 80), Message: "far to the right"},
			{Line: 15, Column: 3, Source: "\t\x00x", Message: "raw bytes"},
		},
		More: 3,
	}
	golden.RequireEqual(t, output(t, func(w io.Writer) error { return render.Problems(w, e, render.Options{Width: 60}) }))
}
