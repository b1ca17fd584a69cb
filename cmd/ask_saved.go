package cmd

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/draft"
)

// tell says something on standard error.
func (i *interview) tell(format string, args ...any) {
	for n, arg := range args {
		if err, ok := arg.(error); ok {
			args[n] = inText(err)
		}
	}
	fmt.Fprintf(i.err, format+"\n", args...)
}

// left says where the answers are of a person who left before the plan, and how to go on.
func (i *interview) left(answers *assess.Answers) {
	if i.trouble != nil && i.saved == "" && answers != nil && slices.ContainsFunc(answers.Topics, assess.TopicAnswers.Answered) {
		// The draft does not work. A file in the current folder may.
		saved, err := i.write(answers)
		if err != nil {
			i.tell("coalcheck: your answers could not be kept: %v", i.trouble)
			return
		}
		i.saved = saved
	}
	switch {
	case i.saved != "":
		i.tell("Your answers are kept in %s", named(i.saved))
		i.tell("Go on with: coalcheck assess --edit %s", word(i.saved))
	case answers == nil || i.draft == nil || i.asBefore, i.putBack, !exists(i.draft.Path()):
		i.tell("Nothing was changed.")
	case i.edit != nil:
		i.tellChanges()
	default:
		i.tell("Your answers are kept in")
		i.tell("  %s", named(i.draft.Path()))
		if main, err := draft.Path(i.getenv); err == nil && filepath.Base(main) != filepath.Base(i.draft.Path()) {
			i.tell("They are offered when the other unfinished run is done.")
		}
		i.tell("Go on with: %s", i.sameAgain())
	}
	i.tellAside()
}

// tellChanges says that changes to a file are kept, and how to go on with them.
func (i *interview) tellChanges() {
	i.tell("%s is as it was; your changes are kept.", named(i.run.asking.edit))
	i.tell("Go on with: coalcheck assess --edit %s", word(i.run.asking.edit))
}

// sameAgain returns the command that goes on and makes the same report at the end.
func (i *interview) sameAgain() string {
	command := "coalcheck assess"
	if i.run.asking.plain {
		command += " --plain"
	}
	if n := i.run.room.minutes; n > 0 {
		command += fmt.Sprintf(" --room --minutes %d", n)
	}
	if i.run.format.value != "terminal" {
		command += " --format " + i.run.format.value
	}
	if i.run.output.toFile() {
		command += " -o " + word(i.run.output.path)
	}
	return command
}

// tellAside says where the run is that was found and then kept aside.
func (i *interview) tellAside() {
	if i.draft != nil && i.draft.Aside() != "" {
		i.tell("The other unfinished run is kept, and is offered again when this one is done:")
		i.tell("  %s", named(i.draft.Aside()))
	}
}

// farewell says, below the plan, where the answers are and what to do next.
func (i *interview) farewell() {
	defer i.tellAside()
	if i.run.output.toFile() {
		i.tell("The report is in %s", named(i.run.output.path))
	}
	if i.saved == "" {
		switch {
		case i.trouble != nil || i.draft == nil:
		case i.asBefore:
			i.tell("Nothing was changed.")
		case i.edit != nil:
			i.tellChanges()
		default:
			i.tell("Your answers are not in a file yet. They are kept as an unfinished run.")
			i.tell("Go on with: %s", i.sameAgain())
		}
		return
	}
	i.tell("")
	i.tell("Your answers are in %s", named(i.saved))
	i.tell("A report to share:")
	agenda := ""
	if n := i.run.room.agenda(); n > 0 {
		agenda = fmt.Sprintf(" --minutes %d", n)
	}
	i.tell("  coalcheck assess --answers %s%s --format markdown -o plan.md", word(i.saved), agenda)
	i.tell("To change the answers:")
	i.tell("  coalcheck assess --edit %s", word(i.saved))
}

// saveAnswers writes finished answers and waits until they are on the disk, because the draft is removed then.
func saveAnswers(path string, text []byte, force bool) error {
	if !keeps(path) {
		return errors.New("the system keeps no file of this name")
	}
	if err := writeFile(path, text, force); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	err = f.Sync()
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL) {
		err = nil // a device or a pipe, which keeps nothing
	}
	return errors.Join(err, f.Close())
}

// keeps reports whether a file of this name holds what is written to it. On Windows some names lead to a device, such as
// nul.yaml, and a colon leads into a hidden part of the file whose name stands before it.
func keeps(path string) bool {
	return runtime.GOOS != "windows" || filepath.IsLocal(filepath.Base(path))
}

// write saves the finished answers and returns where.
func (i *interview) write(a *assess.Answers) (string, error) {
	text, force := answersfile.Format(a, i.catalogue), i.run.output.force
	path := i.run.asking.save
	if path == "" && force {
		path = i.run.asking.edit
	}
	if path != "" {
		if err := saveAnswers(path, text, force); err != nil {
			return "", err
		}
		return path, nil
	}
	name := answersfile.Name(a)
	for n := 2; ; n++ {
		err := saveAnswers(name, text, false)
		if err == nil {
			return name, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return "", err
		}
		name = strings.TrimSuffix(answersfile.Name(a), ".yaml") + "-" + strconv.Itoa(n) + ".yaml"
	}
}
