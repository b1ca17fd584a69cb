//go:build unix

package cmd

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

const sheetKeys = "12345dn-3412345dn-34"

// keyedIn returns what is in a file.
func keyedIn(t *testing.T, path string) *assess.Answers {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	a, err := answersfile.Read(path, text, pitfalls.English())
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestSheetsOnTheScreen(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	s := newTerminal(t, folder, 80, 24, "collect", "spring")
	s.await(t, "What is the coalition called?")
	s.press(t, "Riverside"+enter)
	s.await(t, "Quick ones: 20 statements")
	s.press(t, enter)
	s.await(t, "Write 1 on the sheet")
	s.press(t, sheetKeys+"m"+enter)
	s.await(t, "Written. Write 2 on the next sheet.")
	if a := keyedIn(t, folder+"/spring/riverside-sheet-1.yaml"); a.Role != assess.Member || a.Topics[5].Overall != assess.TallyOf(assess.DontKnow) {
		t.Errorf("%+v", a)
	}
	s.press(t, "123")
	s.await(t, "4  Unclear roles")
	if err := s.cmd.Process.Kill(); err != nil { // a crash
		t.Fatal(err)
	}
	_ = s.cmd.Wait()

	s = newTerminal(t, folder, 80, 24, "collect", "spring")
	s.await(t, "Sheet 2 goes on where you left it.")
	s.await(t, "4  Unclear roles")
	s.press(t, "\x1b[200~"+sheetKeys[3:]+" leader\x1b[201~")
	s.await(t, "The role: leader")
	s.press(t, enter+"5")
	s.await(t, "2  Overcommitted")
	s.press(t, "q")
	if code := s.end(t); code != exitDone {
		t.Fatalf("exit code %d:\n%s", code, s.text())
	}
	for _, want := range []string{"1 new, 0 known already", "riverside-sheet-2.yaml", "coalcheck collect spring --check", "Sheet 3 is half keyed, and kept."} {
		if !strings.Contains(s.text(), want) {
			t.Errorf("it does not say %q:\n%s", want, s.text())
		}
	}
}

func TestSheetsLeftWithCtrlC(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	s := newTerminal(t, folder, 40, 12, "collect", "spring", "--quick", "--coalition", "Elm Street")
	s.await(t, "Write 1 on the sheet")
	s.press(t, sheetKeys+enter)
	s.await(t, "Written.")
	s.press(t, "\x03")
	if code := s.end(t); code != exitLeft {
		t.Fatalf("exit code %d:\n%s", code, s.text())
	}
	keyedIn(t, folder+"/spring/elm-street-sheet-1.yaml")
	if left, _ := filepath.Glob(folder + "/state/coalcheck/*"); len(left) > 0 {
		t.Errorf("left are %q", left)
	}
}

func TestSheetsAreCheckedOnTheScreen(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path := folder + "/sheet.yaml"
	text := "format: coalcheck/1\nrespondent: Sheet 7   # found on the floor\npitfalls:\n  overcommitted: 4\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	s := newTerminal(t, folder, 80, 24, "collect", ".", "--check")
	s.await(t, "Key sheet 7 again")
	s.press(t, "-2"+enter+enter)
	s.await(t, "Keyed now:   2 Rarely")
	s.press(t, "2")
	if code := s.end(t); code != exitDone {
		t.Fatalf("exit code %d:\n%s", code, s.text())
	}
	if !strings.Contains(s.text(), "corrected: 1 answer") {
		t.Errorf("it says\n%s", s.text())
	}
	holdsText(t, path, "# found on the floor", "overcommitted: 2")
}

// Two who key into one folder would give two sheets one number.
func TestSheetsAreKeyedByOne(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	s := newTerminal(t, folder, 80, 24, "collect", "spring", "--quick", "--coalition", "Elm Street")
	s.await(t, "Write 1 on the sheet")
	second := newTerminal(t, folder, 80, 24, "collect", "spring")
	if code := second.end(t); code != exitUsage || !strings.Contains(second.text(), "another coalcheck is keying sheets into spring") {
		t.Errorf("exit code %d:\n%s", code, second.text())
	}
	s.press(t, "q")
	if code := s.end(t); code != exitDone {
		t.Errorf("exit code %d:\n%s", code, s.text())
	}
}

func TestSheetsLineByLineOnATerminal(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	s := newTerminalIn(t, []string{"ACCESSIBLE=1"}, folder, 80, 24, "collect", "spring", "--full", "--coalition", "Elm Street")
	s.await(t, "Write 1 on the sheet, and type its line.")
	s.press(t, sheetKeys+" "+sheetKeys+" 12345 dn-34 staff\r")
	s.await(t, "Sheet 1 is in elm-street-sheet-1.yaml.")
	s.press(t, "\r")
	if code := s.end(t); code != exitDone {
		t.Fatalf("exit code %d:\n%s", code, s.text())
	}
	if a := keyedIn(t, folder+"/spring/elm-street-sheet-1.yaml"); a.Role != assess.Staff || a.Depth() != assess.Full {
		t.Errorf("%+v", a)
	}
}
