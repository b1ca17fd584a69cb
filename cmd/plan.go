package cmd

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/report"
	"github.com/coalcheck/coalcheck/render/spreadsheet"
)

func newPlan(a *app) *cobra.Command {
	var (
		answers, today string
		toDo, open     bool
		failOn         = choice{of: []string{"late"}}
		out            output
	)
	c := &cobra.Command{
		Use:     "plan PLAN",
		GroupID: groupAsk,
		Short:   "decide who does what by when, and see what is late",
		Long: `Opens a plan file in a table: who does what by when. Type names and days, tick
off what is done, add actions of your own. Every change is in the file at once,
and what two people change at the same time is merged. With --answers, the plan
file is made from answers first: the steps to start now. With --plain, or
ACCESSIBLE=1, all of it is done line by line.

In a pipe, and with --format or -o, the plan is a list: what is late, what is
due in the next 14 days, what nobody has taken on, what comes later, and what
is done. A plan file is YAML, and any text editor can change it, too.

Exit codes: 0 done, 1 failure, 2 wrong use or a plan that cannot be read,
3 --fail-on is met, 130 left by Ctrl+C; all is kept.`,
		Example: `# make a plan file from answers, and write names and days into it
coalcheck plan riverside-plan.yaml --answers riverside.yaml

# a month later: tick off, and see what is late
coalcheck plan riverside-plan.yaml

# a calendar with the days of all open actions
coalcheck plan riverside-plan.yaml -o riverside.ics

# a table for a spreadsheet
coalcheck plan riverside-plan.yaml -o riverside.csv

# in a script: exit with 3 when anything is late
coalcheck plan riverside-plan.yaml --fail-on late`,
		Args: onePlan,
		RunE: func(c *cobra.Command, args []string) error {
			out.place(a, c.Flags())
			path := disk.Expand(args[0], a.Getenv)
			if err := out.check(path); err != nil {
				return err
			}
			day, err := a.today(today)
			if err != nil {
				return err
			}
			if answers != "" {
				if err := a.makePlan(path, disk.Expand(answers, a.Getenv), open, day); err != nil {
					return err
				}
			}
			plan, text, err := a.readPlan(path)
			if err != nil {
				a.printInterrupted(path, err)
				return err
			}
			if a.changesPlan(c.Flags(), &out, path) {
				return a.changePlan(c.Context(), &out, a.openPlan(path, text, plan, day))
			}
			if err := a.deliver(&out, a.planContent(plan, day, toDo)); err != nil {
				return err
			}
			return lateError(plan, day, failOn.value)
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return answersFiles, cobra.ShellCompDirectiveFilterFileExt
		},
	}
	flagSection(c.Flags(), "The plan", func(flags *pflag.FlagSet) {
		flags.StringVar(&answers, "answers", "", "make PLAN from the answers in `PATH`, a file or a folder")
		addOpen(flags, &open)
		flags.BoolVar(&out.plain, "plain", false, "change and list it line by line, as for screen readers")
	})
	flagSection(c.Flags(), "The list", func(flags *pflag.FlagSet) {
		out.addFlags(flags, "the plan", "plan", "json", "csv", "ics")
		flags.StringVar(&today, "today", "", "the `DATE` as of which to say what is late (default: today)")
		flags.BoolVar(&toDo, "todo", false, "write tasks instead of days into a calendar")
		flags.Var(&failOn, "fail-on", "exit with 3 when an action is late")
	})
	out.complete(c)
	complete(c, "fail-on", failOn.of)
	return c
}

// onePlan refuses anything but one plan file.
func onePlan(_ *cobra.Command, args []string) error {
	if len(args) == 1 {
		return nil
	}
	return &usageError{what: fmt.Sprintf("plan takes one plan file, not %d", len(args)), hint: hint("as in:", "coalcheck plan PLAN.yaml")}
}

// today returns the day that a flag names, or else the day of the clock.
func (a *app) today(flag string) (time.Time, error) {
	if flag == "" {
		now := a.Now()
		return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC), nil
	}
	day, err := time.Parse(time.DateOnly, flag)
	if err != nil {
		return day, &usageError{what: fmt.Sprintf("--today cannot be %q", flag), hint: hint("write the day as in:", "--today 2026-12-15")}
	}
	return day, nil
}

// makePlan writes a plan file that does not exist yet, of the steps that answers ask to start now.
func (a *app) makePlan(path, answers string, open bool, day time.Time) error {
	if path == "-" {
		return &usageError{what: "a plan cannot be written to standard input", hint: hint("name the file that is to hold it")}
	}
	if disk.Exists(path) {
		return &usageError{
			what: displayPath(path) + " exists already and was left as it is",
			hint: hint("leave --answers out to list it, or choose another name"),
		}
	}
	all, err := a.gatherTold(gathering{paths: []string{answers}, open: open})
	switch {
	case err != nil:
		return err
	case all.confidential && all.Respondents < score.MinShown:
		return &usageError{
			what: "no plan, because fewer than five people answered, and it would show what each of them said",
			hint: hint("make it all the same with:", "--open"),
		}
	}
	result := all.score(all.confidential)
	if err := disk.Write(path, planfile.Format(planfile.From(result, day)), disk.Options{Private: true}); err != nil {
		return &writeError{to: displayPath(path), err: reason(err)}
	}
	if a.IsTerminal(a.Err) {
		a.say("coalcheck: wrote " + displayPath(path) + "; now write into it who does what by when")
	}
	return nil
}

// readPlan reads a plan file, or standard input for "-".
func (a *app) readPlan(path string) (*planfile.Plan, []byte, error) {
	name, text, err := a.readText(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, &usageError{what: "there is no file " + name, hint: hint("check its name, or make it from answers with:", "coalcheck plan PLAN --answers FILE")}
	case err != nil:
		return nil, nil, unreadable(name, err)
	}
	plan, err := planfile.Read(name, text, a.catalogue)
	return plan, text, err
}

// planContent returns what is to be said of a plan, in all formats.
func (a *app) planContent(plan *planfile.Plan, day time.Time, toDo bool) content {
	return content{
		document: func(report.Reader) *doc.Document { return report.PlanFile(plan, a.catalogue, day) },
		data: map[string]func(io.Writer) error{
			"json": func(w io.Writer) error {
				_, err := w.Write(planfile.JSON(plan))
				return err
			},
			"csv": func(w io.Writer) error {
				head, rows := report.PlanTable(plan, a.catalogue)
				return spreadsheet.Write(w, head, rows)
			},
			"ics": func(w io.Writer) error {
				calendar := report.PlanCalendar(plan, a.catalogue, day)
				calendar.ToDo = toDo
				return calendar.Write(w)
			},
		},
	}
}

// actionsLateError means that actions are late, and --fail-on says that this matters. The list was written.
type actionsLateError struct{ late int }

func (e *actionsLateError) Error() string {
	if e.late == 1 {
		return "1 action meets --fail-on late"
	}
	return fmt.Sprintf("%d actions meet --fail-on late", e.late)
}

// lateError returns an *actionsLateError when actions are late and the flag asks for it.
func lateError(plan *planfile.Plan, day time.Time, failOn string) error {
	if failOn == "" {
		return nil
	}
	if n := late(plan, day); n > 0 {
		return &actionsLateError{n}
	}
	return nil
}
