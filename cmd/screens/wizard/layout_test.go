package wizard

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/cmd/screens/internal/tuitest"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
)

// overflow says how a screen does not keep to the window, or returns "".
func overflow(content string, width, height int) string {
	lines := strings.Split(content, "\n")
	if content != "" && len(lines) > height {
		return fmt.Sprintf("%d lines in a window of %d×%d", len(lines), width, height)
	}
	for _, line := range lines {
		if w := max(ansi.StringWidth(line), ansi.StringWidthWc(line)); w > width {
			return fmt.Sprintf("a line of %d columns in a window of %d×%d: %q", w, width, height, line)
		}
	}
	return ""
}

// TestNeverOutsideTheWindow does anything in any order at any size.
func TestNeverOutsideTheWindow(t *testing.T) {
	t.Parallel()
	keys := []string{
		"1", "2", "3", "4", "5", "d", "n", "x", "m", "r", "?", "q", "Ж", "漢字", "👩‍👩‍👧", "e\u0301",
		"right", "right", "enter", "enter",
	}
	for key := range tuitest.Keys {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	texts := []string{"4", "Verein für Jugend", "日本語の名前", "हिन्दी युवा संघ", "தமிழ் மாணவர்", "👩\u200d🚀👍🏽❤️🇩🇪", strings.Repeat("क्ष", 40), strings.Repeat("long ", 500), "a\nb\tc\r\n", "\x1b[31m\u202e\xff"}
	rapid.Check(t, func(t *rapid.T) {
		width, height := 80, 24
		var changes []func(*Options)
		for i, change := range []func(*Options){quick, withFound, func(o *Options) { o.Run.Edit = unfinished() }} {
			if rapid.Bool().Draw(t, fmt.Sprint("option ", i)) {
				changes = append(changes, change)
			}
		}
		d := newDriver(t, changes...)
		for i := range rapid.IntRange(0, 60).Draw(t, "steps") {
			switch rapid.IntRange(0, 9).Draw(t, fmt.Sprint("kind ", i)) {
			case 0:
				width, height = rapid.IntRange(0, 200).Draw(t, "width"), rapid.IntRange(0, 100).Draw(t, "height")
				d.resize(width, height)
			case 1:
				d.paste(rapid.SampledFrom(texts).Draw(t, "paste"))
			default:
				d.press(rapid.SampledFrom(keys).Draw(t, "key"))
			}
			if wrong := overflow(d.wiz.View().Content, width, height); wrong != "" {
				t.Fatalf("%s shows %s", d.at(), wrong)
			}
		}
	})
}

// TestBackAfterNextRestores goes on and back from anywhere.
func TestBackAfterNextRestores(t *testing.T) {
	t.Parallel()
	ways := map[string]string{"right": "left", "pgdown": "pgup", "m": "esc", "?": "esc", "r": "r"}
	rapid.Check(t, func(t *rapid.T) {
		d := newDriver(t, size(rapid.IntRange(40, 120).Draw(t, "width"), rapid.IntRange(12, 50).Draw(t, "height")))
		d.press(toTopic...)
		for range rapid.IntRange(0, 40).Draw(t, "steps") {
			key := rapid.SampledFrom([]string{"1", "4", "d", "right", "left", "up", "down", "enter"}).Draw(t, "key")
			if d.press(key); d.at() != "topic" {
				d = newDriver(t).press(toTopic...)
			}
		}
		if d.wiz.run.Session.At.Topic == 19 {
			return // the next screen is the review, which the test of the keys looks at
		}
		d.press("z") // takes a notice away
		before := d.screen()
		next := rapid.SampledFrom([]string{"right", "pgdown", "m", "?", "r"}).Draw(t, "next")
		d.press(next, ways[next], "z")
		if after := d.screen(); after != before {
			t.Fatalf("after %s and %s:\n%s\nbefore:\n%s", next, ways[next], after, before)
		}
	})
}

// TestThePlaceStaysInSight gives a coalition names that terminals do not agree on how wide they are. Whatever they think, the
// place at the right edge is whole.
func TestThePlaceStaysInSight(t *testing.T) {
	t.Parallel()
	for _, name := range []string{
		"हिन्दी युवा संघ", "தமிழ் மாணவர் பேரவை", "বাংলা যুব জোট", "မြန်မာ လူငယ်", "ខ្មែរ យុវជន", "ประชาคม เยาวชน", "한국 청년", "شباب عربي", "👩\u200d👩\u200d👧 families ❤️",
		"🇩🇪🇫🇷 👍🏽👍🏽👍🏽", strings.Repeat("स्त्री ", 11),
	} {
		for _, width := range []int{40, 44, 60, 80} {
			d := newDriver(t, quick, size(width, 20)).press(toForm...).paste(name).press("enter", "enter", "enter", "pass")
			head, _, _ := strings.Cut(d.screen(), "\n")
			if w := max(ansi.StringWidth(head), ansi.StringWidthWc(head)); !strings.HasSuffix(head, "Pitfalls 1 of 10") || w > width {
				t.Errorf("%d columns, as many as %d: %q", width, w, head)
			}
		}
	}
}

// TestNothingJumps checks that the parts of all topic screens stand in the same rows.
func TestNothingJumps(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {45, 14}, {60, 16}, {60, 20}, {80, 24}, {100, 30}, {120, 40}, {200, 60}} {
		for _, change := range []func(*Options){quick, func(*Options) {}} {
			d := newDriver(t, change)
			for d.at() != "topic" {
				d.press("enter")
			}
			d.resize(size[0], size[1])
			want := ""
			for range 20 {
				lines := strings.Split(d.screen(), "\n")
				find := func(s string) int {
					return slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, s) })
				}
				rows := fmt.Sprint(find("coalcheck"), find("1 N"), find("›"), find("? help"))
				if want == "" {
					want = rows
				}
				if d.at() != "topic" || rows != want {
					t.Fatalf("%v at topic %d: rows %s; want %s:\n%s", size, d.wiz.run.Session.At.Topic, rows, want, d.screen())
				}
				if d.press("right"); d.at() == "half" {
					d.press("enter")
				}
				d.press("z")
			}
		}
	}
}

// TestAllStatementsCanBeRead checks at every size that the current statement is in sight as a whole.
func TestAllStatementsCanBeRead(t *testing.T) {
	t.Parallel()
	for width := tui.MinWidth; width <= 130; width += 9 {
		for height := tui.MinHeight; height <= 30; height += 3 {
			d := newDriver(t).press(toTopic...).resize(width, height)
			for _, p := range d.wiz.run.Session.Places() {
				d.wiz.Top().(*topic).visit(p)
				shown := strings.Join(strings.Fields(d.screen()), " ")
				for word := range strings.FieldsSeq(d.wiz.run.Session.Statement(p)) {
					if !strings.Contains(shown, word) {
						t.Fatalf("%d×%d does not show %q of %q:\n%s", width, height, word, d.wiz.run.Session.Statement(p), d.screen())
					}
				}
			}
		}
	}
}

func TestTooSmall(t *testing.T) {
	d := newDriver(t).press(toTopic...).press("4")
	before := d.screen()
	d.resize(39, 24).press("5", "q", "enter").paste("x")
	if d.quit {
		t.Error("q leaves it")
	}
	const want = "This window is 39 by 24, and coalcheck needs 40 by 12 or more. Your answers are kept."
	if got := strings.Join(strings.Fields(d.screen()), " "); got != want {
		t.Errorf("a small window says %q", got)
	}
	if after := d.resize(80, 24).screen(); after != before {
		t.Errorf("after the small window:\n%s", after)
	}
	for w := range 100 {
		for h := range tui.MinHeight {
			if wrong := overflow(d.resize(w, h).wiz.View().Content, w, h); wrong != "" {
				t.Fatal(wrong)
			}
		}
	}
	if d.press("ctrl+c"); !d.quit {
		t.Error("Ctrl+C does not leave a window that is too small")
	}
}

// TestFewColorsMeanNone checks that a terminal of 16 colors, which its owner may have painted, gets bold and faint only.
func TestFewColorsMeanNone(t *testing.T) {
	for _, profile := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.ANSI} {
		d := newDriver(t, func(o *Options) { o.Terminal.Profile = profile })
		for _, way := range [][]string{toTopic, {"4"}, {"?"}, {"esc", "m"}, {"esc", "r"}, {"right", "enter"}} {
			d.press(way...)
			if content := d.wiz.View().Content; strings.Contains(content, "\x1b[3") || strings.Contains(content, ";3") {
				t.Errorf("%v, %s: a color in %q", profile, d.at(), content)
			}
		}
	}
}

func BenchmarkKey(b *testing.B) {
	d := newDriver(b).press(toTopic...)
	keys := []tea.KeyPressMsg{tuitest.Keys["down"], tuitest.Keys["up"], {Code: '4', Text: "4"}, tuitest.Keys["up"]}
	for i := range b.N {
		d.wiz.Update(keys[i%len(keys)])
		_ = d.wiz.View()
	}
}

// TestThePeriodIsNeverCut holds that the question of each scale, with the period it asks about, is whole wherever it is shown.
func TestThePeriodIsNeverCut(t *testing.T) {
	t.Parallel()
	for _, size := range append([][2]int{{45, 14}, {50, 18}, {56, 24}, {70, 16}}, narrow...) {
		var seen strings.Builder
		look := func(d *driver) {
			for range 12 { // down to the end of the page
				seen.WriteString(d.screen() + "\n")
				d.press("down")
			}
		}
		d := newDriver(t, quick).resize(size[0], size[1])
		look(d.press(toHalf...))
		look(d.press("pass", strings.Repeat("4", 10)))
		d.press("enter")
		seen.WriteString(d.screen())
		for _, line := range cutLines(seen.String()) {
			if strings.Contains(line, "How") {
				t.Errorf("%v: %q", size, line)
			}
		}
		for _, asks := range []string{d.wiz.run.Catalogue.Frequency.Asks, d.wiz.run.Catalogue.Truth.Asks} {
			if !strings.Contains(strings.Join(strings.Fields(seen.String()), " "), asks) {
				t.Errorf("%v does not ask %q:\n%s", size, asks, seen.String())
			}
		}
	}
}
