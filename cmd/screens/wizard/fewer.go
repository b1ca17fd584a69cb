package wizard

import (
	"fmt"

	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/render/style"
)

// fewer asks why fewer people are here than before. If some have left, what they were counted for stays; if the number was
// mistyped, too many hands were taken to be down.
type fewer struct {
	present *present
	// here is how many there are now.
	here int
	// mistyped reports whether that answer is marked.
	mistyped bool
	area     tui.Area
}

func (f *fewer) Fit(a tui.Area) { f.area = a }

func (f *fewer) Keys() []tui.Key {
	mark := func(mistyped bool) func() { return func() { f.mistyped = mistyped } }
	wiz := f.present.wiz
	return []tui.Key{
		tui.On(mark(false), "up", "shift+tab", "home").Hint(1, "↑↓", "move"),
		tui.On(f.choose, "enter", "right", "space").Hint(0, "Enter", "choose"),
		tui.On(mark(true), "down", "tab", "end"),
		tui.On(wiz.Back, "esc", "left").Hint(0, "Esc", "back"),
		wiz.leaveKey(2, "leave"),
	}
}

func (f *fewer) choose() {
	s := f.present.wiz.run.Session
	set := s.SetHere
	if f.mistyped {
		set = s.SetPresent
	}
	f.present.wiz.Back()
	f.present.take(set(f.here))
}

func (f *fewer) Draw() []string {
	th, width := f.present.wiz.Theme, f.area.Width
	before := f.present.wiz.run.Session.Here()
	left := fmt.Sprintf("%d people left. What was counted stays as it is.", before-f.here)
	if before-f.here == 1 {
		left = "1 person left. What was counted stays as it is."
	}
	lines := append(tui.Styled(style.Wrap("Did someone leave, or was it mistyped?", width), th.Strong), "",
		th.Muted.Render(fmt.Sprintf("%d before, %d now", before, f.here)), "")
	for i, text := range []string{left, fmt.Sprintf("%d was mistyped: fewer people were here.", before)} {
		mark, look := "  ", th.Plain
		if f.mistyped == (i == 1) {
			mark, look = th.Accent.Render("› "), th.Strong
		}
		for _, line := range style.Wrap(text, width-2) {
			lines = append(lines, mark+look.Render(line))
			mark = "  "
		}
	}
	return lines
}

func (f *fewer) Place() string { return "The room" }

func (f *fewer) Tall() bool { return false }
