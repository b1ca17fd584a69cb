package cmd

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"syscall"

	"github.com/spf13/pflag"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/collect"
	"github.com/coalcheck/coalcheck/assess/draft"
	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/sheets"
	"github.com/coalcheck/coalcheck/cmd/plain"
	"github.com/coalcheck/coalcheck/cmd/screens/keying"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/report"
)

// sheetFlags is what the flags of collect say about sheets of paper.
type sheetFlags struct {
	quick, full bool
	// check is the number of the sheet from which on sheets are keyed again, or 0.
	check int
}

func (k *sheetFlags) addFlags(flags *pflag.FlagSet) {
	flags.BoolVar(&k.quick, "quick", false, "the sheets have 20 statements")
	flags.BoolVar(&k.full, "full", false, "the sheets have 50 statements")
	flags.IntVar(&k.check, "check", 0, "key sheets again to find mistakes; from sheet `N` on with --check=N")
	flags.Lookup("check").NoOptDefVal = "1"
}

// unused refuses flags about sheets of paper where files are collected.
func (k *sheetFlags) unused(flags *pflag.FlagSet, files []string) error {
	if _, err := strconv.Atoi(files[0]); err == nil && flags.Changed("check") {
		return &usageError{what: files[0] + " is no flag's value but a file", hint: hint("to check from that sheet on:", "--check="+files[0])}
	}
	for _, name := range []string{"quick", "full", "check"} {
		if flags.Changed(name) {
			return &usageError{
				what: "--" + name + " is about sheets of paper, and files were named",
				hint: hint("leave one of them out, as in:", "coalcheck collect FOLDER --"+name),
			}
		}
	}
	return nil
}

// refuse refuses flags that do not go together, and those that are about files.
func (k *sheetFlags) refuse(flags *pflag.FlagSet) error {
	for _, name := range []string{"again", "dry-run", "map", "names", "dates"} {
		if flags.Changed(name) {
			return &usageError{
				what: "--" + name + " is about files, and none was named",
				hint: hint("name them, as in:", "coalcheck collect FOLDER mail.txt --"+name),
			}
		}
	}
	switch {
	case k.quick && k.full:
		return &usageError{what: "--quick and --full cannot go together", hint: hint("all sheets of a folder are of one kind")}
	case flags.Changed("check") && k.check < 1:
		return &usageError{what: fmt.Sprintf("--check cannot be %d", k.check), hint: hint("name the sheet to begin with, as in:", "--check=7")}
	}
	return nil
}

// depth returns the depth that the command line asks for, or nil.
func (k *sheetFlags) depth() *assess.Depth {
	d := assess.Full
	switch {
	case k.quick:
		d = assess.Quick
	case !k.full:
		return nil
	}
	return &d
}

// keyIn lets a person key in sheets of paper, or key them again. The error is interview.ErrLeft where they left by Ctrl+C or a
// signal; all is kept then, too.
func (a *app) keyIn(ctx context.Context, flags *pflag.FlagSet, in *collecting, k *sheetFlags, out *output) error {
	if err := k.refuse(flags); err != nil {
		return err
	}
	if err := checkFolder(in.folder); err != nil {
		return err
	}
	lineByLine, err := a.keysLineByLine(in, out.plain)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	defer stop()
	if k.check > 0 {
		return a.checkSheets(ctx, in, k, out, lineByLine)
	}
	return a.keySheets(ctx, in, k, out, lineByLine)
}

// keysLineByLine decides how sheets are keyed in: line by line, or on the full screen.
func (a *app) keysLineByLine(in *collecting, plain bool) (bool, error) {
	if a.listens(plain) {
		return true, nil
	}
	if !a.IsTerminal(a.In) || !a.IsTerminal(a.Err) {
		folder := shellQuote(in.folder)
		return false, &usageError{
			what: "there is no terminal to key sheets of paper in",
			hint: doc.Join(
				hint("name what to put into the folder:", "coalcheck collect "+folder+" FILE"), doc.Text{doc.NewLine},
				hint("or key in line by line:", "coalcheck collect "+folder+" --plain"),
			),
		}
	}
	return a.drawsNothing(), nil
}

// keySheets keys in sheets, lists them, and says what is half keyed.
func (a *app) keySheets(ctx context.Context, in *collecting, k *sheetFlags, out *output, lineByLine bool) error {
	run, err := a.openSheets(in, k)
	if err != nil {
		return err
	}
	scripted := lineByLine && !a.IsTerminal(a.In)
	if scripted && (run.AsksCoalition || run.AsksDepth) {
		return errors.Join(notSaid(run, in.folder), run.Close())
	}
	if run.Aside != "" {
		a.printLine("coalcheck: a half keyed sheet of the other kind is kept in %s", displayPath(run.Aside))
	}
	var quit bool
	var failed error
	if lineByLine {
		talk := plain.Sheets{Run: run, Scripted: scripted, In: a.In, Out: a.Err, Width: a.lineWidth}
		quit = talk.Ask(ctx)
		failed = a.refusedLines(talk.Refused)
	} else {
		quit, failed = keying.Run(ctx, a.screen(out.color.value), run)
	}
	half := run.Half()
	lost := run.Close()
	if len(run.Written) > 0 {
		err = a.deliver(out, content{
			document: func(report.Reader) *doc.Document {
				return report.Collected(run.Written, nil, displayPath(in.folder), false, a.catalogue)
			},
		})
	}
	if run.Unconfirmed {
		a.printUnconfirmed(in.folder)
	}
	a.printKeyed(in.folder, half, lost, len(run.Written) > 0)
	switch {
	case err != nil:
		return err
	case lost != nil && half > 0:
		return answersError(lost)
	default:
		return left(quit, failed)
	}
}

// notSaid asks for what a script has to say, because nobody can be asked.
func notSaid(r *sheets.Run, folder string) error {
	command := "coalcheck collect " + shellQuote(folder) + " --plain"
	what := "nobody is at a terminal to say what the coalition is called"
	switch {
	case r.AsksDepth && r.AsksCoalition:
		what = "nobody is at a terminal to say what the coalition is called and how many statements a sheet has"
		command += " --quick --coalition NAME"
	case r.AsksDepth:
		what = "nobody is at a terminal to say how many statements a sheet has"
		command += " --quick"
	default:
		command += " --coalition NAME"
	}
	return &usageError{what: what, hint: hint("say it, as in:", command)}
}

// left returns what went wrong on a screen or line by line, or else interview.ErrLeft where the person did not leave by choice.
func left(quit bool, failed error) error {
	if failed == nil && !quit {
		return interview.ErrLeft
	}
	return failed
}

// openSheets looks at the folder and for a half keyed sheet.
func (a *app) openSheets(in *collecting, k *sheetFlags) (*sheets.Run, error) {
	path, _ := draft.Path(a.Getenv) // without one, sheets can be keyed all the same
	run, err := sheets.Open(sheets.Options{
		Catalogue: a.catalogue, Folder: in.folder, Draft: path, Coalition: in.coalition, Depth: k.depth(),
		There: func() []collect.Arrival { return a.answersThere(in.folder) },
		Write: func(arrival *collect.Arrival) error { return write(arrival, in.folder) },
	})
	unread, isUnreadable := errors.AsType[*sheets.UnreadableError](err)
	switch _, held := errors.AsType[*draft.HeldError](err); {
	case held:
		return nil, &usageError{
			what: "another coalcheck is keying sheets into " + displayPath(in.folder),
			hint: hint("finish there first"),
		}
	case isUnreadable:
		return nil, &usageError{
			what: "sheets cannot be keyed into " + displayPath(in.folder) + " while one that is there cannot be read: " + unread.File,
			hint: hint("to see what is wrong with it:", "coalcheck assess --answers "+shellQuote(filepath.Join(in.folder, unread.File))),
		}
	case errors.Is(err, collect.ErrDepth):
		return nil, &usageError{
			what: "the answers in " + displayPath(in.folder) + " are of the other kind: quick ones and full ones cannot be added up",
			hint: hint("key these sheets into a folder of their own"),
		}
	}
	return run, err
}

// printKeyed says on a terminal what can be done next, and always where a half keyed sheet is.
func (a *app) printKeyed(folder string, half int, lost error, written bool) {
	if written && a.IsTerminal(a.Err) {
		a.printLine("To find mistakes, key them again:")
		a.printLine("  coalcheck collect %s --check", shellQuote(folder))
		a.printLine("When all have answered:")
		a.printLine("  coalcheck assess --answers %s", shellQuote(folder))
	}
	switch {
	case half == 0:
	case lost != nil:
		a.printLine("Sheet %d is not kept, because its file could not be written. Key it again.", half)
	default:
		a.printLine("Sheet %d is half keyed, and kept. To go on:", half)
		a.printLine("  coalcheck collect %s", shellQuote(folder))
	}
}

// refusedLines returns the error for lines of a script that were not taken. A person has seen that, and typed them again.
func (a *app) refusedLines(n int) error {
	switch {
	case n == 0 || a.IsTerminal(a.In):
		return nil
	case n == 1:
		return &usageError{what: "1 line was not taken", hint: hint("correct it, and give it again without the others; the line of a sheet with its number before it, as in 7: 12345 ...")}
	default:
		return &usageError{what: fmt.Sprintf("%d lines were not taken", n), hint: hint("correct them, and give them again without the others; the line of a sheet with its number before it, as in 7: 12345 ...")}
	}
}

// checkFolder refuses what cannot be the folder of collected answers. It may be new, within a folder that is there.
func checkFolder(folder string) error {
	info, err := os.Stat(folder)
	switch {
	case err == nil && !info.IsDir():
		return &usageError{what: displayPath(folder) + " is no folder", hint: hint("name the folder first, then what to put into it")}
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Stat(filepath.Dir(filepath.Clean(folder))); err != nil {
			return &usageError{what: "there is no folder " + displayPath(filepath.Dir(folder)), hint: hint("create it first")}
		}
	case err != nil:
		return unreadable(displayPath(folder), err)
	}
	return nil
}

// printUnconfirmed says that nobody knows whether all that was written into a folder would outlast a power cut.
func (a *app) printUnconfirmed(folder string) {
	a.printLine("The disk did not confirm that all answers are safe in %s.", displayPath(folder))
}
