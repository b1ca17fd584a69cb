package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/cmd/screens/internal/tuitest"
)

// TestKeysOfOtherKeyboards presses keys as terminals report them under other layouts.
func TestKeysOfOtherKeyboards(t *testing.T) {
	for _, c := range []struct {
		name string
		key  tea.KeyPressMsg
		// want is the key that acts, or "" for none; says is what a letter without a key gets for an answer.
		want, says string
	}{
		{"a Latin letter", letter('q'), "q", ""},
		{"Caps Lock", tea.KeyPressMsg{Code: 'q', ShiftedCode: 'Q', Text: "Q", Mod: tea.ModCapsLock}, "q", ""},
		{"й in the place of q", tea.KeyPressMsg{Code: 'й', BaseCode: 'q', Text: "й"}, "q", ""},
		{"Й with Shift", tea.KeyPressMsg{Code: 'й', ShiftedCode: 'Й', BaseCode: 'q', Text: "Й", Mod: tea.ModShift}, "q", ""},
		{"δ in the place of d", tea.KeyPressMsg{Code: 'δ', BaseCode: 'd', Text: "δ"}, "d", ""},
		{"a letter in the place of no key", tea.KeyPressMsg{Code: 'я', BaseCode: 'z', Text: "я"}, "", "Latin"},
		{"a letter without a place", letter('й'), "", "Latin"},
		{"a word of an input method", tea.KeyPressMsg{Code: tea.KeyExtended, Text: "漢字"}, "", ""},
		{"a of a French keyboard, in the place of q", tea.KeyPressMsg{Code: 'a', BaseCode: 'q', Text: "a"}, "", ""},
		{"é, which is Latin", letter('é'), "", ""},
		{"a full-width digit", letter('３'), "3", ""},
		{"a full-width letter", letter('ｑ'), "q", ""},
		{"an Arabic-Indic digit", letter('٣'), "3", ""},
		{"a Hindi digit", letter('३'), "3", ""},
		{"a digit of the keypad", tea.KeyPressMsg{Code: tea.KeyKp3, Text: "3"}, "3", ""},
		{"a wide space", letter('\u3000'), "space", ""},
		{"a digit with Num Lock", tea.KeyPressMsg{Code: '3', Text: "3", Mod: tea.ModNumLock}, "3", ""},
		{"a digit with Alt", tea.KeyPressMsg{Code: '3', Mod: tea.ModAlt}, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			pressed := ""
			a := newTestApp(Frame{}, &shown{keys: []Key{OnEach(func(name string) { pressed += name }, "q", "d", "3", "space")}})
			send(a, c.key)
			if pressed != c.want {
				t.Errorf("%q acts; want %q", pressed, c.want)
			}
			if said := a.Notice(); c.says == "" && said != "" || !strings.Contains(said, c.says) {
				t.Errorf("it says %q; want %q", said, c.says)
			}
		})
	}
}

// shown is a screen on which nothing is written.
type shown struct{ keys []Key }

func (*shown) Fit(Area)       {}
func (s *shown) Keys() []Key  { return s.keys }
func (*shown) Draw() []string { return nil }
func (*shown) Place() string  { return "" }
func (*shown) Tall() bool     { return false }

// TestLeavingUnderAnyKeyboard presses what leaves, as terminals report it.
func TestLeavingUnderAnyKeyboard(t *testing.T) {
	ctrl := func(code, base rune) tea.KeyPressMsg {
		return tea.KeyPressMsg{Code: code, BaseCode: base, Mod: tea.ModCtrl}
	}
	for _, c := range []struct {
		name  string
		key   tea.KeyPressMsg
		quits bool
	}{
		{"Ctrl+C", ctrl('c', 0), true},
		{"Ctrl+C with its place", ctrl('c', 'c'), true},
		{"Ctrl+C with Num Lock", tea.KeyPressMsg{Code: 'c', Mod: tea.ModCtrl | tea.ModNumLock}, true},
		{"Ctrl+С of a Russian keyboard", ctrl('с', 'c'), true},
		{"without its place", ctrl('с', 0), true},
		{"Ctrl+Ψ of a Greek keyboard", ctrl('ψ', 'c'), true},
		{"without its place", ctrl('ψ', 0), true},
		{"Hebrew, without its place", ctrl('ב', 0), true},
		{"Korean, without its place", ctrl('ㅊ', 0), true},
		{"Ctrl+C of a Dvorak keyboard, in the place of I", ctrl('c', 'i'), true},
		{"Ctrl+J of a Dvorak keyboard, in the place of C", ctrl('j', 'c'), false},
		{"Ctrl+Ш, which is Ctrl+I", ctrl('ш', 'i'), false},
		{"С alone", tea.KeyPressMsg{Code: 'с', BaseCode: 'c', Text: "с"}, false},
		{`Ctrl+\`, ctrl('\\', 0), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			if quit := send(newTestApp(Frame{}, &page{name: "one"}), c.key); quit != c.quits {
				t.Errorf("leaves: %t, want %t", quit, c.quits)
			}
		})
	}
}

// TestHeldKeys holds keys down, of which a terminal that can tells.
func TestHeldKeys(t *testing.T) {
	count := map[string]int{}
	counts := func(names ...string) Key { return OnEach(func(name string) { count[name]++ }, names...) }
	a := newTestApp(Frame{}, &shown{keys: []Key{counts("3", "enter", "esc", "space", "down", "backspace"), counts("j").Repeats()}})
	for name, want := range map[string]int{"3": 1, "j": 4, "enter": 1, "esc": 1, "space": 1, "down": 4, "backspace": 4} {
		key, ok := tuitest.Keys[name]
		if !ok {
			key = letter(rune(name[0]))
		}
		send(a, key)
		key.IsRepeat = true
		send(a, key, key, key)
		if count[name] != want {
			t.Errorf("%s counts %d times; want %d", name, count[name], want)
		}
	}
}

// TestKeysThatDoNothing presses keys that terminals report although they mean nothing alone.
func TestKeysThatDoNothing(t *testing.T) {
	a := newTestApp(Frame{}, &page{name: "one"})
	a.Say("news")
	a.Blank()
	for _, code := range modifiers {
		send(a, tea.KeyPressMsg{Code: code})
	}
	send(a, tea.KeyReleaseMsg{Code: 'q', Text: "q"})
	if a.Notice() != "news" || !a.blank || a.Top().(*page).typed != "" {
		t.Errorf("the notice is %q, typed is %q", a.Notice(), a.Top().(*page).typed)
	}
}

// TestUndecodedText types and pastes what the terminal did not send as UTF-8.
func TestUndecodedText(t *testing.T) {
	a := newTestApp(Frame{}, &page{name: "one"})
	for _, msg := range []tea.Msg{letter(undecoded), tea.PasteMsg{Content: "caf" + string(undecoded)}} {
		if send(a, msg); a.Top().(*page).typed != "" || !strings.Contains(a.Notice(), "UTF-8") {
			t.Errorf("%v types %q and says %q", msg, a.Top().(*page).typed, a.Notice())
		}
	}
}
