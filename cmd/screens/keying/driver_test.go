package keying

import (
	"os"
	"path/filepath"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/collect"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/sheets"
	"github.com/coalcheck/coalcheck/cmd/screens/internal/tuitest"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/pitfalls"
)

var catalogue = pitfalls.English()

// driver plays a person with sheets of paper without a terminal, with a folder on disk.
type driver struct {
	t      rapid.TB
	s      *screen
	folder string
	// refuse is why files cannot be written, or nil. pressed counts the keys.
	refuse  error
	pressed int
	quit    bool
}

func (d *driver) options() sheets.Options {
	return sheets.Options{
		Catalogue: catalogue, Folder: d.folder, Draft: filepath.Join(d.folder, "state", "draft.yaml"),
		There: d.there, Write: d.write,
	}
}

func (d *driver) there() []collect.Arrival {
	names, _ := filepath.Glob(filepath.Join(d.folder, "*.yaml"))
	var all []collect.Arrival
	for _, name := range names {
		text, _ := os.ReadFile(name)
		if a, err := answersfile.Read(name, text, catalogue); err == nil {
			all = append(all, collect.Arrival{Source: filepath.Base(name), Answers: a})
		}
	}
	return all
}

func (d *driver) write(a *collect.Arrival) error {
	if d.refuse != nil {
		return d.refuse
	}
	path := disk.Free(filepath.Join(d.folder, a.FileName()))
	a.Written = filepath.Base(path)
	return disk.Write(path, a.Text, disk.Options{Private: true})
}

func terminal(width, height int) tui.Terminal {
	return tui.Terminal{Width: width, Height: height, Profile: colorprofile.TrueColor}
}

// newDriver begins to key sheets of a depth.
func newDriver(t rapid.TB, folder string, depth assess.Depth, width, height int) *driver {
	t.Helper()
	d := &driver{t: t, folder: folder}
	o := d.options()
	o.Coalition, o.Depth = "Riverside Youth Coalition", &depth
	return d.open(o, width, height)
}

func (d *driver) open(o sheets.Options, width, height int) *driver {
	d.t.Helper()
	run, err := sheets.Open(o)
	if err != nil {
		d.t.Fatal(err)
	}
	d.s = newKeying(terminal(width, height), run)
	return d
}

// check begins to key the sheets of the folder again.
func (d *driver) check(width, height int) *driver {
	d.t.Helper()
	c, err := sheets.OpenCheck(sheets.CheckOptions{
		Catalogue: catalogue, Folder: d.folder, There: d.there(), Spare: func(string) string { return "" },
	})
	if err != nil {
		d.t.Fatal(err)
	}
	d.s = newCheck(terminal(width, height), c)
	return d
}

// read returns what is in a file of the folder.
func (d *driver) read(name string) *assess.Answers {
	d.t.Helper()
	text, err := os.ReadFile(filepath.Join(d.folder, name))
	if err != nil {
		d.t.Fatal(err)
	}
	a, err := answersfile.Read(name, text, catalogue)
	if err != nil {
		d.t.Fatal(err)
	}
	return a
}

// press presses keys, one after the other. A word that is no key is typed letter by letter.
func (d *driver) press(keys ...string) *driver {
	for _, k := range tuitest.Presses(keys...) {
		d.send(k)
	}
	return d
}

func (d *driver) send(msg tea.Msg) *driver {
	if _, isKey := msg.(tea.KeyPressMsg); isKey {
		d.pressed++
	}
	d.quit = tuitest.Send(d.s.app, msg) || d.quit
	return d
}

// screen is what a person reads, without trailing spaces.
func (d *driver) screen() string { return tuitest.Screen(d.s.app) }

func (d *driver) shows(t *testing.T, wants ...string) {
	t.Helper()
	tuitest.Shows(t, d.s.app, wants...)
}
