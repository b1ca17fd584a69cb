package wizard

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/cmd/screens/internal/tuitest"
)

// TestKeys presses every key on every screen and says where that leads. A key that is not named stays on the screen.
func TestKeys(t *testing.T) {
	t.Parallel()
	const gone = "gone"
	screens := []struct {
		name  string
		way   []string
		start string
		leads map[string]string
	}{
		{"welcome", nil, "welcome", map[string]string{
			"enter": "form", "right": "form", "space": "form", "?": "keylist", "q": gone, "ctrl+c": gone,
		}},
		{"form", toForm, "form", map[string]string{"esc": "welcome", "shift+tab": "welcome", "ctrl+c": gone}},
		{"topic", toTopic, "topic", map[string]string{
			"m": "note", "?": "help", "r": "review", "left": "form", "pgup": "form", "esc": "form", "shift+tab": "form",
			"end": "half", "q": gone, "ctrl+c": gone,
		}},
		{"pills", toPills, "half", map[string]string{
			"enter": "topic", "right": "topic", "tab": "topic", "esc": "topic", "left": "topic", "shift+tab": "topic",
			"pgdown": "topic", "pgup": "topic", "m": "note", "?": "keylist", "q": gone, "ctrl+c": gone,
		}},
		{"note", toNote, "note", map[string]string{"esc": "topic", "ctrl+c": gone}},
		{"help", toHelp, "help", map[string]string{
			"esc": "topic", "enter": "topic", "left": "topic", "q": "topic", "?": "keylist", "ctrl+c": gone,
		}},
		{"all keys", toKeys, "keylist", map[string]string{
			"esc": "help", "enter": "help", "left": "help", "?": "help", "q": "help", "ctrl+c": gone,
		}},
		{"review", toReview, "review", map[string]string{
			"enter": "topic", "space": "topic", "right": "focus", "left": "topic", "esc": "topic", "r": "topic",
			"?": "keylist", "q": gone, "ctrl+c": gone,
		}},
		{"focus", toFocus, "focus", map[string]string{
			"enter": "standout", "right": "standout", "tab": "standout", "pgdown": "standout",
			"left": "review", "esc": "review", "shift+tab": "review", "pgup": "review",
			"?": "keylist", "q": gone, "ctrl+c": gone,
		}},
		{"what stands out", toStands, "standout", map[string]string{
			"enter": "plan", "right": "plan", "tab": "plan", "pgdown": "plan", "space": "plan",
			"left": "focus", "esc": "focus", "shift+tab": "focus", "pgup": "focus",
			"?": "keylist", "q": gone, "ctrl+c": gone,
		}},
		{"plan", toPlan, "plan", map[string]string{
			"enter": "takeaway", "right": "takeaway", "tab": "takeaway", "r": "review",
			"left": "standout", "esc": "standout", "shift+tab": "standout", "?": "keylist", "q": gone, "ctrl+c": gone,
		}},
		{"take away", toTake, "takeaway", map[string]string{
			"enter": gone, "esc": "plan", "left": "plan", "shift+tab": "plan", "?": "keylist", "q": gone, "ctrl+c": gone,
		}},
		{"take away, a name", plus(toTake, "e"), "takeaway", map[string]string{"enter": gone, "ctrl+c": gone}},
	}
	keys := strings.Split("1 2 3 4 5 6 0 d n x m r s q ? z D", " ")
	for key := range tuitest.Keys {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, s := range screens {
		t.Run(s.name, func(t *testing.T) {
			for _, key := range keys {
				d := newDriver(t).press(s.way...)
				if d.at() != s.start {
					t.Fatalf("the way leads to %s", d.at())
				}
				d.press(key)
				want := s.leads[key]
				if want == "" {
					want = s.start
				}
				got := d.at()
				if d.quit {
					got = gone
				}
				if got != want {
					t.Errorf("%s leads to %s; want %s", key, got, want)
				}
			}
		})
	}
}

// TestKeyListClosesToTheHelpUnderIt leaves the list of keys, and then the meaning of the topic.
func TestKeyListClosesToTheHelpUnderIt(t *testing.T) {
	for _, key := range []string{"esc", "enter", "left", "?", "q"} {
		d := newDriver(t).press(toHelp...)
		under := d.screen()
		if d.press("?"); d.screen() == under {
			t.Fatal("? does not show the keys")
		}
		if d.press(key); d.screen() != under {
			t.Errorf("%s leads to\n%s", key, d.screen())
		}
		if d.press("esc"); d.at() != "topic" {
			t.Errorf("Esc leads to %s", d.at())
		}
	}
}

// TestRating says what each key does to the answers, and where the mark stands afterwards.
func TestRating(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		keys []string
		// rated holds the ratings of the first topic, at the topic and the statement where the person then is.
		rated string
		at    assess.Place
	}{
		{"nothing is chosen at first", nil, ". . .", assess.Place{Topic: 0, Question: 0}},
		{"a digit rates and moves to the next statement", []string{"4"}, "4 . .", assess.Place{Topic: 0, Question: 1}},
		{"don't know", []string{"d"}, "dk . .", assess.Place{Topic: 0, Question: 1}},
		{"not applicable", []string{"n"}, "na . .", assess.Place{Topic: 0, Question: 1}},
		{"capitals do the same", []string{"D", "N"}, "dk na .", assess.Place{Topic: 0, Question: 2}},
		{"the last digit leads to the next screen", []string{"1", "2", "5"}, "1 2 5", assess.Place{Topic: 1, Question: 0}},
		{"from the last statement to the open one above", []string{"down", "down", "3"}, ". . 3", assess.Place{Topic: 0, Question: 0}},
		{"past what is answered to the next open one", []string{"down", "2", "up", "up", "4"}, "4 2 .", assess.Place{Topic: 0, Question: 2}},
		{"x takes back and stays", []string{"4", "up", "x"}, ". . .", assess.Place{Topic: 0, Question: 0}},
		{"x on nothing", []string{"x"}, ". . .", assess.Place{Topic: 0, Question: 0}},
		{"a changed answer stays on the screen", []string{"4", "4", "4", "left", "up", "up", "1"}, "1 4 4", assess.Place{Topic: 0, Question: 1}},
		{"all three changed", []string{"4", "4", "4", "left", "up", "up", "1", "2", "3"}, "1 2 3", assess.Place{Topic: 1, Question: 0}},
		{"other digits do nothing", []string{"0", "6", "9"}, ". . .", assess.Place{Topic: 0, Question: 0}},
		{"letters do nothing", []string{"a", "z", "é", "漢"}, ". . .", assess.Place{Topic: 0, Question: 0}},
		{"with Alt a digit is no answer", []string{"alt+1"}, ". . .", assess.Place{Topic: 0, Question: 0}},
		{"up at the top", []string{"up"}, ". . .", assess.Place{Topic: 0, Question: 0}},
		{"down at the bottom", []string{"down", "down", "down"}, ". . .", assess.Place{Topic: 0, Question: 2}},
		{"Enter goes on without an answer", []string{"enter"}, ". . .", assess.Place{Topic: 0, Question: 1}},
		{"Enter on the last statement", []string{"enter", "enter", "enter"}, ". . .", assess.Place{Topic: 1, Question: 0}},
		{"Tab and Shift+Tab", []string{"tab", "tab", "tab", "shift+tab"}, ". . .", assess.Place{Topic: 0, Question: 2}},
		{"→ and PgDn", []string{"right", "pgdown"}, ". . .", assess.Place{Topic: 2, Question: 0}},
		{"← and PgUp", []string{"right", "right", "left", "pgup"}, ". . .", assess.Place{Topic: 0, Question: 0}},
		{"Esc goes back", []string{"right", "esc"}, ". . .", assess.Place{Topic: 0, Question: 0}},
		{"back to the statement one left", []string{"down", "right", "left"}, ". . .", assess.Place{Topic: 0, Question: 1}},
		{"End", []string{"end", "enter"}, ". . .", assess.Place{Topic: 19, Question: 0}},
		{"Home", []string{"end", "enter", "home"}, ". . .", assess.Place{Topic: 0, Question: 0}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := newDriver(t).press(toTopic...).press(test.keys...)
			s := d.wiz.run.Session
			var rated []string
			for _, p := range s.Topic(0) {
				rated = append(rated, cmp.Or(s.Rating(p).String(), "."))
			}
			if got := strings.Join(rated, " "); got != test.rated {
				t.Errorf("rated %s; want %s", got, test.rated)
			}
			if s.At != test.at {
				t.Errorf("at %v; want %v", s.At, test.at)
			}
		})
	}
}

func TestReviewLeadsToAQuestionAndBack(t *testing.T) {
	d := newDriver(t).press(toTopic...).press("4", "3", "2", "1", "r")
	d.press("up", "up", "enter")
	if d.at() != "topic" || d.wiz.run.Session.At != (assess.Place{Topic: 0, Question: 2}) {
		t.Fatalf("at %s %v", d.at(), d.wiz.run.Session.At)
	}
	d.press("5")
	d.shows(t, "Given: 5 Always. Enter: review.")
	if d.press("enter"); d.at() != "review" {
		t.Errorf("Enter leads to %s; want the review", d.at())
	}
	d.shows(t, "› Members ask why the coalition exists.", "5 Always")
	d.press("enter", "esc")
	if d.at() != "review" {
		t.Errorf("Esc leads to %s; want the review", d.at())
	}
	d.press("esc", "right")
	if d.at() != "topic" || d.wiz.run.Session.At.Topic != 1 {
		t.Errorf("after the review, → leads to %s %v; want the next topic", d.at(), d.wiz.run.Session.At)
	}
}

func TestReviewFindsWhatIsOpen(t *testing.T) {
	d := newDriver(t, quick).press("enter", "enter", "enter", "enter", "pass").press("1", "2", "enter", "4", "r")
	d.press("home", "tab", "enter")
	if want := (assess.Place{Topic: 2, Question: assess.Overall}); d.wiz.run.Session.At != want {
		t.Errorf("the next open statement is %v; want %v", d.wiz.run.Session.At, want)
	}
}

func TestAfterTheLastTopicComesTheReview(t *testing.T) {
	d := newDriver(t, quick).press("enter", "enter", "enter", "enter", "pass")
	d.press(tenTwice("3")...)
	if d.at() != "review" {
		t.Fatalf("at %s", d.at())
	}
	d.shows(t, "All 20 statements are answered.", "› See the plan")
	d.press("enter")
	if d.at() != "focus" {
		t.Errorf("Enter leads to %s; want the focus", d.at())
	}
}

func TestFocusIsSkippedWhereAllIsCalm(t *testing.T) {
	d := newDriver(t, quick).press("enter", "enter", "enter", "enter", "pass").press(tenTwice("1")...).press("enter")
	if d.at() != "standout" {
		t.Fatalf("at %s; want what stands out", d.at())
	}
}

func TestFocusHoldsThree(t *testing.T) {
	d := newDriver(t, quick).press("enter", "enter", "enter", "enter", "pass").press(tenTwice("4")...).press("enter")
	d.press("space", "down", "space", "down", "space", "down", "space")
	d.shows(t, "Three is the most.")
	if got := d.draft.last.Focus; len(got) != 3 {
		t.Fatalf("focus %v; want three", got)
	}
	d.press("up", "space")
	if got := d.draft.last.Focus; len(got) != 2 {
		t.Errorf("focus %v; want two", got)
	}
	d.resize(40, 12).press("down", "space").resize(120, 40).press("enter")
	want := []string{"unclear-purpose", "overcommitted", "unclear-roles"}
	if got := d.wiz.run.Session.Finished().Focus; !slices.Equal(got, want) {
		t.Errorf("focus %v; want %v", got, want)
	}
}

// TestTheKeysOfAScreen opens the list of keys over screens that have keys of their own.
func TestTheKeysOfAScreen(t *testing.T) {
	for _, screen := range []struct {
		way  []string
		want string
		not  string
	}{
		{toTopic, "rate the marked statement", "Space"},
		{toReview, "change the marked answer", "rate the marked"},
		{toFocus, "Space", "rate the marked"},
		{toPlan, "the first steps of the plan", "rate the marked"},
	} {
		d := newDriver(t).press(screen.way...)
		if d.press("?"); d.wiz.Top().Place() != "All keys" {
			d.press("?")
		}
		d.shows(t, "All keys", screen.want)
		if strings.Contains(d.screen(), screen.not) {
			t.Errorf("the keys of another screen:\n%s", d.screen())
		}
	}
}

func TestNotesAndLeavingAreNamedAt80Columns(t *testing.T) {
	newDriver(t).press(toTopic...).shows(t, "m note", "q leave", "← back")
	newDriver(t).press(toReview...).press("enter").shows(t, "Enter review", "m note", "q leave")
}
