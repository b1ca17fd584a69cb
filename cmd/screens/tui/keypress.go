package tui

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/assess/safetext"
)

// Name returns what a key is called in tables of keys: "enter", "pgdown", "space", or the character in lower case, so
// that Caps Lock changes nothing. Digits of every script and the full-width forms of ASCII have the names of the ASCII
// characters, because those who type them mean the same.
func Name(k tea.KeyPressMsg) string {
	switch text := safetext.Narrow(k.Text); text {
	case "":
		return k.String()
	case " ":
		return "space"
	default:
		return strings.ToLower(text)
	}
}

// single returns the character that a text consists of, or 0 if there are more or fewer.
func single(text string) rune {
	r, size := utf8.DecodeRuneInString(text)
	if size == 0 || size < len(text) {
		return 0
	}
	return r
}

// onC are the letters in the place of C on keyboards of other scripts: Russian, Greek, Hebrew, Arabic, Persian, Korean,
// Thai, Georgian and Hindi. A terminal that does not say which place a key has names them alone.
var onC = []rune{'с', 'ψ', 'ב', 'ؤ', 'ز', 'ㅊ', 'แ', 'ც', 'म'}

// latin returns a key as it would be on a Latin keyboard, as far as the terminal says where it is: Ctrl+С of a Russian
// keyboard is Ctrl+C. A key that has a Latin letter or a sign keeps it, wherever it is: on a Dvorak keyboard, Ctrl+C is
// where others have Ctrl+I.
func latin(k tea.KeyPressMsg) tea.KeyPressMsg {
	switch {
	case !foreign(k.Code):
		k.BaseCode = 0
	case k.Mod&tea.ModCtrl == 0 || k.Text != "":
	case k.BaseCode == 0 && slices.Contains(onC, k.Code):
		k.Code = 'c'
	case k.BaseCode != 0:
		k.Code = k.BaseCode
	}
	return k
}

// foreign reports whether a character is a letter of a script that the keys of the screens do not have.
func foreign(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) }

// Unknown answers a key that means nothing on the screen: a letter of another script is not passed over in silence,
// because nothing but the keyboard layout may be wrong.
func (a *App) Unknown(k tea.KeyPressMsg) {
	if foreign(single(k.Text)) || foreign(k.Code) {
		a.Say("Keys here need a Latin keyboard layout.")
	}
}

// modifiers are keys that do nothing by themselves. Terminals that report every key report them too.
var modifiers = []rune{
	tea.KeyLeftShift, tea.KeyLeftAlt, tea.KeyLeftCtrl, tea.KeyLeftSuper, tea.KeyLeftHyper, tea.KeyLeftMeta,
	tea.KeyRightShift, tea.KeyRightAlt, tea.KeyRightCtrl, tea.KeyRightSuper, tea.KeyRightHyper, tea.KeyRightMeta,
	tea.KeyIsoLevel3Shift, tea.KeyIsoLevel5Shift, tea.KeyCapsLock, tea.KeyNumLock, tea.KeyScrollLock,
}
