package report

import (
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/doc"
)

func (english) whatChanged() string       { return "What changed" }
func (english) before() string            { return "Before" }
func (english) after() string             { return "After" }
func (english) severalCoalitions() string { return "Several coalitions" }

func (english) side(date doc.Text, respondents, files int) doc.Text {
	if date.Empty() {
		date = doc.Words("without a date")
	}
	if files > 1 {
		return fill("%s, %s in %s", date, count(respondents, "respondent"), count(files, "file"))
	}
	return fill("%s, %s", date, count(respondents, "respondent"))
}

func (english) twoCoalitions(before, after doc.Text) doc.Text {
	return fill("These are two coalitions: %s before, %s after.", before, after)
}

func (english) coalitionsDifferBefore() doc.Text {
	return doc.Words("The files before name different coalitions.")
}

func (english) coalitionsDifferAfter() doc.Text {
	return doc.Words("The files after name different coalitions.")
}

func (english) cataloguesDiffer(before, after int) doc.Text {
	return fill("The statements changed in between: edition %d before, edition %d after.", before, after)
}

func (english) languagesDiffer(before, after []string) doc.Text {
	return fill("The statements were asked in different languages: %s before, %s after. The same statement may be rated differently in another language.",
		joinList(before), joinList(after))
}

func (english) better() string                { return "Better" }
func (english) worse() string                 { return "Worse" }
func (english) topic() string                 { return "Topic" }
func (english) value() string                 { return "Value" }
func (english) change() string                { return "Change" }
func (english) answered() string              { return "Answered" }
func (english) lower(points string) doc.Text  { return fill("%s lower", points) }
func (english) higher(points string) doc.Text { return fill("%s higher", points) }
func (english) nothingMoved() string          { return "Nothing moved" }

func (english) nothingBetterOrWorse() doc.Text {
	return doc.Words("No topic got better or worse; see below for what is steady.")
}

func (english) noSureChange() string { return "No sure change" }

func (english) movedByChance(topics int) doc.Text {
	return fill("%s moved, but too little to tell from chance.", count(topics, "topic"))
}

func (english) becameOfPlan() string { return "What became of the plan" }

func (english) doneOf(done, of, dropped int) doc.Text {
	if dropped > 0 {
		return fill("%d of %d done, %d dropped", done, of, dropped)
	}
	return fill("%d of %d done", done, of)
}

func (english) stepMoved(label string, became, values doc.Text) doc.Text {
	return fill("%s: %s, %s", label, became, values)
}

func (english) stepNotCompared(label string, became doc.Text, because string) doc.Text {
	return fill("%s: %s; no comparison, %s", label, became, because)
}

func (english) stepBecame(label, became doc.Text) doc.Text { return fill("%s: %s", label, became) }
func (english) stepOfNoPitfall(became doc.Text) doc.Text   { return fill("Other actions: %s", became) }

func (english) claimsNoCause() doc.Text {
	return doc.Words("Nothing here shows that the one caused the other: much else happened meanwhile.")
}

func (english) firstSteps() string     { return "The first steps of the earlier plan" }
func (english) noPlanBefore() doc.Text { return doc.Words("None: the earlier answers made no plan.") }

func (english) noStepBefore() doc.Text {
	return doc.Words("None: no pitfall was pressing or on watch.")
}

func (english) firstStepMoved(label string, c score.Change, values, points, answered doc.Text) doc.Text {
	verdict := map[score.Verdict]string{score.Better: "better", score.Worse: "worse", score.Steady: "steady"}[c.Verdict]
	if c.Chance {
		verdict = "too little to tell from chance"
	}
	switch {
	case points.Empty() && answered.Empty():
		return fill("%s: %s, %s", label, verdict, values)
	case points.Empty():
		return fill("%s: %s, %s (answered: %s)", label, verdict, values, answered)
	case answered.Empty():
		return fill("%s: %s, %s, %s", label, verdict, values, points)
	}
	return fill("%s: %s, %s, %s (answered: %s)", label, verdict, values, points, answered)
}

func (english) firstStepNotCompared(label, because string) doc.Text {
	return fill("%s: no comparison, %s", label, because)
}
func (english) newlySplit() string { return "Newly split" }
func (english) newlySplitRemark() string {
	return "the answers lie far apart now: talk about these first"
}
func (english) noLongerSplit() string                         { return "No longer split" }
func (english) noLongerSplitRemark() string                   { return "the answers have come together" }
func (english) steady() string                                { return "Steady" }
func (english) chance() string                                { return "Too little to tell from chance" }
func (english) topicAt(label string, value doc.Text) doc.Text { return fill("%s %s", label, value) }

func (english) topicsAt(topics []doc.Text) doc.Text { return doc.JoinWith(", ", topics...) }

func (english) noComparison() string { return "No comparison" }

func (e english) notComparedBecause(r score.Reason, before, after *score.Topic) string {
	switch r {
	case score.NotScoredBefore:
		return e.unscored(before) + " before, " + e.at(after).String() + " after"
	case score.NotScoredAfter:
		return e.at(before).String() + " before, " + e.unscored(after) + " after"
	case score.NeverScored:
		if e.unscored(before) == e.unscored(after) {
			return e.unscored(before) + " either time"
		}
		return e.unscored(before) + " before, " + e.unscored(after) + " after"
	case score.QuickBefore:
		return "answered as a whole before and statement by statement after"
	case score.QuickAfter:
		return "answered statement by statement before and as a whole after"
	case score.OneBefore:
		return "one person before and several after"
	case score.OneAfter:
		return "several people before and one after"
	case score.NothingShared:
		return "no statement was rated both times"
	default:
		return "a statement has fewer than three ratings"
	}
}

func (english) holdsFor(labels []string, text string) doc.Text {
	return fill("%s: %s", joinList(labels), text)
}

func (english) judged(several bool) doc.Text {
	if several {
		return doc.Words("Better and worse mean half a point of five or more, and more than chance alone would mostly move; a smaller " +
			"change is steady.")
	}
	return doc.Words("Better and worse mean three steps or more, all statements of a topic together (two in a quick run); a smaller " +
		"change is steady.")
}
