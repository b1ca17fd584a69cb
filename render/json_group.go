package render

import "github.com/coalcheck/coalcheck/assess/score"

// certaintyJSON is how sure the order of the plan is. It is null where the plan has no step.
type certaintyJSON struct {
	First      string     `json:"first"`
	FirstStays bool       `json:"first_stays"`
	Rivals     []string   `json:"rivals"`
	Emptied    bool       `json:"emptied"`
	Resamples  int        `json:"resamples"`
	Stays      []stayJSON `json:"stays"`
}

type stayJSON struct {
	Pitfall string `json:"pitfall"`
	Times   int    `json:"times"`
}

func newCertaintyJSON(r *score.Result) *certaintyJSON {
	c := r.Certainty()
	if c.First < 0 {
		return nil
	}
	out := certaintyJSON{
		First:      r.Topics[c.First].ID,
		FirstStays: c.FirstStays,
		Rivals:     ids(r, c.Rivals),
		Emptied:    c.Emptied,
		Resamples:  c.Resamples,
		Stays:      []stayJSON{},
	}
	for _, s := range c.Stays {
		out.Stays = append(out.Stays, stayJSON{r.Topics[s.Pitfall].ID, s.Times})
	}
	return &out
}

// seenJSON is a topic that leaders and staff see differently from members and partners.
type seenJSON struct {
	Topic   string       `json:"topic"`
	Leaders sideMeanJSON `json:"leaders"`
	Members sideMeanJSON `json:"members"`
}

type sideMeanJSON struct {
	Mean   number `json:"mean"`
	Fewest int    `json:"fewest"`
	Most   int    `json:"most"`
}

func newSeenJSON(r *score.Result) []seenJSON {
	out := []seenJSON{}
	for _, s := range r.SeenDifferently {
		out = append(out, seenJSON{r.Topics[s.Topic].ID, newSideMeanJSON(s.Leaders), newSideMeanJSON(s.Members)})
	}
	return out
}

func newSideMeanJSON(s score.SideMean) sideMeanJSON {
	return sideMeanJSON{rounded(s.Mean), s.Fewest, s.Most}
}
