package wizard

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/safetext"
)

// save asks where the answers go. It is also the rescue where the draft cannot be kept: then it writes the unfinished
// answers.
type save struct {
	m      *model
	input  textinput.Model
	rescue bool
	// exists is the name of a file that is there already; Enter once more replaces it.
	exists string
	// failed is why the last try wrote nothing.
	failed error
	room   area
}

func newSave(m *model) *save {
	s := &save{m: m, input: textinput.New()}
	s.input.Prompt = "› "
	s.input.CharLimit = 1000
	s.input.SetStyles(m.theme.input(s.input.Styles()))
	s.input.SetValue(m.run.FileName())
	s.input.Focus()
	return s
}

func newRescue(m *model) *save {
	s := newSave(m)
	s.rescue = true
	return s
}

// finish saves where the command line said, or else asks.
func (m *model) finish() tea.Cmd {
	s := newSave(m)
	if m.run.SaveTo == "" {
		m.show(s)
		return nil
	}
	s.input.SetValue(cleanLine(m.run.SaveTo))
	m.show(s)
	return s.write(m.run.SaveTo, false)
}

func (s *save) fit(room area) {
	s.room = room
	s.input.SetWidth(max(1, room.width-3))
	s.input.CursorEnd()
}

func (s *save) press(k tea.KeyPressMsg) tea.Cmd {
	switch {
	case k.String() == "esc", k.String() == "shift+tab":
		s.m.back()
	case k.String() == "enter":
		return s.enter()
	case k.Text != "" && cleanLine(k.Text) != k.Text:
	default:
		s.pass(k)
	}
	return nil
}

func (s *save) paste(text string) { s.pass(tea.PasteMsg{Content: cleanLine(text)}) }

func (s *save) pass(msg tea.Msg) {
	before := s.input.Value()
	s.input, _ = s.input.Update(msg)
	if s.input.Value() != before {
		s.exists, s.failed = "", nil
	}
}

func (s *save) enter() tea.Cmd {
	path := s.input.Value()
	if path == "" {
		s.m.notice = "Type a name for the file."
		return nil
	}
	if named := interview.WithExtension(path); named != path {
		path = named
		s.input.SetValue(path)
		s.input.CursorEnd()
	}
	return s.write(path, path == s.exists)
}

// write writes the answers in a command, because a disk may be slow.
func (s *save) write(path string, overwrite bool) tea.Cmd {
	run, answers := s.m.run, s.m.run.Result()
	s.m.busy = true
	return func() tea.Msg { return written{s, path, run.Write(path, answers, overwrite)} }
}

// written says how writing the file went.
type written struct {
	screen *save
	path   string
	err    error
}

func (w written) apply(m *model) tea.Cmd {
	m.busy = false
	switch {
	case w.err == nil:
		m.run.Saved = w.path
		return tea.Quit
	case errors.Is(w.err, fs.ErrExist):
		w.screen.exists = w.path
	default:
		w.screen.failed = w.err
	}
	return nil
}

func (s *save) draw() []string {
	th, width := s.m.theme, s.room.width
	var lines []string
	tell := func(text string) { lines = append(append(lines, wrap(safetext.Visible(text), width)...), "") }
	if s.rescue {
		lines = append(lines, th.strong.Render("Your answers are not on disk yet"), "")
		tell(fmt.Sprintf("They could not be kept in the usual place: %v.", s.m.run.DraftErr))
		tell("Where else may they go? Ctrl+C leaves without them.")
	} else {
		lines = append(lines, th.strong.Render("Where shall your answers be saved?"), "")
		if s.m.Folder != "" {
			lines = append(lines, th.muted.Render(ansi.TruncateLeft("In the folder "+safetext.Visible(s.m.Folder), 0, "")), "")
		}
	}
	lines = append(lines, s.input.View(), "")
	switch {
	case s.exists != "":
		lines = append(lines, styled(wrap("This file is there already. Enter replaces it; or type another name.", width), th.alert)...)
	case errors.Is(s.failed, fs.ErrNotExist):
		text := fmt.Sprintf("There is no folder %s. Type another name.", filepath.Dir(s.input.Value()))
		lines = append(lines, styled(wrap(safetext.Visible(text), width), th.alert)...)
	case s.failed != nil:
		lines = append(lines, styled(wrap(safetext.Visible(fmt.Sprintf("Nothing was written: %v. Try another name.", s.failed)), width), th.alert)...)
	}
	return lines
}

func (s *save) place() string { return "Save" }

func (s *save) tall() bool { return false }

func (s *save) hints() []hint {
	enter, leave := "save and finish", "leave without a file"
	if s.m.run.Edit != nil {
		leave = "leave without saving"
	}
	switch {
	case s.exists != "":
		enter = "replace the file"
	case s.rescue:
		enter = "save and leave"
	}
	return []hint{{"Enter", enter, 0}, {"Esc", "back", 1}, {"Ctrl+C", leave, 2}}
}
