package wizard

import (
	"slices"

	"github.com/charmbracelet/x/ansi"

	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/render/style"
)

// kinds says what each kind of file is called, and what it is for.
var kinds = map[interview.Kind]struct{ label, use string }{
	interview.Answers:  {"Your answers", "To change, compare or add up later. Always saved."},
	interview.Page:     {"A page for the board", "Plan and notes for any browser: open it with a double click, print it, send it."},
	interview.PlanFile: {"The plan file", "Who does what by when. Write names and days into it, and coalcheck plan says what is late."},
	interview.Calendar: {"A calendar", "The day to answer again, and the days in the plan, for any calendar."},
}

// The columns of a row: the mark and the box, the label, and the least for a name beside it.
const (
	boxColumns, labelColumns = 6, 22
	besideWidth              = 64
)

// Fit takes the area over.
func (t *takeAway) Fit(a tui.Area) {
	t.area = a
	t.input.SetWidth(max(1, a.Width-t.nameColumn()-3))
	t.input.CursorEnd()
}

// beside reports whether names stand beside their labels, and not below.
func (t *takeAway) beside() bool { return t.area.Width >= besideWidth }

func (t *takeAway) nameColumn() int {
	if t.beside() {
		return boxColumns + labelColumns
	}
	return boxColumns
}

// Draw shows as much as there is space for: last of all go the list, and what is wrong with the marked name.
func (t *takeAway) Draw() []string {
	th, width := t.wiz.Theme, t.area.Width
	title := []string{th.Strong.Render(style.Fit("What do you want to take away?", width))}
	about := t.about()
	var folder []string
	if t.wiz.opts.Folder != "" {
		folder = []string{"", th.Muted.Render(ansi.TruncateLeft("In the folder "+safetext.Visible(t.wiz.opts.Folder), 0, ""))}
	}
	gap := []string{""}
	var lines []string
	for _, parts := range [][][]string{
		{title, gap, t.list(false), gap, about, folder},
		{title, gap, t.list(false), gap, about},
		{title, gap, t.list(true), gap, about},
		{title, t.list(true), about},
		{t.list(true), about},
	} {
		lines = slices.Concat(parts...)
		if len(lines) <= t.area.Height {
			break
		}
	}
	return lines
}

// list draws the things. A short one shows no name but that of the marked thing, unless it stands beside.
func (t *takeAway) list(short bool) []string {
	th := t.wiz.Theme
	var lines []string
	for i := range t.things {
		thing := &t.things[i]
		mark, look := "  ", th.Plain
		if i == t.at {
			mark, look = th.Accent.Render("› "), th.Strong
		}
		box := th.Muted.Render("[ ] ")
		switch {
		case !t.open(i):
			box, look = th.Muted.Render("[x] "), th.Muted
		case thing.On:
			box = th.Accent.Render("[x] ")
		}
		label := mark + box + style.Pad(look.Render(kinds[thing.Kind].label), labelColumns)
		switch {
		case t.beside():
			lines = append(lines, label+t.nameOf(i))
		case short && i != t.at:
			lines = append(lines, label)
		default:
			lines = append(lines, label, style.Space(boxColumns)+t.nameOf(i))
		}
	}
	return lines
}

// nameOf draws the name of a thing, the end of which says more than its beginning.
func (t *takeAway) nameOf(i int) string {
	th, thing := t.wiz.Theme, &t.things[i]
	if t.naming && i == t.at {
		return t.input.View()
	}
	width := t.area.Width - t.nameColumn()
	const written = "  saved"
	if thing.Written {
		return th.Muted.Render(fitEnd(safetext.Visible(thing.Name), width-len(written)) + written)
	}
	look := th.Muted
	switch {
	case t.refusals[i].err != nil:
		look = th.Alert
	case thing.On && t.open(i):
		look = th.Plain
	}
	return look.Render(fitEnd(safetext.Visible(thing.Name), width))
}

// about says what is wrong with the name of the marked thing, or else what the thing is for.
func (t *takeAway) about() []string {
	th, width := t.wiz.Theme, t.area.Width
	var lines []string
	if t.marked().Kind == interview.Answers {
		lines = tui.Styled(style.Wrap(t.wiz.losesComments(t.typed()), width), th.Alert)
	}
	if t.refusals[t.at].err != nil {
		return append(lines, tui.Styled(style.Wrap(t.refusals[t.at].String(), width), th.Alert)...)
	}
	return append(lines, tui.Styled(style.Wrap(kinds[t.marked().Kind].use, width), th.Muted)...)
}

// typed returns the name of the marked thing as it stands on the screen.
func (t *takeAway) typed() string {
	if t.naming {
		return t.input.Value()
	}
	return t.marked().Name
}

// fitEnd cuts the beginning of a name, so that the rest fits in the width.
func fitEnd(name string, width int) string {
	for columns := 0; style.Width(name) > width && columns < len(name); columns++ {
		if cut := ansi.TruncateLeft(name, columns, "…"); style.Width(cut) <= width {
			return cut
		}
	}
	return style.Fit(name, width)
}
