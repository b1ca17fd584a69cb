package score_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// The plans of the examples, which we would defend in front of those coalitions. A change of the arithmetic or of the
// catalogue that turns one of them has to be one that we want.
func TestPlansOfTheExamples(t *testing.T) {
	tests := []struct {
		name string
		want string
	}{
		{"new-coalition", `
			now: unclear-purpose 70, unclear-roles 44, loudest-voice 21
			in place: be-your-avatar
			no trouble: overcommitted, under-communicating
			find out: unrealistic-expectations, self-interest, taking-credit, overselling, loudest-voice, unresolved-conflict, relationship, know-how-to-negotiate, find-your-avatar, key-support, communicate-the-vision
			worth building: partnerships-are-hard, risk`},
		{"overcommitted", `
			now: overcommitted 100, overselling 73
			next: unrealistic-expectations 51, unclear-purpose 31, under-communicating 30
			in place: relationship, be-your-avatar, separate-pain-from-pleasure
			no trouble: self-interest, taking-credit, loudest-voice
			worth building: know-how-to-negotiate`},
		{"healthy", `
			now: under-communicating 22, overcommitted 21
			in place: relationship, partnerships-are-hard, have-a-plan
			no trouble: taking-credit, self-interest, unclear-purpose`},
		{"conflicted", `
			now: unresolved-conflict 86, loudest-voice 59, taking-credit 55
			next: unclear-roles 50, self-interest 50, under-communicating 34
			later: unclear-purpose 26, unrealistic-expectations 23
			in place: key-support
			no trouble: overcommitted, overselling
			find out: risk
			worth building: risk`},
		{"unprotected", `
			no trouble: overcommitted, self-interest, taking-credit
			worth building: partnerships-are-hard, risk, relationship, have-a-plan, know-how-to-negotiate, separate-pain-from-pleasure, find-your-avatar, be-your-avatar, key-support, communicate-the-vision`},
		{"quick", `
			now: under-communicating 78, unrealistic-expectations 59, overcommitted 42
			next: unclear-roles 35
			in place: be-your-avatar, relationship, separate-pain-from-pleasure
			no trouble: taking-credit, unclear-purpose, self-interest
			find out: unresolved-conflict`},
		{"riverside-later", `
			now: overcommitted 66, unrealistic-expectations 53
			in place: be-your-avatar, relationship, have-a-plan
			no trouble: taking-credit, unclear-purpose, unclear-roles`},
		{"room", `
			now: under-communicating 54 (talk first), unrealistic-expectations 44, unclear-roles 40 (talk first)
			next: overcommitted 35, loudest-voice 31 (talk first), unclear-purpose 29
			later: unresolved-conflict 27, overselling 27
			in place: be-your-avatar, separate-pain-from-pleasure, relationship
			no trouble: taking-credit, self-interest
			find out: unresolved-conflict`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want := strings.ReplaceAll(strings.TrimSpace(tt.want), "\t", "")
			if got := planOf(t, tt.name); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// What docs/examples/README.md says of the examples.
func TestWhatTheExamplesShow(t *testing.T) {
	topic := func(r *score.Result, id string) *score.Topic { return &r.Topics[r.Group.Catalogue.Index(id)] }
	tests := []struct {
		name, shows string
		is          func(r *score.Result) bool
	}{
		{"overcommitted", "two steps, not three", func(r *score.Result) bool { return r.Plan.Limit == 2 && len(r.Plan.Steps) > 2 }},
		{"conflicted", "a clash that puts in doubt what the first step relies on", func(r *score.Result) bool {
			first := r.Plan.Steps[0]
			return r.Caution(score.Clashing) != nil && r.Topics[first.Pitfall].ID == "unresolved-conflict" && len(first.Doubts) == 1
		}},
		{"new-coalition", "a mixed run with what to find out first", func(r *score.Result) bool {
			return r.Depth == assess.Mixed && r.Caution(score.LittleKnown) != nil
		}},
		{"unprotected", "nothing pressing and nothing in place", func(r *score.Result) bool {
			return len(r.Plan.Steps) == 0 && len(r.Plan.InPlace) == 0 && len(r.Plan.WorthBuilding) == 10
		}},
		{"healthy", "one action a step", func(r *score.Result) bool {
			return !slices.ContainsFunc(r.Plan.Steps, func(s score.Step) bool { return len(s.Actions) != 1 })
		}},
		{"room", "a split", func(r *score.Result) bool { return topic(r, "unclear-roles").Split }},
		{"group", "two views", func(r *score.Result) bool { return r.TwoViews != nil && r.TwoViews.Rosier == score.Leaders }},
		{"group", "a split", func(r *score.Result) bool { return topic(r, "unclear-roles").Split }},
		{"group", "one who stands apart", func(r *score.Result) bool { return topic(r, "separate-pain-from-pleasure").Apart }},
	}
	for _, tt := range tests {
		if !tt.is(score.Score(example(t, tt.name))) {
			t.Errorf("%s does not show %s", tt.name, tt.shows)
		}
	}
}

// example returns the group of the answers in an example file or folder.
func example(t *testing.T, name string) *group.Group {
	t.Helper()
	path := filepath.Join("..", "..", "docs", "examples", name)
	paths, err := filepath.Glob(filepath.Join(path, "*.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) == 0 {
		paths = []string{path + ".yaml"}
	}
	sum := group.NewGathering(pitfalls.English())
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		a, err := answersfile.Read(path, text, pitfalls.English())
		if err != nil {
			t.Fatal(err)
		}
		sum.Add(path, a)
	}
	g, err := sum.Group()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// planOf returns the plan of an example in words, a line for each of its parts that is not empty.
func planOf(t *testing.T, name string) string {
	t.Helper()
	r := score.Score(example(t, name))

	parts := []string{"now", "next", "later", "in place", "no trouble", "find out", "worth building"}
	entries := map[string][]string{}
	for _, s := range r.Plan.Steps {
		entry := r.Topics[s.Pitfall].ID + " " + r.Topics[s.Pitfall].ShownPriority()
		if s.TalkFirst {
			entry += " (talk first)"
		}
		entries[s.When.String()] = append(entries[s.When.String()], entry)
	}
	list := func(part string, topics []int) {
		for _, i := range topics {
			entries[part] = append(entries[part], r.Topics[i].ID)
		}
	}
	list("in place", r.Plan.InPlace)
	list("no trouble", r.Plan.NoTrouble)
	list("find out", r.Plan.FindOut)
	list("worth building", r.Plan.WorthBuilding)

	var lines []string
	for _, part := range parts {
		if len(entries[part]) > 0 {
			lines = append(lines, fmt.Sprintf("%s: %s", part, strings.Join(entries[part], ", ")))
		}
	}
	return strings.Join(lines, "\n")
}
