// Package report makes documents of results: what is said, in which order, and every sentence of it.
//
// A builder knows no format. It takes each sentence whole from sentences, of which another language is another
// implementation, and marks text from answers files as foreign; the writers see to the rest.
package report

import (
	"time"

	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/doc"
)

// Reader is where the reader of a document is, which decides what it asks them to do.
type Reader int

const (
	// AtPrompt is a reader who can type commands.
	AtPrompt Reader = iota
	// InWizard is a reader who can press the keys of the wizard.
	InWizard
	// OnPaper is a reader of a page that is printed or passed on.
	OnPaper
)

// labels returns the labels of topics.
func labels(r *score.Result, topics []int) []string {
	all := make([]string, len(topics))
	for n, i := range topics {
		all[n] = r.Topics[i].Label
	}
	return all
}

// section returns the heading of a part of a document.
func section(name, remark string) doc.Section {
	return doc.Section{Level: 1, Name: doc.Words(name), Remark: doc.Words(remark)}
}

// small returns a paragraph of small print.
func small(t doc.Text) doc.Paragraph { return doc.Paragraph{Role: doc.Small, Text: t} }

// items returns a list without numbers.
func items(texts []doc.Text) doc.List {
	var l doc.List
	for _, t := range texts {
		l.Items = append(l.Items, doc.Item{Text: t})
	}
	return l
}

// coalition names the coalition, or the report where there is no name.
func coalition(say sentences, r *score.Result) doc.Text {
	name := safetext.Clean(r.Group.Coalition)
	switch {
	case name != "":
		return doc.Foreign(name)
	case r.Confidential:
		return doc.Words(say.confidentialReport())
	case r.Group.CoalitionsDiffer:
		return doc.Words(say.coalitionsTogether())
	default:
		return doc.Words(say.noName())
	}
}

// coverage says how many answered a topic: statements for one respondent, people for several. It is empty where that is
// hidden.
func coverage(say sentences, r *score.Result, t *score.Topic) doc.Text {
	if r.Confidential {
		return nil
	}
	if r.Group.Respondents == 1 {
		return say.coverage(t.Answered, t.Answered, t.Asked)
	}
	fewest, most := t.Raters()
	return say.coverage(fewest, most, r.Group.Respondents)
}

// reason is a text that holds for some topics, such as why they are not compared.
type reason struct {
	text   string
	labels []string
}

// addReason adds that a text holds for a topic.
func addReason(reasons []reason, text, label string) []reason {
	for n := range reasons {
		if reasons[n].text == text {
			reasons[n].labels = append(reasons[n].labels, label)
			return reasons
		}
	}
	return append(reasons, reason{text, []string{label}})
}

// kinds are the two halves of the catalogue.
var kinds = []pitfalls.Kind{pitfalls.Pitfall, pitfalls.Pill}

// tone returns whether a band is good or bad.
func tone(b score.Band) doc.Tone {
	switch b {
	case score.Calm, score.Strong:
		return doc.Good
	case score.Watch, score.Partial:
		return doc.Fair
	case score.Pressing, score.Weak:
		return doc.Bad
	default:
		return doc.NoTone
	}
}

// day returns a date of an answers file as people read it.
func day(say sentences, date string) doc.Text {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return doc.Foreign(date)
	}
	return doc.Words(say.day(t))
}

// scoredPitfalls counts the pitfalls with a score.
func scoredPitfalls(r *score.Result) int {
	n := 0
	for i := range r.Group.Catalogue.Pitfalls() {
		if r.Topics[i].State == score.Scored {
			n++
		}
	}
	return n
}
