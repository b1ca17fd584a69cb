package report_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/internal/examples"
	"github.com/coalcheck/coalcheck/render/report"
	"github.com/coalcheck/coalcheck/render/terminal"
)

func TestQuestions(t *testing.T) {
	for _, depth := range []assess.Depth{assess.Full, assess.Quick} {
		t.Run(depth.String()+"/terminal", func(t *testing.T) {
			golden.RequireEqual(t, onTerminal(t, report.Questions(examples.English, depth, report.AtPrompt)))
		})
		t.Run(depth.String()+"/markdown", func(t *testing.T) {
			d := report.Questions(examples.English, depth, report.OnPaper)
			golden.RequireEqual(t, asMarkdown(t, parts(d, "Pitfalls", "Pills")))
		})
	}
}

func TestTopics(t *testing.T) {
	golden.RequireEqual(t, onTerminal(t, report.Topics(examples.English, report.AtPrompt)))
}

func TestTopic(t *testing.T) {
	pitfall := report.Topic(examples.English, examples.English.Topic("unclear-purpose"))
	pill := report.Topic(examples.English, examples.English.Topic("risk"))
	t.Run("unclear-purpose", func(t *testing.T) { golden.RequireEqual(t, onTerminal(t, pitfall)) })
	for format, write := range writers {
		t.Run("risk/"+format, func(t *testing.T) {
			golden.RequireEqual(t, write(t, parts(pill, "Practices", "Helps against", "What to do", "Sources")))
		})
	}
}

func TestEveryTopicSaysWhereItComesFrom(t *testing.T) {
	const onlyTitle = "Only the title of this pill comes from the list's author"
	for i := range examples.English.Topics {
		topic := &examples.English.Topics[i]
		text := atWidth(t, report.Topic(examples.English, topic), terminal.MaxWidth)
		if got, want := strings.Contains(text, onlyTitle), topic.Basis == pitfalls.BasisTitle; got != want {
			t.Errorf("%s: says that only its title is the author's: %t; want %t", topic.ID, got, want)
		}
		for _, a := range topic.Actions {
			for _, id := range a.Sources {
				if url := examples.English.Source(id).URL; !strings.Contains(text, url+"\n") {
					t.Errorf("%s: the address of %s is missing or broken: %s", topic.ID, id, url)
				}
			}
		}
	}
}

// Commands are on one line each, and no line ends at a hyphen.
func TestCommandsAndTitlesAreNotBroken(t *testing.T) {
	open := assess.New(examples.English)
	open.Topics[1].Questions[0] = assess.TallyOf(4)
	for command, d := range map[string]*doc.Document{
		"coalcheck questions --format answers.": report.Questions(examples.English, assess.Quick, report.AtPrompt),
		"coalcheck explain.":                    report.Result(examples.Result(t, "conflicted"), report.Options{}),
		"coalcheck assess --edit FILE.":         report.Result(score.Score(group.Of(examples.English, open)), report.Options{}),
		"coalcheck explain unclear-purpose":     report.Topics(examples.English, report.AtPrompt),
	} {
		for width := terminal.MinWidth; width <= terminal.MaxWidth; width++ {
			text := atWidth(t, d, width)
			if !strings.Contains(text, command) {
				t.Errorf("%q is broken at %d columns:\n%s", command, width, text)
			}
			for line := range strings.Lines(text) {
				if strings.HasSuffix(line, "-\n") {
					t.Errorf("at %d columns a word is broken at its hyphen: %s", width, line)
				}
			}
		}
	}
}
