package cmd

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/textfile"
	"github.com/coalcheck/coalcheck/render/report"
)

// printLine prints a line on standard error.
func (a *app) printLine(format string, args ...any) { fmt.Fprintf(a.Err, format+"\n", args...) }

// printAbandoned says where the answers are of a person who left before the plan, and how to go on.
func (a *app) printAbandoned(run *assessment, e interview.Ending) {
	a.printTaken(run, &interview.Ending{Taken: e.Taken})
	switch {
	case e.Lost:
		a.printLine("coalcheck: your answers could not be kept: %s", inText(e.DraftErr))
		return
	case e.Saved != "":
		a.printLine("Your answers are kept in %s", displayPath(e.Saved))
		a.printLine("Go on with: %s", goOnIn(run, e.Saved))
	case e.Unfinished == "":
		a.printLine("Nothing was changed.")
	case run.asking.edit != "" && e.Damaged == "":
		a.printChanges(run)
	default:
		a.printLine("Your answers are kept in")
		a.printLine("  %s", displayPath(e.Unfinished))
		if e.Separate {
			a.printLine("They are offered when the other unfinished run is done.")
		}
		a.printLine("Go on with: %s", goOn(run))
	}
	a.printAside(e)
}

// printNextSteps says, below the plan, where the answers are and what to do next.
func (a *app) printNextSteps(run *assessment, e interview.Ending) {
	if e.Saved != "" {
		a.printLine("")
	}
	a.printTaken(run, &e)
	switch {
	case e.Saved != "":
		if e.Unconfirmed {
			a.printLine("The disk did not confirm that the answers are safe there, so they are kept as an unfinished run, too.")
		}
		a.printWhatNext(run, &e)
	case e.DraftErr != nil: // that was said when it happened
	case e.Unfinished == "":
		a.printLine("Nothing was changed.")
	case e.Damaged != "":
		a.printLine("Your answers are kept in")
		a.printLine("  %s", displayPath(e.Unfinished))
	case run.asking.edit != "":
		a.printChanges(run)
	default:
		a.printLine("Your answers are not in a file yet. They are kept as an unfinished run.")
		a.printLine("Go on with: %s", goOn(run))
	}
	a.printAside(e)
}

// printWhatNext says what to type with the files.
func (a *app) printWhatNext(run *assessment, e *interview.Ending) {
	taken := map[interview.Kind]string{}
	for _, t := range e.Taken {
		taken[t.Kind] = t.Path
	}
	if taken[interview.Page] == "" && (!run.output.toFile() || run.output.format.value != "html") {
		agenda := ""
		if n := run.room.agenda(report.OnPaper); n > 0 {
			agenda = fmt.Sprintf(" --minutes %d", n)
		}
		a.printLine("A report to share:")
		a.printLine("  coalcheck assess --answers %s%s -o plan.html", shellQuote(e.Saved), agenda)
	}
	if plan := taken[interview.PlanFile]; plan != "" {
		a.printLine("To see who does what by when:")
		a.printLine("  coalcheck plan %s", shellQuote(plan))
	}
	a.printLine("To change the answers:")
	a.printLine("  coalcheck assess --edit %s", shellQuote(e.Saved))
}

// printChanges says that changes to a file are kept, and how to go on with them.
func (a *app) printChanges(run *assessment) {
	a.printLine("%s is as it was; your changes are kept.", displayPath(run.asking.edit))
	a.printLine("Go on with: %s", goOn(run))
}

// printAside says where the run is that was found and then kept aside.
func (a *app) printAside(e interview.Ending) {
	if e.Aside != "" {
		a.printLine("The other unfinished run is kept, and is offered again when this one is done:")
		a.printLine("  %s", displayPath(e.Aside))
	}
}

// printInterrupted says what is kept of a file that cannot be read, because its writing was cut off.
func (a *app) printInterrupted(file string, err error) {
	if _, bad := errors.AsType[*textfile.Error](err); !bad {
		return
	}
	former, changes := interview.Interrupted(a.Getenv, file)
	if former != "" {
		a.printCutOff(file, former)
	}
	if changes != "" {
		a.printLine("changes to it that were not saved are in %s", displayPath(changes))
	}
}

// printCutOff says that the writing of a file was cut off, and where its former text is, if anywhere.
func (a *app) printCutOff(file, former string) {
	a.printLine("coalcheck: %s was cut off while it was written", displayPath(file))
	if former != "" {
		a.printLine("its former text is in %s", displayPath(former))
	}
}

// goOn returns the command that goes on with the run, which is the one that was given. It begins nothing anew.
func goOn(run *assessment) string {
	return "coalcheck assess" + given(run.flags, "new")
}

// goOnIn returns the command that goes on with answers that had to be saved before the end.
func goOnIn(run *assessment, saved string) string {
	but := []string{"new", "edit", "quick", "full"}
	if run.asking.save != "" && disk.SamePlace(saved, run.asking.save) {
		but = append(but, "save")
	}
	return "coalcheck assess --edit " + shellQuote(saved) + given(run.flags, but...)
}

// given returns flags as they were given, but for some.
func given(flags *pflag.FlagSet, but ...string) string {
	var b strings.Builder
	flags.Visit(func(f *pflag.Flag) {
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand
		}
		switch value := f.Value.String(); {
		case slices.Contains(but, f.Name):
		case f.Value.Type() != "bool":
			b.WriteString(" " + name + " " + shellQuote(value))
		case value == "true":
			b.WriteString(" " + name)
		}
	})
	return b.String()
}
