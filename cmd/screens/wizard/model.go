package wizard

import (
	"fmt"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// model is the one Bubble Tea model: the run, and the history of screens.
type model struct {
	Options
	theme  *theme
	window window

	// session is the run, or nil before it has begun.
	session *assess.Session
	// room reports whether the session counts the hands of a room.
	room bool
	// screens is the history; the last one is shown.
	screens []screen
	// notice is a line above the keys. The next key takes it away.
	notice string
	// changed asks for the draft to be saved before the next frame. trouble is why that last failed, or nil.
	changed bool
	trouble error
	// kept reports whether there is something to keep: a run that went on, or anything entered, even if taken back later.
	kept bool
	// busy is true while a file is written or moved; keys wait. leaving asks to leave as soon as that is done, so that the
	// program does not end in the midst of it.
	busy, leaving bool
	// planned is true once the plan was shown.
	planned bool
	saved   string
}

// screen is one thing to see and to answer.
type screen interface {
	// fit gives the screen its room. It is called before the screen is first drawn and when the window changes.
	fit(a area)
	// press answers a key.
	press(k tea.KeyPressMsg) tea.Cmd
	// draw returns the body, in lines that keep to the room.
	draw() []string
	// place says where the person is, in a few words.
	place() string
	// hints returns the keys that mean something here.
	hints() []hint
	// tall reports whether the screen can use a high window.
	tall() bool
}

// typing is a screen in which one writes: it takes pasted text, and letters are no commands.
type typing interface{ paste(text string) }

func newModel(o Options) *model {
	m := &model{Options: o, theme: newTheme(o.Profile), window: window{o.Width, o.Height}, trouble: o.NoDraft}
	if o.Edit != nil {
		m.session = assess.ResumeSession(o.Catalogue, o.Edit.Clone(), o.Edit.Depth())
		m.room, m.kept = o.Edit.Room(), true
		m.screens = []screen{m.opening(), m.asking()}
		m.show(newReview(m, false))
		m.notice = editing(o)
		return m
	}
	m.show(newWelcome(m))
	return m
}

// editing says which file is open, and where its answers are not what is shown.
func editing(o Options) string {
	if o.Unsaved {
		return fmt.Sprintf("Unsaved changes to %s. To open it without them: --new.", filepath.Base(o.Offer))
	}
	return "Editing " + filepath.Base(o.Offer)
}

// Init asks for nothing: everything is known before the start.
func (m *model) Init() tea.Cmd { return nil }

// Update answers a message. The draft is saved here and not in a command, so that an answer is on the disk before it is
// seen as given.
func (m *model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := m.answer(msg)
	if m.changed {
		m.changed = false
		m.save()
	}
	return m, cmd
}

func (m *model) answer(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.window = window{msg.Width, msg.Height}
		m.refit()
	case tea.KeyPressMsg:
		return m.press(msg)
	case tea.PasteMsg:
		if s, ok := m.top().(typing); ok && !m.window.tooSmall() && !m.busy {
			m.notice = ""
			s.paste(msg.Content)
		}
	case interface{ apply(m *model) tea.Cmd }:
		cmd := msg.apply(m)
		if m.leaving {
			return m.leave()
		}
		return cmd
	}
	return nil
}

func (m *model) press(k tea.KeyPressMsg) tea.Cmd {
	switch {
	case k.String() != "ctrl+c":
	case m.busy:
		m.leaving, m.notice = true, "Leaving as soon as this is on disk."
		return nil
	default:
		return m.leave()
	}
	if m.window.tooSmall() || m.busy {
		return nil
	}
	m.notice = ""
	return m.top().press(k)
}

// View draws the screen.
func (m *model) View() tea.View {
	v := tea.NewView(m.draw())
	v.AltScreen = true
	v.WindowTitle = "coalcheck"
	return v
}

func (m *model) draw() string {
	if m.window.tooSmall() {
		return m.window.request()
	}
	s := m.top()
	if _, ok := s.(*blank); ok {
		return ""
	}
	width, _ := m.window.column()
	return m.window.compose(parts{
		name:     m.name(width - len(s.place()) - 2),
		place:    m.theme.muted.Render(s.place()),
		progress: m.progress(width),
		body:     s.draw(),
		notice:   m.remark(),
		keys:     m.theme.keyLine(s.hints(), width),
		tall:     s.tall(),
	})
}

func (m *model) name(width int) string {
	s := m.theme.accent.Render("coalcheck")
	if m.session != nil && m.session.Answers.Coalition != "" && width > 20 {
		s += "  " + m.session.Answers.Coalition
	}
	return s
}

// progress draws how much is answered.
func (m *model) progress(width int) string {
	done := 0
	if m.session != nil {
		all := len(m.session.Places())
		done = width * (all - len(m.session.Open())) / all
	}
	return m.theme.accent.Render(strings.Repeat("━", done)) + m.theme.muted.Render(strings.Repeat("─", width-done))
}

// remark is the line above the keys: what there is to say now, or else that answers are not being kept.
func (m *model) remark() string {
	_, saving := m.top().(*save)
	if m.notice == "" && m.trouble != nil && m.session != nil && !saving {
		return m.theme.alert.Render("Not on disk for now; kept while this window is open.")
	}
	return m.theme.plain.Render(safetext.Visible(m.notice))
}

// top returns the screen that is shown.
func (m *model) top() screen { return m.screens[len(m.screens)-1] }

// show opens a screen on top of the others.
func (m *model) show(s screen) {
	m.screens = append(m.screens, s)
	m.refit()
}

// back closes the screen that is shown, unless it is the only one.
func (m *model) back() {
	if len(m.screens) > 1 {
		m.screens = m.screens[:len(m.screens)-1]
		m.refit()
	}
}

// refit gives the screen that is shown its room. A window that is too small changes nothing: what is out of sight keeps
// its last shape.
func (m *model) refit() {
	if !m.window.tooSmall() {
		m.top().fit(m.window.body(m.top().tall()))
	}
}

// save keeps the answers as soon as something was entered; those of a room as soon as it has people, who tell its draft
// from one person's. It fails quietly: the answers stay in memory, and the next change tries again.
func (m *model) save() {
	if m.session == nil || m.Draft == nil || m.room && !m.session.Answers.Room() {
		return
	}
	m.kept = m.kept || !m.session.Answers.Empty()
	if !m.kept {
		return
	}
	m.trouble = m.Draft.Save(m.session.Draft())
}

// leave ends the run. Where the answers could not be kept, it first offers another place for them; a second request
// then ends the run all the same.
func (m *model) leave() tea.Cmd {
	_, asked := m.top().(*save)
	if m.trouble != nil && m.session != nil && m.answered() > 0 && !asked {
		m.show(newRescue(m))
		return nil
	}
	// Who has seen the plan goes on with what is open.
	if m.planned && len(m.session.Open()) > 0 {
		m.session.At = m.session.Open()[0]
		m.changed = true
	}
	return tea.Quit
}

// answered counts the questions that have an answer.
func (m *model) answered() int { return len(m.session.Places()) - len(m.session.Open()) }

// begin starts a new run.
func (m *model) begin() {
	depth := assess.Full
	m.room = m.Room
	if m.room {
		depth = assess.Quick
	}
	if m.Depth != nil {
		depth = *m.Depth
	}
	m.session = assess.NewSession(m.Catalogue, depth)
}

// opening returns the screen that asks who answers.
func (m *model) opening() screen {
	if m.room {
		return newPresent(m)
	}
	return newForm(m)
}

// asking returns the screen that asks the statements.
func (m *model) asking() screen {
	if m.room {
		return newHands(m)
	}
	return newTopic(m)
}

// result returns what the run has come to.
func (m *model) result() Outcome {
	o := Outcome{Saved: m.saved, Trouble: m.trouble}
	switch {
	case m.session == nil:
	case m.planned:
		o.Answers = m.finished()
	default:
		o.Answers = m.session.Draft()
	}
	return o
}

// finished returns the answers as they are written at the end, with a date.
func (m *model) finished() *assess.Answers {
	a := m.session.Finished()
	if a.Date == "" {
		a.Date = m.Today
	}
	return a
}

// topicName says which topic of its kind this is, such as "Pitfalls 3 of 10".
func topicName(c *pitfalls.Catalogue, t int) string {
	if c.Topics[t].Kind == pitfalls.Pitfall {
		return fmt.Sprintf("Pitfalls %d of %d", t+1, pitfalls.PitfallCount)
	}
	return fmt.Sprintf("Pills %d of %d", t+1-pitfalls.PitfallCount, pitfalls.PillCount)
}
