package wizard

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
)

// name returns what a key is called in the tables of keys: "enter", "pgdown", or the lower-case character, so that
// nobody has to think about caps lock.
func name(k tea.KeyPressMsg) string {
	if k.Text != "" && k.Text != " " {
		return strings.ToLower(k.Text)
	}
	return k.String()
}

// hint is a key and what it does, for the line of keys. Where the line is short, the hints with the highest rank go
// first.
type hint struct {
	key, does string
	rank      int
}

func (h hint) width() int { return lipgloss.Width(h.key) + 1 + lipgloss.Width(h.does) }

// hintGap is the space between two hints.
const hintGap = 2

// keyLine shows as many hints as fit in the width.
func (t *theme) keyLine(hints []hint, width int) string {
	highest := 0
	for _, h := range hints {
		highest = max(highest, h.rank)
	}
	for limit := highest; limit >= 0; limit-- {
		var shown []string
		total := -hintGap
		for _, h := range hints {
			if h.rank <= limit {
				shown = append(shown, t.strong.Render(h.key)+" "+t.muted.Render(h.does))
				total += h.width() + hintGap
			}
		}
		if total <= width {
			return strings.Join(shown, strings.Repeat(" ", hintGap))
		}
	}
	return ""
}

// keyUse says what one or more keys do.
type keyUse struct{ keys, does string }

// keyTable is the full list of keys, as help shows it.
var keyTable = []keyUse{
	{"1 2 3 4 5", "rate the marked statement and go to the next open one"},
	{"d", "don't know: it does not count"},
	{"n", "not applicable to us: it does not count"},
	{"x", "take the answer back"},
	{"↑ ↓", "move between the statements"},
	{"Enter, Tab", "go on without an answer; Shift+Tab goes back"},
	{"→  PgDn", "next screen"},
	{"←  PgUp  Esc", "screen before"},
	{"Home  End", "first topic, last topic"},
	{"m", "write a note about the topic"},
	{"r", "review all answers, see what is open"},
	{"?", "what the topic means; again: this list"},
	{"q  Ctrl+C", "leave; every answer is kept, and you can go on later"},
}

// leaveKeys is the last line of every list of keys.
var leaveKeys = keyUse{"q  Ctrl+C", "leave; every answer is kept, and you can go on later"}

// The keys of the screens that rate nothing.
var (
	reviewKeys = []keyUse{
		{"↑ ↓", "move between the statements; PgUp and PgDn by a screen"},
		{"Home  End", "first statement, and the way on"},
		{"Tab", "next open statement"},
		{"Enter", "change the marked answer"},
		{"→", "go on to the result"},
		{"←  Esc  r", "back to the statements"},
		leaveKeys,
	}
	focusKeys = []keyUse{
		{"↑ ↓", "move"},
		{"Space", "choose a pitfall, or take it away; three at most"},
		{"Enter  →", "see the plan"},
		{"←  Esc", "screen before"},
		leaveKeys,
	}
	planKeys = []keyUse{
		{"↑ ↓", "scroll; PgUp and PgDn by a screen"},
		{"Home  End", "top, end"},
		{"s", "the first steps of the plan"},
		{"r", "review all answers, see what is open"},
		{"Enter  →", "save the answers"},
		{"←  Esc", "screen before"},
		leaveKeys,
	}
)
