package report

import (
	"fmt"
	"strconv"

	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/doc"
)

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

func (english) calmWithout(nothing bool) doc.Text {
	if nothing {
		return doc.Words("Nothing goes wrong often. But nothing that prevents it is in place either: begin with one practice. Look " +
			"again in three months.")
	}
	return doc.Words("Nothing goes wrong often. But not all of what prevents it is in place: begin with one practice. Look again in " +
		"three months.")
}

func (english) allCalm() doc.Text {
	return doc.Words("Nothing is pressing and nothing is on watch. Keep doing what works. Look again in three months, or when much " +
		"has changed.")
}

func (english) stepByStep() string { return "Step by step" }

func (english) fewerSteps(limit int) doc.Text {
	return fill("only %s steps: make room before you add anything", numeral(limit))
}

func (english) showEachOther() doc.Text {
	return doc.Words("Show each side the other's answers; ask for one example each.")
}

func (english) level(labels []string) doc.Text {
	n := numeral(len(labels))
	return fill("These %s are level: %s. Begin with the one that you can start most easily.", n, joinList(labels))
}

func (english) firstMakeRoom(label string) doc.Text {
	return fill("%s is the second step whatever its priority: other work needs room first.", label)
}

func (english) onePerson() doc.Text {
	return doc.Words("Leaders often see fewer problems than members.")
}

func (english) askedAgain() doc.Text {
	return doc.Words("Asked again next week, you might still put another first.")
}

func (english) closeToNothing() doc.Text {
	return doc.Words("Close: one answer one step different would leave nothing to start with.")
}

func (english) closeToMany(contenders int) doc.Text {
	return fill("Close: one answer one step different would put any of %s others first.", numeral(contenders))
}

func (english) closeTo(labels []string) doc.Text {
	return fill("Close: one answer one step different would put %s first.", safetext.JoinList(labels, "or"))
}

func (english) amongFirst(among []likely) doc.Text {
	if len(among) == 0 {
		return doc.Words("Had others of you answered, the first three steps might well be others.")
	}
	words := map[score.Likelihood]string{
		score.Perhaps: "perhaps", score.VeryProbably: "very probably", score.AlmostSurely: "almost surely",
	}
	var parts []string
	for _, a := range among {
		parts = append(parts, a.label+" "+words[a.Likelihood])
	}
	return fill("Had others of you answered, these would still be among the first three: %s. This says nothing about those who did "+
		"not answer.", joinList(parts))
}

func (english) timesAmongFirst(among []timesAmongFirst, of int) doc.Text {
	var parts []string
	for _, a := range among {
		parts = append(parts, a.label+" in "+Thousands(a.times))
	}
	return fill("In %s draws from these answers, these were among the first three steps: %s.", Thousands(of), joinList(parts))
}

func (english) next() string  { return "Next" }
func (english) later() string { return "Later" }

func (english) step(number int, label string) doc.Text {
	return doc.Text{{Words: label, Said: fmt.Sprintf("Step %d: %s", number, label)}}
}

func (english) remedies(strength float64) doc.Text {
	switch {
	case strength < 25:
		return doc.Words("Hardly any of what helps against it is in place.")
	case strength < 45:
		return doc.Words("Less than half of what helps against it is in place.")
	case strength < 60:
		return doc.Words("About half of what helps against it is in place.")
	case strength < 75:
		return doc.Words("More than half of what helps against it is in place.")
	default:
		return doc.Words("Most of what helps against it is in place.")
	}
}

func (english) noRemedyRated() doc.Text {
	return doc.Words("Nothing that helps against it was rated.")
}

func (english) focus(named, of, respondents int) doc.Text {
	switch {
	case respondents == 1:
		return doc.Words("You named it among what matters most to you.")
	case named == of && of == respondents:
		return doc.Words("You chose it together.")
	case of == respondents:
		return fill("%d of all %d chose it among what matters most.", named, of)
	default:
		return fill("%d of the %d who named what matters most chose it.", named, of)
	}
}

func (english) checkRemedies() doc.Text {
	return doc.Words("You rated what should help as in place, and the trouble is still there. Perhaps that is new and needs time; " +
		"perhaps it is rated too kindly; perhaps the cause lies elsewhere. Ask two others about both.")
}

func (english) talkFirst() doc.Text {
	return doc.Words("You are split: some rate it low and some high.")
}

func (english) priority(p score.PriorityTerms) doc.Text {
	seen := fmt.Sprintf("Priority %s = exposure %s × %s", p.Priority, p.Exposure, p.Factor)
	said := fmt.Sprintf("Priority %s is exposure %s times %s", p.Priority, p.Exposure, p.Factor)
	remedies := " (nothing that helps was rated)"
	if p.Remedies != "" {
		remedies = fmt.Sprintf(" (what helps is at %s of 100)", p.Remedies)
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

func (english) showsAs() string { return "Shows as" }

func (english) rated(statement, label string) doc.Text {
	return fill("\"%s\" (%s)", statement, label)
}

func (english) ratedHigh(statement, high, highest string, n, of int) doc.Text {
	return fill("\"%s\" (%s or %s: %d of %d)", statement, high, highest, n, of)
}

func (english) ratedOnAverage(statement, label string) doc.Text {
	return fill("\"%s\" (%s on average)", statement, label)
}

func (english) take() string    { return "Also build" }
func (english) leanOn() string  { return "Rely on" }
func (english) inDoubt() string { return "In doubt" }

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
		all = append(all, fill("%s (%s)", t.Label, e.at(t))...)
	}
	return all
}

func (english) do() string { return "Do" }

func (english) actionFrom(label string) doc.Text {
	return doc.Text{{Words: " (" + label + ")", Said: " From " + label + "."}}
}

func (english) doFirst() doc.Text { return doc.Words("do this one first") }

func (english) eases() string          { return "May ease" }
func (english) inDays(days int) string { return fmt.Sprintf("In %d days", days) }
func (english) owner() string          { return "Owner" }
func (english) by() string             { return "By" }
func (english) whoDoesWhat() string    { return "Who does what by when" }
func (english) stepHead() string       { return "Step" }
func (english) action() string         { return "Action" }
func (english) timeHead() string       { return "Time" }
func (english) whatToFindOut() string  { return "What to find out" }

func (english) ask(whom asked) string {
	switch whom {
	case askLeader:
		return "Ask somebody who leads."
	case askStaff:
		return "Ask a staff member."
	default:
		return "Ask two members."
	}
}

func (english) tooFewRated(rated, asked int, ask string) string {
	return fmt.Sprintf("%d of %d statements rated. %s", rated, asked, ask)
}

func (english) tooManyDontKnows(dontKnows, answers int, ask string) string {
	switch {
	case answers == 1:
		return "The answer is \"don't know\". " + ask
	case dontKnows == 1:
		return fmt.Sprintf("1 of %d answers is \"don't know\". %s", answers, ask)
	case dontKnows == answers:
		return fmt.Sprintf("All %d answers are \"don't know\". %s", answers, ask)
	default:
		return fmt.Sprintf("%d of %d answers are \"don't know\". %s", dontKnows, answers, ask)
	}
}

func (english) notAnswered(labels []string) doc.Text {
	return fill("Not answered yet: %s.", joinList(labels))
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
func (english) worthRemark() string   { return "weak pills that help with nothing in the plan" }
func (e english) worth(t *score.Topic, do string) doc.Text {
	return fill("%s (%s): %s", t.Label, e.at(t), lowerFirst(do))
}

// numeral returns small numbers as words.
func numeral(n int) string {
	words := [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
	if n < len(words) {
		return words[n]
	}
	return strconv.Itoa(n)
}

// Thousands returns a count below a million as people write it, such as 1,000.
func Thousands(n int) string {
	if n < 1000 {
		return strconv.Itoa(n)
	}
	return fmt.Sprintf("%d,%03d", n/1000, n%1000)
}
