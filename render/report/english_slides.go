package report

import (
	"fmt"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
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
		counts[i] = label + " " + Thousands(q.Tally.Counts[i])
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
		return Thousands(people) + " not here or no answer"
	}
	return Thousands(people) + " gave no answer"
}

// figures lists the mean beside how many answered, and then who gave no rating.
func (english) figures(q score.Question, silent string) string {
	parts := []string{"nobody rated this"}
	if n := q.Ratings(); n > 0 {
		parts[0] = fmt.Sprintf("mean %.1f, %s answered", q.Mean, Thousands(n))
	}
	if n := q.Tally.DontKnow; n > 0 {
		parts = append(parts, Thousands(n)+" don't know")
	}
	if n := q.Tally.NotApplicable; n > 0 {
		parts = append(parts, Thousands(n)+" not applicable")
	}
	if silent != "" {
		parts = append(parts, silent)
	}
	return strings.Join(parts, ", ")
}

func (english) shownVerdict(q score.Question) doc.Text {
	about := fmt.Sprintf("about %d of 100", q.Tens)
	if q.Split {
		return doc.Text{{Words: "Split", Tone: doc.Fair}, {Words: "  " + about}}
	}
	return doc.Words(about)
}

func (say english) readOutShown(q score.Question, instead string) string {
	said := fmt.Sprintf("About %d of 100.", q.Tens)
	if q.Split {
		said = "Split. " + said
	}
	if instead != "" {
		return said + " " + instead
	}
	parts := make([]string, len(q.Bars))
	for i, b := range q.Bars {
		parts[i] = fmt.Sprintf("%s %d", say.barName(b), b.Tenths)
	}
	return said + " Of ten ratings: " + strings.Join(parts, ", ") + "."
}

func (english) barName(b score.Bar) string { return barNames[[2]assess.Rating{b.From, b.To}] }

func (english) fewRated() string { return "Fewer than five rated this, so it is not shown." }
func (english) fiveOnEachSide() string {
	return "Five or more rated this low, five or more high, and few are between."
}

func (english) barsLeftOut() string {
	return "There are no bars: they could tell what a few of you said."
}

func (english) nothingShown() doc.Text {
	return doc.Words("No statement was rated by five people or more, so nothing is shown.")
}

// topicsWithheld names a few topics, and counts many.
func (english) topicsWithheld(labels []string) doc.Text {
	if len(labels) > maxContenders {
		return fill("%d topics are left out, because fewer than five rated them.", len(labels))
	}
	return fill("Left out, because fewer than five rated them: %s.", joinList(labels))
}
