//go:build unix

package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// foreign are things that are no regular files, each made at a path.
var foreign = map[string]func(path string) error{
	"a link": func(path string) error { return os.Symlink(path+".target", path) },
	"a link to a file": func(path string) error {
		return errors.Join(os.WriteFile(path+".target", nil, 0o600), os.Symlink(path+".target", path))
	},
	"a pipe":   func(path string) error { return syscall.Mkfifo(path, 0o600) },
	"a device": func(path string) error { return os.Symlink("/dev/zero", path) },
}

// TestOnlyRegularFilesAreOurs puts other things where files of ours are expected. None is followed, waited for, written to
// or removed.
func TestOnlyRegularFilesAreOurs(t *testing.T) {
	for name, create := range foreign {
		t.Run(name, func(t *testing.T) {
			path := at(t, "draft.yaml")
			for _, made := range []string{path, path + LockEnding, filepath.Join(filepath.Dir(path), ".coalcheck-0123456789abcdef")} {
				if err := create(made); err != nil {
					t.Fatal(err)
				}
			}
			if text, err := ReadOwn(path, 10); !errors.Is(err, ErrNotRegular) {
				t.Errorf("it is read as %q, %v", text, err)
			}
			if _, err := Hold(path); !errors.Is(err, ErrNotRegular) {
				t.Errorf("it is a lock: %v", err)
			}
			RemoveLeftovers(filepath.Dir(path))
			for _, made := range []string{path, path + LockEnding, filepath.Join(filepath.Dir(path), ".coalcheck-0123456789abcdef")} {
				if _, err := os.Lstat(made); err != nil {
					t.Error(err)
				}
			}
			if _, lock, err := HoldFree(path, Exists); err != nil {
				t.Error(err)
			} else {
				lock.Release()
			}
		})
	}
}

func TestReadRegularWaitsForNothing(t *testing.T) {
	for name, create := range foreign {
		path := at(t, "p4.yaml")
		if err := create(path); err != nil {
			t.Fatal(err)
		}
		text, err := ReadRegular(path, 10)
		if linked := name == "a link to a file"; linked != (err == nil) {
			t.Errorf("%s is read as %q, %v", name, text, err)
		}
	}
}

// TestLockThatIsRemoved removes the file of a lock, as somebody does who cleans up: it protects nothing any more, and
// another process may take a new one. Letting go of the old one leaves that alone.
func TestLockThatIsRemoved(t *testing.T) {
	path := at(t, "plan.yaml")
	old, err := Hold(path)
	if err != nil || !old.Held() {
		t.Fatal(err)
	}
	if err := os.Remove(path + LockEnding); err != nil {
		t.Fatal(err)
	}
	if old.Held() {
		t.Error("the lock is held without a file")
	}
	lock, err := Hold(path)
	if err != nil || old.Held() {
		t.Fatalf("a new lock: %v; the old one is held: %t", err, old.Held())
	}
	old.Release()
	if !lock.Held() {
		t.Error("letting go of the old lock took the new one away")
	}
	lock.Release()
}

// TestAccess replaces files and looks at who may use them afterwards.
func TestAccess(t *testing.T) {
	for _, mode := range []fs.FileMode{0o600, 0o640, 0o644, 0o664, 0o606, 0o444} {
		path := at(t, "plan.yaml")
		put(t, path, "former")
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		if err := Write(path, []byte("new"), Options{Replace: true, Private: true}); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode() != mode {
			t.Errorf("%v has become %v, %v", mode, info.Mode(), err)
		}
	}
}

// chowned is a file of somebody else, whose group can or cannot be given to another file.
type chowned struct {
	file
	mode      fs.FileMode
	gid       uint32
	refuses   bool
	unchanged bool
}

func (c *chowned) Stat() (fs.FileInfo, error) { return owned{mode: 0o600, uid: 1, gid: 1}, nil }

func (c *chowned) Chown(uid, gid int) error {
	if c.refuses || uid > 1 {
		return syscall.EPERM
	}
	c.gid = uint32(gid)
	return nil
}

func (c *chowned) Chmod(mode fs.FileMode) error {
	if c.unchanged {
		return syscall.EPERM
	}
	c.mode = mode
	return nil
}

// owned is what is known of a file.
type owned struct {
	fs.FileInfo
	mode     fs.FileMode
	uid, gid uint32
}

func (o owned) Mode() fs.FileMode { return o.mode }

func (o owned) Sys() any {
	return &syscall.Stat_t{Uid: o.uid, Gid: o.gid}
}

// TestAccessNarrows keeps the group where that is possible. Where it is not, nobody gains.
func TestAccessNarrows(t *testing.T) {
	for _, test := range []struct {
		mode           fs.FileMode
		refuses, fails bool
		want           fs.FileMode
		gid            uint32
	}{
		{0o640, false, false, 0o640, 7},
		{0o640, true, false, 0o600, 1},
		{0o644, true, false, 0o644, 1},
		{0o660, true, false, 0o600, 1},
		{0o604, true, false, 0o600, 1},
		{0o664, true, false, 0o644, 1},
		{0o644, false, true, 0o600, 7},
	} {
		t.Run(fmt.Sprintf("%03o", test.mode), func(t *testing.T) {
			f := &chowned{mode: 0o600, gid: 1, refuses: test.refuses, unchanged: test.fails}
			keepAccess(f, at(t, "plan.yaml"), owned{mode: test.mode, uid: 1, gid: 7})
			if test.fails {
				f.unchanged = false
			}
			if f.mode&0o777 != test.want && f.mode&^test.want != 0 || f.gid != test.gid {
				t.Errorf("mode %v, group %d; want %v, group %d", f.mode, f.gid, test.want, test.gid)
			}
		})
	}
}

func TestOthersMayWrite(t *testing.T) {
	folder := t.TempDir()
	for mode, want := range map[fs.FileMode]bool{0o700: false, 0o755: false, 0o770: true, 0o757: true, 0o777: true} {
		if err := os.Chmod(folder, mode); err != nil {
			t.Fatal(err)
		}
		if got := OthersMayWrite(folder); got != want {
			t.Errorf("%v: %t; want %t", mode, got, want)
		}
	}
	if OthersMayWrite(filepath.Join(folder, "missing")) {
		t.Error("others may write to a folder that is missing")
	}
}
