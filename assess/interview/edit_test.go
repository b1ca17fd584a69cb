package interview_test

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/draft"
	"github.com/coalcheck/coalcheck/assess/interview"
)

// edit opens a file with the answers of a quick run.
func (f *folder) edit(change func(*interview.Options)) *interview.Run {
	f.Helper()
	return f.open(func(o *interview.Options) {
		o.EditPath = filepath.Join(f.state, "riverside.yaml")
		text, err := os.ReadFile(o.EditPath)
		if err != nil {
			f.Fatal(err)
		}
		o.EditText = text
		if o.Edit, err = answersfile.Read(o.EditPath, text, catalogue); err != nil {
			f.Fatal(err)
		}
		if change != nil {
			change(o)
		}
	})
}

// leaveEdit changes an answer in the file that edit opens, and leaves before that is saved.
func (f *folder) leaveEdit() interview.Ending {
	f.Helper()
	r := f.edit(nil)
	r.Begin()
	rate(r, 1)
	return r.Close()
}

func TestEdit(t *testing.T) {
	f := newFolder(t)
	file := filepath.Join(f.state, "riverside.yaml")
	a := unfinished("Riverside", assess.Quick)
	a.Draft, a.Date = nil, "2025-01-31"
	a.Set(assess.Place{Topic: 1, Question: assess.Overall}, assess.TallyOf(2))
	f.write(file, a)
	t.Run("looked at", func(t *testing.T) {
		r := f.edit(nil)
		r.Begin()
		if len(r.Session.Places()) != 20 {
			t.Errorf("asks %d statements; want those of a quick run", len(r.Session.Places()))
		}
		r.Session.Next()
		if _ = r.Keep(); r.FileName() != file {
			t.Errorf("offers the name %s", r.FileName())
		}
		if e := r.Close(); !reflect.DeepEqual(e, interview.Ending{}) {
			t.Errorf("ending %+v", e)
		}
	})
	t.Run("by two at once", func(t *testing.T) {
		r := f.edit(nil)
		_, err := interview.Open(r.Options)
		if inUse, ok := errors.AsType[*interview.InUseError](err); !ok || inUse.Path != file {
			t.Errorf("the second one is told %v", err)
		}
		_ = r.Close()
	})
	t.Run("left with changes", func(t *testing.T) {
		if e := f.leaveEdit(); e.Unfinished == "" || e.Saved != "" {
			t.Errorf("ending %+v", e)
		}
		r := f.edit(nil)
		if a := r.Offer.Unsaved; a == nil || a.Topics[0].Overall.Rating() != 1 {
			t.Fatalf("goes on with %+v", a)
		}
		if r.Begin(); r.Session.Rating(r.Session.Places()[0]) != 1 {
			t.Error("the changes are not in the session")
		}
		_ = r.Close()
	})
	t.Run("opened without its changes", func(t *testing.T) {
		r := f.edit(func(o *interview.Options) { o.New = true })
		if o := r.Offer; o.Unsaved != nil || o.PutAway == "" || o.Outdated {
			t.Errorf("offer %+v", o)
		}
		_ = r.Close()
	})
	t.Run("changed by somebody else", func(t *testing.T) {
		for name, day := range map[string]time.Time{
			"as their clock says before": time.Date(1999, 1, 31, 12, 0, 0, 0, time.UTC),
			"after":                      time.Date(2099, 1, 31, 12, 0, 0, 0, time.UTC),
		} {
			f.write(file, a)
			f.leaveEdit()
			theirs := a.Clone()
			theirs.Set(theirsAt, assess.TallyOf(5))
			f.write(file, theirs)
			if err := os.Chtimes(file, day, day); err != nil {
				t.Fatal(err)
			}
			r := f.edit(nil)
			if o := r.Offer; o.Unsaved != nil || o.PutAway == "" || !o.Outdated {
				t.Errorf("%s: offer %+v", name, o)
			} else if kept, err := draft.Peek(o.PutAway, catalogue); err != nil || kept.Topics[0].Overall.Rating() != 1 {
				t.Errorf("%s: kept are %+v, %v", name, kept, err)
			}
			if r.Begin(); r.Session.Rating(theirsAt) != 5 {
				t.Errorf("%s: the session does not hold what the file does", name)
			}
			_ = r.Close()
		}
	})
	t.Run("written again as it was", func(t *testing.T) {
		f.write(file, a)
		f.leaveEdit()
		f.write(file, a)
		day := time.Date(2099, 1, 31, 12, 0, 0, 0, time.UTC)
		if err := os.Chtimes(file, day, day); err != nil {
			t.Fatal(err)
		}
		r := f.edit(nil)
		if o := r.Offer; o.Unsaved == nil || o.PutAway != "" || o.Outdated {
			t.Errorf("offer %+v", o)
		}
		_ = r.Close()
	})
	t.Run("killed between saving and removing the draft", func(t *testing.T) {
		r := f.edit(nil)
		r.Begin()
		f.write(file, r.Session.Finished())
		_ = r.Keep()
		_ = r.Keeper.Close()
		r = f.edit(nil)
		if o := r.Offer; o.Unsaved != nil || o.PutAway != "" || o.Outdated || r.DraftErr != nil {
			t.Errorf("offer %+v, %v", o, r.DraftErr)
		}
		if e := r.Close(); !reflect.DeepEqual(e, interview.Ending{}) {
			t.Errorf("ending %+v", e)
		}
	})
}

// TestDepthOfAnEdit asks about finished answers as much as they were asked about.
func TestDepthOfAnEdit(t *testing.T) {
	overall := func(topic int) assess.Place { return assess.Place{Topic: topic, Question: assess.Overall} }
	for _, test := range []struct {
		name     string
		answered []assess.Place
		places   int
	}{
		{"nothing is answered", nil, 50},
		{"one topic as a whole", []assess.Place{overall(0)}, 50 - 3 + 1},
		{"two topics as wholes", []assess.Place{overall(0), overall(12)}, 20},
		{"one by its signs", []assess.Place{{Topic: 0}}, 50},
		{"both kinds", []assess.Place{overall(0), {Topic: 1}, overall(2)}, 50 - 3 + 1 - 3 + 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := assess.New(catalogue)
			for _, p := range test.answered {
				a.Set(p, assess.TallyOf(3))
			}
			r := interview.Run{Options: interview.Options{Catalogue: catalogue, Edit: a}}
			if r.Begin(); len(r.Session.Places()) != test.places {
				t.Errorf("asks %d statements; want %d", len(r.Session.Places()), test.places)
			}
		})
	}
}

// theirsAt is a statement that only somebody else answers.
var theirsAt = assess.Place{Topic: 5, Question: assess.Overall}

// TestChangedWhileOpen has somebody else write to the file that is being edited. It is left alone, even with --force.
func TestChangedWhileOpen(t *testing.T) {
	f := newFolder(t)
	file := filepath.Join(f.state, "riverside.yaml")
	a := unfinished("Riverside", assess.Quick)
	a.Draft = nil
	f.write(file, a)
	r := f.edit(func(o *interview.Options) { o.Force = true })
	r.WriteFile = f.onDisk(r)
	r.Begin()
	rate(r, 1)
	theirs := a.Clone()
	theirs.Set(theirsAt, assess.TallyOf(5))
	f.write(file, theirs)
	r.Planned = true
	if err := r.Write(file, r.Result(), true); !errors.Is(err, interview.ErrChanged) || r.Written(file, err) {
		t.Errorf("replacing it is %v", err)
	}
	r.SaveWithoutAsking()
	beside := filepath.Join(f.state, "riverside-2.yaml")
	if e := r.Close(); e.Displaced != file || e.Saved != beside || e.Unfinished != "" {
		t.Errorf("ending %+v", e)
	}
	for path, want := range map[string]assess.Rating{file: 4, beside: 1} {
		if got := f.read(path).Topics[0].Overall.Rating(); got != want {
			t.Errorf("%s holds %v; want %v", path, got, want)
		}
	}
	if f.read(file).At(theirsAt).Rating() != 5 {
		t.Error("what somebody else answered is gone")
	}
}

// TestInterrupted looks for what is kept of a file that was cut off in the midst of being written.
func TestInterrupted(t *testing.T) {
	f := newFolder(t)
	file := filepath.Join(f.state, "riverside.yaml")
	a := unfinished("Riverside", assess.Quick)
	a.Draft = nil
	f.write(file, a)
	getenv := func(string) string { return f.state }
	if former, changes := interview.Interrupted(getenv, file); former != "" || changes != "" {
		t.Errorf("kept are %q and %q", former, changes)
	}
	kept := f.leaveEdit().Unfinished
	spare := filepath.Join(filepath.Dir(kept), strings.Replace(filepath.Base(kept), "edit", "former", 1))
	f.write(spare, a)
	f.Chdir(f.state)
	for _, name := range []string{file, "riverside.yaml", "./riverside.yaml"} {
		if former, changes := interview.Interrupted(getenv, name); former != spare || changes != kept {
			t.Errorf("kept of %s are %q and %q; want %q and %q", name, former, changes, spare, kept)
		}
	}
}
