package wizard

import (
	"fmt"
	"slices"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/style"
)

// review lists all answers, shows what is open, and leads to any question and to the plan.
type review struct {
	wiz  *wizard
	area tui.Area
	rows []reviewRow
	// at is the index in rows that is marked. It is always one that can be chosen.
	at int
	// top is the first row in sight.
	top int
	// warned is true after somebody asked for the result before all is counted.
	warned bool
	// digits is how many columns a count takes.
	digits int
}

// reviewRow is a line of the review: a heading, a question, or the way to the plan.
type reviewRow struct {
	kind  rowKind
	topic int
	place assess.Place
}

type rowKind int

const (
	blankRow rowKind = iota
	kindRow          // "Pitfalls" or "Pills"
	titleRow         // the title of a topic
	questionRow
	planRow
)

func (r reviewRow) choosable() bool { return r.kind == questionRow || r.kind == planRow }

// newReview opens the review at the way to the plan, or else at the current question.
func newReview(wiz *wizard, atPlan bool) *review {
	r := &review{wiz: wiz}
	for t := range wiz.run.Catalogue.Topics {
		if t == 0 || t == pitfalls.PitfallCount {
			r.rows = append(r.rows, reviewRow{kind: blankRow}, reviewRow{kind: kindRow, topic: t})
		}
		r.rows = append(r.rows, reviewRow{kind: titleRow, topic: t})
		for _, p := range wiz.run.Session.Topic(t) {
			r.rows = append(r.rows, reviewRow{kind: questionRow, topic: t, place: p})
		}
	}
	r.rows = append(r.rows[1:], reviewRow{kind: blankRow}, reviewRow{kind: planRow})
	r.at = len(r.rows) - 1
	if !atPlan {
		r.mark(wiz.run.Session.At)
	}
	return r
}

// mark marks the row of the question at p.
func (r *review) mark(p assess.Place) {
	r.at = slices.IndexFunc(r.rows, func(row reviewRow) bool { return row.kind == questionRow && row.place == p })
}

// visit brings the question at p into sight.
func (r *review) visit(p assess.Place) {
	r.mark(p)
	r.scroll()
}

func (r *review) Keys() []tui.Key {
	page := max(1, r.listHeight()-1)
	move := func(by int, names ...string) tui.Key { return tui.On(func() { r.move(by) }, names...) }
	onward, change := "plan", "change"
	if r.wiz.run.CountsHands() {
		onward = "reveal"
	}
	if r.rows[r.at].kind == planRow {
		change = onward
	}
	nextOpen := tui.On(r.nextOpen, "tab").Help("Tab", "next open statement")
	if len(r.wiz.run.Session.Open()) > 0 {
		nextOpen = nextOpen.Hint(3, "Tab", "next open")
	}
	keys := []tui.Key{
		move(-1, "up", "shift+tab").Hint(2, "↑↓", "move").Help("↑ ↓", "move between the statements; PgUp and PgDn by a screen"),
		move(1, "down"),
		move(-page, "pgup"),
		move(page, "pgdown"),
		move(-len(r.rows), "home").Help("Home  End", "first statement, and the way on"),
		move(len(r.rows), "end"),
		tui.On(r.choose, "enter", "space").Hint(0, "Enter", change).Help("Enter", "change the marked answer"),
		tui.On(r.goOn, "right").Hint(1, "→", onward).Help("→", "go on to the result"),
		tui.On(r.wiz.Back, "left", "esc", "r").Hint(1, "←", "back").Help("←  Esc  r", "back to the statements"),
		nextOpen,
		r.wiz.undoKey(rarelyUndone),
		tui.On(func() { r.wiz.listKeys(r) }, "?").Hint(5, "?", "all keys"),
		r.wiz.leaveKey(4, "leave"),
	}
	if r.wiz.run.CountsHands() {
		people := tui.On(func() { r.wiz.Show(newPeople(r.wiz)) }, "p")
		keys = append(keys, people.Hint(6, "p", "people").Help("p", "change how many people are here"))
	}
	return keys
}

// move marks another row, past those that cannot be chosen.
func (r *review) move(by int) {
	r.warned = false
	last := len(r.rows) - 1
	to, step := min(max(r.at+by, 0), last), 1
	if by < 0 {
		step = -1
	}
	for to >= 0 && to <= last && !r.rows[to].choosable() {
		to += step
	}
	if to < 0 {
		to = slices.IndexFunc(r.rows, reviewRow.choosable)
	}
	r.at = to
	r.scroll()
}

// goOn shows the plan, or to a room its result. A room sees that after it is counted, so statements without a count are asked
// about once.
func (r *review) goOn() {
	if open := len(r.wiz.run.Session.Open()); r.wiz.run.CountsHands() && !r.wiz.revealed && open > 0 && !r.warned {
		r.warned = true
		r.wiz.Say(fmt.Sprintf("Not counted: %d. Again: reveal.", open))
		return
	}
	r.wiz.showPlan()
}

// nextOpen marks the next open question, from the top again after the last one.
func (r *review) nextOpen() {
	for i := range r.rows {
		at := (r.at + 1 + i) % len(r.rows)
		if r.open(r.rows[at]) {
			r.at = at
			r.scroll()
			return
		}
	}
	r.wiz.Say("No statement is open.")
}

func (r *review) open(row reviewRow) bool {
	return row.kind == questionRow && r.wiz.run.Session.Answers.At(row.place).IsZero()
}

// choose goes to the marked question, or to the plan.
func (r *review) choose() {
	row := r.rows[r.at]
	if row.kind == planRow {
		r.goOn()
		return
	}
	r.wiz.Back()
	r.wiz.Top().(interface{ revisit(p assess.Place) }).revisit(row.place)
	r.wiz.changed = true
	r.wiz.Refit()
}

func (r *review) Fit(a tui.Area) {
	r.area = a
	r.digits = widest(r.wiz.run.Session)
	r.scroll()
}

// listHeight is the height for rows: a line above them counts the answers, and one below says whether there is more.
func (r *review) listHeight() int {
	h := r.area.Height - 2
	if r.tellsMore() {
		h--
	}
	return h
}

// tellsMore reports whether there is a line that says whether there is more. A small window has none to spare.
func (r *review) tellsMore() bool { return r.area.Height > 10 && len(r.rows) > r.area.Height-2 }

// scroll brings the marked row into sight, with the headings above it where there is space.
func (r *review) scroll() {
	h := max(1, r.listHeight())
	first := r.at
	for first > 0 && !r.rows[first-1].choosable() {
		first--
	}
	if r.at-first >= h {
		first = r.at
	}
	r.top = min(r.top, first)
	r.top = max(r.top, r.at-h+1)
	r.top = max(0, min(r.top, len(r.rows)-h))
}

func (r *review) Draw() []string {
	th, s := r.wiz.Theme, r.wiz.run.Session
	open := len(s.Open())
	head := fmt.Sprintf("All %d statements are answered.", len(s.Places()))
	if open > 0 {
		head = fmt.Sprintf("%d of %d answered; the rest can wait.", r.wiz.run.Answered(), len(s.Places()))
	}
	lines := []string{style.Fit(th.Strong.Render(head), r.area.Width), ""}
	if r.wiz.run.CountsHands() && r.tabled() {
		lines[1] = style.Spread("", th.Muted.Render(r.columns(tallyColumns[:])), r.area.Width)
	}
	end := min(len(r.rows), r.top+max(1, r.listHeight()))
	for i, row := range r.rows[r.top:end] {
		lines = append(lines, r.line(row, r.top+i == r.at))
	}
	if r.tellsMore() && end < len(r.rows) {
		lines = append(lines, th.Muted.Render("↓ more"))
	}
	return lines
}

func (r *review) line(row reviewRow, marked bool) string {
	th, s, c := r.wiz.Theme, r.wiz.run.Session, r.wiz.run.Catalogue
	mark, look := "  ", th.Plain
	if marked {
		mark, look = th.Accent.Render("› "), th.Strong
	}
	switch row.kind {
	case kindRow:
		if row.topic == 0 {
			return style.Spread(th.Accent.Render("Pitfalls"), th.Muted.Render("a high number is worse"), r.area.Width)
		}
		return style.Spread(th.Accent.Render("Pills"), th.Muted.Render("a high number is better"), r.area.Width)
	case titleRow:
		title := c.Topics[row.topic].Label
		if s.Answers.Topics[row.topic].Note != "" {
			title += " (with a note)"
		}
		return style.Fit(th.Muted.Render(title), r.area.Width)
	case questionRow:
		answer := r.answer(row.place, marked)
		return mark + style.Spread(look.Render(s.Statement(row.place)), answer, r.area.Width-2)
	case planRow:
		return mark + look.Render(r.onward())
	default:
		return ""
	}
}

// answer is the rating in a column of its own, so that one can read down it. A narrow window shows it as an answers file
// spells it.
func (r *review) answer(p assess.Place, marked bool) string {
	th, rating := r.wiz.Theme, r.wiz.run.Session.Rating(p)
	look := th.Plain
	if marked {
		look = th.Strong
	}
	width, text := wordWidth, inWords(rating, r.wiz.run.Session.Scale(p))
	if r.wiz.run.CountsHands() {
		return r.count(p, look)
	}
	if r.area.Width < 60 {
		width, text = shortWidth, rating.String()
	}
	if rating == assess.Unanswered {
		text, look = "open", th.Alert
	}
	return style.Pad(look.Render(text), width)
}

// onward names what comes after the review.
func (r *review) onward() string {
	if r.wiz.run.CountsHands() {
		return "Reveal the result"
	}
	return "See the plan"
}

func (r *review) Place() string { return "Review" }

func (r *review) Tall() bool { return true }
