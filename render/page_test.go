package render_test

import (
	"io"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render"
)

// What is to be typed stands in one line, and no line ends within a title.
func TestCommandsAndTitlesAreNotBroken(t *testing.T) {
	open := assess.New(english)
	open.Topics[1].Questions[0] = assess.TallyOf(4)
	pages := map[string]func(io.Writer, render.Options) error{
		"coalcheck explain.": func(w io.Writer, o render.Options) error {
			return render.Terminal(w, example(t, "conflicted"), o)
		},
		"coalcheck assess --edit FILE.": func(w io.Writer, o render.Options) error {
			return render.Terminal(w, score.Score(group.Of(english, open)), o)
		},
	}
	for command, write := range pages {
		for width := render.MinWidth; width <= render.MaxWidth; width++ {
			text := string(output(t, func(w io.Writer) error { return write(w, render.Options{Width: width}) }))
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
