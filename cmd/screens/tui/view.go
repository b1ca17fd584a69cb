package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/assess/safetext"
)

// View draws the frame and the screen in it. The window keeps its title: there is no way to learn what it was, and so none
// to give it back.
func (a *App) View() tea.View {
	content, at := a.draw(), (*tea.Cursor)(nil)
	if _, ok := a.Top().(Writer); ok {
		content, at = a.cursor(content)
	}
	if a.terminal.ASCII {
		content = inASCII(content)
	}
	v := tea.NewView(content)
	v.AltScreen = true
	v.KeyboardEnhancements = a.keyboard
	v.Cursor = at
	return v
}

func (a *App) draw() string {
	switch {
	case a.gone:
		return ""
	case a.window.tooSmall():
		return a.window.request(a.frame.Kept)
	case a.blank:
		return ""
	}
	s := a.Top()
	shape := shapeOf(s)
	width, _ := a.window.column(shape.wide)
	return a.window.compose(parts{
		name:     a.name(width - len(s.Place()) - 2),
		place:    a.Theme.Muted.Render(s.Place()),
		progress: a.progress(width),
		body:     s.Draw(),
		notice:   a.remark(),
		keys:     a.Theme.keyLine(a.Keys(s), width),
		shape:    shape,
	})
}

func (a *App) name(width int) string {
	s := a.Theme.Accent.Render("coalcheck")
	if a.frame.Title == nil {
		return s
	}
	if title := a.frame.Title(); title != "" && width > 20 {
		s += "  " + title
	}
	return s
}

// progress draws how much is done: of what the screen shows, or else of all.
func (a *App) progress(width int) string {
	progress := a.frame.Progress
	if s, ok := a.Top().(Progressing); ok {
		progress = s.Progress
	}
	filled := 0
	if progress != nil {
		if done, all := progress(); all > 0 {
			filled = width * min(max(0, done), all) / all
		}
	}
	return a.Theme.Accent.Render(strings.Repeat("━", filled)) + a.Theme.Muted.Render(strings.Repeat("─", width-filled))
}

// remark is the line above the keys.
func (a *App) remark() string {
	if a.notice == "" && a.frame.Warning != nil {
		if warning := a.frame.Warning(); warning != "" {
			return a.Theme.Alert.Render(warning)
		}
	}
	return a.Theme.Plain.Render(safetext.Visible(a.notice))
}
