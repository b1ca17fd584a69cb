package interview_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/score"
)

// planned opens a run in the current folder that has come to its plan, of a coalition in which one thing goes wrong.
func planned(f *folder, change func(*interview.Options)) *interview.Run {
	f.Helper()
	r := f.open(func(o *interview.Options) {
		quick(o)
		o.New = true
		o.Page = func(r *score.Result) ([]byte, error) { return []byte("page of " + r.Group.Coalition), nil }
		o.Calendar = func(p *planfile.Plan) ([]byte, error) { return []byte("review on " + p.Review), nil }
		if change != nil {
			change(o)
		}
	})
	r.WriteFile = f.onDisk(r)
	r.Begin()
	r.Session.Answers.Coalition, r.Session.Answers.Respondent = "Riverside", "Ana"
	rate(r, 5)
	r.Planned = true
	return r
}

// takeAll writes everything, and returns why each thing was not written that was to be.
func takeAll(r *interview.Run, all []interview.Thing) map[interview.Kind]error {
	failed := map[interview.Kind]error{}
	for _, took := range r.TakeAll(slices.Clone(all), false) {
		if !r.Taken(&all[took.At], took.Path, took.Err) {
			failed[all[took.At].Kind] = took.Err
		}
	}
	return failed
}

func TestTakeAway(t *testing.T) {
	dated := &planfile.Plan{Steps: []planfile.Step{{Actions: []planfile.Action{{Do: "Ask.", Due: "2026-12-24"}}}}}
	const answers = "answers riverside-ana-2026-11-21.yaml"
	for _, test := range []struct {
		name   string
		change func(*interview.Options)
		setup  func(*interview.Run)
		want   string
	}{
		{"everything", nil, nil, answers + ", page riverside-2026-11-21.html, plan riverside-plan-2026-11-21.yaml, (calendar riverside-plan-2026-11-21.ics)"},
		{
			"a plan with days", nil, func(r *interview.Run) { r.Plan = dated },
			answers + ", page riverside-2026-11-21.html, plan riverside-plan-2026-11-21.yaml, calendar riverside-plan-2026-11-21.ics",
		},
		{
			"a plan without actions and days", nil, func(r *interview.Run) { r.Plan = &planfile.Plan{} },
			answers + ", page riverside-2026-11-21.html, (plan riverside-plan-2026-11-21.yaml)",
		},
		{
			"a report that goes to a file", func(o *interview.Options) { o.Report.Path = "/reports/plan.md" }, nil,
			answers + ", plan riverside-plan-2026-11-21.yaml, (calendar riverside-plan-2026-11-21.ics)",
		},
		{
			"a report on the screen", func(o *interview.Options) { o.Report.Path, o.Page = "-", nil }, nil,
			answers + ", plan riverside-plan-2026-11-21.yaml, (calendar riverside-plan-2026-11-21.ics)",
		},
		{
			"a name for the answers", func(o *interview.Options) { o.SaveTo = "here/mine.yaml" }, nil,
			"given answers here/mine.yaml, page here/riverside-2026-11-21.html, plan here/riverside-plan-2026-11-21.yaml, (calendar here/riverside-plan-2026-11-21.ics)",
		},
		{
			"a folder for the answers", func(o *interview.Options) { o.SaveTo, o.Page, o.Calendar = "here/", nil, nil }, nil,
			"given answers here/riverside-ana-2026-11-21.yaml, plan here/riverside-plan-2026-11-21.yaml",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			r := planned(newFolder(t), test.change)
			if test.setup != nil {
				test.setup(r)
			}
			var got []string
			for _, thing := range r.TakeAway(nil) {
				text := map[interview.Kind]string{interview.Answers: "answers", interview.Page: "page", interview.PlanFile: "plan", interview.Calendar: "calendar"}[thing.Kind]
				text += " " + filepath.ToSlash(thing.Name)
				if thing.Given {
					text = "given " + text
				}
				if !thing.On {
					text = "(" + text + ")"
				}
				got = append(got, text)
			}
			if all := strings.Join(got, ", "); all != test.want {
				t.Errorf("got  %s\nwant %s", all, test.want)
			}
		})
	}
}

// TestTakenFiles writes everything to the disk, twice: nothing is replaced.
func TestTakenFiles(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, suffix := range []string{"", "-2"} {
		r := planned(newFolder(t), nil)
		all := r.TakeAway(nil)
		all[3].On = true
		// Somebody may take the names after they were offered.
		if suffix == "" {
			all = r.TakeAway(all)
		}
		if failed := takeAll(r, all); len(failed) > 0 {
			t.Fatal(failed)
		}
		want := []interview.Taken{
			{Kind: interview.Page, Path: "riverside-2026-11-21" + suffix + ".html"},
			{Kind: interview.PlanFile, Path: "riverside-plan-2026-11-21" + suffix + ".yaml"},
			{Kind: interview.Calendar, Path: "riverside-plan-2026-11-21" + suffix + ".ics"},
		}
		e := r.Close()
		if !slices.Equal(e.Taken, want) || e.Saved != "riverside-ana-2026-11-21"+suffix+".yaml" {
			t.Fatalf("ending %+v", e)
		}
		text, err := os.ReadFile(e.Taken[1].Path)
		plan, wrong := planfile.Read("plan", text, catalogue)
		if err != nil || wrong != nil || plan.Coalition != "Riverside" || len(plan.Actions()) == 0 {
			t.Errorf("the plan file: %v, %v\n%s", err, wrong, text)
		}
		if page, _ := os.ReadFile(e.Taken[0].Path); string(page) != "page of Riverside" {
			t.Errorf("the page is %q", page)
		}
		if calendar, _ := os.ReadFile(e.Taken[2].Path); string(calendar) != "review on 2027-02-21" {
			t.Errorf("the calendar is %q", calendar)
		}
	}
}

func TestRename(t *testing.T) {
	t.Chdir(t.TempDir())
	f := newFolder(t)
	f.write("there.yaml", assess.New(catalogue))
	f.write("there.html", assess.New(catalogue))
	if err := os.Mkdir("folder", 0o700); err != nil {
		t.Fatal(err)
	}
	const answers, page, plan, calendar = 0, 1, 2, 3
	for _, test := range []struct {
		at                int
		typed, path, name string
		exists            bool
	}{
		{at: page, typed: "board", path: "board.html", name: "board.html"},
		{at: page, typed: "Board.HTM", path: "Board.HTM", name: "Board.HTM"},
		{at: page, typed: "board.docx", path: "board.docx.html", name: "board.docx.html"},
		{at: page, typed: "'our board'", path: "our board.html", name: "our board.html"},
		{at: page, typed: " ", path: "", name: "riverside-2026-11-21.html"},
		{at: page, typed: "there", path: "there.html", name: "there-2.html", exists: true},
		{at: page, typed: "folder", path: "folder/riverside-2026-11-21.html", name: "folder/riverside-2026-11-21.html"},
		{at: plan, typed: "plan.json", path: "plan.json", name: "plan.json"},
		{at: plan, typed: "there", path: "there.yaml", name: "there-2.yaml", exists: true},
		{at: calendar, typed: "days", path: "days.ics", name: "days.ics"},
		{at: answers, typed: "there", path: "there.yaml", name: "there-2.yaml", exists: true},
		{at: answers, typed: "folder/mine", path: "folder/mine.yaml", name: "folder/mine.yaml"},
	} {
		r := planned(f, nil)
		all := r.TakeAway(nil)
		path, err := r.Rename(all, test.at, test.typed)
		if filepath.ToSlash(path) != test.path || filepath.ToSlash(all[test.at].Name) != test.name || errors.Is(err, fs.ErrExist) != test.exists {
			t.Errorf("%s: path %s, name %s, error %v", test.typed, path, all[test.at].Name, err)
		}
		if test.at == calendar && !all[calendar].On {
			t.Error("what has got a name is not written")
		}
		// What nobody has named goes beside the answers.
		if beside := filepath.Dir(all[plan].Name); test.at == answers && beside != filepath.Dir(all[answers].Name) {
			t.Errorf("the plan goes to %s", beside)
		}
		again := r.TakeAway(all)
		for i := range all {
			if again[i].Name != all[i].Name || again[i].On != all[i].On {
				t.Errorf("%s: asked again, %+v becomes %+v", test.typed, all[i], again[i])
			}
		}
		if err := r.Keeper.Discard(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestEachFailsByItself lets one thing fail. Without the answers nothing is written; without anything else, all the rest is.
func TestEachFailsByItself(t *testing.T) {
	for _, fails := range []interview.Kind{interview.Answers, interview.Page, interview.PlanFile, interview.Calendar} {
		t.Chdir(t.TempDir())
		r := planned(newFolder(t), nil)
		all := r.TakeAway(nil)
		all[3].On = true
		if _, err := r.Rename(all, int(fails), "nowhere/"); err != nil {
			t.Fatal(err)
		}
		failed := takeAll(r, all)
		if len(failed) != 1 || !errors.Is(failed[fails], fs.ErrNotExist) {
			t.Errorf("%d: failed %v", fails, failed)
		}
		entries, err := os.ReadDir(".")
		if err != nil {
			t.Fatal(err)
		}
		want := 3
		if fails == interview.Answers {
			want = 0
		}
		if len(entries) != want {
			t.Errorf("%d: the folder holds %v", fails, entries)
		}
		if _, err := r.Rename(all, int(fails), "here"); err != nil {
			t.Fatal(err)
		}
		if failed := takeAll(r, all); len(failed) > 0 {
			t.Errorf("%d: then failed %v", fails, failed)
		}
		if entries, _ = os.ReadDir("."); len(entries) != 4 {
			t.Errorf("%d: the folder then holds %v", fails, entries)
		}
		r.Close()
	}
}

// TestNothingReplacesAnother gives two things the same name, and one the name of the answers that are edited.
func TestNothingReplacesAnother(t *testing.T) {
	t.Chdir(t.TempDir())
	r := planned(newFolder(t), nil)
	all := r.TakeAway(nil)
	for _, i := range []int{0, 2} {
		if _, err := r.Rename(all, i, "same.yaml"); err != nil {
			t.Fatal(err)
		}
	}
	if failed := takeAll(r, all); len(failed) != 1 || !errors.Is(failed[interview.PlanFile], fs.ErrExist) || all[2].Name != "same-2.yaml" {
		t.Errorf("failed %v, and the plan would go to %s", failed, all[2].Name)
	}
	if failed := takeAll(r, all); len(failed) > 0 || r.Saved != "same.yaml" {
		t.Errorf("then failed %v, saved %s", failed, r.Saved)
	}
}
