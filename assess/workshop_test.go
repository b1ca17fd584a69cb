package assess_test

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

func TestParseHands(t *testing.T) {
	tests := []struct {
		name, line string
		want       assess.Tally
		numbers    int
		ok         bool
	}{
		{"nothing", "", assess.Tally{}, 0, false},
		{"five, and hands that stay down", "2 3 9 6 1", assess.Tally{Counts: [5]int{2, 3, 9, 6, 1}, DontKnow: 2}, 5, true},
		{"tabs, commas and spaces", "\t2,3 , 9\t6  1 ", assess.Tally{Counts: [5]int{2, 3, 9, 6, 1}, DontKnow: 2}, 5, true},
		{"don't knows of their own", "2 3 9 6 1 0", assess.Tally{Counts: [5]int{2, 3, 9, 6, 1}}, 6, true},
		{"not applicable", "0 0 0 0 0 1 22", assess.Tally{DontKnow: 1, NotApplicable: 22}, 7, true},
		{"more than are there", "9 9 9 9 9", assess.Tally{Counts: [5]int{9, 9, 9, 9, 9}}, 5, true},
		{"nobody raises a hand", "0 0 0 0 0", assess.Tally{DontKnow: 23}, 5, true},
		{"a number beyond all rooms", "99999999999999999999 0 0 0 0", assess.Tally{Counts: [5]int{assess.MaxPresent + 1}}, 5, true},
		{"four", "2 3 9 6", assess.Tally{Counts: [5]int{2, 3, 9, 6}}, 4, false},
		{"eight", "1 1 1 1 1 1 1 1", assess.Tally{}, 8, false},
		{"a word", "2 3 nine 6 1", assess.Tally{}, 5, false},
		{"a sign", "2 3 -9 6 1", assess.Tally{}, 5, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, numbers, ok := assess.ParseHands(test.line, 23)
			if got != test.want || numbers != test.numbers || ok != test.ok {
				t.Errorf("%+v of %d numbers, %v; want %+v of %d, %v", got, numbers, ok, test.want, test.numbers, test.ok)
			}
		})
	}
}

func TestHandsAreReadAsTheyAreWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tally, present := drawCounts(t), rapid.IntRange(1, assess.MaxPresent).Draw(t, "present")
		if tally.Votes() > present || tally.IsZero() {
			return
		}
		line := assess.FormatHands(tally, present)
		if got, _, ok := assess.ParseHands(line, present); !ok || got != tally {
			t.Fatalf("%+v is written %q and read %+v, %v", tally, line, got, ok)
		}
	})
}

func TestSetPresent(t *testing.T) {
	raised := assess.Tally{Counts: [5]int{2, 3, 9, 6, 1}, DontKnow: 2}
	tests := []struct {
		name     string
		n        int
		dontKnow int
		refused  bool
	}{
		{"nobody", 0, 2, true},
		{"fewer than nobody", -1, 2, true},
		{"more than a room holds", assess.MaxPresent + 1, 2, true},
		{"fewer than hands went up", 20, 2, true},
		{"as many as hands went up", 21, 0, false},
		{"one fewer", 22, 1, false},
		{"late comers did not answer", 30, 2, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := assess.NewSession(pitfalls.English(), assess.Quick)
			if err := errors.Join(s.SetPresent(23), s.Count(s.At, raised)); err != nil {
				t.Fatal(err)
			}
			err := s.SetPresent(test.n)
			var count *assess.CountError
			if errors.As(err, &count) != test.refused {
				t.Fatalf("the error is %v", err)
			}
			want := test.n
			if test.refused {
				want = 23
			}
			if s.Answers.Present != want || s.Answers.At(s.At).DontKnow != test.dontKnow {
				t.Errorf("%d present, %d don't know; want %d, %d", s.Answers.Present, s.Answers.At(s.At).DontKnow, want, test.dontKnow)
			}
		})
	}
}

func TestSetPresentUnderTheDots(t *testing.T) {
	tests := []struct {
		name    string
		dots    []int
		n       int
		refused bool
	}{
		{"as many as a pitfall has", []int{20, 3}, 20, false},
		{"fewer than a pitfall has", []int{20, 3}, 19, true},
		{"three for each", []int{8, 8, 8, 6}, 10, false},
		{"more than three for each", []int{8, 8, 8, 7}, 10, true},
	}
	for _, test := range tests {
		s := assess.NewSession(pitfalls.English(), assess.Quick)
		if err := s.SetPresent(23); err != nil {
			t.Fatal(err)
		}
		copy(s.Answers.Dots[:], test.dots)
		err := s.SetPresent(test.n)
		var count *assess.CountError
		if errors.As(err, &count) != test.refused || test.refused && (!count.Dots || s.Answers.Present != 23) {
			t.Errorf("%s: the error is %v, %d are present", test.name, err, s.Answers.Present)
		}
	}
}

func TestSetHere(t *testing.T) {
	raised := assess.Tally{Counts: [5]int{2, 3, 9, 6, 1}, DontKnow: 2}
	tests := []struct {
		name string
		// counted says whether hands were counted before, and n how many are here now.
		counted       bool
		n             int
		present, here int
		needsReason   bool
		refused       bool
	}{
		{"three left", true, 20, 23, 20, true, false},
		{"all but one left", true, 1, 23, 1, true, false},
		{"as many", true, 23, 23, 23, false, false},
		{"some came", true, 30, 30, 30, false, false},
		{"nobody", true, 0, 23, 23, false, true},
		{"more than a room holds", true, assess.MaxPresent + 1, 23, 23, false, true},
		{"before anything is counted", false, 20, 20, 20, false, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := assess.NewSession(pitfalls.English(), assess.Quick)
			if err := s.SetPresent(23); err != nil {
				t.Fatal(err)
			}
			if test.counted {
				if err := s.Count(s.At, raised); err != nil {
					t.Fatal(err)
				}
			}
			if got := s.NeedsReason(test.n); got != test.needsReason {
				t.Errorf("needs a reason: %v", got)
			}
			before := s.Answers.At(s.At)
			if err := s.SetHere(test.n); (err != nil) != test.refused {
				t.Fatalf("the error is %v", err)
			}
			resumed := assess.ResumeSession(s.Catalogue, s.Draft(), assess.Full)
			for _, s := range []*assess.Session{s, resumed} {
				if s.Answers.Present != test.present || s.Here() != test.here || s.Answers.At(s.At) != before {
					t.Errorf("%d of %d are here, %+v; want %d of %d, %+v", s.Here(), s.Answers.Present, s.Answers.At(s.At), test.here, test.present, before)
				}
				if got, want := s.HereFor(s.At), max(before.Votes(), test.here); got != want {
					t.Errorf("%d can raise a hand for what was counted, want %d", got, want)
				}
				if got := s.HereFor(s.Places()[1]); got != test.here {
					t.Errorf("%d can raise a hand for the next, want %d", got, test.here)
				}
			}
		})
	}
	t.Run("a second time", func(t *testing.T) {
		s := assess.NewSession(pitfalls.English(), assess.Quick)
		if err := errors.Join(s.SetPresent(23), s.Count(s.At, raised), s.SetHere(20)); err != nil {
			t.Fatal(err)
		}
		if s.NeedsReason(18) || s.SetHere(18) != nil || s.Here() != 18 || s.Answers.Present != 23 {
			t.Errorf("%d of %d are here", s.Here(), s.Answers.Present)
		}
		if err := s.SetPresent(22); err != nil || s.Here() != 22 {
			t.Errorf("%d are here after a correction, %v", s.Here(), err)
		}
	})
}

// TestNoMoreHandsThanPeople counts and changes the room in any order. What is refused must change nothing, and the file
// of the room must be read back as it was.
func TestNoMoreHandsThanPeople(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := assess.NewSession(pitfalls.English(), rapid.SampledFrom([]assess.Depth{assess.Full, assess.Quick}).Draw(t, "depth"))
		if err := s.SetPresent(rapid.IntRange(1, 60).Draw(t, "present")); err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			p := rapid.SampledFrom(s.Places()).Draw(t, "place")
			before, present := s.Answers.At(p), s.Answers.Present
			if rapid.Bool().Draw(t, "the room changes") {
				if s.SetPresent(rapid.IntRange(-1, 60).Draw(t, "present")) != nil && s.Answers.Present != present {
					t.Fatal("a room that was refused is there")
				}
			} else if s.Count(p, drawCounts(t)) != nil && s.Answers.At(p) != before {
				t.Fatal("a count that was refused is stored")
			}
			for _, p := range s.Places() {
				if tally := s.Answers.At(p); tally.Votes() > s.Answers.Present || tally.DontKnow < 0 {
					t.Fatalf("%d present, and %+v at %v", s.Answers.Present, tally, p)
				}
			}
		}
		read, err := answersfile.Read("room.yaml", answersfile.Format(s.Draft(), s.Catalogue), s.Catalogue)
		if err != nil {
			t.Fatal(err)
		}
		resumed := assess.ResumeSession(s.Catalogue, read, assess.Full)
		for _, p := range s.Places() {
			if resumed.Answers.At(p) != s.Answers.At(p) {
				t.Fatalf("at %v the file has %+v, want %+v", p, resumed.Answers.At(p), s.Answers.At(p))
			}
		}
		if resumed.Answers.Present != s.Answers.Present || resumed.At != s.At {
			t.Fatalf("resumed with %d at %v", resumed.Answers.Present, resumed.At)
		}
	})
}

func TestCountError(t *testing.T) {
	for want, err := range map[string]*assess.CountError{
		"A room holds 1 to 100,000 people.":                    {Present: 0},
		"25 hands are more than 23 people.":                    {Counted: 25, Present: 23},
		"The dots of your focus are more than 23 people have.": {Dots: true, Present: 23},
	} {
		if err.Error() != want {
			t.Errorf("%+v says %q, want %q", *err, err.Error(), want)
		}
	}
}

// drawCounts returns a tally of at most some dozens of people.
func drawCounts(t *rapid.T) assess.Tally {
	var tally assess.Tally
	for i := range tally.Counts {
		tally.Counts[i] = rapid.IntRange(0, 12).Draw(t, "count")
	}
	tally.DontKnow = rapid.IntRange(0, 12).Draw(t, "dk")
	tally.NotApplicable = rapid.IntRange(0, 2).Draw(t, "na")
	return tally
}
