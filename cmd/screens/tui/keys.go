package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/render/style"
)

// Key is one or more keys that do the same on a screen, together with the words about them. One list of them is a
// screen's table of keys: it decides what a key does, and is shown as the line of keys and as the list in the help.
type Key struct {
	// binding has the names of the keys. Its help is the hint in the line of keys.
	binding key.Binding
	rank    int
	// signs and use are the row in the list of keys.
	signs, use string
	do         func(name string)
	// repeats says that a key with a letter may be held down.
	repeats bool
	// answers says that the keys give an answer or change one, takesBack that they do no more than take one back.
	answers, takesBack bool
}

// On returns the keys with these names, as Name returns them. The first key of a table that has a name answers it.
func On(do func(), names ...string) Key { return OnEach(func(string) { do() }, names...) }

// OnEach returns keys that do something different for each name.
func OnEach(do func(name string), names ...string) Key {
	return Key{binding: key.NewBinding(key.WithKeys(names...)), do: do}
}

// Note returns a row of the list of keys that belongs to no key of its own.
func Note(signs, use string) Key { return Key{}.Help(signs, use) }

// Hint shows the keys in the line of keys: sign stands for them, and use says in a word what they do. Where the line is
// short, the hints of the highest rank go first.
func (k Key) Hint(rank int, sign, use string) Key {
	k.rank = rank
	k.binding.SetHelp(sign, use)
	return k
}

// Repeats lets the keys be held down. Keys without a letter, such as arrows, may always be.
func (k Key) Repeats() Key {
	k.repeats = true
	return k
}

// Answers says that the keys give an answer or change one. On a screen to which one came by Esc, letters among them do
// nothing until the person has moved.
func (k Key) Answers() Key {
	k.answers = true
	return k
}

// TakesBack says that the keys take back what was answered, maybe elsewhere.
func (k Key) TakesBack() Key {
	k.answers, k.takesBack = true, true
	return k
}

// Help shows the keys in the list of keys.
func (k Key) Help(signs, use string) Key {
	k.signs, k.use = signs, use
	return k
}

// name is the name of a key that was pressed, for comparing it with bindings.
type name string

func (n name) String() string { return string(n) }

// match returns the key of a table that was pressed, or nil, and by which of its names. Where the table has not the key, a
// letter of another script acts as the key in its place, as far as the terminal says which one that is.
func match(keys []Key, pressed tea.KeyPressMsg) (k *Key, called string) {
	k, called = find(keys, Name(pressed))
	if k == nil && pressed.BaseCode != 0 {
		k, called = find(keys, string(pressed.BaseCode))
	}
	return k, called
}

// press does what a key does. One that is held down counts once, unless it moves.
func (k *Key) press(called string, pressed tea.KeyPressMsg) {
	if !pressed.IsRepeat || k.repeats || moves(pressed) {
		k.do(called)
	}
}

func find(keys []Key, n string) (*Key, string) {
	for i := range keys {
		if key.Matches(name(n), keys[i].binding) {
			return &keys[i], n
		}
	}
	return nil, n
}

// moves reports whether a key moves or deletes, and therefore may be held down.
func moves(k tea.KeyPressMsg) bool {
	return k.Text == "" && k.Code != tea.KeyEnter && k.Code != tea.KeyEscape && k.Code != tea.KeySpace
}

// hintGap is the space between two hints.
const hintGap = 2

// keyLine shows as many hints as fit in the width.
func (t *Theme) keyLine(keys []Key, width int) string {
	highest := 0
	for _, k := range keys {
		highest = max(highest, k.rank)
	}
	for limit := highest; limit >= 0; limit-- {
		var shown []string
		total := -hintGap
		for _, k := range keys {
			if hint := k.binding.Help(); hint.Key != "" && k.rank <= limit {
				shown = append(shown, t.Strong.Render(hint.Key)+" "+t.Muted.Render(hint.Desc))
				total += style.Width(hint.Key) + 1 + style.Width(hint.Desc) + hintGap
			}
		}
		if total <= width {
			return strings.Join(shown, style.Space(hintGap))
		}
	}
	return ""
}

// KeyList is a screen that lists keys with what they do.
type KeyList struct {
	app    *App
	reader Reader
	keys   []Key
}

// NewKeyList returns a list of the keys of another screen.
func NewKeyList(app *App, keys []Key) *KeyList {
	return &KeyList{app: app, reader: NewReader(), keys: keys}
}

// Fit breaks the list to the width.
func (l *KeyList) Fit(a Area) {
	const column = 14
	t := l.app.Theme
	lines := []string{t.Strong.Render("Keys"), ""}
	for _, k := range l.keys {
		label := t.Accent.Render(k.signs)
		for _, use := range style.Wrap(k.use, a.Width-column) {
			lines = append(lines, style.Pad(label, column)+use)
			label = ""
		}
	}
	l.reader.Set(lines, nil, a)
}

// Keys closes the list, or scrolls it.
func (l *KeyList) Keys() []Key {
	return append([]Key{
		On(l.app.Back, "esc", "enter", "left", "q").Hint(0, "Esc", "close"),
		On(l.app.Back, "?").Hint(1, "?", "close"),
	}, l.reader.Keys(2)...)
}

// Draw draws the part of the list that is in sight.
func (l *KeyList) Draw() []string { return l.reader.Draw(l.app.Theme) }

// Place names the list.
func (l *KeyList) Place() string { return "All keys" }

// Tall is true: the list can use a high window.
func (l *KeyList) Tall() bool { return true }
