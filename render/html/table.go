package html

import (
	"math"
	"slices"
	"strconv"

	"github.com/coalcheck/coalcheck/render/doc"
)

// table returns a table. The first cell of a row says what the row is about. A column without any text is for a pen.
func table(t *doc.Table) node {
	heads, classes := make([]doc.Text, len(t.Columns)), make([]string, len(t.Columns))
	for i, c := range t.Columns {
		heads[i] = c.Head
		switch {
		case !slices.ContainsFunc(t.Rows, func(row []doc.Text) bool { return i < len(row) && !row[i].Empty() }):
			classes[i] = "pen"
		case c.Right:
			classes[i] = "figure"
		}
	}
	var rows []node
	for _, row := range t.Rows {
		var cells []node
		for i := range t.Columns {
			var text doc.Text
			if i < len(row) {
				text = row[i]
			}
			cells = append(cells, cell(i == 0, classes[i], text))
		}
		rows = append(rows, element("tr", "", cells...))
	}
	return grid(heads, classes, rows)
}

// grid returns a table with heads, unless they are all empty, and rows.
func grid(heads []doc.Text, classes []string, rows []node) node {
	body := element("tbody", "", rows...)
	if doc.Join(heads...).Empty() {
		return element("table", "", body)
	}
	var cells []node
	for i, head := range heads {
		if head.Empty() {
			cells = append(cells, cell(false, classes[i], nil))
		} else {
			cells = append(cells, element("th", classes[i], texts(head)...).with("scope", "col"))
		}
	}
	return element("table", "", element("thead", "", element("tr", "", cells...)), body)
}

// cell returns a cell, as the head of its row where it is one.
func cell(head bool, class string, text doc.Text) node {
	if head && !text.Empty() {
		return element("th", class, texts(text)...).with("scope", "row")
	}
	return element("td", class, texts(text)...)
}

// bars returns a chart as a table with all figures as text. Its pictures are only for the eye.
func bars(b *doc.Bars) node {
	classes := []string{"", "", "figure", "", "muted"}
	var rows []node
	for i := range b.Rows {
		row := &b.Rows[i]
		chart := element("td", "")
		if !row.Shown.Empty() {
			chart.inside = []node{bar(row)}
		}
		rows = append(rows, element("tr", "",
			cell(true, "", row.Label), chart, cell(false, "figure", row.Shown), cell(false, "", row.Word), cell(false, "muted", row.Tail)))
	}
	return grid([]doc.Text{b.Label, nil, b.Shown, b.Word, b.Tail}, classes, rows)
}

// bar draws a bar over its track. With a value from before it draws a ring for that, a dot for the value now, and a line
// between them.
func bar(b *doc.Bar) node {
	class := tones[b.Word.Tone()]
	if b.Before == nil {
		return picture(class,
			element("rect", "").with("width", "100", "height", "8", "fill-opacity", ".15"),
			element("rect", "").with("width", length(b.Value), "height", "8"))
	}
	before, now := length(*b.Before), length(b.Value)
	return picture(class,
		element("rect", "").with("y", "3.5", "width", "100", "height", "1", "fill-opacity", ".15"),
		element("line", "").with("x1", before, "x2", now, "y1", "4", "y2", "4", "stroke", "currentColor"),
		element("circle", "").with("cx", before, "cy", "4", "r", "3", "fill", "none", "stroke", "currentColor"),
		element("circle", "").with("cx", now, "cy", "4", "r", "3.5"))
}

// tally returns how many chose each answer, under a bar in which each answer has its share and is darker than the one
// before.
func tally(counts doc.Tally) []node {
	total := 0
	for _, c := range counts {
		total += c.N
	}
	heads, classes := make([]doc.Text, len(counts)), make([]string, len(counts))
	var shares, cells []node
	from := 0.0
	for i, c := range counts {
		heads[i], classes[i] = c.Label, "figure"
		cells = append(cells, cell(false, "figure", doc.Words(strconv.Itoa(c.N))))
		share := 100 * float64(c.N) / float64(max(total, 1))
		shares = append(shares, element("rect", "").with("x", length(from), "width", length(share), "height", "8",
			"fill-opacity", strconv.FormatFloat(float64(i+1)/float64(len(counts)), 'f', 2, 64)))
		from += share
	}
	return []node{picture("", shares...), grid(heads, classes, []node{element("tr", "", cells...)})}
}

// picture returns a drawing that is 100 wide, with a margin for dots at both ends.
func picture(class string, inside ...node) node {
	return element("svg", class, inside...).with("aria-hidden", "true", "viewBox", "-4 0 108 8", "width", "108", "height", "8",
		"fill", "currentColor")
}

// length returns a length from 0 to 100 with one decimal.
func length(value float64) string {
	return strconv.FormatFloat(math.Round(10*min(max(value, 0), 100))/10, 'f', -1, 64)
}
