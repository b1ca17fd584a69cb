package render

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// report is the terminal report. From top to bottom:
//
//	who answered, when and how much
//	what is working, because a plan begins with it
//	the pitfalls with their exposure, the worst first; the pills with their strength, the weakest first
//	what leaders and members see differently
//	the plan: start here, next, later, find out first, worth building
//	with --explain, how everything was counted; notes; what coalcheck does not claim
type report struct {
	*page
	result  *score.Result
	explain bool
	// keys reports whether the reader is in the wizard.
	keys bool
	// valueWidth is how many columns the longest exposure or strength takes.
	valueWidth int
}

func newReport(p *page, r *score.Result, o Options) *report {
	out := &report{page: p, result: r, explain: o.Explain, keys: o.Keys, valueWidth: minValue}
	for i := range r.Topics {
		out.valueWidth = max(out.valueWidth, len(r.Topics[i].Shown()))
	}
	return out
}

func (p *report) write() {
	r := p.result
	p.spread(p.theme.title.Render(heading(r)), p.theme.muted.Render(day(r.Group.Date)))
	p.paragraph(0, p.theme.muted, answered(r))
	for _, text := range caveats(r) {
		p.paragraph(0, p.theme.muted, text)
	}
	p.working()
	p.overview(r.Group.Catalogue.Pitfalls(), 0, "PITFALLS", "exposure, higher is worse")
	p.overview(r.Group.Catalogue.Pills(), pitfalls.PitfallCount, "PILLS", "strength, higher is better")
	p.seenDifferently()
	p.plan()
	p.findOut()
	p.worthBuilding()
	p.notes()
	if p.explain {
		p.arithmetic()
	}
	p.blank()
	if len(r.Plan.Steps) > 1 && !p.explain {
		p.paragraph(0, p.theme.muted, p.howTo(order))
	}
	p.paragraph(0, p.theme.muted, p.howTo(disclaimer+" Sources: coalcheck explain. "+credits(r)))
}

// StartHere is the heading of the first steps of the plan. It stands on a line of its own or at the start of one.
const StartHere = "START HERE"

// wizardWords turns what can be done at a prompt into what can be done in the wizard.
var wizardWords = strings.NewReplacer(
	goOn, "Press r to answer them.", " (--explain)", "", "Sources: coalcheck explain.", "Sources: ? at a statement.",
)

// promptWords keeps in one piece what is to be typed at a prompt.
var promptWords = strings.NewReplacer(edit, command(edit), "coalcheck explain", command("coalcheck explain"))

// howTo returns a text with keys instead of commands where the reader is in the wizard, and with whole commands elsewhere.
func (p *report) howTo(text string) string {
	if p.keys {
		return wizardWords.Replace(text)
	}
	return promptWords.Replace(text)
}

func (p *report) topic(i int) *score.Topic { return &p.result.Topics[i] }

func (p *report) working() {
	topics := slices.Concat(p.result.Plan.Working.Pills, p.result.Plan.Working.Pitfalls)
	if len(topics) == 0 {
		return
	}
	p.section("WHAT IS WORKING", "")
	room := 0
	for _, i := range topics {
		room = max(room, lipgloss.Width(p.topic(i).Title))
	}
	for _, i := range topics {
		t := p.topic(i)
		p.row(t, room)
	}
}

// row adds a topic and its band: side by side where they fit, else one after the other.
func (p *report) row(t *score.Topic, room int) {
	if 2+room+2+len("partial at 100") > p.width {
		p.item(2, "", 0, t.Title+", "+at(t))
		return
	}
	p.line("  ", pad(t.Title, room), "  ", p.theme.bands[t.Band].Render(at(t)))
}

func (p *report) plan() {
	r := p.result
	if len(r.Plan.Steps) == 0 {
		p.section("THE PLAN", "")
		p.paragraph(2, p.theme.strong, clearSkies(r))
		return
	}
	headings := [...]string{score.Now: StartHere, score.Next: "NEXT", score.Later: "LATER"}
	when := score.When(len(headings))
	for _, s := range r.Plan.Steps {
		if s.When != when {
			when = s.When
			remark, sure := "", ""
			if when == score.Now {
				remark, sure = limitReason(r), certainty(r)
			}
			p.section(headings[when], remark)
			if sure != "" {
				p.paragraph(0, p.theme.muted, sure)
			}
			if when == score.Later {
				p.blank()
			}
		}
		if when == score.Later {
			p.later(s)
		} else {
			p.blank()
			p.step(s)
		}
	}
}

// stepIndent is where the text of a step begins, labelRoom how wide its labels are.
const (
	stepIndent = 3
	labelRoom  = 8
)

func (p *report) step(s score.Step) {
	t := p.topic(s.Pitfall)
	number := pad(strconv.Itoa(s.Rank), stepIndent)
	band := t.Band.String() + ", " + t.Shown() + " of 100"
	gap := p.width - stepIndent - lipgloss.Width(t.Title) - lipgloss.Width(band)
	if gap >= 2 {
		p.line(number, p.theme.strong.Render(t.Title), strings.Repeat(" ", gap), p.theme.bands[t.Band].Render(band))
	} else {
		p.item(0, number, stepIndent, t.Title)
		p.line(strings.Repeat(" ", stepIndent), p.theme.bands[t.Band].Render(band))
	}
	p.item(stepIndent, "", 0, why(p.result, s))
	if p.explain {
		p.paragraph(stepIndent, p.theme.muted, "Priority "+t.Arithmetic())
	}
	p.label("Take", p.names(s.Take))
	p.label("Lean on", p.names(s.LeanOn))
	p.actions(s)
	for i, e := range s.Eases {
		p.label(firstOnly("Eases", i), p.topic(e.Pitfall).Title+": "+lowerFirst(e.Because))
	}
	p.owner()
}

// label adds a labelled part of a step, unless it is empty.
func (p *report) label(label, text string) {
	if text != "" {
		p.item(stepIndent, p.theme.muted.Render(label), labelRoom, text)
	}
}

// names lists topics with their bands.
func (p *report) names(topics []int) string {
	var names []string
	for _, i := range topics {
		names = append(names, p.topic(i).Title+" ("+at(p.topic(i))+")")
	}
	return list(names)
}

func (p *report) actions(s score.Step) {
	const number = 3
	indent := stepIndent + labelRoom + number
	for i, a := range s.Actions {
		text := a.Do
		if a.Topic != s.Pitfall {
			text += " (" + p.topic(a.Topic).Title + again(p.result, s, a) + ")"
		}
		left := pad(p.theme.muted.Render(firstOnly("Do", i)), labelRoom) + pad(strconv.Itoa(i+1), number)
		p.itemLines(stepIndent, left, labelRoom+number, p.withTail(text, a.Effort, p.width-indent))
	}
}

// owner adds the lines to be filled in with a pen.
func (p *report) owner() {
	const by, date = "  By  ", 14
	owner := min(p.width-stepIndent-labelRoom-len(by)-date, 36)
	if owner < 12 {
		p.label("Owner", strings.Repeat("_", p.width-stepIndent-labelRoom))
		p.label("By", strings.Repeat("_", date))
		return
	}
	p.label("Owner", strings.Repeat("_", owner)+by+strings.Repeat("_", date))
}

// later adds a step that can wait, on one line.
func (p *report) later(s score.Step) {
	t := p.topic(s.Pitfall)
	band := at(t)
	gap := p.width - stepIndent - lipgloss.Width(t.Title) - lipgloss.Width(band)
	if gap < 2 {
		p.item(0, strconv.Itoa(s.Rank), stepIndent, t.Title+", "+band)
		return
	}
	p.line(pad(strconv.Itoa(s.Rank), stepIndent), t.Title, strings.Repeat(" ", gap), p.theme.bands[t.Band].Render(band))
}

func (p *report) findOut() {
	plan := p.result.Plan
	if len(plan.FindOut) == 0 {
		return
	}
	p.section("FIND OUT FIRST", "")
	for _, f := range findOuts(p.result) {
		p.item(2, "", 0, list(f.titles)+": "+f.text)
	}
	if len(plan.Unanswered) > 0 {
		p.item(2, "", 0, p.howTo(unansweredText(p.result)))
	}
}

func (p *report) worthBuilding() {
	if len(p.result.Plan.WorthBuilding) == 0 {
		return
	}
	p.section("WORTH BUILDING", "weak pills that treat no pitfall in the plan")
	for _, i := range p.result.Plan.WorthBuilding {
		t := p.topic(i)
		p.item(2, "", 0, t.Title+" ("+at(t)+"): "+lowerFirst(t.Actions[0].Do))
	}
}

// firstOnly returns the label for the first of several lines and nothing for the others.
func firstOnly(label string, i int) string {
	if i == 0 {
		return label
	}
	return ""
}
