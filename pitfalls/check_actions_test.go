package pitfalls_test

import (
	"testing"

	"github.com/coalcheck/coalcheck/pitfalls"
)

func TestCheckReportsSlipsOfActions(t *testing.T) {
	tests := []struct {
		name string
		// spoil gets the first pitfall and the first pill, too.
		spoil func(c *pitfalls.Catalogue, pitfall, pill *pitfalls.Topic)
		want  []string
	}{
		{
			"topic without label",
			func(_ *pitfalls.Catalogue, pitfall, _ *pitfalls.Topic) { pitfall.Label = "" },
			[]string{"unclear-purpose.label: empty"},
		},
		{
			"label of 25 characters",
			func(_ *pitfalls.Catalogue, pitfall, _ *pitfalls.Topic) { pitfall.Label = "Unclear purpose and roles" },
			[]string{"unclear-purpose.label: 25 characters; want at most 24"},
		},
		{
			"label twice, in other case",
			func(_ *pitfalls.Catalogue, pitfall, _ *pitfalls.Topic) { pitfall.Label = "overcommitted" },
			[]string{`overcommitted.label: "Overcommitted" used twice`},
		},
		{
			"nobody to ask",
			func(_ *pitfalls.Catalogue, pitfall, _ *pitfalls.Topic) { pitfall.Ask = "staff" },
			[]string{`unclear-purpose.ask: "staff"; want leader or members`},
		},
		{
			"action without id",
			func(_ *pitfalls.Catalogue, pitfall, _ *pitfalls.Topic) { pitfall.Actions[3].ID = "" },
			[]string{
				`unclear-purpose.actions[4]: "" is not an id: lower-case words joined by hyphens`,
				`unclear-purpose.actions[4]: "" answers no sign and no quick answer, and does not say extra: true`,
				`unclear-purpose.many-directions: unknown action "compare-one-activity"`,
			},
		},
		{
			"action id twice",
			func(_ *pitfalls.Catalogue, pitfall, _ *pitfalls.Topic) { pitfall.Actions[1].ID = "finish-this-line" },
			[]string{
				"unclear-purpose.actions[2]: id used twice",
				`unclear-purpose.asked-why: unknown action "one-page-purpose"`,
				`unclear-purpose.quick: unknown action "one-page-purpose"`,
			},
		},
		{
			"action id that means the talk",
			func(_ *pitfalls.Catalogue, _, pill *pitfalls.Topic) { pill.Actions[0].ID = "talk" },
			[]string{
				`partnerships-are-hard.actions[1]: "talk" has another meaning in a plan`,
				`overselling.fits.partnerships-are-hard: unknown action "one-small-result"`,
			},
		},
		{
			"sign that names no action of its topic",
			func(_ *pitfalls.Catalogue, pitfall, _ *pitfalls.Topic) {
				pitfall.Questions[0].Actions[1] = "sort-three-piles"
			},
			[]string{
				`unclear-purpose.many-directions: unknown action "sort-three-piles"`,
				`unclear-purpose.actions[4]: "compare-one-activity" answers no sign and no quick answer, and does not say extra: true`,
			},
		},
		{
			"sign that names an action twice",
			func(_ *pitfalls.Catalogue, pitfall, _ *pitfalls.Topic) {
				pitfall.Questions[2].Actions[1] = "finish-this-line"
			},
			[]string{`unclear-purpose.asked-why: action "finish-this-line" named twice`},
		},
		{
			"sign with one action",
			func(_ *pitfalls.Catalogue, pitfall, _ *pitfalls.Topic) {
				pitfall.Questions[2].Actions = pitfall.Questions[2].Actions[:1]
			},
			[]string{"unclear-purpose.asked-why: fewer than two actions answer it"},
		},
		{
			"practice with actions",
			func(_ *pitfalls.Catalogue, _, pill *pitfalls.Topic) {
				pill.Questions[0].Actions = []string{"share-the-work", "list-partnerships"}
			},
			[]string{"partnerships-are-hard.told-early: a practice has no actions of its own"},
		},
		{
			"quick answer that names no action of its topic",
			func(_ *pitfalls.Catalogue, pitfall, _ *pitfalls.Topic) { pitfall.Quick[1] = "name-it" },
			[]string{`unclear-purpose.quick: unknown action "name-it"`},
		},
		{
			"quick answer that names an action twice",
			func(_ *pitfalls.Catalogue, pitfall, _ *pitfalls.Topic) { pitfall.Quick[1] = pitfall.Quick[0] },
			[]string{`unclear-purpose.quick: action "finish-this-line" named twice`},
		},
		{
			"no quick answer",
			func(_ *pitfalls.Catalogue, pitfall, _ *pitfalls.Topic) { pitfall.Quick = [2]string{} },
			[]string{
				`unclear-purpose.quick: unknown action ""`,
				`unclear-purpose.quick: unknown action ""`,
				`unclear-purpose.quick: action "" named twice`,
			},
		},
		{
			"action that answers nothing",
			func(c *pitfalls.Catalogue, _, _ *pitfalls.Topic) { c.Topic("self-interest").Actions[0].Extra = false },
			[]string{`self-interest.actions[1]: "one-benefit-one-cost" answers no sign and no quick answer, and does not say extra: true`},
		},
		{
			"extra action that answers something",
			func(_ *pitfalls.Catalogue, pitfall, _ *pitfalls.Topic) { pitfall.Actions[2].Extra = true },
			[]string{`unclear-purpose.actions[3]: "purpose-on-agenda" is extra, but a sign or quick names it`},
		},
		{
			"extra action of a pill",
			func(_ *pitfalls.Catalogue, _, pill *pitfalls.Topic) { pill.Actions[1].Extra = true },
			[]string{"partnerships-are-hard.actions[2]: an action of a pill is never extra"},
		},
		{
			"minutes missing",
			func(_ *pitfalls.Catalogue, pitfall, _ *pitfalls.Topic) { pitfall.Actions[0].Minutes = 0 },
			[]string{"unclear-purpose.actions[1]: 0 minutes; want 5 to 240"},
		},
		{
			"too few minutes",
			func(_ *pitfalls.Catalogue, pitfall, _ *pitfalls.Topic) { pitfall.Actions[0].Minutes = 4 },
			[]string{"unclear-purpose.actions[1]: 4 minutes; want 5 to 240"},
		},
		{
			"too many minutes",
			func(_ *pitfalls.Catalogue, _, pill *pitfalls.Topic) { pill.Actions[0].Minutes = 241 },
			[]string{"partnerships-are-hard.actions[1]: 241 minutes; want 5 to 240"},
		},
		{
			"action of ours with a source",
			func(_ *pitfalls.Catalogue, pitfall, _ *pitfalls.Topic) {
				pitfall.Actions[4].Sources = []string{"seed1"}
			},
			[]string{"unclear-purpose.actions[5]: ours, but with a source"},
		},
		{
			"pill that nothing fits",
			func(_ *pitfalls.Catalogue, pitfall, _ *pitfalls.Topic) { pitfall.Fits = pitfall.Fits[1:] },
			[]string{`unclear-purpose.fits: no action of "have-a-plan"`},
		},
		{
			"fit of another pill",
			func(_ *pitfalls.Catalogue, pitfall, _ *pitfalls.Topic) { pitfall.Fits[0].Pill = "risk" },
			[]string{
				"unclear-purpose.fits.risk: not a pill of this pitfall",
				`unclear-purpose.fits.risk: unknown action "one-page-agreement"`,
				`unclear-purpose.fits: no action of "have-a-plan"`,
			},
		},
		{
			"fit twice",
			func(_ *pitfalls.Catalogue, pitfall, _ *pitfalls.Topic) {
				pitfall.Fits = append(pitfall.Fits, pitfall.Fits[0])
			},
			[]string{"unclear-purpose.fits.have-a-plan: named twice"},
		},
		{
			"fit that names no action of the pill",
			func(_ *pitfalls.Catalogue, pitfall, _ *pitfalls.Topic) { pitfall.Fits[0].Action = "name-it" },
			[]string{`unclear-purpose.fits.have-a-plan: unknown action "name-it"`},
		},
		{
			"pill with what is for pitfalls",
			func(_ *pitfalls.Catalogue, pitfall, pill *pitfalls.Topic) {
				pill.Quick, pill.Fits, pill.Check = pitfall.Quick, pitfall.Fits, pitfall.Check
			},
			[]string{
				"partnerships-are-hard: a pill has no quick actions",
				"partnerships-are-hard: a pill has no fits",
				"partnerships-are-hard: a pill has no check",
			},
		},
		{
			"nothing to see when it works",
			func(_ *pitfalls.Catalogue, pitfall, _ *pitfalls.Topic) { pitfall.Check = pitfalls.Check{} },
			[]string{
				"unclear-purpose.check.days30: empty",
				"unclear-purpose.check.days90: empty",
			},
		},
		{
			"clash of nothing",
			func(c *pitfalls.Catalogue, _, _ *pitfalls.Topic) { c.Clashes[0] = pitfalls.Clash{} },
			[]string{
				`clashes[1].practice: no such practice ""`,
				`clashes[1].sign: no such sign ""`,
				"clashes[1].ask: empty",
			},
		},
		{
			"clash the wrong way round",
			func(c *pitfalls.Catalogue, _, _ *pitfalls.Topic) {
				c.Clashes[0].Practice, c.Clashes[0].Sign = c.Clashes[0].Sign, c.Clashes[0].Practice
			},
			[]string{
				`clashes[1].practice: no such practice "unclear-roles.different-answers"`,
				`clashes[1].sign: no such sign "have-a-plan.who-and-when"`,
			},
		},
		{
			"clash with a whole topic",
			func(c *pitfalls.Catalogue, _, _ *pitfalls.Topic) { c.Clashes[1].Sign = "overcommitted" },
			[]string{`clashes[2].sign: no such sign "overcommitted"`},
		},
		{
			"clash twice",
			func(c *pitfalls.Catalogue, _, _ *pitfalls.Topic) { c.Clashes[2] = c.Clashes[0] },
			[]string{"clashes[3]: pair named twice"},
		},
		{
			"action of no topic missing",
			func(c *pitfalls.Catalogue, _, _ *pitfalls.Topic) { c.AskTwo = pitfalls.Action{} },
			[]string{
				`ask_two: "" is not an id: lower-case words joined by hyphens`,
				"ask_two.do: empty",
				"ask_two.effort: empty",
				"ask_two: 0 minutes; want 5 to 240",
				`ask_two: how ""; want direct, adapted or ours`,
				"ask_two: no source",
				`ask_two: how ""; want ours`,
			},
		},
		{
			"talk with another id, and not ours",
			func(c *pitfalls.Catalogue, _, _ *pitfalls.Topic) {
				c.Talk = pitfalls.Action{ID: "ask-both", How: pitfalls.HowDirect, Sources: []string{"seed1"}}
				c.TalkConfidential = pitfalls.Action{Do: "Ask.", Effort: "20 min", Minutes: 20, How: pitfalls.HowOurs}
			},
			[]string{
				`talk: id "ask-both"; want "talk"`,
				"talk.do: empty",
				"talk.effort: empty",
				"talk: 0 minutes; want 5 to 240",
				`talk: how "direct", 1 sources; want ours and none`,
				`talk_confidential: id ""; want "talk"`,
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := clone(pitfalls.English())
			tt.spoil(c, &c.Topics[pitfall], &c.Topics[pill])
			expect(t, c, tt.want)
		})
	}
}
