package cmd

import (
	"fmt"

	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/render/report"
)

// printLine prints a line on standard error.
func (a *app) printLine(format string, args ...any) { fmt.Fprintf(a.Err, format+"\n", args...) }

// printAbandoned says where the answers are of a person who left before the plan, and how to go on.
func (a *app) printAbandoned(run *assessment, e interview.Ending) {
	switch {
	case e.Lost:
		a.printLine("coalcheck: your answers could not be kept: %s", inText(e.DraftErr))
		return
	case e.Saved != "":
		a.printLine("Your answers are kept in %s", displayPath(e.Saved))
		a.printLine("Go on with: coalcheck assess --edit %s", shellQuote(e.Saved))
	case e.Unfinished == "":
		a.printLine("Nothing was changed.")
	case run.asking.edit != "":
		a.printChanges(run)
	default:
		a.printLine("Your answers are kept in")
		a.printLine("  %s", displayPath(e.Unfinished))
		if e.Separate {
			a.printLine("They are offered when the other unfinished run is done.")
		}
		a.printLine("Go on with: %s", sameAgain(run))
	}
	a.printAside(e)
}

// printNextSteps says, below the plan, where the answers are and what to do next.
func (a *app) printNextSteps(run *assessment, e interview.Ending) {
	if run.output.toFile() {
		a.printLine("The report is in %s", displayPath(run.output.path))
	}
	switch {
	case e.Saved != "":
		agenda := ""
		if n := run.room.agenda(report.OnPaper); n > 0 {
			agenda = fmt.Sprintf(" --minutes %d", n)
		}
		a.printLine("")
		a.printLine("Your answers are in %s", displayPath(e.Saved))
		a.printLine("A report to share:")
		a.printLine("  coalcheck assess --answers %s%s --format markdown -o plan.md", shellQuote(e.Saved), agenda)
		a.printLine("To change the answers:")
		a.printLine("  coalcheck assess --edit %s", shellQuote(e.Saved))
	case e.DraftErr != nil: // that was said when it happened
	case e.Unfinished == "":
		a.printLine("Nothing was changed.")
	case run.asking.edit != "":
		a.printChanges(run)
	default:
		a.printLine("Your answers are not in a file yet. They are kept as an unfinished run.")
		a.printLine("Go on with: %s", sameAgain(run))
	}
	a.printAside(e)
}

// printChanges says that changes to a file are kept, and how to go on with them.
func (a *app) printChanges(run *assessment) {
	a.printLine("%s is as it was; your changes are kept.", displayPath(run.asking.edit))
	a.printLine("Go on with: coalcheck assess --edit %s", shellQuote(run.asking.edit))
}

// printAside says where the run is that was found and then kept aside.
func (a *app) printAside(e interview.Ending) {
	if e.Aside != "" {
		a.printLine("The other unfinished run is kept, and is offered again when this one is done:")
		a.printLine("  %s", displayPath(e.Aside))
	}
}

// sameAgain returns the command that goes on and makes the same report at the end.
func sameAgain(run *assessment) string {
	command := "coalcheck assess"
	if run.asking.plain {
		command += " --plain"
	}
	if n := run.room.minutes; n > 0 {
		command += fmt.Sprintf(" --room --minutes %d", n)
	}
	if run.output.format.value != "terminal" {
		command += " --format " + run.output.format.value
	}
	if run.output.toFile() {
		command += " -o " + shellQuote(run.output.path)
	}
	return command
}
