package jsonreport

import "github.com/coalcheck/coalcheck/assess/score"

// certainty is how sure the order of the plan is. It is null where the plan has no step, and in a confidential report.
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

// sideMean is how one side rated a topic. All but Band is null in a confidential report.
type sideMean struct {
	Band     string   `json:"band"`
	Mean     *float64 `json:"mean"`
	Variance *float64 `json:"variance"`
	Fewest   *int     `json:"fewest"`
	Most     *int     `json:"most"`
}

// twoViews says that one side rates the coalition better in most topics. By is null in a confidential report.
type twoViews struct {
	Rosier string   `json:"rosier"`
	Topics int      `json:"topics"`
	Of     int      `json:"of"`
	By     *float64 `json:"by"`
}

func newTwoViews(r *score.Result) *twoViews {
	v := r.TwoViews
	if v == nil {
		return nil
	}
	out := &twoViews{Rosier: v.Rosier.String(), Topics: v.Topics, Of: v.Of}
	if !r.Confidential {
		out.By = new(score.Rounded(v.By))
	}
	return out
}

func newSeen(r *score.Result) []seen {
	if r.SidesWithheld {
		return nil
	}
	out := []seen{}
	for _, s := range r.SeenDifferently {
		out = append(out, seen{r.Topics[s.Topic].ID, newSideMean(r, s.Leaders), newSideMean(r, s.Members)})
	}
	return out
}

func newSideMean(r *score.Result, s score.SideMean) sideMean {
	out := sideMean{Band: s.Band.String()}
	if !r.Confidential {
		out.Mean, out.Variance, out.Fewest, out.Most = new(score.Rounded(s.Mean)), new(score.Rounded(s.Variance)), &s.Fewest, &s.Most
	}
	return out
}
