package report

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/doc"
)

func (english) band() string       { return "Band" }
func (english) howItLooks() string { return "How it looks" }

func (english) measureRemark(k pitfalls.Kind) string {
	return byKind(k, "a long bar is worse", "a long bar is better")
}

func (english) countRemark(onePerson bool) doc.Text {
	if onePerson {
		return doc.Words("A count such as 2 of 3 says how many of the statements were rated.")
	}
	return doc.Words("A count such as 6 of 7 says how many people rated it.")
}

func (english) howYouAnswered() string { return "How you answered" }
func (english) answersRemark() string  { return "where to begin, and where you are split" }

func (english) shown(t *score.Topic) doc.Text {
	return doc.Text{{Words: t.Shown(), Said: t.Shown() + " of 100"}}
}

func (english) bandOf(t *score.Topic) doc.Text {
	return doc.Text{{Words: englishBands[t.Band], Tone: tone(t.Band)}}
}

func (english) outOf100(t *score.Topic) doc.Text {
	return doc.Text{{Words: englishBands[t.Band] + ", " + t.Shown() + " of 100", Tone: tone(t.Band)}}
}

func (english) isSplit() doc.Text {
	return doc.Text{{Words: "split", Style: doc.Strong}}
}

func (english) answeredOf(coverage doc.Text) doc.Text {
	if coverage.Empty() {
		return nil
	}
	return doc.Text{{Words: coverage.String(), Said: coverage.Spoken().String() + " answered", Style: doc.Muted}}
}

func (english) seenDifferently() string { return "Seen differently" }

func (english) standsApart(topics, respondents int) doc.Text {
	return fill("In %s one of the %d who answered rates far from all others. It need not be the same person each time.",
		count(topics, "topic"), respondents)
}

func (english) twoViews(v *score.TwoViews) doc.Text {
	rosier := "leaders and staff"
	if v.Rosier == score.Members {
		rosier = "members and partners"
	}
	if v.By == 0 {
		return fill("There are two views: in %d of %d topics, %s rate the coalition better.", v.Topics, v.Of, rosier)
	}
	return fill("There are two views: in %d of %d topics, %s rate the coalition better, by %s of five points on average.",
		v.Topics, v.Of, rosier, fmt.Sprintf("%.1f", v.By))
}

func (english) seenRemark() string { return "The mean of ratings from 1 to 5, and how many rated." }
func (english) leaders() string    { return "Leaders and staff" }
func (english) members() string    { return "Members and partners" }

// sideMean has one decimal, which is enough for two means that lie one point apart to be printed so.
func (english) sideMean(s score.SideMean) doc.Text {
	if s.Fewest == s.Most {
		return doc.Text{{Words: fmt.Sprintf("%.1f (%d)", s.Mean, s.Most), Said: fmt.Sprintf("%.1f by %d", s.Mean, s.Most)}}
	}
	return doc.Text{{
		Words: fmt.Sprintf("%.1f (%d-%d)", s.Mean, s.Fewest, s.Most), Said: fmt.Sprintf("%.1f by %d to %d", s.Mean, s.Fewest, s.Most),
	}}
}

func (english) agenda(minutes int) string { return fmt.Sprintf("Agenda for %d minutes", minutes) }

func (english) minutesHead() string { return "Minutes" }
func (english) what() string        { return "What" }
func (english) minutes(n int) doc.Text {
	return doc.Text{{Words: strconv.Itoa(n), Said: count(n, "minute")}}
}

func (english) readTogether() doc.Text {
	return doc.Words("Read the result together, beginning with what is in place")
}

func (english) talkAbout(label string, why doc.Text) doc.Text {
	return doc.Join(doc.Words(label+" ("), why, doc.Words(")"))
}

func (english) closeTalk() doc.Text {
	return doc.Words("Who does what by when, and when to look again")
}

func (english) anotherTime(labels []string) doc.Text {
	return fill("For another time: %s.", joinList(labels))
}
func (english) notes() string      { return "Notes" }
func (english) howCounted() string { return "How this was counted" }

func (english) formulas() doc.Text {
	return doc.Text{
		{Words: "A question's mean is over its ratings of 1 to 5. "},
		{
			Words: "A topic's score is 100 × (mean − 1) / 4, where the mean is that of its rated questions. ",
			Said:  "A topic's score is 100 times (mean minus 1) divided by 4, where the mean is that of its rated questions. ",
		},
		{
			Words: "A priority is the exposure × (1 − half of the share of what helps that is in place) × the focus.",
			Said:  "A priority is the exposure times (1 minus half of the share of what helps that is in place) times the focus.",
		},
	}
}

func (e english) derivation(t *score.Topic, mean string) doc.Text {
	name, band := e.measure(t.Kind), englishBands[t.Band]
	return doc.Text{{
		Words: fmt.Sprintf("%s %s = 100 × (%s − 1) / 4, %s", name, t.Shown(), mean, band),
		Said:  fmt.Sprintf("%s %s is 100 times (%s minus 1) divided by 4, %s", name, t.Shown(), mean, band),
	}}
}

func (e english) rating(r assess.Rating, label string) doc.Text {
	switch {
	case r.Scored():
		return fill("%s %s", r.String(), label)
	case r == assess.DontKnow:
		return doc.Words(e.dontKnow())
	case r == assess.NotApplicable:
		return doc.Words(e.notApplicable())
	default:
		return doc.Words("open")
	}
}

func (english) counts(q score.Question, mean string) doc.Text {
	var seen, said []string
	add := func(n int, rating, spoken string) {
		if n > 0 {
			seen = append(seen, fmt.Sprintf("%d×%s", n, rating))
			said = append(said, fmt.Sprintf("%d %s", n, spoken))
		}
	}
	for i, n := range q.Tally.Counts {
		add(n, strconv.Itoa(i+1), "rated "+strconv.Itoa(i+1))
	}
	add(q.Tally.DontKnow, "dk", "don't know")
	add(q.Tally.NotApplicable, "na", "not applicable")
	if len(seen) == 0 {
		return doc.Words("open")
	}
	more := ""
	if q.Ratings() > 0 {
		more = ", mean " + mean
	}
	if q.Split {
		more += ", split"
	}
	return doc.Text{{Words: strings.Join(seen, " ") + more, Said: strings.Join(said, ", ") + more}}
}

func (english) aboutReport() string { return "About this report" }

func (english) orderOfSteps(reader Reader) doc.Text {
	if reader == InWizard {
		return doc.Words("Pressing steps come before those on watch, then by priority: exposure, less for what helps already, more for your focus.")
	}
	return fill("Pressing steps come before those on watch, then by priority: exposure, less for what helps already, more for your focus (`--explain`).")
}

func (english) seeSources(reader Reader) doc.Text {
	if reader == InWizard {
		return doc.Words("Sources: ? at a statement.")
	}
	return fill("Sources: `coalcheck explain`.")
}

func (english) credits(c *pitfalls.Catalogue) doc.Text {
	first, second := c.Source("seed1"), c.Source("seed2")
	switch {
	case first != nil && second != nil:
		return fill("The pitfalls follow a list from %s and the pills follow a list from %s.", first.Publisher, second.Publisher)
	case first != nil:
		return fill("The pitfalls follow a list from %s.", first.Publisher)
	case second != nil:
		return fill("The pills follow a list from %s.", second.Publisher)
	default:
		return nil
	}
}
