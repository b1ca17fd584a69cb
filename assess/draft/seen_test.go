package draft_test

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/draft"
)

func TestSeenIsRememberedOfTheLastTenAnswers(t *testing.T) {
	folder := t.TempDir()
	env := func(name string) string { return map[string]string{"XDG_STATE_HOME": folder}[name] }
	plan := filepath.Join(folder, "plan.yaml")
	if err := os.WriteFile(plan, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if got := draft.LastSeen(env, "a"); !reflect.DeepEqual(got, draft.Seen{Of: "a"}) {
		t.Errorf("before anything was seen: %+v", got)
	}
	s := draft.Seen{Of: "a", Reveal: assess.Reveal{Slide: 23, Talk: []string{"risk", "overcommitted"}}, Plan: plan}
	if err := s.Keep(env); err != nil {
		t.Fatal(err)
	}
	if got := draft.LastSeen(env, "a"); !reflect.DeepEqual(got, s) {
		t.Errorf("got %+v, want %+v", got, s)
	}
	if got := draft.LastSeen(env, "b"); !reflect.DeepEqual(got, draft.Seen{Of: "b"}) {
		t.Errorf("of other answers: %+v", got)
	}
	if err := os.Remove(plan); err != nil {
		t.Fatal(err)
	}
	if got := draft.LastSeen(env, "a"); got.Plan != "" || got.Slide != 23 {
		t.Errorf("of a plan that is gone: %+v", got)
	}
	if err := os.WriteFile(filepath.Join(folder, "coalcheck", "reveal.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := draft.LastSeen(env, "a"); got.Slide != 0 {
		t.Errorf("of what cannot be read: %+v", got)
	}
	for _, of := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "a", "k"} {
		if err := (&draft.Seen{Of: of, Reveal: assess.Reveal{Slide: int(of[0])}}).Keep(env); err != nil {
			t.Fatal(err)
		}
	}
	for of, want := range map[string]int{"a": 'a', "b": 0, "c": 'c', "k": 'k'} {
		if got := draft.LastSeen(env, of); got.Slide != want {
			t.Errorf("of %s: slide %d, want %d", of, got.Slide, want)
		}
	}
}
