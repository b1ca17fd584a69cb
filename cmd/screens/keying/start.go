package keying

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/render/style"
)

// ask shows what has to be known before the first sheet.
func (s *screen) ask() {
	n := &nameScreen{screen: s, field: s.app.Theme.NewField(assess.MaxName, "")}
	n.field.Focus()
	d := &depthScreen{screen: s, name: n}
	n.next = func() { s.app.Show(d) }
	switch {
	case !s.run.AsksDepth:
		n.next = func() { s.begin(n.name(), assess.Quick) }
		s.app.Show(n)
	case !s.run.AsksCoalition:
		s.app.Show(d)
	default:
		s.app.Show(n)
	}
}

// nameScreen asks what the coalition is called.
type nameScreen struct {
	*screen
	field tui.Field
	next  func()
}

func (n *nameScreen) name() string { return strings.TrimSpace(n.field.Value()) }

// Fit takes the area over.
func (n *nameScreen) Fit(a tui.Area) {
	n.screen.Fit(a)
	n.field.SetWidth(max(1, a.Width-3))
	n.field.SetCursor(n.field.Position())
}

// Keys ends the name.
func (n *nameScreen) Keys() []tui.Key {
	return []tui.Key{
		tui.On(n.next, "enter", "tab").Hint(0, "Enter", "go on"),
		tui.On(n.app.Leave, "ctrl+c").Hint(1, "Ctrl+C", "leave"),
	}
}

// Type writes.
func (n *nameScreen) Type(k tea.KeyPressMsg) {
	if safetext.TypedLine(k.Text) == k.Text {
		n.field.Press(k)
	}
}

// Paste writes what is pasted.
func (n *nameScreen) Paste(text string) { n.field.Insert(safetext.TypedLine(text)) }

// Place names the screen.
func (n *nameScreen) Place() string { return "Sheets of paper" }

// Draw asks.
func (n *nameScreen) Draw() []string {
	th := n.app.Theme
	lines := tui.Styled(style.Wrap("What is the coalition called?", n.area.Width), th.Strong)
	lines = append(lines, "", n.field.View(), "")
	return append(lines, tui.Styled(style.Wrap("All sheets are headed with this name. You may leave it empty.", n.area.Width), th.Muted)...)
}

// depthScreen asks how deep the sheets are.
type depthScreen struct {
	*screen
	name *nameScreen
	full bool
}

// Keys chooses.
func (d *depthScreen) Keys() []tui.Key {
	choose := func(full bool, names ...string) tui.Key { return tui.On(func() { d.full = full }, names...) }
	return []tui.Key{
		choose(false, "up", "1", "k").Hint(1, "↑↓", "choose").Help("↑ ↓", "choose"), choose(true, "down", "2", "j"),
		tui.On(d.start, "enter").Hint(0, "Enter", "begin").Help("Enter", "begin"),
		tui.On(d.app.Back, "esc", "left"),
		tui.On(d.leave, "q").Hint(2, "q", "leave").Help("q  Ctrl+C", "leave"),
	}
}

func (d *depthScreen) start() {
	depth := assess.Quick
	if d.full {
		depth = assess.Full
	}
	d.begin(d.name.name(), depth)
}

// Type passes over what is no choice.
func (d *depthScreen) Type(k tea.KeyPressMsg) { d.app.Unknown(k) }

// Paste passes over what is pasted.
func (d *depthScreen) Paste(string) {}

// Place names the screen.
func (d *depthScreen) Place() string { return "Sheets of paper" }

// Draw asks.
func (d *depthScreen) Draw() []string {
	th := d.app.Theme
	lines := tui.Styled(style.Wrap("Which sheets are these?", d.area.Width), th.Strong)
	lines = append(lines, "")
	for i, text := range []string{"Quick ones: 20 statements", "Full ones: 50 statements"} {
		if d.full == (i == 1) {
			lines = append(lines, th.Accent.Render("› ")+th.Strong.Render(text))
		} else {
			lines = append(lines, "  "+text)
		}
	}
	lines = append(lines, "")
	return append(lines, tui.Styled(style.Wrap("All sheets of a folder are of one kind.", d.area.Width), th.Muted)...)
}
