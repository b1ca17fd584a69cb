package render

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Questions writes every question of a questionnaire as terminal text, numbered in the order in which they are asked.
func Questions(w io.Writer, c *pitfalls.Catalogue, d assess.Depth, o Options) error {
	p := newPage(o)
	questionnaire := assess.Questionnaire{Catalogue: c, Depth: d}
	p.line(p.theme.title.Render(questionsTitle(d)))
	number := 0
	for _, part := range questionParts(c) {
		p.section(strings.ToUpper(part.title), "")
		p.scale(0, part.scale)
		for t := part.first; t < part.first+part.count; t++ {
			if d == assess.Full {
				p.blank()
				p.paragraph(0, p.theme.strong, c.Topics[t].Title)
			}
			for _, place := range questionnaire.Topic(t) {
				number++
				p.item(0, padLeft(strconv.Itoa(number), 3)+"  ", 5, questionnaire.Statement(place))
			}
		}
	}
	p.blank()
	p.paragraph(0, p.theme.muted, "Answer them with: "+command("coalcheck assess")+". A blank answers file: "+
		command("coalcheck questions --format answers")+".")
	return p.writeTo(w)
}

// QuestionsMarkdown writes every question as Markdown tables with a column for each rating, to print and to fill in.
func QuestionsMarkdown(w io.Writer, c *pitfalls.Catalogue, d assess.Depth) error {
	var b strings.Builder
	questionnaire := assess.Questionnaire{Catalogue: c, Depth: d}
	fmt.Fprintf(&b, "# %s\n", questionsTitle(d))
	number := 0
	for _, part := range questionParts(c) {
		fmt.Fprintf(&b, "\n## %s\n\n%s\n", part.title, escape(part.scale.Asks+" "+scaleWords(part.scale)))
		header := "\n| | Statement | 1 | 2 | 3 | 4 | 5 | Don't know | Not applicable |\n" +
			"| --: | --- | :-: | :-: | :-: | :-: | :-: | :-: | :-: |\n"
		if d == assess.Quick {
			b.WriteString(header)
		}
		for t := part.first; t < part.first+part.count; t++ {
			if d == assess.Full {
				fmt.Fprintf(&b, "\n### %s\n%s", escape(c.Topics[t].Title), header)
			}
			for _, place := range questionnaire.Topic(t) {
				number++
				fmt.Fprintf(&b, "| %d | %s | | | | | | | |\n", number, escape(questionnaire.Statement(place)))
			}
		}
	}
	fmt.Fprintf(&b, "\n%s\n", disclaimer)
	_, err := io.WriteString(w, b.String())
	return err
}

// part is the pitfalls or the pills, which have a scale each.
type part struct {
	title        string
	scale        *pitfalls.Scale
	first, count int
}

func questionParts(c *pitfalls.Catalogue) []part {
	return []part{
		{"Pitfalls", &c.Frequency, 0, pitfalls.PitfallCount},
		{"Pills", &c.Truth, pitfalls.PitfallCount, pitfalls.PillCount},
	}
}

func questionsTitle(d assess.Depth) string {
	if d == assess.Quick {
		return "The quick questions: one overall statement for each topic"
	}
	return "All questions: three signs of each pitfall and two practices of each pill"
}

// scale adds the question above the statements and the words for the ratings.
func (p *page) scale(indent int, s *pitfalls.Scale) {
	p.paragraph(indent, p.theme.muted, s.Asks)
	p.paragraph(indent, p.theme.muted, scaleWords(s))
}

// scaleWords returns the words for the ratings.
func scaleWords(s *pitfalls.Scale) string {
	parts := make([]string, len(s.Labels), len(s.Labels)+1)
	for i, label := range s.Labels {
		parts[i] = strconv.Itoa(i+1) + " " + label
	}
	return strings.Join(parts, ", ") + "; dk don't know; na not applicable"
}

// Topics writes the list of all topics as terminal text: the id, the title, and the one statement that stands for all.
func Topics(w io.Writer, c *pitfalls.Catalogue, o Options) error {
	p := newPage(o)
	room := 0
	for _, t := range c.Topics {
		room = max(room, lipgloss.Width(t.ID))
	}
	for i, part := range questionParts(c) {
		if i > 0 {
			p.blank()
		}
		p.line(p.theme.heading.Render(strings.ToUpper(part.title)))
		for t := part.first; t < part.first+part.count; t++ {
			indent := 4
			if 2+room+2+lipgloss.Width(c.Topics[t].Title) > p.width {
				p.line("  ", c.Topics[t].ID)
				p.item(indent, "", 0, c.Topics[t].Title)
				indent += 2
			} else {
				p.item(2, c.Topics[t].ID, room+2, c.Topics[t].Title)
			}
			p.paragraph(indent, p.theme.muted, c.Topics[t].Overall)
		}
	}
	p.blank()
	p.paragraph(0, p.theme.muted, "More about one of them: "+command("coalcheck explain "+c.Topics[0].ID))
	return p.writeTo(w)
}
