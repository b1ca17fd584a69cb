package disk

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// faults notes the calls that change files, and makes some of them fail: the one with the number failing, counted from 1,
// with err, and every one that refused names with its error.
type faults struct {
	calls   []string
	failing int
	err     error
	refused map[string]error
}

func (f *faults) call(name string) error {
	f.calls = append(f.calls, name)
	if len(f.calls) == f.failing {
		return f.err
	}
	return f.refused[name]
}

// faultyFile is a file with faults.
type faultyFile struct {
	file
	faults *faults
}

// Write writes half of the text where it fails.
func (f *faultyFile) Write(text []byte) (int, error) {
	if err := f.faults.call("write"); err != nil {
		n, _ := f.file.Write(text[:len(text)/2])
		return n, err
	}
	return f.file.Write(text)
}

func (f *faultyFile) WriteAt(text []byte, at int64) (int, error) {
	if err := f.faults.call(fmt.Sprint("write at ", at)); err != nil {
		n, _ := f.file.WriteAt(text[:len(text)/2], at)
		return n, err
	}
	return f.file.WriteAt(text, at)
}

func (f *faultyFile) Truncate(size int64) error {
	if err := f.faults.call("truncate"); err != nil {
		return err
	}
	return f.file.Truncate(size)
}

func (f *faultyFile) Chmod(mode fs.FileMode) error {
	if err := f.faults.call("chmod"); err != nil {
		return err
	}
	return f.file.Chmod(mode)
}

func (f *faultyFile) Sync() error { return first(f.faults.call("sync"), f.file.Sync()) }

func (f *faultyFile) Close() error {
	err := f.faults.call("close")
	return first(err, f.file.Close())
}

// inject puts the faults between this package and the system until the test ends.
func inject(t *testing.T, f *faults) *faults {
	t.Helper()
	sound := system
	t.Cleanup(func() { system = sound })
	system.open = func(path string, flag int, mode fs.FileMode) (file, error) {
		if err := f.call("open"); err != nil {
			return nil, err
		}
		opened, err := sound.open(path, flag, mode)
		if err != nil {
			return nil, err
		}
		return &faultyFile{opened, f}, nil
	}
	renames := func(name string, rename func(string, string) error) func(string, string) error {
		return func(from, to string) error {
			if err := f.call(name); err != nil {
				return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
			}
			return rename(from, to)
		}
	}
	system.rename, system.publish = renames("rename", sound.rename), renames("publish", sound.publish)
	system.syncFolder = func(path string) error { return first(f.call("sync folder"), sound.syncFolder(path)) }
	return f
}

var errFault = errors.New("a fault")

// writing is a way to put a text on the disk, and the calls that it takes.
type writing struct {
	name  string
	write func(path string, text []byte) error
	// refused are the calls that the system refuses.
	refused map[string]error
	calls   []string
	// named is how many of the calls it takes until the new text has the name, and wishes are those that may fail.
	named  int
	wishes []string
	// fresh is true where there is no former text, and cut how much of the text is written, or 0 for all.
	fresh bool
	cut   int
}

var writings = []writing{
	{
		name:  "replace",
		write: func(path string, text []byte) error { return Replace(path, text, false) },
		calls: []string{"open", "write", "close", "rename"}, named: 4,
	},
	{
		name:  "replace and sync",
		write: func(path string, text []byte) error { return Replace(path, text, true) },
		calls: []string{"open", "write", "sync", "close", "rename", "sync folder"}, named: 5,
	},
	{
		name:  "write over a file",
		write: over,
		calls: []string{"open", "chmod", "write", "sync", "close", "rename", "sync folder"}, named: 6, wishes: []string{"chmod"},
	},
	{
		name:  "write a new file",
		write: func(path string, text []byte) error { return Write(path, text, Options{Private: true}) },
		calls: []string{"open", "write", "sync", "close", "publish", "sync folder"}, named: 5, fresh: true,
	},
	{
		name:    "write a new file in place",
		write:   func(path string, text []byte) error { return Write(path, text, Options{}) },
		refused: map[string]error{"publish": errors.ErrUnsupported},
		calls:   []string{"open", "write", "sync", "close", "publish", "open", "write", "sync", "close", "sync folder"}, named: 9, fresh: true,
	},
	{
		name: "write in place", write: over, refused: map[string]error{"rename": syscall.EBUSY},
		calls: []string{
			"open", "chmod", "write", "sync", "close", "rename",
			"open", "write at 6", "sync", "write at 0", "sync", "close",
		},
		named: 10, wishes: []string{"chmod"},
	},
	{
		name: "write less in place", write: func(path string, text []byte) error { return over(path, text[:2]) },
		refused: map[string]error{"rename": syscall.EBUSY},
		calls: []string{
			"open", "chmod", "write", "sync", "close", "rename",
			"open", "write at 0", "truncate", "sync", "close",
		},
		named: 9, wishes: []string{"chmod"}, cut: 2,
	},
}

// over replaces a file.
func over(path string, text []byte) error { return Write(path, text, Options{Replace: true}) }

// TestEveryFailingCallIsReported makes each call fail that puts a text on the disk. The error is reported and names the
// file and no other one, nothing is left behind, and the former text is still there unless the new one has its name
// already.
func TestEveryFailingCallIsReported(t *testing.T) {
	const former, all = "former", "new, and longer"
	for _, w := range writings {
		t.Run(w.name, func(t *testing.T) {
			text := all[:cmp.Or(w.cut, len(all))]
			f := inject(t, &faults{})
			prepare := func() string {
				t.Helper()
				path := at(t, "plan.yaml")
				if !w.fresh {
					put(t, path, former)
				}
				return path
			}
			f.refused = w.refused
			path := prepare()
			if err := w.write(path, []byte(all)); err != nil || !slices.Equal(f.calls, w.calls) {
				t.Errorf("calls %v, %v; want %v", f.calls, err, w.calls)
			}
			wantFolder(t, path, text, "plan.yaml")
			for i, call := range w.calls {
				if w.refused[call] != nil {
					continue
				}
				path := prepare()
				*f = faults{failing: i + 1, err: errFault, refused: w.refused}
				err := w.write(path, []byte(all))
				whole := i >= w.named || slices.Contains(w.wishes, call)
				switch {
				case slices.Contains(w.wishes, call) && err != nil:
					t.Errorf("call %d, %s, is only a wish: %v", i+1, call, err)
				case i >= w.named && !errors.Is(err, ErrUnconfirmed):
					t.Errorf("call %d, %s, fails on a file that is whole: %v", i+1, call, err)
				case !whole && !errors.Is(err, errFault):
					t.Errorf("a failing call %d, %s, is reported as %v", i+1, call, err)
				}
				if named, ok := errors.AsType[*fs.PathError](err); err != nil && (!ok || named.Path != path || strings.Contains(err.Error(), ".coalcheck-")) {
					t.Errorf("call %d, %s: the error %v does not name the file alone", i+1, call, err)
				}
				switch {
				case whole:
					wantFolder(t, path, text, "plan.yaml")
				case w.fresh:
					wantNone(t, path)
				default:
					wantFolder(t, path, former, "plan.yaml")
				}
			}
		})
	}
}

// wantNone checks that the folder of a path is empty.
func wantNone(t *testing.T, path string) {
	t.Helper()
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) > 0 {
		t.Errorf("the folder holds %v, %v; want nothing", entries, err)
	}
}

// TestRefusedNames makes the system refuse names in the ways it does for a file that is mounted by itself, on a share, or
// in a folder that is not ours. A name that cannot be had for another reason is a failure.
func TestRefusedNames(t *testing.T) {
	for _, test := range []struct {
		call    string
		err     error
		written bool
	}{
		{"open", syscall.EACCES, false}, // opening the file itself is refused, too
		{"rename", syscall.EBUSY, true},
		{"rename", syscall.EPERM, true},
		{"rename", syscall.EACCES, true},
		{"rename", syscall.EXDEV, true},
		{"rename", syscall.EROFS, true},
		{"rename", errors.ErrUnsupported, true},
		{"rename", syscall.ENOSPC, false},
		{"rename", syscall.EIO, false},
	} {
		t.Run(fmt.Sprint(test.call, " ", test.err), func(t *testing.T) {
			path := at(t, "plan.yaml")
			put(t, path, "the former text, which is longer")
			inject(t, &faults{refused: map[string]error{test.call: test.err}})
			err := over(path, []byte("new"))
			if test.written && err != nil || !test.written && !errors.Is(err, test.err) {
				t.Errorf("error %v", err)
			}
			wantFolder(t, path, map[bool]string{true: "new", false: "the former text, which is longer"}[test.written], "plan.yaml")
		})
	}
}

// TestSpare kills the writing in place halfway, and lets it fail so that the former text cannot come back: the spare file
// has that. After a success there is none.
func TestSpare(t *testing.T) {
	path, spare := at(t, "plan.yaml"), at(t, "spare.yaml")
	o := Options{Replace: true, Spare: spare}
	put(t, path, "former")
	refused := map[string]error{"rename": syscall.EBUSY, "write at 0": errFault}
	f := inject(t, &faults{refused: refused})
	allowRename(spare)
	err := Write(path, []byte("brand new"), o)
	if !errors.Is(err, errFault) || !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), "former text is in "+spare) {
		t.Errorf("error %v", err)
	}
	wantFolder(t, spare, "former", "spare.yaml")
	delete(f.refused, "write at 0")
	if err := Write(path, []byte("brand new"), o); err != nil {
		t.Error(err)
	}
	wantFolder(t, path, "brand new", "plan.yaml")
	wantNone(t, spare)
}

// allowRename lets a file be replaced although others may not.
func allowRename(path string) {
	rename := system.rename
	system.rename = func(from, to string) error {
		if to == path {
			return os.Rename(from, to)
		}
		return rename(from, to)
	}
}

// TestUnsafeSpare fails to put the former text on the disk for good: the file is not touched, and is not said to be whole.
func TestUnsafeSpare(t *testing.T) {
	path, spare := at(t, "plan.yaml"), at(t, "spare.yaml")
	put(t, path, "former")
	inject(t, &faults{refused: map[string]error{"rename": syscall.EBUSY, "sync folder": errFault}})
	allowRename(spare)
	if err := Write(path, []byte("brand new"), Options{Replace: true, Spare: spare}); err == nil || errors.Is(err, ErrUnconfirmed) {
		t.Errorf("error %v", err)
	}
	wantFolder(t, path, "former", "plan.yaml")
}

// TestChanged changes a file before it is replaced by what was made from its former text.
func TestChanged(t *testing.T) {
	for _, refused := range []map[string]error{nil, {"rename": syscall.EBUSY}} {
		inject(t, &faults{refused: refused})
		path := at(t, "plan.yaml")
		o := Options{Replace: true, Was: []byte("former")}
		for _, now := range []string{"theirs", "former, and longer", "form", ""} {
			put(t, path, now)
			if err := Write(path, []byte("mine"), o); !errors.Is(err, ErrChanged) {
				t.Errorf("%q: %v", now, err)
			}
			wantFolder(t, path, now, "plan.yaml")
		}
		put(t, path, "former")
		if err := Write(path, []byte("mine"), o); err != nil {
			t.Error(err)
		}
	}
}

// TestNothingForeignIsRemoved has somebody make the file while it is being written, and opening fail for that or for another
// reason: the file stays.
func TestNothingForeignIsRemoved(t *testing.T) {
	for _, err := range []error{syscall.EMFILE, syscall.EIO, syscall.ENOSPC, nil} {
		for _, failing := range []int{1, 2} {
			path, opened := at(t, "plan.yaml"), 0
			inject(t, &faults{refused: map[string]error{"publish": errors.ErrUnsupported}})
			open := system.open
			system.open = func(name string, flag int, mode fs.FileMode) (file, error) {
				if opened++; opened == failing {
					put(t, path, "somebody's")
					if err != nil {
						return nil, &fs.PathError{Op: "open", Path: name, Err: err}
					}
				}
				return open(name, flag, mode)
			}
			want := err
			if err == nil {
				want = fs.ErrExist
			}
			if got := Write(path, []byte("new"), Options{}); !errors.Is(got, want) {
				t.Errorf("opening number %d fails with %v, and the error is %v", failing, err, got)
			}
			wantFolder(t, path, "somebody's", "plan.yaml")
		}
	}
}

// TestNobodyCanTell has the system fail to look a name up. Nothing is written and nothing left behind, a lock is still
// held, and none of that takes a try for every name.
func TestNobodyCanTell(t *testing.T) {
	path, looks := at(t, "plan.yaml"), 0
	put(t, path, "former")
	lock, err := Hold(path)
	if err != nil {
		t.Fatal(err)
	}
	inject(t, &faults{})
	look := system.look
	system.look = func(string) (fs.FileInfo, error) { looks++; return nil, errFault }
	if err := over(path, []byte("new")); !errors.Is(err, errFault) {
		t.Errorf("error %v", err)
	}
	if !lock.Held() {
		t.Error("the lock is given up")
	}
	if _, err := Hold(path); err == nil || looks > 10 {
		t.Errorf("a second lock: %v; it looked %d times", err, looks)
	}
	system.look = look
	lock.Release()
	wantFolder(t, path, "former", "plan.yaml")
}

// TestADeviceNeedsNoSync checks that a system that cannot sync a device, a pipe or a folder does not make saving fail.
func TestADeviceNeedsNoSync(t *testing.T) {
	for _, refusal := range []error{errors.ErrUnsupported, syscall.EINVAL} {
		for _, call := range []string{"sync", "sync folder"} {
			inject(t, &faults{refused: map[string]error{call: refusal}})
			if err := Write(at(t, "plan.yaml"), []byte("new"), Options{Private: true}); err != nil {
				t.Errorf("%s: %v: %v", call, refusal, err)
			}
		}
	}
}

// TestNamesRunOut has every name taken, or no way to tell.
func TestNamesRunOut(t *testing.T) {
	path := at(t, strings.Repeat("a", 255)) // longer names cannot be looked up
	if name, err := FreeName(path, "x"); err == nil {
		t.Errorf("found %s", name)
	}
	if got := Free(filepath.Join(path, "plan.yaml")); got == "" {
		t.Error("no name at all")
	}
	if _, _, err := HoldFree(path, Exists); err == nil {
		t.Error("a lock whose name is too long")
	}
	inject(t, &faults{refused: map[string]error{"open": fs.ErrExist}})
	if err := Replace(at(t, "plan.yaml"), nil, false); err == nil {
		t.Error("a file whose every name is taken")
	}
}
