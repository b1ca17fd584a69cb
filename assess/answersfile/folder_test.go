package answersfile_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/coalcheck/coalcheck/assess/answersfile"
)

func TestFind(t *testing.T) {
	file := &fstest.MapFile{}
	for _, test := range []struct {
		name   string
		folder fstest.MapFS
		want   []string
		err    error
	}{
		{"in order", fstest.MapFS{"b.yaml": file, "a.json": file, "c.yml": file}, []string{"a.json", "b.yaml", "c.yml"}, nil},
		{"others beside them", fstest.MapFS{"a.yaml": file, "a.md": file, "yaml": file, "b.YAML": file, "c.yaml~": file}, []string{"a.yaml"}, nil},
		{"hidden", fstest.MapFS{"a.yaml": file, ".b.yaml": file}, []string{"a.yaml"}, nil},
		{"folders within it", fstest.MapFS{"a.yaml": file, "b.yaml/c.yaml": file, "d/e.yaml": file}, []string{"a.yaml"}, nil},
		{"none", fstest.MapFS{"a.md": file}, nil, answersfile.ErrNone},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := answersfile.Find(test.folder)
			if !slices.Equal(got, test.want) || !errors.Is(err, test.err) {
				t.Errorf("found %v, %v; want %v, %v", got, err, test.want, test.err)
			}
		})
	}
	if _, err := answersfile.Find(os.DirFS(filepath.Join(t.TempDir(), "missing"))); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("in a folder that is missing: %v", err)
	}
}

// A link to a folder is a folder, a link to a file is that file.
func TestFindFollowsLinks(t *testing.T) {
	folder := t.TempDir()
	for _, err := range []error{
		os.WriteFile(filepath.Join(folder, "a.yaml"), nil, 0o600),
		os.Mkdir(filepath.Join(folder, "b"), 0o700),
		os.Symlink("a.yaml", filepath.Join(folder, "c.yaml")),
		os.Symlink("b", filepath.Join(folder, "d.yaml")),
		os.Symlink("nowhere", filepath.Join(folder, "e.yaml")),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	got, err := answersfile.Find(os.DirFS(folder))
	if want := []string{"a.yaml", "c.yaml", "e.yaml"}; !slices.Equal(got, want) || err != nil {
		t.Errorf("found %v, %v; want %v", got, err, want)
	}
}
