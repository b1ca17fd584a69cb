package cmd

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/collect"
	"github.com/coalcheck/coalcheck/assess/collect/export"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/report"
)

// collecting is what the flags of collect say.
type collecting struct {
	// folder is where the files go, and paths are where the answers come from.
	folder string
	paths  []string
	// coalition is the name that answers of codes and of tables get.
	coalition  string
	dry, again bool
	// mapFile, names and dates say how tables are to be read.
	mapFile string
	names   bool
	dates   choice
}

func newCollect(a *app) *cobra.Command {
	var (
		in   = collecting{dates: choice{of: dateOrders}}
		keys sheetFlags
		out  output
	)
	c := &cobra.Command{
		Use:     "collect FOLDER [FILE...]",
		GroupID: groupAsk,
		Short:   "put everybody's answers into one folder, also from paper",
		Long: `Takes the answers of several people as they come and puts a file for each
person into FOLDER: answers files, texts with answer codes in them, such as a
mail or a whole thread of mails, and tables (CSV) as form tools export them.
What is in FOLDER stays as it is, and what is there already is not added twice.
All that comes is checked first. What is good is added; what is not is named,
with what to do. Of a table, it is always shown how each column was read.

Without FILE, it asks for sheets of paper, one key a statement. Each sheet gets
a number, which you write on it, and a file of its own. A sheet that is half
keyed is kept, and the next start goes on with it. With --check, sheets are
keyed again, and you choose what is right where something differs.

The guide shown by "coalcheck help collecting" says which way of answering suits
whom, and what to do with what is refused.

Exit codes: 0 done, 1 failure, 2 wrong use or refused answers, 130 left by
Ctrl+C; all is kept.`,
		Example: `# two answers files, and the codes in a mail
coalcheck collect spring ana.yaml ben.yaml mail.txt

# the codes in a text that was copied
coalcheck collect spring - --coalition "Riverside Youth Coalition"

# only look what would be added, and how a table would be read
coalcheck collect spring mail.txt export.csv --dry-run

# a table whose words are not ours, with a file that says what they mean
coalcheck collect spring export.csv --map map.yaml

# sheets of paper, and afterwards once more to find mistakes
coalcheck collect spring
coalcheck collect spring --check

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
			if len(in.paths) == 0 {
				return a.keyIn(c.Context(), c.Flags(), &in, &keys, &out)
			}
			if err := keys.unused(c.Flags(), in.paths); err != nil {
				return err
			}
			got, failed := a.collect(&in)
			if got == nil {
				return failed
			}
			err := a.deliver(&out, content{
				document: func(report.Reader) *doc.Document {
					return report.Collected(got.arrivals, got.tables, displayPath(in.folder), in.dry, a.catalogue)
				},
			})
			if failed == nil && err == nil {
				return refusedError(got.arrivals, in.dry)
			}
			a.printError(refusedError(got.arrivals, in.dry))
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
		flags.StringVar(&in.coalition, "coalition", "", "the `NAME` of the coalition, for codes and tables (default: that of the table, or of the files)")
		flags.BoolVar(&in.again, "again", false, "add what is known already, too, as another person's")
		flags.BoolVar(&in.dry, "dry-run", false, "only say what would be added")
	})
	flagSection(c.Flags(), "Tables of form tools", func(flags *pflag.FlagSet) {
		flags.StringVar(&in.mapFile, "map", "", "a `FILE` that says what other words and columns mean; --dry-run shows one to start from")
		flags.Var(&in.dates, "dates", "read 3/4/2026 with the day or with the month first (default: such dates are left out)")
		flags.BoolVar(&in.names, "names", false, "keep who answered; without it, names and addresses are left out")
	})
	flagSection(c.Flags(), "The list", func(flags *pflag.FlagSet) {
		out.addFlags(flags, "the list", "collected")
		flags.BoolVar(&out.plain, "plain", false, "key in and list line by line, as for screen readers")
	})
	flagSection(c.Flags(), "Sheets of paper", keys.addFlags)
	out.complete(c)
	complete(c, "dates", dateOrders)
	_ = c.MarkFlagFilename("map", answersFiles...) // the only error is a flag that does not exist
	return c
}

// collectedSome refuses a command line without a folder.
func collectedSome(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return nil
	}
	return &usageError{
		what: "collect takes a folder, and what to put into it",
		hint: hint("as in:", "coalcheck collect FOLDER ana.yaml mail.txt"),
	}
}

// maxText is the largest text that is read, in bytes.
const maxText = export.MaxSize

// collect reads what came, and writes what is new into the folder. Where writing fails, it returns what came, of which some
// is written, with the error.
func (a *app) collect(in *collecting) (*collection, error) {
	if err := checkFolder(in.folder); err != nil {
		return nil, err
	}
	there := a.answersThere(in.folder)
	a.tellUnread(there, in.folder)
	got, err := a.arrivals(in)
	if err != nil {
		return nil, err
	}
	collect.Name(got.arrivals, there, in.coalition, a.catalogue)
	collect.Admit(got.arrivals, there, in.again, a.catalogue)
	a.tellCoalitions(got.arrivals, there)
	unconfirmed := false
	for i := range got.arrivals {
		if a := &got.arrivals[i]; a.Err == nil && a.Known == "" && !in.dry {
			switch err := write(a, in.folder); {
			case errors.Is(err, disk.ErrUnconfirmed):
				unconfirmed = true
			case err != nil:
				return got, answersError(err)
			}
		}
	}
	if unconfirmed {
		a.printUnconfirmed(in.folder)
	}
	return got, nil
}

// answersThere returns the answers that are in a folder, also those that cannot be read. What else is there is none of our business.
func (a *app) answersThere(folder string) []collect.Arrival {
	sources, _ := answersIn(folder)
	var there []collect.Arrival
	for _, s := range sources {
		if s.err != nil { // of the whole folder
			continue
		}
		name := filepath.Base(s.path)
		answers, err := a.readSource(s)
		if other, _ := otherKind(s, err); !other {
			there = append(there, collect.Arrival{Source: name, Answers: answers, Row: collect.RowOf(name), Err: err})
		}
	}
	return there
}

// tellUnread names the files of a folder with which nothing is compared, because they cannot be read. Rows are known by the names of
// their files.
func (a *app) tellUnread(there []collect.Arrival, folder string) {
	var names []string
	for _, t := range there {
		if t.Err != nil && t.Row == "" {
			names = append(names, displayPath(filepath.Join(folder, t.Source)))
		}
	}
	switch len(names) {
	case 0:
	case 1:
		a.say("coalcheck: " + names[0] + " cannot be read, and is not compared with what came")
	default:
		a.say("coalcheck: " + group.List(names) + " cannot be read, and are not compared with what came")
	}
}

// arrivals reads all that came. The error is about the first text that cannot be read at all: then nothing is written.
func (a *app) arrivals(in *collecting) (*collection, error) {
	tables, err := a.tableOptions(in)
	if err != nil {
		return nil, err
	}
	var sources []source
	for _, path := range in.paths {
		more, passed := textsOf(path)
		a.tellPassedOver(passed, false)
		sources = append(sources, more...)
	}
	var got collection
	for _, s := range sources {
		if s.err != nil {
			return nil, s.err
		}
		text, err := a.readAny(s.path)
		if err != nil {
			return nil, unreadable(s.name(), err)
		}
		arrivals, table := collect.Read(s.name(), text, tables, a.catalogue)
		got.arrivals = append(got.arrivals, arrivals...)
		if table != nil {
			got.tables = append(got.tables, table)
		}
	}
	if err := tables.Map.Unused(); err != nil && got.haveColumns() {
		return nil, &mapError{err}
	}
	return &got, nil
}

// textsOf returns the source that a path names, or the answers files, the mails and the tables in a folder.
func textsOf(path string) (sources []source, passed []passedOver) {
	entries, err := os.ReadDir(path)
	if err != nil { // a file, or nothing: reading it tells
		return []source{{path: path}}, nil
	}
	for _, e := range entries {
		name := e.Name()
		isText := answersfile.HasExtension(name) || collect.IsTable(name) || slices.Contains([]string{".txt", ".eml", ".mbox"}, strings.ToLower(filepath.Ext(name)))
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
			what: "there are no answers files, mails or tables in the folder " + displayPath(path),
			hint: hint("the names of mails end in .txt, .eml or .mbox, those of tables in .csv or .tsv"),
		}}}
	}
	return sources, passed
}

func (a *app) readAny(path string) ([]byte, error) {
	if path != "-" {
		return disk.Read(path, maxText)
	}
	return disk.ReadUpTo(a.In, maxText)
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
