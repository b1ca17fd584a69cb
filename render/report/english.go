package report

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/doc"
)

// english is what reports say in English.
type english struct{}

var _ sentences = english{}

func (english) lang() string               { return "en" }
func (english) day(t time.Time) string     { return t.Format("2 January 2006") }
func (english) noName() string             { return "A coalition without a name" }
func (english) coalitionsTogether() string { return "Several coalitions together" }
func (english) confidentialReport() string { return "Confidential report" }

func (english) confidential() doc.Text {
	return doc.Words("Confidential: scores are rounded to tens; names, and what fewer than five people said, are left out.")
}

func (english) onlyOneReport() doc.Text {
	return doc.Words("A second report after one more answer would reveal that answer, so make only one.")
}

func (english) disclaimer() doc.Text {
	return doc.Words("coalcheck starts conversations; it is not a validated test, and not for choosing whom to fund.")
}

func (english) measure(k pitfalls.Kind) string { return byKind(k, "Exposure", "Strength") }

func (english) measured(k pitfalls.Kind, value doc.Text) doc.Text {
	return fill(byKind(k, "exposure %s", "strength %s"), value)
}

// byKind returns the words for a pitfall or those for a pill.
func byKind(k pitfalls.Kind, pitfall, pill string) string {
	if k == pitfalls.Pill {
		return pill
	}
	return pitfall
}

// englishBands are the words for bands.
var englishBands = map[score.Band]string{
	score.Calm: "calm", score.Watch: "watch", score.Pressing: "pressing",
	score.Weak: "weak", score.Partial: "partial", score.Strong: "strong",
}

func (english) at(t *score.Topic) doc.Text {
	band := englishBands[t.Band]
	return doc.Text{{Words: band + " at " + t.Shown(), Said: band + ", " + t.Shown() + " of 100", Tone: tone(t.Band)}}
}

func (english) unscored(t *score.Topic) string {
	switch {
	case t.State == score.NotApplicable:
		return "does not apply"
	case t.State == score.Suppressed:
		return "withheld: fewer than five rated it"
	case t.Votes.IsZero():
		return "not answered"
	default:
		return fmt.Sprintf("not enough answers (%d of %d)", t.Answered, t.Asked)
	}
}

func (english) coverage(fewest, most, of int) doc.Text {
	if fewest == most {
		return fill("%d of %d", most, of)
	}
	return doc.Text{{Words: fmt.Sprintf("%d-%d of %d", fewest, most, of), Said: fmt.Sprintf("%d to %d of %d", fewest, most, of)}}
}

func (english) fromTo(before, after doc.Text) doc.Text {
	return doc.Text{{
		Words: before.String() + " → " + after.String(),
		Said:  "from " + before.Spoken().String() + " to " + after.Spoken().String(),
	}}
}

// fill returns a sentence with an argument in the place of each %s and %d. Text between backticks is code.
func fill(sentence string, args ...any) doc.Text {
	var t doc.Text
	style := doc.Plain
	add := func(words string) {
		if words != "" {
			t = append(t, doc.Span{Words: words, Style: style})
		}
	}
	for {
		i := strings.IndexAny(sentence, "%`")
		if i < 0 {
			add(sentence)
			return t
		}
		add(sentence[:i])
		if sentence[i] == '`' {
			style = doc.Code - style // on or off
			sentence = sentence[i+1:]
			continue
		}
		if text, ok := args[0].(doc.Text); ok {
			t = append(t, text...)
		} else {
			add(fmt.Sprint(args[0]))
		}
		args, sentence = args[1:], sentence[i+2:]
	}
}

// count returns a number with its noun: 1 respondent, 2 respondents.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// joinList joins words as a sentence does: a, b and c.
func joinList(words []string) string { return safetext.JoinList(words, "and") }
