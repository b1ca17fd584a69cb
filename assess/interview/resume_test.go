package interview_test

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/interview"
)

func TestBegin(t *testing.T) {
	depth := func(d assess.Depth) *assess.Depth { return &d }
	for _, test := range []struct {
		name     string
		depth    *assess.Depth
		workshop bool
		want     assess.Depth
		asks     bool
	}{
		{"a run", nil, false, assess.Full, true},
		{"a quick run", depth(assess.Quick), false, assess.Quick, false},
		{"a workshop", nil, true, assess.Quick, false},
		{"a workshop in full", depth(assess.Full), true, assess.Full, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := interview.Run{Options: interview.Options{Catalogue: catalogue, Depth: test.depth, Workshop: test.workshop}}
			if r.CountsHands() != test.workshop || r.Result() != nil {
				t.Errorf("before it begins, counts hands %v, result %+v", r.CountsHands(), r.Result())
			}
			r.Begin()
			if r.Session.Depth != test.want || r.AsksDepth() != test.asks || r.CountsHands() != test.workshop {
				t.Errorf("%v, asks for the depth %v, counts hands %v", r.Session.Depth, r.AsksDepth(), r.CountsHands())
			}
		})
	}
}

func TestGoOn(t *testing.T) {
	unbegun := assess.NewSession(catalogue, assess.Full)
	unbegun.Answers.Coalition = "Riverside"
	room := assess.NewSession(catalogue, assess.Quick)
	if err := room.SetPresent(9); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name   string
		found  *assess.Answers
		change func(*interview.Options)
		begun  bool
		depth  assess.Depth
		hands  bool
	}{
		{"begun", unfinished("Riverside", assess.Full), nil, true, assess.Full, false},
		{"begun, and another depth is asked for", unfinished("Riverside", assess.Full), quick, true, assess.Full, false},
		{"begun, and a workshop is asked for", unfinished("Riverside", assess.Full), workshop, true, assess.Full, false},
		{"not begun", unbegun.Draft(), nil, false, assess.Full, false},
		{"not begun, and another depth is asked for", unbegun.Draft(), quick, false, assess.Quick, false},
		{"a workshop", room.Draft(), nil, false, assess.Quick, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := interview.Run{Options: interview.Options{Catalogue: catalogue}, Offer: interview.Offer{Found: test.found}}
			if test.change != nil {
				test.change(&r.Options)
			}
			before := test.found.Clone()
			if begun := r.GoOn(); begun != test.begun || r.Session.Depth != test.depth || r.CountsHands() != test.hands {
				t.Errorf("begun %v, %v, counts hands %v", begun, r.Session.Depth, r.CountsHands())
			}
			r.Session.Answers.Coalition = "Another"
			if r.Session.Rate(r.Session.At, 5); !reflect.DeepEqual(test.found, before) {
				t.Error("going on changed what was found")
			}
		})
	}
}

func TestSetDepth(t *testing.T) {
	r := interview.Run{Options: interview.Options{Catalogue: catalogue}}
	r.Begin()
	rate(&r, 4)
	at := r.Session.At
	if r.SetDepth(assess.Quick); r.Session.At != at || len(r.Session.Places()) != 3+19 {
		t.Errorf("at %v of %d statements; want to stay in the topic that has an answer", r.Session.At, len(r.Session.Places()))
	}
	r.Session.At = r.Session.Places()[5]
	if r.SetDepth(assess.Full); r.Session.At != r.Session.Places()[0] {
		t.Errorf("at %v; want the first statement, because the current one is not asked any more", r.Session.At)
	}
}

// TestTheReportIsRemembered leaves a run and goes on with it. What is asked for now goes before what was asked for then.
func TestTheReportIsRemembered(t *testing.T) {
	path := func(name string) string { return filepath.Join(t.TempDir(), name) }
	then := assess.Report{Path: path("plan.md"), Format: "markdown", Minutes: 40}
	other := assess.Report{Path: path("other.html"), Format: "html", Minutes: 20}
	for _, test := range []struct {
		name            string
		then, now, want assess.Report
	}{
		{"nothing now", then, assess.Report{}, then},
		{"all now", then, other, other},
		{"minutes now", then, assess.Report{Minutes: 20}, assess.Report{Path: then.Path, Format: "markdown", Minutes: 20}},
		{"the screen now", then, assess.Report{Path: "-"}, assess.Report{Path: "-", Minutes: 40}},
		{"nothing at all", assess.Report{}, assess.Report{}, assess.Report{}},
		{"the screen then", assess.Report{Path: "-", Minutes: 40}, assess.Report{}, assess.Report{Minutes: 40}},
		{"a path that no file of answers may hold", assess.Report{Path: then.Path + "\x1b[31m", Format: "markdown"}, assess.Report{}, assess.Report{}},
		{"a path that is too long", assess.Report{Path: "/" + strings.Repeat("x", assess.MaxPath), Format: "markdown"}, assess.Report{}, assess.Report{}},
	} {
		t.Run(test.name, func(t *testing.T) {
			state := t.TempDir()
			env := func(string) string { return state }
			open := func(report assess.Report) *interview.Run {
				r, err := interview.Open(interview.Options{Catalogue: catalogue, Getenv: env, Report: report})
				if err != nil {
					t.Fatal(err)
				}
				return r
			}
			first := open(test.then)
			first.Begin()
			first.Session.Rate(first.Session.At, 4)
			if err := first.Keep(); err != nil {
				t.Fatal(err)
			}
			first.Close()
			again := open(test.now)
			defer again.Close()
			if again.Offer.Found == nil {
				t.Fatalf("the run is not found: %v", again.Offer.Reason)
			}
			if again.GoOn(); again.Report != test.want {
				t.Errorf("%+v, want %+v", again.Report, test.want)
			}
		})
	}
}
