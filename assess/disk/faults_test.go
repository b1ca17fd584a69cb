package disk

import (
	"errors"
	"io/fs"
	"slices"
	"syscall"
	"testing"
)

// faults notes the calls that change files, and makes one of them fail with err.
type faults struct {
	calls   []string
	failing string
	err     error
}

func (f *faults) call(name string) error {
	f.calls = append(f.calls, name)
	if name == f.failing {
		return f.err
	}
	return nil
}

// faultyFile is a file with faults.
type faultyFile struct {
	file
	faults *faults
}

func (f *faultyFile) Write(text []byte) (int, error) {
	if err := f.faults.call("write"); err != nil {
		return 0, err
	}
	return f.file.Write(text)
}

func (f *faultyFile) Sync() error { return errors.Join(f.faults.call("sync"), f.file.Sync()) }

func (f *faultyFile) Close() error { return errors.Join(f.faults.call("close"), f.file.Close()) }

// inject puts the faults between this package and the system until the test ends.
func inject(t *testing.T, f *faults) *faults {
	t.Helper()
	sound := system
	t.Cleanup(func() { system = sound })
	opened := func(call string, open func() (file, error)) (file, error) {
		if err := f.call(call); err != nil {
			return nil, err
		}
		opened, err := open()
		return &faultyFile{opened, f}, err
	}
	system.open = func(path string, flag int, mode fs.FileMode) (file, error) {
		return opened("open", func() (file, error) { return sound.open(path, flag, mode) })
	}
	system.createTemp = func(folder, pattern string) (file, error) {
		return opened("create", func() (file, error) { return sound.createTemp(folder, pattern) })
	}
	system.rename = func(from, to string) error {
		if err := f.call("rename"); err != nil {
			return err
		}
		return sound.rename(from, to)
	}
	system.syncFolder = func(path string) error { return errors.Join(f.call("sync folder"), sound.syncFolder(path)) }
	return f
}

// TestEveryFailingCallIsReported makes each call fail that puts a text on the disk. The error is reported, nothing is
// left behind, and the former text is still there unless the new one has its name already.
func TestEveryFailingCallIsReported(t *testing.T) {
	errFault := errors.New("a fault")
	replaceWith := func(sync bool) func(string, []byte) error {
		return func(path string, text []byte) error { return Replace(path, text, sync) }
	}
	for _, test := range []struct {
		name  string
		write func(path string, text []byte) error
		calls []string
		// named is how many of the calls it takes until the new text has the name.
		named int
	}{
		{"replace", replaceWith(false), []string{"open", "write", "close", "rename"}, 4},
		{"replace and sync", replaceWith(true), []string{"open", "write", "sync", "close", "rename", "sync folder"}, 5},
		{
			"save", func(path string, text []byte) error { return Save(path, text, true) },
			[]string{"create", "write", "close", "rename", "open", "sync", "close"},
			4,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := at(t, "plan.yaml")
			f := inject(t, &faults{})
			if err := test.write(path, []byte("former")); err != nil {
				t.Fatal(err)
			}
			f.calls = nil
			if err := test.write(path, []byte("new")); err != nil || !slices.Equal(f.calls, test.calls) {
				t.Errorf("calls %v, %v; want %v", f.calls, err, test.calls)
			}
			for i, call := range test.calls {
				if slices.Index(test.calls, call) < i {
					continue // the same call fails sooner
				}
				put(t, path, "former")
				*f = faults{failing: call, err: errFault}
				if err := test.write(path, []byte("new")); !errors.Is(err, errFault) {
					t.Errorf("a failing %s is reported as %v", call, err)
				}
				text := "former"
				if i >= test.named {
					text = "new"
				}
				wantFolder(t, path, text, "plan.yaml")
			}
		})
	}
}

// TestSaveOnADeviceNeedsNoSync checks that a system that cannot sync a device or a pipe does not make saving fail.
func TestSaveOnADeviceNeedsNoSync(t *testing.T) {
	for _, refusal := range []error{errors.ErrUnsupported, syscall.EINVAL} {
		inject(t, &faults{failing: "sync", err: refusal})
		if err := Save(at(t, "plan.yaml"), []byte("new"), false); err != nil {
			t.Errorf("%v: %v", refusal, err)
		}
	}
}
