package sheets

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/collect"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/draft"
	"github.com/coalcheck/coalcheck/pitfalls"
)

var catalogue = pitfalls.English()

// options keys into a folder in a temporary one, with drafts beside it.
func options(folder string) Options {
	to := filepath.Join(folder, "spring")
	return Options{
		Catalogue: catalogue, Folder: to, Draft: filepath.Join(folder, "state", "draft.yaml"), Coalition: "Riverside",
		Depth: new(assess.Quick),
		There: func() []collect.Arrival { return there(to) },
		Write: func(a *collect.Arrival) error {
			path, err := disk.Prepare(filepath.Join(to, a.FileName()))
			if err != nil {
				return err
			}
			path = disk.Free(path)
			a.Written = filepath.Base(path)
			return disk.Write(path, a.Text, disk.Options{Private: true})
		},
	}
}

func there(folder string) []collect.Arrival {
	names, _ := filepath.Glob(filepath.Join(folder, "*.yaml"))
	var all []collect.Arrival
	for _, name := range names {
		text, _ := os.ReadFile(name)
		a, err := answersfile.Read(name, text, catalogue)
		all = append(all, collect.Arrival{Source: filepath.Base(name), Answers: a, Err: err})
	}
	return all
}

func opened(t rapid.TB, o Options) *Run {
	t.Helper()
	r, err := Open(o)
	if err != nil {
		t.Fatal(err)
	}
	r.Begin("", assess.Quick)
	return r
}

// fill keys a line and keeps it.
func fill(t rapid.TB, r *Run, line string) {
	t.Helper()
	l, err := collect.ReadLine(line, r.Sheet.Statements())
	if err != nil {
		t.Fatal(err)
	}
	r.Sheet.Fill(l)
	r.Keep()
}

const (
	one = "12345dn-112345dn-112 m"
	two = "22222222222222222222"
)

// holds checks that a file of the folder holds a line.
func holds(t *testing.T, o Options, name, line string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(o.Folder, name))
	if err != nil {
		t.Fatal(err)
	}
	a, err := answersfile.Read(name, text, catalogue)
	if err != nil {
		t.Fatal(err)
	}
	l, err := collect.ReadLine(line, 20)
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range (assess.Questionnaire{Catalogue: catalogue, Depth: assess.Quick}).Places() {
		if got := a.At(p).Rating(); got != l.Ratings[i] {
			t.Errorf("%s: answer %d is %v", name, i+1, got)
		}
	}
	if a.Role != l.Role {
		t.Errorf("%s: the role is %q", name, a.Role)
	}
}

func TestSheetsAreNumberedAndWritten(t *testing.T) {
	o := options(t.TempDir())
	r := opened(t, o)
	for _, line := range []string{one, two} {
		fill(t, r, line)
		if _, err := r.Finish(); err != nil {
			t.Fatal(err)
		}
	}
	if r.Sheet.Number != 3 || r.Half() != 0 || len(r.Written) != 2 || r.Written[1].Written != "riverside-sheet-2.yaml" {
		t.Errorf("sheet %d, half %d, %+v", r.Sheet.Number, r.Half(), r.Written)
	}
	holds(t, o, "riverside-sheet-1.yaml", one)
	holds(t, o, "riverside-sheet-2.yaml", two)
	if info, err := os.Stat(filepath.Join(o.Folder, "riverside-sheet-1.yaml")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(o.Draft), "*")); len(left) > 0 {
		t.Errorf("left are %q", left)
	}
	if again := opened(t, o); again.Sheet.Number != 3 || again.Resumed || again.Coalition != "Riverside" {
		t.Errorf("then comes %+v", again.Sheet)
	}
}

// A sheet that is half keyed is there again with every key, after leaving and after a crash.
func TestHalfKeyedSheetGoesOn(t *testing.T) {
	for _, crash := range []bool{false, true} {
		o := options(t.TempDir())
		r := opened(t, o)
		r.Sheet.Key(4)
		r.Sheet.Key(assess.Unanswered)
		r.Sheet.Answers.Topics[0].Note = "Hm."
		r.Keep()
		if r.Half() != 1 {
			t.Fatal("it is not half keyed")
		}
		if crash {
			r.draft = abandoned(t, r.draft)
		} else if err := r.Close(); err != nil {
			t.Fatal(err)
		}
		o.Depth, o.Coalition = nil, ""
		again, err := Open(o)
		if err != nil {
			t.Fatal(err)
		}
		if again.AsksDepth || again.AsksCoalition || again.Half() != 1 {
			t.Errorf("it asks %t, %t, and %d is half keyed", again.AsksDepth, again.AsksCoalition, again.Half())
		}
		again.Begin("", assess.Full)
		s := again.Sheet
		if !again.Resumed || s.Number != 1 || s.Keyed() != 2 || s.At() != 2 || s.Rating(0) != 4 || s.Answers.Topics[0].Note != "Hm." || s.Answers.Coalition != "Riverside" {
			t.Errorf("it goes on with %+v", s)
		}
	}
}

// abandoned lets go of the lock of a draft as the end of a process does, and leaves the draft as it is.
func abandoned(t *testing.T, d *draft.Draft) *draft.Draft {
	t.Helper()
	text, err := os.ReadFile(d.Path())
	if err == nil {
		err = d.Close()
	}
	if err == nil {
		err = os.WriteFile(d.Path(), text, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return nil
}

// A sheet whose file was written just before the end is not keyed twice.
func TestSheetThatIsWrittenIsNotKeptAsHalf(t *testing.T) {
	o := options(t.TempDir())
	r := opened(t, o)
	fill(t, r, one)
	text, err := os.ReadFile(r.draft.Path())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Finish(); err != nil {
		t.Fatal(err)
	}
	path := r.draft.Path()
	if err := errors.Join(r.Close(), os.WriteFile(path, text, 0o600)); err != nil {
		t.Fatal(err)
	}
	if again := opened(t, o); again.Sheet.Number != 2 || again.Resumed {
		t.Errorf("it goes on with %+v", again.Sheet)
	}
}

// Where another sheet has got the number meanwhile, the sheet gets the next one, and that is said.
func TestNumberIsTaken(t *testing.T) {
	o := options(t.TempDir())
	other := options(t.TempDir())
	other.Folder, other.There, other.Write = o.Folder, o.There, o.Write
	r, theirs := opened(t, o), opened(t, other)
	fill(t, r, one)
	fill(t, theirs, two)
	if _, err := theirs.Finish(); err != nil {
		t.Fatal(err)
	}
	_, err := r.Finish()
	if taken, ok := errors.AsType[*TakenError](err); !ok || taken.Was != 1 || taken.Now != 2 {
		t.Fatalf("%v", err)
	}
	if _, err := r.Finish(); err != nil {
		t.Fatal(err)
	}
	holds(t, o, "riverside-sheet-1.yaml", two)
	holds(t, o, "riverside-sheet-2.yaml", one)

	if err := theirs.Close(); err != nil {
		t.Fatal(err)
	}
	half := opened(t, other)
	half.Sheet.Key(3)
	half.Keep()
	if err := half.Close(); err != nil {
		t.Fatal(err)
	}
	fill(t, r, two)
	if _, err := r.Finish(); err != nil {
		t.Fatal(err)
	}
	if again := opened(t, other); again.Former != 3 || again.Sheet.Number != 4 || again.Sheet.Answers.Respondent != "Sheet 4" {
		t.Errorf("it goes on with %d, which was %d", again.Sheet.Number, again.Former)
	}
}

func TestOneFolderOneKeying(t *testing.T) {
	o := options(t.TempDir())
	r := opened(t, o)
	if _, err := Open(o); err == nil {
		t.Error("it is opened twice")
	} else if _, held := errors.AsType[*draft.HeldError](err); !held {
		t.Error(err)
	}
	elsewhere := o
	elsewhere.Folder = filepath.Join(filepath.Dir(o.Folder), "autumn")
	if _, err := Open(elsewhere); err != nil {
		t.Error(err)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
}

func TestDepths(t *testing.T) {
	o := options(t.TempDir())
	r := opened(t, o)
	fill(t, r, one)
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	o.Depth = new(assess.Full)
	full := opened(t, o)
	if full.Aside == "" || full.Sheet.Statements() != 50 || full.Resumed {
		t.Errorf("the quick sheet is in %q, and there is one of %d", full.Aside, full.Sheet.Statements())
	}
	full.Sheet.Key(3)
	if _, err := full.Finish(); err != nil {
		t.Fatal(err)
	}
	if err := full.Close(); err != nil {
		t.Fatal(err)
	}
	o.Depth = new(assess.Quick)
	if _, err := Open(o); !errors.Is(err, collect.ErrDepth) {
		t.Errorf("%v", err)
	}
	o.Depth, o.Coalition = nil, ""
	if again, err := Open(o); err != nil || again.AsksDepth || again.AsksCoalition || again.Coalition != "Riverside" {
		t.Errorf("it asks: %+v, %v", again, err)
	}
}

// Whoever has left the name empty is not asked again while the sheet is half keyed.
func TestAsksForTheNameOnce(t *testing.T) {
	o := options(t.TempDir())
	o.Coalition = ""
	r := opened(t, o)
	r.Sheet.Key(4)
	r.Keep()
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	if again, err := Open(o); err != nil || again.AsksCoalition {
		t.Errorf("it asks: %+v, %v", again, err)
	}
}

func TestAsksWhatNothingSays(t *testing.T) {
	o := options(t.TempDir())
	o.Depth, o.Coalition = nil, ""
	r, err := Open(o)
	if err != nil || !r.AsksDepth || !r.AsksCoalition {
		t.Fatalf("%+v, %v", r, err)
	}
	r.Begin("Elm Street", assess.Full)
	if r.Sheet.Answers.Coalition != "Elm Street" || r.Sheet.Statements() != 50 {
		t.Errorf("it begins with %+v", r.Sheet)
	}
}

// Without a draft, and where a file cannot be written, the sheet is still there.
func TestDiskRefuses(t *testing.T) {
	o := options(t.TempDir())
	o.Draft = ""
	refuse := true
	write := o.Write
	o.Write = func(a *collect.Arrival) error {
		if refuse {
			return fs.ErrPermission
		}
		return errors.Join(write(a), disk.ErrUnconfirmed)
	}
	r := opened(t, o)
	fill(t, r, one)
	if _, err := r.Finish(); !errors.Is(err, fs.ErrPermission) || r.Half() != 1 || r.Close() == nil {
		t.Errorf("%v, half %d, kept %v", err, r.Half(), r.Close())
	}
	refuse = false
	if _, err := r.Finish(); err != nil || !r.Unconfirmed || r.Half() != 0 || r.Close() != nil {
		t.Errorf("%v, %t, half %d", err, r.Unconfirmed, r.Half())
	}
	holds(t, o, "riverside-sheet-1.yaml", one)
}

// Whatever is keyed, moved and taken back: the sheet holds the last key of each statement, and its draft holds the same.
func TestSheetHoldsWhatIsKeyed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := rapid.SampledFrom([]assess.Depth{assess.Quick, assess.Full}).Draw(t, "depth")
		s := NewSheet(catalogue, d, 7, "Riverside")
		want, at := []assess.Rating{}, 0
		for range rapid.IntRange(0, 150).Draw(t, "keys") {
			switch rapid.IntRange(0, 9).Draw(t, "key") {
			case 0:
				to := rapid.IntRange(-1, 51).Draw(t, "to")
				s.Move(to)
				at = min(max(to, 0), len(want))
			case 1:
				s.TakeBack()
				if at > 0 && at == len(want) {
					want = want[:at-1]
				}
				at = max(at-1, 0)
			default:
				r := assess.Rating(rapid.IntRange(0, int(assess.NotApplicable)).Draw(t, "rating"))
				s.Key(r)
				if at == s.Statements() {
					break
				}
				if at == len(want) {
					want = append(want, 0)
				}
				want[at] = r
				at++
			}
			if s.At() != at || s.Keyed() != len(want) || s.AtRole() != (at == s.Statements()) || s.Whole() != (len(want) == s.Statements()) {
				t.Fatalf("at %d of %d, want %d of %d", s.At(), s.Keyed(), at, len(want))
			}
		}
		text := answersfile.Format(s.draft(), catalogue)
		kept, err := answersfile.Read("draft", text, catalogue)
		if err != nil {
			t.Fatal(err)
		}
		for _, sheet := range []*Sheet{s, resume(kept, catalogue)} {
			if sheet.Number != 7 || sheet.Keyed() != len(want) || sheet.Depth != d || sheet.Untouched() != (len(want) == 0) {
				t.Fatalf("it is kept as %+v:\n%s", sheet, text)
			}
			for i := range sheet.Statements() {
				r := assess.Unanswered
				if i < len(want) {
					r = want[i]
				}
				if sheet.Rating(i) != r {
					t.Fatalf("statement %d is %v, want %v", i+1, sheet.Rating(i), r)
				}
			}
		}
	})
}

func TestTakeBackTakesTheRoleFirst(t *testing.T) {
	s := NewSheet(catalogue, assess.Quick, 1, "")
	s.LeaveOpen()
	s.SetRole(assess.Staff)
	if s.TakeBack(); s.Answers.Role != "" || !s.AtRole() {
		t.Errorf("role %q at %d", s.Answers.Role, s.At())
	}
	if s.TakeBack(); s.At() != 19 || s.Whole() {
		t.Errorf("at %d", s.At())
	}
}

func TestResumeOnlySheets(t *testing.T) {
	a := assess.New(catalogue)
	a.Respondent = "Ana"
	a.Draft = &assess.Draft{}
	b := assess.New(catalogue)
	b.Respondent = "Sheet 1"
	if resume(a, catalogue) != nil || resume(b, catalogue) != nil {
		t.Error("these are no half keyed sheets")
	}
	if !strings.HasPrefix(collect.SheetName(1), b.Respondent) {
		t.Error("the name of a sheet has changed")
	}
}

// No sheet is keyed beside one that cannot be read, because nothing says which one that is.
func TestUnreadableSheet(t *testing.T) {
	o := options(t.TempDir())
	put(t, o, "riverside-sheet-2.yaml", "respondent: Sheet 2\npitfalls: {overcommitted: 9}\n")
	_, err := Open(o)
	if unread, ok := errors.AsType[*UnreadableError](err); !ok || unread.File != "riverside-sheet-2.yaml" {
		t.Errorf("%v", err)
	}
	put(t, o, "riverside-sheet-2.yaml", "respondent: Sheet 2\npitfalls: {overcommitted: 5}\n")
	put(t, o, "riverside-member.yaml", "role: nobody\n") // which is no sheet
	if r := opened(t, o); r.Sheet.Number != 3 {
		t.Errorf("sheet %d", r.Sheet.Number)
	}
}

// A number is given once, under whatever name its file is, and also where that became unreadable meanwhile.
func TestNumberOfAnotherFile(t *testing.T) {
	for _, text := range []string{"respondent: Sheet 1\n", "respondent: Sheet 1\nrole: nobody\n"} {
		o := options(t.TempDir())
		r := opened(t, o)
		fill(t, r, one)
		put(t, o, "elm-street-sheet-1.yaml", text)
		_, err := r.Finish()
		if taken, ok := errors.AsType[*TakenError](err); !ok || taken.Was != 1 || taken.Now != 2 {
			t.Errorf("%v", err)
		}
		if a, err := r.Finish(); err != nil || a.Written != "riverside-sheet-2.yaml" || r.Sheet.Number != 3 {
			t.Errorf("%+v, %v, and then sheet %d", a, err, r.Sheet.Number)
		}
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	}
}

// A number that was passed over stays free, and can be given later.
func TestNumberStaysFree(t *testing.T) {
	o := options(t.TempDir())
	r := opened(t, o)
	r.Sheet.Answers.Topics[0].Note = "Hm."
	r.Pass()
	if r.Sheet.Number != 2 || !r.Sheet.Untouched() {
		t.Errorf("then comes %+v", r.Sheet)
	}
	fill(t, r, one)
	if _, err := r.Finish(); err != nil || r.Sheet.Number != 3 {
		t.Errorf("%v, and then sheet %d", err, r.Sheet.Number)
	}
	if r.Renumber(2) || !r.Renumber(1) {
		t.Error("2 is free, or 1 is not")
	}
	fill(t, r, two)
	if a, err := r.Finish(); err != nil || a.Written != "riverside-sheet-1.yaml" || r.Sheet.Number != 3 {
		t.Errorf("%+v, %v, and then sheet %d", a, err, r.Sheet.Number)
	}
}
