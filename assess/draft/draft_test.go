package draft_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/adrg/xdg"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/draft"
	"github.com/coalcheck/coalcheck/pitfalls"
)

var catalogue = pitfalls.English()

// twoAnswers is the text of a draft.
var twoAnswers = string(answersfile.Format(run(2), catalogue))

// run returns an unfinished run after n answers.
func run(n int) *assess.Answers {
	s := assess.NewSession(catalogue, assess.Full)
	s.Answers.Coalition = "Riverside Youth Coalition"
	for i := range n {
		s.At = s.Places()[i%len(s.Places())]
		s.Rate(s.At, assess.Rating(1+i*i%7))
	}
	return s.Draft()
}

func TestPath(t *testing.T) {
	folder := t.TempDir()
	tests := []struct{ name, env, want string }{
		{"the state folder of the platform", "", filepath.Join(xdg.StateHome, "coalcheck", "draft.yaml")},
		{"a folder of one's own", folder, filepath.Join(folder, "coalcheck", "draft.yaml")},
		{"a relative folder counts for nothing", "state", filepath.Join(xdg.StateHome, "coalcheck", "draft.yaml")},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := draft.Path(func(name string) string { return map[string]string{"XDG_STATE_HOME": test.env}[name] })
			if err != nil || got != test.want {
				t.Errorf("got %q, %v; want %q", got, err, test.want)
			}
		})
	}
}

func TestOpenFindsWhatWasSaved(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state", "coalcheck", "draft.yaml")
	d, found := open(t, path)
	if !reflect.DeepEqual(found, draft.Found{}) {
		t.Errorf("found %+v in an empty folder", found)
	}
	for n := range 60 {
		save(t, d, run(n))
	}
	shut(t, d)

	d, found = open(t, path)
	wantRun(t, found, 59)
	shut(t, d)
	if got := names(t, path); !slices.Equal(got, []string{"draft.yaml"}) {
		t.Errorf("the folder holds %v", got)
	}
}

func TestOnlyTheOwnerMayRead(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such modes")
	}
	path := filepath.Join(t.TempDir(), "coalcheck", "draft.yaml")
	d, _ := open(t, path)
	save(t, d, run(1))
	defer shut(t, d)
	for name, want := range map[string]fs.FileMode{path: 0o600, path + ".lock": 0o600, filepath.Dir(path): fs.ModeDir | 0o700} {
		if s, err := os.Stat(name); err != nil || s.Mode() != want {
			t.Errorf("%s has mode %v, %v; want %v", name, s.Mode(), err, want)
		}
	}
}

func TestDamagedDraftIsPutAside(t *testing.T) {
	path := filepath.Join(t.TempDir(), "draft.yaml")
	for i, text := range []string{"", "coalcheck", "\x00\xff", "format: coalcheck/1\npitfalls: {unclear-purpose: {asked"} {
		write(t, path, text)
		d, found := open(t, path)
		if found.Answers != nil || found.Reason == nil {
			t.Errorf("%q: found %+v", text, found)
		}
		if want := filepath.Join(filepath.Dir(path), "draft-damaged-"+string(rune('1'+i))+".yaml"); found.Damaged != want {
			t.Errorf("%q: put aside as %q, want %q", text, found.Damaged, want)
		}
		save(t, d, run(3))
		shut(t, d)
		if got, err := os.ReadFile(found.Damaged); err != nil || string(got) != text {
			t.Errorf("put aside is %q, %v; want %q", got, err, text)
		}
	}
}

// A damaged draft is reported, and the other runs are offered: none takes its place unasked.
func TestDamagedDraftIsNotReplacedByAnother(t *testing.T) {
	for _, test := range []struct {
		name   string
		texts  map[string]string
		others []string
	}{
		{"the first", map[string]string{"draft.yaml": "damaged", "draft-2.yaml": twoAnswers, "draft-3.yaml": twoAnswers}, []string{"draft-2.yaml", "draft-3.yaml"}},
		{"the one that took its place", map[string]string{"draft-2.yaml": "damaged", "draft-3.yaml": twoAnswers}, []string{"draft-3.yaml"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			folder := t.TempDir()
			for name, text := range test.texts {
				write(t, filepath.Join(folder, name), text)
			}
			d, found := open(t, filepath.Join(folder, "draft.yaml"))
			defer shut(t, d)
			var others []string
			for _, other := range found.Others {
				others = append(others, filepath.Base(other))
			}
			if filepath.Base(found.Damaged) != "draft-damaged-1.yaml" || found.Reason == nil || found.Answers != nil || !slices.Equal(others, test.others) {
				t.Errorf("found %+v; want a damaged draft with its reason, and %v on offer", found, test.others)
			}
		})
	}
}

func TestSeparateDraftsAreFoundInTurn(t *testing.T) {
	path := filepath.Join(t.TempDir(), "draft.yaml")
	main, _ := open(t, path)
	var separate []*draft.Draft
	for n := 2; n <= 11; n++ {
		d, err := draft.OpenSeparate(path, catalogue)
		if err != nil {
			t.Fatal(err)
		}
		save(t, d, run(n))
		separate = append(separate, d)
	}
	save(t, main, run(1))
	shut(t, main)
	main, found := open(t, path)
	if len(found.Others) != 0 {
		t.Errorf("offers %v, which are held", found.Others)
	}
	for _, d := range separate {
		shut(t, d)
	}
	shut(t, main)

	for n := 1; n <= 11; n++ {
		d, found := open(t, path)
		wantRun(t, found, n)
		for i, other := range found.Others {
			if want := separate[max(0, n-1)+i].Path(); other != want {
				t.Errorf("run %d: offers %q, want %q", n, other, want)
			}
		}
		if want := 11 - n; len(found.Others) != want {
			t.Errorf("run %d: offers %v, want %d", n, found.Others, want)
		}
		if err := d.Discard(); err != nil {
			t.Fatal(err)
		}
	}
	d, found := open(t, path)
	if found.Answers != nil || found.Others != nil {
		t.Errorf("found %+v after the last", found)
	}
	shut(t, d)
}

func TestSeparateDraftOverwritesNone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "draft.yaml")
	for _, n := range []string{"2", "3", "5"} {
		write(t, filepath.Join(filepath.Dir(path), "draft-"+n+".yaml"), "somebody's answers")
	}
	d, err := draft.OpenSeparate(path, catalogue)
	if err != nil {
		t.Fatal(err)
	}
	defer shut(t, d)
	if got := filepath.Base(d.Path()); got != "draft-4.yaml" {
		t.Errorf("the separate draft is %s, want the first free name", got)
	}
}

func TestOtherFilesAreNotTakenForDrafts(t *testing.T) {
	path := filepath.Join(t.TempDir(), "draft.yaml")
	for _, name := range []string{"draft-2.yaml.new", "draft-02.yaml", "draft--2.yaml", "draft-0.yaml", "draft-damaged-2.yaml", "2.yaml", "draft-2"} {
		write(t, filepath.Join(filepath.Dir(path), name), string(answersfile.Format(run(1), catalogue)))
	}
	d, found := open(t, path)
	defer shut(t, d)
	if found.Answers != nil || found.Others != nil {
		t.Errorf("found %+v", found)
	}
}

func TestOtherDraftIsOpenedByItsPath(t *testing.T) {
	path := filepath.Join(t.TempDir(), "draft.yaml")
	write(t, path, string(answersfile.Format(run(1), catalogue)))
	write(t, filepath.Join(filepath.Dir(path), "draft-4.yaml"), string(answersfile.Format(run(4), catalogue)))
	d, found := open(t, path)
	defer shut(t, d)
	if len(found.Others) != 1 {
		t.Fatalf("offers %v, want one", found.Others)
	}
	other, found := open(t, found.Others[0])
	defer shut(t, other)
	wantRun(t, found, 4)
}

func TestKeepAside(t *testing.T) {
	path := filepath.Join(t.TempDir(), "draft.yaml")
	write(t, path, string(answersfile.Format(run(7), catalogue)))
	busy, err := draft.OpenSeparate(path, catalogue)
	if err != nil {
		t.Fatal(err)
	}
	defer shut(t, busy)

	d, _ := open(t, path)
	aside, err := d.KeepAside()
	if want := filepath.Join(filepath.Dir(path), "draft-3.yaml"); err != nil || aside != want {
		t.Fatalf("kept as %q, %v; want %q, because draft-2.yaml is held", aside, err, want)
	}
	if _, err := d.KeepAside(); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("nothing is left to keep, and the error is %v", err)
	}
	save(t, d, run(1))
	shut(t, d)

	d, found := open(t, path)
	wantRun(t, found, 1)
	if !slices.Equal(found.Others, []string{aside}) {
		t.Errorf("offers %v, want the kept run", found.Others)
	}
	if err := d.Discard(); err != nil {
		t.Fatal(err)
	}
	d, found = open(t, path)
	defer shut(t, d)
	wantRun(t, found, 7)
}

func TestKeepAsideMovesAndDoesNotCopy(t *testing.T) {
	path := filepath.Join(t.TempDir(), "draft.yaml")
	d, _ := open(t, path)
	save(t, d, run(3))
	if _, err := d.KeepAside(); err != nil {
		t.Fatal(err)
	}
	shut(t, d)
	d, found := open(t, path)
	defer shut(t, d)
	wantRun(t, found, 3)
	if len(found.Others) != 0 {
		t.Errorf("offers a second copy %v", found.Others)
	}
}

// TestKeptAsideComesBack leaves a new run before anything was entered: the old one is where it was.
func TestKeptAsideComesBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "draft.yaml")
	write(t, path, string(answersfile.Format(run(3), catalogue)))
	d, _ := open(t, path)
	aside, err := d.KeepAside()
	if err != nil || d.Aside() != aside {
		t.Fatalf("kept as %q, told as %q, %v", aside, d.Aside(), err)
	}
	shut(t, d)
	if _, err := os.Stat(path); err != nil || d.Aside() != "" {
		t.Errorf("the run did not come back: %v, told as %q", err, d.Aside())
	}
}

func TestPutAwayIsNotOfferedAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "draft.yaml")
	for range 2 {
		write(t, path, string(answersfile.Format(run(3), catalogue)))
		d, _ := open(t, path)
		away, err := d.PutAway()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := draft.Peek(away, catalogue); err != nil {
			t.Error(err)
		}
		shut(t, d)
		d, found := open(t, path)
		if found.Answers != nil || len(found.Others) != 0 {
			t.Errorf("found %+v", found)
		}
		shut(t, d)
	}
}

func TestExchange(t *testing.T) {
	path := filepath.Join(t.TempDir(), "draft.yaml")
	write(t, path, string(answersfile.Format(run(1), catalogue)))
	write(t, filepath.Join(filepath.Dir(path), "draft-2.yaml"), string(answersfile.Format(run(2), catalogue)))
	d, found := open(t, path)
	answers, err := d.Exchange(found.Others[0])
	if err != nil {
		t.Fatal(err)
	}
	wantRun(t, draft.Found{Answers: answers}, 2)
	save(t, d, answers)
	shut(t, d)
	d, found = open(t, path)
	wantRun(t, found, 2)
	if len(found.Others) != 1 {
		t.Fatalf("the first run is not offered: %v", found.Others)
	}
	if _, err := d.Exchange(filepath.Join(filepath.Dir(path), "draft-9.yaml")); err == nil {
		t.Error("a draft that is not there")
	}
	shut(t, d)
	d, found = open(t, path)
	defer shut(t, d)
	wantRun(t, found, 2)
}

// An exchange that fails half way leaves everything as it was.
func TestFailedExchangeIsRolledBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "draft.yaml")
	write(t, path, string(answersfile.Format(run(1), catalogue)))
	second := filepath.Join(filepath.Dir(path), "draft-2.yaml")
	write(t, second, twoAnswers)
	d, _ := open(t, path)
	other, _ := open(t, second)
	if _, err := d.Exchange(second); err == nil || !strings.Contains(err.Error(), "somebody else has it now") {
		t.Errorf("exchanged for a draft that is held: %v", err)
	}
	if d.Aside() != "" {
		t.Errorf("the run is back, and told to be in %q", d.Aside())
	}
	for file, n := range map[string]int{path: 1, second: 2} {
		answers, err := draft.Peek(file, catalogue)
		if err != nil {
			t.Fatal(err)
		}
		wantRun(t, draft.Found{Answers: answers}, n)
	}
	shut(t, other)
	shut(t, d)
	d, found := open(t, path)
	defer shut(t, d)
	wantRun(t, found, 1)
}

func TestDiscard(t *testing.T) {
	path := filepath.Join(t.TempDir(), "draft.yaml")
	d, _ := open(t, path)
	if err := d.Discard(); err != nil {
		t.Errorf("discard before the first answer: %v", err)
	}
	d, _ = open(t, path)
	save(t, d, run(1))
	for range 2 {
		if err := d.Discard(); err != nil {
			t.Error(err)
		}
	}
	shut(t, d)
	if err := d.Save(run(2)); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("saved after Discard: %v", err)
	}
	if got := names(t, path); !slices.Equal(got, nil) {
		t.Errorf("the folder holds %v", got)
	}
}

func TestFailingSaveKeepsTheFormerDraft(t *testing.T) {
	tests := []struct {
		name string
		// spoil makes saving fail, and the function that it returns mends that.
		spoil func(t *testing.T, path string) func()
	}{
		{"the folder is away", moveFolderAway},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "coalcheck", "draft.yaml")
			d, _ := open(t, path)
			t.Cleanup(func() { _ = d.Close() }) // where the test is skipped, the file of the lock is still open
			save(t, d, run(5))
			mend := test.spoil(t, path)
			err := d.Save(run(6))
			if err == nil || !strings.HasPrefix(err.Error(), "save the draft: ") {
				t.Errorf("the error is %v", err)
			}
			mend()
			former, err := os.ReadFile(path)
			if want := answersfile.Format(run(5), catalogue); err != nil || !slices.Equal(former, want) {
				t.Errorf("the former draft is %q, %v", former, err)
			}

			// Leaving tries again.
			shut(t, d)
			d, found := open(t, path)
			defer shut(t, d)
			wantRun(t, found, 6)
		})
	}
}

func moveFolderAway(t *testing.T, path string) func() {
	t.Helper()
	folder := filepath.Dir(path)
	if err := os.Rename(folder, folder+"-away"); err != nil && runtime.GOOS == "windows" {
		t.Skip("Windows moves no folder in which a file is open")
	} else if err != nil {
		t.Fatal(err)
	}
	return func() {
		if err := os.Rename(folder+"-away", folder); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOpenWhereNoFolderCanBe(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	write(t, file, "")
	path := filepath.Join(file, "coalcheck", "draft.yaml")
	if _, _, err := draft.Open(path, catalogue); err == nil || held(err) {
		t.Errorf("Open: %v", err)
	}
	if _, err := draft.OpenSeparate(path, catalogue); err == nil || held(err) {
		t.Errorf("OpenSeparate: %v", err)
	}
}

func BenchmarkSave(b *testing.B) {
	d, _, err := draft.Open(filepath.Join(b.TempDir(), "draft.yaml"), catalogue)
	if err != nil {
		b.Fatal(err)
	}
	a := run(50)
	for b.Loop() {
		if err := d.Save(a); err != nil {
			b.Fatal(err)
		}
	}
}

func open(t *testing.T, path string) (*draft.Draft, draft.Found) {
	t.Helper()
	d, found, err := draft.Open(path, catalogue)
	if err != nil {
		t.Fatal(err)
	}
	return d, found
}

func save(t *testing.T, d *draft.Draft, a *assess.Answers) {
	t.Helper()
	if err := d.Save(a); err != nil {
		t.Fatal(err)
	}
}

func shut(t *testing.T, d *draft.Draft) {
	t.Helper()
	if err := d.Close(); err != nil {
		t.Error(err)
	}
}

func wantRun(t *testing.T, found draft.Found, n int) {
	t.Helper()
	if got, want := found.Answers, run(n); !reflect.DeepEqual(got, want) {
		if got == nil {
			got = &assess.Answers{}
		}
		t.Errorf("found\n%s\nwant\n%s", answersfile.Format(got, catalogue), answersfile.Format(want, catalogue))
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func held(err error) bool {
	_, ok := errors.AsType[*draft.HeldError](err)
	return ok
}

// names returns what stands in the folder of path.
func names(t *testing.T, path string) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}
