//go:build unix

package answersfile_test

import (
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"

	"github.com/coalcheck/coalcheck/assess/answersfile"
)

// A pipe or a device, also behind a link, is passed over, and nobody waits for it.
func TestFindPassesOverDevices(t *testing.T) {
	folder := t.TempDir()
	for _, err := range []error{
		os.WriteFile(filepath.Join(folder, "a.yaml"), nil, 0o600),
		syscall.Mkfifo(filepath.Join(folder, "b.yaml"), 0o600),
		syscall.Mkfifo(filepath.Join(folder, "c.txt"), 0o600),
		os.Symlink("b.yaml", filepath.Join(folder, "d.JSON")),
		os.Symlink(os.DevNull, filepath.Join(folder, "e.yml")),
		os.Mkdir(filepath.Join(folder, "f"), 0o700),
		syscall.Mkfifo(filepath.Join(folder, "f", "g.yaml"), 0o600),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	names, passed, err := answersfile.Find(os.DirFS(folder))
	want := []answersfile.PassedOver{{"b.yaml", answersfile.IsDevice}, {"d.JSON", answersfile.IsDevice}, {"e.yml", answersfile.IsDevice}}
	if !slices.Equal(names, []string{"a.yaml"}) || !slices.Equal(passed, want) || err != nil {
		t.Errorf("found %v, passed over %v, %v; want %v passed over", names, passed, err, want)
	}
}
