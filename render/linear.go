package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// linear is the terminal report for the ear: the same parts in the same order, in sentences, one a line. It has no bars,
// no columns and no lines to fill in, because a screen reader says each of their characters.
type linear struct{ *report }

// oneLine is the width of lines that are as long as their sentences.
const oneLine = 1 << 20

func newLinear(r *score.Result, o Options) *linear {
	p := newPage(o)
	if o.Width <= 0 {
		p.width = oneLine
	}
	return &linear{newReport(p, r, o)}
}

func (p *linear) write() {
	r := p.result
	p.say(strings.TrimSuffix(heading(r)+", "+day(r.Group.Date), ", "))
	p.say(answered(r) + ".")
	for _, text := range caveats(r) {
		p.say(text)
	}
	if topics := slices.Concat(r.Plan.Working.Pills, r.Plan.Working.Pitfalls); len(topics) > 0 {
		p.part("What is working:")
		for _, i := range topics {
			p.say(p.topic(i).Title + ": " + outOf100(p.topic(i)) + ".")
		}
	}
	p.scores(r.Group.Catalogue.Pitfalls(), 0, "Pitfalls, with their exposure; higher is worse:")
	p.scores(r.Group.Catalogue.Pills(), pitfalls.PitfallCount, "Pills, with their strength; higher is better:")
	p.seenDifferently()
	p.plan()
	p.openTopics()
	p.notes()
	if p.explain {
		p.arithmetic()
	}
	p.blank()
	if len(r.Plan.Steps) > 1 && !p.explain {
		p.say(order)
	}
	p.say(disclaimer + " Sources: coalcheck explain. " + credits(r))
}

// say adds a line, broken only where the terminal would break it in the middle of a word.
func (p *linear) say(text string) { p.paragraph(0, ink{}, text) }

// part begins a new part of the report.
func (p *linear) part(heading string) {
	p.blank()
	p.say(heading)
}

// outOf100 returns the band and the score of a topic, such as "pressing, 92 of 100".
func outOf100(t *score.Topic) string { return t.Band.String() + ", " + t.Shown() + " of 100" }

// spoken writes a span such as 4-6 as it is said.
func spoken(span string) string { return strings.ReplaceAll(span, "-", " to ") }

// scores says every score, in the order of the bars of the other report.
func (p *linear) scores(topics []pitfalls.Topic, offset int, heading string) {
	p.part(heading)
	order := make([]int, len(topics))
	for i := range order {
		order[i] = offset + i
	}
	slices.SortStableFunc(order, func(i, j int) int { return score.ByUrgency(p.topic(i), p.topic(j)) })
	for _, i := range order {
		t := p.topic(i)
		text := unscored
		if t.State == score.Scored {
			text = func(t *score.Topic) string {
				return outOf100(t) + ", " + spoken(coverage(p.result, t)) + " answered"
			}
		}
		split := ""
		if t.Split {
			split = ", split"
		}
		p.say(t.Title + ": " + text(t) + split + ".")
	}
}

func (p *linear) seenDifferently() {
	if len(p.result.SeenDifferently) == 0 {
		return
	}
	p.part("Seen differently, with the mean rating of 1 to 5 and how many rated:")
	for _, s := range p.result.SeenDifferently {
		p.say(fmt.Sprintf("%s: %s %s, %s %s.", p.topic(s.Topic).Title,
			leaders, spoken(sideMean(s.Leaders)), members, spoken(sideMean(s.Members))))
	}
}

func (p *linear) plan() {
	r := p.result
	if len(r.Plan.Steps) == 0 {
		p.part("The plan:")
		p.say(clearSkies(r))
		return
	}
	headings := [...]string{score.Now: "Start here:", score.Next: "Next:", score.Later: "Later:"}
	when := score.When(len(headings))
	for _, s := range r.Plan.Steps {
		t := p.topic(s.Pitfall)
		if s.When != when {
			when = s.When
			p.part(headings[when])
			if when == score.Now {
				p.unlessEmpty("", limitReason(r))
				p.unlessEmpty("", certainty(r))
			}
		}
		step := fmt.Sprintf("Step %d: %s, %s.", s.Rank, t.Title, outOf100(t))
		if when == score.Later {
			p.say(step)
			continue
		}
		p.part(step)
		p.say(why(r, s))
		if p.explain {
			p.say("Priority " + inWords.Replace(t.Arithmetic()) + ".")
		}
		p.unlessEmpty("Take: ", p.names(s.Take))
		p.unlessEmpty("Lean on: ", p.names(s.LeanOn))
		for i, a := range s.Actions {
			from := ""
			if a.Topic != s.Pitfall {
				from = " for " + p.topic(a.Topic).Title
			}
			p.say(fmt.Sprintf("Action %d%s: %s Effort: %s.", i+1, from, a.Do, a.Effort))
		}
		for _, e := range s.Eases {
			p.say("Eases " + p.topic(e.Pitfall).Title + ": " + lowerFirst(e.Because))
		}
	}
}

// unlessEmpty says a text as a sentence, unless there is none.
func (p *linear) unlessEmpty(label, text string) {
	if text != "" {
		p.say(label + strings.TrimSuffix(upperFirst(text), ".") + ".")
	}
}

// openTopics says what to find out, and which pills are worth building besides.
func (p *linear) openTopics() {
	plan := p.result.Plan
	if len(plan.FindOut) > 0 {
		p.part("Find out first:")
		for _, i := range plan.FindOut {
			if !slices.Contains(plan.Unanswered, i) {
				p.say(p.topic(i).Title + ": " + findOut(p.result, p.topic(i)))
			}
		}
		if len(plan.Unanswered) > 0 {
			p.say(unansweredText(p.result))
		}
	}
	if len(plan.WorthBuilding) > 0 {
		p.part("Worth building, weak pills that treat no pitfall in the plan:")
		for _, i := range plan.WorthBuilding {
			t := p.topic(i)
			p.say(t.Title + ", " + outOf100(t) + ": " + lowerFirst(t.Actions[0].Do))
		}
	}
}

// notes says the notes, each of their lines on a line of its own.
func (p *linear) notes() {
	begun := false
	for i := range p.result.Topics {
		for _, lines := range noteLines(p.topic(i).Notes) {
			if !begun {
				p.part("Notes:")
				begun = true
			}
			p.say(p.topic(i).Title + ": " + lines[0])
			for _, line := range lines[1:] {
				p.say(line)
			}
		}
	}
}

// inWords writes signs of arithmetic that not every screen reader says.
var inWords = strings.NewReplacer("×", "times", "−", "minus", " / ", " divided by ", " = ", " is ")

func (p *linear) arithmetic() {
	p.part("How this was counted:")
	p.say(inWords.Replace(arithmeticText))
	for i := range p.result.Topics {
		t := p.topic(i)
		p.part(t.Title + ":")
		p.say(upperFirst(inWords.Replace(p.derivation(t))) + ".")
		if t.Kind == pitfalls.Pitfall && t.State == score.Scored {
			p.say("Priority " + inWords.Replace(t.Arithmetic()) + ".")
		}
		for _, q := range t.Questions {
			votes := strings.ReplaceAll(tallyText(q, ", "), "×", " times ")
			if p.result.Group.Respondents == 1 && !p.result.Confidential {
				votes = p.votes(t, q)
			}
			p.say(assess.Statement(p.result.Group.Catalogue, q.Place) + " " + upperFirst(votes) + ".")
		}
	}
}
