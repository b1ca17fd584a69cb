package render

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/assess/score"
)

// The texts that every report carries.
const (
	withheld     = "withheld: fewer than five rated it"
	confidential = "Confidential: whatever fewer than five people said is left out, with all names and notes. A second " +
		"report after one more answer would reveal that answer, so make only one."
	disclaimer    = "coalcheck starts conversations; it is not a validated test."
	talkFirst     = "The answers lie far apart: talk about this first."
	checkRemedies = "The remedies are in place and the pitfall is still there; check whether they are the right ones."
	noRemedyRated = "None of the pills that treat it was rated."
	order         = "Steps stand in order of priority: exposure, less for remedies in place, more for your focus (--explain)."
	edit          = "coalcheck assess --edit FILE"
	goOn          = "Answer with: " + edit + "."
	goOnMany      = "Add their answers to one of the answers files and run coalcheck again."
	lookAgain     = "Look again in three months, or when much has changed."
)

// day returns a date as people read it, such as 21 November 2026.
func day(date string) string {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return clean(date)
	}
	return t.Format("2 January 2006")
}

// count returns a number with its noun: 1 respondent, 2 respondents.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// list joins words as a sentence does: a, b and c.
func list(words []string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	default:
		last := len(words) - 1
		return strings.Join(words[:last], ", ") + " and " + words[last]
	}
}

// numeral returns small numbers as words.
func numeral(n int) string {
	words := [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
	if n < len(words) {
		return words[n]
	}
	return strconv.Itoa(n)
}

// at returns the band and the score of a topic, such as "weak at 13".
func at(t *score.Topic) string { return t.Band.String() + " at " + t.Shown() }

// why gives the reason for a step in one to four sentences: how far its remedies are in place, what it feeds, whether
// it is a focus, and what to do before acting.
func why(r *score.Result, s score.Step) string {
	t := &r.Topics[s.Pitfall]
	first := strings.TrimSuffix(noRemedyRated, ".")
	if t.Terms.Rated {
		first = remediesInPlace(score.Rounded(t.Terms.Remedies))
	}
	feeds := feeds(r, s)
	if feeds != "" {
		first += ", and " + feeds
	}
	sentences := []string{first + "."}
	if s.CheckRemedies { // which says that the remedies are in place
		sentences = nil
		if feeds != "" {
			sentences = []string{upperFirst(feeds) + "."}
		}
	}
	if score.Rounded(t.Terms.Focus) > 1 {
		sentences = append(sentences, focused(r, s.Pitfall))
	}
	if s.CheckRemedies {
		sentences = append(sentences, checkRemedies)
	}
	if s.TalkFirst {
		sentences = append(sentences, talkFirst)
	}
	return strings.Join(sentences, " ")
}

func remediesInPlace(strength float64) string {
	switch {
	case strength < 25:
		return "The pills that treat it are barely in place"
	case strength < 45:
		return "The pills that treat it are less than half in place"
	case strength < 60:
		return "The pills that treat it are about half in place"
	case strength < 75:
		return "The pills that treat it are only partly in place"
	default:
		return "The pills that treat it are mostly in place"
	}
}

func feeds(r *score.Result, s score.Step) string {
	var fed []string
	for _, e := range s.Eases {
		t := &r.Topics[e.Pitfall]
		fed = append(fed, t.Title+" ("+at(t)+")")
	}
	if len(fed) == 0 {
		return ""
	}
	return "it feeds " + list(fed)
}

func focused(r *score.Result, pitfall int) string {
	chose, of := r.Group.Focus[pitfall], r.Group.FocusVoters
	switch {
	case r.Group.Respondents == 1:
		return "You named it among what matters most to you."
	case chose == of && of == r.Group.Respondents:
		return "You all named it among what matters most."
	default:
		return fmt.Sprintf("%d of the %d who named what matters most chose it.", chose, of)
	}
}

// again says that an action of a step stands in an earlier one too, or nothing.
func again(r *score.Result, s score.Step, a score.Action) string {
	for _, earlier := range r.Plan.Steps[:s.Rank-1] {
		if slices.ContainsFunc(earlier.Actions, func(b score.Action) bool { return a.Topic == b.Topic && a.Do == b.Do }) {
			return ", as in step " + strconv.Itoa(earlier.Rank)
		}
	}
	return ""
}

// limitReason says why fewer steps than usual stand at the start, or "" where none had to wait for that reason.
func limitReason(r *score.Result) string {
	if r.Plan.Limit >= 3 || len(r.Plan.Steps) <= r.Plan.Limit {
		return ""
	}
	return numeral(r.Plan.Limit) + " steps, not three: your answers say that you are overcommitted"
}

// findOuts returns what to find out about the topics that have some answers, each text once, with the topics that it
// holds for.
func findOuts(r *score.Result) []reason {
	var texts []reason
	for _, i := range r.Plan.FindOut {
		if !slices.Contains(r.Plan.Unanswered, i) {
			texts = addReason(texts, findOut(r, &r.Topics[i]), r.Topics[i].Title)
		}
	}
	return texts
}

// findOut says what to find out about a topic.
func findOut(r *score.Result, t *score.Topic) string {
	if t.State == score.NotEnoughAnswers && t.Votes.DontKnow == 0 {
		missing := t.Asked - t.Answered
		return fmt.Sprintf("%d of %d statements rated. Ask two members about the other %s.", t.Answered, t.Asked, numeral(missing))
	}
	dk, of := t.Votes.DontKnow, t.Votes.DontKnow+t.Ratings()
	is, who := "are", "Ask two members what they see."
	if dk == 1 {
		is = "is"
	}
	if r.Group.Respondents > 1 {
		who = "Ask those who would know, and share what they say."
	}
	return fmt.Sprintf("%d of %s %s \"don't know\". %s", dk, count(of, "answer"), is, who)
}

// clearSkies says what a plan without steps means.
func clearSkies(r *score.Result) string {
	scored, open := 0, 0
	for i := range r.Group.Catalogue.Pitfalls() {
		switch r.Topics[i].State {
		case score.Scored:
			scored++
		case score.NotEnoughAnswers, score.Suppressed:
			open++
		case score.NotApplicable:
		}
	}
	switch {
	case scored == 0 && r.Confidential:
		return "Too little was said by five people or more to make a plan from."
	case scored+open == 0:
		return "Every pitfall is marked as not applicable, so there is no plan."
	case scored == 0:
		return "No pitfall has enough answers yet to be scored, so there is no plan."
	case open > 0:
		return "Nothing that was answered is pressing or on watch. " + lookAgain
	default:
		return "Nothing is pressing and nothing is on watch. Keep doing what works. " + lookAgain
	}
}

// credits thanks the authors of the two lists.
func credits(r *score.Result) string {
	var lists []string
	for _, l := range []struct{ what, source string }{{"pitfalls", "seed1"}, {"pills", "seed2"}} {
		if s := r.Group.Catalogue.Source(l.source); s != nil {
			lists = append(lists, fmt.Sprintf("the %s follow a list from %s", l.what, s.Publisher))
		}
	}
	text := list(lists)
	return strings.ToUpper(text[:1]) + text[1:] + "."
}

// clean makes text from an answers file safe for a terminal and for one line: line breaks become spaces, and so does
// what reading has refused already.
func clean(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToValidUTF8(text, " "), func(r rune) bool {
		return unicode.IsSpace(r) || safetext.Forbidden(r)
	}), " ")
}

// unansweredText names the topics without any answer and says how to go on.
func unansweredText(r *score.Result) string {
	topics, goOn := r.Plan.Unanswered, goOn
	if r.Group.Files > 1 {
		goOn = goOnMany
	}
	if len(topics) == len(r.Topics) {
		return fmt.Sprintf("None of the %d topics is answered yet. %s", len(topics), goOn)
	}
	var titles []string
	for _, i := range topics {
		titles = append(titles, r.Topics[i].Title)
	}
	return "Not answered yet: " + list(titles) + ". " + goOn
}

// lowerFirst returns a sentence so that it can follow a colon.
func lowerFirst(sentence string) string {
	if strings.HasPrefix(sentence, "I ") {
		return sentence
	}
	return strings.ToLower(sentence[:1]) + sentence[1:]
}

// addReason adds that a text holds for a topic.
func addReason(reasons []reason, text, title string) []reason {
	n := slices.IndexFunc(reasons, func(r reason) bool { return r.text == text })
	if n < 0 {
		n = len(reasons)
		reasons = append(reasons, reason{text: text})
	}
	reasons[n].titles = append(reasons[n].titles, title)
	return reasons
}

// reason is a text that holds for some topics.
type reason struct {
	text   string
	titles []string
}
