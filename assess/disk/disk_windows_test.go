package disk

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"golang.org/x/sys/windows"
)

// openedByOthers opens a file as other programs do, which lets nobody rename it, and returns what closes it.
func openedByOthers(t *testing.T, path string) func() {
	t.Helper()
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		t.Fatal(err)
	}
	h, err := windows.CreateFile(name, windows.GENERIC_READ, windows.FILE_SHARE_READ|windows.FILE_SHARE_WRITE, nil, windows.OPEN_EXISTING, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	return func() { _ = windows.CloseHandle(h) }
}

// TestRenameWaitsForOtherPrograms has one of the files open until the rename has been refused twice, or for good.
func TestRenameWaitsForOtherPrograms(t *testing.T) {
	t.Cleanup(func(before func(time.Duration)) func() { return func() { wait = before } }(wait))
	for _, which := range []string{"from", "to"} {
		for _, forGood := range []bool{false, true} {
			folder := t.TempDir()
			from, to := filepath.Join(folder, "from"), filepath.Join(folder, "to")
			for _, path := range []string{from, to} {
				if err := os.WriteFile(path, []byte(filepath.Base(path)), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			closeIt := openedByOthers(t, filepath.Join(folder, which))
			var waited time.Duration
			waits := 0
			wait = func(d time.Duration) {
				waited += d
				if waits++; waits == 2 && !forGood {
					closeIt()
				}
			}
			err := Rename(from, to)
			if forGood {
				closeIt()
			}
			text, readErr := os.ReadFile(to)
			switch {
			case readErr != nil:
				t.Error(readErr)
			case forGood && (err == nil || string(text) != "to" || waited > time.Second || waits < 2):
				t.Errorf("%s is open for good: %v after %d waits of %v together; the file holds %q", which, err, waits, waited, text)
			case !forGood && (err != nil || string(text) != "from" || waits != 2):
				t.Errorf("%s is open for a moment: %v after %d waits; the file holds %q", which, err, waits, text)
			}
		}
	}
}

func TestRenameDoesNotWaitForWhatIsMissing(t *testing.T) {
	t.Cleanup(func(before func(time.Duration)) func() { return func() { wait = before } }(wait))
	wait = func(time.Duration) { t.Error("it waits") }
	if err := Rename(filepath.Join(t.TempDir(), "missing"), filepath.Join(t.TempDir(), "to")); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
}
