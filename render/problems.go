package render

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/assess/textfile"
)

// Problems writes what is wrong with an answers file, each problem with the line it stands in and a mark under the
// place.
func Problems(w io.Writer, e *textfile.Error, o Options) error {
	p := newPage(o)
	for _, problem := range e.Problems {
		where := fmt.Sprintf("%s:%d:%d:", clean(e.Name), problem.Line, problem.Column)
		text := Message(where+" "+clean(problem.Message), p.width)
		if rest, whole := strings.CutPrefix(text, where); whole {
			text = p.theme.strong.Render(where) + rest
		}
		p.line(text)
		p.excerpt(problem)
	}
	if e.More > 0 {
		p.line(p.theme.muted.Render("and " + count(e.More, "more problem")))
	}
	return p.writeTo(w)
}

// excerpt shows the line of a problem, cut so that the mark below it is in view.
func (p *page) excerpt(problem textfile.Problem) {
	if strings.TrimSpace(problem.Source) == "" {
		return
	}
	number := fmt.Sprintf("%5d | ", problem.Line)
	before, after := splitAt(problem.Source, problem.Column-1)
	room := p.width - len(number)
	if width := lipgloss.Width(before); width > room*2/3 {
		runes := []rune(before)
		before = "…" + string(runes[max(len(runes)-room/2, 0):])
	}
	text := before + after
	if lipgloss.Width(text) > room {
		text = ansi.Truncate(text, room, "…")
	}
	p.line(p.theme.muted.Render(number), text)
	p.line(strings.Repeat(" ", len(number)+lipgloss.Width(before)), p.theme.bands[score.Pressing].Render("^"))
}

// splitAt divides a raw line before its n-th character and makes both halves safe to show.
func splitAt(line string, n int) (before, after string) {
	i := 0
	for ; n > 0 && i < len(line); n-- {
		_, size := utf8.DecodeRuneInString(line[i:])
		i += size
	}
	return visible(line[:i]), visible(line[i:])
}

// visible replaces every character that would not take its place on the line.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case r < ' ' || r == utf8.RuneError || safetext.Forbidden(r):
			return '?'
		default:
			return r
		}
	}, text)
}
