package wizard

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/cmd/screens/internal/tuitest"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// driver plays a person at the wizard without a terminal: it hands over keys, runs the commands that come back, and
// reads the screen.
type driver struct {
	wiz *wizard
	// draft is where answers are kept, disk the files that were written.
	draft *memoryDraft
	disk  map[string]*assess.Answers
	// texts are the other files that were written.
	texts map[string]string
	quit  bool
}

// memoryDraft keeps a draft in memory. It fails with err where that is set.
type memoryDraft struct {
	interview.Keeper // what the wizard does not call
	last             *assess.Answers
	saves            int
	aside            int
	// asideIn is where KeepAside says that it keeps a draft.
	asideIn string
	err     error
}

func (d *memoryDraft) Save(a *assess.Answers) error {
	d.saves++
	if d.err == nil {
		d.last = a
	}
	return d.err
}

func (d *memoryDraft) KeepAside() (string, error) {
	d.aside++
	return cmp.Or(d.asideIn, "/state/draft-2.yaml"), d.err
}

func (d *memoryDraft) Exchange(string) (*assess.Answers, error) {
	return assess.New(pitfalls.English()), d.err
}

// newDriver starts a wizard of 80×24 on which nothing is answered, with what the changes make of it.
func newDriver(t interface{ Helper() }, changes ...func(*Options)) *driver {
	t.Helper()
	d := &driver{draft: &memoryDraft{}, disk: map[string]*assess.Answers{}, texts: map[string]string{}}
	o := Options{
		Run: &interview.Run{
			Options: interview.Options{
				Catalogue: pitfalls.English(), Today: "2026-11-21",
				Page:     func(r *score.Result) ([]byte, error) { return []byte("page of " + r.Group.Coalition), nil },
				Calendar: func(p *planfile.Plan) ([]byte, error) { return []byte("review on " + p.Review), nil },
			},
			Keeper: d.draft,
		},
		Terminal: tui.Terminal{Width: 80, Height: 24, Profile: colorprofile.TrueColor},
		Report:   reportLines, Markdown: func(r *score.Result) string { return "# " + r.Group.Coalition }, Example: exampleResult, Folder: "/home/chair",
		Now: func() time.Time { return time.Date(2026, time.November, 21, 18, 0, 0, 0, time.UTC) }, Minutes: 45,
	}
	o.Run.WriteFile = func(path string, a *assess.Answers, overwrite bool) error {
		if d.disk[path] != nil && !overwrite {
			return fs.ErrExist
		}
		if strings.HasPrefix(path, "/full/") {
			return errors.New("no space left on device")
		}
		d.disk[path] = a
		return nil
	}
	o.Run.WriteText = func(path string, text []byte) error {
		switch _, there := d.texts[path]; {
		case there || d.disk[path] != nil:
			return &fs.PathError{Op: "write", Path: path, Err: fs.ErrExist}
		case strings.HasPrefix(path, "/full/"):
			return &fs.PathError{Op: "write", Path: path, Err: errors.New("no space left on device")}
		}
		d.texts[path] = string(text)
		return nil
	}
	for _, change := range changes {
		change(&o)
	}
	d.wiz = newWizard(o)
	return d
}

// reportLines stands for the renderer. It names the steps, and is longer than a screen.
func reportLines(r *score.Result, width int) (lines []string, sections map[string]int) {
	lines = append(lines, "THE PLAN")
	for _, s := range r.Plan.Steps {
		lines = append(lines, fmt.Sprintf("%d  %s", s.Rank, r.Topics[s.Pitfall].Label))
	}
	for i := range 40 {
		lines = append(lines, strings.Repeat(fmt.Sprintf("line %d ", i), width)[:width-1])
	}
	return lines, nil
}

// exampleResult stands for the example of the program.
func exampleResult() (*score.Result, error) {
	c := pitfalls.English()
	return score.Score(group.Of(c, assess.New(c))), nil
}

func quick(o *Options) {
	d := assess.Quick
	o.Run.Depth = &d
}

func size(width, height int) func(*Options) {
	return func(o *Options) { o.Terminal.Width, o.Terminal.Height = width, height }
}

// riverside is the name of a coalition. It is pasted, because a form draws itself again for every letter.
const riverside = "Riverside Youth Coalition"

// press presses keys, one after the other. A word that is no key is typed letter by letter.
func (d *driver) press(keys ...string) *driver {
	for _, key := range keys {
		if k, ok := tuitest.Keys[key]; ok {
			d.send(k)
			continue
		}
		if key == "pass" { // the beginning of the pitfalls has a screen of its own only in small windows
			if d.at() == "half" {
				d.send(tuitest.Keys["enter"])
			}
			continue
		}
		if key == riverside {
			d.paste(key)
			continue
		}
		for _, r := range key {
			d.send(tea.KeyPressMsg{Code: r, Text: string(r)})
		}
	}
	return d
}

func (d *driver) paste(text string) *driver { return d.send(tea.PasteMsg{Content: text}) }

func (d *driver) resize(width, height int) *driver {
	return d.send(tea.WindowSizeMsg{Width: width, Height: height})
}

// send hands over one message and runs what comes back.
func (d *driver) send(msg tea.Msg) *driver {
	d.quit = tuitest.Send(d.wiz, msg) || d.quit
	return d
}

// screen is what a person reads, without trailing spaces.
func (d *driver) screen() string { return tuitest.Screen(d.wiz) }

func (d *driver) shows(t *testing.T, wants ...string) {
	t.Helper()
	tuitest.Shows(t, d.wiz, wants...)
}

// The ways to each screen, as keys from the start.
var (
	toForm   = []string{"enter"}
	toHalf   = []string{"enter", riverside, "tab", "tab", "tab", "enter"}
	toTopic  = plus(toHalf, "pass")
	toPills  = plus(toTopic, "433", "2d4", "end")
	toPill   = plus(toPills, "enter")
	toNote   = plus(toTopic, "m")
	toHelp   = plus(toTopic, "?")
	toKeys   = plus(toHelp, "?")
	toReview = plus(toTopic, "433", "2d4", "r")
	toFocus  = plus(toReview, "right")
	toStands = plus(toFocus, "enter")
	toPlan   = plus(toStands, "enter")
	toTake   = plus(toPlan, "enter")
)

// plus returns keys with further ones behind them.
func plus(keys []string, more ...string) []string { return slices.Concat(keys, more) }

// tenTwice presses a key for each of the ten pitfalls, and of the ten pills behind their beginning.
func tenTwice(key string) []string {
	return []string{strings.Repeat(key, 10), "enter", strings.Repeat(key, 10)}
}

// at returns which screen is shown, as the name of its type in lower case.
func (d *driver) at() string {
	name := fmt.Sprintf("%T", d.wiz.Top())
	return strings.ToLower(name[strings.LastIndex(name, ".")+1:])
}

// ratingOf returns the rating that a key gives.
func ratingOf(key string) assess.Rating {
	for _, k := range ratingKeys {
		if k.name == key {
			return k.rating
		}
	}
	panic(key + " rates nothing")
}
