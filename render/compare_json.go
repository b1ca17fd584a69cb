package render

import (
	"encoding/json"
	"io"

	"github.com/coalcheck/coalcheck/assess/score"
)

// ComparisonJSON writes what changed between two results as JSON; docs/compare.schema.json describes it.
func ComparisonJSON(w io.Writer, c *score.Comparison) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(newComparisonJSON(c))
}

type comparisonJSON struct {
	SchemaVersion    int           `json:"schema_version"`
	Before           comparedJSON  `json:"before"`
	After            comparedJSON  `json:"after"`
	CoalitionsDiffer bool          `json:"coalitions_differ"`
	CataloguesDiffer bool          `json:"catalogues_differ"`
	Better           []string      `json:"better"`
	Worse            []string      `json:"worse"`
	Steady           []string      `json:"steady"`
	NotCompared      []string      `json:"not_compared"`
	First            []string      `json:"first"`
	NewSplits        []string      `json:"new_splits"`
	EndedSplits      []string      `json:"ended_splits"`
	Topics           []changedJSON `json:"topics"`
}

// comparedJSON says where one side of a comparison comes from.
type comparedJSON struct {
	Catalogue        int    `json:"catalogue"`
	Coalition        string `json:"coalition"`
	CoalitionsDiffer bool   `json:"coalitions_differ"`
	Date             string `json:"date"`
	Respondents      int    `json:"respondents"`
	Files            int    `json:"files"`
	Depth            string `json:"depth"`
	Confidential     bool   `json:"confidential"`
}

// changedJSON is the change of one topic.
type changedJSON struct {
	ID      string        `json:"id"`
	Title   string        `json:"title"`
	Kind    string        `json:"kind"`
	Verdict string        `json:"verdict"`
	Reason  *string       `json:"reason"`
	Before  sideTopicJSON `json:"before"`
	After   sideTopicJSON `json:"after"`
	Points  *number       `json:"points"`
	TooFew  bool          `json:"too_few"`
}

// sideTopicJSON is a topic on one side. Value is an exposure of a pitfall, a strength of a pill.
type sideTopicJSON struct {
	State   string  `json:"state"`
	Value   *number `json:"value"`
	Band    *string `json:"band"`
	Ratings int     `json:"ratings"`
	Fewest  int     `json:"fewest"`
	Most    int     `json:"most"`
	Split   bool    `json:"split"`
}

func newComparisonJSON(c *score.Comparison) comparisonJSON {
	out := comparisonJSON{
		SchemaVersion:    SchemaVersion,
		Before:           newComparedJSON(c.Before),
		After:            newComparedJSON(c.After),
		CoalitionsDiffer: c.CoalitionsDiffer,
		CataloguesDiffer: c.CataloguesDiffer,
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
		topic := changedJSON{
			ID: t.ID, Title: t.Title, Kind: t.Kind.String(), Verdict: verdictID(change.Verdict), TooFew: change.TooFew,
			Before: newSideTopicJSON(&c.Before.Topics[i]), After: newSideTopicJSON(t),
		}
		if change.Verdict == score.NotCompared {
			reason := changeWords{c}.reason(i)
			topic.Reason = &reason
		} else {
			points := rounded(change.Points)
			topic.Points = &points
		}
		out.Topics = append(out.Topics, topic)
	}
	return out
}

func newComparedJSON(r *score.Result) comparedJSON {
	g := r.Group
	return comparedJSON{g.Catalogue.Version, g.Coalition, g.CoalitionsDiffer, g.Date, g.Respondents, g.Files, r.Depth.String(), r.Confidential}
}

func newSideTopicJSON(t *score.Topic) sideTopicJSON {
	value, _, band := scores(t)
	fewest, most := t.Raters()
	return sideTopicJSON{t.State.String(), value, band, t.Ratings(), fewest, most, t.Split}
}

// verdictID returns a verdict as JSON spells it.
func verdictID(v score.Verdict) string {
	if v == score.NotCompared {
		return "not_compared"
	}
	return v.String()
}
