// Package cmd is the command line of coalcheck: one file a command, and the exit codes.
package cmd

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/coalcheck/coalcheck/cmd/internal/iostreams"
	_ "github.com/coalcheck/coalcheck/cmd/internal/notmux" // no other program is started
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Main runs coalcheck with the arguments and streams of the process and returns its exit code: 0 done, 1 failure,
// 2 usage or bad answers, 3 when --fail-on is met, 130 when the person left before the plan.
func Main() int {
	// A double click is meant to start the program; by itself, cobra would answer that it belongs in a terminal.
	cobra.MousetrapHelpText = ""
	if iostreams.StartedByExplorer() {
		return doubleClicked(os.Args[1:], iostreams.OfProcess())
	}
	return run(context.Background(), os.Args[1:], iostreams.OfProcess())
}

// doubleClicked runs coalcheck in a window of its own: without arguments it asks, and it waits for Enter before the
// window closes over what it said.
func doubleClicked(args []string, s iostreams.Streams) int {
	if len(args) == 0 {
		args = []string{"assess"}
	}
	code := run(context.Background(), args, s)
	fmt.Fprint(s.Err, "\nPress Enter to close this window. ")
	_, _ = bufio.NewReader(s.In).ReadString('\n') // an end of input closes it too
	return code
}

// app is what every command works with.
type app struct {
	iostreams.Streams
	catalogue *pitfalls.Catalogue
	// errColor is what --color says about messages.
	errColor string
	// alone is true where coalcheck was typed without a command, and opens then the plan that the person has chosen, if one.
	alone bool
	opens string
	// helpErr is what went wrong when a help was shown, which cobra cannot return.
	helpErr error
}

// run runs coalcheck in a world of streams and returns its exit code.
func run(ctx context.Context, args []string, s iostreams.Streams) int {
	a := &app{Streams: s, catalogue: pitfalls.English(), errColor: iostreams.ColorAuto}
	root := newRoot(a)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if err == nil {
		err = a.helpErr
	}
	if exitCode(err) == exitUsage {
		err = cmp.Or(retyped(root, args), err)
	}
	a.printError(err)
	return exitCode(err)
}
