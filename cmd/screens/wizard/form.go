package wizard

import (
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
)

// form asks who answers and how much to ask. Every field may stay empty.
//
// The fields are huh's, but this type moves between them itself: huh would do it in commands, and then a key typed
// quickly after Enter could reach the field that was just left.
type form struct {
	wiz  *wizard
	huh  *huh.Form
	area tui.Area
	// field is the index of the field with the focus, of fields.
	field, fields int

	coalition, respondent string
	role                  assess.Role
	depth                 assess.Depth
	asksDepth             bool
}

// The fields, in order. The last one is there unless the command line has decided.
const (
	coalitionField = iota
	respondentField
	roleField
	depthField
)

// roleNames are the roles in words. The first one stores nothing, because huh chooses the first option for a person who
// chooses none.
var roleNames = []huh.Option[assess.Role]{
	huh.NewOption("Rather not say", assess.Role("")),
	huh.NewOption("I lead the coalition", assess.Leader),
	huh.NewOption("I am on its staff", assess.Staff),
	huh.NewOption("I am a member", assess.Member),
	huh.NewOption("I am a partner from outside", assess.Partner),
}

var depthNames = []huh.Option[assess.Depth]{
	huh.NewOption("Full: 50 statements, ten minutes", assess.Full),
	huh.NewOption("Quick: 20 statements, four minutes", assess.Quick),
}

func newForm(wiz *wizard) *form {
	a := wiz.run.Session.Answers
	f := &form{
		wiz:       wiz,
		coalition: a.Coalition, respondent: a.Respondent, role: a.Role, depth: wiz.run.Session.Depth,
		asksDepth: wiz.run.AsksDepth() && wiz.run.Edit == nil,
		fields:    depthField,
	}
	if f.asksDepth {
		f.fields++
	}
	return f
}

// skipGiven begins at the first empty field, for a person who goes on in the form.
func (f *form) skipGiven() {
	for _, filled := range []bool{f.coalition != "", f.respondent != "", f.role != ""} {
		if !filled || f.field == f.fields-1 {
			return
		}
		f.field++
	}
}

// Fit builds the form anew for the area, because a field that was small once stays small.
func (f *form) Fit(a tui.Area) {
	f.area = a
	fields := []huh.Field{
		nameInput("What is the coalition called?", "you may leave this empty", &f.coalition),
		nameInput("Who is answering?", "a name or a function, or nothing", &f.respondent),
		huh.NewSelect[assess.Role]().Title("What is your part in it?").Value(&f.role).Options(roleNames...),
	}
	if f.asksDepth {
		fields = append(fields,
			huh.NewSelect[assess.Depth]().Title("How many statements do you want to rate?").
				Description("Two runs compare only at the same depth.").Value(&f.depth).Options(depthNames...))
	}
	f.huh = newHuh(f.wiz.Theme, a, fields...)
	for range f.field {
		f.huh.NextField()
	}
}

func nameInput(title, placeholder string, value *string) *huh.Input {
	return huh.NewInput().Title(title).Placeholder(placeholder).Prompt("").CharLimit(assess.MaxName).Value(value)
}

// newHuh returns a form of one group, with our theme, that fills the area.
func newHuh(t *tui.Theme, a tui.Area, fields ...huh.Field) *huh.Form {
	form := huh.NewForm(huh.NewGroup(fields...)).
		WithTheme(t.Form).WithShowHelp(false).WithShowErrors(false).
		WithWidth(a.Width).WithHeight(a.Height)
	form.Init()
	return form
}

func (f *form) Keys() []tui.Key {
	next, back := func() { f.move(1) }, func() { f.move(-1) }
	enter := tui.On(next, "enter").Hint(0, "Enter", "next")
	if f.field == f.fields-1 {
		enter = tui.On(f.submit, "enter").Hint(0, "Enter", "begin")
	}
	if f.field == 0 {
		back = f.wiz.Back
	}
	keys := []tui.Key{
		enter, tui.On(next, "tab"), tui.On(back, "shift+tab").Hint(2, "Shift+Tab", "back"),
		f.wiz.ctrlC(1, "leave"), tui.On(f.wiz.Back, "esc"),
	}
	if f.writing() {
		return append(keys, tui.On(next, "down"), tui.On(func() { f.move(-1) }, "up"))
	}
	choose := tui.OnEach(func(digit string) { f.mark(int(digit[0] - '1')) }, "1", "2", "3", "4", "5", "6", "7", "8", "9")
	return append([]tui.Key{choose.Answers().Hint(0, "↑↓", "choose")}, keys...)
}

func (f *form) Type(k tea.KeyPressMsg) {
	switch {
	case !f.writing(): // arrows, for the list
		f.wiz.Unknown(k)
		f.pass(k, "")
	case k.Code == tea.KeyBackspace && k.Mod == 0:
		f.backspace(k)
	case safetext.TypedLine(k.Text) == k.Text:
		f.pass(k, k.Text)
	}
}

// backspace takes a visible character away. The library takes a rune; the others of the character are at both sides of it.
func (f *form) backspace(k tea.KeyPressMsg) {
	name := []*string{&f.coalition, &f.respondent}[f.field]
	before := *name
	f.pass(k, "")
	if *name == before {
		return
	}
	left, right := []rune(before), []rune(*name)
	at := 0
	for at < len(right) && left[at] == right[at] {
		at++
	}
	start, end := tui.Character(before, at)
	for range at - start {
		f.pass(k, "")
	}
	for range end - at - 1 {
		f.pass(tea.KeyPressMsg{Code: tea.KeyDelete}, "")
	}
}

// mark marks a line of the list with the focus, by its number.
func (f *form) mark(line int) {
	last := len(roleNames) - 1
	if f.field == depthField {
		last = len(depthNames) - 1
	}
	if line > last {
		return
	}
	f.pass(tea.KeyPressMsg{Code: tea.KeyHome}, "")
	for range line {
		f.pass(tea.KeyPressMsg{Code: tea.KeyDown}, "")
	}
}

func (f *form) Paste(text string) {
	if f.writing() {
		text = strings.TrimSpace(safetext.TypedLine(text))
		f.pass(tea.PasteMsg{Content: text}, text)
	}
}

// pass hands a message to the field with the focus and keeps what it made of it.
func (f *form) pass(msg tea.Msg, text string) {
	before := []string{f.coalition, f.respondent}
	f.huh.Update(msg)
	f.keep()
	if f.writing() && text != "" && utf8.RuneCountInString(before[f.field]+text) > assess.MaxName {
		f.wiz.Say("A name has at most 80 characters; the rest is cut.")
	}
}

// keep takes the fields over into the answers. The depth waits for the end of the form.
func (f *form) keep() {
	a := f.wiz.run.Session.Answers
	coalition, respondent := strings.TrimSpace(f.coalition), strings.TrimSpace(f.respondent)
	if a.Coalition != coalition || a.Respondent != respondent || a.Role != f.role {
		a.Coalition, a.Respondent, a.Role = coalition, respondent, f.role
		f.wiz.changed = true
	}
}

// writing reports whether the field with the focus is one to write in.
func (f *form) writing() bool { return f.field == coalitionField || f.field == respondentField }

func (f *form) move(by int) {
	if to := f.field + by; to >= 0 && to < f.fields {
		if f.writing() { // a long name is shown from its start
			f.huh.Update(tea.KeyPressMsg{Code: tea.KeyHome})
		}
		f.field = to
		defer func() {
			if f.writing() {
				f.huh.Update(tea.KeyPressMsg{Code: tea.KeyEnd})
			}
		}()
		if by > 0 {
			f.huh.NextField()
		} else {
			f.huh.PrevField()
		}
	}
}

func (f *form) submit() {
	f.keep()
	if f.depth != f.wiz.run.Session.Depth {
		f.wiz.run.SetDepth(f.depth)
		f.wiz.changed = true
	}
	f.wiz.Show(newTopic(f.wiz))
}

func (f *form) Draw() []string { return strings.Split(f.huh.View(), "\n") }

func (f *form) Place() string { return "About you" }

func (f *form) Tall() bool { return false }
