package jsonreport

import (
	"io"

	"github.com/coalcheck/coalcheck/assess/score"
)

// WriteComparison writes what changed between two results; docs/compare.schema.json describes it.
func WriteComparison(w io.Writer, c *score.Comparison) error { return encode(w, newComparison(c)) }

type comparison struct {
	SchemaVersion    int       `json:"schema_version"`
	Before           compared  `json:"before"`
	After            compared  `json:"after"`
	CoalitionsDiffer bool      `json:"coalitions_differ"`
	CataloguesDiffer bool      `json:"catalogues_differ"`
	LanguagesDiffer  bool      `json:"languages_differ"`
	Better           []string  `json:"better"`
	Worse            []string  `json:"worse"`
	Steady           []string  `json:"steady"`
	NotCompared      []string  `json:"not_compared"`
	First            []string  `json:"first"`
	NewSplits        []string  `json:"new_splits"`
	EndedSplits      []string  `json:"ended_splits"`
	Topics           []changed `json:"topics"`
}

// compared says where one side of a comparison comes from.
type compared struct {
	Catalogue        int    `json:"catalogue"`
	Coalition        string `json:"coalition"`
	CoalitionsDiffer bool   `json:"coalitions_differ"`
	Date             string `json:"date"`
	Respondents      int    `json:"respondents"`
	Files            int    `json:"files"`
	Depth            string `json:"depth"`
	Confidential     bool   `json:"confidential"`
}

// changed is the change of one topic. Reason says why there is none to report, where Verdict is not_compared.
type changed struct {
	ID      string    `json:"id"`
	Title   string    `json:"title"`
	Label   string    `json:"label"`
	Kind    string    `json:"kind"`
	Verdict string    `json:"verdict"`
	Reason  *string   `json:"reason"`
	Before  sideTopic `json:"before"`
	After   sideTopic `json:"after"`
	Points  *float64  `json:"points"`
	// Rule is steps, variance or, where a side is confidential, tens; it is null without a comparison. Steps belongs to the
	// one rule; Change, by how much the mean moved, and Noise to the others.
	Rule   *string  `json:"rule"`
	Steps  *int     `json:"steps"`
	Change *float64 `json:"change"`
	Noise  *float64 `json:"noise"`
	// Chance reports whether only Noise keeps the topic steady.
	Chance bool `json:"chance"`
}

// sideTopic is a topic on one side. Value is an exposure of a pitfall, a strength of a pill.
type sideTopic struct {
	State string   `json:"state"`
	Value *float64 `json:"value"`
	Band  *string  `json:"band"`
	// The numbers of ratings are null where the side is confidential.
	Ratings *int `json:"ratings"`
	Fewest  *int `json:"fewest"`
	Most    *int `json:"most"`
	Split   bool `json:"split"`
}

func newComparison(c *score.Comparison) comparison {
	out := comparison{
		SchemaVersion:    SchemaVersion,
		Before:           newCompared(c.Before),
		After:            newCompared(c.After),
		CoalitionsDiffer: c.CoalitionsDiffer,
		CataloguesDiffer: c.CataloguesDiffer,
		LanguagesDiffer:  c.LanguagesDiffer,
		Better:           ids(c.After, c.Better),
		Worse:            ids(c.After, c.Worse),
		Steady:           ids(c.After, c.Steady),
		NotCompared:      ids(c.After, c.NotCompared),
		First:            ids(c.Before, c.First),
		NewSplits:        ids(c.After, c.NewSplits),
		EndedSplits:      ids(c.After, c.EndedSplits),
	}
	for i, change := range c.Topics {
		t := &c.After.Topics[i]
		topic := changed{
			ID: t.ID, Title: t.Title, Label: t.Label, Kind: t.Kind.String(), Verdict: change.Verdict.String(), Chance: change.Chance,
			Before: newSideTopic(c.Before, &c.Before.Topics[i]), After: newSideTopic(c.After, t),
		}
		if change.Verdict == score.NotCompared {
			topic.Reason = new(change.Reason.String())
		} else {
			topic.Points, topic.Rule = new(score.Rounded(change.Points)), new(change.Rule.String())
		}
		switch change.Rule {
		case score.NoRule:
		case score.BySteps:
			topic.Steps = &c.Topics[i].Steps
		case score.ByVariance, score.ByTens:
			topic.Change, topic.Noise = new(score.Rounded(change.Moved)), new(score.Rounded(change.Noise))
		}
		out.Topics = append(out.Topics, topic)
	}
	return out
}

func newCompared(r *score.Result) compared {
	g := r.Group
	return compared{g.Catalogue.Version, g.Coalition, g.CoalitionsDiffer, g.Date, g.Respondents, g.Files, r.Depth.String(), r.Confidential}
}

func newSideTopic(r *score.Result, t *score.Topic) sideTopic {
	value, _, band := scores(t)
	out := sideTopic{State: t.State.String(), Value: value, Band: band, Split: t.Split}
	if !r.Confidential {
		fewest, most := t.Raters()
		out.Ratings, out.Fewest, out.Most = new(t.Ratings()), &fewest, &most
	}
	return out
}
