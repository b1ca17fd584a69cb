package pitfalls_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/pitfalls"
)

func TestEnglishIsSound(t *testing.T) {
	if err := pitfalls.English().Check(); err != nil {
		t.Error(err)
	}
}

// The first pitfall and the first pill are where most of the tests below do their damage.
const pitfall, pill = 0, pitfalls.PitfallCount

func TestCheckReports(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(*pitfalls.Catalogue)
		want  []string
	}{
		{
			"version missing",
			func(c *pitfalls.Catalogue) { c.Version = 0 },
			[]string{"version: 0 is not a positive number"},
		},
		{
			"language missing",
			func(c *pitfalls.Catalogue) { c.Language = "" },
			[]string{"language: empty"},
		},
		{
			"scale asks nothing",
			func(c *pitfalls.Catalogue) { c.Truth.Asks = "" },
			[]string{"scales.truth.asks: empty"},
		},
		{
			"scale without what is said before it",
			func(c *pitfalls.Catalogue) { c.Truth.Before = "" },
			[]string{"scales.truth.before: empty"},
		},
		{
			"scale without help",
			func(c *pitfalls.Catalogue) { c.Frequency.Help = nil },
			[]string{"scales.frequency.help: empty"},
		},
		{
			"help that says nothing",
			func(c *pitfalls.Catalogue) { c.Frequency.Help = []string{"Often.", " "} },
			[]string{"scales.frequency.help[2]: empty"},
		},
		{
			"label missing",
			func(c *pitfalls.Catalogue) { c.Frequency.Labels[4] = "" },
			[]string{"scales.frequency.labels: empty"},
		},
		{
			"label twice in a scale, in other case",
			func(c *pitfalls.Catalogue) { c.Frequency.Labels[4] = "never" },
			[]string{`scales.frequency: label "never" used twice`},
		},
		{
			"label in both scales",
			func(c *pitfalls.Catalogue) { c.Truth.Labels[2] = "Sometimes" },
			[]string{`scales.truth: label "Sometimes" used twice`},
		},
		{
			"label that means do not know",
			func(c *pitfalls.Catalogue) { c.Truth.Labels[2] = "DK" },
			[]string{`scales.truth: label "DK" has another meaning in an answers file`},
		},
		{
			"no topics at all",
			func(c *pitfalls.Catalogue) { c.Topics, c.Sources = nil, nil },
			[]string{
				"0 pitfalls; want 10", "0 pills; want 10",
				`clashes[1].practice: no such practice "have-a-plan.who-and-when"`,
				`clashes[1].sign: no such sign "unclear-roles.different-answers"`,
				`clashes[2].practice: no such practice "have-a-plan.set-reviews"`,
				`clashes[2].sign: no such sign "overcommitted.slipping-follow-up"`,
				`clashes[3].practice: no such practice "partnerships-are-hard.strain-is-spoken"`,
				`clashes[3].sign: no such sign "unresolved-conflict.unspoken"`,
				`clashes[4].practice: no such practice "relationship.bad-news"`,
				`clashes[4].sign: no such sign "unresolved-conflict.lost-trust"`,
				`clashes[5].practice: no such practice "communicate-the-vision.own-words"`,
				`clashes[5].sign: no such sign "unclear-purpose.asked-why"`,
				`clashes[6].practice: no such practice "risk.written-risks"`,
				`clashes[6].sign: no such sign "overselling.beyond-capacity"`,
				`clashes[7].practice: no such practice "separate-pain-from-pleasure.gain-in-a-sentence"`,
				`clashes[7].sign: no such sign "unclear-purpose.anything-fits"`,
			},
		},
		{
			"a pill too many",
			func(c *pitfalls.Catalogue) {
				extra := c.Topics[pill]
				extra.ID, extra.Label = "extra", "Extra"
				c.Topics = append(c.Topics, extra)
				c.Topics[pitfall].Pills = append(c.Topics[pitfall].Pills, "extra")
			},
			[]string{"11 pills; want 10", `unclear-purpose.fits: no action of "extra"`},
		},
		{
			"lists mixed",
			func(c *pitfalls.Catalogue) {
				c.Topics[pill-1], c.Topics[pill] = c.Topics[pill], c.Topics[pill-1]
			},
			[]string{"topics: a pill stands before a pitfall"},
		},
		{
			"topic id twice",
			func(c *pitfalls.Catalogue) { c.Topics[pill+9].ID = c.Topics[pitfall+9].ID },
			[]string{
				"unresolved-conflict: id used twice",
				`unclear-purpose: unknown pill "communicate-the-vision"`,
				`taking-credit: unknown pill "communicate-the-vision"`,
				`under-communicating: unknown pill "communicate-the-vision"`,
				"unresolved-conflict: treats no pitfall",
				`clashes[5].practice: no such practice "communicate-the-vision.own-words"`,
			},
		},
		{
			"topic without texts",
			func(c *pitfalls.Catalogue) {
				topic := &c.Topics[pitfall]
				topic.Title, topic.Summary, topic.Overall = "", "", ""
			},
			[]string{"unclear-purpose.title: empty", "unclear-purpose.summary: empty", "unclear-purpose.overall: empty"},
		},
		{
			"text that is only spaces",
			func(c *pitfalls.Catalogue) { c.Topics[pitfall].Title = " " },
			[]string{"unclear-purpose.title: empty"},
		},
		{
			"spaces around a text",
			func(c *pitfalls.Catalogue) { c.Topics[pitfall].Questions[0].Text += " " },
			[]string{"unclear-purpose.many-directions: spaces around the text"},
		},
		{
			"terminal escape in a text",
			func(c *pitfalls.Catalogue) { c.Topics[pitfall].Title = "Unclear\x1b[2J" },
			[]string{"unclear-purpose.title: control character"},
		},
		{
			"C1 control in a text",
			func(c *pitfalls.Catalogue) { c.Topics[pitfall].Title = "Unclear\u009b2J" },
			[]string{"unclear-purpose.title: control character"},
		},
		{
			"one question",
			func(c *pitfalls.Catalogue) { c.Topics[pitfall].Questions = c.Topics[pitfall].Questions[:1] },
			[]string{
				"unclear-purpose: fewer than two questions",
				`unclear-purpose.actions[3]: "purpose-on-agenda" answers no sign and no quick answer, and does not say extra: true`,
				`unclear-purpose.actions[6]: "not-our-work" answers no sign and no quick answer, and does not say extra: true`,
				`clashes[5].sign: no such sign "unclear-purpose.asked-why"`,
				`clashes[7].sign: no such sign "unclear-purpose.anything-fits"`,
			},
		},
		{
			"question id twice",
			func(c *pitfalls.Catalogue) { c.Topics[pitfall].Questions[1].ID = "many-directions" },
			[]string{
				"unclear-purpose.many-directions: id used twice",
				`clashes[7].sign: no such sign "unclear-purpose.anything-fits"`,
			},
		},
		{
			"question id that means the whole topic",
			func(c *pitfalls.Catalogue) { c.Topics[pitfall].Questions[1].ID = "overall" },
			[]string{
				`unclear-purpose.overall: "overall" has another meaning in an answers file`,
				`clashes[7].sign: no such sign "unclear-purpose.anything-fits"`,
			},
		},
		{
			"question id that means the note",
			func(c *pitfalls.Catalogue) { c.Topics[pitfall].Questions[1].ID = "note" },
			[]string{
				`unclear-purpose.note: "note" has another meaning in an answers file`,
				`clashes[7].sign: no such sign "unclear-purpose.anything-fits"`,
			},
		},
		{
			"question without text",
			func(c *pitfalls.Catalogue) { c.Topics[pitfall].Questions[1].Text = "" },
			[]string{"unclear-purpose.anything-fits: empty"},
		},
		{
			"question of a basis that is for pills",
			func(c *pitfalls.Catalogue) { c.Topics[pitfall].Questions[1].Basis = pitfalls.BasisTitle },
			[]string{`unclear-purpose.anything-fits: basis "title"; want author, source or ours`},
		},
		{
			"question without source",
			func(c *pitfalls.Catalogue) { c.Topics[pitfall].Questions[1].Sources = nil },
			[]string{"unclear-purpose.anything-fits: no source"},
		},
		{
			"question of an unknown source",
			func(c *pitfalls.Catalogue) { c.Topics[pitfall].Questions[1].Sources = []string{"hearsay"} },
			[]string{`unclear-purpose.anything-fits: unknown source "hearsay"`},
		},
		{
			"source named twice",
			func(c *pitfalls.Catalogue) { c.Topics[pitfall].Questions[1].Sources = []string{"seed1", "seed1"} },
			[]string{`unclear-purpose.anything-fits: source "seed1" named twice`},
		},
		{
			"one action",
			func(c *pitfalls.Catalogue) { c.Topics[pill].Actions = c.Topics[pill].Actions[3:4] },
			[]string{
				"partnerships-are-hard: fewer than two actions", "sources.crl: nothing refers to it",
				`overselling.fits.partnerships-are-hard: unknown action "one-small-result"`,
			},
		},
		{
			"action without texts",
			func(c *pitfalls.Catalogue) {
				c.Topics[pitfall].Actions[1].Do, c.Topics[pitfall].Actions[1].Effort = "", ""
			},
			[]string{"unclear-purpose.actions[2].do: empty", "unclear-purpose.actions[2].effort: empty"},
		},
		{
			"action that does not say how close it is",
			func(c *pitfalls.Catalogue) { c.Topics[pitfall].Actions[1].How = "" },
			[]string{`unclear-purpose.actions[2]: how ""; want direct, adapted or ours`},
		},
		{
			"action without source",
			func(c *pitfalls.Catalogue) { c.Topics[pitfall].Actions[1].Sources = nil },
			[]string{"unclear-purpose.actions[2]: no source"},
		},
		{
			"action of an unknown source",
			func(c *pitfalls.Catalogue) { c.Topics[pitfall].Actions[1].Sources = []string{"k1", "hearsay"} },
			[]string{`unclear-purpose.actions[2]: unknown source "hearsay"`},
		},
		{
			"link to nothing",
			func(c *pitfalls.Catalogue) { c.Topics[pitfall].LeadsTo[0].Pitfall = "overcomitted" },
			[]string{"unclear-purpose.leads_to.overcomitted: no such pitfall"},
		},
		{
			"link to a pill",
			func(c *pitfalls.Catalogue) { c.Topics[pitfall].LeadsTo[0].Pitfall = "risk" },
			[]string{"unclear-purpose.leads_to.risk: no such pitfall"},
		},
		{
			"link to itself",
			func(c *pitfalls.Catalogue) { c.Topics[pitfall].LeadsTo[0].Pitfall = "unclear-purpose" },
			[]string{"unclear-purpose.leads_to.unclear-purpose: leads to itself"},
		},
		{
			"link twice",
			func(c *pitfalls.Catalogue) { c.Topics[pitfall].LeadsTo[0].Pitfall = "overcommitted" },
			[]string{"unclear-purpose.leads_to.overcommitted: named twice"},
		},
		{
			"link without reason",
			func(c *pitfalls.Catalogue) { c.Topics[pitfall].LeadsTo[0].Because = "" },
			[]string{"unclear-purpose.leads_to.unclear-roles: empty"},
		},
		{
			"link without source",
			func(c *pitfalls.Catalogue) { c.Topics[pitfall].LeadsTo[0].Sources = nil },
			[]string{"unclear-purpose.leads_to.unclear-roles: no source"},
		},
		{
			"pitfall with a basis",
			func(c *pitfalls.Catalogue) { c.Topics[pitfall].Basis = pitfalls.BasisAuthor },
			[]string{"unclear-purpose: a pitfall has no basis of its own; its questions have"},
		},
		{
			"pill without basis",
			func(c *pitfalls.Catalogue) { c.Topics[pill].Basis = "" },
			[]string{`partnerships-are-hard: basis ""; want author or title`},
		},
		{
			"delicate pill",
			func(c *pitfalls.Catalogue) { c.Topics[pill].Delicate = true },
			[]string{"partnerships-are-hard: a pill is not delicate"},
		},
		{
			"pill with links of a pitfall",
			func(c *pitfalls.Catalogue) {
				c.Topics[pill].LeadsTo, c.Topics[pill].Pills = c.Topics[pitfall].LeadsTo, c.Topics[pitfall].Pills
			},
			[]string{"partnerships-are-hard: a pill leads to nothing", "partnerships-are-hard: a pill has no pills"},
		},
		{
			"pitfall that no pill treats",
			func(c *pitfalls.Catalogue) { c.Topics[pitfall].Pills = nil },
			[]string{
				"unclear-purpose: treated by no pill",
				"unclear-purpose.fits.have-a-plan: not a pill of this pitfall",
				"unclear-purpose.fits.separate-pain-from-pleasure: not a pill of this pitfall",
				"unclear-purpose.fits.communicate-the-vision: not a pill of this pitfall",
			},
		},
		{
			"pitfall treated by a pitfall",
			func(c *pitfalls.Catalogue) { c.Topics[pitfall].Pills[0] = "overcommitted" },
			[]string{
				`unclear-purpose: unknown pill "overcommitted"`,
				"unclear-purpose.fits.have-a-plan: not a pill of this pitfall",
				`unclear-purpose.fits: no action of "overcommitted"`,
			},
		},
		{
			"pill named twice",
			func(c *pitfalls.Catalogue) { c.Topics[pitfall].Pills[0] = "communicate-the-vision" },
			[]string{
				`unclear-purpose: pill "communicate-the-vision" named twice`,
				"unclear-purpose.fits.have-a-plan: not a pill of this pitfall",
			},
		},
		{
			"pill that treats nothing",
			func(c *pitfalls.Catalogue) {
				for i := range c.Topics {
					c.Topics[i].Pills = slices.DeleteFunc(c.Topics[i].Pills, func(id string) bool { return id == "risk" })
				}
			},
			[]string{
				"risk: treats no pitfall",
				"overcommitted.fits.risk: not a pill of this pitfall",
				"overselling.fits.risk: not a pill of this pitfall",
			},
		},
		{
			"source id twice",
			func(c *pitfalls.Catalogue) { c.Sources = append(c.Sources, c.Sources[0]) },
			[]string{"sources.seed1: id used twice"},
		},
		{
			"source that nothing refers to",
			func(c *pitfalls.Catalogue) {
				c.Sources = append(c.Sources, pitfalls.Source{ID: "spare", Title: "Spare", Publisher: "Nobody"})
			},
			[]string{"sources.spare: nothing refers to it"},
		},
		{
			"source without texts",
			func(c *pitfalls.Catalogue) { c.Sources[0].Title, c.Sources[0].Publisher = "", "" },
			[]string{"sources.seed1.title: empty", "sources.seed1.publisher: empty"},
		},
		{
			"source whose address is no web address",
			func(c *pitfalls.Catalogue) { c.Sources[0].URL = "javascript:alert(1)" },
			[]string{`sources.seed1: "javascript:alert(1)" is not a web address`},
		},
		{
			"several things at once",
			func(c *pitfalls.Catalogue) {
				c.Version = -1
				c.Frequency.Asks = ""
				c.Topics[pitfall].Questions[0].Text = ""
				c.Topics[pill+1].Actions[0].How = "somehow"
				c.Sources[3].URL = "example.org"
				c.Topics = c.Topics[:pill+9]
			},
			[]string{
				"version: -1 is not a positive number",
				"scales.frequency.asks: empty",
				"9 pills; want 10",
				"unclear-purpose.many-directions: empty",
				`risk.actions[1]: how "somehow"; want direct, adapted or ours`,
				`sources.k1: "example.org" is not a web address`,
				"sources.frame: nothing refers to it",
				"sources.npq: nothing refers to it",
				"sources.ctb-comm: nothing refers to it",
				`unclear-purpose: unknown pill "communicate-the-vision"`,
				`taking-credit: unknown pill "communicate-the-vision"`,
				`under-communicating: unknown pill "communicate-the-vision"`,
				`clashes[5].practice: no such practice "communicate-the-vision.own-words"`,
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := clone(pitfalls.English())
			tt.spoil(c)
			expect(t, c, tt.want)
		})
	}
}

func TestCheckReportsWhatIsNoID(t *testing.T) {
	for _, id := range []string{"", "-", "a-", "-a", "a--b", "A", "a b", "a_b", "aBa", "1st", "é", "a.b"} {
		t.Run(id, func(t *testing.T) {
			c := clone(pitfalls.English())
			c.Topics[pitfall].Questions[0].ID = id
			err := c.Check()
			if err == nil || !strings.Contains(err.Error(), "is not an id") {
				t.Errorf("%q passes as an id: %v", id, err)
			}
		})
	}
}

func TestCheckAcceptsIDs(t *testing.T) {
	for _, id := range []string{"a", "a1", "a-1", "kx4", "who-and-when"} {
		t.Run(id, func(t *testing.T) {
			c := clone(pitfalls.English())
			c.Topics[pitfall].Questions[0].ID = id
			if err := c.Check(); err != nil {
				t.Error(err)
			}
		})
	}
}

// expect compares the lines of what Check reports with want, in any order.
func expect(t *testing.T, c *pitfalls.Catalogue, want []string) {
	t.Helper()
	err := c.Check()
	if err == nil {
		t.Fatalf("nothing reported; want %q", want)
	}
	got := strings.Split(err.Error(), "\n")
	for _, line := range got {
		if !slices.Contains(want, line) {
			t.Errorf("reported, but not expected: %s", line)
		}
	}
	for _, line := range want {
		if !slices.Contains(got, line) {
			t.Errorf("expected, but not reported: %s", line)
		}
	}
}

// clone returns a copy deep enough for the damage that the tests do.
func clone(c *pitfalls.Catalogue) *pitfalls.Catalogue {
	out := *c
	out.Topics, out.Sources = slices.Clone(c.Topics), slices.Clone(c.Sources)
	for i := range out.Topics {
		t := &out.Topics[i]
		t.Questions, t.LeadsTo = slices.Clone(t.Questions), slices.Clone(t.LeadsTo)
		t.Pills, t.Actions = slices.Clone(t.Pills), slices.Clone(t.Actions)
		t.Fits = slices.Clone(t.Fits)
		for j := range t.Questions {
			t.Questions[j].Actions = slices.Clone(t.Questions[j].Actions)
		}
	}
	return &out
}
