package wizard

import (
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess/interview"
)

const taken = "riverside-youth-coalition-2026-11-21"

// files returns the names of all files that were written.
func (d *driver) files() []string {
	return slices.Sorted(maps.Keys(d.texts))
}

// ending closes the run, without its draft.
func (d *driver) ending() interview.Ending {
	d.wiz.run.Keeper = nil
	return d.wiz.run.Close()
}

func TestTakeAway(t *testing.T) {
	for _, test := range []struct {
		name string
		keys []string
		want []string
	}{
		{"as it is offered", nil, []string{taken + ".html", "riverside-youth-coalition-plan-2026-11-21.yaml"}},
		{"without a page", []string{"down", "space"}, []string{"riverside-youth-coalition-plan-2026-11-21.yaml"}},
		{"with a page after all", []string{"down", "space", "space", "down", "space"}, []string{taken + ".html"}},
		{
			"with a calendar",
			[]string{"down", "down", "down", "space", "up", "space"},
			[]string{taken + ".html", "riverside-youth-coalition-plan-2026-11-21.ics"},
		},
		{"under another name", []string{"down", "ctrl+u", "board", "tab", "down", "space"}, []string{"board.html"}},
		{"and on with the next one", []string{"down", "ctrl+u", "board", "down", "ctrl+u", "plan"}, []string{"board.html", "plan.yaml"}},
		{"a name that is given up", []string{"down", "e", "x", "esc", "down", "space"}, []string{taken + ".html"}},
		{"a calendar that has got a name", []string{"down", "space", "down", "space", "down", "ctrl+u", "days"}, []string{"days.ics"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := newDriver(t).press(toTake...).press(test.keys...).press("enter")
			if !d.quit || !slices.Equal(d.files(), test.want) || d.disk[taken+".yaml"] == nil {
				t.Errorf("quit %v, files %q and %v\n%s", d.quit, d.files(), d.disk, d.screen())
			}
			if page, ok := d.texts[taken+".html"]; ok && page != "page of "+riverside {
				t.Errorf("the page is %q", page)
			}
		})
	}
}

// TestOneFileThatFails keeps what was written, and lets the person try the rest again or leave it out.
func TestOneFileThatFails(t *testing.T) {
	start := func(t *testing.T) *driver {
		t.Helper()
		d := newDriver(t).press(toTake...).press("down", "ctrl+u", "/full/board", "enter")
		if d.quit || d.disk[taken+".yaml"] == nil || len(d.files()) != 1 || d.wiz.run.Saved == "" {
			t.Fatalf("quit %v, files %q", d.quit, d.files())
		}
		d.shows(t, "› [x] A page for the board", "board.html could not be written: no space left on device.", taken+".yaml  saved")
		return d
	}
	t.Run("elsewhere", func(t *testing.T) {
		d := start(t).press("ctrl+u", "board", "enter")
		if e := d.ending(); !d.quit || d.texts["board.html"] == "" || len(e.NotTaken) > 0 || len(e.Taken) != 2 {
			t.Errorf("quit %v, files %q, ending %+v", d.quit, d.files(), e)
		}
	})
	t.Run("left out", func(t *testing.T) {
		d := start(t).press("space", "enter")
		if e := d.ending(); !d.quit || len(e.NotTaken) > 0 {
			t.Errorf("quit %v, ending %+v", d.quit, e)
		}
	})
	t.Run("left", func(t *testing.T) {
		d := start(t).press("q")
		e := d.ending()
		if !d.quit || e.Saved == "" || len(e.NotTaken) != 1 {
			t.Fatalf("quit %v, ending %+v", d.quit, e)
		}
		if path, ok := errors.AsType[*fs.PathError](e.NotTaken[0]); !ok || path.Path != "/full/board.html" {
			t.Errorf("not taken: %v", e.NotTaken)
		}
	})
	t.Run("no way back", func(t *testing.T) {
		d := start(t).press("esc")
		d.shows(t, "Your answers are saved. Enter tries the rest again.")
		d.press("up", "space").shows(t, "This one is written already.")
		d.press("e").shows(t, "This one is written already.")
	})
}

// TestTheAnswersAreAlwaysSaved cannot be switched off.
func TestTheAnswersAreAlwaysSaved(t *testing.T) {
	d := newDriver(t).press(toTake...).press("space")
	d.shows(t, "The answers are always saved.", "› [x] Your answers")
}

// TestWhatIsChosenStays goes back from the last screen to change something else.
func TestWhatIsChosenStays(t *testing.T) {
	d := newDriver(t).press(toTake...).press("down", "space", "down", "ctrl+u", "ours", "tab", "esc", "enter")
	d.shows(t, "[ ] A page for the board", "ours.yaml")
	if d.press("enter"); !slices.Equal(d.files(), []string{"ours.yaml"}) {
		t.Errorf("files %q", d.files())
	}
}

// TestARowForEveryKind holds that each kind of file has its words.
func TestARowForEveryKind(t *testing.T) {
	d := newDriver(t).press(toTake...)
	for i := interview.Answers; i <= interview.Calendar; i++ {
		if words := kinds[i]; words.label == "" || words.use == "" || !strings.Contains(d.screen(), words.label) {
			t.Errorf("kind %d has the words %+v", i, words)
		}
	}
}
