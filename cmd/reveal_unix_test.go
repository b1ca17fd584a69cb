//go:build unix

package cmd

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// twenty writes the quick answers of twenty people into a folder.
func twenty(t *testing.T, folder string) {
	t.Helper()
	if err := os.Mkdir(filepath.Join(folder, "spring"), 0o700); err != nil {
		t.Fatal(err)
	}
	for i := range 20 {
		text := fmt.Sprintf("format: coalcheck/1\ncoalition: Riverside\ndate: 2026-11-21\npitfalls:\n  unclear-purpose: %d\n  overcommitted: %d\n", 4+i%2, 1+i%2+3*(i%3)/2)
		text += fmt.Sprintf("  unclear-roles: %d\npills:\n  have-a-plan: %d\n", 3+i%3, 1+i%2)
		if err := os.WriteFile(filepath.Join(folder, "spring", fmt.Sprintf("p%02d.yaml", i)), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// TestRevealOfAFolder leads a talk to its plan, leaves, and comes back.
func TestRevealOfAFolder(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	twenty(t, folder)
	s := newTerminal(t, folder, 60, 20, "reveal", "spring", "--minutes", "20")
	s.await(t, "Confidential: scores are rounded to tens")
	s.press(t, right)
	s.await(t, "Unclear purpose")
	s.press(t, "\x1b[F") // End
	s.await(t, "What shall we talk about?")
	s.press(t, right)
	s.await(t, "min left")
	s.press(t, "d")
	s.await(t, "What do we decide?")
	s.press(t, "Ask the county about the van"+enter)
	s.await(t, "Decided: Ask the county about the van")
	plan := filepath.Join(folder, "riverside-plan-2026-11-21.yaml")
	holdsText(t, plan, "do: Ask the county about the van\n")
	s.press(t, right)
	s.await(t, "Talk 2 of")
	place := "Talk 2 of"
	s.press(t, "q")
	if code := s.end(t); code != exitDone {
		t.Fatalf("exit code %d:\n%s", code, s.text())
	}
	if text := s.text(); !strings.Contains(text, "Your plan is in riverside-plan-2026-11-21.yaml") {
		t.Errorf("it says\n%s", text)
	}

	s = newTerminal(t, folder, 60, 20, "reveal", "spring", "--minutes", "20")
	s.await(t, place)
	s.press(t, "m")
	s.await(t, "0 of 2,000 characters")
	s.press(t, "Nobody knew.")
	s.await(t, "12 of 2,000 characters")
	s.press(t, ctrlC)
	if code := s.end(t); code != exitDone {
		t.Errorf("exit code %d:\n%s", code, s.text())
	}
	holdsText(t, plan, "do: Ask the county about the van\n", "Nobody knew.")
	if plans, _ := filepath.Glob(filepath.Join(folder, "*.yaml")); len(plans) != 1 {
		t.Errorf("plan files %q", plans)
	}
}

// TestRevealLeftAtOnce writes nothing but how far it came.
func TestRevealLeftAtOnce(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	twenty(t, folder)
	s := newTerminal(t, folder, 80, 24, "reveal", "spring")
	s.await(t, "What we answered")
	s.press(t, "q")
	if code := s.end(t); code != exitDone {
		t.Errorf("exit code %d:\n%s", code, s.text())
	}
	if plans, _ := filepath.Glob(filepath.Join(folder, "*.yaml")); len(plans) > 0 || strings.Contains(s.text(), "Your plan") {
		t.Errorf("plan files %q, and it says\n%s", plans, s.text())
	}
}

// TestRevealEndsAfterItsLastSlide goes on from who does what, the last slide.
func TestRevealEndsAfterItsLastSlide(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	twenty(t, folder)
	s := newTerminal(t, folder, 60, 20, "reveal", "spring", "--minutes", "12")
	s.await(t, "Confidential: scores are rounded to tens")
	s.press(t, right)
	s.await(t, "Unclear purpose")
	s.press(t, "\x1b[F") // End
	s.await(t, "What shall we talk about?")
	s.press(t, right)
	s.await(t, "Talk 1 of 1")
	s.press(t, right)
	s.await(t, "Who does what")
	s.await(t, "→ done")
	s.press(t, right)
	s.await(t, "→ again ends this")
	s.press(t, right)
	if code := s.end(t); code != exitDone {
		t.Fatalf("exit code %d:\n%s", code, s.text())
	}
}
