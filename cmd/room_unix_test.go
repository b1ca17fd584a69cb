//go:build unix

package cmd

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
)

// TestRoomOfSixty plays a workshop through on a projector: twenty statements, the reveal, dots, the talk with a decision, who does
// what, the files, and the report with its agenda.
func TestRoomOfSixty(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	file, report := filepath.Join(folder, "room.yaml"), filepath.Join(folder, "workshop.md")
	s := newTerminal(t, folder, 60, 20, "assess", "--room", "--minutes", "40", "--save", file, "--format", "markdown", "-o", report)
	s.startRoom(t)
	counts := make([][5]int, 20)
	for n := range counts {
		counts[n] = [5]int{n, 10, 5, 20 - n, 12}
		s.await(t, fmt.Sprintf("%d of 20", n+1))
		s.press(t, fmt.Sprintf("%d %d %d %d %d", counts[n][0], counts[n][1], counts[n][2], counts[n][3], counts[n][4])+enter)
		s.passPills(t, n)
	}
	s.await(t, "Everything is counted.")
	s.await(t, "What we answered")
	s.press(t, " ")
	for n := range counts {
		s.await(t, place(n))
		s.press(t, " ")
	}
	s.await(t, "What shall we talk about?")
	s.press(t, "f")
	s.await(t, "Three dots each")
	s.press(t, "12 0 31"+enter)
	s.await(t, "31 dots")
	s.press(t, right)
	for n := range 5 {
		s.await(t, fmt.Sprintf("Talk %d of 5", n+1))
		if n == 2 {
			s.press(t, "d")
			s.await(t, "What do we decide?")
			s.press(t, "Ask the county about the van"+enter)
			s.await(t, "Decided: Ask the county")
		}
		s.press(t, right)
	}
	s.await(t, "Who does what")
	s.press(t, enter)
	s.await(t, "Who does it?")
	s.press(t, "Ana"+enter)
	s.await(t, "By when?")
	s.press(t, "in two weeks"+enter)
	s.press(t, right)
	s.await(t, "What do you want to take away?")
	s.press(t, enter)
	if code := s.end(t); code != exitDone {
		t.Fatalf("exit code %d:\n%s", code, s.text())
	}
	answers := readAnswers(t, file)
	for n, want := range counts {
		if got := answers.Topics[n].Overall; got != (assess.Tally{Counts: want, DontKnow: 13}) {
			t.Errorf("topic %d: %+v, want %v and 13 hands down", n, got, want)
		}
	}
	if answers.Present != 60 || answers.Coalition != "Riverside" {
		t.Errorf("%d present in %q", answers.Present, answers.Coalition)
	}
	if answers.Dots[0] != 12 || answers.Dots[2] != 31 {
		t.Errorf("the dots are %v", answers.Dots)
	}
	if text, err := os.ReadFile(report); err != nil || !strings.Contains(string(text), "## Agenda for 40 minutes") {
		t.Errorf("the report has no agenda: %v\n%s", err, text)
	}
	holdsText(t, report, "| Ana | ", "Ask the county about the van | | nobody yet |")
	// The report has a name; the plan file has a made one.
	plans, _ := filepath.Glob(filepath.Join(folder, "riverside-plan-*.yaml"))
	pages, _ := filepath.Glob(filepath.Join(folder, "*.html"))
	if len(plans) != 1 || len(pages) > 0 {
		t.Fatalf("plan files %q, pages %q", plans, pages)
	}
	if plan, err := os.ReadFile(plans[0]); err != nil || !strings.Contains(string(plan), "do: Ask the county about the van") || !strings.Contains(string(plan), ": 31\n") {
		t.Errorf("the plan file holds %v\n%s", err, plan)
	}
}

// TestLeavingKeepsTheCount leaves with a count that is typed and not yet accepted.
func TestLeavingKeepsTheCount(t *testing.T) {
	t.Parallel()
	for _, keys := range []string{"q", ctrlC} {
		folder := t.TempDir()
		s := newTerminal(t, folder, 60, 20, "assess", "--room")
		s.startRoom(t)
		s.press(t, "20 5 3 10 18")
		s.await(t, "56 of 60 counted")
		s.press(t, keys)
		if code := s.end(t); code != exitLeft {
			t.Errorf("exit code %d, want %d:\n%s", code, exitLeft, s.text())
		}
		want := assess.Tally{Counts: [5]int{20, 5, 3, 10, 18}, DontKnow: 4}
		if draft := readAnswers(t, draftIn(folder)); draft.Present != 60 || draft.Topics[0].Overall != want {
			t.Errorf("the draft has %d present and %+v", draft.Present, draft.Topics[0].Overall)
		}
	}
}

// TestComingBackToTheTalk leaves a room in the middle of a talk, and goes on there, with the plan file that it has made.
func TestComingBackToTheTalk(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	s := newTerminal(t, folder, 60, 20, "assess", "--room")
	s.startRoom(t)
	for n := range 20 {
		s.await(t, fmt.Sprintf("%d of 20", n+1))
		s.press(t, fmt.Sprintf("%d 0 0 %d 20", n, 20-n)+enter)
		s.passPills(t, n)
	}
	s.await(t, "Everything is counted.")
	s.press(t, right+"\x1b[F") // End
	s.await(t, "What shall we talk about?")
	s.press(t, right)
	s.await(t, "Talk 1 of")
	s.press(t, right)
	s.await(t, "Talk 2 of")
	s.press(t, "d")
	s.await(t, "What do we decide?")
	s.press(t, "Ask the county about the van"+enter)
	s.await(t, "Decided: Ask the county")
	s.press(t, "q")
	if code := s.end(t); code != exitLeft {
		t.Fatalf("exit code %d:\n%s", code, s.text())
	}

	s = newTerminal(t, folder, 60, 20, "assess")
	s.await(t, "Go on where you stopped")
	s.await(t, "Everything is counted. Go on where you stopped")
	s.await(t, "60 people is counted: Riverside. It goes on ")
	s.await(t, "with the talk.")
	s.press(t, enter)
	s.await(t, "Talk 2 of")
	s.await(t, "Decided: Ask the county")
	s.press(t, "m")
	s.await(t, "0 of 2,000")
	s.press(t, "Ana knows."+ctrlC)
	if code := s.end(t); code != exitLeft {
		t.Errorf("exit code %d:\n%s", code, s.text())
	}
	plans, _ := filepath.Glob(filepath.Join(folder, "*.yaml"))
	if len(plans) != 1 {
		t.Fatalf("plan files %q", plans)
	}
	holdsText(t, plans[0], "do: Ask the county about the van\n", "Ana knows.")
}

// startRoom brings a room of sixty to its first statement.
func (t *emulator) startRoom(tb testing.TB) {
	tb.Helper()
	t.await(tb, "Begin")
	t.press(tb, enter)
	t.await(tb, "How many people are here?")
	t.press(tb, "Riverside"+enter+"60"+enter)
	t.await(tb, "1 of 20")
}

// TestRoomEndsWithItsFiles ends a room on a projector: its terminal says which files were written, and shows no report.
func TestRoomEndsWithItsFiles(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	s := newTerminal(t, folder, 60, 40, "assess", "--room")
	s.startRoom(t)
	for n := range 20 {
		s.await(t, fmt.Sprintf("%d of 20", n+1))
		s.press(t, fmt.Sprintf("%d 0 0 %d 20", n, 20-n)+enter)
		s.passPills(t, n)
	}
	s.await(t, "Everything is counted.")
	s.press(t, right+"\x1b[F") // End
	s.await(t, "What shall we talk about?")
	for range 5 {
		s.press(t, right)
		s.await(t, "Talk")
	}
	s.press(t, right)
	s.await(t, "Who does what")
	s.press(t, right)
	s.await(t, "What do you want to take away?")
	s.press(t, enter)
	if code := s.end(t); code != exitDone {
		t.Fatalf("exit code %d:\n%s", code, s.text())
	}
	s.await(t, "The page for the board is in")
	if text := s.text(); strings.Contains(text, "not a validated test") || strings.Contains(text, "WORK ON FIRST") || strings.Contains(text, "coalcheck assess --answers") || !strings.Contains(text, "Your answers are in") {
		t.Errorf("at its end the terminal shows\n%s", text)
	}
	if pages, _ := filepath.Glob(filepath.Join(folder, "*.html")); len(pages) != 1 {
		t.Errorf("the pages are %q", pages)
	}
}
