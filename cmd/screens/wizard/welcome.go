package wizard

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/safetext"
)

// welcome says what this is and, where an unfinished run was found, asks what to do with it.
type welcome struct {
	m       *model
	choices []choice
	chosen  int
	room    area
}

// choice is one way to go on.
type choice struct {
	label string
	do    func(m *model) tea.Cmd
}

// maxOthers is how many further runs are offered, so that there is room for them in a small window.
const maxOthers = 3

func newWelcome(m *model) *welcome {
	w := &welcome{m: m}
	offer := &m.run.Offer
	switch {
	case offer.LockErr != nil && m.run.Keeper == nil:
		w.choices = []choice{
			{"Begin a separate run", openSeparate},
			{"Leave, and go on in the other window", (*model).leave},
		}
	case offer.Found != nil:
		w.choices = []choice{
			{"Go on where you stopped", goOn},
			{"Begin anew, keeping the old answers", keepAside},
			{"Begin anew, dropping the old answers", dropOld},
		}
		for i, o := range offer.Others[:min(len(offer.Others), maxOthers)] {
			w.choices = slices.Insert(w.choices, 1+i, choice{safetext.Visible(m.goOnWith(o.Answers)), exchange(o.Path)})
		}
	default:
		w.choices = []choice{{"Begin", beginAnew}}
	}
	return w
}

func beginAnew(m *model) tea.Cmd {
	m.run.Begin()
	m.screens[0] = begun(m)
	m.show(m.opening())
	return nil
}

// dropOld begins anew and says when the old answers go: not yet.
func dropOld(m *model) tea.Cmd {
	old, _ := m.run.Progress(m.run.Offer.Found)
	cmd := beginAnew(m)
	if old > 0 {
		m.notice = fmt.Sprintf("%d old answers go at your first entry.", old)
	}
	return cmd
}

// begun is the welcome that one comes back to from the form.
func begun(m *model) *welcome {
	return &welcome{m: m, choices: []choice{{"Go on", func(m *model) tea.Cmd { m.show(m.opening()); return nil }}}}
}

// goOn goes on with the run that was found: in the form where no statement was reached yet, because then it may not have
// been asked how much it wants to be asked.
func goOn(m *model) tea.Cmd {
	reached := m.run.GoOn()
	m.screens = []screen{begun(m)}
	opening := m.opening()
	if f, ok := opening.(*form); ok && !reached {
		f.skipGiven()
		m.show(f)
		return nil
	}
	m.screens = append(m.screens, opening)
	m.show(m.asking())
	if len(m.run.Session.Open()) == 0 {
		m.show(newReview(m, true))
		m.cover()
	}
	return nil
}

// asideDone says that the draft that was found has a name of its own now.
type asideDone struct {
	path string
	err  error
}

func keepAside(m *model) tea.Cmd {
	m.busy = true
	keeper := m.run.Keeper
	return func() tea.Msg {
		path, err := keeper.KeepAside()
		return asideDone{path, err}
	}
}

func (d asideDone) apply(m *model) tea.Cmd {
	m.busy = false
	if d.err != nil {
		m.notice = fmt.Sprintf("The old answers could not be put aside: %v.", d.err)
		return nil
	}
	cmd := beginAnew(m)
	m.notice = "The old answers are kept in " + d.path
	return cmd
}

// exchanged says that another run is in the place of the one that was found.
type exchanged struct {
	answers *assess.Answers
	err     error
}

func exchange(path string) func(m *model) tea.Cmd {
	return func(m *model) tea.Cmd {
		m.busy = true
		keeper := m.run.Keeper
		return func() tea.Msg {
			answers, err := keeper.Exchange(path)
			return exchanged{answers, err}
		}
	}
}

func (e exchanged) apply(m *model) tea.Cmd {
	m.busy = false
	if e.err != nil {
		m.notice = fmt.Sprintf("That run could not be opened: %v.", e.err)
		return nil
	}
	m.run.Offer.Found = e.answers
	return goOn(m)
}

// separateDone says that this run is kept beside the one that another coalcheck holds.
type separateDone struct {
	keeper interview.Keeper
	err    error
}

func openSeparate(m *model) tea.Cmd {
	m.busy = true
	open := m.run.OpenSeparate
	return func() tea.Msg {
		keeper, err := open()
		return separateDone{keeper, err}
	}
}

func (d separateDone) apply(m *model) tea.Cmd {
	m.busy = false
	m.run.UseSeparate(d.keeper, d.err)
	return beginAnew(m)
}

func (w *welcome) fit(room area) { w.room = room }

func (w *welcome) press(k tea.KeyPressMsg) tea.Cmd {
	switch name(k) {
	case "up", "shift+tab":
		w.chosen = max(0, w.chosen-1)
	case "down", "tab":
		w.chosen = min(len(w.choices)-1, w.chosen+1)
	case "home", "pgup":
		w.chosen = 0
	case "end", "pgdown":
		w.chosen = len(w.choices) - 1
	case "enter", "right", "space":
		return w.choices[w.chosen].do(w.m)
	case "?":
		w.m.show(newKeyHelp(w.m))
	case "q":
		return w.m.leave()
	}
	return nil
}

// The welcome in four lengths; the longest that fits is shown.
var greetings = [][]string{
	{
		"How is your coalition doing?",
		"You will read short statements about ten ways in which partnerships fail, and about ten practices that prevent " +
			"it. Say how often you see each one, or how true it is. At the end stands a short plan: what to do first, and why.",
		"It takes about ten minutes, or four if you choose the quick one. You can always go back. You can leave at any " +
			"time and go on another day: every answer is kept as you give it.",
		"\"Don't know\" is a good answer, and you may leave open what you like. Nothing leaves this machine.",
	},
	{
		"How is your coalition doing?",
		"Rate short statements about how you work together, and get a short plan: what to do first, and why. About ten " +
			"minutes. Every answer is kept as you give it, and nothing leaves this machine.",
	},
	{
		"How is your coalition doing?",
		"About ten minutes. Nothing leaves this machine.",
	},
	{
		"How is your coalition doing?",
	},
}

func (w *welcome) draw() []string {
	th := w.m.theme
	news := w.news()
	var options []string
	for i, c := range w.choices {
		if i == w.chosen {
			options = append(options, th.accent.Render("› ")+th.strong.Render(fit(c.label, w.room.width-2)))
		} else {
			options = append(options, "  "+fit(c.label, w.room.width-2))
		}
	}
	var lines []string
	told := greetings
	if w.m.run.CountsHands() {
		told = roomGreetings
	}
	if w.m.run.Depth != nil && *w.m.run.Depth == assess.Full {
		told = forAll(told)
	}
	for _, greeting := range told {
		lines = []string{th.strong.Render(greeting[0])}
		for _, paragraph := range greeting[1:] {
			lines = append(append(lines, ""), wrap(paragraph, w.room.width)...)
		}
		if len(lines)+1+len(news)+len(options) <= w.room.height {
			break
		}
	}
	// What was found and what can be done about it is never pushed out of sight.
	news = news[:max(0, min(len(news), w.room.height-len(options)))]
	if room := w.room.height - len(news) - len(options); len(lines) < room {
		lines = append(lines, "")
	} else {
		lines = lines[:max(0, room)]
	}
	return append(append(lines, news...), options...)
}

// forAll returns greetings that say how long all statements take a room.
func forAll(told [][]string) [][]string {
	longer := strings.NewReplacer("Twenty statements take about fifteen minutes", "Fifty statements take about forty minutes")
	var all [][]string
	for _, greeting := range told {
		all = append(all, strings.Split(longer.Replace(strings.Join(greeting, "\n")), "\n"))
	}
	return all
}

// news says what was found when the draft was opened.
func (w *welcome) news() []string {
	m := w.m
	if m.run.Session != nil {
		return nil
	}
	offer := &m.run.Offer
	var lines []string
	tell := func(format string, args ...any) {
		lines = append(append(lines, styled(wrap(safetext.Visible(fmt.Sprintf(format, args...)), w.room.width), m.theme.alert)...), "")
	}
	beforeReason := 0
	if offer.Damaged != "" {
		// The path has a line of its own, so that it is not broken at a hyphen.
		tell("An unfinished run could not be read. It is kept here:")
		lines = slices.Insert(lines, len(lines)-1, strings.Split(ansi.Hardwrap(safetext.Visible(offer.Damaged), w.room.width, false), "\n")...)
		beforeReason = len(lines) - 1
	}
	switch {
	case offer.LockErr != nil && m.run.Keeper == nil && offer.LockErr.PID == 0:
		tell("Another coalcheck is at work on your unfinished answers.")
	case offer.LockErr != nil && m.run.Keeper == nil:
		tell("Another coalcheck (process %d) is at work on your unfinished answers.", offer.LockErr.PID)
	case m.run.DraftErr != nil:
		tell("Answers cannot be kept on disk here: %v. They are safe while this window is open.", m.run.DraftErr)
	}
	if offer.Found != nil {
		tell("%s", m.haveUnfinished(offer.Found))
		if found, asked, other := m.run.OtherDepth(); other {
			tell("They are a %s run and go on as such; for a %s one, begin anew.", found, asked)
		}
	}
	// The reason is for the curious, and only there where the rest leaves room under the title.
	if problem := offer.FirstProblem(); problem != "" {
		reason := wrap(problem, w.room.width)
		if 2+len(lines)+len(reason)+len(w.choices) <= w.room.height {
			lines = slices.Insert(lines, beforeReason, reason...)
		}
	}
	return lines
}

// haveUnfinished says which run was found and how far it went.
func (m *model) haveUnfinished(a *assess.Answers) string {
	answered, all := m.run.Progress(a)
	switch {
	case a.Room() && a.Coalition != "":
		return fmt.Sprintf("You have unfinished counts of a room with %s: %s, %d of %d.", people(a.Present), a.Coalition, answered, all)
	case a.Room():
		return fmt.Sprintf("You have unfinished counts of a room with %s: %d of %d.", people(a.Present), answered, all)
	case a.Coalition != "":
		return fmt.Sprintf("You have unfinished answers: %s, %d of %d.", a.Coalition, answered, all)
	default:
		return fmt.Sprintf("You have unfinished answers: %d of %d.", answered, all)
	}
}

// goOnWith offers to go on with another run.
func (m *model) goOnWith(a *assess.Answers) string {
	answered, all := m.run.Progress(a)
	switch {
	case a.Room() && a.Coalition != "":
		return fmt.Sprintf("Go on with counts of a room with %s: %s, %d of %d", people(a.Present), a.Coalition, answered, all)
	case a.Room():
		return fmt.Sprintf("Go on with counts of a room with %s: %d of %d", people(a.Present), answered, all)
	case a.Coalition != "":
		return fmt.Sprintf("Go on with %s, %d of %d", a.Coalition, answered, all)
	default:
		return fmt.Sprintf("Go on with %d of %d", answered, all)
	}
}

func (w *welcome) place() string { return "" }

func (w *welcome) tall() bool { return false }

func (w *welcome) hints() []hint {
	if len(w.choices) == 1 {
		return []hint{{"Enter", strings.ToLower(w.choices[0].label), 0}, {"?", "all keys", 2}, {"q", "leave", 1}}
	}
	return []hint{{"↑↓", "move", 1}, {"Enter", "choose", 0}, {"?", "all keys", 3}, {"q", "leave", 2}}
}
