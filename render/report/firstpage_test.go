package report_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/internal/examples"
	"github.com/coalcheck/coalcheck/render/markdown"
	"github.com/coalcheck/coalcheck/render/report"
)

// firstPage returns the first page of a report, without what comes after it.
func firstPage(tb testing.TB, d *doc.Document) *doc.Document {
	tb.Helper()
	for i, b := range d.Blocks {
		if _, ok := b.(doc.Break); ok {
			page := *d
			page.Blocks = d.Blocks[:i]
			return &page
		}
	}
	tb.Fatal("no page ends")
	return nil
}

// results are those of all examples, and of answers that leave parts of the first page without anything to say.
func results(tb testing.TB) map[string]*score.Result {
	tb.Helper()
	all := map[string]*score.Result{
		"group": score.Score(examples.Group(tb)), "a confidential group": score.Confidential(examples.Group(tb)),
		"nothing answered": examples.Blank(), "all is well": rated(1, 5), "nothing in place": rated(1, 1), "all alike": rated(3, 3),
		"all bad": rated(5, 1), "nothing known": rated(assess.DontKnow, assess.DontKnow), "nothing applies": rated(assess.NotApplicable, 3),
		"withheld": score.Confidential(quickly(tb, 5).Group),
	}
	for _, name := range examples.Names(tb) {
		all[name] = examples.Result(tb, name)
	}
	return all
}

// TestTheFirstPageFitsOnAScreen draws the first page on the smallest usual terminal.
func TestTheFirstPageFitsOnAScreen(t *testing.T) {
	const rows = 24
	for name, r := range results(t) {
		page := onTerminal(t, firstPage(t, report.Result(r, report.Options{})))
		if n := strings.Count(page, "\n"); n > rows {
			t.Errorf("%s: %d rows; want %d at most:\n%s", name, n, rows, page)
		}
	}
}

// TestTheFirstPageSaysWhatToDo looks for what no first page may lack, and for sections that say nothing.
func TestTheFirstPageSaysWhatToDo(t *testing.T) {
	for name, r := range results(t) {
		page := firstPage(t, report.Result(r, report.Options{}))
		found := false
		for i, b := range page.Blocks {
			s, ok := b.(doc.Section)
			if !ok {
				continue
			}
			found = found || s.Name.String() == "Work on first"
			if i+1 == len(page.Blocks) {
				t.Errorf("%s: nothing is said under %s", name, s.Name)
			} else if _, ok := page.Blocks[i+1].(doc.Section); ok {
				t.Errorf("%s: nothing is said under %s", name, s.Name)
			}
		}
		if !found {
			t.Errorf("%s: does not say what to work on first", name)
		}
		text := inOneLine(onTerminal(t, page))
		for _, s := range r.Plan.Steps {
			if label := r.Topics[s.Pitfall].Label; s.When == score.Now && !strings.Contains(text, label) {
				t.Errorf("%s: %s is not on the first page:\n%s", name, label, text)
			}
		}
		if want, got := len(r.Plan.Steps) > 0, strings.Contains(text, "do this one first"); want && !got {
			t.Errorf("%s: says nothing to do first:\n%s", name, text)
		}
	}
}

// TestTimesOfTheMonth adds up the minutes of the actions that are named.
func TestTimesOfTheMonth(t *testing.T) {
	for _, c := range []struct {
		minutes int
		want    string
	}{
		{5, "about 5 minutes in all"},
		{20, "about 20 minutes in all"},
		{44, "about 45 minutes in all"},
		{45, "about an hour in all"},
		{74, "about an hour in all"},
		{75, "about an hour and a half in all"},
		{105, "about two hours in all"},
		{140, "about two and a half hours in all"},
		{160, "about two and a half hours in all"},
		{4 * 240, "about 16 hours in all"},
	} {
		if got := report.InAll(c.minutes); got != c.want {
			t.Errorf("%d: %q; want %q", c.minutes, got, c.want)
		}
	}
}

// TestActionsAreBriefAndSayWhatToDo looks at every action of the catalogue as the first page has it.
func TestActionsAreBriefAndSayWhatToDo(t *testing.T) {
	for i := range examples.English.Topics {
		for _, a := range examples.English.Topics[i].Actions {
			brief := report.Brief(a.Do)
			if !strings.HasPrefix(a.Do, brief) || !strings.HasSuffix(brief, ".") && brief != a.Do {
				t.Errorf("%s: %q", a.ID, brief)
			}
			if len(brief) > 150 || len(brief) < 42 && brief != a.Do {
				t.Errorf("%s: %d bytes: %q", a.ID, len(brief), brief)
			}
		}
	}
}

// A page that is made after the plan was changed has who does what by when, and no action that is done already.
func TestPageHasWhatWasDecided(t *testing.T) {
	r := examples.Result(t, "overcommitted")
	plan := planfile.From(r, time.Date(2026, time.May, 19, 0, 0, 0, 0, time.UTC))
	actions := plan.Actions()
	actions[0].Done = "2026-05-20"
	actions[1].Owner, actions[1].Due = "Kim", "2026-06-01"
	plan.Steps = append(plan.Steps, planfile.Step{Actions: []planfile.Action{{ID: "own-1", Do: "Ask the county about the van.", Owner: "Sam"}}})
	var page strings.Builder
	if err := markdown.Write(&page, report.Result(r, report.Options{Reader: report.OnPaper, Decided: plan})); err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(page.String(), "## This month")
	table, _, _ = strings.Cut(table, "\n## ")
	for _, want := range []string{"| 40 min | Kim | 1 June 2026 |", "Ask the county about the van. | | Sam |"} {
		if !strings.Contains(table, want) {
			t.Errorf("%q is missing in\n%s", want, table)
		}
	}
	if strings.Contains(table, actions[0].Do) {
		t.Errorf("what is done is still to be done:\n%s", table)
	}
}

// What a room decided and said stands in its report, also what nobody has taken; what it dropped or left out is marked in the step.
func TestReportHasAllThatARoomDecided(t *testing.T) {
	r := examples.Result(t, "overcommitted")
	plan := planfile.From(r, time.Date(2026, time.May, 19, 0, 0, 0, 0, time.UTC))
	step := &plan.Steps[0]
	dropped, left := step.Actions[0].Do, step.Actions[1].Do
	step.Actions[0].Dropped = "2026-05-19"
	step.Actions = slices.Delete(step.Actions, 1, 2)
	step.Actions = append(step.Actions, planfile.Action{ID: "own-1", Topic: step.Pitfall, Do: "Ask the county about the van."})
	plan.Steps[1].Actions[0].Owner = "Kim"
	plan.Notes = []planfile.Note{{Topic: step.Pitfall, Text: "Ana knows.\nSo does Sam."}}
	pen := strings.Count(reportOf(t, r, report.Options{Reader: report.OnPaper}), "Owner: ")
	page := reportOf(t, r, report.Options{Reader: report.OnPaper, Decided: plan})
	for _, want := range []string{
		"Ask the county about the van. | | nobody yet |", "Ana knows.", "So does Sam.",
		"- [x] ~~" + dropped + "~~ (dropped 19 May 2026)", "- [x] ~~" + left, "~~ (left out)",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is missing in\n%s", want, page)
		}
	}
	if now := strings.Count(page, "Owner: "); now != pen-1 {
		t.Errorf("%d lines for a pen, and %d before somebody took an action of a step", now, pen)
	}
	shown := reportOf(t, r, report.Options{Decided: plan})
	_, month, _ := strings.Cut(shown, "## This month")
	month, _, _ = strings.Cut(month, "\n## ")
	for _, want := range []string{"Ask the county about the van.", "nobody yet", "Kim"} {
		if !strings.Contains(month, want) {
			t.Errorf("%q is missing in\n%s", want, month)
		}
	}
}

// What a coalition without a step is to do is in no plan, and stays in the report of a room that decided nothing.
func TestWhatIsInNoPlanStays(t *testing.T) {
	r := examples.Result(t, "healthy")
	before := reportOf(t, r, report.Options{Reader: report.OnPaper})
	plan := planfile.From(r, time.Date(2026, time.May, 19, 0, 0, 0, 0, time.UTC))
	if after := reportOf(t, r, report.Options{Reader: report.OnPaper, Decided: plan}); after != before || !strings.Contains(before, "This month") {
		t.Errorf("the report of a plan without actions is\n%s", after)
	}
}

func reportOf(t *testing.T, r *score.Result, o report.Options) string {
	t.Helper()
	var page strings.Builder
	if err := markdown.Write(&page, report.Result(r, o)); err != nil {
		t.Fatal(err)
	}
	return page.String()
}

// A report of a later run says first what is still open; a confidential one only how much.
func TestWhatIsStillOpenComesFirst(t *testing.T) {
	plan := planfile.From(examples.Result(t, "overcommitted"), time.Date(2026, time.May, 19, 0, 0, 0, 0, time.UTC))
	plan.Actions()[0].Done, plan.Actions()[1].Owner = "2026-05-20", "Kim"
	last := len(plan.Actions())
	for name, r := range map[string]*score.Result{"open": score.Score(examples.Group(t)), "confidential": score.Confidential(examples.Group(t))} {
		var page strings.Builder
		if err := markdown.Write(&page, report.Result(r, report.Options{Before: plan})); err != nil {
			t.Fatal(err)
		}
		before, _, _ := strings.Cut(page.String(), "## Work on first")
		if want := fmt.Sprintf("%d of %d still open", last-1, last); !strings.Contains(before, want) {
			t.Errorf("%s: %q is missing in\n%s", name, want, before)
		}
		if named := strings.Contains(page.String(), "Kim"); named != (name == "open") {
			t.Errorf("%s: the owner is named: %t", name, named)
		}
	}
}
