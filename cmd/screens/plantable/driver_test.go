package plantable

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/cmd/screens/internal/tuitest"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/pitfalls"
)

const riverside = `format: coalcheck-plan/1
coalition: Riverside Youth Coalition
made: 2026-11-21
review: 2027-02-21
steps:
  - pitfall: overcommitted
    exposure: 92
    actions:
      # the big one
      - id: overcommitted.sort-three-piles
        do: List everything you have agreed to do. Mark each as done, late or no longer needed, and tell everyone what is dropped.
        owner: Ana
        due: 2026-11-15
      - do: Ask the county about the van.
        owner: Sam, and whoever else has a driving license
        due: 2026-12-18
        note: Big enough for nine.
  - pitfall: unclear-purpose
    actions:
      - do: Thank everybody.
      - do: Print the leaflet.
        owner: Kim
        done: 2026-11-20
      - do: Sing.
        dropped: 2026-11-20
`

// waiting is the action of riverside that waits for somebody.
const waiting = "Thank everybody."

// driver plays a person at the table without a terminal, with a plan file on disk.
type driver struct {
	t    interface{ Fatal(...any) }
	s    *Screen
	path string
	quit bool
}

// newDriver returns a driver with the mark on the action that waits for somebody, where the plan has that one.
func newDriver(t interface {
	Helper()
	Fatal(...any)
}, folder, text string, width, height int,
) *driver {
	t.Helper()
	d := &driver{t: t, path: filepath.Join(folder, "plan.yaml")}
	d.write(text)
	plan, err := planfile.Read("plan.yaml", []byte(text), pitfalls.English())
	if err != nil {
		t.Fatal(err)
	}
	d.s = newScreen(d.path, text, plan, width, height)
	d.s.mark(key(d.s, waiting))
	return d
}

// key returns the key of an action.
func key(s *Screen, do string) planfile.Key {
	for _, r := range s.o.Table.Rows() {
		if r.Do == do {
			return r.Key
		}
	}
	return ""
}

// newScreen returns the table as a person finds it.
func newScreen(path, text string, plan *planfile.Plan, width, height int) *Screen {
	today := time.Date(2026, time.November, 26, 0, 0, 0, 0, time.UTC)
	return newAlone(tui.Terminal{Width: width, Height: height, Profile: colorprofile.TrueColor}, Options{
		Table: planfile.NewTable(plan, "2026-11-26"), File: planfile.Open(path, []byte(text), plan, pitfalls.English(), ""),
		Catalogue: pitfalls.English(), Today: today,
	})
}

// write changes the file as somebody else does.
func (d *driver) write(text string) {
	if err := os.WriteFile(d.path, []byte(text), 0o600); err != nil {
		d.t.Fatal(err)
	}
}

// file returns the text of the file, with what has changed in it.
func (d *driver) file() string {
	text, err := os.ReadFile(d.path)
	if err != nil {
		d.t.Fatal(err)
	}
	return string(text)
}

// press presses keys, one after the other. A word that is no key is typed letter by letter.
func (d *driver) press(keys ...string) *driver {
	for _, k := range tuitest.Presses(keys...) {
		d.send(k)
	}
	return d
}

func (d *driver) send(msg tea.Msg) *driver {
	d.quit = tuitest.Send(d.s.app, msg) || d.quit
	return d
}

// screen is what a person reads, without trailing spaces.
func (d *driver) screen() string { return tuitest.Screen(d.s.app) }

func (d *driver) shows(t *testing.T, wants ...string) {
	t.Helper()
	tuitest.Shows(t, d.s.app, wants...)
}

// holds checks that the file has these parts, and still what nobody has changed.
func (d *driver) holds(t *testing.T, wants ...string) {
	t.Helper()
	for _, want := range append(wants, "# the big one") {
		if text := d.file(); !strings.Contains(text, want) {
			t.Errorf("the file does not hold %q:\n%s", want, text)
		}
	}
}
