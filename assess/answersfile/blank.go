package answersfile

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Blank returns a commented answers file in which nothing is answered. Read accepts it as it is and filled in. At depth
// Quick it asks the overall statement of each topic, otherwise every question.
func Blank(c *pitfalls.Catalogue, d assess.Depth) []byte {
	b := &blank{catalogue: c, depth: d, margin: margin(c)}
	b.howTo()
	fmt.Fprintf(b, "\nformat: %s\ncatalogue: %d\n", fileFormat, c.Version)
	b.line("coalition:", "the name of the coalition")
	b.line("respondent:", "who answers; may stay empty")
	b.line("role:", safetext.JoinList(roleNames(), "or")+"; may stay empty")
	b.line("date:", "the day of the answers, such as 2026-11-21")
	b.line("focus: []", fmt.Sprintf("at most %d pitfalls that matter most, such as [%s]", assess.MaxFocus, c.Topics[0].ID))
	b.topics("pitfalls", c.Frequency, c.Pitfalls())
	b.topics("pills", c.Truth, c.Pills())
	return b.Bytes()
}

// blank holds the text of a blank answers file while it grows.
type blank struct {
	bytes.Buffer
	catalogue *pitfalls.Catalogue
	depth     assess.Depth
	margin    int
}

// howTo explains how to fill in the file.
func (b *blank) howTo() {
	b.WriteString(`# Write an answer after each colon, with a space between them:
#
#   1 to 5   how often, or how true; the words are below
#   dk       you do not know
#   na       it does not apply to you
#
# What you leave empty counts as not answered. Everything after a # is for you to read. Put a text that holds a colon or
# a # in double quotes. Then run "coalcheck assess --answers" with the name of this file.
#
# For a room, add a line such as "present: 23" and count the hands: {1: 2, 2: 3, 3: 9, 4: 6, 5: 1, dk: 2}
`)
}

// line writes a key and what to know about it.
func (b *blank) line(key, comment string) { fmt.Fprintf(b, "%-*s# %s\n", b.margin, key, comment) }

// comment writes a text as comment lines.
func (b *blank) comment(text string) {
	const width = 120
	line := "#"
	for word := range strings.FieldsSeq(text) {
		if len(line)+1+len(word) > width {
			b.WriteString(line + "\n")
			line = "#"
		}
		line += " " + word
	}
	b.WriteString(line + "\n")
}

func (b *blank) topics(name string, scale pitfalls.Scale, topics []pitfalls.Topic) {
	var words []string
	for i, label := range scale.Labels {
		words = append(words, fmt.Sprintf("%d %s", i+1, strings.ToLower(label)))
	}
	b.WriteString("\n")
	b.comment(scale.Before)
	fmt.Fprintf(b, "#\n# %s  %s\n#\n", scale.Asks, strings.Join(words, ", "))
	for _, text := range scale.Help {
		b.comment(text)
	}
	fmt.Fprintf(b, "%s:\n", name)
	for i := range topics {
		if b.depth == assess.Quick {
			b.line("  "+topics[i].ID+":", topics[i].Overall)
		} else {
			b.topic(&topics[i])
		}
	}
}

func (b *blank) topic(t *pitfalls.Topic) {
	fmt.Fprintf(b, "  # %s\n  %s:\n", t.Title, t.ID)
	for _, q := range t.Questions {
		b.line("    "+q.ID+":", q.Text)
	}
	fmt.Fprintf(b, "    %s:\n", noteKey)
}
