package plain_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/planfile"
)

// newRoom is a room that answers the quick statements.
func newRoom() *run {
	r := newRun(assess.Quick)
	r.Workshop = true
	return r
}

func TestRoomTranscript(t *testing.T) {
	typed := []string{
		"Riverside", "a few", "0", "23", "?", "2 3 9", "yes", "2 3 9 6 12", "2 3 9 6 1", "back", "", "present", "20", "2", "25", "9 3 1 4 6",
		"note Ask the board.", "review", "2", "0 0 0 0 0 0 25",
	}
	for i := range 18 {
		typed = append(typed, fmt.Sprintf("%d %d 9 6 %d", i%4, 3-i%3, i%3))
	}
	typed = append(typed, "review", "", "", "", "back", "review", "", "", "", "back", "", "skip")
	// What to talk about, the talk, and who does what.
	typed = append(
		typed, "some", "dots", "1 2 3 4 5 6 7 8 9 10", "30", "0 12 9", "1 3", "", "?", "time", "note", "note Ben: it was never said.", "note",
		"decide", "decide Send five lines after each meeting", "", "back", "list", "none", "1", "", "", "1", "Ana", "fri", "back", "skip", "next",
	)
	r, folder := newRoom(), t.TempDir()
	r.planIn(folder)
	minute := time.Date(2026, time.November, 21, 18, 0, 0, 0, time.UTC)
	r.now = func() time.Time {
		minute = minute.Add(4 * time.Minute)
		return minute
	}
	answers, transcript, err := r.types(t, typed...)
	transcript = strings.ReplaceAll(transcript, folder, "FOLDER")
	if err != nil {
		t.Fatalf("%v\n%s", err, transcript)
	}
	golden.RequireEqual(t, transcript)
	if answers.Dots[3] != 9 || r.Plan == nil || len(r.Plan.Notes) != 1 {
		t.Errorf("dots %v, plan %+v", answers.Dots, r.Plan)
	}
	if answers.Present != 25 || answers.Topics[1].Overall.NotApplicable != 25 {
		t.Errorf("got\n%s", answersfile.Format(answers, catalogue))
	}
}

// planIn lets a run make a plan file in a folder.
func (r *run) planIn(folder string) {
	r.planFile = func(name, _ string) (*planfile.File, *planfile.Plan) {
		return planfile.New(filepath.Join(folder, filepath.Base(name)), catalogue), nil
	}
}

// counted is a room of 23 that has counted all, up to what to talk about.
var counted = lines([]string{"Riverside", "23"}, repeat("1 2 3 5 12", 20), []string{"", "skip"})

// TestFewerNumbersKeepTheOtherDots types dots twice, the second time fewer of them.
func TestFewerNumbersKeepTheOtherDots(t *testing.T) {
	for _, test := range []struct {
		first, second string
		want          []int
	}{
		{"1 2 3", "5", []int{5, 2, 3, 0}},
		{"1 2 3", "0 4", []int{0, 4, 3, 0}},
		{"1 2 3", "", []int{1, 2, 3, 0}},
		{"23 23 20 3", "23 23 23", []int{23, 23, 20, 3}}, // they would be 72
		{"23 23 20 3", "23 23 23 0", []int{23, 23, 23, 0}},
	} {
		answers, transcript, _ := newRoom().types(t, lines(counted, []string{"dots", test.first, "dots", test.second, "quit"})...)
		if got := answers.Dots[:4]; !slices.Equal(got, test.want) {
			t.Errorf("%s, then %s: got %v, want %v\n%s", test.first, test.second, got, test.want, transcript)
		}
	}
}

// TestTenDecisions decides more than a plan has room for: what is the tenth is in the note.
func TestTenDecisions(t *testing.T) {
	r := newRoom()
	r.planIn(t.TempDir())
	typed := []string{""}
	for n := range 10 {
		typed = append(typed, fmt.Sprintf("decide Number %d.", n))
	}
	_, transcript, _ := r.types(t, lines(counted, typed, []string{"note We go on.", "note", "quit"})...)
	for _, want := range []string{
		"9 actions are open. Finish or drop one first.\nThe decision is in the note on this topic instead.\n",
		"Note: Decided: Number 9.\nWe go on.\n",
	} {
		if !strings.Contains(transcript, want) {
			t.Errorf("it does not say %q:\n%s", want, transcript)
		}
	}
	if r.Plan == nil || len(r.Plan.Notes) != 1 || r.Plan.Notes[0].Text != "Decided: Number 9.\nWe go on." {
		t.Errorf("the plan is %+v", r.Plan)
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

// TestRoomsThatShrink says that fewer people are here, because some left or because the number was mistyped.
func TestRoomsThatShrink(t *testing.T) {
	counted := []string{"", "23", "2 3 9 6 1", "present"}
	tests := []struct {
		name    string
		lines   []string
		present int
		// first is how many don't know at the first statement, and second at the next one, where 5 of those here rate.
		first, second int
		says          string
	}{
		{"left", []string{"20", "left"}, 23, 2, 15, "someone left; what was counted stays as it is"},
		{"left, and one came back", []string{"20", "1", "present", "21"}, 23, 2, 16, "Now: 20. Enter keeps it."},
		{"mistyped", []string{"22", "mistyped"}, 22, 1, 17, "It was 23, and is 22 now."},
		{"mistyped, but more hands went up", []string{"20", "2", ""}, 23, 2, 18, "21 hands are more than 20 people."},
		{"back", []string{"20", "back", "22", "2"}, 22, 1, 17, "Did someone leave, or was it mistyped?"},
		{"more", []string{"30"}, 30, 2, 25, "How many people are here? Now: 23."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			lines := slices.Concat(counted, test.lines, []string{"1 1 1 1 1"})
			a, transcript, _ := newRoom().types(t, lines...)
			first, second := a.Topics[0].Overall.DontKnow, a.Topics[1].Overall.DontKnow
			if a.Present != test.present || first != test.first || second != test.second {
				t.Errorf("%d present, %d and %d don't know; want %d, %d and %d\n%s", a.Present, first, second, test.present, test.first, test.second, transcript)
			}
			if !strings.Contains(transcript, test.says) {
				t.Errorf("it does not say %q:\n%s", test.says, transcript)
			}
		})
	}
	a, transcript, _ := newRoom().types(t, slices.Concat(counted, []string{"20", "left", "9 9 9 0 0", "back", "3 3 9 6 2"})...)
	if a.Topics[0].Overall.Votes() != 23 || !a.Topics[1].Overall.IsZero() {
		t.Errorf("those who left count at %+v, not at %+v:\n%s", a.Topics[0].Overall, a.Topics[1].Overall, transcript)
	}
}
