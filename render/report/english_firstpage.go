package report

import (
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/doc"
)

func (english) oneAnswered(n answers, aMember bool) doc.Text {
	switch {
	case n.rated == 0:
		return fill("None of the %d statements is rated yet.", n.asked)
	case n.dontKnow > 0 && aMember:
		return fill("One person's view: %d of %d rated, %d don't know. Take it to somebody who leads.", n.rated, n.asked, n.dontKnow)
	case n.dontKnow > 0:
		return fill("One person's view: %d of %d rated, %d don't know. Ask two members before you act.", n.rated, n.asked, n.dontKnow)
	case aMember:
		return fill("One person's view, %d of %d statements rated. Take it to somebody who leads.", n.rated, n.asked)
	default:
		return fill("One person's view, %d of %d statements rated. Ask two members before you act.", n.rated, n.asked)
	}
}

func (e english) severalAnswered(respondents int, c *score.Caution) doc.Text {
	if c == nil {
		c = &score.Caution{}
	}
	roles := joinList(e.roles(c.Roles))
	hidden := c.Roles.Total() < respondents // the roles of few
	switch invited := c.Invited > 0; {
	case invited && roles == "":
		return fill("%d of %d invited answered. Read this together.", respondents, c.Invited)
	case invited && hidden:
		return fill("%d of %d invited answered, among them %s. Read this together.", respondents, c.Invited, roles)
	case invited:
		return fill("%d of %d invited answered: %s. Read this together.", respondents, c.Invited, roles)
	case respondents == 1:
		return doc.Words("1 person answered. Read this together.")
	case roles == "":
		return fill("%d people answered. Read this together.", respondents)
	case hidden:
		return fill("%d people answered, among them %s. Read this together.", respondents, roles)
	default:
		return fill("%d answered: %s. Read this together.", respondents, roles)
	}
}

func (english) workOnFirst() string { return "Work on first" }

func (english) bandThenShown(t *score.Topic, ofHundred bool) doc.Text {
	band := englishBands[t.Band]
	if ofHundred {
		return doc.Text{{Words: band + ", " + t.Shown() + " of 100", Tone: tone(t.Band)}}
	}
	return doc.Text{{Words: band + " " + t.Shown(), Said: band + ", " + t.Shown() + " of 100", Tone: tone(t.Band)}}
}

func (english) firstHolds() doc.Text {
	return doc.Words("One answer one step different would not change what comes first.")
}

func (english) ratedOrMore(statement, label string, n, of int) doc.Text {
	return fill("\"%s\" (%d of %d %s or more)", statement, n, of, lowerFirst(label))
}

func (english) firstAmongThree(l score.Likelihood) doc.Text {
	switch l {
	case score.AlmostSurely:
		return doc.Words("Had others answered, the first would almost surely be among the first three.")
	case score.VeryProbably:
		return doc.Words("Had others answered, the first would very probably be among the first three.")
	case score.Perhaps:
		return doc.Words("Had others answered, the first would perhaps be among the first three.")
	default:
		return doc.Words("Had others answered, the first might not be among the first three.")
	}
}

func (english) manyAreLevel(steps int) doc.Text {
	return fill("The first %s are level: begin with the one that you can start most easily.", numeral(steps))
}

func (english) thisMonth() string { return "This month" }

// inAll rounds to five minutes, and from three quarters of an hour on to half an hour.
func (english) inAll(minutes int) doc.Text {
	halves := (minutes + 15) / 30
	switch hours := numeral(halves / 2); {
	case halves < 2:
		return fill("about %d minutes in all", (minutes+2)/5*5)
	case halves == 2:
		return doc.Words("about an hour in all")
	case halves == 3:
		return doc.Words("about an hour and a half in all")
	case halves%2 == 0:
		return fill("about %s hours in all", hours)
	default:
		return fill("about %s and a half hours in all", hours)
	}
}

func (english) minutesLong(n int) doc.Text {
	return doc.Text{{Words: strconv.Itoa(n) + " min", Said: count(n, "minute")}}
}

func (english) splitOn() string { return "Split on" }

func (english) topicsAndMore(labels []string, more int) doc.Text {
	all := strings.Join(labels, ", ")
	if more > 0 {
		return fill("%s and %d more", all, more)
	}
	return doc.Words(all)
}

func (english) inPlace() string   { return "In place" }
func (english) noTrouble() string { return "No trouble now" }

func (english) findOut() string      { return "Find out" }
func (english) findOutFirst() string { return "Find out first" }

func (english) findOutFrom(whom asked, labels []string) doc.Text {
	switch whom {
	case askLeader:
		return fill("%s: ask somebody who leads.", joinList(labels))
	case askStaff:
		return fill("%s: ask a staff member.", joinList(labels))
	default:
		return fill("%s: ask two members.", joinList(labels))
	}
}

func (english) topicsUnanswered(topics int) doc.Text {
	if topics == 1 {
		return doc.Words("1 topic is not answered yet.")
	}
	return fill("%d topics are not answered yet.", topics)
}
