//go:build unix

package cmd

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

const twoActions = `format: coalcheck-plan/1
coalition: Riverside
steps:
  - actions:
      - do: Ask the county about the van.   # Sam has the number
      - do: Thank everybody.
        owner: Ana
        due: 2001-01-01
`

// planIn writes a plan file into a new folder.
func planIn(t *testing.T) (folder, path string) {
	t.Helper()
	folder = t.TempDir()
	path = filepath.Join(folder, "plan.yaml")
	if err := os.WriteFile(path, []byte(twoActions), 0o600); err != nil {
		t.Fatal(err)
	}
	return folder, path
}

func holdsText(t *testing.T, path string, wants ...string) {
	t.Helper()
	text, err := os.ReadFile(path)
	for _, want := range wants {
		if !strings.Contains(string(text), want) {
			t.Errorf("%v: no %q in\n%s", err, want, text)
		}
	}
}

func TestPlanOnTheScreen(t *testing.T) {
	t.Parallel()
	folder, path := planIn(t)
	s := newTerminal(t, folder, 60, 20, "plan", "plan.yaml", "--today", "2026-11-26")
	s.await(t, "2 open, 1 late")
	s.press(t, up+enter+"Kim"+enter)
	s.await(t, "By when?")
	s.press(t, "10 dec")
	s.await(t, "Thu 10 Dec 2026, in 14 days")
	s.press(t, enter)
	s.await(t, "Enter who, when")
	holdsText(t, path, "# Sam has the number\n        owner: Kim\n        due: 2026-12-10\n")
	s.press(t, down+" ")
	s.await(t, "done 26 Nov")
	holdsText(t, path, "done: 2026-11-26")
	s.press(t, "q")
	if code := s.end(t); code != exitDone {
		t.Fatalf("exit code %d:\n%s", code, s.text())
	}
	if text := s.text(); !strings.Contains(text, "Your plan is in plan.yaml") || !strings.Contains(text, "coalcheck plan plan.yaml -o plan.ics") {
		t.Errorf("it says\n%s", text)
	}
	if left, err := filepath.Glob(folder + "/*"); err != nil || len(left) != 2 {
		t.Errorf("it leaves %q, %v", left, err)
	}
}

func TestPlanLeftWithCtrlCKeepsWhatIsTyped(t *testing.T) {
	t.Parallel()
	folder, path := planIn(t)
	s := newTerminal(t, folder, 80, 24, "plan", "plan.yaml")
	s.await(t, "2 open")
	s.press(t, up+enter+"Kim")
	s.await(t, "› Kim")
	s.press(t, "\x03")
	if code := s.end(t); code != exitLeft {
		t.Fatalf("exit code %d:\n%s", code, s.text())
	}
	holdsText(t, path, "owner: Kim")
}

func TestPlanLineByLineOnATerminal(t *testing.T) {
	t.Parallel()
	folder, path := planIn(t)
	s := newTerminalIn(t, []string{"ACCESSIBLE=1"}, folder, 80, 24, "plan", "plan.yaml", "--today", "2026-11-26")
	s.await(t, "? for help")
	s.press(t, "who 1 Kim\r")
	s.await(t, "Kim, no day yet.")
	holdsText(t, path, "owner: Kim")
	s.press(t, "quit\r")
	if code := s.end(t); code != exitDone {
		t.Fatalf("exit code %d:\n%s", code, s.text())
	}
}

// TestTwoPlansAtOnce has two people at the same plan. Both changes are in the file.
func TestTwoPlansAtOnce(t *testing.T) {
	t.Parallel()
	folder, path := planIn(t)
	first := newTerminal(t, folder, 80, 24, "plan", "plan.yaml", "--today", "2026-11-26")
	first.await(t, "2 open")
	second := newTerminal(t, folder, 80, 24, "plan", "plan.yaml", "--today", "2026-11-26")
	second.await(t, "Open elsewhere, too")
	first.press(t, up+enter+"Kim"+enter+enter)
	first.await(t, fmt.Sprintf("%-42sKim", "Ask the county about the van.")) // in the row, and not in the field
	second.press(t, down+" ")
	second.await(t, "Somebody else has changed 1 action.")
	second.await(t, "Kim")
	holdsText(t, path, "owner: Kim", "done: 2026-11-26")
	for _, s := range []*emulator{first, second} {
		s.press(t, "q")
		if code := s.end(t); code != exitDone {
			t.Errorf("exit code %d:\n%s", code, s.text())
		}
	}
}

// TestPlanIsOfferedWhereItLies starts coalcheck alone in a folder with a plan.
func TestPlanIsOfferedWhereItLies(t *testing.T) {
	t.Parallel()
	folder, path := planIn(t)
	if err := os.WriteFile(filepath.Join(folder, "answers.yaml"), []byte("format: coalcheck/1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := newTerminal(t, folder, 80, 24)
	s.await(t, "Open the plan, 1 late: plan.yaml")
	s.press(t, "\x1b[F"+enter)
	s.await(t, "2 open, 1 late")
	s.press(t, " ")
	s.await(t, "1 open")
	holdsText(t, path, "done: 20")
	s.press(t, "q")
	if code := s.end(t); code != exitDone {
		t.Fatalf("exit code %d:\n%s", code, s.text())
	}
	if strings.Contains(s.text(), "Nothing was changed") {
		t.Errorf("it says\n%s", s.text())
	}
}

// TestLastSaveTellsItsConflicts has somebody else change the plan just before it is left: what the last merge finds is told, each
// field in a sentence with its action.
func TestLastSaveTellsItsConflicts(t *testing.T) {
	_, path := planIn(t)
	var told bytes.Buffer
	a := &app{Streams: world(nil, nil, &told, 80), catalogue: pitfalls.English()}
	plan, err := planfile.Read(path, []byte(twoActions), a.catalogue)
	if err != nil {
		t.Fatal(err)
	}
	p := a.openPlan(path, []byte(twoActions), plan, time.Date(2026, time.November, 26, 0, 0, 0, 0, time.UTC))
	defer p.file.Close()
	key := p.table.Rows()[1].Key
	if err := errors.Join(p.table.Set(key, planfile.FieldOwner, ""), p.table.Tick(key)); err != nil {
		t.Fatal(err)
	}
	theirs := strings.Replace(twoActions, "owner: Ana\n", "owner: Ben\n        dropped: 2026-11-25\n", 1)
	if err := os.WriteFile(path, []byte(theirs), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := a.finishPlan(p); err != nil {
		t.Fatal(err)
	}
	const want = "  Thank everybody.\n  Who does it: somebody else wrote Ben, and you took the name away.\n" +
		"  Thank everybody.\n  Somebody else dropped this action on Wednesday, 25 November 2026, and you marked it as done on Thursday, 26 November 2026.\n"
	if !strings.Contains(told.String(), want) {
		t.Errorf("it says\n%s", told.String())
	}
}
