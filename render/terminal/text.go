package terminal

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/style"
)

// Message returns a text as lines of at most the width that o says, broken between words. A word or a command that is
// wider stays whole, so that it can be copied.
func Message(t doc.Text, o Options) string {
	p := &page{theme: style.NewTheme(o.Profile), whole: true}
	return strings.Join(p.wrap(t, style.Style{}, o.width()), "\n")
}

// wrap breaks a text into lines. Spans without a style of their own have the base style.
func (p *page) wrap(t doc.Text, base style.Style, width int) []string {
	if t.Empty() {
		return nil
	}
	code := width
	if p.whole {
		code = math.MaxInt
	}
	var lines []string
	for _, line := range t.Lines() {
		var text strings.Builder
		ends := make([]int, len(line))
		for i, s := range line {
			text.WriteString(words(s, code))
			p.foreign = p.foreign || s.Foreign
			ends[i] = text.Len()
		}
		for _, l := range style.Breaks(text.String(), width, p.whole) {
			lines = append(lines, p.paint(text.String(), l, line, ends, base))
		}
	}
	return lines
}

// paint returns one line of a text, of whose spans it gets the ends.
func (p *page) paint(text string, l style.Line, spans doc.Text, ends []int, base style.Style) string {
	var b strings.Builder
	for i, end := range ends {
		if end = min(end, l.To); end > l.From {
			b.WriteString(p.styleOf(spans[i], base).Render(strings.ReplaceAll(text[l.From:end], style.NoBreak, " ")))
			l.From = end
		}
	}
	return b.String()
}

func (p *page) styleOf(s doc.Span, base style.Style) style.Style {
	switch {
	case s.Tone != doc.NoTone:
		return p.tone(s.Tone)
	case s.Style == doc.Strong, s.Style == doc.Code:
		return p.theme.Strong
	case s.Style == doc.Muted:
		return p.theme.Muted
	default:
		return base
	}
}

func (p *page) tone(t doc.Tone) style.Style {
	return [...]style.Style{{}, p.theme.Good, p.theme.Fair, p.theme.Bad}[t]
}

// words returns the words of a span, safe for a terminal. Code that fits into the width has no space to break it at.
func words(s doc.Span, width int) string {
	text := safetext.OneLine(s.Words)
	if s.Foreign {
		text = safetext.Clean(s.Words)
	}
	if s.Style == doc.Code && style.Width(text) <= width {
		return strings.ReplaceAll(text, " ", style.NoBreak)
	}
	return text
}

// plain returns a text in one line without styles.
func plain(t doc.Text) string {
	var b strings.Builder
	for _, s := range t {
		b.WriteString(words(s, 0))
	}
	return b.String()
}

// upper returns a text in capitals.
func upper(t doc.Text) doc.Text {
	capitals := make(doc.Text, len(t))
	for i, s := range t {
		capitals[i] = s
		capitals[i].Words = strings.ToUpper(s.Words)
	}
	return capitals
}

// addresses returns where the links of a text lead, each whole on a line of its own, so that it can be opened.
func addresses(t doc.Text) []string {
	var lines []string
	for _, s := range t {
		if address := s.Address(); address != "" {
			lines = append(lines, safetext.Clean(address))
		}
	}
	return lines
}

// beside puts a marker before the first of some lines, and the others below the first. No line ends with spaces.
func beside(marker string, lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = strings.TrimRight(marker+l, " ")
		marker = style.Space(style.Width(marker))
	}
	return out
}

// spread puts texts at both ends of a line, if they fit there.
func spread(left, right string, width int) (line string, fits bool) {
	space := width - style.Width(left) - style.Width(right)
	if space < gap {
		return "", false
	}
	return left + style.Space(space) + right, true
}

// item returns a text with its tails at the right edge, and then what belongs to it. Where the first tails of a list have a
// column, each stands on the first line of its text, and what comes after it on the next one; else the first stands on the last
// line if it fits there.
func (p *page) item(item doc.Item, column, width int) []string {
	text := width
	if column > 0 {
		text -= column + gap
	}
	lines := p.wrap(item.Text, style.Style{}, text)
	at := len(lines) - 1
	if column > 0 {
		at = 0
	}
	for i, tail := range item.Tail {
		for j, right := range p.wrap(tail, p.theme.Muted, width) {
			if (i+j == 0 || column > 0) && at >= 0 && at < len(lines) {
				if line, fits := spread(lines[at], right, width); fits {
					lines[at] = line
					at++
					continue
				}
			}
			lines = append(lines, style.PadLeft(right, width))
		}
	}
	lines = append(lines, addresses(item.Text)...)
	for _, b := range item.Below {
		lines = append(lines, p.block(b, width)...)
	}
	return lines
}

// plain is plain of a text that is drawn.
func (p *page) plain(t doc.Text) string {
	p.foreign = p.foreign || slices.ContainsFunc(t, func(s doc.Span) bool { return s.Foreign })
	return plain(t)
}

func number(n int) string { return strconv.Itoa(n) }
