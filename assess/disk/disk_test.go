package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// at returns a path in a new folder.
func at(t *testing.T, name string) string {
	t.Helper()
	return filepath.Join(t.TempDir(), name)
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// wantFolder checks the names in the folder of a path, and the text of the file there.
func wantFolder(t *testing.T, path, text string, want ...string) {
	t.Helper()
	if got, err := os.ReadFile(path); err != nil || string(got) != text {
		t.Errorf("%s holds %q, %v; want %q", path, got, err, text)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	if !slices.Equal(names, want) {
		t.Errorf("the folder holds %v; want %v", names, want)
	}
}

func TestReplace(t *testing.T) {
	for _, sync := range []bool{false, true} {
		path := at(t, "plan.yaml")
		for _, text := range []string{"first, which is long", "second", ""} {
			if err := Replace(path, []byte(text), sync); err != nil {
				t.Fatal(err)
			}
			wantFolder(t, path, text, "plan.yaml")
		}
	}
}

func TestHold(t *testing.T) {
	path := at(t, "plan.yaml")
	lock, err := Hold(path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = Hold(path)
	if held, ok := errors.AsType[*HeldError](err); !ok || held.PID != os.Getpid() {
		t.Errorf("held twice: %v", err)
	}
	lock.Release()
	if lock, err = Hold(path); err != nil {
		t.Fatalf("after its release: %v", err)
	}
	lock.Release()
	wantNone(t, path)
}

func TestHoldFree(t *testing.T) {
	path := at(t, "plan.yaml")
	put(t, Numbered(path, "2"), "")
	for _, want := range []string{"plan-3.yaml", "plan-4.yaml"} {
		free, lock, err := HoldFree(path, Exists)
		if err != nil || filepath.Base(free) != want {
			t.Fatalf("got %s, %v; want %s", free, err, want)
		}
		t.Cleanup(lock.Release)
	}
}

func TestFreeName(t *testing.T) {
	path := at(t, "plan.yaml")
	put(t, Numbered(path, "damaged-1"), "")
	if err := os.Symlink("nowhere", Numbered(path, "damaged-2")); err != nil {
		put(t, Numbered(path, "damaged-2"), "")
	}
	if got, err := FreeName(path, "damaged-"); err != nil || got != Numbered(path, "damaged-3") {
		t.Errorf("got %s, %v; want %s", got, err, Numbered(path, "damaged-3"))
	}
}

func TestWrite(t *testing.T) {
	for name, private := range map[string]bool{"report": false, "answers": true} {
		t.Run(name, func(t *testing.T) {
			path := at(t, "plan.md")
			write := func(path string, text []byte, replace bool) error {
				return Write(path, text, Options{Replace: replace, Private: private})
			}
			if err := write(path, []byte("first"), false); err != nil {
				t.Fatal(err)
			}
			if err := write(path, []byte("second"), false); !errors.Is(err, fs.ErrExist) {
				t.Errorf("a file that exists: %v", err)
			}
			wantFolder(t, path, "first", "plan.md")
			if err := write(path, []byte("third"), true); err != nil {
				t.Fatal(err)
			}
			wantFolder(t, path, "third", "plan.md")
			if err := write(filepath.Join(path, "plan.md"), nil, true); err == nil {
				t.Error("written into a file as if it were a folder")
			}
		})
	}
}

// TestRemoveLeftovers removes what a killed process has left, and neither what somebody is writing nor what only looks like
// it.
// A name without a folder is one in the folder where one is.
func TestPrepareHere(t *testing.T) {
	t.Chdir(t.TempDir())
	if path, err := Prepare("plan.yaml"); err != nil || path != "plan.yaml" {
		t.Errorf("%q, %v", path, err)
	}
}

func TestRemoveLeftovers(t *testing.T) {
	path := at(t, "plan.yaml")
	folder := filepath.Dir(path)
	put(t, path, "whole")
	busy, err := newIncoming(folder, private)
	if err != nil {
		t.Fatal(err)
	}
	keep := []string{
		filepath.Base(busy.path), ".coalcheck-0123456789abcde", ".coalcheck-0123456789abcdef.yaml", ".coalcheck-0123456789ABCDEF", "coalcheck-0123456789abcdef",
	}
	for _, name := range keep[1:] {
		put(t, filepath.Join(folder, name), "")
	}
	put(t, filepath.Join(folder, ".coalcheck-0123456789abcdef"), "par")
	if err := os.Mkdir(filepath.Join(folder, ".coalcheck-fedcba9876543210"), 0o700); err != nil {
		t.Fatal(err)
	}
	want := slices.Sorted(slices.Values(append(keep, ".coalcheck-fedcba9876543210", "plan.yaml")))
	for range 2 {
		RemoveLeftovers(folder)
		wantFolder(t, path, "whole", want...)
	}
	if err := busy.fill([]byte("new"), false); err != nil {
		t.Fatal(err)
	}
	if err := Write(path, []byte("new"), Options{Replace: true}); err != nil {
		t.Fatal(err)
	}
	want = slices.DeleteFunc(want, func(name string) bool { return name == keep[0] }) // nobody is writing it any more
	wantFolder(t, path, "new", want...)
}

func TestReadUpTo(t *testing.T) {
	path := at(t, "plan.yaml")
	for text, want := range map[string]string{"": "", "abc": "abc", "abcd": "abcd", "abcde": "abcd"} {
		put(t, path, text)
		if got, err := Read(path, 3); err != nil || string(got) != want {
			t.Errorf("%q is read as %q, %v; want %q", text, got, err, want)
		}
		if got, err := ReadUpTo(strings.NewReader(text), 3); err != nil || string(got) != want {
			t.Errorf("%q is read as %q, %v; want %q", text, got, err, want)
		}
	}
	if _, err := Read(filepath.Dir(path), 3); !errors.Is(err, ErrFolder) {
		t.Errorf("a folder: %v", err)
	}
	if _, err := Read(path+"x", 3); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
}

func TestSamePlace(t *testing.T) {
	folder := t.TempDir()
	t.Chdir(folder)
	put(t, "plan.yaml", "")
	put(t, "other.yaml", "")
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"plan.yaml", "plan.yaml", true},
		{"plan.yaml", "./plan.yaml", true},
		{"plan.yaml", filepath.Join(folder, "plan.yaml"), true},
		{"missing.yaml", "./missing.yaml", true},
		{"plan.yaml", "other.yaml", false},
		{"plan.yaml", "missing.yaml", false},
		{"missing.yaml", "plan.yaml", false},
	} {
		if got := SamePlace(test.a, test.b); got != test.want {
			t.Errorf("%s and %s: %t; want %t", test.a, test.b, got, test.want)
		}
	}
}
