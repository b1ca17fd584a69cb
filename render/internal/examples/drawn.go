package examples

import (
	"fmt"
	"strconv"
	"strings"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// The depths and ratings of drawn answers.
var (
	depth  = rapid.SampledFrom([]assess.Depth{assess.Full, assess.Quick})
	rating = rapid.SampledFrom([]assess.Rating{
		assess.Unanswered, 1, 2, 3, 4, 5, assess.DontKnow, assess.NotApplicable,
	})
)

// DrawAnswers draws answers of one person or of a workshop, with names and notes that look like mark-up.
func DrawAnswers(t *rapid.T) *assess.Answers {
	a := assess.New(English)
	a.Coalition = drawMarkup(t, assess.MaxName)
	a.Date = rapid.SampledFrom([]string{"", "2026-02-28"}).Draw(t, "date")
	if rapid.Bool().Draw(t, "workshop") {
		a.Present = rapid.IntRange(1, 60).Draw(t, "present")
	}
	for i := range a.Topics {
		places := assess.Questionnaire{Catalogue: English, Depth: depth.Draw(t, "depth")}.Topic(i)
		for _, p := range places {
			var tally assess.Tally
			for range a.Respondents() {
				tally = tally.Plus(assess.TallyOf(rating.Draw(t, "rating")))
			}
			a.Set(p, tally)
		}
		if rapid.IntRange(0, 5).Draw(t, "has a note") == 0 {
			a.Topics[i].Note = drawMarkup(t, 200)
		}
	}
	if rapid.Bool().Draw(t, "focus") {
		a.Focus = []string{English.Topics[rapid.IntRange(0, pitfalls.PitfallCount-1).Draw(t, "focus")].ID}
	}
	return a
}

// drawMarkup draws text that looks like the mark-up of a format.
func drawMarkup(t *rapid.T, longest int) string {
	return rapid.OneOf(
		rapid.StringOfN(rapid.RuneFrom([]rune("ab1w. :/|*_`<>&[](){}#=%+-@^\n\t\\~$!é漢字🙂")), 0, longest, -1),
		rapid.SampledFrom([]string{
			"", "=HYPERLINK(1)", "<script>alert(1)</script>", "| a | b |", "](javascript:x)", "@all", "# x", "a\n# x", "a\n1. x",
			"1) x", "a\n===", "a\n---\nb", "a\\\n- x", "a\n: x", "https://x", "www.x", "x#1", "a\n\n    x", "```\nx\n```", "<!-- -->",
			`x {onclick="alert(1)"}`, "{#id .class}", "`x`{=html}", "::: {.x}\ny\n:::", "{{< raw >}}", "{% include x %}", "% title\n% author",
		}),
	).Draw(t, "text")
}

// drawHostileText draws text that no answers file may hold.
func drawHostileText(t *rapid.T, label string) string {
	return rapid.SampledFrom([]string{
		"\x1b[31;5mred", "\x1b[2J", "\x1b]0;title\x07", "\u009b2J", "\x1b", "a\u202egpj", "\u2066x", "a\rb", "a\nb", "a\tb", "a\u2028b",
		"\x00", "\x7f", "a\bb", "\xff\xfe", "z\u200b\u200d\ufeff", "a" + strings.Repeat("\u0301", 60), strings.Repeat("漢", 80),
		strings.Repeat("word", 200), "=1+1", "+1", "-1", "@x", `"=1+1"`, "＝1", "a =1 +1 -1 @x", strings.Repeat("ab =1 ", 30), strings.Repeat("a=-", 60), "a\n=1\n-1\n@x", "\t=1", "| a | b |", "<script>", "[x](javascript:y)", "%s%d", `{onclick="x"}`, ": x", "% x", "{{x}}", "\n\n# x", "a\n\x1b[2J\nb",
	}).Draw(t, label)
}

// DrawHostile draws answers with text that no answers file may hold, as if reading had let it pass.
func DrawHostile(t *rapid.T) *assess.Answers {
	a := DrawAnswers(t)
	a.Coalition, a.Respondent = drawHostileText(t, "coalition"), drawHostileText(t, "respondent")
	a.Role = rapid.SampledFrom(append(assess.Roles(), "")).Draw(t, "role")
	for i := range a.Topics {
		if rapid.IntRange(0, 3).Draw(t, "noted") == 0 {
			a.Topics[i].Note = drawHostileText(t, "note")
		}
	}
	return a
}

// DrawGroup draws the group of one to twelve people of one coalition who all answered to the same depth. Their names and notes
// have QX in them, which nothing else has.
func DrawGroup(t *rapid.T) *group.Group {
	sum := group.NewGathering(English).WithBootstrap()
	people := depth.Draw(t, "depth")
	for i := range rapid.IntRange(1, 12).Draw(t, "people") {
		a := assess.New(English)
		a.Coalition = "Hill Coalition"
		a.Respondent = fmt.Sprintf("Person-QX%d", i)
		a.Role = rapid.SampledFrom(append(assess.Roles(), "")).Draw(t, "role")
		for _, p := range (assess.Questionnaire{Catalogue: English, Depth: people}).Places() {
			a.Set(p, assess.TallyOf(rating.Draw(t, "rating")))
		}
		a.Topics[i].Note = fmt.Sprintf("Note-QX%d", i)
		if rapid.Bool().Draw(t, "focus") {
			a.Focus = []string{English.Topics[rapid.IntRange(0, 9).Draw(t, "pitfall")].ID}
		}
		sum.Add(strconv.Itoa(i), a)
	}
	return grouped(t, sum)
}

// DrawForeign draws text from somebody's file, whatever it does to terminals or to mark-up.
func DrawForeign(t *rapid.T) string {
	if rapid.Bool().Draw(t, "hostile") {
		return drawHostileText(t, "foreign")
	}
	return drawMarkup(t, 200)
}
