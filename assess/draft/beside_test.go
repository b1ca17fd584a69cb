package draft

import (
	"os"
	"path/filepath"
	"testing"
)

// A folder has the same draft before and after it is made, by whichever way it is named.
func TestBesideIsTheSameThroughLinks(t *testing.T) {
	home := t.TempDir()
	to := filepath.Join(home, "real")
	link := filepath.Join(home, "link")
	if err := os.Mkdir(to, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(to, link); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join("2026", "spring")
	want := Beside("draft.yaml", "keying", filepath.Join(to, folder))
	if got := Beside("draft.yaml", "keying", filepath.Join(link, folder)); got != want {
		t.Errorf("new: %s through a link, and %s", got, want)
	}
	if err := os.MkdirAll(filepath.Join(to, folder), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{to, link} {
		if got := Beside("draft.yaml", "keying", filepath.Join(name, folder)); got != want {
			t.Errorf("made: %s of %s, and %s before", got, name, want)
		}
	}
	if other := Beside("draft.yaml", "keying", filepath.Join(link, "2026", "autumn")); other == want {
		t.Error("another folder has the same draft")
	}
}
