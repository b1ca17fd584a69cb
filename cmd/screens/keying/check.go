package keying

import (
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/collect"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/assess/sheets"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/render/style"
)

// compare shows what differs between a sheet that was keyed again and its file. Where nothing does, the next sheet comes.
func (s *screen) compare() {
	s.asked = false
	differences := s.check.Differences()
	if len(differences) == 0 {
		s.decided()
		return
	}
	if sheets.MostDiffer(s.sheet(), differences) {
		s.app.Show(&doubt{screen: s, all: differences})
		return
	}
	s.app.Show(&decision{screen: s, all: differences})
}

// decided writes a sheet that is decided and goes on to the next one.
func (s *screen) decided() {
	switch done := s.check.Finish(); {
	case errors.Is(done.Err, sheets.ErrChanged):
		s.app.Say("Not corrected: its file was changed.")
	case done.Err != nil:
		s.app.Say(safetext.Visible(fmt.Sprintf("Not corrected: %v", done.Err)))
	case done.Corrected > 0:
		s.app.Say(fmt.Sprintf("Sheet %d is corrected.", done.Number))
	default:
		s.app.Say(fmt.Sprintf("Sheet %d is right.", done.Number))
	}
	s.endIfDone()
}

func (s *screen) skip() {
	s.asked = false
	s.check.Skip()
	s.endIfDone()
}

// endIfDone ends the check after the last sheet.
func (s *screen) endIfDone() {
	if s.check.Sheet == nil {
		s.quit = true
		s.app.Quit()
		return
	}
	s.tellSeveral()
}

// tellSeveral names the file of the sheet that comes next where several have its number.
func (s *screen) tellSeveral() {
	if _, twice := s.check.File(); twice {
		s.app.Show(&several{s})
	}
}

// decision asks, one difference after the other, what stands on the paper.
type decision struct {
	*screen
	all []sheets.Difference
	at  int
}

// Keys keys what stands on the paper.
func (d *decision) Keys() []tui.Key {
	keys := []tui.Key{
		tui.OnEach(d.decide, "1", "2", "3", "4", "5", "d", "n", "-").Answers().Hint(0, "1-5 d n -", "on the sheet").
			Help("1 to 5", "the box that is crossed; d, n and - as before"),
	}
	if d.role() {
		keys = []tui.Key{
			tui.OnEach(d.decide, "l", "s", "m", "p", "-").Answers().Hint(0, "l s m p -", "on the sheet").
				Help("l s m p", "the role that is crossed; - where none is"),
		}
	}
	return append(
		keys,
		tui.On(d.back, "left", "backspace").Hint(2, "←", "back").Help("←", "the difference before"),
		tui.On(d.app.Back, "esc").Hint(3, "Esc", "to the sheet").Help("Esc", "back to the sheet"),
		tui.On(func() { d.app.Show(tui.NewKeyList(d.app, d.app.Keys(d))) }, "?").Hint(4, "?", "keys"),
		tui.On(d.leave, "q").Hint(1, "q", "leave").Help("q  Ctrl+C", "leave; the file of this sheet is as it was"),
	)
}

// role reports whether the role differs.
func (d *decision) role() bool { return d.all[d.at].At == d.sheet().Statements() }

// decide takes over what stands on the paper, and writes the sheet after the last difference.
func (d *decision) decide(sign string) {
	if d.role() {
		d.check.DecideRole(collect.RoleOf(sign))
	} else if r, ok := collect.RatingOf([]rune(sign)[0]); ok {
		d.check.Decide(d.all[d.at].At, r)
	}
	if d.at++; d.at < len(d.all) {
		return
	}
	d.app.Back()
	d.decided()
}

func (d *decision) back() {
	if d.at == 0 {
		d.app.Back()
		return
	}
	d.at--
}

// Type says of a key that it is no answer.
func (d *decision) Type(k tea.KeyPressMsg) {
	if d.app.Unknown(k); d.app.Notice() == "" && k.Text != "" {
		d.app.Say("Key what stands on the sheet.")
	}
}

// Paste passes over what is pasted.
func (d *decision) Paste(string) {}

// Draw shows a difference.
func (d *decision) Draw() []string {
	th, width, difference := d.app.Theme, d.area.Width, d.all[d.at]
	head := fmt.Sprintf("Difference %d of %d", d.at+1, len(d.all))
	lines := []string{th.Muted.Render(head), ""}
	first, now := roleName(difference.FirstRole), roleName(difference.NowRole)
	if d.role() {
		lines = append(lines, th.Strong.Render("The role"))
	} else {
		p := d.sheet().Place(difference.At)
		scale := d.catalogue.Scale(d.catalogue.Topics[p.Topic].Kind)
		text := fmt.Sprintf("%d  %s", difference.At+1, assess.Statement(d.catalogue, p))
		lines = append(lines, tui.Styled(style.Wrap(text, width), th.Strong)...)
		first, now = ratingName(difference.First, scale.Labels), ratingName(difference.Now, scale.Labels)
	}
	lines = append(lines, "Keyed first: "+first, "Keyed now:   "+now)
	if d.area.Height >= airy {
		lines = append(lines, "")
	}
	return append(lines, style.Wrap("Look at the sheet, and key what stands there.", width)...)
}

// ratingName returns a key with its word.
func ratingName(r assess.Rating, labels [5]string) string {
	switch {
	case r.Scored():
		return collect.SignOf(r) + " " + labels[r-1]
	case r == assess.DontKnow:
		return "d Don't know"
	case r == assess.NotApplicable:
		return "n Not applicable"
	default:
		return "- Left open"
	}
}

// roleName returns the key of a role with its word.
func roleName(r assess.Role) string {
	if r == "" {
		return "- none"
	}
	return string(r)[:1] + " " + string(r)
}
