package wizard

import (
	"fmt"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// model is the one Bubble Tea model: the interview, and the history of screens.
type model struct {
	Options
	run    *interview.Run
	theme  *theme
	window window

	// screens is the history; the last one is shown.
	screens []screen
	// notice is a line above the keys. The next key takes it away.
	notice string
	// changed asks for the answers to be kept before the next frame.
	changed bool
	// busy is true while a file is written or moved; keys wait. leaving asks to leave as soon as that is done, so that the
	// program does not end in the midst of it.
	busy, leaving bool
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
	m := &model{Options: o, run: o.Run, theme: newTheme(o.Profile), window: window{o.Width, o.Height}}
	if m.run.Edit != nil {
		m.run.Begin()
		m.screens = []screen{m.opening(), m.asking()}
		m.show(newReview(m, false))
		m.notice = editing(m.run)
		return m
	}
	m.show(newWelcome(m))
	return m
}

// editing says which file is open, and where its answers are not what is shown.
func editing(r *interview.Run) string {
	if r.Offer.Unsaved != nil {
		return fmt.Sprintf("Unsaved changes to %s. To open it without them: --new.", filepath.Base(r.EditPath))
	}
	return "Editing " + filepath.Base(r.EditPath)
}

// Init asks for nothing: everything is known before the start.
func (m *model) Init() tea.Cmd { return nil }

// Update answers a message. The answers are kept here and not in a command, so that an answer is on the disk before it
// is seen as given. Where that fails, the next change tries again.
func (m *model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := m.answer(msg)
	if m.changed {
		m.changed = false
		_ = m.run.Keep() // remark says so
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
	if m.run.Session != nil && m.run.Session.Answers.Coalition != "" && width > 20 {
		s += "  " + m.run.Session.Answers.Coalition
	}
	return s
}

// progress draws how much is answered.
func (m *model) progress(width int) string {
	done := 0
	if m.run.Session != nil {
		done = width * m.run.Answered() / len(m.run.Session.Places())
	}
	return m.theme.accent.Render(strings.Repeat("━", done)) + m.theme.muted.Render(strings.Repeat("─", width-done))
}

// remark is the line above the keys: what there is to say now, or else that answers are not being kept.
func (m *model) remark() string {
	_, saving := m.top().(*save)
	if m.notice == "" && m.run.DraftErr != nil && m.run.Session != nil && !saving {
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

// leave ends the run. Where the answers could not be kept, it first offers another place for them; a second request
// then ends the run all the same.
func (m *model) leave() tea.Cmd {
	if _, asked := m.top().(*save); m.run.NeedsRescue() && !asked {
		m.show(newRescue(m))
		return nil
	}
	m.changed = m.run.GoToOpen() || m.changed
	return tea.Quit
}

// opening returns the screen that asks who answers.
func (m *model) opening() screen {
	if m.run.CountsHands() {
		return newPresent(m)
	}
	return newForm(m)
}

// asking returns the screen that asks the statements.
func (m *model) asking() screen {
	if m.run.CountsHands() {
		return newHands(m)
	}
	return newTopic(m)
}

// topicName says which topic of its kind this is, such as "Pitfalls 3 of 10".
func topicName(c *pitfalls.Catalogue, t int) string {
	if c.Topics[t].Kind == pitfalls.Pitfall {
		return fmt.Sprintf("Pitfalls %d of %d", t+1, pitfalls.PitfallCount)
	}
	return fmt.Sprintf("Pills %d of %d", t+1-pitfalls.PitfallCount, pitfalls.PillCount)
}
