package cmd

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	"github.com/spf13/pflag"

	"github.com/coalcheck/coalcheck/assess/draft"
	"github.com/coalcheck/coalcheck/render"
)

// output says where a report goes.
type output struct {
	// path is the file, or empty or "-" for standard output.
	path string
	// force allows to replace the file.
	force bool
	// color is what --color says.
	color choice
}

// addFlags adds the flags that say where a report goes.
func (o *output) addFlags(flags *pflag.FlagSet) {
	o.color = choice{value: colorAuto, of: []string{colorAuto, colorAlways, colorNever}}
	flags.StringVarP(&o.path, "output", "o", "", "write to `FILE` instead of the screen")
	flags.BoolVar(&o.force, "force", false, "replace the file if it exists")
	flags.Var(&o.color, "color", "color the report (auto: on a terminal)")
}

func (o *output) toFile() bool { return o.path != "" && o.path != "-" }

// check refuses a place where the report cannot go, before anything is asked or read. inputs are the files that are
// read; none of them is ever replaced.
func (o *output) check(inputs ...string) error {
	if !o.toFile() {
		return nil
	}
	info, err := os.Stat(o.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Stat(filepath.Dir(o.path)); err != nil {
			return &usageError{
				what: "there is no folder " + named(filepath.Dir(o.path)),
				hint: hint("create it first, or choose another place with:", "-o FILE"),
			}
		}
		return nil
	case err != nil:
		return &usageError{
			what: fmt.Sprintf("write to %s: %v", named(o.path), reason(err)),
			hint: hint("choose another place with:", "-o FILE"),
		}
	case info.IsDir():
		return &usageError{
			what: named(o.path) + " is a folder",
			hint: hint("name a file in it, as in:", "-o "+word(filepath.Join(o.path, "plan.md"))),
		}
	}
	for _, input := range inputs {
		if other, err := os.Stat(input); err == nil && info.Mode().IsRegular() && os.SameFile(info, other) {
			return &usageError{
				what: named(o.path) + " holds the answers, and the report would replace them",
				hint: hint("choose another name with:", "-o FILE"),
			}
		}
	}
	if info.Mode().IsRegular() && !o.force {
		return &usageError{
			what: named(o.path) + " exists already and was left as it is",
			hint: hint("choose another name, or replace it with:", "--force"),
		}
	}
	return nil
}

// deliver draws a report and writes it to where it should go. Nothing is written when drawing fails.
func (a *app) deliver(o *output, draw func(io.Writer, render.Options) error) error {
	var text bytes.Buffer
	stream := a.out
	if o.toFile() {
		stream = &text
	}
	if err := draw(&text, a.options(stream, o.color.value)); err != nil {
		return err
	}
	if !o.toFile() {
		return a.print(text.String())
	}
	if err := writeFile(o.path, text.Bytes(), o.force); err != nil {
		return &writeError{to: named(o.path), err: reason(err)}
	}
	return nil
}

// print writes to standard output. A reader that has seen enough, such as head, is no failure.
func (a *app) print(text string) error {
	_, err := io.WriteString(a.out, text)
	if err != nil && !isClosedPipe(err) {
		return &writeError{to: "standard output", err: reason(err)}
	}
	return nil
}

// writeFile writes a whole file or leaves what was there. Devices and named pipes are written to as they are.
func writeFile(path string, text []byte, force bool) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && !info.Mode().IsRegular():
		return writeTo(path, os.O_WRONLY, text)
	case err == nil && force:
		return replace(path, text, info.Mode().Perm())
	}
	// Should a file of this name have appeared in the meantime, then O_EXCL keeps it.
	err = writeTo(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, text)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return errors.Join(err, removeIfThere(path))
	}
	return err
}

func writeTo(path string, flag int, text []byte) error {
	f, err := os.OpenFile(path, flag, 0o644) //nolint:gosec // a report is for others to read
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	return errors.Join(err, f.Close())
}

// replace writes a new file beside the old one and gives it the old one's name and mode.
func replace(path string, text []byte, mode fs.FileMode) error {
	path, err := filepath.EvalSymlinks(path)
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".coalcheck-*")
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	err = errors.Join(err, f.Close(), os.Chmod(f.Name(), mode))
	if err == nil {
		err = draft.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, removeIfThere(f.Name()))
	}
	return nil
}

func removeIfThere(path string) error {
	if err := os.Remove(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// reason returns why a file could not be used, without the name of the file, which stands in the message already.
func reason(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
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
