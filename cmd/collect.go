package cmd

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/collect"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/textfile"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/report"
)

// collecting is what the flags of collect say.
type collecting struct {
	// folder is where the files go, and paths are where the answers come from.
	folder string
	paths  []string
	// coalition is the name that answers of codes get.
	coalition  string
	dry, again bool
}

func newCollect(a *app) *cobra.Command {
	var (
		in  collecting
		out output
	)
	c := &cobra.Command{
		Use:     "collect FOLDER FILE...",
		GroupID: groupAsk,
		Short:   "put everybody's answers into one folder",
		Long: `Takes the answers of several people as they come and puts a file for each
person into FOLDER: answers files, and texts with answer codes in them, such as
a mail or a whole thread of mails. Nothing in FOLDER is ever replaced, and what
is there already is not added twice. All that comes is checked first. What is
good is added; what is not is named, with what to do.`,
		Example: `# two answers files, and the codes in a mail
coalcheck collect spring ana.yaml ben.yaml mail.txt

# the codes in a text that was copied
coalcheck collect spring - --coalition "Riverside Youth Coalition"

# only look what would be added
coalcheck collect spring mail.txt --dry-run

# then report on all of them
coalcheck assess --answers spring`,
		Args: collectedSome,
		RunE: func(c *cobra.Command, args []string) error {
			in.folder = disk.Given(args[0], a.Getenv)
			in.paths = nil
			for _, path := range args[1:] {
				in.paths = append(in.paths, disk.Given(path, a.Getenv))
			}
			if err := checkName(in.coalition); err != nil {
				return err
			}
			if err := out.settle(a, c.Flags(), in.paths...); err != nil {
				return err
			}
			arrivals, failed := a.collect(&in)
			if arrivals == nil {
				return failed
			}
			err := a.deliver(&out, content{
				document: func(report.Reader) *doc.Document { return report.Collected(arrivals, displayPath(in.folder), in.dry) },
			})
			if failed == nil && err == nil {
				return refusedError(arrivals)
			}
			a.printError(refusedError(arrivals))
			if err != nil {
				a.printError(failed)
				return err
			}
			return failed
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			if len(args) == 0 {
				return nil, cobra.ShellCompDirectiveFilterDirs
			}
			return nil, cobra.ShellCompDirectiveDefault
		},
	}
	flagSection(c.Flags(), "The answers", func(flags *pflag.FlagSet) {
		flags.StringVar(&in.coalition, "coalition", "", "the `NAME` of the coalition, for codes (default: that of the files)")
		flags.BoolVar(&in.again, "again", false, "add what is known already, too, as another person's")
		flags.BoolVar(&in.dry, "dry-run", false, "only say what would be added")
	})
	flagSection(c.Flags(), "The list", func(flags *pflag.FlagSet) {
		out.addFlags(flags, "the list", "collected")
		out.addPlain(flags)
	})
	out.complete(c)
	return c
}

// collectedSome refuses a command line without a folder or without anything to put into it.
func collectedSome(_ *cobra.Command, args []string) error {
	if len(args) > 1 {
		return nil
	}
	return &usageError{
		what: "collect takes a folder, and what to put into it",
		hint: hint("as in:", "coalcheck collect FOLDER ana.yaml mail.txt"),
	}
}

// maxMails is the largest text in which codes are looked for, in bytes.
const maxMails = 16 << 20

// collect reads what came, and writes what is new into the folder. Where writing fails, it returns the arrivals, of which some
// are written, with the error.
func (a *app) collect(in *collecting) ([]collect.Arrival, error) {
	info, err := os.Stat(in.folder)
	switch {
	case err == nil && !info.IsDir():
		return nil, &usageError{what: displayPath(in.folder) + " is no folder", hint: hint("name the folder first, then what to put into it")}
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Stat(filepath.Dir(filepath.Clean(in.folder))); err != nil {
			return nil, &usageError{what: "there is no folder " + displayPath(filepath.Dir(in.folder)), hint: hint("create it first")}
		}
	case err != nil:
		return nil, unreadable(displayPath(in.folder), err)
	}
	there := a.answersThere(in.folder)
	arrivals, err := a.arrivals(in)
	if err != nil {
		return nil, err
	}
	collect.Name(arrivals, there, in.coalition, a.catalogue)
	collect.Admit(arrivals, there, in.again, a.catalogue)
	a.tellCoalitions(arrivals, there)
	for i := range arrivals {
		if a := &arrivals[i]; a.Err == nil && a.Known == "" && !in.dry {
			if err := write(a, in.folder); err != nil {
				return arrivals, answersError(err)
			}
		}
	}
	return arrivals, nil
}

// answersThere returns the answers that are in a folder. What else is there is none of our business.
func (a *app) answersThere(folder string) []collect.Arrival {
	sources, _ := answersIn(folder)
	var there []collect.Arrival
	for _, s := range sources {
		if answers, err := a.readSource(s); err == nil {
			there = append(there, collect.Arrival{Source: filepath.Base(s.path), Answers: answers})
		}
	}
	return there
}

// arrivals reads all that came. The error is about the first text that cannot be read at all: then nothing is written.
func (a *app) arrivals(in *collecting) ([]collect.Arrival, error) {
	var sources []source
	for _, path := range in.paths {
		more, passed := textsOf(path)
		a.tellPassedOver(passed, false)
		sources = append(sources, more...)
	}
	var all []collect.Arrival
	for _, s := range sources {
		if s.err != nil {
			return nil, s.err
		}
		text, err := a.readMails(s.path)
		if err != nil {
			return nil, unreadable(s.name(), err)
		}
		all = append(all, collect.Read(s.name(), text, a.catalogue)...)
	}
	return all, nil
}

// textsOf returns the source that a path names, or the answers files and the mails in a folder.
func textsOf(path string) (sources []source, passed []passedOver) {
	entries, err := os.ReadDir(path)
	if err != nil { // a file, or nothing: reading it tells
		return []source{{path: path}}, nil
	}
	for _, e := range entries {
		name := e.Name()
		isText := answersfile.HasExtension(name) || slices.Contains([]string{".txt", ".eml", ".mbox"}, strings.ToLower(filepath.Ext(name)))
		if isText && !e.IsDir() && !strings.HasPrefix(name, ".") {
			sources = append(sources, source{path: filepath.Join(path, name), found: true})
		}
	}
	_, passed = answersIn(path)
	passed = slices.DeleteFunc(passed, func(p passedOver) bool {
		return slices.ContainsFunc(sources, func(s source) bool { return s.path == p.path })
	})
	if len(sources) == 0 {
		sources = []source{{path: path, err: &usageError{
			what: "there are no answers files and no mails in the folder " + displayPath(path),
			hint: hint("mails are texts whose names end in .txt, .eml or .mbox"),
		}}}
	}
	return sources, passed
}

func (a *app) readMails(path string) ([]byte, error) {
	if path != "-" {
		return disk.Read(path, maxMails)
	}
	return disk.ReadUpTo(a.In, maxMails)
}

// write writes the file of an arrival under a name that nothing in the folder has.
func write(a *collect.Arrival, folder string) error {
	path, err := disk.Prepare(filepath.Join(folder, a.FileName()))
	if err != nil {
		return err
	}
	for {
		path = disk.Free(path)
		err := disk.Write(path, a.Text, disk.Options{Private: true})
		if errors.Is(err, fs.ErrExist) && disk.Exists(path) {
			continue
		}
		if err == nil || errors.Is(err, disk.ErrUnconfirmed) {
			a.Written = filepath.Base(path)
		}
		return err
	}
}

// refusedError returns a *refusedAnswersError where some of what came was refused.
func refusedError(arrivals []collect.Arrival) error {
	var bad []error
	for _, a := range arrivals {
		if a.Err != nil {
			bad = append(bad, sourced(&a))
		}
	}
	if len(bad) == 0 {
		return nil
	}
	return &refusedAnswersError{bad: bad, of: len(arrivals)}
}

// sourced returns what is wrong with an arrival, with where it came from.
func sourced(a *collect.Arrival) error {
	if errors.Is(a.Err, collect.ErrDepth) || errors.Is(a.Err, collect.ErrWorkshop) {
		return &collect.CodeError{Source: a.Source, Err: a.Err}
	}
	return a.Err
}

// refusedAnswersError means that some of the answers that came were refused. The others were added.
type refusedAnswersError struct {
	bad []error
	of  int
}

func (e *refusedAnswersError) Error() string {
	if e.of == 1 {
		return "the answers were refused"
	}
	return fmt.Sprintf("%d of %d were refused", len(e.bad), e.of)
}

// hint says what can be collected.
func (e *refusedAnswersError) hint() doc.Text {
	for _, err := range e.bad {
		if _, ok := errors.AsType[*textfile.Error](err); ok {
			return hint("what can be collected are answers files, and texts with codes such as:", collect.Mark+" ADPV-DPVD-PVDP-VDAE")
		}
	}
	return hint("when you have corrected them, collect again: what is there already is not added twice")
}
