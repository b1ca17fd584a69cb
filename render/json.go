package render

import (
	"encoding/json"
	"io"
	"strings"

	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// SchemaVersion is the version of the JSON report. Fields may be added to it, never changed or removed.
const SchemaVersion = 1

// JSON writes the report as JSON; docs/report.schema.json describes it. Numbers are rounded to six decimals, and a
// score that does not exist is null.
func JSON(w io.Writer, r *score.Result) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(newReportJSON(r))
}

type reportJSON struct {
	SchemaVersion int    `json:"schema_version"`
	Catalogue     int    `json:"catalogue"`
	Coalition     string `json:"coalition"`
	Date          string `json:"date"`
	Respondents   int    `json:"respondents"`
	// Files is how many answers files were added up, Skipped how many were left out because of errors in them.
	Files   int    `json:"files"`
	Skipped int    `json:"skipped"`
	Depth   string `json:"depth"`
	// CoalitionsDiffer reports whether Coalition is empty because the files name different ones.
	CoalitionsDiffer bool           `json:"coalitions_differ"`
	Confidential     bool           `json:"confidential"`
	Pitfalls         []pitfallJSON  `json:"pitfalls"`
	Pills            []pillJSON     `json:"pills"`
	SeenDifferently  []seenJSON     `json:"seen_differently"`
	Plan             planJSON       `json:"plan"`
	Certainty        *certaintyJSON `json:"certainty"`
}

type pitfallJSON struct {
	ID       string  `json:"id"`
	Title    string  `json:"title"`
	State    string  `json:"state"`
	Exposure *number `json:"exposure"`
	Band     *string `json:"band"`
	Priority *number `json:"priority"`
	topicJSON
}

type pillJSON struct {
	ID       string  `json:"id"`
	Title    string  `json:"title"`
	State    string  `json:"state"`
	Strength *number `json:"strength"`
	Band     *string `json:"band"`
	topicJSON
}

// topicJSON holds what pitfalls and pills have in common.
type topicJSON struct {
	Answered      int  `json:"answered"`
	Asked         int  `json:"asked"`
	Ratings       int  `json:"ratings"`
	DontKnow      int  `json:"dont_know"`
	NotApplicable int  `json:"not_applicable"`
	Split         bool `json:"split"`
	// Note is the note of a single respondent, Notes those of several; the one that does not apply is "" and absent.
	Note      string         `json:"note"`
	Notes     []string       `json:"notes,omitzero"`
	Questions []questionJSON `json:"questions"`
}

type questionJSON struct {
	ID            string  `json:"id"`
	Mean          *number `json:"mean"`
	Ratings       int     `json:"ratings"`
	Counts        *[5]int `json:"counts"`
	DontKnow      int     `json:"dont_know"`
	NotApplicable int     `json:"not_applicable"`
	Split         bool    `json:"split"`
}

type planJSON struct {
	Limit         int         `json:"limit"`
	Steps         []stepJSON  `json:"steps"`
	Working       workingJSON `json:"working"`
	FindOut       []string    `json:"find_out"`
	WorthBuilding []string    `json:"worth_building"`
}

type workingJSON struct {
	Pills    []string `json:"pills"`
	Pitfalls []string `json:"pitfalls"`
}

type stepJSON struct {
	Rank          int          `json:"rank"`
	When          string       `json:"when"`
	Pitfall       string       `json:"pitfall"`
	Exposure      number       `json:"exposure"`
	Band          string       `json:"band"`
	Priority      number       `json:"priority"`
	Terms         termsJSON    `json:"terms"`
	Take          []string     `json:"take"`
	LeanOn        []string     `json:"lean_on"`
	Actions       []actionJSON `json:"actions"`
	Eases         []easeJSON   `json:"eases"`
	TalkFirst     bool         `json:"talk_first"`
	CheckRemedies bool         `json:"check_remedies"`
}

type termsJSON struct {
	Exposure number  `json:"exposure"`
	Remedies *number `json:"remedies"`
	Focus    number  `json:"focus"`
}

type actionJSON struct {
	Topic   string       `json:"topic"`
	Do      string       `json:"do"`
	Effort  string       `json:"effort"`
	How     pitfalls.How `json:"how"`
	Sources []sourceJSON `json:"sources"`
}

type sourceJSON struct {
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	URL       string `json:"url"`
}

type easeJSON struct {
	Pitfall string `json:"pitfall"`
	Because string `json:"because"`
}

// number is a score rounded to six decimals, which is how finely scores are compared.
type number float64

func rounded(v float64) number { return number(score.Rounded(v)) }

func newReportJSON(r *score.Result) reportJSON {
	out := reportJSON{
		SchemaVersion: SchemaVersion,
		Catalogue:     r.Group.Catalogue.Version,
		Coalition:     r.Group.Coalition,
		Date:          r.Group.Date,
		Respondents:   r.Group.Respondents,
		Files:         r.Group.Files,
		Skipped:       r.Group.Skipped,
		Depth:         r.Depth.String(),

		CoalitionsDiffer: r.Group.CoalitionsDiffer,
		Confidential:     r.Confidential,
		SeenDifferently:  newSeenJSON(r),
		Certainty:        newCertaintyJSON(r),
	}
	for i := range r.Topics {
		t := &r.Topics[i]
		value, priority, band := scores(t)
		common := newTopicJSON(r, t)
		if t.Kind == pitfalls.Pill {
			out.Pills = append(out.Pills, pillJSON{t.ID, t.Title, t.State.String(), value, band, common})
		} else {
			out.Pitfalls = append(out.Pitfalls, pitfallJSON{t.ID, t.Title, t.State.String(), value, band, priority, common})
		}
	}
	out.Plan = newPlanJSON(r)
	return out
}

// scores returns the numbers of a topic that exist only when it is scored.
func scores(t *score.Topic) (value, priority *number, band *string) {
	if t.State != score.Scored {
		return nil, nil, nil
	}
	v, p, b := rounded(t.Value), rounded(t.Priority), t.Band.String()
	return &v, &p, &b
}

func newTopicJSON(r *score.Result, t *score.Topic) topicJSON {
	out := topicJSON{
		Answered:      t.Answered,
		Asked:         t.Asked,
		Ratings:       t.Ratings(),
		DontKnow:      t.Votes.DontKnow,
		NotApplicable: t.Votes.NotApplicable,
		Split:         t.Split,
	}
	if r.Group.Respondents == 1 {
		out.Note = strings.Join(t.Notes, "\n")
	} else {
		out.Notes = append(make([]string, 0, len(t.Notes)), t.Notes...)
	}
	for _, q := range t.Questions {
		question := questionJSON{
			ID: t.QuestionID(q), Ratings: q.Ratings(), DontKnow: q.Tally.DontKnow,
			NotApplicable: q.Tally.NotApplicable, Split: q.Split,
		}
		if !q.Withheld && !q.CountsWithheld {
			question.Counts = &q.Tally.Counts
		}
		if q.Ratings() > 0 {
			mean := rounded(q.Mean)
			question.Mean = &mean
		}
		out.Questions = append(out.Questions, question)
	}
	return out
}

func newPlanJSON(r *score.Result) planJSON {
	out := planJSON{
		Limit: r.Plan.Limit,
		Steps: []stepJSON{},
		Working: workingJSON{
			Pills: ids(r, r.Plan.Working.Pills), Pitfalls: ids(r, r.Plan.Working.Pitfalls),
		},
		FindOut:       ids(r, r.Plan.FindOut),
		WorthBuilding: ids(r, r.Plan.WorthBuilding),
	}
	for _, s := range r.Plan.Steps {
		out.Steps = append(out.Steps, newStepJSON(r, s))
	}
	return out
}

func newStepJSON(r *score.Result, s score.Step) stepJSON {
	t := &r.Topics[s.Pitfall]
	out := stepJSON{
		Rank: s.Rank, When: s.When.String(), Pitfall: t.ID,
		Exposure: rounded(t.Value), Band: t.Band.String(), Priority: rounded(t.Priority),
		Terms: termsJSON{Exposure: rounded(t.Terms.Exposure), Focus: rounded(t.Terms.Focus)},
		Take:  ids(r, s.Take), LeanOn: ids(r, s.LeanOn),
		Actions: []actionJSON{}, Eases: []easeJSON{},
		TalkFirst: s.TalkFirst, CheckRemedies: s.CheckRemedies,
	}
	if t.Terms.Rated {
		remedies := rounded(t.Terms.Remedies)
		out.Terms.Remedies = &remedies
	}
	for _, a := range s.Actions {
		action := actionJSON{Topic: r.Topics[a.Topic].ID, Do: a.Do, Effort: a.Effort, How: a.How, Sources: []sourceJSON{}}
		for _, id := range a.Sources {
			if src := r.Group.Catalogue.Source(id); src != nil {
				action.Sources = append(action.Sources, sourceJSON{src.Title, src.Publisher, src.URL})
			}
		}
		out.Actions = append(out.Actions, action)
	}
	for _, e := range s.Eases {
		out.Eases = append(out.Eases, easeJSON{r.Topics[e.Pitfall].ID, e.Because})
	}
	return out
}

// ids returns the ids of topics, as an empty list rather than null where there are none.
func ids(r *score.Result, topics []int) []string {
	out := make([]string, 0, len(topics))
	for _, i := range topics {
		out = append(out, r.Topics[i].ID)
	}
	return out
}
