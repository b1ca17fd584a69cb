package wizard

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/assess/score"
)

// reveal shows what the room answered, one statement after the other, and then what to talk about first. The plan
// follows.
type reveal struct {
	m      *model
	result *score.Result
	pages  []page
	at     int
	room   area
}

// page is one thing to look at together.
type page struct {
	place string
	// draw returns lines that keep to the room.
	draw func(r *reveal) []string
}

func newReveal(m *model) *reveal {
	r := &reveal{m: m, result: m.run.Score()}
	r.pages = []page{{"The result", (*reveal).opening}}
	for i := range r.result.Topics {
		t := &r.result.Topics[i]
		for n, q := range t.Questions {
			if q.Tally.IsZero() {
				continue
			}
			place := topicName(m.run.Catalogue, i)
			if len(t.Questions) > 1 {
				place += fmt.Sprintf(", %d of %d", n+1, len(t.Questions))
			}
			r.pages = append(r.pages, page{place, func(r *reveal) []string { return r.counts(t, q) }})
		}
	}
	talks := r.result.Talks()
	for first := 0; first < len(talks) || first == 0; {
		end := first
		for end < len(talks) && end < first+talksOnPage && talks[end].Split == talks[first].Split {
			end++
		}
		shown, from := talks[first:end], first
		r.pages = append(r.pages, page{"What to talk about", func(r *reveal) []string { return r.talks(shown, from) }})
		first = max(end, first+1)
	}
	return r
}

// cover shows the beginning of the reveal in front of the review of a room that has counted everything: on a projector,
// the counts of the review would be the result before anybody has asked for it.
func (m *model) cover() {
	if m.run.CountsHands() && len(m.run.Session.Open()) == 0 {
		m.show(newReveal(m))
		m.notice = "Everything is counted."
	}
}

func (r *reveal) press(k tea.KeyPressMsg) tea.Cmd {
	last := len(r.pages) - 1
	switch name(k) {
	case "enter", "right", "space", "down", "pgdown", "tab":
		if r.at == last {
			r.m.openPlan()
			return nil
		}
		r.at++
	case "left", "up", "pgup", "backspace", "shift+tab":
		if r.at == 0 {
			r.m.back()
			return nil
		}
		r.at--
	case "esc":
		r.m.back()
	case "home":
		r.at = 0
	case "end":
		r.at = last
	case ".":
		r.m.show(&blank{r.m})
	case "q":
		return r.m.leave()
	}
	return nil
}

func (r *reveal) fit(room area) { r.room = room }

func (r *reveal) draw() []string { return r.pages[r.at].draw(r) }

func (r *reveal) opening() []string {
	th := r.m.theme
	lines := append([]string{th.strong.Render("What we answered"), ""},
		wrap("Now look at it together, one statement at a time. A high number under a pitfall is worse; under a pill it is better.", r.room.width)...)
	lines = append(lines, "")
	return append(lines, styled(wrap("Raised hands are not anonymous: people may have looked at each other. A split is a reason to listen, not a verdict.", r.room.width), th.muted)...)
}

// counts shows how many gave each rating, as bars, and what that comes to.
func (r *reveal) counts(t *score.Topic, q score.Question) []string {
	th, width := r.m.theme, r.room.width
	scale, most := r.m.run.Session.Scale(q.Place), 1
	for _, n := range q.Tally.Counts {
		most = max(most, n)
	}
	label, number := 0, len(strconv.Itoa(most))
	for _, l := range scale.Labels {
		label = max(label, len(l))
	}
	// A digit and a space, the word, two spaces, the bar, a space and the number.
	full := max(1, width-2-label-2-1-number)
	var bars []string
	for i, n := range q.Tally.Counts {
		bar := strings.Repeat("█", (n*full+most/2)/most)
		if n > 0 && bar == "" {
			bar = "▏"
		}
		bars = append(bars, th.strong.Render(strconv.Itoa(i+1))+" "+pad(scale.Labels[i], label+2)+
			strings.TrimLeft(th.accent.Render(bar)+" ", " ")+strconv.Itoa(n))
	}
	statement := styled(wrap(r.m.run.Session.Statement(q.Place), width), th.strong)
	verdict := r.verdict(q, max(1, r.room.height-len(statement)-len(bars)))
	rows := len(statement) + len(bars) + len(verdict)
	title := wrap(t.Title, width)
	gaps := r.room.height - rows
	var lines []string
	if gaps > len(title) {
		lines, gaps = append(lines, styled(title, th.muted)...), gaps-len(title)
	}
	gap := func() {
		if gaps > 0 {
			lines, gaps = append(lines, ""), gaps-1
		}
	}
	if len(lines) > 0 {
		gap()
	}
	lines = append(lines, statement...)
	gap()
	lines = append(lines, bars...)
	gap()
	return append(lines, verdict...)
}

// verdict says in so many rows whether the counts lie far apart, and then what they come to: the mean beside how many
// answered. Whatever has to give way, the first words stay.
func (r *reveal) verdict(q score.Question, rows int) []string {
	n := q.Ratings()
	text := "nobody rated this"
	if n > 0 {
		text = fmt.Sprintf("mean %.1f, %d answered", q.Mean, n)
	}
	for _, part := range []struct {
		count int
		text  string
	}{
		{q.Tally.DontKnow, "don't know"},
		{q.Tally.NotApplicable, "not applicable"},
		{r.m.run.Session.Answers.Present - q.Tally.Votes(), "gave no answer"},
	} {
		if part.count > 0 {
			text += fmt.Sprintf(", %d %s", part.count, part.text)
		}
	}
	head := ""
	switch {
	case q.Split:
		head = r.m.theme.alert.Render("Split") + "  "
	case n >= 5:
		head = "Not split  "
	}
	lines := wrap(head+text, r.room.width)
	if len(lines) > rows {
		return []string{fit(head+text, r.room.width)}
	}
	return lines
}

// talksOnPage is how many topics stand on one page: as many as the smallest window has room for.
const talksOnPage = 4

// talkFirst is the prompt for splits.
const talkFirst = "Talk about these first: ask one person who answered low and one who answered high what they see."

// talks lists what to talk about, from the one with this index on.
func (r *reveal) talks(talks []score.Talk, first int) []string {
	th, width := r.m.theme, r.room.width
	if len(talks) == 0 {
		return wrap("Nothing is split and nothing presses. Talk about what is working, and how to keep it.", width)
	}
	prompt := "Talk about what the plan puts first."
	switch {
	case talks[0].Split:
		prompt = talkFirst
	case first > 0:
		prompt = "Then talk about what the plan puts first."
	}
	lines := append(styled(wrap(prompt, width), th.strong), "")
	for i, talk := range talks {
		about := ""
		if talk.Split {
			about = "split"
		} else if b := r.result.Topics[talk.Topic].Band; b != score.NoBand {
			about = b.String()
		}
		number := fmt.Sprintf("%2d  ", first+i+1)
		lines = append(lines, number+spread(r.result.Topics[talk.Topic].Title, th.muted.Render(about), width-len(number)))
	}
	return lines
}

func (r *reveal) place() string { return r.pages[r.at].place }

func (r *reveal) tall() bool { return false }

func (r *reveal) hints() []hint {
	next := "next"
	if r.at == len(r.pages)-1 {
		next = "the plan"
	}
	return []hint{{"→", next, 0}, {"←", "back", 0}, {".", "blank", 1}, {"Esc", "review", 2}, {"q", "leave", 3}}
}
