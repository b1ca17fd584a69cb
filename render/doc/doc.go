// Package doc is a document before it is text: sections, paragraphs, facts, lists, tables, bars and tallies.
//
// A document knows neither what it is about nor how it will look. The builders of render/report make one; the writers
// (terminal, speech, markdown, html, manpage) turn any document into their format. A writer cleans and escapes every
// span itself, whatever block it came in, so a builder never has to know what is special in a format.
package doc

import "slices"

// Document is one report, page or answer. The fields of its title may each be empty.
type Document struct {
	// Lang is the language of the words, as in "en".
	Lang string
	// Kind says what the document is, Name whom or what it is about, and Date when.
	Kind, Name, Date Text
	Blocks           []Block
}

// Beside returns what formats with room for one text beside the name put there: the date, or else the kind.
func (d *Document) Beside() Text {
	if d.Date.Empty() {
		return d.Kind
	}
	return d.Date
}

// Block is one part of a document: one of the types of this package and no other, so that a writer can handle all of
// them and a test can feed it each.
type Block interface{ block() }

func (Section) block()   {}
func (Paragraph) block() {}
func (Facts) block()     {}
func (List) block()      {}
func (Table) block()     {}
func (Bars) block()      {}
func (Tally) block()     {}
func (Verbatim) block()  {}
func (Pen) block()       {}
func (Break) block()     {}

// Section begins a part of the document and gives it a heading.
type Section struct {
	// ID names the section where a link, a key or a browser goes. It may be empty.
	ID string
	// Level is the depth of the heading: 1 is a part of the document, 2 a part of that.
	Level int
	// Number counts sections that are steps, from 1; 0 is a section without a number. Writers show it and do not say it:
	// to be heard, the number belongs in the Said of Name.
	Number int
	Name   Text
	// Remark explains the name, beside it. Tail is at the right edge.
	Remark, Tail Text
	// RunIn is true for a section of one paragraph that may stand beside the name, as it does in a list of short texts.
	RunIn bool
}

// Paragraph is running text.
type Paragraph struct {
	Role Role
	Text Text
}

// Role says what a paragraph is for.
type Role int

// The roles of a paragraph.
const (
	// Body is ordinary text.
	Body Role = iota
	// Lead is a sentence to see first.
	Lead
	// Warning is what a reader has to know before reading on.
	Warning
	// Small is small print.
	Small
)

// Facts are labeled texts. The labels line up, and each text wraps beside its label. A label that repeats the one before
// it is seen once.
type Facts []Fact

// Fact is one labeled text. Below holds blocks that follow the text beside the label, such as a list.
type Fact struct {
	Label, Text Text
	Below       []Block
}

// List is a list of items: numbered, with boxes to tick, or with neither.
type List struct {
	// From is the number of the first item, or 0 for a list without numbers.
	From  int
	Items []Item
}

// Item is one item of a list.
type Item struct {
	Box  Box
	Text Text
	// Tail is at the right edge, one line for each text.
	Tail []Text
	// Below is what belongs to the item: a quotation, actions, facts.
	Below []Block
}

// Box is the box before something that can be done. It is seen and not spoken.
type Box int

// The states of a box.
const (
	NoBox Box = iota
	Open
	Done
	Dropped
)

// Table is a table. Tables with the same Group have columns of the same width.
type Table struct {
	Group   string
	Columns []Column
	// Rows may be shorter than Columns. A column in which no row has a text is there to be filled in with a pen; only
	// formats that are printed show it.
	Rows [][]Text
}

// Column is the head of one column.
type Column struct {
	Head Text
	// Right aligns the column to the right, as numbers are.
	Right bool
}

// Bars is a chart with one horizontal bar for each row.
type Bars struct {
	// The heads of what the rows have, for formats that write the chart as a table.
	Label, Shown, Word, Tail Text
	Rows                     []Bar
}

// Tailed reports whether any row has a tail, so that a chart written as a table needs a column for it.
func (b *Bars) Tailed() bool {
	return slices.ContainsFunc(b.Rows, func(r Bar) bool { return !r.Tail.Empty() })
}

// Bar is one row of a chart.
type Bar struct {
	// Label says what is measured. Shown is the value in figures; it is empty where there is no value, and Word then says
	// why. Word is the value in a word, which carries the tone. Tail comes last.
	Label, Word, Shown, Tail Text
	// Value is from 0 to 100. Before, where it is set, is what Value was earlier.
	Value  float64
	Before *float64
}

// Tally is how many chose each answer to one or more questions with one scale.
type Tally struct {
	// Label is the head of what the rows are about, for formats that write them as a table.
	Label Text
	// Scale holds the answers, the lowest first. The one in the middle is the center of a picture.
	Scale []Answer
	Rows  []Counts
}

// Answer is one answer of a scale. Its tone says whether it is good or bad to choose it: it decides the color, and the farther
// the answer is from the center, the stronger.
type Answer struct {
	Label Text
	Tone  Tone
}

// Counts is how many chose each answer of the scale to one question. The label of one question may be empty.
type Counts struct {
	Label Text
	N     []int
}

// Spread returns where the answers of a row lie when its shares stand around the center of the scale: the center is 0, the whole
// row is 1 long, and answer i lies from edges[i] to edges[i+1]. A row without any count has no edges.
func (c *Counts) Spread() (edges []float64) {
	total := 0
	for _, n := range c.N {
		total += n
	}
	if total == 0 {
		return nil
	}
	at, middle := 0.0, len(c.N)/2
	for i, n := range c.N[:middle+1] {
		if i == middle && len(c.N)%2 == 1 {
			at -= float64(n) / 2
		} else if i < middle {
			at -= float64(n)
		}
	}
	for _, n := range append([]int{0}, c.N...) {
		at += float64(n)
		edges = append(edges, at/float64(total))
	}
	return edges
}

// Reach returns how far the rows of a tally reach below and above the center, in lengths of a row.
func (t *Tally) Reach() (below, above float64) {
	for i := range t.Rows {
		if edges := t.Rows[i].Spread(); edges != nil {
			below, above = max(below, -edges[0]), max(above, edges[len(edges)-1])
		}
	}
	return below, above
}

// Verbatim holds lines to copy, such as commands and examples. No writer breaks or changes them.
type Verbatim []string

// Pen holds the labels of lines to fill in with a pen.
type Pen []Text

// Break ends the first page.
type Break struct{}
