package reveal

import (
	"slices"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/report"
	"github.com/coalcheck/coalcheck/render/style"
)

// bars draws how many gave each rating; of a confidential group how many tenths are low, in the middle and high, or why there are no
// bars. A bar of so many people as most fills the width.
func (r *Reveal) bars(s *report.Slide, width, most int) []string {
	th := r.app.Theme
	if len(s.Tally.Rows) == 0 {
		return style.Wrap(s.Instead, width)
	}
	mark, label := 0, 0
	counts := s.Tally.Rows[0].N
	for i, answer := range s.Tally.Scale {
		mark = max(mark, style.Width(s.Marks[i]))
		label = max(label, style.Width(answer.Label.String()))
	}
	count := report.Thousands
	if s.Tenths {
		count = func(n int) string { return strconv.Itoa(n) + " of 10" }
	}
	// The marks and a space, the word, two spaces, the bar, a space and the number.
	full := max(1, width-mark-1-label-2-1-len(count(most)))
	lines := make([]string, len(counts))
	for i, n := range counts {
		bar := strings.Repeat("█", (n*full+most/2)/most)
		if n > 0 && bar == "" {
			bar = "▏"
		}
		word := style.Pad(s.Tally.Scale[i].Label.String(), label+2)
		lines[i] = style.Fit(th.Strong.Render(style.Pad(s.Marks[i], mark))+" "+word+th.Accent.Render(bar)+" "+count(n), width)
	}
	return lines
}

// tenths is how many of them are all ratings.
const tenths = 10

// longest returns how many people the longest bar stands for, so that bars beside each other can be compared.
func longest(all ...report.Slide) int {
	most := 1
	for i := range all {
		if all[i].Tenths {
			most = max(most, tenths)
			continue
		}
		for _, row := range all[i].Tally.Rows {
			most = max(most, slices.Max(row.N))
		}
	}
	return most
}

// verdict draws the verdict in so many rows. Where they are too few, its beginning stays.
func (r *Reveal) verdict(s *report.Slide, width, rows int) []string {
	var b strings.Builder
	for _, span := range s.Verdict {
		if span.Tone == doc.Fair {
			b.WriteString(r.app.Theme.Alert.Render(span.Words))
		} else {
			b.WriteString(span.Words)
		}
	}
	if b.Len() == 0 {
		return nil
	}
	lines := style.Wrap(b.String(), width)
	if len(lines) > rows {
		return []string{style.Fit(b.String(), width)}
	}
	return lines
}

// Statements that stand side by side.
const (
	columnGap   = 3
	mostColumns = 3
	// wideBar is the widest that one statement is drawn, where there are no others.
	wideBar = 88
)

// beside draws statements side by side, each with its bars and its verdict, at most mostColumns of them.
func (r *Reveal) beside(all []report.Slide, width int) []string {
	all = all[:min(len(all), mostColumns)]
	column := min(wideBar, (width-columnGap*(len(all)-1))/len(all))
	most := longest(all...)
	statements, bars, verdicts := make([][]string, len(all)), make([][]string, len(all)), make([][]string, len(all))
	for i := range all {
		statements[i] = tui.Styled(style.Wrap(all[i].Statement, column), r.app.Theme.Strong)
		bars[i] = r.bars(&all[i], column, most)
		verdicts[i] = r.verdict(&all[i], column, mostVerdict)
	}
	lines := append(sideBySide(statements, column), "")
	lines = append(append(lines, sideBySide(bars, column)...), "")
	return append(lines, sideBySide(verdicts, column)...)
}

// mostVerdict is how many rows a verdict takes beside others.
const mostVerdict = 4

// sideBySide joins columns of this width.
func sideBySide(columns [][]string, width int) []string {
	var lines []string
	for i := 0; ; i++ {
		var b strings.Builder
		more := false
		for n, column := range columns {
			if n > 0 {
				b.WriteString(style.Space(columnGap))
			}
			cell := ""
			if i < len(column) {
				cell, more = column[i], true
			}
			b.WriteString(style.Pad(cell, width))
		}
		if !more {
			return lines
		}
		lines = append(lines, strings.TrimRight(b.String(), " "))
	}
}

// packed puts blocks below each other in so many rows, with a gap between them as far as there is space. Where there is too little,
// the title gives way, and then the gaps between the last blocks.
func packed(height int, title []string, others ...[]string) []string {
	free := height
	var blocks [][]string
	for _, b := range others {
		if len(b) > 0 {
			blocks, free = append(blocks, b), free-len(b)
		}
	}
	if free > len(title) && len(title) > 0 {
		blocks, free = append([][]string{title}, blocks...), free-len(title)
	}
	var lines []string
	for i, b := range blocks {
		if i > 0 && free > 0 {
			lines, free = append(lines, ""), free-1
		}
		lines = append(lines, b...)
	}
	return lines
}
