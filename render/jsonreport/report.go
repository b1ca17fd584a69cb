// Package jsonreport writes results as JSON for programs. Its structs are the documents; docs has a schema of each.
package jsonreport

import (
	"encoding/json"
	"io"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// SchemaVersion is the version of the JSON report. Fields may be added to it, never changed or removed.
const SchemaVersion = 1

// Write writes a result; docs/report.schema.json describes it. Numbers are rounded to six decimals, and a score that does
// not exist is null.
func Write(w io.Writer, r *score.Result) error { return encode(w, newReport(r)) }

func encode(w io.Writer, document any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(document)
}

type report struct {
	SchemaVersion int    `json:"schema_version"`
	Catalogue     int    `json:"catalogue"`
	Coalition     string `json:"coalition"`
	Date          string `json:"date"`
	Respondents   int    `json:"respondents"`
	// Files is how many answers files were added up, Skipped how many were left out because of errors in them.
	Files   int `json:"files"`
	Skipped int `json:"skipped"`
	// Invited is how many people were asked to answer, or null.
	Invited *int   `json:"invited"`
	Depth   string `json:"depth"`
	// CoalitionsDiffer reports whether Coalition is empty because the files name different ones.
	CoalitionsDiffer bool      `json:"coalitions_differ"`
	Confidential     bool      `json:"confidential"`
	Cautions         []caution `json:"cautions"`
	Pitfalls         []pitfall `json:"pitfalls"`
	Pills            []pill    `json:"pills"`
	// SeenDifferently is null where a confidential report withholds it.
	SeenDifferently []seen     `json:"seen_differently"`
	TwoViews        *twoViews  `json:"two_views"`
	Plan            plan       `json:"plan"`
	Certainty       *certainty `json:"certainty"`
}

type pitfall struct {
	head
	Exposure *float64 `json:"exposure"`
	Band     *string  `json:"band"`
	Priority *float64 `json:"priority"`
	topic
}

type pill struct {
	head
	Strength *float64 `json:"strength"`
	Band     *string  `json:"band"`
	topic
}

// head and topic hold what pitfalls and pills have in common, before and after their scores.
type head struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Label string `json:"label"`
	State string `json:"state"`
}

type topic struct {
	Answered int `json:"answered"`
	Asked    int `json:"asked"`
	// In a confidential report, all but Split are null from here to Apart.
	Ratings       *int     `json:"ratings"`
	DontKnow      *int     `json:"dont_know"`
	NotApplicable *int     `json:"not_applicable"`
	Split         bool     `json:"split"`
	Camps         *float64 `json:"camps"`
	Apart         *bool    `json:"apart"`
	// Note is the note of a single respondent, Notes those of several; the one that does not apply is "" and absent.
	Note      string     `json:"note"`
	Notes     []string   `json:"notes,omitzero"`
	Questions []question `json:"questions"`
}

// question is one question. A confidential report has Tens, the score of the question, and Bars, and null for all else but
// Split; other reports have null for these two.
type question struct {
	ID            string   `json:"id"`
	Mean          *float64 `json:"mean"`
	Ratings       *int     `json:"ratings"`
	Counts        *[5]int  `json:"counts"`
	DontKnow      *int     `json:"dont_know"`
	NotApplicable *int     `json:"not_applicable"`
	Split         bool     `json:"split"`
	Camps         *float64 `json:"camps"`
	Apart         *bool    `json:"apart"`
	Tens          *int     `json:"tens"`
	Bars          []bar    `json:"bars"`
}

// bar says that so many tenths of the ratings are From to To.
type bar struct {
	From   int `json:"from"`
	To     int `json:"to"`
	Tenths int `json:"tenths"`
}

type plan struct {
	Limit int `json:"limit"`
	// Level is how many steps are exactly level with the first, itself included; 0 where there is none.
	Level         int      `json:"level"`
	Moved         bool     `json:"overcommitted_moved"`
	Steps         []step   `json:"steps"`
	Working       working  `json:"working"`
	FindOut       []string `json:"find_out"`
	WorthBuilding []string `json:"worth_building"`
}

type working struct {
	Pills    []string `json:"pills"`
	Pitfalls []string `json:"pitfalls"`
}

type step struct {
	Rank     int     `json:"rank"`
	When     string  `json:"when"`
	Pitfall  string  `json:"pitfall"`
	Exposure float64 `json:"exposure"`
	Band     string  `json:"band"`
	// Priority and Terms are null in a confidential report.
	Priority      *float64 `json:"priority"`
	Terms         *terms   `json:"terms"`
	Take          []string `json:"take"`
	LeanOn        []string `json:"lean_on"`
	Shows         shows    `json:"shows"`
	Actions       []action `json:"actions"`
	Eases         []ease   `json:"eases"`
	Check         check    `json:"check"`
	TalkFirst     bool     `json:"talk_first"`
	CheckRemedies bool     `json:"check_remedies"`
}

type terms struct {
	Exposure float64  `json:"exposure"`
	Remedies *float64 `json:"remedies"`
	Focus    float64  `json:"focus"`
}

// shows is the question in which a pitfall shows: High of Of ratings are 4 or 5. All but the question is null in a
// confidential report.
type shows struct {
	Question string   `json:"question"`
	Mean     *float64 `json:"mean"`
	High     *int     `json:"high"`
	Of       *int     `json:"of"`
}

// check is what one sees when the actions work.
type check struct {
	Days30 string `json:"days30"`
	Days90 string `json:"days90"`
}

// action is one thing to do. For is the question or the pill that it answers, or quick, talk or flat. Topic is null where
// the action belongs to none.
type action struct {
	ID      string       `json:"id"`
	For     string       `json:"for"`
	Topic   *string      `json:"topic"`
	Do      string       `json:"do"`
	Effort  string       `json:"effort"`
	Minutes int          `json:"minutes"`
	How     pitfalls.How `json:"how"`
	Sources []source     `json:"sources"`
}

type source struct {
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	URL       string `json:"url"`
}

type ease struct {
	Pitfall string `json:"pitfall"`
	Because string `json:"because"`
}

func newReport(r *score.Result) report {
	out := report{
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
		Cautions:         newCautions(r),
		SeenDifferently:  newSeen(r),
		TwoViews:         newTwoViews(r),
		Certainty:        newCertainty(r),
	}
	if r.Group.Invited > 0 {
		out.Invited = &r.Group.Invited
	}
	for i := range r.Topics {
		t := &r.Topics[i]
		value, priority, band := scores(t)
		if r.Confidential {
			priority = nil
		}
		head, topic := head{t.ID, t.Title, t.Label, t.State.String()}, newTopic(r, t)
		if t.Kind == pitfalls.Pill {
			out.Pills = append(out.Pills, pill{head, value, band, topic})
		} else {
			out.Pitfalls = append(out.Pitfalls, pitfall{head, value, band, priority, topic})
		}
	}
	out.Plan = newPlan(r)
	return out
}

// scores returns the numbers of a topic that exist only when it is scored.
func scores(t *score.Topic) (value, priority *float64, band *string) {
	if t.State != score.Scored {
		return nil, nil, nil
	}
	return new(score.Rounded(t.Value)), new(score.Rounded(t.Priority)), new(t.Band.String())
}

func newTopic(r *score.Result, t *score.Topic) topic {
	out := topic{Answered: t.Answered, Asked: t.Asked, Split: t.Split}
	if !r.Confidential {
		out.Ratings, out.DontKnow, out.NotApplicable = new(t.Ratings()), &t.Votes.DontKnow, &t.Votes.NotApplicable
		out.Camps, out.Apart = new(score.Rounded(t.Camps)), &t.Apart
	}
	if r.Group.Respondents == 1 {
		out.Note = strings.Join(t.Notes, "\n")
	} else {
		out.Notes = append(make([]string, 0, len(t.Notes)), t.Notes...)
	}
	for _, q := range t.Questions {
		if r.Confidential {
			out.Questions = append(out.Questions, newFigures(t, q))
		} else {
			out.Questions = append(out.Questions, newQuestion(t, q))
		}
	}
	return out
}

func newQuestion(t *score.Topic, q score.Question) question {
	out := question{
		ID: t.QuestionID(q), Ratings: new(q.Ratings()), Counts: &q.Tally.Counts, DontKnow: &q.Tally.DontKnow,
		NotApplicable: &q.Tally.NotApplicable, Split: q.Split,
		Camps: new(score.Rounded(q.Camps)), Apart: new(q.Apart != assess.Unanswered),
	}
	if q.Ratings() > 0 {
		out.Mean = new(score.Rounded(q.Mean))
	}
	return out
}

// newFigures returns what a confidential report shows of a question.
func newFigures(t *score.Topic, q score.Question) question {
	out := question{ID: t.QuestionID(q), Split: q.Split}
	if !q.Suppressed {
		out.Tens = &q.Tens
	}
	for _, b := range q.Bars {
		out.Bars = append(out.Bars, bar{int(b.From), int(b.To), b.Tenths})
	}
	return out
}

func newPlan(r *score.Result) plan {
	out := plan{
		Limit: r.Plan.Limit,
		Level: r.Plan.Level,
		Moved: r.Plan.OvercommittedMoved,
		Steps: []step{},
		Working: working{
			Pills: ids(r, r.Plan.InPlace), Pitfalls: ids(r, r.Plan.NoTrouble),
		},
		FindOut:       ids(r, r.Plan.FindOut),
		WorthBuilding: ids(r, r.Plan.WorthBuilding),
	}
	for _, s := range r.Plan.Steps {
		out.Steps = append(out.Steps, newStep(r, s))
	}
	return out
}

func newStep(r *score.Result, s score.Step) step {
	t := &r.Topics[s.Pitfall]
	out := step{
		Rank: s.Rank, When: s.When.String(), Pitfall: t.ID,
		Exposure: score.Rounded(t.Value), Band: t.Band.String(),
		Take: ids(r, s.Take), LeanOn: ids(r, s.LeanOn),
		Shows: newShows(r, s), Actions: []action{}, Eases: []ease{}, Check: check(t.Check),
		TalkFirst: s.TalkFirst, CheckRemedies: s.CheckRemedies,
	}
	if !r.Confidential {
		out.Priority = new(score.Rounded(t.Priority))
		out.Terms = &terms{Exposure: score.Rounded(t.Terms.Exposure), Focus: score.Rounded(t.Terms.Focus)}
	}
	if t.Terms.Rated && !r.Confidential {
		out.Terms.Remedies = new(score.Rounded(t.Terms.Remedies))
	}
	for _, a := range s.Actions {
		action := action{ID: r.ActionID(a), For: a.For, Do: a.Do, Effort: a.Effort, Minutes: a.Minutes, How: a.How, Sources: []source{}}
		if a.Topic != score.NoTopic {
			action.Topic = &r.Topics[a.Topic].ID
		}
		for _, id := range a.Sources {
			if src := r.Group.Catalogue.Source(id); src != nil {
				action.Sources = append(action.Sources, source{src.Title, src.Publisher, src.URL})
			}
		}
		out.Actions = append(out.Actions, action)
	}
	for _, e := range s.Eases {
		out.Eases = append(out.Eases, ease{r.Topics[e.Pitfall].ID, e.Because})
	}
	return out
}

func newShows(r *score.Result, s score.Step) shows {
	t := &r.Topics[s.Pitfall]
	out := shows{Question: t.QuestionID(score.Question{Place: s.Shows.Place})}
	if !r.Confidential {
		out.Mean, out.High, out.Of = new(score.Rounded(s.Shows.Mean)), &s.Shows.High, &s.Shows.Of
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
