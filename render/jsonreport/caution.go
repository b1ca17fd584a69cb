package jsonreport

import "github.com/coalcheck/coalcheck/assess/score"

// caution is something to know before the plan. It has the figures of its id and no others.
type caution struct {
	ID string `json:"id"`
	// flat: Count of Of ratings are Rating.
	Rating *int `json:"rating,omitempty"`
	Count  *int `json:"count,omitempty"`
	// little-known: DontKnow of Of answers.
	DontKnow *int `json:"dont_know,omitempty"`
	Of       *int `json:"of,omitempty"`
	// one-way: the mean of the ratings of pitfalls plus that of pills, minus 6.
	Sum *float64 `json:"sum,omitempty"`
	// clash: the first of Pairs.
	Practice *string `json:"practice,omitempty"`
	Sign     *string `json:"sign,omitempty"`
	Pairs    *int    `json:"pairs,omitempty"`
	// files-alike.
	Files *int `json:"files,omitempty"`
	// who-answered. A number that a confidential report does not show is null, not absent.
	Leader  **int `json:"leader,omitempty"`
	Staff   **int `json:"staff,omitempty"`
	Member  **int `json:"member,omitempty"`
	Partner **int `json:"partner,omitempty"`
	Untold  **int `json:"untold,omitempty"`
}

func newCautions(r *score.Result) []caution {
	out := make([]caution, 0, len(r.Cautions))
	for i := range r.Cautions {
		out = append(out, newCaution(r, &r.Cautions[i]))
	}
	return out
}

func newCaution(r *score.Result, c *score.Caution) caution {
	out := caution{ID: c.Kind.String()}
	switch c.Kind {
	case score.OnePerson:
	case score.WhoAnswered:
		shown := func(n *int) **int {
			if r.Confidential && *n == 0 {
				n = nil
			}
			return &n
		}
		of := &c.Roles
		out.Leader, out.Staff, out.Member = shown(&of.Leaders), shown(&of.Staff), shown(&of.Members)
		out.Partner, out.Untold = shown(&of.Partners), shown(&of.Untold)
	case score.Flat:
		out.Rating, out.Count, out.Of = new(int(c.Rating)), &c.Count, &c.Of
	case score.OneWay:
		out.Sum = new(score.Rounded(c.Sum))
	case score.Clashing:
		first := c.Clashes[0]
		out.Practice, out.Sign, out.Pairs = &first.Practice, &first.Sign, new(len(c.Clashes))
	case score.LittleKnown:
		out.DontKnow, out.Of = &c.DontKnow, &c.Of
	case score.FilesAlike:
		out.Files = &c.Files
	}
	return out
}
