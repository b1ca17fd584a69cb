package reveal

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/agenda"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/render/report"
	"github.com/coalcheck/coalcheck/render/style"
)

// dots is where one types how many dots the room gives to each pitfall, as one types counted hands. Every digit is kept at once.
type dots struct {
	*Reveal
	list     *list
	pitfalls []int
	// at is the row that is typed into. fresh is true until it is: the first digit begins a number anew.
	at    int
	fresh bool
	area  tui.Area
}

func newDots(l *list) *dots {
	return &dots{Reveal: l.Reveal, list: l, pitfalls: l.agenda.Dotted(), fresh: true}
}

// Fit takes the area over, as far as one reads well.
func (d *dots) Fit(a tui.Area) {
	a.Width = min(a.Width, wideArea)
	d.area = a
}

// Keys types numbers.
func (d *dots) Keys() []tui.Key {
	digits := tui.OnEach(d.digit, "0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
	return append([]tui.Key{
		digits.Answers().Help("2 9 0", "how many dots a pitfall got; Space or Tab before the next number"),
		tui.On(d.done, "enter", "right").Hint(0, "Enter", "ok").Help("Enter", "take them over"),
		tui.On(func() { d.move(1) }, "space", "tab", ",", "down", "j").Hint(1, "Space", "next").Help("Space  ↓", "next pitfall"),
		tui.On(func() { d.move(-1) }, "up", "shift+tab", "k").Hint(4, "↑", "before").Help("↑", "pitfall before"),
		tui.On(d.backspace, "backspace").Answers(),
		tui.On(func() { d.move(-len(d.pitfalls)) }, "home"),
		tui.On(func() { d.move(len(d.pitfalls)) }, "end"),
		tui.On(d.done, "esc", "left").Hint(4, "Esc", "back").Help("Esc", "what to talk about; what is typed is kept"),
	}, d.keys(d)...)
}

func (d *dots) move(by int) {
	d.at, d.fresh = min(max(d.at+by, 0), len(d.pitfalls)-1), true
}

// digit adds a digit to the number, unless that would be more dots than the room has.
func (d *dots) digit(digit string) {
	text := digit
	if !d.fresh {
		text = strconv.Itoa(d.now()) + digit
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		err = agenda.ErrTooManyForOne
	} else {
		err = d.agenda.Give(agenda.Count{Pitfall: d.pitfalls[d.at], Dots: n})
	}
	one, all := d.agenda.MostDots()
	switch {
	case errors.Is(err, agenda.ErrTooManyForOne) && d.agenda.People() == 0:
		d.app.Say(fmt.Sprintf("A pitfall gets %s dots at most.", report.Thousands(one)))
	case errors.Is(err, agenda.ErrTooManyForOne):
		d.app.Say(fmt.Sprintf("There are %s of us: a pitfall gets %[1]s dots at most.", report.Thousands(one)))
	case err != nil:
		d.app.Say(fmt.Sprintf("More than %s dots: each of us has %d.", report.Thousands(all), assess.MaxFocus))
	default:
		d.fresh = false
	}
}

// now returns how many dots the marked pitfall has.
func (d *dots) now() int { return d.agenda.Dots(d.pitfalls[d.at]) }

func (d *dots) backspace() {
	_ = d.agenda.Give(agenda.Count{Pitfall: d.pitfalls[d.at], Dots: d.now() / 10}) // fewer dots are never too many
	d.fresh = false
}

// done takes them over.
func (d *dots) done() {
	d.list.takeDots()
	d.app.Back()
}

// Draw draws the pitfalls that are in sight, with their numbers.
func (d *dots) Draw() []string {
	th := d.app.Theme
	head := tui.Styled(style.Wrap("Three dots each: what matters most to us now?", d.area.Width), th.Strong)
	rows := max(1, d.area.Height-len(head)-1)
	if d.area.Height > len(head)+1+len(d.pitfalls)+1 {
		head = append(head, "")
	}
	first := max(0, min(d.at-rows/2, len(d.pitfalls)-rows))
	for i := first; i < min(len(d.pitfalls), first+rows); i++ {
		head = append(head, d.line(i))
	}
	return append(head, style.Fit(th.Muted.Render(d.count()), d.area.Width))
}

func (d *dots) line(i int) string {
	th := d.app.Theme
	mark, look, n := "  ", th.Plain, strconv.Itoa(d.agenda.Dots(d.pitfalls[i]))
	if i == d.at {
		mark, look, n = th.Accent.Render("› "), th.Strong, th.Cursor.Render(n)
	}
	return mark + style.Spread(look.Render(d.catalogue().Topics[d.pitfalls[i]].Label), n, min(d.area.Width, dotsWidth)-2)
}

// dotsWidth is how far the numbers stand from the edge, so that they are near their pitfalls.
const dotsWidth = 44

// count says how many dots are given, of how many.
func (d *dots) count() string {
	if d.agenda.People() == 0 {
		return report.Thousands(d.agenda.AllDots()) + " given"
	}
	_, all := d.agenda.MostDots()
	return fmt.Sprintf("%s of %s given", report.Thousands(d.agenda.AllDots()), report.Thousands(all))
}

// Place names the screen.
func (d *dots) Place() string { return "Dots" }

// Tall is false: it is one block.
func (d *dots) Tall() bool { return false }

// Wide is true of all slides, so that none jumps.
func (d *dots) Wide() {}
