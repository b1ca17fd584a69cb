package wizard

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// review lists all answers, shows what is open, and leads to any question and to the plan.
type review struct {
	m    *model
	room area
	rows []reviewRow
	// at is the index in rows that is marked. It is always one that can be chosen.
	at int
	// top is the first row in sight.
	top int
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
func newReview(m *model, atPlan bool) *review {
	r := &review{m: m}
	for t := range m.run.Catalogue.Topics {
		if t == 0 || t == pitfalls.PitfallCount {
			r.rows = append(r.rows, reviewRow{kind: blankRow}, reviewRow{kind: kindRow, topic: t})
		}
		r.rows = append(r.rows, reviewRow{kind: titleRow, topic: t})
		for _, p := range m.run.Session.Topic(t) {
			r.rows = append(r.rows, reviewRow{kind: questionRow, topic: t, place: p})
		}
	}
	r.rows = append(r.rows[1:], reviewRow{kind: blankRow}, reviewRow{kind: planRow})
	r.at = len(r.rows) - 1
	if !atPlan {
		r.at = slices.IndexFunc(r.rows, func(row reviewRow) bool {
			return row.kind == questionRow && row.place == m.run.Session.At
		})
	}
	return r
}

func (r *review) press(k tea.KeyPressMsg) tea.Cmd {
	page := max(1, r.listHeight()-1)
	switch name(k) {
	case "up", "shift+tab":
		r.move(-1)
	case "down":
		r.move(1)
	case "pgup":
		r.move(-page)
	case "pgdown":
		r.move(page)
	case "home":
		r.move(-len(r.rows))
	case "end":
		r.move(len(r.rows))
	case "tab":
		r.nextOpen()
	case "enter", "space":
		r.choose()
	case "right":
		r.m.showPlan()
	case "left", "esc", "r":
		r.m.back()
	case "?":
		r.m.show(newKeyHelp(r.m))
	case "q":
		return r.m.leave()
	}
	return nil
}

// move marks another row, past those that cannot be chosen.
func (r *review) move(by int) {
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
	r.m.notice = "No statement is open."
}

func (r *review) open(row reviewRow) bool {
	return row.kind == questionRow && r.m.run.Session.Answers.At(row.place).IsZero()
}

// choose goes to the marked question, or to the plan.
func (r *review) choose() {
	row := r.rows[r.at]
	if row.kind == planRow {
		r.m.showPlan()
		return
	}
	r.m.back()
	r.m.top().(interface{ revisit(p assess.Place) }).revisit(row.place)
	r.m.changed = true
	r.m.refit()
}

func (r *review) fit(room area) {
	r.room = room
	r.scroll()
}

// listHeight is the room for rows: a line above them counts the answers, and one below says whether there is more.
func (r *review) listHeight() int {
	h := r.room.height - 2
	if r.tellsMore() {
		h--
	}
	return h
}

// tellsMore reports whether there is a line that says whether there is more. A small window has none to spare.
func (r *review) tellsMore() bool { return r.room.height > 10 && len(r.rows) > r.room.height-2 }

// scroll brings the marked row into sight, with the headings above it where there is room.
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

func (r *review) draw() []string {
	th, s := r.m.theme, r.m.run.Session
	open := len(s.Open())
	head := fmt.Sprintf("All %d statements are answered.", len(s.Places()))
	if open > 0 {
		head = fmt.Sprintf("%d of %d answered; the rest can wait.", r.m.run.Answered(), len(s.Places()))
	}
	lines := []string{fit(th.strong.Render(head), r.room.width), ""}
	if r.m.run.CountsHands() {
		lines[1] = spread("", th.muted.Render(r.columns(roomColumns[:])), r.room.width)
	}
	end := min(len(r.rows), r.top+max(1, r.listHeight()))
	for i, row := range r.rows[r.top:end] {
		lines = append(lines, r.line(row, r.top+i == r.at))
	}
	if r.tellsMore() && end < len(r.rows) {
		lines = append(lines, th.muted.Render("↓ more"))
	}
	return lines
}

func (r *review) line(row reviewRow, marked bool) string {
	th, s, c := r.m.theme, r.m.run.Session, r.m.run.Catalogue
	mark, style := "  ", th.plain
	if marked {
		mark, style = th.accent.Render("› "), th.strong
	}
	switch row.kind {
	case kindRow:
		if row.topic == 0 {
			return spread(th.accent.Render("Pitfalls"), th.muted.Render("a high number is worse"), r.room.width)
		}
		return spread(th.accent.Render("Pills"), th.muted.Render("a high number is better"), r.room.width)
	case titleRow:
		title := c.Topics[row.topic].Title
		if s.Answers.Topics[row.topic].Note != "" {
			title += " (with a note)"
		}
		return fit(th.muted.Render(title), r.room.width)
	case questionRow:
		answer := r.answer(row.place, marked)
		return mark + spread(style.Render(s.Statement(row.place)), answer, r.room.width-2)
	case planRow:
		return mark + style.Render(r.onward())
	default:
		return ""
	}
}

// answer is the rating in a column of its own, so that one can read down it. A narrow window shows it as an answers file
// spells it.
func (r *review) answer(p assess.Place, marked bool) string {
	th, rating := r.m.theme, r.m.run.Session.Rating(p)
	style := th.plain
	if marked {
		style = th.strong
	}
	width, text := wordWidth, rating.Label(r.m.run.Session.Scale(p))
	if rating.Scored() {
		text = rating.String() + " " + text
	}
	if r.m.run.CountsHands() {
		return r.count(p, style)
	}
	if r.room.width < 60 {
		width, text = shortWidth, rating.String()
	}
	if rating == assess.Unanswered {
		text, style = "open", th.alert
	}
	return pad(style.Render(text), width)
}

// onward names what comes after the review.
func (r *review) onward() string {
	if r.m.run.CountsHands() {
		return "Reveal the result"
	}
	return "See the plan"
}

func (r *review) place() string { return "Review" }

func (r *review) tall() bool { return true }

func (r *review) hints() []hint {
	enter, onward := "change", "plan"
	if r.m.run.CountsHands() {
		onward = "reveal"
	}
	if r.rows[r.at].kind == planRow {
		enter = onward
	}
	hints := []hint{{"↑↓", "move", 2}, {"Enter", enter, 0}, {"→", onward, 1}, {"←", "back", 1}}
	if len(r.m.run.Session.Open()) > 0 {
		hints = append(hints, hint{"Tab", "next open", 3})
	}
	return append(hints, hint{"?", "all keys", 5}, hint{"q", "leave", 4})
}
