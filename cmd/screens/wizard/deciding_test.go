package wizard

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// deciders is a driver whose plan files are in a folder of their own, at the plan.
func deciders(t *testing.T) (d *driver, folder string) {
	t.Helper()
	folder = t.TempDir()
	d = newDriver(t, quick, func(o *Options) {
		o.Today = time.Date(2026, time.November, 26, 0, 0, 0, 0, time.UTC)
		o.PlanFile = plansIn(t, folder)
	})
	t.Cleanup(d.wiz.closePlan)
	d.press("enter", riverside, "enter", "enter", "enter", "pass").press(tenTwice("4")...)
	for d.at() != "plan" {
		d.press("enter")
	}
	return d, folder
}

// plansIn opens plan files in a folder.
func plansIn(t *testing.T, folder string) func(name, before string) (*planfile.File, *planfile.Plan) {
	t.Helper()
	return func(name, before string) (*planfile.File, *planfile.Plan) {
		if before == "" {
			return planfile.New(filepath.Join(folder, filepath.Base(name)), pitfalls.English()), nil
		}
		text, err := os.ReadFile(before)
		if err != nil {
			t.Fatal(err)
		}
		plan, err := planfile.Read(before, text, pitfalls.English())
		if err != nil {
			t.Fatal(err)
		}
		return planfile.Open(before, text, plan, pitfalls.English(), ""), plan
	}
}

// planIn returns the one plan file in a folder, or "".
func planIn(t *testing.T, folder string) string {
	t.Helper()
	files, err := filepath.Glob(folder + "/*.yaml")
	if err != nil || len(files) > 1 {
		t.Fatalf("%q, %v", files, err)
	}
	if len(files) == 0 {
		return ""
	}
	text, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestWhoDoesWhatComesAfterThePlan(t *testing.T) {
	d, folder := deciders(t)
	d.shows(t, "Enter who does what")
	d.press("enter")
	golden.RequireEqual(t, d.screen()+"\n")
	if planIn(t, folder) != "" {
		t.Error("a file is made before anything is decided")
	}
	d.press("enter", "Ana", "enter", "10 dec", "enter")
	if text := planIn(t, folder); !strings.Contains(text, "owner: Ana") || !strings.Contains(text, "due: 2026-12-10") {
		t.Errorf("the file is\n%s", text)
	}
	d.press("right")
	d.shows(t, "To take away", "saved")
	d.press("enter")
	d.wiz.run.Keeper = nil
	ending := d.wiz.run.Close()
	if !d.quit || ending.Saved == "" || len(ending.Taken) != 3 {
		t.Fatalf("left %t, %+v", d.quit, ending)
	}
	for _, taken := range ending.Taken {
		if taken.Kind == interview.PlanFile && filepath.Base(taken.Path) != "riverside-youth-coalition-plan-2026-11-21.yaml" {
			t.Errorf("the plan file is %s", taken.Path)
		}
	}
}

// TestChangedAnswersChangeThePlan goes back to the answers after something was decided.
func TestChangedAnswersChangeThePlan(t *testing.T) {
	d, folder := deciders(t)
	d.press("enter", "enter", "Ana", "esc", "left", "r")
	for d.at() != "review" {
		d.press("left")
	}
	before := len(d.wiz.deciding.Table.Plan().Actions())
	d.press("home", "enter", strings.Repeat("1", 10), "r", "end")
	for d.at() != "plan" {
		d.press("enter")
	}
	d.press("enter")
	if text := planIn(t, folder); d.at() != "screen" || !strings.Contains(text, "owner: Ana") {
		t.Errorf("%s; %d actions before, and now\n%s", d.at(), before, text)
	}
}

// TestLeavingTheTableKeepsIt leaves in the middle of a name.
func TestLeavingTheTableKeepsIt(t *testing.T) {
	d, folder := deciders(t)
	d.press("enter", "enter", "Ana", "ctrl+c")
	d.wiz.closePlan()
	if text := planIn(t, folder); !d.quit || !strings.Contains(text, "owner: Ana") {
		t.Errorf("left %t, with\n%s", d.quit, text)
	}
	d.wiz.run.Keeper = nil
	if taken := d.wiz.run.Close().Taken; len(taken) != 1 || taken[0].Kind != interview.PlanFile {
		t.Errorf("taken: %+v", taken)
	}
}

// TestGoingOnOpensThePlanAgain leaves in the table, and goes on.
func TestGoingOnOpensThePlanAgain(t *testing.T) {
	d, folder := deciders(t)
	d.press("enter", "enter", "Ana", "enter", "10 dec", "enter", "ctrl+c")
	d.wiz.closePlan()
	again := newDriver(t, quick, func(o *Options) {
		o.Today = time.Date(2026, time.November, 27, 0, 0, 0, 0, time.UTC)
		o.PlanFile = plansIn(t, folder)
		o.Run.Offer.Found = d.draft.last
	})
	t.Cleanup(again.wiz.closePlan)
	again.press("enter")
	for range 9 {
		if again.at() == "plan" {
			break
		}
		again.press("end", "enter")
	}
	again.press("enter")
	again.shows(t, "Who does what", "Ana", "10 Dec")
	again.press("space", "right")
	again.shows(t, "To take away", "[x] The plan file")
	if text := planIn(t, folder); !strings.Contains(text, "owner: Ana") || !strings.Contains(text, "done: 2026-11-27") {
		t.Errorf("%s", text)
	}
}

// TestChangedFileAsksForNoNewPlan edits answers, of which a plan may be there.
func TestChangedFileAsksForNoNewPlan(t *testing.T) {
	d := newDriver(t, func(o *Options) {
		o.Run.Edit = unfinished()
		o.PlanFile = func(string, string) (*planfile.File, *planfile.Plan) { panic("a plan file") }
	})
	for range 9 {
		if d.at() == "plan" {
			break
		}
		d.press("end", "enter")
	}
	d.shows(t, "Enter take away")
	d.press("enter")
	d.shows(t, "To take away")
}

func TestNothingDecidedIsTakenAwayAsProposed(t *testing.T) {
	d, folder := deciders(t)
	d.press("enter", "right")
	d.shows(t, "To take away", "[x] The plan file")
	if planIn(t, folder) != "" {
		t.Errorf("a file is made:\n%s", d.screen())
	}
	d.press("esc")
	d.shows(t, "Who does what")
	d.press("esc")
	d.shows(t, "THE PLAN")
}

// nowhere is a driver at the table whose plan files cannot be written, once something is decided.
func nowhere(t *testing.T) *driver {
	t.Helper()
	d, _ := deciders(t)
	d.wiz.opts.PlanFile = plansIn(t, filepath.Join(t.TempDir(), "no folder"))
	return d.press("enter", "enter", "Ana", "enter", "10 dec", "enter")
}

func TestPlanThatCannotBeWrittenGetsAnotherPlace(t *testing.T) {
	for _, leave := range []string{"q", "ctrl+c"} {
		d := nowhere(t)
		d.shows(t, "Not on disk")
		d.press(leave)
		if d.quit {
			t.Fatalf("%s leaves without a word", leave)
		}
		d.shows(t, "Your plan is not on disk. Where else may it go?", "[x] The plan file")
		d.press("enter")
		d.wiz.closePlan()
		d.wiz.run.Keeper = nil
		ending := d.wiz.run.Close()
		written := ""
		for _, taken := range ending.Taken {
			if taken.Kind == interview.PlanFile {
				written = d.texts[taken.Path]
			}
		}
		if !d.quit || !strings.Contains(written, "owner: Ana") || ending.LostPlan != nil || len(ending.NotTaken) != 0 {
			t.Errorf("%s: left %t, %+v, with\n%s", leave, d.quit, ending, written)
		}
	}
}

func TestPlanThatIsNowhereIsHandedOver(t *testing.T) {
	for name, leave := range map[string]func(d *driver){
		"left again": func(d *driver) { d.press("q", "q") },
		"a signal":   func(*driver) {},
	} {
		d := nowhere(t)
		leave(d)
		d.wiz.closePlan()
		d.wiz.run.Keeper = nil
		ending := d.wiz.run.Close()
		if ending.LostPlan == nil || ending.LostPlan.Actions()[0].Owner != "Ana" || len(ending.NotTaken) != 1 {
			t.Errorf("%s: %+v", name, ending)
		}
	}
}

func TestPlanThatNobodyWantsIsNotAskedForAgain(t *testing.T) {
	d := nowhere(t)
	d.press("right", "down", "down", "space", "esc", "q")
	d.wiz.closePlan()
	d.wiz.run.Keeper = nil
	if ending := d.wiz.run.Close(); !d.quit || ending.LostPlan != nil || len(ending.NotTaken) != 0 {
		t.Errorf("left %t, %+v", d.quit, ending)
	}
}

// TestLostFolderIsNoticed writes the plan once, and then loses its folder.
func TestLostFolderIsNoticed(t *testing.T) {
	d, folder := deciders(t)
	d.press("enter", "enter", "Ana", "enter", "enter", "right")
	d.shows(t, "To take away")
	d.press("esc")
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	d.press("down", "enter", "Ben", "ctrl+c")
	if d.quit {
		t.Fatal("Ctrl+C leaves without a word")
	}
	d.shows(t, "Your plan is not on disk. Where else may it go?")
}
