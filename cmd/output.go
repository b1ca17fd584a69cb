package cmd

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/cmd/internal/iostreams"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/html"
	"github.com/coalcheck/coalcheck/render/markdown"
	"github.com/coalcheck/coalcheck/render/report"
	"github.com/coalcheck/coalcheck/render/speech"
	"github.com/coalcheck/coalcheck/render/terminal"
)

// output says how a report is written and where it goes.
type output struct {
	// path is the file, or empty or "-" for standard output. name is what a file is called, without an ending, that is
	// named for the person.
	path, name string
	// force allows to replace the file.
	force bool
	// format is how to write the report.
	format choice
	// plain writes the report to listen to it.
	plain bool
	// color is what --color says.
	color choice
	// unfit is why the ending of the name is refused, or nil.
	unfit error
	// told says where the report is even if standard error is no terminal.
	told bool
}

// format is one way to write reports. One without write is for data that no document holds.
type format struct {
	name, label string
	// endings are how the name of a file ends that is written so.
	endings []string
	reader  report.Reader
	write   func(io.Writer, *doc.Document, display) error
}

// formats are all formats. The first one is for the screen.
var formats = []format{
	{"terminal", "text", []string{".txt"}, report.AtPrompt, func(w io.Writer, d *doc.Document, s display) error {
		if s.listens {
			return speech.Write(w, d, s.speech)
		}
		return terminal.Write(w, d, s.terminal)
	}},
	{"markdown", "Markdown", []string{".md", ".markdown"}, report.OnPaper, func(w io.Writer, d *doc.Document, _ display) error {
		return markdown.Write(w, d)
	}},
	{"html", "HTML", []string{".html", ".htm"}, report.OnPaper, func(w io.Writer, d *doc.Document, _ display) error {
		return html.Write(w, d)
	}},
	{name: "json", label: "JSON", endings: []string{".json"}},
	{name: "csv", label: "a table", endings: []string{".csv"}},
	{name: "ics", label: "a calendar", endings: []string{".ics"}},
	{name: "answers", label: "an answers file", endings: []string{".yaml", ".yml"}},
	{name: formFormat, label: "a form", endings: []string{".html", ".htm"}},
}

// display is what a report for the screen is written for.
type display struct {
	terminal terminal.Options
	// listens reports whether the reader listens, speech how.
	listens bool
	speech  speech.Options
}

// addFlags adds the flags that say how a report is written and where it goes. Besides the formats of all documents, it
// may be written as data. A file that is named for the person is called name.
func (o *output) addFlags(flags *pflag.FlagSet, what, name string, data ...string) {
	o.name = name
	for _, f := range formats {
		if f.write != nil || slices.Contains(data, f.name) {
			o.format.of = append(o.format.of, f.name)
		}
	}
	o.format.value = o.format.of[0]
	flags.Var(&o.format, "format", "how to write "+what+"; else as -o FILE ends")
	flags.StringVarP(&o.path, "output", "o", "", "write to `FILE` instead of the screen")
	flags.BoolVar(&o.force, "force", false, "replace the file if it exists")
	o.addColor(flags, "the report")
}

// addColor adds the flag that says whether there are colors.
func (o *output) addColor(flags *pflag.FlagSet, what string) {
	o.color = choice{value: iostreams.ColorAuto, of: []string{iostreams.ColorAuto, iostreams.ColorAlways, iostreams.ColorNever}}
	flags.Var(&o.color, "color", "color "+what+" (auto: on a terminal)")
}

// addPlain adds the flag for readers who listen, of commands that ask nothing.
func (o *output) addPlain(flags *pflag.FlagSet) {
	flags.BoolVar(&o.plain, "plain", false, "write it line by line, as for screen readers")
}

// complete offers the formats and colors to the shell.
func (o *output) complete(c *cobra.Command) {
	complete(c, "format", o.format.of)
	complete(c, "color", o.color.of)
}

// content is what a report says: a document for a reader, and the formats of data by their names.
type content struct {
	document func(report.Reader) *doc.Document
	data     map[string]func(io.Writer) error
}

// deliver writes a report to where it should go. Nothing is written when that fails halfway.
func (a *app) deliver(o *output, c content) error {
	var text bytes.Buffer
	stream := a.Out
	if o.toFile() {
		stream = &text
	}
	if err := a.write(&text, o, c, a.display(stream, o)); err != nil {
		return err
	}
	if !o.toFile() {
		return a.print(text.String())
	}
	err := disk.Write(o.path, text.Bytes(), disk.Options{Replace: o.force})
	if err != nil && !errors.Is(err, disk.ErrUnconfirmed) { // a report can be made again
		return &writeError{to: displayPath(o.path), err: reason(err)}
	}
	if o.told || a.IsTerminal(a.Err) {
		a.say(fmt.Sprintf("coalcheck: wrote %s as %s", displayPath(o.path), o.written().label))
	}
	return nil
}

func (a *app) write(w io.Writer, o *output, c content, s display) error {
	if data := c.data[o.format.value]; data != nil {
		return data(w)
	}
	f := o.written()
	return f.write(w, c.document(f.reader), s)
}

// written returns the format that was chosen.
func (o *output) written() *format {
	return &formats[slices.IndexFunc(formats, func(f format) bool { return f.name == o.format.value })]
}

// display returns what a report on a stream is written for. One that is listened to has every sentence on a line of its
// own, unless a terminal would break it in the middle of a word.
func (a *app) display(stream io.Writer, o *output) display {
	s := display{terminal: a.options(stream, o.color.value), listens: a.listens(o.plain)}
	if a.IsTerminal(stream) {
		s.speech.Width = s.terminal.Width
	}
	return s
}

// listens reports whether the reader listens instead of looking, as --plain says or the environment.
func (a *app) listens(plain bool) bool { return plain || a.Getenv("ACCESSIBLE") != "" }

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
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		return path.Err
	}
	return err
}

// options returns how to draw on a stream: its width and colors, and whether it can show more than ASCII. Whatever is
// no terminal gets the same bytes everywhere, unless color asks for colors.
func (a *app) options(stream io.Writer, color string) terminal.Options {
	return terminal.Options{
		Width:   a.width(stream),
		Profile: a.Profile(stream, color),
		ASCII:   a.IsTerminal(stream) && !a.Unicode(),
	}
}

func (a *app) width(stream io.Writer) int {
	if !a.IsTerminal(stream) {
		return terminal.DefaultWidth
	}
	if n, _ := a.Size(stream); n > 0 {
		return min(max(n, terminal.MinWidth), terminal.MaxWidth)
	}
	return terminal.DefaultWidth
}
