package report

import (
	"fmt"
	"strings"

	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/doc"
)

func (english) topicPlace(k pitfalls.Kind, n, of int) string {
	return fmt.Sprintf(byKind(k, "Pitfalls %d of %d", "Pills %d of %d"), n, of)
}

func (english) statementPlace(topic string, n, of int) string {
	return fmt.Sprintf("%s, %d of %d", topic, n, of)
}

func (say english) verdict(q score.Question, silent string) doc.Text {
	facts := say.figures(q, silent)
	switch {
	case q.Split:
		return doc.Text{{Words: "Split", Tone: doc.Fair}, {Words: "  " + facts}}
	case q.Ratings() >= score.MinSpread:
		return doc.Words("Not split  " + facts)
	default:
		return doc.Words(facts)
	}
}

// readOut says what the counts come to first, because that is easily lost behind a list of numbers.
func (say english) readOut(q score.Question, silent string, labels []string) string {
	counts := make([]string, len(labels))
	for i, label := range labels {
		counts[i] = fmt.Sprintf("%s %d", label, q.Tally.Counts[i])
		if i > 0 {
			counts[i] = strings.ToLower(counts[i])
		}
	}
	facts := say.figures(q, silent)
	facts = strings.ToUpper(facts[:1]) + facts[1:]
	switch {
	case q.Split:
		return fmt.Sprintf("Split. %s. %s.", facts, strings.Join(counts, ", "))
	case q.Ratings() >= score.MinSpread:
		return fmt.Sprintf("Not split. %s. %s.", facts, strings.Join(counts, ", "))
	case q.Ratings() > 0:
		return fmt.Sprintf("%s. %s.", facts, strings.Join(counts, ", "))
	default:
		return facts + "."
	}
}

func (english) noAnswer(people int, room bool) string {
	if room {
		return fmt.Sprintf("%d not here or no answer", people)
	}
	return fmt.Sprintf("%d gave no answer", people)
}

// figures lists the mean beside how many answered, and then who gave no rating.
func (english) figures(q score.Question, silent string) string {
	parts := []string{"nobody rated this"}
	if n := q.Ratings(); n > 0 {
		parts[0] = fmt.Sprintf("mean %.1f, %d answered", q.Mean, n)
	}
	if n := q.Tally.DontKnow; n > 0 {
		parts = append(parts, fmt.Sprintf("%d don't know", n))
	}
	if n := q.Tally.NotApplicable; n > 0 {
		parts = append(parts, fmt.Sprintf("%d not applicable", n))
	}
	if silent != "" {
		parts = append(parts, silent)
	}
	return strings.Join(parts, ", ")
}

func (english) nothingToSolve() doc.Text {
	return doc.Words("Nothing is split and nothing presses. Talk about what is working, and how to keep it.")
}

func (english) talkAboutPlan() doc.Text { return doc.Words("Talk about what the plan puts first.") }
func (english) thenTalkAboutPlan() doc.Text {
	return doc.Words("Then talk about what the plan puts first.")
}

func (english) whyTalk(t *score.Topic, split bool) doc.Text {
	if split {
		return doc.Words("split")
	}
	return doc.Words(englishBands[t.Band])
}
