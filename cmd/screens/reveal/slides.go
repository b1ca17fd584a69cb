package reveal

import (
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/render/report"
	"github.com/coalcheck/coalcheck/render/style"
)

// slides shows what was answered, statement by statement; in a large window topic by topic, with what the topic means.
type slides struct {
	*Reveal
	// at is the index of the statement, or of the first one of its topic.
	at   int
	area tui.Area
}

// The size from which on the statements of a topic stand side by side.
const (
	wideArea = 90
	highArea = 18
)

func spacious(a tui.Area) bool { return a.Width >= wideArea && a.Height >= highArea }

func (s *slides) slide() int { return s.agenda.StatementSlide(s.at) }

// Fit takes the area over.
func (s *slides) Fit(a tui.Area) { s.area = a }

// shown returns the indexes of the first statement that is shown and of the first one after it.
func (s *slides) shown() (first, end int) {
	all := s.slides
	first, end = s.at, s.at+1
	if !spacious(s.area) {
		return first, end
	}
	for first > 0 && all[first-1].Topic == all[s.at].Topic {
		first--
	}
	for end < len(all) && all[end].Topic == all[s.at].Topic {
		end++
	}
	return first, end
}

// Keys turns the slides.
func (s *slides) Keys() []tui.Key {
	return append([]tui.Key{
		tui.On(s.next, "enter", "right", "space", "down", "pgdown", "tab").Hint(0, "→", "next").Help("→  Enter", "next slide"),
		tui.On(s.previous, "left", "up", "pgup", "backspace", "shift+tab").Hint(0, "←", "back").Help("←", "slide before"),
		tui.On(s.app.Back, "home").Help("Home", "the beginning"),
		tui.On(s.openList, "end").Hint(4, "End", "talk").Help("End", "what to talk about"),
		tui.On(s.app.Back, "esc").Help("Esc", "the beginning"),
	}, s.keys(s)...)
}

func (s *slides) next() {
	_, end := s.shown()
	if end == len(s.slides) {
		s.openList()
		return
	}
	s.at = end
}

func (s *slides) previous() {
	first, _ := s.shown()
	if first == 0 {
		s.app.Back()
		return
	}
	s.at = first - 1
}

// Draw draws one statement, or all of a topic.
func (s *slides) Draw() []string {
	first, end := s.shown()
	shown := s.slides[first:end]
	if !spacious(s.area) {
		return s.alone(&shown[0])
	}
	th := s.app.Theme
	lines := []string{th.Strong.Render(shown[0].Title)}
	for _, line := range style.Wrap(s.catalogue().Topics[shown[0].Topic].Summary, min(s.area.Width, wideArea)) {
		lines = append(lines, th.Muted.Render(line))
	}
	lines = append(lines, "")
	return append(lines, s.beside(shown, s.area.Width)...)
}

// alone draws one statement. Where the area is low, the title and the gaps give way.
func (s *slides) alone(one *report.Slide) []string {
	th, width := s.app.Theme, s.area.Width
	statement := tui.Styled(style.Wrap(one.Statement, width), th.Strong)
	bars := s.bars(one, width, longest(*one))
	verdict := s.verdict(one, width, max(1, s.area.Height-len(statement)-len(bars)))
	title := tui.Styled(style.Wrap(one.Title, width), th.Muted)
	return packed(s.area.Height, title, statement, bars, verdict)
}

// Place says which statement is shown.
func (s *slides) Place() string {
	one := &s.slides[s.at]
	if spacious(s.area) {
		return report.TopicPlace(s.catalogue(), one.Topic)
	}
	return one.Place
}

// Progress says how many slides are shown.
func (s *slides) Progress() (done, all int) {
	_, end := s.shown()
	return end, len(s.slides)
}

// Tall is false: a slide is one block.
func (s *slides) Tall() bool { return false }

// Wide says that bars stand side by side.
func (s *slides) Wide() {}
