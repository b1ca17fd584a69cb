package render_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render"
)

// drawHostile draws answers with text that no answers file may hold, as if reading had let it pass.
func drawHostile(t *rapid.T) *assess.Answers {
	text := rapid.SampledFrom([]string{
		"\x1b[31;5mred", "\x1b[2J", "\x1b]0;title\x07", "\u009b2J", "\x1b", "a\u202egpj", "\u2066x", "a\rb", "a\nb", "a\tb", "a\u2028b",
		"\x00", "\x7f", "a\bb", "\xff\xfe", "z\u200b\u200d\ufeff", "a" + strings.Repeat("\u0301", 60), strings.Repeat("漢", 80),
		strings.Repeat("word", 200), "=1+1", "+1", "-1", "@x", "| a | b |", "<script>", "[x](javascript:y)", "%s%d", "\n\n# x", "a\n\x1b[2J\nb",
	})
	a := drawAnswers(t)
	a.Coalition, a.Respondent = text.Draw(t, "coalition"), text.Draw(t, "respondent")
	a.Role = rapid.SampledFrom(append(assess.Roles(), "")).Draw(t, "role")
	for i := range a.Topics {
		if rapid.IntRange(0, 3).Draw(t, "noted") == 0 {
			a.Topics[i].Note = text.Draw(t, "note")
		}
	}
	return a
}

// drawHostileResult draws a result of one file or of several, open or confidential.
func drawHostileResult(t *rapid.T) *score.Result {
	sum := group.NewGathering(english)
	if rapid.Bool().Draw(t, "resamples") {
		sum.WithBootstrap()
	}
	quick := rapid.Bool().Draw(t, "quick")
	for range rapid.IntRange(1, 7).Draw(t, "files") {
		a := drawHostile(t)
		for i := range a.Topics { // files of one group are of one depth
			if a.Topics[i].Quick() != quick {
				a.Topics[i] = assess.New(english).Topics[i]
			}
		}
		sum.Add("answers.yaml", a)
	}
	all, err := sum.Group()
	if err != nil {
		t.Fatal(err)
	}
	if rapid.Bool().Draw(t, "confidential") {
		return score.Confidential(all)
	}
	return score.Score(all)
}

// TestHostileTextHarmsNoReport puts text that acts on terminals in front of every report: of one person, a group and a
// room, open and confidential, explained, compared, with an agenda. Reading refuses most of it; what shows it does not
// rely on that.
func TestHostileTextHarmsNoReport(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		result := drawHostileResult(t)
		o := render.Options{
			Width: rapid.IntRange(render.MinWidth, render.MaxWidth).Draw(t, "width"), Explain: rapid.Bool().Draw(t, "explain"),
			ASCII: rapid.Bool().Draw(t, "ascii"), Linear: rapid.Bool().Draw(t, "linear"), Minutes: 45, Profile: colorprofile.NoTTY,
		}
		for name, write := range map[string]func(io.Writer) error{
			"terminal": func(w io.Writer) error { return render.Terminal(w, result, o) },
			"markdown": func(w io.Writer) error { return render.Markdown(w, result, o) },
		} {
			var b bytes.Buffer
			if err := write(&b); err != nil {
				t.Fatal(err)
			}
			for line := range strings.SplitSeq(b.String(), "\n") {
				if shown := safetext.Visible(line); shown != line {
					t.Fatalf("%s: a line that acts on the terminal: %q", name, line)
				}
				if w := lipgloss.Width(line); !strings.HasSuffix(name, "markdown") && w > o.Width {
					t.Fatalf("%s: %d columns at width %d: %q", name, w, o.Width, line)
				}
			}
		}
	})
}
