package html

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/markup"
)

// widePens is how many columns for a pen a table may have for words. More are for marks.
const widePens = 2

// table returns a table. The first cell of a row says what the row is about. A column without any text is for a pen.
func table(t *doc.Table) markup.Node {
	heads, classes := make([]doc.Text, len(t.Columns)), make([]string, len(t.Columns))
	var pens []int
	for i, c := range t.Columns {
		heads[i] = c.Head
		switch {
		case !slices.ContainsFunc(t.Rows, func(row []doc.Text) bool { return i < len(row) && !row[i].Empty() }):
			classes[i] = "pen"
			pens = append(pens, i)
		case c.Right:
			classes[i] = "figure"
		}
	}
	if len(pens) <= widePens {
		for _, i := range pens {
			classes[i] += " wide"
		}
	}
	var rows []markup.Node
	for _, row := range t.Rows {
		var cells []markup.Node
		for i := range t.Columns {
			var text doc.Text
			if i < len(row) {
				text = row[i]
			}
			cells = append(cells, cell(i == 0, classes[i], text))
		}
		rows = append(rows, markup.Element("tr", "", cells...))
	}
	return grid(heads, classes, rows)
}

// grid returns a table with heads, unless they are all empty, and rows.
func grid(heads []doc.Text, classes []string, rows []markup.Node) markup.Node {
	body := markup.Element("tbody", "", rows...)
	if doc.Join(heads...).Empty() {
		return markup.Element("table", "", body)
	}
	var cells []markup.Node
	for i, head := range heads {
		if head.Empty() {
			cells = append(cells, cell(false, classes[i], nil))
		} else {
			cells = append(cells, markup.Element("th", classes[i], texts(head)...).With("scope", "col"))
		}
	}
	return markup.Element("table", "", markup.Element("thead", "", markup.Element("tr", "", cells...)), body)
}

// cell returns a cell, as the head of its row where it is one.
func cell(head bool, class string, text doc.Text) markup.Node {
	if head && !text.Empty() {
		return markup.Element("th", class, texts(text)...).With("scope", "row")
	}
	return markup.Element("td", class, texts(text)...)
}

// bars returns a chart as a table with all figures as text. Its pictures are only for the eye, and wrap below the names
// where there is no space beside them.
func bars(b *doc.Bars) markup.Node {
	columns := 4
	if !b.Tailed() {
		columns--
	}
	var rows []markup.Node
	for i := range b.Rows {
		row := &b.Rows[i]
		label := []markup.Node{markup.Element("span", "", append(mark(row.Word.Tone()), texts(row.Label)...)...)}
		if !row.Shown.Empty() {
			label = append(label, bar(row))
		}
		head := markup.Element("th", "", markup.Element("div", "bar", label...)).With("scope", "row")
		if row.Shown.Empty() { // there is space for why
			rows = append(rows, markup.Element("tr", "", head, cell(false, "", row.Word).With("colspan", strconv.Itoa(columns-1))))
			continue
		}
		cells := []markup.Node{head, cell(false, "", row.Word), cell(false, "figure", row.Shown), cell(false, "muted", row.Tail)}
		rows = append(rows, markup.Element("tr", "", cells[:columns]...))
	}
	chart := grid([]doc.Text{b.Label, b.Word, b.Shown, b.Tail}[:columns], []string{"", "", "figure", "muted"}[:columns], rows)
	return chart.With("class", "chart")
}

// mark returns the sign of a tone, which shows on gray paper what the color shows elsewhere.
func mark(t doc.Tone) []markup.Node {
	return []markup.Node{markup.Element("span", strings.TrimSpace("mark "+tones[t]), markup.Words(t.Mark())).With("aria-hidden", "true")}
}

// bar draws a bar over its track. With a value from before it draws a ring for that, a dot for the value now, and a line
// between them.
func bar(b *doc.Bar) markup.Node {
	class := tones[b.Word.Tone()]
	if b.Before == nil {
		return picture(class,
			markup.Element("rect", "track").With("width", "100%", "height", "100%", "rx", "2"),
			markup.Element("rect", "").With("width", percent(b.Value), "height", "100%", "rx", "2"))
	}
	before, now := percent(*b.Before), percent(b.Value)
	return picture(class,
		markup.Element("line", "").With("x2", "100%", "y1", "50%", "y2", "50%", "stroke", "var(--track)", "stroke-width", "2"),
		markup.Element("line", "").With("x1", before, "x2", now, "y1", "50%", "y2", "50%", "stroke", "currentColor", "stroke-width", "2"),
		markup.Element("circle", "").With("cx", before, "cy", "50%", "r", "4", "fill", "var(--paper)", "stroke", "currentColor", "stroke-width", "2"),
		markup.Element("circle", "").With("cx", now, "cy", "50%", "r", "5"))
}

// tally returns how many chose each answer to each question, with a bar in which the answers stand around the middle of the scale.
func tally(t *doc.Tally) markup.Node {
	heads, classes := []doc.Text{t.Label}, []string{""}
	for _, answer := range t.Scale {
		heads, classes = append(heads, answer.Label), append(classes, "figure")
	}
	below, above := t.Reach()
	var rows []markup.Node
	for i := range t.Rows {
		row := &t.Rows[i]
		var inside []markup.Node
		if !row.Label.Empty() {
			inside = append(inside, markup.Element("span", "", texts(row.Label)...))
		}
		inside = append(inside, shares(t, row, below, below+above))
		cells := []markup.Node{markup.Element("th", "", markup.Element("div", "bar", inside...)).With("scope", "row")}
		for _, n := range row.N {
			cells = append(cells, cell(false, "figure", doc.Words(strconv.Itoa(n))))
		}
		rows = append(rows, markup.Element("tr", "", cells...))
	}
	return grid(heads, classes, rows).With("class", "tally")
}

// shares draws the answers to a question around the center of the scale, which is as far from the left edge as below says. All of
// the width is as long as whole says.
func shares(t *doc.Tally, row *doc.Counts, below, whole float64) markup.Node {
	var drawn []markup.Node
	for i, edges := 0, row.Spread(); i+1 < len(edges); i++ {
		if row.N[i] > 0 {
			drawn = append(drawn, markup.Element("rect", strings.TrimSpace(tones[t.Scale[i].Tone]+" share")).With(
				"x", percent(100*(below+edges[i])/whole), "width", percent(100*(edges[i+1]-edges[i])/whole), "height", "100%",
				"fill-opacity", opacity(i, len(t.Scale))))
		}
	}
	center := percent(100 * below / max(whole, 1))
	return picture("", append(drawn, markup.Element("line", "").With(
		"x1", center, "x2", center, "y1", "-15%", "y2", "115%", "stroke", "currentColor", "stroke-width", "1"))...)
}

// opacity returns how strong an answer is drawn: the farther from the middle of the scale, the more.
func opacity(answer, answers int) string {
	middle := float64(answers-1) / 2
	far := math.Abs(float64(answer)-middle) / max(middle, 1)
	return strconv.FormatFloat(0.2+0.8*far, 'f', 2, 64)
}

// picture returns a drawing that is as wide as there is space. Its lengths are shares of that.
func picture(class string, inside ...markup.Node) markup.Node {
	return markup.Element("svg", class, inside...).With("aria-hidden", "true")
}

// percent returns a share from 0 to 100 with one decimal.
func percent(value float64) string {
	return strconv.FormatFloat(math.Round(10*min(max(value, 0), 100))/10, 'f', -1, 64) + "%"
}
