package draft_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/draft"
)

// waiting is what is due later. It happens when a test says so.
type waiting struct {
	due       func()
	calledOff int
}

func (w *waiting) happen(t *testing.T) {
	t.Helper()
	if w.due == nil {
		t.Fatal("nothing is due")
	}
	do := w.due
	w.due = nil
	do()
}

// wait lets nothing become safe until the test says so.
func wait(t *testing.T) *waiting {
	t.Helper()
	w := &waiting{}
	t.Cleanup(draft.SetLater(func(do func()) func() {
		if w.due != nil {
			t.Error("two things are due at once")
		}
		w.due = do
		return func() { w.due, w.calledOff = nil, w.calledOff+1 }
	}))
	return w
}

// text returns the text of a draft after n answers.
func text(n int) string { return string(answersfile.Format(run(n), catalogue)) }

// wantTexts checks the text of files in the folder of a path, by their names.
func wantTexts(t *testing.T, path string, want map[string]string) {
	t.Helper()
	for name, text := range want {
		got, err := os.ReadFile(filepath.Join(filepath.Dir(path), name))
		if text == "" && !errors.Is(err, fs.ErrNotExist) || text != "" && string(got) != text {
			t.Errorf("%s holds %q, %v; want %q", name, got, err, text)
		}
	}
}

func TestDraftIsMadeSafe(t *testing.T) {
	w := wait(t)
	path := filepath.Join(t.TempDir(), "draft.yaml")
	d, _ := open(t, path)
	save(t, d, run(1))
	save(t, d, run(2))
	wantTexts(t, path, map[string]string{"draft.yaml": text(2), "draft.yaml.prev": ""})
	w.happen(t)
	save(t, d, run(3))
	wantTexts(t, path, map[string]string{"draft.yaml": text(3), "draft.yaml.prev": text(2)})
	w.happen(t)
	wantTexts(t, path, map[string]string{"draft.yaml.prev": text(3)})
	save(t, d, run(4))
	shut(t, d)
	wantTexts(t, path, map[string]string{"draft.yaml": text(4), "draft.yaml.prev": ""})
	if w.due != nil || w.calledOff != 1 {
		t.Errorf("after closing something is due, or was called off %d times", w.calledOff)
	}

	// What was found is safe, and stays so while the first new state is not.
	d, _ = open(t, path)
	save(t, d, run(5))
	wantTexts(t, path, map[string]string{"draft.yaml": text(5), "draft.yaml.prev": text(4)})
	late := w.due
	if err := d.Discard(); err != nil {
		t.Fatal(err)
	}
	late() // it was under way
	if got := names(t, path); len(got) > 0 {
		t.Errorf("after Discard the folder holds %v", got)
	}
}

// TestPowerCut leaves what power cuts leave of a draft that nobody waited for: the state before is found.
func TestPowerCut(t *testing.T) {
	whole := text(9)
	cut := whole[:strings.LastIndex(whole, "draft:")]
	for name, newest := range map[string]string{"empty": "", "zeros": strings.Repeat("\x00", len(whole)), "cut between two lines": cut, "cut in a line": cut[:len(cut)-30]} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "draft.yaml")
			write(t, path, newest)
			write(t, draft.Previous(path), text(8))
			if answers, err := draft.Peek(path, catalogue); err != nil {
				t.Error(err)
			} else {
				wantRun(t, draft.Found{Answers: answers}, 8)
			}
			d, found := open(t, path)
			wantRun(t, found, 8)
			if filepath.Base(found.Damaged) != "draft-damaged-1.yaml" || found.Reason == nil {
				t.Errorf("damaged %q, %v", found.Damaged, found.Reason)
			}
			shut(t, d)
			got, err := os.ReadFile(filepath.Join(filepath.Dir(path), "draft-damaged-1.yaml"))
			if err != nil || string(got) != newest {
				t.Errorf("the damaged draft is %q, %v", got, err)
			}
			wantTexts(t, path, map[string]string{"draft.yaml": text(8), "draft.yaml.prev": ""})
		})
	}
}

func TestStatesOfADraft(t *testing.T) {
	for _, test := range []struct {
		name         string
		newest, safe string
		found        int
		want         []string
	}{
		{"killed", text(9), text(8), 9, []string{"draft.yaml"}},
		{"killed while the first state was saved", "", text(8), 8, []string{"draft.yaml"}},
		{"the safe state is damaged", text(9), "damaged", 9, []string{"draft.yaml"}},
		{"both are damaged", "damaged", "damaged, too", 0, []string{"draft-damaged-1.yaml", "draft-damaged-2.yaml"}},
		{"only the safe one is there, and damaged", "", "damaged", 0, []string{"draft-damaged-1.yaml"}},
		{"written by hand", "format: coalcheck/1\n", "", -1, []string{"draft.yaml"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "draft.yaml")
			for name, text := range map[string]string{path: test.newest, draft.Previous(path): test.safe} {
				if text != "" {
					write(t, name, text)
				}
			}
			d, found := open(t, path)
			switch {
			case test.found > 0:
				wantRun(t, found, test.found)
			case (found.Answers != nil) != (test.found < 0):
				t.Errorf("found %+v", found)
			}
			shut(t, d)
			if got := names(t, path); !slices.Equal(got, test.want) {
				t.Errorf("the folder holds %v; want %v", got, test.want)
			}
		})
	}
}

// TestOtherDraftsKeepTheirSafeStates finds a further draft of which only the safe state can be read.
func TestOtherDraftsKeepTheirSafeStates(t *testing.T) {
	path := filepath.Join(t.TempDir(), "draft.yaml")
	second := filepath.Join(filepath.Dir(path), "draft-2.yaml")
	write(t, second, "")
	write(t, draft.Previous(second), text(4))
	third := draft.Previous(filepath.Join(filepath.Dir(path), "draft-3.yaml"))
	write(t, third, text(7))
	if d, err := draft.OpenSeparate(path, catalogue); err != nil || filepath.Base(d.Path()) != "draft-4.yaml" {
		t.Errorf("a separate draft at %s, %v", d.Path(), err)
	} else {
		shut(t, d)
	}
	for _, n := range []int{4, 7} {
		d, found := open(t, path)
		wantRun(t, found, n)
		if err := d.Discard(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestKeepAsideMakesSafe(t *testing.T) {
	w := wait(t)
	path := filepath.Join(t.TempDir(), "draft.yaml")
	write(t, path, text(3))
	d, _ := open(t, path)
	save(t, d, run(4))
	w.happen(t)
	save(t, d, run(5))
	if _, err := d.KeepAside(); err != nil || w.due != nil {
		t.Fatalf("%v, or something is still due", err)
	}
	wantTexts(t, path, map[string]string{"draft-2.yaml": text(5), "draft.yaml": "", "draft.yaml.prev": ""})
	save(t, d, run(1))
	shut(t, d)
	if got := names(t, path); !slices.Equal(got, []string{"draft-2.yaml", "draft.yaml"}) {
		t.Errorf("the folder holds %v", got)
	}
}

func TestTidyingUp(t *testing.T) {
	path := filepath.Join(t.TempDir(), "draft.yaml")
	at := func(name string) string { return filepath.Join(filepath.Dir(path), name) }
	for _, name := range []string{".coalcheck-0123456789abcdef", "edit-1.yaml.lock", "draft-5.yaml.lock", "draft-6.yaml.lock", "edit-2.yaml.lock"} {
		write(t, at(name), "123\n")
	}
	write(t, at("edit-2.yaml"), text(2))
	busy, err := disk.Hold(at("draft-6.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	defer busy.Release()
	d, _ := open(t, path)
	shut(t, d)
	if got, want := names(t, path), []string{"draft-6.yaml.lock", "edit-2.yaml", "edit-2.yaml.lock"}; !slices.Equal(got, want) {
		t.Errorf("the folder holds %v; want %v", got, want)
	}
}

func TestLargeDraftIsPutAside(t *testing.T) {
	path := filepath.Join(t.TempDir(), "draft.yaml")
	write(t, path, text(2)+strings.Repeat("# a comment\n", answersfile.MaxSize/10))
	d, found := open(t, path)
	defer shut(t, d)
	if found.Answers != nil || found.Damaged == "" {
		t.Errorf("found %+v", found)
	}
}

// TestLockThatSomebodyRemoved removes the lock of a draft that is in use. Until another process takes the draft, nothing
// changes; afterwards both have drafts of their own.
func TestLockThatSomebodyRemoved(t *testing.T) {
	for _, test := range []struct {
		name string
		// meanwhile is what happens after the lock was removed.
		meanwhile func(t *testing.T, path string)
		want      map[string]string
	}{
		{"nobody takes it", func(*testing.T, string) {}, map[string]string{"draft.yaml": text(2), "draft-2.yaml": ""}},
		{
			"the draft is gone, too",
			func(t *testing.T, path string) {
				t.Helper()
				if err := os.Remove(path); err != nil {
					t.Fatal(err)
				}
			},
			map[string]string{"draft.yaml": text(2), "draft-2.yaml": ""},
		},
		{
			"another process holds it",
			func(t *testing.T, path string) {
				t.Helper()
				d, _ := open(t, path)
				t.Cleanup(func() { shut(t, d) })
				save(t, d, run(7))
			},
			map[string]string{"draft.yaml": text(7), "draft-2.yaml": text(2)},
		},
		{
			"another process had it",
			func(t *testing.T, path string) {
				t.Helper()
				d, _ := open(t, path)
				save(t, d, run(7))
				shut(t, d)
			},
			map[string]string{"draft.yaml": text(7), "draft-2.yaml": text(2)},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			wait(t) // each process waits for itself
			path := filepath.Join(t.TempDir(), "draft.yaml")
			d, _ := open(t, path)
			save(t, d, run(1))
			if err := os.Rename(path+disk.LockEnding, path+".gone"); err != nil {
				t.Fatal(err)
			}
			wait(t)
			test.meanwhile(t, path)
			wait(t)
			save(t, d, run(2))
			wantTexts(t, path, test.want)
			if _, err := os.Stat(d.Path() + disk.LockEnding); err != nil {
				t.Error(err)
			}
			shut(t, d)
			wantTexts(t, path, test.want)
		})
	}
}

// TestDiscardLeavesAnothersDraft lets go of a draft whose lock somebody else has taken.
func TestDiscardLeavesAnothersDraft(t *testing.T) {
	path := filepath.Join(t.TempDir(), "draft.yaml")
	d, _ := open(t, path)
	save(t, d, run(1))
	if err := os.Rename(path+disk.LockEnding, path+".gone"); err != nil {
		t.Fatal(err)
	}
	other, _ := open(t, path)
	save(t, other, run(8))
	if err := d.Discard(); err != nil {
		t.Error(err)
	}
	shut(t, other)
	if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, []byte(text(8))) {
		t.Errorf("the other draft is %q, %v", got, err)
	}
}
