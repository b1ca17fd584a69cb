// Package speech writes documents to listen to: sentences, one a line, without bars, columns and lines to fill in,
// because a screen reader says each of their characters.
package speech

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/style"
)

// Options says how to write. The zero Options leaves every line as long as its sentence.
type Options struct {
	// Width is where lines end that a terminal would otherwise break in the middle of a word, or 0.
	Width int
}

// Write writes a document.
func Write(w io.Writer, d *doc.Document, o Options) error {
	s := &speaker{width: o.Width}
	title := doc.JoinWith(", ", d.Name, d.Date)
	if d.Date.Empty() {
		title = doc.JoinWith(": ", d.Kind, d.Name)
	}
	if !title.Empty() {
		s.say(title)
	}
	var before doc.Block
	for i := 0; i < len(d.Blocks); i++ {
		b := d.Blocks[i]
		if s.Len() > 0 && apart(before, b) {
			s.WriteByte('\n')
		}
		if text, ok := runIn(d.Blocks[i:]); ok {
			s.sentence(text)
			i++
		} else {
			s.block(b)
		}
		before = b
	}
	_, err := io.WriteString(w, s.String())
	return err
}

// apart reports whether a blank line divides two blocks: it does before every section and before the last words. Below
// the title, before is nil.
func apart(before, after doc.Block) bool {
	switch after := after.(type) {
	case doc.Section:
		first, ok := before.(doc.Section)
		return !after.RunIn || !ok || !first.RunIn
	case doc.Paragraph:
		if after.Role != doc.Small || before == nil {
			return false
		}
		switch before.(type) {
		case doc.Section, doc.Paragraph:
			return false
		}
		return true
	default:
		return false
	}
}

// runIn returns the sentence of a section of one short text, if blocks begin with one.
func runIn(blocks []doc.Block) (sentence doc.Text, ok bool) {
	section, ok := blocks[0].(doc.Section)
	if !ok || !section.RunIn || len(blocks) == 1 {
		return nil, false
	}
	text, ok := blocks[1].(doc.Paragraph)
	return doc.JoinWith(": ", section.Name, text.Text), ok
}

// speaker is a document in the making.
type speaker struct {
	strings.Builder
	width int
}

func (s *speaker) block(b doc.Block) {
	switch b := b.(type) {
	case doc.Section:
		s.section(b)
	case doc.Paragraph:
		s.say(b.Text.Spoken().Ended())
	case doc.Facts:
		for _, f := range b {
			s.fact(f)
		}
	case doc.List:
		s.list(b)
	case doc.Table:
		for _, row := range b.Rows {
			s.row(b, row)
		}
	case doc.Bars:
		for _, row := range b.Rows {
			s.sentence(doc.JoinWith(": ", row.Label, doc.JoinWith(", ", row.Word, row.Shown, spokenTail(row))))
		}
	case doc.Tally:
		for _, row := range b.Rows {
			var counts []doc.Text
			for i, answer := range b.Scale {
				counts = append(counts, doc.Join(answer.Label, doc.Words(" "+strconv.Itoa(row.N[i]))))
			}
			s.sentence(doc.JoinWith(" ", row.Label, doc.JoinWith(", ", counts...)))
		}
	case doc.Verbatim:
		for _, line := range b {
			s.line(line)
		}
	case doc.Pen, doc.Break: // for the eye and the hand
	default:
		panic(fmt.Sprintf("speech: no way to write a %T", b))
	}
}

// spokenTail returns the tail of a bar, or nothing where there is no value: then the word says why.
func spokenTail(b doc.Bar) doc.Text {
	if b.Shown.Empty() {
		return nil
	}
	return b.Tail
}

func (s *speaker) section(b doc.Section) {
	text := doc.JoinWith(", ", doc.JoinWith(": ", b.Name, b.Remark), b.Tail).Spoken()
	if b.Remark.Empty() && b.Tail.Empty() && len(text.Ended()) > len(text) {
		text = doc.Join(text, doc.Words(":"))
	}
	s.sentence(text)
}

func (s *speaker) fact(f doc.Fact) {
	if f.Text.Empty() {
		s.sentence(doc.Join(f.Label, doc.Words(":")))
	} else {
		s.sentence(doc.JoinWith(": ", f.Label, f.Text))
	}
	for _, b := range f.Below {
		s.block(b)
	}
}

func (s *speaker) list(l doc.List) {
	for i, item := range l.Items {
		text := item.Text.Spoken().Sentence()
		if l.From > 0 {
			text = doc.Join(doc.Words(strconv.Itoa(l.From+i)+". "), text)
		}
		for _, tail := range item.Tail {
			text = doc.JoinWith(" ", text, tail.Spoken().Sentence())
		}
		s.sentence(text)
		for _, b := range item.Below {
			s.block(b)
		}
	}
}

// row says a row of a table with the heads of its columns, which two columns do without.
func (s *speaker) row(t doc.Table, row []doc.Text) {
	if len(t.Columns) <= 2 {
		s.sentence(doc.JoinWith(": ", row...))
		return
	}
	var cells []doc.Text
	for i, cell := range row {
		if i > 0 && !cell.Empty() {
			cell = doc.JoinWith(": ", t.Columns[i].Head, cell)
		}
		cells = append(cells, cell.Spoken().Sentence())
	}
	s.sentence(doc.JoinWith(" ", cells...))
}

func (s *speaker) sentence(t doc.Text) { s.say(t.Spoken().Sentence()) }

// say says each line of a text, and then where its links lead.
func (s *speaker) say(t doc.Text) {
	for _, line := range t.Spoken().Lines() {
		var b strings.Builder
		for _, span := range line {
			b.WriteString(s.words(span))
		}
		s.line(b.String())
	}
	for _, span := range t {
		if address := span.Address(); address != "" {
			s.line(address)
		}
	}
}

// words returns how a span is said. No line ends within code.
func (s *speaker) words(span doc.Span) string {
	text := span.Words
	if span.Foreign {
		text = safetext.Clean(text)
	}
	text = safetext.OneLine(text)
	if span.Style == doc.Code {
		text = strings.ReplaceAll(text, " ", style.NoBreak)
	}
	return text
}

// line adds a line, in several where it is wider than the width. Where one of them would begin a formula, for those who paste
// it into a spreadsheet, all begin with a space.
func (s *speaker) line(text string) {
	start, lines := "", s.broken(text, s.width)
	if slices.ContainsFunc(lines, safetext.BeginsFormula) {
		start, lines = " ", s.broken(text, s.width-1)
	}
	for _, l := range lines {
		s.WriteString(start)
		s.WriteString(strings.ReplaceAll(l, style.NoBreak, " "))
		s.WriteByte('\n')
	}
}

// broken returns the lines that a text has at a width, if there is one.
func (s *speaker) broken(text string, width int) []string {
	if s.width <= 0 {
		return []string{text}
	}
	return style.Wrap(text, width)
}
