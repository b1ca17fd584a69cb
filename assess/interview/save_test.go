package interview_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/interview"
)

func TestWithExtension(t *testing.T) {
	for path, want := range map[string]string{
		"a.yaml": "a.yaml", "a.yml": "a.yml", "a.json": "a.json", "a": "a.yaml", "a.txt": "a.txt.yaml", "b.c/a": "b.c/a.yaml",
		"plans/": "plans/",
	} {
		if got := interview.WithExtension(path); got != want {
			t.Errorf("%s becomes %s; want %s", path, got, want)
		}
	}
}

func TestFileName(t *testing.T) {
	t.Chdir(t.TempDir())
	offer := func(edit, want string) {
		t.Helper()
		r := interview.Run{Options: interview.Options{Catalogue: catalogue, Today: "2026-11-21"}}
		r.Begin()
		r.Session.Answers.Coalition = "Riverside"
		r.EditPath = edit
		if got := r.FileName(); got != want {
			t.Errorf("editing %q, it offers %s; want %s", edit, got, want)
		}
	}
	offer("", "riverside-2026-11-21.yaml")
	offer("mine.yaml", "mine.yaml")
	offer("a\x1b[2J.yaml", "riverside-2026-11-21.yaml")
	// What somebody has saved is never offered to the next person.
	for _, name := range []string{"riverside-2026-11-21.yaml", "riverside-2026-11-21-2.yaml"} {
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	offer("", "riverside-2026-11-21-3.yaml")
	offer("riverside-2026-11-21.yaml", "riverside-2026-11-21.yaml")
}

func TestPlace(t *testing.T) {
	folder := t.TempDir()
	t.Chdir(folder)
	for _, name := range []string{"plans", "home", "home/answers"} {
		if err := os.Mkdir(name, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile("plans/riverside-2026-11-21.yaml", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	getenv := func(name string) string { return map[string]string{"HOME": "home", "USERPROFILE": "home"}[name] }
	r := interview.Run{Options: interview.Options{Catalogue: catalogue, Today: "2026-11-21", Getenv: getenv, EditPath: "old.txt"}}
	r.Begin()
	r.Session.Answers.Coalition = "Riverside"
	for typed, want := range map[string]string{
		"":                  "",
		"mine":              "mine.yaml",
		"mine.json":         "mine.json",
		"old.txt":           "old.txt",
		"'my answers.yaml'": "my answers.yaml",
		"~/mine":            "home/mine.yaml",
		"~/answers/":        "home/answers/riverside-2026-11-21.yaml",
		"~/answers":         "home/answers/riverside-2026-11-21.yaml",
		"plans/":            "plans/riverside-2026-11-21-2.yaml",
		"missing/":          "missing/riverside-2026-11-21.yaml",
	} {
		got, named := r.Place(typed)
		if got = filepath.ToSlash(got); got != want || named == strings.Contains(got, "riverside") {
			t.Errorf("%q is taken for %q, named %t; want %q", typed, got, named, want)
		}
	}
}

func TestWrite(t *testing.T) {
	for _, test := range []struct {
		name             string
		force, overwrite bool
		path             string
		replaces         bool
	}{
		{"a file that is there", false, false, "given.yaml", false},
		{"one that may be replaced", false, true, "other.yaml", true},
		{"the one that --force is about", true, false, "given.yaml", true},
		{"another one with --force", true, false, "other.yaml", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := newFolder(t)
			r := f.open(func(o *interview.Options) { o.SaveTo, o.Force = "given.yaml", test.force })
			r.Begin()
			f.files["given.yaml"], f.files["other.yaml"] = assess.New(catalogue), assess.New(catalogue)
			err := r.Write(test.path, r.Result(), test.overwrite)
			if test.replaces && err != nil || !test.replaces && !errors.Is(err, fs.ErrExist) {
				t.Errorf("error %v", err)
			}
		})
	}
}

func TestSaveWithoutAsking(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*interview.Options)
		there  []string
		want   string
	}{
		{"a name of its own", nil, nil, "riverside-2026-11-21.yaml"},
		{"a free one", nil, []string{"riverside-2026-11-21.yaml", "riverside-2026-11-21-2.yaml"}, "riverside-2026-11-21-3.yaml"},
		{"the one that was given", func(o *interview.Options) { o.SaveTo = "given.yaml" }, nil, "given.yaml"},
		{"one that is there", func(o *interview.Options) { o.SaveTo = "given.yaml" }, []string{"given.yaml"}, ""},
		{"one to replace", func(o *interview.Options) { o.SaveTo, o.Force = "given.yaml", true }, []string{"given.yaml"}, "given.yaml"},
		{"one in a folder", func(o *interview.Options) { o.SaveTo = "plans/" }, nil, "plans/riverside-2026-11-21.yaml"},
		{"a free one in a folder", func(o *interview.Options) { o.SaveTo = "plans/" }, []string{"plans/riverside-2026-11-21.yaml"}, "plans/riverside-2026-11-21-2.yaml"},
		{"the edited one", func(o *interview.Options) { o.EditPath, o.Force = "edited.yaml", true }, []string{"edited.yaml"}, "edited.yaml"},
		{"beside the edited one", func(o *interview.Options) { o.EditPath = "edited.yaml" }, []string{"edited.yaml"}, "riverside-2026-11-21.yaml"},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := newFolder(t)
			r := f.open(test.change)
			for _, path := range test.there {
				f.files[path] = assess.New(catalogue)
			}
			r.Begin()
			r.Session.Answers.Coalition = "Riverside"
			_ = r.Keep()
			r.Planned = true
			r.SaveWithoutAsking()
			_, err := os.Stat(f.draft("draft.yaml"))
			if r.Saved != test.want || (r.SaveErr == nil) != (test.want != "") || err != nil {
				t.Fatalf("saved in %q, error %v, draft %v", r.Saved, r.SaveErr, err)
			}
			e := r.Close()
			if test.want == "" {
				if e.Unfinished != f.draft("draft.yaml") {
					t.Errorf("the answers are nowhere: %+v", e)
				}
				return
			}
			if a := f.files[test.want]; a.Draft != nil || a.Coalition != "Riverside" {
				t.Errorf("saved %+v", a)
			}
			if !reflect.DeepEqual(e, interview.Ending{Saved: test.want}) {
				t.Errorf("ending %+v", e)
			}
		})
	}
}

// TestUnconfirmed saves where the disk does not confirm that the file is safe: the draft stays.
func TestUnconfirmed(t *testing.T) {
	f := newFolder(t)
	r := f.open(nil)
	r.WriteFile = func(string, *assess.Answers, bool) error { return disk.ErrUnconfirmed }
	r.Begin()
	rate(r, 4)
	r.Planned = true
	r.SaveWithoutAsking()
	e := r.Close()
	if e.Saved == "" || !e.Unconfirmed || r.SaveErr != nil || e.Unfinished != f.draft("draft.yaml") {
		t.Errorf("ending %+v", e)
	}
	if r = f.open(nil); r.Offer.Found == nil {
		t.Error("the run is not offered again")
	}
}

// TestDamaged saves to a file that is written in part. The ending names it, until it is whole after all.
func TestDamaged(t *testing.T) {
	f := newFolder(t)
	for _, test := range []struct {
		then    []error // what else is tried
		damaged string
	}{
		{nil, "mine.yaml"},
		{[]error{fs.ErrPermission}, "mine.yaml"},
		{[]error{nil}, ""},
	} {
		r := f.open(func(o *interview.Options) { o.New = true })
		r.Begin()
		rate(r, 4)
		r.Planned = true
		if r.Written("mine.yaml", &fs.PathError{Op: "write", Path: "mine.yaml", Err: interview.ErrDamaged}) {
			t.Error("a damaged file holds the answers")
		}
		for _, err := range test.then {
			r.Written("mine.yaml", err)
		}
		if e := r.Close(); e.Damaged != test.damaged || (e.Unfinished == "") == (e.Saved == "") {
			t.Errorf("after %v, the ending is %+v", test.then, e)
		}
	}
}

// TestNoFreeName has every name taken.
func TestNoFreeName(t *testing.T) {
	f := newFolder(t)
	r := f.open(nil)
	tried := map[string]bool{}
	r.WriteFile = func(path string, _ *assess.Answers, overwrite bool) error {
		if overwrite || tried[path] {
			t.Errorf("%s again, or a file is replaced", path)
		}
		tried[path] = true
		return fs.ErrExist
	}
	r.Begin()
	rate(r, 4)
	r.Planned = true
	if r.SaveWithoutAsking(); !errors.Is(r.SaveErr, fs.ErrExist) || len(tried) < 100 {
		t.Errorf("after %d names: %v", len(tried), r.SaveErr)
	}
}

// TestWriteOnDisk writes a file as a run does that no test has changed.
func TestWriteOnDisk(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.yaml")
	r, err := interview.Open(interview.Options{
		Catalogue: catalogue, Getenv: func(string) string { return filepath.Dir(path) }, SaveTo: path,
	})
	if err != nil {
		t.Fatal(err)
	}
	r.Begin()
	r.Session.Answers.Coalition = "Riverside"
	r.Planned = true
	r.SaveWithoutAsking()
	text, err := os.ReadFile(path)
	if r.Saved != path || err != nil || !strings.Contains(string(text), "coalition: Riverside\n") {
		t.Errorf("saved in %q, %v, %v:\n%s", r.Saved, r.SaveErr, err, text)
	}
	if err := r.Write(path, r.Result(), false); !errors.Is(err, fs.ErrExist) {
		t.Errorf("writing it again is %v", err)
	}
	_ = r.Close()
}

// TestCommentsOfAnEditedFile saves an edited file in its place, where its comments stay, and as JSON, which has none.
func TestCommentsOfAnEditedFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "mine.yaml")
	text := []byte("# Agreed on 3 May.\nformat: coalcheck/1\ndate: 2026-11-21\npitfalls:\n  overcommitted: 5  # not all of us\n")
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	a, err := answersfile.Read(path, text, catalogue)
	if err != nil {
		t.Fatal(err)
	}
	r, err := interview.Open(interview.Options{
		Catalogue: catalogue, Getenv: func(string) string { return filepath.Dir(path) }, Edit: a, EditPath: path, EditText: text, Force: true,
	})
	if err != nil {
		t.Fatal(err)
	}
	r.Begin()
	r.Session.Answers.Coalition = "Riverside"
	r.Planned = true
	asJSON := filepath.Join(filepath.Dir(path), "other.json")
	if !r.LosesComments(asJSON) || r.LosesComments(path) {
		t.Errorf("comments have no place in JSON: %t, in YAML: %t", r.LosesComments(asJSON), r.LosesComments(path))
	}
	if err := r.Write(asJSON, r.Result(), false); err != nil {
		t.Fatal(err)
	}
	r.SaveWithoutAsking()
	_ = r.Close()
	saved, err := os.ReadFile(path)
	if want := "# Agreed on 3 May.\nformat: coalcheck/1\ncatalogue: 1\ncoalition: Riverside\ndate: 2026-11-21\npitfalls:\n  overcommitted: 5                 # not all of us\n"; string(saved) != want || err != nil {
		t.Errorf("saved %v\n%s", err, saved)
	}
	if saved, err = os.ReadFile(asJSON); err != nil || !strings.HasPrefix(string(saved), "{\n") || strings.Contains(string(saved), "#") {
		t.Errorf("saved %v\n%s", err, saved)
	}
}
