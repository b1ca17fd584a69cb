package reveal

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/cmd/screens/internal/tuitest"
	"github.com/coalcheck/coalcheck/cmd/screens/plantable"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// driver plays a facilitator without a terminal, with a plan file on disk and a clock that stands still until it is moved.
type driver struct {
	t    interface{ Fatal(...any) }
	app  *tui.App
	r    *Reveal
	path string
	now  time.Time
	// moved is how far the room came.
	moved assess.Reveal
	quit  bool
}

func newDriver(t interface {
	Helper()
	Fatal(...any)
}, folder string, r *score.Result, width, height int, at assess.Reveal,
) *driver {
	t.Helper()
	d := &driver{t: t, path: filepath.Join(folder, "plan.yaml"), now: time.Date(2026, time.November, 26, 18, 0, 0, 0, time.UTC), moved: at}
	plan := planfile.From(r, d.now)
	plan.ID = "0123456789abcdef"
	d.app, d.r = newAlone(tui.Terminal{Width: width, Height: height, Profile: colorprofile.TrueColor}, Options{
		Result: r, Minutes: 45, At: at, Now: func() time.Time { return d.now }, Moved: func(at assess.Reveal) { d.moved = at },
	}, plantable.Options{
		Table: planfile.NewTable(plan, "2026-11-26"), File: planfile.New(d.path, pitfalls.English()), Catalogue: pitfalls.English(),
		Today: d.now,
	})
	return d
}

// file returns the text of the plan file, or "".
func (d *driver) file() string {
	text, err := os.ReadFile(d.path)
	if err != nil && !os.IsNotExist(err) {
		d.t.Fatal(err)
	}
	return string(text)
}

// later moves the clock, and has the screen drawn.
func (d *driver) later(by time.Duration) *driver {
	d.now = d.now.Add(by)
	d.send(tea.FocusMsg{}) // any message has it drawn
	_ = d.app.View()
	return d
}

// press presses keys, one after the other. A word that is no key is typed letter by letter.
func (d *driver) press(keys ...string) *driver {
	for _, k := range tuitest.Presses(keys...) {
		d.send(k)
	}
	return d
}

func (d *driver) send(msg tea.Msg) *driver {
	d.quit = tuitest.Send(d.app, msg) || d.quit
	return d
}

// screen is what the room reads, without trailing spaces.
func (d *driver) screen() string { return tuitest.Screen(d.app) }

func (d *driver) shows(t *testing.T, wants ...string) {
	t.Helper()
	tuitest.Shows(t, d.app, wants...)
}

// holds checks that the plan file has these parts.
func (d *driver) holds(t *testing.T, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if text := d.file(); !strings.Contains(text, want) {
			t.Errorf("the file does not hold %q:\n%s", want, text)
		}
	}
}

// resultOf scores answers, confidentially where they are of several persons.
func resultOf(all ...*assess.Answers) *score.Result {
	sum := group.NewGathering(pitfalls.English())
	for i, a := range all {
		sum.Add(string(rune('a'+i))+".yaml", a)
	}
	g, err := sum.Group()
	if err != nil {
		panic(err)
	}
	if sum.SeveralPersons() {
		return score.Confidential(g)
	}
	return score.Score(g)
}

// room returns the result of a workshop of so many people, in which some pitfalls are split, some agreed on and some no trouble.
func room(d assess.Depth, people int) *score.Result {
	s := assess.NewSession(pitfalls.English(), d)
	s.Answers.Coalition, s.Answers.Present, s.Answers.Date = "Riverside Youth Coalition", people, "2026-11-26"
	shares := [][5]int{{1, 1, 2, 5, 9}, {8, 4, 1, 4, 3}, {9, 6, 3, 1, 0}, {2, 3, 9, 4, 1}, {0, 2, 3, 10, 4}}
	for i, p := range s.Places() {
		share := shares[(i+p.Topic)%len(shares)]
		for k := range share {
			share[k] = share[k] * people / 20
		}
		s.Answers.Set(p, assess.Tally{Counts: share, DontKnow: people / 20})
	}
	return resultOf(s.Answers)
}

// uncounted returns the result of a workshop in which nothing was counted.
func uncounted() *score.Result {
	s := assess.NewSession(pitfalls.English(), assess.Quick)
	s.Answers.Present = 12
	return resultOf(s.Answers)
}

// files returns the confidential result of so many persons' files, with notes of which some may be read out.
func files(d assess.Depth, persons int) *score.Result { return resultOf(people(d, persons)...) }

// people returns the answers of so many persons. What an even one has written may be read out.
func people(d assess.Depth, persons int) []*assess.Answers {
	var all []*assess.Answers
	for n := range persons {
		s := assess.NewSession(pitfalls.English(), d)
		s.Answers.Coalition, s.Answers.ReadOut = "Riverside Youth Coalition", n%2 == 0
		s.Answers.Role = assess.Roles()[n%4]
		for i, p := range s.Places() {
			s.Answers.Set(p, assess.TallyOf(assess.Rating(1+min(4, (i+p.Topic)%4+(n*(i%3+1)+i)%11/4))))
		}
		s.Answers.Topics[n%3].Note = fmt.Sprintf("Person %d says that we never say no.", n)
		all = append(all, s.Answers)
	}
	return all
}
