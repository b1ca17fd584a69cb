package cmd

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/pflag"

	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/cmd/internal/iostreams"
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
	o.color = choice{value: iostreams.ColorAuto, of: []string{iostreams.ColorAuto, iostreams.ColorAlways, iostreams.ColorNever}}
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
	stream := a.Out
	if o.toFile() {
		stream = &text
	}
	if err := draw(&text, a.options(stream, o.color.value)); err != nil {
		return err
	}
	if !o.toFile() {
		return a.print(text.String())
	}
	if err := disk.Write(o.path, text.Bytes(), o.force); err != nil {
		return &writeError{to: named(o.path), err: reason(err)}
	}
	return nil
}

// print writes to standard output. A reader that has seen enough, such as head, is no failure.
func (a *app) print(text string) error {
	_, err := io.WriteString(a.Out, text)
	if err != nil && !iostreams.IsClosedPipe(err) {
		return &writeError{to: "standard output", err: reason(err)}
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

// options returns how to draw on a stream: its width and colors, and whether it can show more than ASCII. Whatever is
// no terminal gets the same bytes everywhere, unless color asks for colors.
func (a *app) options(stream io.Writer, color string) render.Options {
	return render.Options{
		Width:   a.width(stream),
		Profile: a.Profile(stream, color),
		ASCII:   a.IsTerminal(stream) && !a.Unicode(),
	}
}

func (a *app) width(stream io.Writer) int {
	if !a.IsTerminal(stream) {
		return render.DefaultWidth
	}
	if n, _ := a.Size(stream); n > 0 {
		return min(max(n, render.MinWidth), render.MaxWidth)
	}
	return render.DefaultWidth
}
