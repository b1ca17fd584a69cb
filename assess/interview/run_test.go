package interview_test

import (
	"errors"
	"io/fs"
	"os"
	"reflect"
	"testing"

	"github.com/coalcheck/coalcheck/assess/draft"
	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/pitfalls"
)

func TestKeep(t *testing.T) {
	f := newFolder(t)
	t.Run("nothing before an entry", func(t *testing.T) {
		r := f.open(nil)
		if err := r.Keep(); err != nil {
			t.Error(err)
		}
		r.Begin()
		r.Session.Next()
		_ = r.Keep()
		if e := r.Close(); !reflect.DeepEqual(e, interview.Ending{}) {
			t.Errorf("ending %+v", e)
		}
	})
	t.Run("an entry that is taken back", func(t *testing.T) {
		r := f.open(nil)
		r.Begin()
		r.Session.Answers.Coalition = "Riverside"
		_ = r.Keep()
		r.Session.Answers.Coalition = ""
		_ = r.Keep()
		if a, err := draft.Peek(f.draft("draft.yaml"), catalogue); err != nil || a.Coalition != "" {
			t.Errorf("the draft holds %+v, %v", a, err)
		}
		_ = r.Close()
	})
	t.Run("a workshop before its people", func(t *testing.T) {
		r := f.open(func(o *interview.Options) { o.New, o.Workshop = true, true })
		r.Begin()
		r.Session.Answers.Coalition = "Riverside"
		_ = r.Keep()
		if _, err := os.Stat(f.draft("draft.yaml")); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("a workshop without people is kept: %v", err)
		}
		if err := r.Session.SetPresent(9); err != nil {
			t.Fatal(err)
		}
		_ = r.Keep()
		if a, err := draft.Peek(f.draft("draft.yaml"), catalogue); err != nil || a.Present != 9 {
			t.Errorf("the draft holds %+v, %v", a, err)
		}
	})
}

func TestResult(t *testing.T) {
	r := interview.Run{Options: interview.Options{Catalogue: catalogue, Today: "2026-11-21"}}
	r.Begin()
	rate(&r, 4)
	if a := r.Result(); a.Draft == nil || a.Date != "" {
		t.Errorf("before the plan, the draft is %+v and the date %q", a.Draft, a.Date)
	}
	if r.GoToOpen() {
		t.Error("before the plan, it goes on where it was left")
	}
	at := r.Session.At
	r.Session.Next()
	r.Planned = true
	if a := r.Result(); a.Draft != nil || a.Date != "2026-11-21" {
		t.Errorf("after the plan, the draft is %+v and the date %q", a.Draft, a.Date)
	}
	if !r.GoToOpen() || r.Session.At != at {
		t.Errorf("after the plan, it goes on at %v; want %v", r.Session.At, at)
	}
	r.Session.Answers.Date = "2025-01-31"
	if a := r.Result(); a.Date != "2025-01-31" {
		t.Errorf("a date that there was is now %q", a.Date)
	}
}

func TestFocusChoices(t *testing.T) {
	r := interview.Run{Options: interview.Options{Catalogue: catalogue}}
	quick(&r.Options)
	r.Begin()
	for range pitfalls.PitfallCount / 2 {
		rate(&r, 1)
		rate(&r, 5)
	}
	for range pitfalls.PillCount {
		rate(&r, 1)
	}
	var got []string
	for _, topic := range r.FocusChoices() {
		got = append(got, topic.ID)
	}
	var want []string
	for i := 1; i < pitfalls.PitfallCount; i += 2 {
		want = append(want, catalogue.Topics[i].ID)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v; want %v", got, want)
	}
}
