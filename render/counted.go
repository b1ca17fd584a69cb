package render

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/score"
)

// heading names the coalition, or the report where there is no name.
func heading(r *score.Result) string {
	name := clean(r.Group.Coalition)
	switch {
	case name != "":
		return name
	case r.Confidential:
		return "Confidential report"
	case r.Group.CoalitionsDiffer:
		return "Several coalitions together"
	default:
		return "A coalition that gave no name"
	}
}

// caveats returns what a reader has to know about a report before reading on.
func caveats(r *score.Result) []string {
	var texts []string
	if r.Group.CoalitionsDiffer {
		texts = append(texts, "The files name different coalitions, so this report names none.")
	}
	if r.Confidential {
		texts = append(texts, confidential)
		if r.Group.Respondents < 5 {
			texts = append(texts, "With so few respondents hardly anything can be shown. It takes five; more is better.")
		}
	}
	return texts
}

// answered says how many people answered how much, and in how many files. A quick run asks one statement of a topic, and
// so a topic that it left open counts as one here.
func answered(r *score.Result) string {
	given, asked := 0, 0
	for i := range r.Topics {
		questions := r.Topics[i].Questions
		if r.Depth == assess.Quick && !r.Topics[i].Quick {
			questions = questions[:1]
		}
		for _, q := range questions {
			asked++
			if q.CountsSuppressed || !q.Tally.IsZero() {
				given++
			}
		}
	}
	how := "answered"
	if r.Confidential {
		how = "answered by five or more"
	}
	return fmt.Sprintf("%s, %d of %d statements %s%s", respondents(r), given, asked, how, skipped(r))
}

// respondents says how many people answered, and in how many files where these are several.
func respondents(r *score.Result) string {
	text := count(r.Group.Respondents, "respondent")
	if r.Group.Files > 1 {
		text += " in " + count(r.Group.Files, "file")
	}
	return text
}

// skipped says how many files were left out, or nothing.
func skipped(r *score.Result) string {
	switch n := r.Group.Skipped; n {
	case 0:
		return ""
	case 1:
		return "; 1 file with errors in it was left out"
	default:
		return fmt.Sprintf("; %d files with errors in them were left out", n)
	}
}

// coverage says how many answered a topic: statements for one respondent, people for several. It is empty where that is
// withheld.
func coverage(r *score.Result, t *score.Topic) string {
	switch {
	case t.State == score.Suppressed:
		return ""
	case r.Group.Respondents == 1:
		return fmt.Sprintf("%d of %d", t.Answered, t.Asked)
	default:
		return fmt.Sprintf("%s of %d", span(t.Raters()), r.Group.Respondents)
	}
}

// span returns two counts as "4-6", or as one number where they are the same.
func span(fewest, most int) string {
	if fewest == most {
		return strconv.Itoa(most)
	}
	return fmt.Sprintf("%d-%d", fewest, most)
}

// unscored says why a topic has no score.
func unscored(t *score.Topic) string {
	switch {
	case t.State == score.NotApplicable:
		return "does not apply"
	case t.State == score.Suppressed:
		return withheld
	case t.Votes.IsZero():
		return "not answered"
	default:
		return fmt.Sprintf("not enough answers (%d of %d)", t.Answered, t.Asked)
	}
}

// tally returns the counts of a question in one line.
func tally(q score.Question) string { return tallyText(q, " ") }

// tallyText returns the counts of a question with a separator between them.
func tallyText(q score.Question, separator string) string {
	var parts []string
	if q.CountsSuppressed {
		parts = append(parts, count(q.Ratings(), "rating"))
	}
	for i, n := range q.Tally.Counts {
		parts = appendVotes(parts, n, strconv.Itoa(i+1))
	}
	if q.Suppressed {
		parts = append(parts, "ratings withheld")
	}
	parts = appendVotes(parts, q.Tally.DontKnow, "dk")
	parts = appendVotes(parts, q.Tally.NotApplicable, "na")
	if len(parts) == 0 {
		return "open"
	}
	text := strings.Join(parts, separator)
	if q.Ratings() > 0 {
		text += ", mean " + trimmed(q.Mean)
	}
	if q.Split {
		text += ", split"
	}
	return text
}

func appendVotes(parts []string, n int, rating string) []string {
	if n == 0 {
		return parts
	}
	return append(parts, fmt.Sprintf("%d×%s", n, rating))
}
