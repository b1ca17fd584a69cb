package report_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/internal/examples"
	"github.com/coalcheck/coalcheck/render/report"
)

// person returns the answers of one person who rates all signs and all practices the same, but for the questions that are
// named, as in "risk.way-out".
func person(role assess.Role, sign, practice assess.Rating, others map[string]assess.Rating) *assess.Answers {
	c := examples.English
	a := assess.New(c)
	a.Role = role
	for _, p := range (assess.Questionnaire{Catalogue: c}).Places() {
		r := sign
		if c.Topics[p.Topic].Kind == pitfalls.Pill {
			r = practice
		}
		if other, ok := others[c.Topics[p.Topic].ID+"."+c.Topics[p.Topic].Questions[p.Question].ID]; ok {
			r = other
		}
		a.Set(p, assess.TallyOf(r))
	}
	return a
}

// together returns the result of several files.
func together(tb testing.TB, files ...*assess.Answers) *score.Result {
	tb.Helper()
	sum := group.NewGathering(examples.English)
	for _, a := range files {
		sum.Add("answers.yaml", a)
	}
	g, err := sum.Group()
	if err != nil {
		tb.Fatal(err)
	}
	return score.Score(g)
}

// TestReportWarns checks what reports say about answers that a reader has to be careful with.
func TestReportWarns(t *testing.T) {
	clashing := person("", 1, 1, map[string]assess.Rating{
		"have-a-plan.set-reviews": 5, "overcommitted.slipping-follow-up": 5, "overcommitted.rival-priorities": 5,
		"partnerships-are-hard.strain-is-spoken": 5, "unresolved-conflict.unspoken": 5, "unresolved-conflict.lost-trust": 5,
		"relationship.bad-news": 5, "relationship.how-they-work": 5,
	})
	invited := together(t, person(assess.Leader, 2, 4, nil), person(assess.Staff, 2, 3, nil), person("", 2, 3, nil))
	invited.Group.Invited = 25
	invited = score.Score(invited.Group)
	rosy := slices.Repeat([]*assess.Answers{person(assess.Leader, 2, 5, nil), person(assess.Partner, 4, 2, nil)}, 3)
	alone := func(role assess.Role, sign, practice assess.Rating) *score.Result {
		return together(t, person(role, sign, practice, nil))
	}
	for _, c := range []struct {
		name   string
		result *score.Result
		says   string
		times  int
	}{
		{"one person", alone("", 2, 4), "One person's view, 50 of 50 statements rated. Ask two members before you act.", 1},
		{"flat", alone("", 3, 3), "50 of 50 ratings are a 3. The answers hardly tell one topic from another, so the order below means little.", 1},
		{"one thing is first", alone("", 3, 3), "do this one first", 1},
		{"high in both halves", alone("", 5, 4), "Look again at your 5s.", 1},
		{"low in both halves", alone("", 1, 2), "In the second half, 1 means that something is not in place at all. Was that meant?", 1},
		{"not one-way", alone("", 5, 1), "Was that meant?", 0},
		{
			"clash", together(t, clashing),
			`Two answers to look at together: "We have fixed dates on which we look at our plan again." (Completely) and ` +
				`"We have too little time to do what we agreed to do." (Always). What happens at the reviews with what is late?`, 1,
		},
		{"a pill in doubt", together(t, clashing), "Good working relations: Whom do you tell at once, and whom not?", 1},
		{"little known", alone("", assess.DontKnow, 3), `30 of 50 answers are "don't know". Read this as questions, not as a plan.`, 1},
		{"little known comes first", alone("", assess.DontKnow, 3), "Find out first", 1},
		{"a member asks who leads", alone(assess.Member, 2, assess.DontKnow), `are "don't know". Ask somebody who leads.`, 1},
		{"a leader asks staff", alone(assess.Leader, 2, assess.DontKnow), `are "don't know". Ask a staff member.`, 1},
		{"a member takes it to who leads", alone(assess.Member, 4, 2), "Take it to somebody who leads.", 1},
		{"a leader does not", alone(assess.Leader, 4, 2), "Take it to somebody who leads", 0},
		{"who answered", together(t, rosy...), "6 answered: 3 leaders and 3 partners. Read this together.", 1},
		{"of how many", invited, "3 of 25 invited answered: 1 leader, 1 staff and 1 without a role. Read this together.", 1},
		{"files alike", together(t, person("", 3, 3, nil), person("", 2, 5, nil)), "1 of 2 files gives nearly every statement the same number.", 1},
		{"several files alike", together(t, person("", 3, 3, nil), person("", 3, 3, nil)), "2 of 2 files give nearly every statement the same number.", 1},
		{
			"two views", together(t, rosy...),
			"There are two views: in 20 of 20 topics, leaders and staff rate the coalition better, by 2.5 of five points on average.", 1,
		},
		{"two views show each other", together(t, rosy...), "Show each side the other's answers; ask for one example each.", 1},
		{"one view does not", invited, "Show each side", 0},
		{
			"one stands apart", together(t, append(slices.Repeat([]*assess.Answers{person("", 2, 4, nil)}, 5), person("", 5, 4, nil))...),
			"In 10 topics one of the 6 who answered rates far from all others.", 1,
		},
		{"nobody stands apart", together(t, slices.Repeat([]*assess.Answers{person("", 2, 4, nil)}, 6)...), "rates far from all others", 0},
		{
			"overcommitted makes room", alone("", 4, 3), "Overcommitted is the second step", 0, // where it would be anyway
		},
		{
			"overcommitted is moved", together(t, person("", 5, 3, map[string]assess.Rating{
				"overcommitted.overwhelmed": 4, "overcommitted.rival-priorities": 4, "overcommitted.slipping-follow-up": 4,
			})),
			"Overcommitted is the second step whatever its priority: other work needs room first.", 1,
		},
		{"fewer steps", alone("", 4, 3), "only two steps: make room before you add anything", 1},
	} {
		for format, text := range inFormats(t, c.result, report.Options{}) {
			text = strings.NewReplacer("&quot;", `"`, "&#39;", "'", "*", "").Replace(inOneLine(text))
			if got := strings.Count(strings.ToLower(text), strings.ToLower(c.says)); got != c.times {
				t.Errorf("%s, %s: says %q %d times, want %d:\n%s", c.name, format, c.says, got, c.times, text)
			}
		}
	}
}
