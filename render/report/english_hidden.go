package report

import (
	"fmt"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/doc"
)

func (english) leftOut() doc.Text {
	return doc.Words("Left out, too: what matters most to whom, who does not know, who stands apart, how sure the order is, and notes that may " +
		"not be read out.")
}

func (english) tensAreRough() doc.Text {
	return doc.Words("Scores are rounded to tens, so two that stand next to each other may really be the other way round.")
}

func (english) judgedInTens() doc.Text {
	return doc.Words("Better and worse mean 20 points or more, and more than chance alone would mostly move; a smaller change is steady.")
}

func (english) sidesWithheld() doc.Text {
	return doc.Words("What leaders and staff see differently from members and partners is left out: it takes five on each side.")
}

func (english) sideBand(b score.Band) doc.Text {
	return doc.Text{{Words: englishBands[b], Tone: tone(b)}}
}

func (english) inTens() doc.Text {
	return doc.Words("Everything comes from these tens: of each statement that five or more rated, and of each topic the one nearest to its " +
		"score within its band.")
}

func (english) tens(q score.Question) doc.Text {
	switch {
	case q.Suppressed:
		return doc.Words("withheld")
	case q.Split:
		return fill("%d of 100, split: five or more are low, five or more high", q.Tens)
	case q.Bars == nil:
		return fill("%d of 100", q.Tens)
	}
	var seen, said []string
	for _, b := range q.Bars {
		part := barNames[[2]assess.Rating{b.From, b.To}]
		seen = append(seen, fmt.Sprintf("%s %d", part, b.Tenths))
		said = append(said, fmt.Sprintf("%d tenths %s", b.Tenths, part))
	}
	value := fmt.Sprintf("%d of 100, in tenths of the ratings: ", q.Tens)
	return doc.Text{{Words: value + strings.Join(seen, ", "), Said: value + strings.Join(said, ", ")}}
}

// barNames are the words for parts of a distribution.
var barNames = map[[2]assess.Rating]string{
	{1, 2}: "low", {3, 3}: "middle", {4, 5}: "high", {1, 3}: "low or middle", {3, 5}: "middle or high",
}
