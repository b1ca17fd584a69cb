package score_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

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
			now: unclear-purpose 73, unclear-roles 45, unrealistic-expectations 34
			next: overcommitted 30, under-communicating 28, loudest-voice 27
			in place: be-your-avatar
			no trouble: self-interest, overselling
			find out: taking-credit, loudest-voice, unresolved-conflict`},
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
			now: unresolved-conflict 100, loudest-voice 68, taking-credit 63
			next: self-interest 57, unclear-roles 45, under-communicating 34
			later: unclear-purpose 26, unrealistic-expectations 25
			in place: key-support
			no trouble: overcommitted, overselling
			find out: risk
			worth building: risk`},
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

// planOf returns the plan of an example in words, a line for each of its parts that is not empty.
func planOf(t *testing.T, example string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", "examples", example+".yaml"))
	if err != nil {
		t.Fatal(err)
	}
	a, err := answersfile.Read(example, text, pitfalls.English())
	if err != nil {
		t.Fatal(err)
	}
	r := score.Score(group.Of(pitfalls.English(), a))

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
