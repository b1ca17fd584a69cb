package cmd

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/assess/textfile"
	"github.com/coalcheck/coalcheck/cmd/internal/iostreams"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/terminal"
)

// The exit codes.
const (
	exitDone    = 0
	exitFailure = 1
	exitUsage   = 2
	exitFailOn  = 3
	exitLeft    = 130
)

// usageError means that a command line, or a file that it names, cannot be used as it is.
type usageError struct {
	// what happened.
	what string
	// hint says what to do about it.
	hint doc.Text
}

func (e *usageError) Error() string { return e.what }

// filesError means that several files were named and some of them cannot be used.
type filesError struct {
	// bad holds what is wrong, in the order of the files: each a *usageError or an *textfile.Error.
	bad []error
	// skippable says that --skip-bad would leave some files to report on, and skipped that it was given and leaves none.
	skippable, skipped bool
}

func (e *filesError) Error() string {
	if len(e.bad) == 1 {
		return "no report, because one file cannot be used"
	}
	return fmt.Sprintf("no report, because %d files cannot be used", len(e.bad))
}

// writeError means that a report could not be written to where it should go.
type writeError struct {
	// to is the stream or file.
	to  string
	err error
}

func (e *writeError) Error() string { return fmt.Sprintf("write to %s: %v", e.to, e.err) }

func (e *writeError) Unwrap() error { return e.err }

// hint says what to do about it, by the reason.
func (e *writeError) hint() doc.Text {
	switch {
	case errors.Is(e.err, iostreams.ErrClosed):
		return hint("leave it open, or write to a file with:", "-o FILE")
	case errors.Is(e.err, fs.ErrPermission), errors.Is(e.err, syscall.EROFS):
		return hint("you may not write there: choose another place")
	case errors.Is(e.err, syscall.ENOSPC), errors.Is(e.err, syscall.EDQUOT):
		return hint("make room there, or choose another place")
	default:
		return hint("choose another place")
	}
}

// answersError returns the error for answers that could not be written, with the name of their file.
func answersError(err error) error {
	if _, named := errors.AsType[*fs.PathError](err); !named {
		return &writeError{to: "a file of answers", err: err}
	}
	return writeFailed(err)
}

// writeFailed returns the error for a file that could not be written, from one that names it.
func writeFailed(err error) error {
	var file *fs.PathError
	errors.As(err, &file)
	return &writeError{to: displayPath(file.Path), err: file.Err}
}

// displacedError means that the file that was edited was changed by somebody else meanwhile, and that the answers are in
// another one.
type displacedError struct{ file, saved string }

func (e *displacedError) Error() string {
	return displayPath(e.file) + " was changed by somebody else while you answered, and was left as it is"
}

// hint says how to bring the two together.
func (e *displacedError) hint() doc.Text {
	return hint("see what differs:", "coalcheck compare "+shellQuote(e.file)+" "+shellQuote(e.saved))
}

// failOnError means that a pitfall is in the band that --fail-on names, or in a worse one. The report was written.
type failOnError struct {
	band     string
	pitfalls int
}

func (e *failOnError) Error() string {
	if e.pitfalls == 1 {
		return "1 pitfall meets --fail-on " + e.band
	}
	return fmt.Sprintf("%d pitfalls meet --fail-on %s", e.pitfalls, e.band)
}

// exitCode returns the exit code for what a command returned.
func exitCode(err error) int {
	var (
		usage   *usageError
		file    *textfile.Error
		files   *filesError
		depth   *group.DepthError
		failOn  *failOnError
		late    *actionsLateError
		refused *refusedAnswersError
	)
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &usage), errors.As(err, &file), errors.As(err, &files), errors.As(err, &depth), errors.As(err, &refused):
		return exitUsage
	case errors.As(err, &failOn), errors.As(err, &late):
		return exitFailOn
	case errors.Is(err, interview.ErrLeft):
		return exitLeft
	default:
		return exitFailure
	}
}

// inText returns what an error says for showing it in a terminal: errors of the system hold names of files as they are.
// Only the problems of a file take several lines.
func inText(err error) string {
	if _, ok := errors.AsType[*textfile.Error](err); ok {
		return safetext.VisibleLines(err.Error())
	}
	return safetext.Visible(err.Error())
}

// printError says on standard error what happened, and then what to do about it.
func (a *app) printError(err error) {
	var (
		usage   *usageError
		advice  interface{ hint() doc.Text }
		file    *textfile.Error
		files   *filesError
		depth   *group.DepthError
		refused *refusedAnswersError
	)
	switch {
	case err == nil, errors.Is(err, interview.ErrLeft):
		return
	case errors.As(err, &files):
		a.printFilesError(files)
		return
	case errors.As(err, &refused):
		a.say("coalcheck: " + refused.Error())
		a.printEach(refused.bad)
		a.sayText(refused.hint())
		return
	case errors.As(err, &depth):
		a.say("coalcheck: no report, because the files do not fit together")
		for line := range strings.SplitSeq(depth.Error(), "\n") {
			a.say(line)
		}
		a.say("report on the quick files and on the others by themselves")
		return
	case errors.As(err, &file):
		without := "no report"
		if _, collects := errors.AsType[*mapError](err); collects {
			without = "nothing was collected"
		}
		a.printFileError(without, file)
		return
	}
	a.say("coalcheck: " + inText(err))
	switch {
	case errors.As(err, &usage):
		a.sayText(usage.hint)
	case errors.As(err, &advice):
		a.sayText(advice.hint())
	}
}

// hint returns what to do about an error: words, and behind them what to type, if anything.
func hint(words string, typed ...string) doc.Text {
	text := doc.Words(words)
	for _, command := range typed {
		text = append(text, doc.Span{Words: " "}, doc.Span{Words: command, Style: doc.Code})
	}
	return text
}

// didYouMean returns a hint that offers the known word nearest to a word, with a prefix in front of it, or otherwise
// where to look.
func didYouMean(prefix, word string, known []string, otherwise doc.Text) doc.Text {
	if near := safetext.Nearest(word, known); near != "" {
		return hint("did you mean:", prefix+near)
	}
	return otherwise
}

// say says words on standard error.
func (a *app) say(words string) { a.sayText(doc.Words(words)) }

// sayText says a text on standard error, on a terminal with its lines broken between words, but not within a command.
func (a *app) sayText(text doc.Text) {
	if a.IsTerminal(a.Err) {
		fmt.Fprintln(a.Err, terminal.Message(text, terminal.Options{Width: a.width(a.Err)}))
		return
	}
	for _, line := range text.Lines() {
		fmt.Fprintln(a.Err, line)
	}
}

// printFileError shows what there is not because of a file, and everything that is wrong with the file, with the lines themselves
// where a person looks on.
func (a *app) printFileError(without string, file *textfile.Error) {
	problems := fmt.Sprintf("%d problems", len(file.Problems)+file.More)
	if len(file.Problems)+file.More == 1 {
		problems = "1 problem"
	}
	a.say(fmt.Sprintf("coalcheck: %s, because of %s in %s", without, problems, file.Name))
	a.printProblems(file)
}

// printFilesError shows everything that is wrong with several files.
func (a *app) printFilesError(files *filesError) {
	a.say("coalcheck: " + files.Error())
	a.printEach(files.bad)
	switch {
	case files.skippable && len(files.bad) == 1:
		a.sayText(hint("correct it, or leave it out with:", "--skip-bad"))
	case files.skippable:
		a.sayText(hint("correct them, or leave them out with:", "--skip-bad"))
	case files.skipped:
		a.say("none of the files can be used, so --skip-bad leaves nothing to report on")
	}
}

// printEach says what is wrong with each of several files.
func (a *app) printEach(bad []error) {
	for _, err := range bad {
		if file, ok := errors.AsType[*textfile.Error](err); ok {
			a.printProblems(file)
			continue
		}
		for line := range strings.SplitSeq(err.Error(), "\n") {
			a.say(line)
		}
	}
}
