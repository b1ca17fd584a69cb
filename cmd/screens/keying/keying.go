// Package keying is the screen on which sheets of paper are keyed in, one key a statement. Every key is on disk before the next
// frame, and a sheet is in its file once Enter has ended it.
package keying

import (
	"context"
	"errors"
	"fmt"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/collect"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/assess/sheets"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Run shows the screen until the person leaves. It reports whether they did so by q, and not by Ctrl+C or a signal.
func Run(ctx context.Context, t tui.Terminal, r *sheets.Run) (quit bool, err error) {
	s := newKeying(t, r)
	err = s.app.Run(ctx)
	return s.quit, err
}

// RunCheck does the same with sheets that are keyed again. It also ends when all are checked.
func RunCheck(ctx context.Context, t tui.Terminal, c *sheets.Check) (quit bool, err error) {
	s := newCheck(t, c)
	err = s.app.Run(ctx)
	return s.quit, err
}

// screen is the sheet on the screen.
type screen struct {
	app       *tui.App
	catalogue *pitfalls.Catalogue
	area      tui.Area
	// run keys new sheets, check keys them again. One of them is nil.
	run   *sheets.Run
	check *sheets.Check
	// asked is true once Enter has said that some statements are not keyed, warned once leaving has said that a sheet is not kept.
	asked, warned bool
	// failed is why a sheet was not written, or nil. quit is true when the person leaves by choice.
	failed error
	quit   bool
}

func newKeying(t tui.Terminal, r *sheets.Run) *screen {
	s := &screen{run: r, catalogue: r.Catalogue}
	s.app = tui.NewApp(t, tui.Frame{
		Title:    func() string { return safetext.Visible(r.Coalition) },
		Progress: s.progress,
		Warning:  s.warning,
		Kept:     "What you have keyed is kept.",
		Leave:    s.mayLeave,
	})
	if r.AsksCoalition || r.AsksDepth {
		s.ask()
		return s
	}
	s.begin("", assess.Quick)
	return s
}

func newCheck(t tui.Terminal, c *sheets.Check) *screen {
	s := &screen{check: c, catalogue: c.Catalogue}
	s.app = tui.NewApp(t, tui.Frame{
		Progress: s.progress,
		Kept:     "Nothing is changed before a sheet is decided.",
	})
	s.app.Show(s)
	s.tellSeveral()
	return s
}

// begin shows the first sheet.
func (s *screen) begin(coalition string, d assess.Depth) {
	s.run.Begin(coalition, d)
	s.app.Restart()
	s.app.Show(s)
	switch {
	case s.run.Former > 0:
		s.app.Say(fmt.Sprintf("%d is taken: write %d on this sheet.", s.run.Former, s.run.Sheet.Number))
	case s.run.Resumed:
		s.app.Say(fmt.Sprintf("Sheet %d goes on where you left it.", s.run.Sheet.Number))
	}
}

func (s *screen) sheet() *sheets.Sheet {
	if s.check != nil {
		return s.check.Sheet
	}
	return s.run.Sheet
}

// progress counts the statements of the sheet.
func (s *screen) progress() (done, all int) {
	if sheet := s.sheet(); sheet != nil {
		return sheet.Keyed(), sheet.Statements()
	}
	return 0, 0
}

// warning says that nothing keeps the sheet until it is written.
func (s *screen) warning() string {
	if s.run.DraftErr != nil {
		return "The disk takes no half keyed sheet."
	}
	return ""
}

// mayLeave reports whether the person may leave. Where the sheet is not kept, it says so once.
func (s *screen) mayLeave() bool {
	if half := s.run.Half(); half > 0 && s.run.DraftErr != nil && !s.warned {
		s.warned, s.quit = true, false
		s.app.Say(fmt.Sprintf("Sheet %d is not kept. Again: leave.", half))
		return false
	}
	return true
}

func (s *screen) leave() {
	s.quit = true
	s.app.Leave()
}

// Fit takes the area over.
func (s *screen) Fit(a tui.Area) { s.area = a }

// Place says what to write on the sheet, or which one to take.
func (s *screen) Place() string {
	if s.check != nil {
		return fmt.Sprintf("Key sheet %d again", s.number())
	}
	return fmt.Sprintf("Write %d on the sheet", s.number())
}

func (s *screen) number() int {
	if sheet := s.sheet(); sheet != nil {
		return sheet.Number
	}
	return 0
}

// Tall is false: the sheet is one block.
func (s *screen) Tall() bool { return false }

// change changes the sheet and keeps it.
func (s *screen) change(do func()) {
	s.asked = false
	do()
	if s.run != nil {
		s.run.Keep()
	}
}

// takeBack takes back what was keyed last. What is in a file already stays as it is until it is checked.
func (s *screen) takeBack() {
	if s.run != nil && s.sheet().Untouched() && len(s.run.Written) > 0 {
		s.app.Say("It is written: --check corrects it.")
		return
	}
	s.change(s.sheet().TakeBack)
}

func (s *screen) key(sign string) {
	if r, ok := collect.RatingOf([]rune(sign)[0]); ok {
		s.change(func() { s.sheet().Key(r) })
	}
}

// Type says of a key that it is none of these. So a statement that was passed over or keyed twice is noticed at the role.
func (s *screen) Type(k tea.KeyPressMsg) {
	s.app.Unknown(k)
	if s.app.Notice() != "" || k.Text == "" {
		return
	}
	sheet := s.sheet()
	switch {
	case sheet.AtRole():
		s.app.Say(fmt.Sprintf("All %d are keyed: now the role.", sheet.Statements()))
	default:
		s.app.Say("Not an answer: 1 to 5, d, n or -.")
	}
}

// Paste keys a line, as --plain reads it, as far as it goes.
func (s *screen) Paste(text string) {
	sheet := s.sheet()
	s.change(func() {
		for _, r := range safetext.Narrow(safetext.TypedLine(text)) {
			if unicode.IsSpace(r) {
				continue
			}
			rating, ok := collect.RatingOf(r)
			role := collect.RoleOf(string(r))
			switch {
			case sheet.AtRole() && (role != "" || r == '-'):
				sheet.SetRole(role)
				return
			case sheet.AtRole() || !ok:
				s.app.Say(fmt.Sprintf("Pasted up to %q, which does not fit.", r))
				return
			}
			sheet.Key(rating)
		}
	})
}

// enter ends the sheet. Where statements are not keyed, it says so once.
func (s *screen) enter() {
	sheet := s.sheet()
	switch {
	case sheet.Untouched():
		s.app.Say("Nothing is keyed yet.")
	case !sheet.Whole() && !s.asked:
		s.asked = true
		s.app.Say(fmt.Sprintf("Not keyed: %d. Enter: all left open.", sheet.Statements()-sheet.Keyed()))
	case s.check != nil:
		s.compare()
	default:
		s.write()
	}
}

// write writes the sheet and begins the next one.
func (s *screen) write() {
	s.asked = false
	_, err := s.run.Finish()
	taken, isTaken := errors.AsType[*sheets.TakenError](err)
	switch {
	case isTaken:
		s.app.Say(fmt.Sprintf("%d is taken: write %d. Enter again.", taken.Was, taken.Now))
	case err != nil:
		s.failed = err
	default:
		s.failed = nil
		s.app.Say(fmt.Sprintf("Written. Write %d on the next sheet.", s.run.Sheet.Number))
	}
}
