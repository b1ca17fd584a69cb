package assess_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

func TestNewSession(t *testing.T) {
	tests := []struct {
		depth assess.Depth
		want  int
		first assess.Place
	}{
		{assess.Full, 50, assess.Place{Topic: 0, Question: 0}},
		{assess.Quick, 20, assess.Place{Topic: 0, Question: assess.Overall}},
	}
	for _, test := range tests {
		t.Run(test.depth.String(), func(t *testing.T) {
			s := assess.NewSession(pitfalls.English(), test.depth)
			if len(s.Places()) != test.want || len(s.Open()) != test.want || s.At != test.first {
				t.Errorf("%d questions, %d of them open, at %v; want %d, all of them, %v",
					len(s.Places()), len(s.Open()), s.At, test.want, test.first)
			}
		})
	}
}

func TestResumeSession(t *testing.T) {
	quickTopic, fullTopic := assess.Place{Topic: 1, Question: assess.Overall}, assess.Place{Topic: 2, Question: 1}
	tests := []struct {
		name     string
		answered []assess.Place
		draft    *assess.Draft
		depth    assess.Depth
		// want is how many questions are asked, and at where it goes on.
		want      int
		wantDepth assess.Depth
		at        assess.Place
	}{
		{"nothing answered", nil, nil, assess.Quick, 20, assess.Quick, assess.Place{Topic: 0, Question: assess.Overall}},
		{"a quick topic in a full run", []assess.Place{quickTopic}, nil, assess.Full, 48, assess.Full, assess.Place{}},
		{"a full topic in a quick run", []assess.Place{fullTopic}, nil, assess.Quick, 22, assess.Quick, assess.Place{Topic: 0, Question: assess.Overall}},
		{"both in a full run", []assess.Place{quickTopic, fullTopic}, nil, assess.Full, 48, assess.Full, assess.Place{}},
		{"the draft's depth counts", nil, &assess.Draft{Depth: assess.Quick, At: quickTopic}, assess.Full, 20, assess.Quick, quickTopic},
		{"the draft's place", []assess.Place{fullTopic}, &assess.Draft{Depth: assess.Full, At: fullTopic}, assess.Full, 50, assess.Full, fullTopic},
		{"a place that is not asked", nil, &assess.Draft{Depth: assess.Quick, At: fullTopic}, assess.Quick, 20, assess.Quick, assess.Place{Topic: 0, Question: assess.Overall}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := assess.New(pitfalls.English())
			for _, p := range test.answered {
				a.Set(p, assess.TallyOf(assess.DontKnow))
			}
			a.Draft = test.draft
			s := assess.ResumeSession(pitfalls.English(), a, test.depth)
			if len(s.Places()) != test.want || s.Depth != test.wantDepth || s.At != test.at {
				t.Errorf("%d questions, depth %v, at %v; want %d, %v, %v", len(s.Places()), s.Depth, s.At, test.want, test.wantDepth, test.at)
			}
			if want := test.want - len(test.answered); len(s.Open()) != want {
				t.Errorf("%d are open, want %d", len(s.Open()), want)
			}
		})
	}
}

// TestDraftOfMixedAnswersCanBeRead goes on with answers at the depth that they have, as editing a file does.
func TestDraftOfMixedAnswersCanBeRead(t *testing.T) {
	c := pitfalls.English()
	a := assess.New(c)
	a.Set(assess.Place{Topic: 1, Question: assess.Overall}, assess.TallyOf(4))
	a.Set(assess.Place{Topic: 2, Question: 1}, assess.TallyOf(2))
	s := assess.ResumeSession(c, a, a.Depth())
	if s.Depth != assess.Full || len(s.Places()) != 48 {
		t.Errorf("%d questions at depth %v; want 48, full", len(s.Places()), s.Depth)
	}
	read, err := answersfile.Read("draft.yaml", answersfile.Format(s.Draft(), c), c)
	if err != nil {
		t.Fatal(err)
	}
	if want := s.Draft(); !reflect.DeepEqual(read, want) {
		t.Errorf("read %+v; want %+v", read, want)
	}
}

func TestSessionTopicsAreItsPlacesInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSession(t)
		var places []assess.Place
		for topic := range s.Catalogue.Topics {
			places = append(places, s.Topic(topic)...)
		}
		if !slices.Equal(places, s.Places()) {
			t.Fatalf("the topics hold %v, the session %v", places, s.Places())
		}
	})
}

func TestSessionMovesThroughAllPlaces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSession(t)
		s.At = s.Places()[0]
		if s.Back() || s.At != s.Places()[0] {
			t.Fatalf("there is something before the first question: %v", s.At)
		}
		for _, p := range s.Places()[1:] {
			before := s.At
			if !s.Next() || s.At != p {
				t.Fatalf("at %v, want %v", s.At, p)
			}
			if !s.Back() || s.At != before {
				t.Fatalf("back is at %v, want %v", s.At, before)
			}
			s.Next()
		}
		if last := s.At; s.Next() || s.At != last {
			t.Fatalf("there is something after the last question: %v", s.At)
		}
	})
}

func TestDraftGoesOnWhereTheSessionStands(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSession(t)
		draft := s.Draft()
		other := assess.Depth(rapid.IntRange(0, 1).Draw(t, "other depth"))
		resumed := assess.ResumeSession(s.Catalogue, draft.Clone(), other)
		if resumed.At != s.At || resumed.Depth != s.Depth || !slices.Equal(resumed.Places(), s.Places()) || !slices.Equal(resumed.Open(), s.Open()) {
			t.Fatalf("resumed at %v, depth %v, with %v; want %v, %v, %v", resumed.At, resumed.Depth, resumed.Places(), s.At, s.Depth, s.Places())
		}
		if !reflect.DeepEqual(resumed.Draft(), draft) {
			t.Fatal("the draft of the resumed session is another one")
		}
		draft.Draft = nil
		if !reflect.DeepEqual(resumed.Finished(), draft) {
			t.Fatal("the finished answers are not those of the draft")
		}
	})
}

func TestDraftDoesNotChangeWithTheSession(t *testing.T) {
	s := assess.NewSession(pitfalls.English(), assess.Full)
	draft, finished := s.Draft(), s.Finished()
	s.Rate(s.At, 4)
	s.Answers.Topics[0].Note = "Later."
	s.Next()
	if want := assess.NewSession(pitfalls.English(), assess.Full); !reflect.DeepEqual(draft, want.Draft()) || !reflect.DeepEqual(finished, want.Finished()) {
		t.Errorf("the copies became %+v and %+v", draft, finished)
	}
}

func TestRateAndTakeBack(t *testing.T) {
	s := assess.NewSession(pitfalls.English(), assess.Full)
	for i, p := range s.Places() {
		r := assess.Rating(1 + i%int(assess.NotApplicable))
		s.Rate(p, r)
		if got := s.Rating(p); got != r {
			t.Errorf("%v is rated %v, want %v", p, got, r)
		}
		if open := s.Open(); slices.Contains(open, p) || len(open) != len(s.Places())-i-1 {
			t.Errorf("after %v these are open: %v", p, open)
		}
	}
	for _, p := range s.Places() {
		s.Rate(p, assess.Unanswered)
	}
	if want := assess.New(pitfalls.English()); !reflect.DeepEqual(s.Answers, want) {
		t.Errorf("taken back, the answers are %+v", s.Answers)
	}
}

func TestSessionScale(t *testing.T) {
	s := assess.NewSession(pitfalls.English(), assess.Quick)
	for _, p := range s.Places() {
		want := &s.Catalogue.Frequency
		if p.Topic >= pitfalls.PitfallCount {
			want = &s.Catalogue.Truth
		}
		if s.Scale(p) != want {
			t.Errorf("%v is rated on %v", p, s.Scale(p).Asks)
		}
		if got := s.Statement(p); got != s.Catalogue.Topics[p.Topic].Overall {
			t.Errorf("%v asks %q", p, got)
		}
	}
}

// drawSession returns a session in the midst of a run, at any depth and with any answers.
func drawSession(t *rapid.T) *assess.Session {
	c := pitfalls.English()
	a := assess.New(c)
	depths := rapid.SampledFrom([]assess.Depth{assess.Full, assess.Quick})
	ratings := rapid.IntRange(int(assess.Unanswered), int(assess.NotApplicable))
	for topic := range c.Topics {
		q := assess.Questionnaire{Catalogue: c, Depth: depths.Draw(t, "depth of the topic")}
		for _, p := range q.Topic(topic) {
			a.Set(p, assess.TallyOf(assess.Rating(ratings.Draw(t, "rating"))))
		}
	}
	s := assess.ResumeSession(c, a, depths.Draw(t, "depth"))
	s.At = rapid.SampledFrom(s.Places()).Draw(t, "at")
	return s
}

// TestUndo rates anything in any order, and takes it all back.
func TestUndo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := assess.NewSession(pitfalls.English(), rapid.SampledFrom([]assess.Depth{assess.Full, assess.Quick}).Draw(t, "depth"))
		type state struct {
			at      assess.Place
			answers *assess.Answers
		}
		var before []state
		for range rapid.IntRange(0, 30).Draw(t, "changes") {
			p := rapid.SampledFrom(s.Places()[:5]).Draw(t, "place")
			r := assess.Rating(rapid.IntRange(int(assess.Unanswered), int(assess.NotApplicable)).Draw(t, "rating"))
			if s.Rating(p) != r {
				before = append(before, state{p, s.Answers.Clone()})
			}
			s.Rate(p, r)
			s.At = rapid.SampledFrom(s.Places()).Draw(t, "at")
		}
		for _, want := range slices.Backward(before) {
			taken := s.Answers.At(want.at)
			c, ok := s.Undo()
			if !ok || c != (assess.Change{At: want.at, Taken: taken, Back: s.Answers.At(want.at)}) || s.At != want.at {
				t.Fatalf("undid %+v, %v, at %v; want the change at %v", c, ok, s.At, want.at)
			}
			if !reflect.DeepEqual(s.Answers, want.answers) {
				t.Fatalf("after taking back %+v the answers are %+v; want %+v", c, s.Answers, want.answers)
			}
		}
		if c, ok := s.Undo(); ok {
			t.Fatalf("undid %+v, which nobody gave", c)
		}
	})
}

// TestUndoFits leaves alone what no longer fits the run.
func TestUndoFits(t *testing.T) {
	s := assess.NewSession(pitfalls.English(), assess.Quick)
	if err := s.SetPresent(9); err != nil {
		t.Fatal(err)
	}
	for _, count := range []assess.Tally{{Counts: [5]int{0, 0, 9}}, {Counts: [5]int{1}}} {
		s.Remember(s.At)
		if err := s.Count(s.At, count); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.SetPresent(3); err != nil {
		t.Fatal(err)
	}
	if c, ok := s.Undo(); !ok || !c.Back.IsZero() {
		t.Errorf("undid %+v, %v; want no count, because 9 hands are too many for 3 people", c, ok)
	}

	s = assess.NewSession(pitfalls.English(), assess.Quick)
	s.Rate(s.At, 4)
	s.Rate(s.At, assess.Unanswered)
	if s = s.AtDepth(assess.Full); s.At != s.Places()[0] {
		t.Errorf("at %v", s.At)
	}
	if c, ok := s.Undo(); ok {
		t.Errorf("undid %+v at a question that is not asked any more", c)
	}
}

// TestUndoable names the question whose answer Undo takes back.
func TestUndoable(t *testing.T) {
	s := assess.NewSession(pitfalls.English(), assess.Quick)
	first, second := s.Places()[0], s.Places()[1]
	if at, ok := s.Undoable(); ok {
		t.Errorf("without an answer: %v", at)
	}
	s.Rate(first, 3)
	s.Rate(second, 4)
	s.Rate(second, 4) // changes nothing
	for _, want := range []assess.Place{second, first} {
		if at, ok := s.Undoable(); !ok || at != want {
			t.Errorf("undoable is %v, %v; want %v", at, ok, want)
		}
		if c, ok := s.Undo(); !ok || c.At != want {
			t.Errorf("undone is %v, %v; want %v", c.At, ok, want)
		}
	}
	if at, ok := s.Undoable(); ok {
		t.Errorf("afterwards: %v", at)
	}
}
