package report

import (
	"fmt"
	"strconv"

	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/doc"
)

func (english) thePlan() string { return "The plan" }

func (english) tooLittleForPlan() doc.Text {
	return doc.Words("Too little was said by five people or more to make a plan from.")
}

func (english) nothingApplies() doc.Text {
	return doc.Words("Every pitfall is marked as not applicable, so there is no plan.")
}

func (english) nothingScored() doc.Text {
	return doc.Words("No pitfall has enough answers yet to be scored, so there is no plan.")
}

func (english) calmSoFar() doc.Text {
	return doc.Words("Nothing that was answered is pressing or on watch. Look again in three months, or when much has changed.")
}

func (english) allCalm() doc.Text {
	return doc.Words("Nothing is pressing and nothing is on watch. Keep doing what works. Look again in three months, or when much " +
		"has changed.")
}

func (english) startHere() string { return "Start here" }

func (english) fewerSteps(limit int) doc.Text {
	return fill("%s steps, not three: your answers say that you are overcommitted", numeral(limit))
}

func (english) firstHolds() doc.Text {
	return doc.Words("The first step stays first whichever single answer moves by one.")
}

func (english) closeToNothing() doc.Text {
	return doc.Words("Close: one answer one step different would leave nothing to start with.")
}

func (english) closeToMany(contenders int) doc.Text {
	return fill("Close: one answer one step different would put any of %s others first.", numeral(contenders))
}

func (english) closeTo(titles []string) doc.Text {
	return fill("Close: one answer one step different would put %s first.", safetext.JoinList(titles, "or"))
}

func (english) amongFirst(among []timesAmongFirst, of int) doc.Text {
	var parts []string
	for i, a := range among {
		part := a.title + " in " + thousands(a.times)
		if i == 0 {
			part += " of " + thousands(of) + " tries"
		}
		parts = append(parts, part)
	}
	return fill("With other people of the same opinions, the first three pitfalls would include %s.", joinList(parts))
}

func (english) next() string  { return "Next" }
func (english) later() string { return "Later" }

func (english) step(number int, title string) doc.Text {
	return doc.Text{{Words: title, Said: fmt.Sprintf("Step %d: %s", number, title)}}
}

func (e english) remedies(strength float64, fed []*score.Topic) doc.Text {
	var howFar string
	switch {
	case strength < 25:
		howFar = "barely in place"
	case strength < 45:
		howFar = "less than half in place"
	case strength < 60:
		howFar = "about half in place"
	case strength < 75:
		howFar = "only partly in place"
	default:
		howFar = "mostly in place"
	}
	if len(fed) == 0 {
		return fill("The pills that treat it are %s.", howFar)
	}
	return fill("The pills that treat it are %s, and it feeds %s.", howFar, e.topicsWithBands(fed))
}

func (e english) noRemedyRated(fed []*score.Topic) doc.Text {
	if len(fed) == 0 {
		return doc.Words("None of the pills that treat it was rated.")
	}
	return fill("None of the pills that treat it was rated, and it feeds %s.", e.topicsWithBands(fed))
}

func (e english) feedsThese(fed []*score.Topic) doc.Text {
	return fill("It feeds %s.", e.topicsWithBands(fed))
}

func (english) focus(named, of, respondents int) doc.Text {
	switch {
	case respondents == 1:
		return doc.Words("You named it among what matters most to you.")
	case named == of && of == respondents:
		return doc.Words("You all named it among what matters most.")
	default:
		return fill("%d of the %d who named what matters most chose it.", named, of)
	}
}

func (english) checkRemedies() doc.Text {
	return doc.Words("The remedies are in place and the pitfall is still there; check whether they are the right ones.")
}

func (english) talkFirst() doc.Text {
	return doc.Words("The answers lie far apart: talk about this first.")
}

func (english) priority(p score.PriorityTerms) doc.Text {
	seen := fmt.Sprintf("Priority %s = exposure %s × %s", p.Priority, p.Exposure, p.Factor)
	said := fmt.Sprintf("Priority %s is exposure %s times %s", p.Priority, p.Exposure, p.Factor)
	remedies := " (no remedy was rated)"
	if p.Remedies != "" {
		remedies = fmt.Sprintf(" (remedies %s of 100 in place)", p.Remedies)
	}
	if p.Focus == "" {
		return doc.Text{{Words: seen + remedies, Said: said + remedies}}
	}
	focus := " (your focus)"
	if p.FocusVotes < p.FocusVoters {
		focus = fmt.Sprintf(" (focus of %d of %d)", p.FocusVotes, p.FocusVoters)
	}
	return doc.Text{{Words: seen + remedies + " × " + p.Focus + focus, Said: said + remedies + " times " + p.Focus + focus}}
}

func (english) take() string   { return "Take" }
func (english) leanOn() string { return "Lean on" }

func (e english) topicsWithBands(topics []*score.Topic) doc.Text {
	var all doc.Text
	for i, t := range topics {
		switch {
		case i == 0:
		case i == len(topics)-1:
			all = append(all, doc.Span{Words: " and "})
		default:
			all = append(all, doc.Span{Words: ", "})
		}
		all = append(all, fill("%s (%s)", t.Title, e.at(t))...)
	}
	return all
}

func (english) do() string { return "Do" }

func (english) actionFrom(title string, earlier int) doc.Text {
	if earlier > 0 {
		return doc.Text{{
			Words: fmt.Sprintf(" (%s, as in step %d)", title, earlier), Said: fmt.Sprintf(" From %s, as in step %d.", title, earlier),
		}}
	}
	return doc.Text{{Words: " (" + title + ")", Said: " From " + title + "."}}
}

func (english) eases() string        { return "Eases" }
func (english) owner() string        { return "Owner" }
func (english) by() string           { return "By" }
func (english) whoDoesWhat() string  { return "Who does what by when" }
func (english) stepHead() string     { return "Step" }
func (english) action() string       { return "Action" }
func (english) effortHead() string   { return "Effort" }
func (english) findOutFirst() string { return "Find out first" }

func (english) tooFewRated(rated, asked int) string {
	return fmt.Sprintf("%d of %d statements rated. Ask two members about the other %s.", rated, asked, numeral(asked-rated))
}

func (english) tooManyDontKnows(dontKnows, answers int, several bool) string {
	is, who := "are", "Ask two members what they see."
	if dontKnows == 1 {
		is = "is"
	}
	if several {
		who = "Ask those who would know, and share what they say."
	}
	return fmt.Sprintf("%d of %s %s \"don't know\". %s", dontKnows, count(answers, "answer"), is, who)
}

func (english) notAnswered(titles []string) doc.Text {
	return fill("Not answered yet: %s.", joinList(titles))
}

func (english) nothingAnswered(topics int) doc.Text {
	return fill("None of the %d topics is answered yet.", topics)
}

func (english) answerThese(reader Reader, severalFiles bool) doc.Text {
	switch {
	case severalFiles:
		return doc.Words("Add their answers to one of the answers files and run coalcheck again.")
	case reader == InWizard:
		return doc.Words("Press r to answer them.")
	default:
		return fill("Answer with: `coalcheck assess --edit FILE`.")
	}
}

func (english) worthBuilding() string { return "Worth building" }
func (english) worthRemark() string   { return "weak pills that treat no pitfall in the plan" }
func (e english) worth(t *score.Topic, do string) doc.Text {
	return fill("%s (%s): %s", t.Title, e.at(t), lowerFirst(do))
}

// numeral returns small numbers as words.
func numeral(n int) string {
	words := [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
	if n < len(words) {
		return words[n]
	}
	return strconv.Itoa(n)
}

// thousands returns a count of up to a few thousand as people write it, such as 1,000.
func thousands(n int) string {
	if n < 1000 {
		return strconv.Itoa(n)
	}
	return fmt.Sprintf("%d,%03d", n/1000, n%1000)
}
