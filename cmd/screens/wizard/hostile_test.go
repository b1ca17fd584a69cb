package wizard

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/draft"
	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// hostile is text that people may type or paste, and names that a file or a folder may have. The color in it is one that
// the wizard never uses.
var hostile = []string{
	"\x1b[31;5mred", "\x1b[2J\x1b[H", "\x1b]0;title\x07", "\x1b]8;;https://x.example\x1b\\link\x1b]8;;\x1b\\", "\u009b31m", "\x1b", "\x9b2J",
	"a\u202egpj.exe", "\u2066x\u2069", "a\rb", "a\nb", "a\tb", "a\u2028b", "\x00", "\x7f", "a\bb", "\xff\xfe", "\ufffe",
	"z\u200b\u200d\ufeff\u00adz", "a" + strings.Repeat("\u0301", 60), strings.Repeat("漢", 90), strings.Repeat("word", 700),
	"=1+1", "| a | b |", "<b>", `{#x onclick="y"}`, ": x", "% x", "👩\u200d👩\u200d👧",
}

var (
	styling = regexp.MustCompile(`\x1b\[[0-9;:]*m`)
	planted = regexp.MustCompile(`\x1b\[31;5m`)
)

// harm says what on a screen could act on the terminal, other than our own styles, or returns "".
func harm(content string) string {
	if planted.MatchString(content) {
		return fmt.Sprintf("a color that is not ours: %q", content)
	}
	for line := range strings.SplitSeq(styling.ReplaceAllString(content, ""), "\n") {
		if shown := safetext.Visible(line); shown != line {
			return fmt.Sprintf("a line that acts on the terminal: %q", line)
		}
	}
	return ""
}

// drawHostile draws a wizard in a world of hostile names.
func drawHostile(t *rapid.T) *driver {
	text := func(what string) string { return rapid.SampledFrom(hostile).Draw(t, what) }
	some := func(what string) bool { return rapid.IntRange(0, 2).Draw(t, what) == 0 }
	answers := func() *assess.Answers {
		a := unfinished()
		// As a file of answers may hold them.
		a.Coalition, a.Respondent = safetext.TypedLine(text("coalition")), safetext.TypedLine(text("respondent"))
		if r := []rune(a.Coalition); len(r) > assess.MaxName {
			a.Coalition = string(r[:assess.MaxName])
		}
		a.Topics[0].Note = safetext.TypedNote(text("note"))
		if some("of a room") {
			a.Present = 9
		}
		return a
	}
	d := newDriver(t, func(o *Options) {
		o.Run.Workshop = some("room")
		o.Folder = "/" + text("folder")
		o.Run.SaveTo = rapid.SampledFrom([]string{"", "/full/" + text("save")}).Draw(t, "save to")
		memory := o.Run.Keeper.(*memoryDraft)
		memory.asideIn = "/" + text("aside")
		o.Run.WriteFile = func(path string, _ *assess.Answers, _ bool) error { return fmt.Errorf("open %s: no space left", path) }
		if some("broken") {
			memory.err = fmt.Errorf("write %s: no space left", text("path"))
		}
		switch {
		case some("held"):
			o.Run.Keeper, o.Run.Offer.LockErr = nil, &draft.HeldError{PID: 1, Path: text("held path")}
			o.Run.OpenSeparate = func() (interview.Keeper, error) { return nil, errors.New(text("cannot")) }
		case some("no draft"):
			o.Run.Keeper, o.Run.DraftErr = nil, errors.New(text("why"))
		case some("damaged"):
			o.Run.Offer = interview.Offer{Damaged: "/" + text("damaged"), Reason: errors.New(text("reason"))}
			if some("file error") {
				_, o.Run.Offer.Reason = answersfile.Read(text("name"), []byte("format: "+text("format")), pitfalls.English())
			}
		case some("found"):
			o.Run.Offer.Found = answers()
			o.Run.Offer.Others = []interview.Unfinished{{Path: "/" + text("other"), Answers: answers()}}
		}
		if some("edit") {
			o.Run.Edit, o.Run.EditPath = answers(), text("edit path")
			if some("unsaved") {
				o.Run.Offer.Unsaved = answers()
			}
		}
		quick(o)
	})
	return d
}

// TestHostileTextHarmsNoScreen walks through the wizard and the room at random, types and pastes whatever could act on a
// terminal, and has it in every name that comes from outside. No frame may hold any of it, or leave the window.
func TestHostileTextHarmsNoScreen(t *testing.T) {
	t.Parallel()
	keys := []string{
		"1", "3", "5", "d", "m", "m", "r", "?", "2 3 4", "23", "enter", "enter", "enter", "right", "right", "tab", "down", "up", "left", "esc",
		"home", "end", "pgdown", "backspace", "q", "e", "space",
	}
	seen := map[string]bool{}
	walk := func(t *rapid.T) {
		d := drawHostile(t)
		width, height := rapid.IntRange(tui.MinWidth, 100).Draw(t, "width"), rapid.IntRange(tui.MinHeight, 40).Draw(t, "height")
		d.resize(width, height)
		check := func() {
			seen[d.at()] = true
			content := d.wiz.View().Content
			if wrong := harm(content) + overflow(content, width, height); wrong != "" {
				t.Fatalf("%s shows %s", d.at(), wrong)
			}
		}
		check()
		if d.at() == "welcome" && rapid.Bool().Draw(t, "begin anew") {
			d.press("down", "enter")
			check()
		}
		if d.at() == "review" && rapid.Bool().Draw(t, "to the end") {
			d.press("end", "enter", "enter", "enter", "enter", "pass")
			check()
		}
		// Walks that are left to chance alone hardly come to a note.
		if rapid.Bool().Draw(t, "to a topic") {
			for n := 0; n < 8 && d.at() != "topic"; n++ {
				d.press("enter")
				check()
			}
			if d.at() == "topic" && rapid.Bool().Draw(t, "write a note") {
				d.press("m")
				check()
			}
		}
		for range rapid.IntRange(0, 40).Draw(t, "steps") {
			switch rapid.IntRange(0, 4).Draw(t, "kind") {
			case 0:
				d.paste(rapid.SampledFrom(hostile).Draw(t, "paste"))
			case 1:
				d.press(string([]rune(rapid.SampledFrom(hostile).Draw(t, "type"))[:1]))
			default:
				d.press(rapid.SampledFrom(keys).Draw(t, "key"))
			}
			check()
		}
	}
	screens := []string{"welcome", "form", "topic", "note", "help", "review", "focus", "plan", "takeaway", "rescue", "present", "hands", "opening"}
	missed := screens
	// A hundred walks miss some screen once in twenty times.
	for round := 0; round < 8 && len(missed) > 0; round++ {
		rapid.Check(t, walk)
		missed = slices.DeleteFunc(slices.Clone(screens), func(screen string) bool { return seen[screen] })
	}
	if len(missed) > 0 {
		t.Errorf("no walk came to %v", missed)
	}
}
