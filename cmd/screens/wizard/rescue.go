package wizard

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/render/style"
)

// rescue asks where unfinished answers may go that could not be kept in the usual place.
type rescue struct {
	wiz   *wizard
	input tui.Field
	// offered is a name that nobody has typed. Should the file exist by the time of writing, another name is taken.
	offered string
	refusal refusal
	area    tui.Area
}

func newRescue(wiz *wizard) *rescue {
	r := &rescue{wiz: wiz, input: wiz.Theme.NewField(maxPath, "")}
	r.offer(wiz.run.FileName())
	r.input.Focus()
	return r
}

// offer offers a name, which is a made one unless it is that of the file that is edited.
func (r *rescue) offer(name string) {
	r.show(name)
	if r.offered = name; name == r.wiz.run.EditPath {
		r.offered = ""
	}
}

func (r *rescue) show(name string) {
	r.input.SetValue(safetext.TypedLine(name))
	r.input.CursorEnd()
}

func (r *rescue) Fit(a tui.Area) {
	r.area = a
	r.input.SetWidth(max(1, a.Width-3))
	r.input.CursorEnd()
}

func (r *rescue) Keys() []tui.Key {
	enter := "save and leave"
	if r.refusal.edited {
		enter = "replace the file"
	}
	return []tui.Key{
		tui.On(r.enter, "enter").Hint(0, "Enter", enter),
		tui.On(r.wiz.Back, "esc", "shift+tab").Hint(1, "Esc", "back"),
		r.wiz.ctrlC(2, leaveUnsaved),
	}
}

func (r *rescue) Type(k tea.KeyPressMsg) {
	if safetext.TypedLine(k.Text) == k.Text {
		r.edit(func() { r.input.Press(k) })
	}
}

func (r *rescue) Paste(text string) { r.edit(func() { r.input.Insert(safetext.TypedLine(text)) }) }

// edit changes the name, and takes back what was said of another one.
func (r *rescue) edit(change func()) {
	before := r.input.Value()
	change()
	if r.input.Value() != before {
		r.refusal = refusal{}
	}
}

func (r *rescue) enter() {
	path := r.input.Value()
	if path != r.offered {
		typed := path
		var named bool
		if path, named = r.wiz.run.Place(typed); !named {
			r.offer(path)
		} else if path != typed {
			r.show(path)
		}
	}
	if path == "" {
		r.wiz.Say("Type a name for the file.")
		return
	}
	r.write(path)
}

func (r *rescue) write(path string) {
	run, answers := r.wiz.run, r.wiz.run.Result()
	made, overwrite := path == r.offered, r.refusal.edited
	r.wiz.Wait(func() func() {
		var err error
		if made {
			path, err = run.WriteFree(path, answers)
		} else {
			err = run.Write(path, answers, overwrite)
		}
		return func() {
			if run.Written(path, err) {
				r.wiz.Quit()
				return
			}
			r.refusal = r.wiz.refused(path, err)
			if free := run.Instead(path, err); free != "" {
				r.offer(free)
			}
		}
	})
}

func (r *rescue) Draw() []string {
	th, width := r.wiz.Theme, r.area.Width
	lines := []string{th.Strong.Render("Your answers are not on disk yet"), ""}
	for _, text := range []string{
		fmt.Sprintf("They could not be kept in the usual place: %v.", r.wiz.run.DraftErr),
		"Where else may they go? Ctrl+C leaves without them.",
	} {
		lines = append(append(lines, style.Wrap(safetext.Visible(text), width)...), "")
	}
	lines = append(lines, r.input.View(), "")
	if text := r.wiz.losesComments(r.input.Value()); text != "" {
		lines = append(append(lines, style.Wrap(text, width)...), "")
	}
	return append(lines, tui.Styled(style.Wrap(r.refusal.String(), width), th.Alert)...)
}

func (r *rescue) Place() string { return "Save" }

func (r *rescue) Tall() bool { return false }
