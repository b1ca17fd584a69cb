package wizard

import (
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"github.com/coalcheck/coalcheck/assess"
)

// narrow are the sizes of windows in which columns have to share what there is, and some in which they have more.
var narrow = [][2]int{{40, 12}, {41, 13}, {42, 16}, {43, 20}, {44, 24}, {60, 20}, {80, 24}, {200, 60}}

// cutLines returns the lines of a screen that the edge has cut.
func cutLines(screen string) (cut []string) {
	for line := range strings.SplitSeq(screen, "\n") {
		if strings.Contains(line, "…") {
			cut = append(cut, line)
		}
	}
	return cut
}

// TestTheLargestCountsFit counts a hundred thousand people. No screen leaves the window, and while counting no word is cut.
func TestTheLargestCountsFit(t *testing.T) {
	t.Parallel()
	most := strconv.Itoa(assess.MaxPresent)
	typed := map[string]string{
		"":                                 most + " people here",
		strings.Repeat(most+" ", 6) + most: "600000 too many",
		most + " 0 0 0 0":                  "all " + most + " counted",
		"1 0 0 0 0":                        "99999 down: don't know",
		"1 0 0 0 0 0 0":                    "99999 gave no answer",
		"99999":                            "hands still down: 1",
	}
	for _, size := range narrow {
		d := newDriver(t, inWorkshop).resize(size[0], size[1]).press("enter", "enter", most, "enter")
		d.shows(t, most+" people? Enter again if right.")
		d.press("enter", "pass")
		check := func(whole bool) {
			t.Helper()
			content := d.wiz.View().Content
			if wrong := overflow(content, size[0], size[1]); wrong != "" {
				t.Fatalf("%v, %s: %s", size, d.at(), wrong)
			}
			if cut := cutLines(d.screen()); whole && cut != nil {
				t.Errorf("%v, %s: cut: %q", size, d.at(), cut)
			}
		}
		for line, want := range typed {
			d.press("x", line)
			check(true)
			d.shows(t, want)
			d.press("enter")
			check(true)
			if d.wiz.run.Session.At != d.wiz.run.Session.Places()[0] {
				d.press("left")
			}
		}
		d.press("x", "9", "right")
		check(true)
		d.press("x", "99999 0 0 0 0", "9")
		check(true)
		d.press("x", most+" 0 0 0 0", "p", "99999", "enter")
		check(true)
		d.press("down", "enter")
		d.shows(t, most+" hands are more than 99999 people.")
		check(true)
		for range "99999" {
			d.press("backspace")
		}
		d.press(most, "enter")
		for range d.wiz.run.Session.Places() {
			d.press("pass", "x", "20000 20000 20000 20000 19999 1", "enter")
			check(false)
		}
		for range 60 {
			if d.at() == "plan" {
				break
			}
			check(strings.Contains(d.wiz.Top().Place(), " of ")) // titles in a list may be cut
			d.press("right")
		}
		check(false)
		d.press("r", "home")
		check(false)
		want := "20000 20000 20000 20000 19999"
		if size[0] < 60 {
			want = "99999 rated"
		}
		d.shows(t, want)
	}
}

// TestForeignNamesLeaveTheRoomInPlace gives the coalition of a room names that terminals do not agree on how wide they are.
func TestForeignNamesLeaveTheRoomInPlace(t *testing.T) {
	t.Parallel()
	for _, name := range []string{
		"हिन्दी युवा संघ की बैठक", "👩\u200d👩\u200d👧 family circle 👨\u200d👩\u200d👧\u200d👦", "日本語の名前がとても長い連合の会議", "தமிழ் மாணவர் பேரவை", strings.Repeat("漢", assess.MaxName), strings.Repeat("क्षि", 26),
	} {
		for _, size := range narrow {
			d := newDriver(t, inWorkshop).resize(size[0], size[1]).press("enter").paste(name)
			check := func() {
				t.Helper()
				if wrong := overflow(d.wiz.View().Content, size[0], size[1]); wrong != "" {
					t.Fatalf("%s, %s: %s", name, d.at(), wrong)
				}
				lines := strings.Split(strings.TrimLeft(d.screen(), "\n"), "\n")
				place := d.wiz.Top().Place()
				if head := lines[0]; !strings.HasSuffix(head, place) {
					t.Errorf("%s, %v: %q does not end in %q", name, size, head, place)
				}
				if w := max(ansi.StringWidth(lines[1]), ansi.StringWidthWc(lines[1])); w > size[0] {
					t.Errorf("%s, %v: the line below has %d columns", name, size, w)
				}
			}
			check()
			d.press("enter", "23", "enter")
			check()
			d.press("2 3 9 6 1", "enter", "r")
			check()
			d.press("right")
			for range 3 {
				check()
				d.press("right")
			}
			d.press("end", "right")
			check()
		}
	}
}
