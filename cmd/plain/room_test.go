package plain_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/interview"
)

// newRoom is a room that answers the quick statements.
func newRoom() *run {
	r := newRun(assess.Quick)
	r.Workshop = true
	return r
}

func TestRoomTranscript(t *testing.T) {
	typed := []string{
		"Riverside", "a few", "0", "23", "?", "2 3 9", "yes", "2 3 9 6 12", "2 3 9 6 1", "back", "", "present", "20", "25", "9 3 1 4 6",
		"note Ask the board.", "review", "2", "0 0 0 0 0 0 25",
	}
	for i := range 18 {
		typed = append(typed, fmt.Sprintf("%d %d 9 6 %d", i%4, 3-i%3, i%3))
	}
	typed = append(typed, "", "", "back", "", "", "skip")
	answers, transcript, err := newRoom().types(t, typed...)
	if err != nil {
		t.Fatalf("%v\n%s", err, transcript)
	}
	golden.RequireEqual(t, transcript)
	if answers.Present != 25 || answers.Topics[1].Overall.NotApplicable != 25 {
		t.Errorf("got\n%s", answersfile.Format(answers, catalogue))
	}
}

func TestRoomInput(t *testing.T) {
	counted := assess.Tally{Counts: [5]int{2, 3, 9, 6, 1}, DontKnow: 2}
	tests := []struct {
		name string
		line string
		want assess.Tally
	}{
		{"five counts", "2 3 9 6 1", counted},
		{"tabs and commas", "2\t3, 9 6,1", counted},
		{"don't knows of their own", "2 3 9 6 1 0", assess.Tally{Counts: counted.Counts}},
		{"not applicable", "0 0 0 0 0 0 23", assess.Tally{NotApplicable: 23}},
		{"four counts", "2 3 9 6", assess.Tally{}},
		{"more than are here", "2 3 9 6 12", assess.Tally{}},
		{"a rating", "4", assess.Tally{}},
		{"a word", "often", assess.Tally{}},
		{"left open", "skip", assess.Tally{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a, transcript, err := newRoom().types(t, "", "23", test.line)
			if !errors.Is(err, interview.ErrLeft) || a.Topics[0].Overall != test.want {
				t.Errorf("%v, %+v; want %+v\n%s", err, a.Topics[0].Overall, test.want, transcript)
			}
		})
	}
}

func TestRoomGoesOn(t *testing.T) {
	r := newRoom()
	if _, _, err := r.types(t, "Riverside"); !errors.Is(err, interview.ErrLeft) || r.kept != nil {
		t.Errorf("before it is known how many are here, %+v is saved, %v", r.kept, err)
	}
	if _, _, err := r.types(t, "Riverside", "23", "2 3 9 6 1"); !errors.Is(err, interview.ErrLeft) {
		t.Fatal(err)
	}
	for _, room := range []bool{true, false} {
		again := newRun(assess.Quick)
		again.Workshop, again.Offer.Found = room, r.kept
		a, transcript, _ := again.types(t, "1", "1 1 1 1 1")
		if !strings.Contains(transcript, "An unfinished run of a room was found: Riverside, 1 of 20") {
			t.Errorf("room %v:\n%s", room, transcript)
		}
		if a.Present != 23 || a.Topics[0].Overall.Votes() != 23 || a.Topics[1].Overall.Ratings() != 5 {
			t.Errorf("room %v goes on to\n%s", room, answersfile.Format(a, catalogue))
		}
	}
	alone := newRoom()
	alone.Offer.Found = unfinished()
	if a, transcript, _ := alone.types(t, "1", "4"); a.Workshop() || strings.Contains(transcript, "hands go up") {
		t.Errorf("one person's run goes on as\n%s", transcript)
	}
}
