package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"github.com/coalcheck/coalcheck/cmd/screens/internal/tuitest"
)

// page is a screen with a name, which counts the keys that it gets.
type page struct {
	name  string
	area  Area
	fits  int
	keys  []Key
	typed string
}

func (p *page) Fit(a Area)             { p.area, p.fits = a, p.fits+1 }
func (p *page) Keys() []Key            { return p.keys }
func (p *page) Draw() []string         { return []string{"this is " + p.name} }
func (p *page) Place() string          { return p.name }
func (p *page) Tall() bool             { return false }
func (p *page) Type(k tea.KeyPressMsg) { p.typed += Name(k) }
func (p *page) Paste(text string)      { p.typed += text }

// newTestApp returns an app of 80 by 24 that shows these screens, the last one on top.
func newTestApp(f Frame, screens ...Screen) *App {
	a := NewApp(Terminal{Width: 80, Height: 24, Profile: colorprofile.TrueColor}, f)
	for _, s := range screens {
		a.Show(s)
	}
	return a
}

// send hands messages over, runs what comes back, and reports whether the app has quit.
func send(a *App, msgs ...tea.Msg) (quit bool) {
	for _, msg := range msgs {
		_, cmd := a.Update(msg)
		for cmd != nil {
			next := cmd()
			if _, quit := next.(tea.QuitMsg); quit {
				return true
			}
			_, cmd = a.Update(next)
		}
	}
	return false
}

func letter(r rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: r, Text: string(r)} }

func drawn(a *App) string { return ansi.Strip(a.View().Content) }

func TestHistory(t *testing.T) {
	one, two, three := &page{name: "one"}, &page{name: "two"}, &page{name: "three"}
	a := newTestApp(Frame{}, one, two, three)
	if a.Top() != three || a.Under() != two {
		t.Errorf("at %s over %s", a.Top().Place(), a.Under().Place())
	}
	if a.Back(); a.Top() != two || two.fits != 2 {
		t.Errorf("back at %s, which got its area %d times", a.Top().Place(), two.fits)
	}
	a.Show(three)
	if !a.BackTo(func(s Screen) bool { return s == one }) || a.Top() != one || a.Under() != nil {
		t.Errorf("back at %s", a.Top().Place())
	}
	if a.Back(); a.Top() != one {
		t.Error("the last screen is closed")
	}
	if a.BackTo(func(s Screen) bool { return s == three }) || a.Top() != one {
		t.Error("it goes back to a screen that is closed")
	}
	a.Restart(two)
	if a.Show(three); a.Under() != two {
		t.Error("the history goes on")
	}
}

func TestKeysReachTheScreen(t *testing.T) {
	p := &page{name: "one"}
	done := ""
	p.keys = []Key{
		On(func() { done += "a" }, "a", "space"),
		On(func() { done += "never" }, "a"),
		OnEach(func(name string) { done += name }, "1", "2"),
		Note("z", "is no key"),
	}
	a := newTestApp(Frame{}, p)
	send(a, letter('a'), letter('A'), tuitest.Keys["space"], letter('2'), letter('z'), tea.PasteMsg{Content: "more"})
	if done != "aaa2" || p.typed != "zmore" {
		t.Errorf("done %q, typed %q", done, p.typed)
	}
	a.Say("a notice")
	if !strings.Contains(drawn(a), "a notice") {
		t.Errorf("the notice is not shown:\n%s", drawn(a))
	}
	if send(a, letter('z')); a.Notice() != "" {
		t.Errorf("the next key leaves the notice %q", a.Notice())
	}
}

func TestBlank(t *testing.T) {
	p := &page{name: "one"}
	a := newTestApp(Frame{}, p)
	a.Blank()
	if drawn(a) != "" {
		t.Errorf("a blank screen shows %q", drawn(a))
	}
	send(a, tea.PasteMsg{Content: "more"}, letter('a'))
	if p.typed != "" || !strings.Contains(drawn(a), "this is one") {
		t.Errorf("typed %q:\n%s", p.typed, drawn(a))
	}
	if a.Blank(); !send(a, tuitest.Keys["ctrl+c"]) {
		t.Error("Ctrl+C does not leave a blank screen")
	}
}

// TestFrame looks for what a frame says, and when it is asked.
func TestFrame(t *testing.T) {
	var calls []string
	p := &page{name: "one", keys: []Key{On(func() { calls = append(calls, "key") }, "a")}}
	warning, may := "", false
	a := newTestApp(Frame{
		Title:    func() string { return "Riverside" },
		Progress: func() (done, all int) { return 1, 2 },
		Warning:  func() string { return warning },
		Settle:   func() { calls = append(calls, "settle") },
		Leave:    func() bool { calls = append(calls, "leave"); return may },
		Kept:     "All is kept.",
	}, p)
	if screen := drawn(a); !strings.Contains(screen, "coalcheck  Riverside") || strings.Count(screen, "━") != strings.Count(screen, "─") {
		t.Errorf("the frame is\n%s", screen)
	}
	warning = "beware"
	if screen := drawn(a); !strings.Contains(screen, "beware") {
		t.Errorf("no warning:\n%s", screen)
	}
	if a.Say("news"); strings.Contains(drawn(a), "beware") {
		t.Errorf("a warning instead of the notice:\n%s", drawn(a))
	}
	send(a, tea.WindowSizeMsg{Width: MinWidth - 1, Height: MinHeight}, letter('a'), tea.PasteMsg{Content: "x"})
	if want := "This window is 39 by 12, and coalcheck\nneeds 40 by 12 or more. All is kept."; drawn(a) != want || p.typed != "" {
		t.Errorf("a small window shows %q and types %q", drawn(a), p.typed)
	}
	send(a, tea.WindowSizeMsg{Width: 80, Height: 24})
	calls = nil
	if send(a, letter('a'), tuitest.Keys["ctrl+c"]) {
		t.Error("it leaves although the frame objects")
	}
	if may = true; !send(a, tuitest.Keys["ctrl+c"]) {
		t.Error("it does not leave")
	}
	if want := []string{"key", "settle", "leave", "settle", "leave", "settle"}; !slices.Equal(calls, want) {
		t.Errorf("called %v; want %v", calls, want)
	}
}

// TestWait ignores keys while work is under way, and leaves only afterwards.
func TestWait(t *testing.T) {
	p := &page{name: "one"}
	a := newTestApp(Frame{}, p)
	finished := 0
	p.keys = []Key{On(func() { a.Wait(func() func() { return func() { finished++ } }) }, "w")}
	_, work := a.Update(letter('w'))
	if send(a, letter('x'), tea.PasteMsg{Content: "y"}); p.typed != "" {
		t.Errorf("typed %q meanwhile", p.typed)
	}
	if send(a, tuitest.Keys["ctrl+c"]) || finished != 0 {
		t.Fatal("left before the work was done")
	}
	if quit := send(a, work()); !quit || finished != 1 {
		t.Errorf("quit %v, finished %d times", quit, finished)
	}
}

func TestKeyLine(t *testing.T) {
	nothing := func() {}
	keys := []Key{
		On(nothing, "a").Hint(0, "a", "first"), On(nothing, "b"), On(nothing, "c").Hint(2, "c", "third"), On(nothing, "d").Hint(1, "d", "second"),
	}
	for width, want := range map[int]string{
		80: "a first  c third  d second", 26: "a first  c third  d second", 25: "a first  d second", 16: "a first", 6: "",
	} {
		if got := ansi.Strip(NewTheme(colorprofile.TrueColor).keyLine(keys, width)); got != want {
			t.Errorf("in %d columns: %q; want %q", width, got, want)
		}
	}
}

func TestKeyListHasARowForEachKeyThatIsExplained(t *testing.T) {
	a := newTestApp(Frame{}, &page{name: "one"})
	a.Show(NewKeyList(a, []Key{On(func() {}, "a").Help("a  b", "do something"), On(func() {}, "c"), Note("d", strings.Repeat("on and ", 14))}))
	screen := drawn(a)
	for _, want := range []string{"a  b          do something", "d             on", "\n                on and"} {
		if !strings.Contains(screen, want) {
			t.Errorf("the list does not have %q:\n%s", want, screen)
		}
	}
	if send(a, letter('?')); a.Top().Place() != "one" {
		t.Errorf("? leads to %s", a.Top().Place())
	}
}

func TestReader(t *testing.T) {
	var lines []string
	for i := range 100 {
		lines = append(lines, fmt.Sprintf("line %d", i))
	}
	r := NewReader()
	r.Set(lines, map[string]int{"middle": 50}, Area{20, 11})
	th := NewTheme(colorprofile.TrueColor)
	first := func() string { return strings.TrimSpace(r.Draw(th)[0]) }
	pressKey := func(name string) {
		for _, k := range r.Keys(0) {
			if slices.Contains(k.binding.Keys(), name) {
				k.do(name)
			}
		}
	}
	for _, step := range []struct {
		key, first string
		below      bool
	}{
		{"", "line 0", true},
		{"down", "line 1", true},
		{"up", "line 0", true},
		{"pgdown", "line 10", true},
		{"end", "line 90", false},
		{"pgup", "line 80", false},
		{"home", "line 0", true},
	} {
		pressKey(step.key)
		if first() != step.first || r.Below("middle") != step.below {
			t.Errorf("%s leads to %s, with the section below: %v", step.key, first(), r.Below("middle"))
		}
	}
	r.Show("middle")
	r.Show("nowhere")
	if first() != "line 50" || r.Below("middle") || r.Below("nowhere") {
		t.Errorf("the section begins with %s", first())
	}
	more := func() bool { return strings.Contains(strings.Join(r.Draw(th), "\n"), "↓ more") }
	if !more() {
		t.Error("it does not say that there is more")
	}
	if r.Set(lines, nil, Area{20, 21}); first() != "line 44" {
		t.Errorf("in a higher area, it is at %s; want the same share of the text", first())
	}
	if pressKey("end"); more() {
		t.Error("it says that there is more at the end")
	}
}
