package wizard

import (
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
)

func TestDigitsMarkALineOfTheForm(t *testing.T) {
	d := newDriver(t).press("enter", "tab", "tab", "3")
	if d.wiz.run.Session.Answers.Role != assess.Staff || d.at() != "form" {
		t.Errorf("3 chooses %q", d.wiz.run.Session.Answers.Role)
	}
	if d.press("9"); d.wiz.run.Session.Answers.Role != assess.Staff {
		t.Errorf("9, which is no line, chooses %q", d.wiz.run.Session.Answers.Role)
	}
	if d.press("tab", "2", "enter"); d.wiz.run.Session.Depth != assess.Quick {
		t.Errorf("2 chooses %v", d.wiz.run.Session.Depth)
	}
}

func TestALongNameShowsItsBeginning(t *testing.T) {
	d := newDriver(t).press("enter").paste("Riverside" + strings.Repeat(" Youth", 11))
	// The head line names the coalition as well.
	if d.press("tab"); strings.Count(d.screen(), "Riverside Youth") != 2 {
		t.Errorf("the field does not show the beginning:\n%s", d.screen())
	}
	if d.press("shift+tab", "s"); !strings.HasSuffix(d.wiz.run.Session.Answers.Coalition, "Youths") {
		t.Errorf("going on to write makes %q", d.wiz.run.Session.Answers.Coalition)
	}
}

// TestBackspaceTakesAVisibleCharacter does so in the names of all screens.
func TestBackspaceTakesAVisibleCharacter(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"cafe\u0301", "caf"}, {"हिन्दी", "हि"}, {"x👩\u200d👩\u200d👧", "x"}, {"🇫🇷🇩🇪", "🇫🇷"}, {"ab", "a"}, {"", ""}, {"नमस्तेन", "नमस्ते"},
	} {
		d := newDriver(t).press(toForm...).paste(c.text).press("backspace")
		if got := d.wiz.run.Session.Answers.Coalition; got != c.want {
			t.Errorf("a name: %q becomes %q", c.text, got)
		}
		if d.press("tab").paste(c.text).press("backspace"); d.wiz.run.Session.Answers.Respondent != c.want {
			t.Errorf("a second name: %q becomes %q", c.text, d.wiz.run.Session.Answers.Respondent)
		}
		d = newDriver(t, inWorkshop).press("enter").paste(c.text).press("backspace")
		if got := d.wiz.run.Session.Answers.Coalition; got != c.want {
			t.Errorf("a room: %q becomes %q", c.text, got)
		}
	}
	// In the middle of a character, nothing but that character goes.
	d := newDriver(t).press(toForm...).paste("xe\u0301y").press("left", "left", "backspace")
	if got := d.wiz.run.Session.Answers.Coalition; got != "xy" {
		t.Errorf("in the middle: %q", got)
	}
}
