package keying

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/assess/sheets"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/render/style"
)

// doubt asks whether a sheet of which most differs is the one that it is compared with. Else the answers of another person would be
// written over.
type doubt struct {
	*screen
	all []sheets.Difference
}

// Keys confirms it, or goes back.
func (d *doubt) Keys() []tui.Key {
	return []tui.Key{
		tui.On(d.confirm, "y").Hint(0, "y", "the same sheet").Help("y", "it is the same sheet: go through what differs"),
		tui.On(d.app.Back, "esc", "left").Hint(1, "Esc", "to the sheet").Help("Esc", "back to the sheet"),
		tui.On(func() { d.app.Back(); d.skip() }, "tab").Hint(2, "Tab", "skip").Help("Tab", "leave this sheet unchecked"),
		tui.On(d.leave, "q").Hint(3, "q", "leave").Help("q  Ctrl+C", "leave; the file of this sheet is as it was"),
	}
}

func (d *doubt) confirm() {
	d.app.Back()
	d.app.Show(&decision{screen: d.screen, all: d.all})
}

// Type passes over what is no answer.
func (d *doubt) Type(k tea.KeyPressMsg) { d.app.Unknown(k) }

// Paste passes over what is pasted.
func (d *doubt) Paste(string) {}

// Draw asks.
func (d *doubt) Draw() []string {
	file, _ := d.check.File()
	lines := tui.Styled(style.Wrap("Is this the same sheet?", d.area.Width), d.app.Theme.Strong)
	text := fmt.Sprintf("%d answers differ from those in %s.", len(d.all), safetext.Visible(file))
	return append(lines, append([]string{""}, style.Wrap(text, d.area.Width)...)...)
}

// several says which sheet is meant where several files have its number.
type several struct{ *screen }

// Keys goes on to the sheet.
func (s *several) Keys() []tui.Key {
	return []tui.Key{
		tui.On(s.app.Back, "enter", "esc").Hint(0, "Enter", "key it again").Help("Enter", "key this sheet again"),
		tui.On(func() { s.app.Back(); s.skip() }, "tab").Hint(1, "Tab", "skip").Help("Tab", "leave this sheet unchecked"),
		tui.On(s.leave, "q").Hint(2, "q", "leave").Help("q  Ctrl+C", "leave"),
	}
}

// Type passes over what is no choice.
func (s *several) Type(k tea.KeyPressMsg) { s.app.Unknown(k) }

// Paste passes over what is pasted.
func (s *several) Paste(string) {}

// Draw names the file.
func (s *several) Draw() []string {
	file, _ := s.check.File()
	lines := tui.Styled(style.Wrap(fmt.Sprintf("Several files are sheet %d.", s.number()), s.area.Width), s.app.Theme.Strong)
	text := fmt.Sprintf("Take the sheet that is in %s.", safetext.Visible(file))
	return append(lines, append([]string{""}, style.Wrap(text, s.area.Width)...)...)
}
