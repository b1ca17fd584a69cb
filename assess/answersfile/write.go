package answersfile

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/textfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Format returns the answers as the text of an answers file: keys in catalogue order, one answer a line, each with its
// statement as a comment. Reading the text gives the same answers, and the same answers always give the same text.
// Questions without an answer are left out.
func Format(a *assess.Answers, c *pitfalls.Catalogue) []byte {
	f := &formatter{answers: a, catalogue: c, margin: margin(c)}
	if a.Present > 0 {
		f.widen()
	}
	fmt.Fprintf(f, "format: %s\ncatalogue: %d\n", fileFormat, c.Version)
	f.key("coalition", a.Coalition)
	f.key("respondent", a.Respondent)
	f.key("role", string(a.Role))
	if a.Date != "" {
		fmt.Fprintf(f, "date: %s\n", a.Date)
	}
	f.key("language", a.Language)
	if a.ReadOut {
		f.WriteString("read_out: true\n")
	}
	if a.Present > 0 {
		fmt.Fprintf(f, "present: %d\n", a.Present)
	}
	if focus := f.focusLine(); focus != "" {
		fmt.Fprintf(f, "focus: %s\n", focus)
	}
	f.topics("pitfalls", 0, pitfalls.PitfallCount)
	f.topics("pills", pitfalls.PitfallCount, len(c.Topics))
	if a.Draft != nil {
		fmt.Fprintf(f, "draft: {%s}\n", draftLine(a.Draft, c))
	}
	return f.Bytes()
}

// formatter holds the text of an answers file while it grows.
type formatter struct {
	bytes.Buffer
	answers   *assess.Answers
	catalogue *pitfalls.Catalogue
	// margin is the column at which comments start.
	margin int
}

// margin returns the column at which comments start, so that every line with a single rating fits to the left of
// it. It does not depend on the answers: changing one answer changes one line.
func margin(c *pitfalls.Catalogue) int {
	widest := 0
	for i := range c.Topics {
		widest = max(widest, len("  ")+len(c.Topics[i].ID))
		for _, q := range c.Topics[i].Questions {
			widest = max(widest, len("    ")+len(q.ID))
		}
	}
	return widest + len(": dk  ")
}

// widen moves the comments to the right of the longest tally.
func (f *formatter) widen() {
	for t := range f.catalogue.Topics {
		for _, l := range f.lines(t) {
			f.margin = max(f.margin, len(l.answer)+2)
		}
	}
}

func (f *formatter) key(name, text string) {
	if text != "" {
		fmt.Fprintf(f, "%s: %s\n", name, spellText(text))
	}
}

// topics writes the topics from first up to end, when there is anything to write.
func (f *formatter) topics(name string, first, end int) {
	for t := first; t < end; t++ {
		answers := &f.answers.Topics[t]
		if !answers.Answered() && answers.Note == "" {
			continue
		}
		if name != "" {
			fmt.Fprintf(f, "%s:\n", name)
			name = ""
		}
		if !f.short(t) {
			fmt.Fprintf(f, "  %s:\n", f.catalogue.Topics[t].ID)
		}
		for _, l := range f.lines(t) {
			fmt.Fprintf(f, "%-*s# %s\n", f.margin, l.answer, l.statement)
		}
		if answers.Note != "" {
			fmt.Fprintf(f, "    %s: %s\n", noteKey, spellNote(answers.Note))
		}
	}
}

// line is one answer and the statement that it answers.
type line struct{ answer, statement string }

// lines returns the answers to a topic.
func (f *formatter) lines(t int) []line {
	topic, answers := &f.catalogue.Topics[t], &f.answers.Topics[t]
	if f.short(t) {
		return []line{{"  " + topic.ID + ": " + f.spell(answers.Overall), topic.Overall}}
	}
	var lines []line
	if answers.Quick() {
		lines = append(lines, line{"    " + overallKey + ": " + f.spell(answers.Overall), topic.Overall})
	}
	for i, q := range answers.Questions {
		if !q.IsZero() {
			lines = append(lines, line{"    " + topic.Questions[i].ID + ": " + f.spell(q), topic.Questions[i].Text})
		}
	}
	return lines
}

// short reports whether the answers to a topic fit on the line of the topic.
func (f *formatter) short(t int) bool {
	return f.answers.Topics[t].Quick() && f.answers.Topics[t].Note == ""
}

// spell returns a tally as the file spells it. Of a workshop it is always a list of counts.
func (f *formatter) spell(t assess.Tally) string {
	if r := t.Rating(); f.answers.Present == 0 && r != assess.Unanswered {
		return r.String()
	}
	var counts []string
	for r := assess.Lowest; r <= assess.NotApplicable; r++ {
		if n := *t.Count(r); n > 0 {
			counts = append(counts, r.String()+": "+strconv.Itoa(n))
		}
	}
	return "{" + strings.Join(counts, ", ") + "}"
}

// placeName returns a place as findPlace reads it.
func placeName(c *pitfalls.Catalogue, p assess.Place) string {
	return c.Topics[p.Topic].ID + "." + Key(c, p)
}

// spellText returns a text as the file spells it in one line.
func spellText(text string) string {
	if isVote(text) {
		return textfile.DoubleQuoted(text)
	}
	return textfile.Scalar(text)
}

// spellNote returns a note as the file spells it, in several lines where it has them.
func spellNote(note string) string {
	if isVote(note) {
		return textfile.DoubleQuoted(note)
	}
	return textfile.Block(note, "      ")
}

// isVote reports whether a text without quotes would be taken for a vote.
func isVote(text string) bool { return slices.Contains(voteKeys, strings.ToLower(text)) }
