package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// reversed begins the character under the cursor of a field to write in, as the fields of all libraries draw it.
const reversed = "\x1b[7m"

// cursor puts the cursor of the terminal in the place of the one that a field has drawn. There an input method shows what
// is being composed, and a screen reader or a magnifier finds where one writes.
func (a *App) cursor(content string) (string, *tea.Cursor) {
	before, after, found := strings.Cut(content, reversed)
	if !found {
		return content, nil
	}
	width := ansi.StringWidthWc
	if a.clusters {
		width = ansi.StringWidth
	}
	line := before[strings.LastIndexByte(before, '\n')+1:]
	return before + after, tea.NewCursor(width(line), strings.Count(before, "\n"))
}
