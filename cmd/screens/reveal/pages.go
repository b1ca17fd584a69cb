package reveal

import (
	"slices"
	"strings"

	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/render/report"
	"github.com/coalcheck/coalcheck/render/style"
)

// pages returns what stands below the head of a talk, as few pages as possible: the bars of one statement, or of several side by
// side, with what to ask; else both apart. Notes that people wrote come last, on a page of their own where they need it.
func (t *talk) pages() [][]string {
	topic := t.topic(t.id)
	height := max(1, t.area.Height-1)
	about, ask := t.about(topic), t.ask(topic)
	var pages [][]string
	apart := true
	for _, answered := range t.answered(topic) {
		bars := packed(height, nil, answered...)
		apart = len(slices.Concat(answered...))+len(ask) > height
		if !apart {
			bars = packed(height, about, append(answered, ask)...)
		}
		pages = append(pages, bars)
	}
	if apart {
		pages = slices.AppendSeq(pages, slices.Chunk(packed(height, about, ask), height))
	}
	for _, more := range [][]string{t.written(topic), t.cut(topic)} {
		switch last := &pages[len(pages)-1]; {
		case len(more) == 0:
		case len(*last)+1+len(more) <= height:
			*last = append(append(*last, ""), more...)
		default:
			pages = slices.AppendSeq(pages, slices.Chunk(more, height))
		}
	}
	for i := range pages {
		pages[i] = pages[i][:min(len(pages[i]), height)]
	}
	return pages
}

// textWidth is the width of what is read, where the area is wider than one reads well.
func (t *talk) textWidth() int { return min(t.area.Width, wideArea) }

// about says why the topic is talked about, and in a large area what it means.
func (t *talk) about(topic *report.TalkTopic) []string {
	lines := style.Wrap(topic.Why.String(), t.textWidth())
	if spacious(t.area) {
		lines = append(lines, style.Wrap(topic.Meaning, t.textWidth())...)
	}
	return tui.Styled(lines, t.app.Theme.Muted)
}

// answered draws the bars in blocks: statement by statement, or as many as fit beside each other.
func (t *talk) answered(topic *report.TalkTopic) [][][]string {
	var all [][][]string
	if spacious(t.area) {
		for some := range slices.Chunk(topic.Slides, mostColumns) {
			all = append(all, [][]string{t.beside(some, t.area.Width)})
		}
		return all
	}
	for i := range topic.Slides {
		s := &topic.Slides[i]
		statement := tui.Styled(style.Wrap(s.Statement, t.area.Width), t.app.Theme.Strong)
		all = append(all, [][]string{statement, t.bars(s, t.area.Width, longest(*s))})
	}
	return all
}

// ask draws what to ask, and what was decided and noted since.
func (t *talk) ask(topic *report.TalkTopic) []string {
	th := t.app.Theme
	var lines []string
	for _, prompt := range topic.Prompts {
		for i, line := range style.Wrap(prompt.String(), t.textWidth()-2) {
			mark := "  "
			if i == 0 {
				mark = th.Accent.Render("? ")
			}
			lines = append(lines, mark+line)
		}
	}
	decided, note := t.decided(topic), t.noted(topic)
	for _, text := range decided {
		lines = append(lines, style.Fit(th.Strong.Render(text), t.area.Width))
	}
	if note != "" {
		lines = append(lines, style.Fit(th.Muted.Render(style.OneLine(note)), t.area.Width))
	}
	return lines
}

// decided returns what was decided about a topic, each in one line, and noted the note on it in its lines, or "".
func (t *talk) decided(topic *report.TalkTopic) []string {
	if t.o.Table == nil {
		return nil
	}
	var texts []string
	for _, row := range t.o.Table.Rows() {
		if row.Topic == topic.ID && !row.Left {
			texts = append(texts, report.Decided(row.Do))
		}
	}
	return texts
}

func (t *talk) noted(topic *report.TalkTopic) string {
	if t.o.Table == nil || t.o.Table.Note(topic.ID) == "" {
		return ""
	}
	return "Note: " + t.o.Table.Note(topic.ID)
}

// cut draws the whole of what was decided and noted, where one line is too short for it.
func (t *talk) cut(topic *report.TalkTopic) []string {
	var lines []string
	for _, text := range t.decided(topic) {
		if style.Width(text) > t.area.Width {
			lines = append(lines, style.Wrap(text, t.textWidth())...)
		}
	}
	if note := t.noted(topic); style.Width(style.OneLine(note)) > t.area.Width {
		for line := range strings.SplitSeq(note, "\n") {
			lines = append(lines, style.Wrap(style.OneLine(line), t.textWidth())...)
		}
	}
	return lines
}

// written draws the notes that people wrote on the topic, if there are any.
func (t *talk) written(topic *report.TalkTopic) []string {
	var lines []string
	for i, note := range topic.Notes {
		if i == 0 {
			lines = append(lines, t.app.Theme.Muted.Render("What some of us wrote:"))
		}
		lines = append(lines, style.Wrap("- "+style.OneLine(note), t.textWidth())...)
	}
	return lines
}
