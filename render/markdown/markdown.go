// Package markdown writes documents as Markdown that renders the same on GitHub and in converters to Word: headings,
// tables, task lists, and addresses as links. It also reads guides, which keep to a small part of Markdown.
package markdown

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/render/doc"
)

// Write writes a document.
func Write(w io.Writer, d *doc.Document) error {
	var parts []string
	switch {
	case d.Kind.Empty() && d.Name.Empty():
	case d.Kind.Empty() || d.Name.Empty():
		parts = append(parts, "# "+text(d.Kind)+text(d.Name))
	default:
		parts = append(parts, "# "+text(d.Kind)+": "+text(d.Name))
	}
	if !d.Date.Empty() {
		parts = append(parts, text(d.Date))
	}
	parts = append(parts, blocks(d.Blocks)...)
	_, err := io.WriteString(w, strings.Join(parts, "\n\n")+"\n")
	return err
}

// blocks returns blocks that have something to say, of one line or more each and without a line break at the end.
func blocks(all []doc.Block) []string {
	var parts []string
	for _, b := range all {
		part := block(b)
		if l, ok := b.(doc.List); ok {
			part = list(l, edgeBullet(l))
		}
		if part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

func block(b doc.Block) string {
	switch b := b.(type) {
	case doc.Section:
		return section(b)
	case doc.Paragraph:
		if b.Role == doc.Warning {
			return strong(text(b.Text))
		}
		return text(b.Text)
	case doc.Facts:
		return facts(b)
	case doc.List:
		return list(b, "- ")
	case doc.Table:
		return table(b)
	case doc.Bars:
		return bars(b)
	case doc.Tally:
		return tally(b)
	case doc.Verbatim:
		return verbatim(b)
	case doc.Pen:
		return pen(b)
	case doc.Break:
		return ""
	default:
		panic(fmt.Sprintf("markdown: no way to write a %T", b))
	}
}

func section(s doc.Section) string {
	heading := strings.Repeat("#", s.Level+1) + " "
	if s.Number > 0 {
		heading += strconv.Itoa(s.Number) + ". "
	}
	parts := []string{heading + text(s.Name)}
	if !s.Tail.Empty() {
		parts = append(parts, strong(text(s.Tail.Sentence())))
	}
	if !s.Remark.Empty() {
		parts = append(parts, text(s.Remark.Sentence()))
	}
	return strings.Join(parts, "\n\n")
}

// facts returns a list, or paragraphs where blocks belong to one of the facts.
func facts(facts doc.Facts) string {
	var parts []string
	for _, f := range facts {
		if len(f.Below) > 0 {
			return labeled(facts)
		}
		parts = append(parts, strings.TrimSuffix("- "+text(f.Label)+": "+indented(text(f.Text), "  "), " "))
	}
	return strings.Join(parts, "\n")
}

func labeled(facts doc.Facts) string {
	var parts []string
	for _, f := range facts {
		parts = append(parts, strings.TrimSuffix(strong(text(f.Label)+":")+" "+text(f.Text), " "))
		parts = append(parts, blocks(f.Below)...)
	}
	return strings.Join(parts, "\n\n")
}

// edgeBullet returns the bullet of a list at the left edge. Before text from somebody's file, a hyphen would begin the formula of
// a spreadsheet.
func edgeBullet(l doc.List) string {
	foreign := func(item doc.Item) bool { return item.Box == doc.NoBox && len(item.Text) > 0 && item.Text[0].Foreign }
	if slices.ContainsFunc(l.Items, foreign) {
		return "* "
	}
	return "- "
}

func list(l doc.List, bullet string) string {
	var b strings.Builder
	for i, item := range l.Items {
		marker := bullet
		switch {
		case item.Box == doc.Open:
			marker += "[ ] "
		case item.Box != doc.NoBox:
			marker += "[x] "
		case l.From > 0:
			marker = strconv.Itoa(l.From+i) + ". "
		}
		indent := strings.Repeat(" ", strings.Index(marker, " ")+1)
		words := text(item.Text)
		if item.Box == doc.Dropped && words != "" {
			words = "~~" + words + "~~"
		}
		b.WriteString(marker + indented(words, indent))
		for i, tail := range item.Tail {
			b.WriteString([]string{" (", ", "}[min(i, 1)] + text(tail))
		}
		if len(item.Tail) > 0 {
			b.WriteString(")")
		}
		b.WriteString("\n")
		for _, below := range item.Below {
			if _, nested := below.(doc.List); !nested {
				b.WriteString("\n")
			}
			b.WriteString(indent + indented(block(below), indent) + "\n")
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// indented puts an indent before every line but the first, unless it is empty.
func indented(lines, indent string) string {
	return strings.ReplaceAll(strings.ReplaceAll(lines, "\n", "\n"+indent), "\n"+indent+"\n", "\n\n")
}

func table(t doc.Table) string {
	heads, marks := make([]string, len(t.Columns)), make([]string, len(t.Columns))
	for i, c := range t.Columns {
		heads[i], marks[i] = cell(c.Head), "---"
		if c.Right {
			marks[i] = "--:"
		}
	}
	lines := []string{row(heads), row(marks)}
	for _, r := range t.Rows {
		cells := make([]string, len(t.Columns))
		for i, text := range r {
			cells[i] = cell(text)
		}
		lines = append(lines, row(cells))
	}
	return strings.Join(lines, "\n")
}

// bars returns a chart as a table. The marks of the tones stand in its first column.
func bars(b doc.Bars) string {
	cells := [][]string{
		{"", cell(b.Label), cell(b.Word), cell(b.Shown), cell(b.Tail)},
		{":-:", "---", "---", "--:", "---"},
	}
	for _, r := range b.Rows {
		mark := ""
		if !r.Shown.Empty() {
			mark = escape(r.Word.Tone().Mark())
		}
		cells = append(cells, []string{mark, cell(r.Label), cell(r.Word), cell(r.Shown), cell(r.Tail)})
	}
	lines := make([]string, len(cells))
	for i, c := range cells {
		if !b.Tailed() {
			c = c[:len(c)-1]
		}
		lines[i] = row(c)
	}
	return strings.Join(lines, "\n")
}

func tally(t doc.Tally) string {
	heads, marks := []string{cell(t.Label)}, []string{"---"}
	for _, answer := range t.Scale {
		heads, marks = append(heads, cell(answer.Label)), append(marks, "--:")
	}
	lines := [][]string{heads, marks}
	for _, r := range t.Rows {
		cells := []string{cell(r.Label)}
		for _, n := range r.N {
			cells = append(cells, strconv.Itoa(n))
		}
		lines = append(lines, cells)
	}
	from := 0
	if len(t.Rows) == 1 && t.Rows[0].Label.Empty() {
		from = 1
	}
	rows := make([]string, len(lines))
	for i, cells := range lines {
		rows[i] = row(cells[from:])
	}
	return strings.Join(rows, "\n")
}

func row(cells []string) string {
	var b strings.Builder
	b.WriteString("|")
	for _, c := range cells {
		if c != "" {
			b.WriteString(" " + c)
		}
		b.WriteString(" |")
	}
	return b.String()
}

// verbatim returns lines in a fence that none of them ends.
func verbatim(lines doc.Verbatim) string {
	text := strings.Join(lines, "\n")
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	return fence + "\n" + text + "\n" + fence
}

func pen(labels doc.Pen) string {
	parts := make([]string, len(labels))
	for i, label := range labels {
		parts[i] = text(label) + ": " + escape(strings.Repeat("_", 20))
	}
	return strings.Join(parts, " ")
}
