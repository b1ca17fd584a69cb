package tui

import (
	"strings"

	"charm.land/bubbles/v2/viewport"
)

// Reader is the part of a screen that shows text which may be longer than the screen, scrolls it, and says when there is
// more. Make one with NewReader.
type Reader struct {
	view     viewport.Model
	sections map[string]int
	// set is true once there is text.
	set bool
}

// NewReader returns a reader without text.
func NewReader() Reader { return Reader{view: viewport.New()} }

// Set shows lines that have been broken to the width of the area, such as those that terminal.Lines makes of a document,
// and knows in which of them sections begin. It stays at the same share of the text.
func (r *Reader) Set(lines []string, sections map[string]int, a Area) {
	share, first := r.view.ScrollPercent(), !r.set
	r.sections, r.set = sections, true
	r.view.SetWidth(a.Width)
	// One row says whether there is more.
	r.view.SetHeight(max(1, a.Height-1))
	r.view.SetContentLines(lines)
	if first {
		r.view.GotoTop()
		return
	}
	r.view.SetYOffset(int(share*float64(max(0, r.view.TotalLineCount()-r.view.Height())) + 0.5))
}

// Keys returns the keys that scroll. Rank is that of their hint.
func (r *Reader) Keys(rank int) []Key {
	return []Key{
		On(func() { r.view.ScrollUp(1) }, "up", "k").Repeats().Hint(rank, "↑↓", "scroll").Help("↑ ↓", "scroll; PgUp and PgDn by a screen"),
		On(func() { r.view.ScrollDown(1) }, "down", "j").Repeats(),
		On(r.view.PageUp, "pgup", "b").Repeats(),
		On(r.view.PageDown, "pgdown", "space").Repeats(),
		On(func() { r.view.GotoTop() }, "home").Help("Home  End", "top, end"),
		On(func() { r.view.GotoBottom() }, "end"),
	}
}

// Below reports whether a section begins further down than the text that is shown, so that Show would lead there.
func (r *Reader) Below(section string) bool {
	line, ok := r.sections[section]
	return ok && line > r.view.YOffset() && !r.view.AtBottom()
}

// Show scrolls to where a section begins.
func (r *Reader) Show(section string) {
	if line, ok := r.sections[section]; ok {
		r.view.SetYOffset(line)
	}
}

// Draw draws the lines that are in sight.
func (r *Reader) Draw(t *Theme) []string {
	lines := strings.Split(r.view.View(), "\n")
	if r.view.AtBottom() {
		return lines
	}
	return append(lines, t.Muted.Render("↓ more"))
}
