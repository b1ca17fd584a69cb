package score

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// scoreLines scores the answers that the lines describe.
func scoreLines(t *testing.T, lines ...string) *Result {
	t.Helper()
	return Score(group.Of(pitfalls.English(), answers(t, lines...)))
}

// answers builds answers from lines such as
//
//	overcommitted: 4 ? .         its signs in order: a rating, ? for don't know, - for not applicable, . for no answer
//	have-a-plan: overall 3       its overall statement
//	overcommitted: 0/1/2/3/4 . . a tally: how many rated 1 to 5, and after those how many gave ? and -
//	focus: overcommitted unclear-purpose
//	present: 23
func answers(t *testing.T, lines ...string) *assess.Answers {
	t.Helper()
	c := pitfalls.English()
	a := assess.New(c)
	for _, line := range lines {
		key, rest, _ := strings.Cut(line, ":")
		words := strings.Fields(rest)
		switch key {
		case "focus":
			a.Focus = words
			continue
		case "present":
			a.Present = number(t, words[0])
			continue
		}
		place := assess.Place{Topic: c.Index(key)}
		if place.Topic < 0 {
			t.Fatalf("no topic %q", key)
		}
		if words[0] == "overall" {
			place.Question, words = assess.Overall, words[1:]
		}
		for _, word := range words {
			a.Set(place, tally(t, word))
			place.Question++
		}
	}
	return a
}

func tally(t *testing.T, word string) assess.Tally {
	t.Helper()
	switch word {
	case ".":
		return assess.Tally{}
	case "?":
		return assess.TallyOf(assess.DontKnow)
	case "-":
		return assess.TallyOf(assess.NotApplicable)
	}
	if !strings.Contains(word, "/") {
		return assess.TallyOf(assess.Rating(number(t, word)))
	}
	var counts [7]int
	for i, count := range strings.Split(word, "/") {
		counts[i] = number(t, count)
	}
	return assess.Tally{Counts: [5]int(counts[:5]), DontKnow: counts[5], NotApplicable: counts[6]}
}

func number(t *testing.T, word string) int {
	t.Helper()
	n, err := strconv.Atoi(word)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// topic returns the topic with this id.
func topic(t *testing.T, r *Result, id string) *Topic {
	t.Helper()
	i := r.Group.Catalogue.Index(id)
	if i < 0 {
		t.Fatalf("no topic %q", id)
	}
	return &r.Topics[i]
}

// ids returns the topics at these indexes by name, with a space between them.
func ids(r *Result, indexes []int) string {
	names := make([]string, len(indexes))
	for i, index := range indexes {
		names[i] = r.Topics[index].ID
	}
	return strings.Join(names, " ")
}

// stepOf returns the step of a pitfall, or nil.
func stepOf(r *Result, id string) *Step {
	i := slices.IndexFunc(r.Plan.Steps, func(s Step) bool { return r.Topics[s.Pitfall].ID == id })
	if i < 0 {
		return nil
	}
	return &r.Plan.Steps[i]
}

// all returns a line for each topic of a kind that gives every question the same answer.
func all(k pitfalls.Kind, word string) []string {
	var lines []string
	for _, t := range pitfalls.English().Topics {
		if t.Kind == k {
			lines = append(lines, t.ID+":"+strings.Repeat(" "+word, len(t.Questions)))
		}
	}
	return lines
}
