//go:build unix

package cmd

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/draft"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// TestWhoMayRead checks what SECURITY.md says: drafts and answers are their owner's alone whatever the umask, a new report
// is as open as the umask lets files be, and a replaced file keeps its mode.
func TestWhoMayRead(t *testing.T) {
	for _, c := range []struct {
		umask int
		made  fs.FileMode
	}{{0, 0o666}, {0o022, 0o644}, {0o077, 0o600}} {
		folder := t.TempDir()
		at := func(name string) string { return filepath.Join(folder, name) }
		before := syscall.Umask(c.umask)
		t.Cleanup(func() { syscall.Umask(before) })
		d, _, err := draft.Open(at("state/coalcheck/draft.yaml"), pitfalls.English())
		if err != nil {
			t.Fatal(err)
		}
		for _, err := range []error{
			d.Save(assess.New(pitfalls.English())),
			disk.Write(at("answers.yaml"), nil, disk.Options{Private: true}), disk.Write(at("report.md"), nil, disk.Options{}),
			os.WriteFile(at("private.md"), nil, 0o600), disk.Write(at("private.md"), nil, disk.Options{Replace: true}),
			os.WriteFile(at("shared.yaml"), nil, 0o600), os.Chmod(at("shared.yaml"), 0o660),
			disk.Write(at("shared.yaml"), nil, disk.Options{Private: true, Replace: true}),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
		syscall.Umask(before)
		t.Cleanup(func() { _ = d.Close() })
		for name, want := range map[string]fs.FileMode{
			"state": fs.ModeDir | 0o700, "state/coalcheck": fs.ModeDir | 0o700, "state/coalcheck/draft.yaml": 0o600, "state/coalcheck/draft.yaml.lock": 0o600,
			"answers.yaml": 0o600, "report.md": c.made, "private.md": 0o600, "shared.yaml": 0o660,
		} {
			if info, err := os.Stat(at(name)); err != nil || info.Mode() != want {
				t.Errorf("umask %03o: %s has mode %v, %v; want %v", c.umask, name, info.Mode(), err, want)
			}
		}
	}
}
