package jsonreport

import "github.com/coalcheck/coalcheck/assess/score"

// certainty is how sure the order of the plan is. It is null where the plan has no step.
type certainty struct {
	First      string   `json:"first"`
	FirstStays bool     `json:"first_stays"`
	Rivals     []string `json:"rivals"`
	Emptied    bool     `json:"emptied"`
	Resamples  int      `json:"resamples"`
	Stays      []stay   `json:"stays"`
}

type stay struct {
	Pitfall string `json:"pitfall"`
	Times   int    `json:"times"`
}

func newCertainty(r *score.Result) *certainty {
	c := r.Sensitivity()
	if c.First < 0 {
		return nil
	}
	out := certainty{
		First:      r.Topics[c.First].ID,
		FirstStays: c.FirstStable,
		Rivals:     ids(r, c.Contenders),
		Emptied:    c.EmptiesPlan,
		Resamples:  c.Resamples,
		Stays:      []stay{},
	}
	for _, s := range c.Stability {
		out.Stays = append(out.Stays, stay{r.Topics[s.Pitfall].ID, s.Times})
	}
	return &out
}

// seen is a topic that leaders and staff see differently from members and partners.
type seen struct {
	Topic   string   `json:"topic"`
	Leaders sideMean `json:"leaders"`
	Members sideMean `json:"members"`
}

type sideMean struct {
	Mean   float64 `json:"mean"`
	Fewest int     `json:"fewest"`
	Most   int     `json:"most"`
}

func newSeen(r *score.Result) []seen {
	out := []seen{}
	for _, s := range r.SeenDifferently {
		out = append(out, seen{r.Topics[s.Topic].ID, newSideMean(s.Leaders), newSideMean(s.Members)})
	}
	return out
}

func newSideMean(s score.SideMean) sideMean {
	return sideMean{score.Rounded(s.Mean), s.Fewest, s.Most}
}
