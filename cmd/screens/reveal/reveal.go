// Package reveal shows a result to the people in a room: what they answered, one statement after the other, and then what
// to talk about first.
package reveal

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/report"
	"github.com/coalcheck/coalcheck/render/style"
)

// Reveal is the screen that shows one slide after the other.
type Reveal struct {
	app    *tui.App
	onward func()
	slides []report.Slide
	talks  [][]report.TalkTopic
	// nothing says why there is nothing to talk about, where there is not.
	nothing string
	// at counts the slides, with one before them and the talks behind.
	at   int
	area tui.Area
}

// talksOnScreen is how many topics one screen lists: as many as fit in the smallest window.
const talksOnScreen = 4

// New returns a reveal that begins with its first slide. Onward opens what comes after the last one.
func New(app *tui.App, r *score.Result, onward func()) *Reveal {
	topics := report.TalkTopics(r)
	v := &Reveal{app: app, onward: onward, slides: report.Slides(r), talks: slices.Collect(slices.Chunk(topics, talksOnScreen))}
	if len(topics) == 0 {
		v.talks, v.nothing = [][]report.TalkTopic{nil}, report.NothingToTalkAbout(r).String()
	}
	return v
}

// Begun reports whether a part of the result is shown, and not only what comes before it.
func (r *Reveal) Begun() bool { return r.at > 0 }

func (r *Reveal) last() int { return len(r.slides) + len(r.talks) }

// Fit takes the area over.
func (r *Reveal) Fit(a tui.Area) { r.area = a }

// Keys turns the slides.
func (r *Reveal) Keys() []tui.Key {
	next, use := func() { r.at++ }, "next"
	if r.at == r.last() {
		next, use = r.onward, "the plan"
	}
	back := func() { r.at-- }
	if r.at == 0 {
		back = r.app.Back
	}
	return []tui.Key{
		tui.On(next, "enter", "right", "space", "down", "pgdown", "tab").Hint(0, "→", use),
		tui.On(back, "left", "up", "pgup", "backspace", "shift+tab").Hint(0, "←", "back"),
		tui.On(r.app.Blank, ".").Hint(1, ".", "blank"),
		tui.On(r.app.Back, "esc").Hint(2, "Esc", "review"),
		tui.On(func() { r.at = 0 }, "home"),
		tui.On(func() { r.at = r.last() }, "end"),
		tui.On(r.app.Leave, "q").Hint(3, "q", "leave"),
	}
}

// Place says which statement is shown.
func (r *Reveal) Place() string {
	switch {
	case r.at == 0:
		return "The result"
	case r.at <= len(r.slides):
		return r.slides[r.at-1].Place
	default:
		return "What to talk about"
	}
}

// Tall is false: a slide is one block.
func (r *Reveal) Tall() bool { return false }

// Draw draws the current slide.
func (r *Reveal) Draw() []string {
	switch {
	case r.at == 0:
		return r.opening()
	case r.at <= len(r.slides):
		return r.slide(&r.slides[r.at-1])
	default:
		return r.talk(r.at - 1 - len(r.slides))
	}
}

func (r *Reveal) opening() []string {
	th, width := r.app.Theme, r.area.Width
	lines := append([]string{th.Strong.Render("What we answered"), ""},
		style.Wrap("Now look at it together, one statement at a time. A high number under a pitfall is worse; under a pill it is better.", width)...)
	lines = append(lines, "")
	return append(lines, tui.Styled(style.Wrap("Raised hands are not anonymous: people may have looked at each other. A split is a reason to listen, not a verdict.", width), th.Muted)...)
}

// slide draws counts as bars. Where the area is low, the title and the gaps give way.
func (r *Reveal) slide(s *report.Slide) []string {
	th, width := r.app.Theme, r.area.Width
	statement := tui.Styled(style.Wrap(s.Statement, width), th.Strong)
	bars := r.bars(s)
	verdict := r.verdict(s, max(1, r.area.Height-len(statement)-len(bars)))
	title := tui.Styled(style.Wrap(s.Title, width), th.Muted)
	free := r.area.Height - len(statement) - len(bars) - len(verdict)
	var lines []string
	gap := func() {
		if free > 0 {
			lines, free = append(lines, ""), free-1
		}
	}
	if free > len(title) {
		lines, free = append(lines, title...), free-len(title)
		gap()
	}
	lines = append(lines, statement...)
	gap()
	lines = append(lines, bars...)
	gap()
	return append(lines, verdict...)
}

// bars draws how many gave each rating. The longest bar fills the width.
func (r *Reveal) bars(s *report.Slide) []string {
	th, most, label := r.app.Theme, 1, 0
	counts := s.Tally.Rows[0].N
	for i, answer := range s.Tally.Scale {
		most = max(most, counts[i])
		label = max(label, len(answer.Label.String()))
	}
	// A digit and a space, the word, two spaces, the bar, a space and the number.
	full := max(1, r.area.Width-2-label-2-1-len(strconv.Itoa(most)))
	lines := make([]string, len(counts))
	for i, n := range counts {
		bar := strings.Repeat("█", (n*full+most/2)/most)
		if n > 0 && bar == "" {
			bar = "▏"
		}
		word := style.Pad(s.Tally.Scale[i].Label.String(), label+2)
		lines[i] = th.Strong.Render(strconv.Itoa(i+1)) + " " + word + th.Accent.Render(bar) + " " + strconv.Itoa(n)
	}
	return lines
}

// verdict draws the verdict in so many rows. Where they are too few, its beginning stays.
func (r *Reveal) verdict(s *report.Slide, rows int) []string {
	var b strings.Builder
	for _, span := range s.Verdict {
		if span.Tone == doc.Fair {
			b.WriteString(r.app.Theme.Alert.Render(span.Words))
		} else {
			b.WriteString(span.Words)
		}
	}
	lines := style.Wrap(b.String(), r.area.Width)
	if len(lines) > rows {
		return []string{style.Fit(b.String(), r.area.Width)}
	}
	return lines
}

// talk lists topics to talk about, in one of its parts.
func (r *Reveal) talk(part int) []string {
	th, width := r.app.Theme, r.area.Width
	if r.nothing != "" {
		return style.Wrap(r.nothing, width)
	}
	lines := append(tui.Styled(style.Wrap("Talk about these, one after the other.", width), th.Strong), "")
	for i, t := range r.talks[part] {
		number := fmt.Sprintf("%2d  ", part*talksOnScreen+i+1)
		lines = append(lines, number+style.Spread(t.Label, th.Muted.Render(t.Why.String()), width-len(number)))
	}
	return lines
}
