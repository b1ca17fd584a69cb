package render

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Markdown writes the report as Markdown that renders the same on GitHub and in converters to Word: headings, tables,
// task lists, and the sources as links at the end. Only Explain and Minutes of the options count.
func Markdown(w io.Writer, r *score.Result, o Options) error {
	m := markdown{result: r}
	m.header()
	m.working()
	m.table(r.Group.Catalogue.Pitfalls(), 0, "Pitfalls", "Exposure", "0 to 100, higher is worse")
	m.table(r.Group.Catalogue.Pills(), pitfalls.PitfallCount, "Pills", "Strength", "0 to 100, higher is better")
	m.seenDifferently()
	m.agenda(o.Minutes)
	m.plan(o.Explain)
	m.whoDoesWhat()
	m.findOut()
	m.worthBuilding()
	m.notes()
	if o.Explain {
		m.arithmetic()
	}
	m.sources()
	_, err := io.WriteString(w, m.String())
	return err
}

// markdown is a Markdown report in the making.
type markdown struct {
	strings.Builder
	result *score.Result
	cited  citations
}

// linef adds a line. Text of the catalogue must be put through escape, text of the answers through foreign.
func (m *markdown) linef(format string, args ...any) { fmt.Fprintf(m, format+"\n", args...) }

func (m *markdown) section(title string) { m.linef("\n## %s\n", title) }

// blank adds an empty line unless the text ends with one.
func (m *markdown) blank() {
	if !strings.HasSuffix(m.String(), "\n\n") {
		m.linef("")
	}
}

func (m *markdown) topic(i int) *score.Topic { return &m.result.Topics[i] }

func (m *markdown) header() {
	m.linef("# Coalition check: %s\n", foreign(heading(m.result)))
	if m.result.Group.Date != "" {
		m.linef("%s, %s", foreign(day(m.result.Group.Date)), answered(m.result))
	} else {
		m.linef("%s", answered(m.result))
	}
	for _, text := range caveats(m.result) {
		m.linef("\n%s", escape(text))
	}
}

func (m *markdown) working() {
	topics := slices.Concat(m.result.Plan.Working.Pills, m.result.Plan.Working.Pitfalls)
	if len(topics) == 0 {
		return
	}
	m.section("What is working")
	for _, i := range topics {
		m.linef("- %s: %s", escape(m.topic(i).Title), at(m.topic(i)))
	}
}

func (m *markdown) table(topics []pitfalls.Topic, offset int, title, measure, remark string) {
	m.section(title)
	m.linef("%s: %s.\n", measure, remark)
	m.linef("| | %s | %s | Band | Answered |\n| :-: | --- | --: | --- | --: |", strings.TrimSuffix(title, "s"), measure)
	order := make([]int, len(topics))
	for i := range order {
		order[i] = offset + i
	}
	slices.SortStableFunc(order, func(i, j int) int { return score.ByUrgency(m.topic(i), m.topic(j)) })
	for _, i := range order {
		t := m.topic(i)
		if t.State != score.Scored {
			m.linef("| | %s | | %s | %s |", escape(t.Title), unscored(t)+splitWord(t), coverage(m.result, t))
			continue
		}
		m.linef("| %s | %s | %s | %s | %s |",
			escape(mark(t.Band)), escape(t.Title), t.Shown(), t.Band.String()+splitWord(t), coverage(m.result, t))
	}
}

// splitWord returns what stands behind the band of a topic whose answers lie far apart, or nothing.
func splitWord(t *score.Topic) string {
	if !t.Split {
		return ""
	}
	return ", **split**"
}

func (m *markdown) plan(explain bool) {
	if len(m.result.Plan.Steps) == 0 {
		m.section("The plan")
		m.linef("%s", clearSkies(m.result))
		return
	}
	titles := [...]string{score.Now: "Start here", score.Next: "Next", score.Later: "Later"}
	when := score.When(len(titles))
	for _, s := range m.result.Plan.Steps {
		if s.When != when {
			when = s.When
			m.section(titles[when])
			if when == score.Now {
				m.beforeSteps()
			}
		}
		if t := m.topic(s.Pitfall); when == score.Later {
			m.linef("%d. %s: %s", s.Rank, escape(t.Title), at(t))
		} else {
			m.step(s, explain)
		}
	}
}

// beforeSteps adds why fewer steps than usual stand at the start, and how sure their order is, where that can be said.
func (m *markdown) beforeSteps() {
	if reason := limitReason(m.result); reason != "" {
		m.linef("%s.\n", upperFirst(reason))
	}
	if sure := certainty(m.result); sure != "" {
		m.linef("%s", escape(sure))
	}
}

func (m *markdown) step(s score.Step, explain bool) {
	t := m.topic(s.Pitfall)
	m.blank()
	m.linef("### %d. %s\n", s.Rank, escape(t.Title))
	m.linef("**%s, %s of 100.** %s", upperFirst(t.Band.String()), t.Shown(), escape(why(m.result, s)))
	if explain {
		m.linef("\nPriority %s", t.Arithmetic())
	}
	m.label("Take", m.names(s.Take))
	m.label("Lean on", m.names(s.LeanOn))
	for _, e := range s.Eases {
		m.label("Eases", escape(m.topic(e.Pitfall).Title)+": "+escape(lowerFirst(e.Because)))
	}
	m.linef("")
	for _, a := range s.Actions {
		m.linef("- [ ] %s%s (%s)%s", escape(a.Do), m.from(s, a), escape(a.Effort), m.source(a.Sources))
	}
}

// label adds a labelled part of a step as a paragraph, unless it is empty.
func (m *markdown) label(label, text string) {
	if text != "" {
		m.linef("\n**%s:** %s", label, text)
	}
}

// from names the pill that an action comes from.
func (m *markdown) from(s score.Step, a score.Action) string {
	if a.Topic == s.Pitfall {
		return ""
	}
	return " *" + escape(m.topic(a.Topic).Title) + "*" + again(m.result, s, a)
}

// source returns the numbers of the sources, as they stand in the list at the end.
func (m *markdown) source(ids []string) string { return " \\[" + m.cited.cite(ids) + "\\]" }

func (m *markdown) names(topics []int) string {
	var names []string
	for _, i := range topics {
		names = append(names, escape(m.topic(i).Title)+" ("+at(m.topic(i))+")")
	}
	return list(names)
}

// whoDoesWhat adds a table to be filled in: an owner and a date for every action of the steps to start now.
func (m *markdown) whoDoesWhat() {
	if len(m.result.Plan.Steps) == 0 {
		return
	}
	m.section("Who does what by when")
	m.linef("| Step | Action | Effort | Owner | By |\n| --- | --- | --- | --- | --- |")
	for _, s := range m.result.Plan.Steps {
		if s.When != score.Now {
			break
		}
		for i, a := range s.Actions {
			m.linef("| %d.%d | %s | %s | | |", s.Rank, i+1, escape(a.Do), escape(a.Effort))
		}
	}
}

func (m *markdown) findOut() {
	plan := m.result.Plan
	if len(plan.FindOut) == 0 {
		return
	}
	m.section("Find out first")
	for _, f := range findOuts(m.result) {
		m.linef("- %s: %s", escape(list(f.titles)), f.text)
	}
	if len(plan.Unanswered) > 0 {
		m.linef("- %s", escape(unansweredText(m.result)))
	}
}

func (m *markdown) worthBuilding() {
	if len(m.result.Plan.WorthBuilding) == 0 {
		return
	}
	m.section("Worth building")
	m.linef("Weak pills that treat no pitfall in the plan.\n")
	for _, i := range m.result.Plan.WorthBuilding {
		t := m.topic(i)
		a := t.Actions[0]
		m.linef("- %s (%s): %s (%s)%s", escape(t.Title), at(t), escape(lowerFirst(a.Do)), escape(a.Effort), m.source(a.Sources))
	}
}

func (m *markdown) arithmetic() {
	m.section("How this was counted")
	m.linef("A question's mean is over its ratings of 1 to 5. A topic's score is 100 × (mean − 1) / 4, where the mean is " +
		"that of its rated questions.\n")
	m.linef("| Topic | Statement | 1 | 2 | 3 | 4 | 5 | dk | na | Mean |")
	m.linef("| --- | --- | --: | --: | --: | --: | --: | --: | --: | --: |")
	for i := range m.result.Topics {
		t := m.topic(i)
		for _, q := range t.Questions {
			statement := assess.Statement(m.result.Group.Catalogue, q.Place)
			cells := []string{escape(t.Title), escape(statement)}
			m.linef("| %s |", strings.Join(append(cells, counts(q)...), " | "))
		}
	}
}

// counts returns how many gave each answer to a question, and their mean. A dash stands for a number that is withheld.
func counts(q score.Question) []string {
	var cells []string
	for _, n := range q.Tally.Counts {
		if q.Suppressed || q.CountsSuppressed {
			cells = append(cells, "–")
		} else {
			cells = append(cells, nonZero(n))
		}
	}
	cells = append(cells, nonZero(q.Tally.DontKnow), nonZero(q.Tally.NotApplicable))
	switch {
	case q.CountsSuppressed:
		return append(cells, fmt.Sprintf("%s (%d ratings)", trimmed(q.Mean), q.Ratings()))
	case q.Suppressed:
		return append(cells, "withheld")
	case q.Ratings() == 0:
		return append(cells, "")
	default:
		return append(cells, trimmed(q.Mean))
	}
}

func nonZero(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func (m *markdown) sources() {
	m.section("Sources")
	for n, id := range m.cited {
		if s := m.result.Group.Catalogue.Source(id); s != nil {
			m.linef("%d. %s", n+1, reference(s))
		}
	}
	if len(m.cited) > 0 {
		m.linef("")
	}
	m.linef("%s\n\n%s", credits(m.result), disclaimer)
}

// reference returns a source as a link, or as text where it has no address.
func reference(s *pitfalls.Source) string {
	title := escape(s.Title)
	if s.URL != "" {
		title = "[" + title + "](<" + s.URL + ">)"
	}
	return title + ", " + escape(s.Publisher)
}

func upperFirst(text string) string { return strings.ToUpper(text[:1]) + text[1:] }
