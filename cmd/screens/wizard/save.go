package wizard

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/render/style"
)

// maxPath is the longest name to type, in characters.
const maxPath = 1000

// save asks where the answers go. It is also the rescue where the draft cannot be kept: then it writes the unfinished
// answers.
type save struct {
	wiz    *wizard
	input  tui.Field
	rescue bool
	// offered is a name that nobody has typed. Should the file exist by the time of writing, another name is taken.
	offered string
	// exists is true once it was said that the file that is edited is there; Enter once more replaces it.
	exists bool
	// taken is the name of another file that is there already, and is never replaced; or empty.
	taken string
	// failed is why the last try wrote nothing.
	failed error
	area   tui.Area
}

func newSave(wiz *wizard) *save {
	s := &save{wiz: wiz, input: wiz.Theme.NewField(maxPath, "")}
	s.offer(wiz.run.FileName())
	s.input.Focus()
	return s
}

// offer offers a name, which is a made one unless it is that of the file that is edited.
func (s *save) offer(name string) {
	s.input.SetValue(name)
	s.input.CursorEnd()
	if s.offered = name; name == s.wiz.run.EditPath {
		s.offered = ""
	}
}

func newRescue(wiz *wizard) *save {
	s := newSave(wiz)
	s.rescue = true
	return s
}

// finish saves where the command line said, or else asks.
func (wiz *wizard) finish() {
	s := newSave(wiz)
	wiz.Show(s)
	given := wiz.run.SaveTo
	if given == "" {
		return
	}
	if path, named := wiz.run.Place(given); !named {
		s.offer(path)
		given = path
	}
	s.input.SetValue(safetext.TypedLine(given))
	s.write(given, false)
}

func (s *save) Fit(a tui.Area) {
	s.area = a
	s.input.SetWidth(max(1, a.Width-3))
	s.input.CursorEnd()
}

func (s *save) Keys() []tui.Key {
	enter, leave := "save and finish", "leave without a file"
	if s.wiz.run.Edit != nil {
		leave = "leave without saving"
	}
	switch {
	case s.exists:
		enter = "replace the file"
	case s.rescue:
		enter = "save and leave"
	}
	return []tui.Key{
		tui.On(s.enter, "enter").Hint(0, "Enter", enter),
		tui.On(s.wiz.Back, "esc", "shift+tab").Hint(1, "Esc", "back"),
		s.wiz.ctrlC(2, leave),
	}
}

func (s *save) Type(k tea.KeyPressMsg) {
	if safetext.TypedLine(k.Text) == k.Text {
		s.edit(func() { s.input.Press(k) })
	}
}

func (s *save) Paste(text string) { s.edit(func() { s.input.Insert(safetext.TypedLine(text)) }) }

// edit changes the name, and takes back what was said of another one.
func (s *save) edit(change func()) {
	before := s.input.Value()
	change()
	if s.input.Value() != before {
		s.forget()
	}
}

// forget takes back what was said of a name.
func (s *save) forget() { s.exists, s.taken, s.failed = false, "", nil }

func (s *save) enter() {
	path := s.place(s.input.Value())
	if path == "" {
		s.wiz.Say("Type a name for the file.")
		return
	}
	s.write(path, s.exists)
}

// place returns the file that is meant by what was typed, and shows its whole name.
func (s *save) place(typed string) string {
	if typed == s.offered {
		return typed
	}
	path, named := s.wiz.run.Place(typed)
	switch {
	case !named:
		s.offer(path)
	case path != typed:
		s.input.SetValue(safetext.TypedLine(path))
		s.input.CursorEnd()
	}
	return path
}

func (s *save) write(path string, overwrite bool) {
	run, answers, made := s.wiz.run, s.wiz.run.Result(), path == s.offered
	s.wiz.Wait(func() func() {
		var err error
		if made {
			path, err = run.WriteFree(path, answers)
		} else {
			err = run.Write(path, answers, overwrite)
		}
		return func() {
			s.forget()
			switch {
			case run.Written(path, err):
				s.wiz.Quit()
			case errors.Is(err, fs.ErrExist) && run.Edits(path):
				s.exists = true
			case errors.Is(err, fs.ErrExist):
				s.taken = path
				s.offer(run.Beside(path))
			case errors.Is(err, interview.ErrChanged):
				s.failed = err
				s.offer(run.Beside(run.EditPath))
			default:
				s.failed = err
			}
		}
	})
}

func (s *save) Draw() []string {
	th, width := s.wiz.Theme, s.area.Width
	var lines []string
	tell := func(text string) { lines = append(append(lines, style.Wrap(safetext.Visible(text), width)...), "") }
	if s.rescue {
		lines = append(lines, th.Strong.Render("Your answers are not on disk yet"), "")
		tell(fmt.Sprintf("They could not be kept in the usual place: %v.", s.wiz.run.DraftErr))
		tell("Where else may they go? Ctrl+C leaves without them.")
	} else {
		lines = append(lines, th.Strong.Render("Where shall your answers be saved?"), "")
		if s.wiz.opts.Folder != "" {
			lines = append(lines, th.Muted.Render(ansi.TruncateLeft("In the folder "+safetext.Visible(s.wiz.opts.Folder), 0, "")), "")
		}
	}
	lines = append(lines, s.input.View(), "")
	if s.wiz.run.LosesComments(s.input.Value()) {
		tell("JSON has no comments: those in " + filepath.Base(s.wiz.run.EditPath) + " will not be in this file.")
	}
	switch {
	case s.exists:
		lines = append(lines, tui.Styled(style.Wrap("This is the file that you opened. Enter replaces it; or type another name.", width), th.Alert)...)
	case s.taken != "":
		text := filepath.Base(s.taken) + " is there already, and is left as it is. Enter saves your answers beside it; or type another name."
		lines = append(lines, tui.Styled(style.Wrap(safetext.Visible(text), width), th.Alert)...)
	case errors.Is(s.failed, interview.ErrChanged):
		text := filepath.Base(s.wiz.run.EditPath) + " was changed by somebody else since you opened it, and is left as it is. Enter saves your answers beside it."
		lines = append(lines, tui.Styled(style.Wrap(safetext.Visible(text), width), th.Alert)...)
	case errors.Is(s.failed, interview.ErrDamaged):
		lines = append(lines, tui.Styled(style.Wrap(safetext.Visible(fmt.Sprintf("Only a part was written: %v. Save your answers under another name.", s.failed)), width), th.Alert)...)
	case errors.Is(s.failed, fs.ErrNotExist):
		text := fmt.Sprintf("There is no folder %s. Type another name.", filepath.Dir(s.input.Value()))
		lines = append(lines, tui.Styled(style.Wrap(safetext.Visible(text), width), th.Alert)...)
	case s.failed != nil:
		lines = append(lines, tui.Styled(style.Wrap(safetext.Visible(fmt.Sprintf("Nothing was written: %v. Try another name.", s.failed)), width), th.Alert)...)
	}
	return lines
}

func (s *save) Place() string { return "Save" }

func (s *save) Tall() bool { return false }
