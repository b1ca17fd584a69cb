package report_test

import (
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/render/internal/examples"
	"github.com/coalcheck/coalcheck/render/report"
)

func on(day string) time.Time {
	d, err := time.Parse(time.DateOnly, day)
	if err != nil {
		panic(err)
	}
	return d
}

func examplePlan(t *testing.T) *planfile.Plan {
	t.Helper()
	text, err := os.ReadFile(examples.Path("docs/examples/plan/riverside.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	plan, err := planfile.Read("riverside.yaml", text, examples.English)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

func TestPlanFile(t *testing.T) {
	d := report.PlanFile(examplePlan(t), examples.English, on("2026-12-20"))
	for format, write := range writers {
		t.Run(format, func(t *testing.T) { golden.RequireEqual(t, write(t, d)) })
	}
}

// TestEachActionIsInOnePart looks where an action is listed.
func TestEachActionIsInOnePart(t *testing.T) {
	for _, tt := range []struct {
		name   string
		action planfile.Action
		want   string
	}{
		{"its day is over", planfile.Action{Due: "2026-12-14", Owner: "Ana"}, "LATE"},
		{"its day is over, and nobody was named", planfile.Action{Due: "2026-12-14"}, "LATE"},
		{"today", planfile.Action{Due: "2026-12-15", Owner: "Ana"}, "DUE IN THE NEXT 14 DAYS"},
		{"in 14 days", planfile.Action{Due: "2026-12-29"}, "DUE IN THE NEXT 14 DAYS"},
		{"in 15 days", planfile.Action{Due: "2026-12-30", Owner: "Ana"}, "LATER"},
		{"in 15 days, and nobody was named", planfile.Action{Due: "2026-12-30"}, "NOBODY NAMED"},
		{"without a day", planfile.Action{Owner: "Ana"}, "LATER"},
		{"nothing is known", planfile.Action{}, "NOBODY NAMED"},
		{"done, too late", planfile.Action{Due: "2026-12-01", Done: "2026-12-14"}, "DONE"},
		{"dropped", planfile.Action{Dropped: "2026-12-14"}, "DROPPED"},
	} {
		tt.action.Do = "x"
		plan := &planfile.Plan{Steps: []planfile.Step{{Actions: []planfile.Action{tt.action}}}}
		got := onTerminal(t, report.PlanFile(plan, examples.English, on("2026-12-15")))
		if !strings.Contains(got, "\n"+tt.want+"\n") || strings.Count(got, "] x") != 1 {
			t.Errorf("%s: want it under %s in\n%s", tt.name, tt.want, got)
		}
	}
}

func TestPlanFileSaysWhenToAnswerAgain(t *testing.T) {
	plan := examplePlan(t)
	for day, want := range map[string]bool{"2027-02-20": false, "2027-02-21": true, "2027-03-01": true} {
		if got := strings.Contains(onTerminal(t, report.PlanFile(plan, examples.English, on(day))), "answer again"); got != want {
			t.Errorf("on %s: %t", day, got)
		}
	}
}

func TestPlanFileWarnsOfManyOpenActions(t *testing.T) {
	for _, n := range []int{planfile.ManyOpen, planfile.ManyOpen + 1} {
		plan := &planfile.Plan{Steps: []planfile.Step{{}}}
		for i := range n {
			plan.Steps[0].Actions = append(plan.Steps[0].Actions, planfile.Action{Do: strconv.Itoa(i)})
		}
		got := onTerminal(t, report.PlanFile(plan, examples.English, on("2026-12-15")))
		if strings.Contains(got, "actions are open") != (n > planfile.ManyOpen) {
			t.Errorf("with %d open actions:\n%s", n, got)
		}
	}
}

func TestPlanFileWithoutActions(t *testing.T) {
	got := onTerminal(t, report.PlanFile(&planfile.Plan{}, examples.English, on("2026-12-15")))
	if !strings.Contains(got, "Nothing has been decided yet.") {
		t.Error(got)
	}
}

// TestPlanFileIsForeign has text in every place of a plan file that Markdown would take for a mention, a link or an issue.
func TestPlanFileIsForeign(t *testing.T) {
	const hostile = "@octocat https://x.example/ #1"
	plan := &planfile.Plan{Coalition: hostile, Steps: []planfile.Step{{Pitfall: hostile, Actions: []planfile.Action{
		{Do: hostile, Owner: hostile, Note: hostile + "\n" + hostile}, {Do: hostile, Topic: hostile},
	}}}}
	got := asMarkdown(t, report.PlanFile(plan, examples.English, on("2026-12-15")))
	for _, alive := range []string{"@octocat", "https://", " #1"} {
		if strings.Contains(got, alive) {
			t.Errorf("%q is alive in\n%s", alive, got)
		}
	}
}

func TestPlanCalendar(t *testing.T) {
	plan := examplePlan(t)
	before, after := report.PlanCalendar(plan, examples.English, on("2026-12-01")), report.PlanCalendar(plan, examples.English, on("2026-12-20"))
	var got []string
	for i, e := range after.Entries {
		got = append(got, e.Day.Format(time.DateOnly)+" "+e.Summary)
		if before.Entries[i].ID != e.ID {
			t.Errorf("the id %s became %s", before.Entries[i].ID, e.ID)
		}
	}
	want := []string{
		"2026-12-18 Sam: Ask the county about the van.",
		"2027-01-15 Lee: Call the three partners who have not answered since summer.",
		"2027-02-21 Answer coalcheck again for Riverside Youth Coalition, and compare",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
	if before.Sequence != 10 || after.Sequence != 29 {
		t.Errorf("versions %d and %d, want the days since the plan was made", before.Sequence, after.Sequence)
	}
}

func TestPlanTable(t *testing.T) {
	head, rows := report.PlanTable(examplePlan(t), examples.English)
	if len(rows) != 4 || len(head) != len(rows[0]) || rows[0][3] != "Done" || rows[2][4] != examples.English.Topic("key-support").Label {
		t.Errorf("%q %q", head, rows)
	}
}
