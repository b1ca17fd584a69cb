package terminal

import (
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/style"
)

// bullet marks an item without a number, boxes those that can be ticked.
const bullet = "- "

var boxes = [...]string{doc.Open: "[ ] ", doc.Done: "[x] ", doc.Dropped: "[-] "}

// list writes items below each other. A numbered item needs no box until it is ticked.
func (p *page) list(l doc.List, width int) []string {
	digits := len(number(l.From + len(l.Items) - 1))
	tails := tailColumn(l)
	var lines []string
	for i, item := range l.Items {
		marker := bullet
		switch {
		case l.From > 0:
			marker = style.PadLeft(number(l.From+i), digits) + style.Space(gap)
			if item.Box == doc.Done || item.Box == doc.Dropped {
				marker += boxes[item.Box]
			}
		case item.Box != doc.NoBox:
			marker = boxes[item.Box]
		}
		lines = append(lines, beside(marker, p.item(item, tails, width-style.Width(marker)))...)
	}
	return lines
}

// shortTail is how wide texts at the right edge may be to have a column of their own.
const shortTail = 8

// tailColumn returns how many columns the first tails of a list take beside the texts, or 0 where they stand on lines of the
// texts.
func tailColumn(l doc.List) int {
	column := 0
	for _, item := range l.Items {
		if len(item.Tail) == 0 {
			return 0
		}
		column = max(column, style.Width(plain(item.Tail[0])))
	}
	if column > shortTail {
		return 0
	}
	return column
}
