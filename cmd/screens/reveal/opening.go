package reveal

import (
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/render/report"
	"github.com/coalcheck/coalcheck/render/style"
)

// opening is what is said before anything is shown.
type opening struct {
	*Reveal
	reader tui.Reader
	// long reports whether there is more than fits.
	long bool
}

func newOpening(r *Reveal) *opening { return &opening{Reveal: r, reader: tui.NewReader()} }

func (o *opening) slide() int { return 1 }

// Fit breaks the text to the width.
func (o *opening) Fit(a tui.Area) {
	a.Width = min(a.Width, wideArea)
	th := o.app.Theme
	lines := append([]string{th.Strong.Render("What we answered"), ""},
		style.Wrap("Now look at it together, one statement at a time. A high number under a pitfall is worse; under a pill it is better.", a.Width)...)
	for _, text := range o.remarks() {
		lines = append(lines, "")
		lines = append(lines, tui.Styled(style.Wrap(text, a.Width), th.Muted)...)
	}
	o.reader.Set(lines, nil, tui.Area{Width: a.Width, Height: a.Height + 1}) // a text that fits needs no row for more
	if o.long = len(lines) > a.Height; o.long {
		o.reader.Set(lines, nil, a)
	}
}

// remarks says what there is to know about the answers of this group.
func (o *opening) remarks() []string {
	var all []string
	if o.o.Result.Group.Workshops > 0 {
		all = append(all, "Raised hands are not anonymous: people may have looked at each other. A split is a reason to listen, not a verdict.")
	}
	for _, text := range report.LeftOut(o.o.Result) {
		all = append(all, text.String())
	}
	if o.o.Result.Group.Workshops == 0 {
		all = append(all, "A split is a reason to listen, not a verdict.")
	}
	return all
}

// Keys goes on, or reads what does not fit.
func (o *opening) Keys() []tui.Key {
	onward := func() { o.app.Show(&slides{Reveal: o.Reveal}) }
	if len(o.slides) == 0 {
		onward = o.openList
	}
	keys := []tui.Key{
		tui.On(onward, "enter", "right", "space", "pgdown", "tab").Hint(0, "→", "next").Help("→  Enter", "next slide"),
		tui.On(func() { o.openList() }, "end").Help("End", "what to talk about"),
		tui.On(o.app.Back, "esc", "left", "pgup", "backspace", "shift+tab"),
	}
	if o.app.Under() != nil {
		keys[2] = keys[2].Hint(1, "Esc", "back").Help("←  Esc", "screen before")
	}
	keys = append(keys, o.keys(o)...)
	if o.long {
		keys = append(keys, o.reader.Keys(1)...)
	}
	return keys
}

// Draw draws what is in sight.
func (o *opening) Draw() []string { return o.reader.Draw(o.app.Theme) }

// Place names the screen.
func (o *opening) Place() string { return "The result" }

// Progress says that nothing is shown yet.
func (o *opening) Progress() (done, all int) { return 0, len(o.slides) }

// Tall is false: a slide is one block.
func (o *opening) Tall() bool { return false }

// Wide is true of all slides, so that none jumps.
func (o *opening) Wide() {}
