package wizard

import (
	"errors"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/draft"
	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/cmd/screens/internal/tuitest"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// TestEveryAnswerIsKeptAtOnce looks at the draft after every single key: it holds what the screen shows as given.
func TestEveryAnswerIsKeptAtOnce(t *testing.T) {
	d := newDriver(t).press(toForm...)
	d.press("R")
	if d.draft.last == nil || d.draft.last.Coalition != "R" {
		t.Errorf("after a letter of the name, the draft holds %+v", d.draft.last)
	}
	d.press("tab", "tab", "tab", "enter", "enter")
	for i, key := range []string{"4", "d", "n", "5"} {
		d.press(key)
		if got, want := d.draft.last.At(d.wiz.run.Session.Places()[i]).Rating(), ratingOf(key); got != want {
			t.Errorf("after %s, the draft holds %v", key, got)
		}
		if got := d.draft.last.Draft.At; got != d.wiz.run.Session.At {
			t.Errorf("after %s, the draft stands at %v; want %v", key, got, d.wiz.run.Session.At)
		}
	}
	d.press("m", "a")
	if got := d.draft.last.Topics[1].Note; got != "a" {
		t.Errorf("after a letter of a note, the draft holds %q", got)
	}
	d.press("esc", "right")
	if got := d.draft.last.Draft.At.Topic; got != 2 {
		t.Errorf("after →, the draft stands at topic %d", got)
	}
}

func TestLeavingBeforeAnAnswerKeepsNothing(t *testing.T) {
	d := newDriver(t).press(toForm...).press("ctrl+c")
	if !d.quit || d.draft.saves != 0 {
		t.Errorf("quit %v with %d saves; want none, so that no former draft is replaced", d.quit, d.draft.saves)
	}
}

func TestRunWithoutAnEntryKeepsNothing(t *testing.T) {
	d := newDriver(t).press("enter", "enter", "enter", "enter", "pass", "down", "enter", "enter", "right", "left", "q")
	if !d.quit || d.draft.saves != 0 {
		t.Errorf("quit %v with %d saves; want none", d.quit, d.draft.saves)
	}
	d = newDriver(t).press(toForm...).press("R", "backspace", "tab", "tab", "tab", "enter", "enter", "right")
	if a := d.draft.last; a == nil || a.Coalition != "" || a.Draft.At.Topic != 1 {
		t.Errorf("a name that was taken back leaves %+v", a)
	}
	d = newDriver(t, func(o *Options) {
		o.Run.Offer.Found = unfinished()
		o.Run.Offer.Found.Coalition, o.Run.Offer.Found.Topics = "R", assess.New(o.Run.Catalogue).Topics
	}).press("enter", "left", "backspace")
	if a := d.draft.last; a == nil || a.Coalition != "" {
		t.Errorf("the only name of a draft, taken back, leaves %+v", a)
	}
}

func TestTheFormSavesOnlyChanges(t *testing.T) {
	d := newDriver(t).press(toForm...).press("R", "tab", "tab", "tab")
	saves := d.draft.saves
	if d.press("enter", "enter"); d.at() != "topic" || d.draft.saves != saves {
		t.Errorf("at %s, saved %d times", d.at(), d.draft.saves-saves)
	}
}

// unfinished returns answers to the first two statements, at the third.
func unfinished() *assess.Answers {
	s := assess.NewSession(pitfalls.English(), assess.Full)
	s.Answers.Coalition = riverside
	for range 2 {
		s.Rate(s.At, 4)
		s.Next()
	}
	return s.Draft()
}

func withFound(o *Options) { o.Run.Offer.Found = unfinished() }

func TestGoOnWithADraft(t *testing.T) {
	d := newDriver(t, withFound)
	d.shows(t, "unfinished answers: Riverside Youth Coalition, 2 of 50.", "› Go on where you stopped")
	d.press("enter")
	if want := (assess.Place{Topic: 0, Question: 2}); d.at() != "topic" || d.wiz.run.Session.At != want {
		t.Fatalf("at %s %v; want %v", d.at(), d.wiz.run.Session.At, want)
	}
	d.shows(t, "[4]", "› Members ask")
	d.press("left")
	d.shows(t, riverside, "What is the coalition called?")
	d.press("esc")
	if d.shows(t, "› Go on"); strings.Contains(d.screen(), "anew") {
		t.Error("going back to the start offers to drop the answers of the run")
	}
	d.press("enter", "enter", "enter", "enter", "pass", "enter", "3")
	if got := d.draft.last.At(assess.Place{Topic: 0, Question: 1}).Rating(); got != 4 {
		t.Errorf("after going back and on, an answer is %v; want 4", got)
	}
}

// TestGoOnInTheForm leaves in the form, before it was asked how much to ask.
func TestGoOnInTheForm(t *testing.T) {
	s := assess.NewSession(pitfalls.English(), assess.Full)
	s.Answers.Coalition = "Riverside"
	found := func(o *Options) { o.Run.Offer.Found = s.Draft() }
	d := newDriver(t, found).press("enter")
	if d.at() != "form" || d.wiz.Top().(*form).field != respondentField {
		t.Fatalf("goes on at %s", d.at())
	}
	if d.press("enter", "enter", "down", "enter", "enter"); d.at() != "topic" || d.wiz.run.Session.Depth != assess.Quick {
		t.Errorf("at %s, %v; want to be asked quickly", d.at(), d.wiz.run.Session.Depth)
	}
	d = newDriver(t, found, quick).press("enter", "enter", "enter", "enter")
	if d.at() != "topic" || d.wiz.run.Session.Depth != assess.Quick {
		t.Errorf("with --quick, at %s, %v", d.at(), d.wiz.run.Session.Depth)
	}
}

func TestAnotherDepthThanTheDrafts(t *testing.T) {
	newDriver(t, withFound, quick).shows(t, "They are a full run and go on as such; for a quick one, begin anew.")
}

func TestSeveralUnfinishedRuns(t *testing.T) {
	other := unfinished()
	other.Coalition = "Second one"
	for _, size := range []func(*Options){size(80, 24), size(40, 12)} {
		d := newDriver(t, withFound, size, func(o *Options) {
			o.Run.Offer.Others = []interview.Unfinished{{Path: "/state/draft-2.yaml", Answers: other}}
		})
		d.shows(t, "Youth Coalition, 2 of 50.", "Go on with Second one, 2 of 50")
		if d.press("down", "enter"); d.at() != "form" || d.wiz.run.Session.Answers.Coalition != "" {
			t.Errorf("at %s with %q; want what the draft has there", d.at(), d.wiz.run.Session.Answers.Coalition)
		}
	}
	d := newDriver(t, withFound, func(o *Options) {
		o.Run.Offer.Others = []interview.Unfinished{{Path: "/state/draft-2.yaml", Answers: other}}
	})
	d.draft.err = errors.New("somebody else has it now")
	d.press("down", "enter").shows(t, "That run could not be opened: somebody else has it now.")
}

func TestDroppingOldAnswersSaysWhen(t *testing.T) {
	for _, size := range []func(*Options){size(80, 24), size(40, 12)} {
		newDriver(t, withFound, size).press("end", "enter").shows(t, "2 old answers go at your first entry.")
	}
}

func TestEditSaysWhatItOpens(t *testing.T) {
	edit := func(o *Options) { o.Run.Edit, o.Run.EditPath = unfinished(), "/home/chair/riverside.yaml" }
	newDriver(t, edit).shows(t, "Editing riverside.yaml")
	newDriver(t, edit, func(o *Options) { o.Run.Offer.Unsaved = o.Run.Edit }).
		shows(t, "Unsaved changes to riverside.yaml. To open it without them: --new.")
}

func TestBeginAnewBesideADraft(t *testing.T) {
	d := newDriver(t, withFound).press("down", "enter")
	if d.at() != "form" || d.draft.aside != 1 || d.wiz.run.Session.Answers.Coalition != "" {
		t.Fatalf("at %s, put aside %d times", d.at(), d.draft.aside)
	}
	d.shows(t, "The old answers are kept in /state/draft-2.yaml")
}

func TestBeginAnewFailsToKeepTheDraft(t *testing.T) {
	d := newDriver(t, withFound)
	d.draft.err = errors.New("read-only file system")
	d.press("down", "enter")
	if d.at() != "welcome" || d.wiz.run.Session != nil {
		t.Fatalf("at %s; want the welcome, with the old answers untouched", d.at())
	}
	d.shows(t, "The old answers could not be put aside: read-only file system.")
}

func TestBeginAnewInsteadOfADraft(t *testing.T) {
	d := newDriver(t, withFound).press("end", "enter")
	if d.at() != "form" || d.draft.aside != 0 || d.draft.saves != 0 {
		t.Errorf("at %s, put aside %d times, saved %d times", d.at(), d.draft.aside, d.draft.saves)
	}
}

func TestAllAnsweredDraftGoesOnAtTheReview(t *testing.T) {
	s := assess.NewSession(pitfalls.English(), assess.Quick)
	for _, p := range s.Places() {
		s.Rate(p, 3)
	}
	d := newDriver(t, func(o *Options) { o.Run.Offer.Found = s.Draft() }).press("enter")
	if d.at() != "review" {
		t.Errorf("at %s", d.at())
	}
}

func TestDamagedDraftIsSaid(t *testing.T) {
	d := newDriver(t, func(o *Options) {
		o.Run.Offer = interview.Offer{Damaged: "/state/draft-damaged.yaml", Reason: errors.New("line 3")}
	})
	d.shows(t, "could not be read", "/state/draft-damaged.yaml", "› Begin")
}

// TestStateBeforeADamagedOneIsOffered is what somebody sees after a power cut.
func TestStateBeforeADamagedOneIsOffered(t *testing.T) {
	d := newDriver(t, func(o *Options) {
		o.Run.Offer = interview.Offer{Found: unfinished(), Damaged: "/state/draft-damaged.yaml", Reason: errors.New("line 3")}
	})
	d.shows(t, "that of a few seconds\n", "before is offered", "/state/draft-damaged.yaml", "2 of 50", "› Go on")
}

func TestReasonForADamagedDraft(t *testing.T) {
	_, wrong := answersfile.Read("/state/draft.yaml", []byte("format: coalcheck/1\nrole: queen\ndate: never\n"), pitfalls.English())
	tests := []struct {
		name          string
		reason        error
		width, height int
		want          string
	}{
		{"a problem in the file", wrong, 80, 24, "Line 2: role: queen is not a role; use one of"},
		{"the first line of an error", errors.New("input/output\x1b error\nmore"), 80, 24, `input/output\x1b error` + "\n"},
		{"no room", errors.New(strings.Repeat("long ", 60)), 40, 12, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := newDriver(t, size(test.width, test.height), func(o *Options) {
				o.Run.Offer = interview.Offer{Damaged: "/state/draft-damaged.yaml", Reason: test.reason}
			})
			d.shows(t, "How is your coalition doing?", "/state/draft-damaged.yaml", "› Begin", test.want)
			if screen := d.screen(); strings.Contains(screen, "long") || strings.Contains(screen, "never") || strings.Contains(screen, "more") {
				t.Errorf("the screen shows more than the first line, or what does not fit:\n%s", screen)
			}
		})
	}
}

func TestHeldDraft(t *testing.T) {
	separate := &memoryDraft{}
	held := func(o *Options) {
		o.Run.Keeper = nil
		o.Run.Offer.LockErr = &draft.HeldError{PID: 4711, Path: "/state/draft.yaml"}
		o.Run.OpenSeparate = func() (interview.Keeper, error) { return separate, nil }
	}
	d := newDriver(t, held)
	d.shows(t, "Another coalcheck (process 4711)", "› Begin a separate run")
	d.press("enter").press("tab", "tab", "tab", "enter", "enter", "4")
	if separate.last == nil || separate.last.At(assess.Place{}).Rating() != 4 {
		t.Errorf("the separate draft holds %+v", separate.last)
	}
	if d := newDriver(t, held).press("down", "enter"); !d.quit {
		t.Error("the second choice does not leave")
	}
}

func TestDraftThatCannotBeKept(t *testing.T) {
	d := newDriver(t).press(toTopic...)
	d.draft.err = errors.New("no space left on device")
	d.press("4")
	d.shows(t, "Not on disk for now")
	d.press("3")
	if got := d.wiz.run.Session.Rating(assess.Place{Question: 1}); got != 3 {
		t.Fatalf("the second answer is %v", got)
	}

	t.Run("it works again", func(t *testing.T) {
		d.draft.err = nil
		d.press("5")
		if strings.Contains(d.screen(), "Not on disk") || d.draft.last.At(assess.Place{}).Rating() != 4 {
			t.Errorf("the draft holds %+v", d.draft.last)
		}
	})
	t.Run("leaving offers another place", func(t *testing.T) {
		d.draft.err = errors.New("no space left on device")
		d.press("1", "q")
		if d.quit || d.at() != "rescue" {
			t.Fatalf("at %s", d.at())
		}
		d.shows(t, "no space left on device", "Where else may they go?")
		d.press("enter")
		if a := d.disk["riverside-youth-coalition-2026-11-21.yaml"]; !d.quit || a == nil || a.Draft == nil {
			t.Errorf("quit %v; written %+v", d.quit, a)
		}
	})
	t.Run("asked twice, it leaves", func(t *testing.T) {
		d := newDriver(t, func(o *Options) { o.Run.Keeper, o.Run.DraftErr = nil, errors.New("read-only file system") })
		d.shows(t, "read-only file system")
		d.press(toTopic...).press("1", "ctrl+c")
		if d.quit {
			t.Fatal("left at once")
		}
		if d.press("ctrl+c"); !d.quit || d.wiz.run.DraftErr == nil {
			t.Errorf("quit %v, trouble %v", d.quit, d.wiz.run.DraftErr)
		}
	})
}

func TestOutcome(t *testing.T) {
	tests := []struct {
		name    string
		keys    []string
		planned bool
		saved   string
		answers bool
	}{
		{"left at the welcome", []string{"q"}, false, "", false},
		{"left at a topic", plus(toTopic, "4", "q"), false, "", true},
		{"left at the plan", plus(toPlan, "q"), true, "", true},
		{"saved", plus(toTake, "enter"), true, "riverside-youth-coalition-2026-11-21.yaml", true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := newDriver(t).press(test.keys...)
			run, answers := d.wiz.run, d.wiz.run.Result()
			if !d.quit || run.Planned != test.planned || run.Saved != test.saved || (answers != nil) != test.answers {
				t.Fatalf("quit %v, planned %v, saved %q, answers %+v", d.quit, run.Planned, run.Saved, answers)
			}
			if test.planned && (answers.Draft != nil || answers.Date != "2026-11-21") {
				t.Errorf("finished answers with draft %v and date %q", answers.Draft, answers.Date)
			}
			if !test.planned && test.answers && answers.Draft == nil {
				t.Error("unfinished answers without a mark of where the run stands")
			}
		})
	}
}

func TestEdit(t *testing.T) {
	a := unfinished()
	a.Draft, a.Date = nil, "2025-01-31"
	d := newDriver(t, func(o *Options) { o.Run.Edit, o.Run.EditPath = a, "riverside.yaml" })
	d.disk["riverside.yaml"] = a
	if d.at() != "review" {
		t.Fatalf("at %s", d.at())
	}
	d.press("enter", "1", "enter", "right", "right", "right", "enter")
	d.shows(t, "› [x] Your answers          riverside.yaml")
	d.press("enter")
	d.shows(t, "This is the file that you opened. Enter replaces it")
	if d.press("enter"); !d.quit {
		t.Fatal("Enter once more does not replace the file")
	}
	saved := d.disk["riverside.yaml"]
	if saved.At(assess.Place{}).Rating() != 1 || saved.Date != "2025-01-31" || saved.Coalition == "" {
		t.Errorf("saved %+v", saved)
	}
	if a.At(assess.Place{}).Rating() != 4 {
		t.Error("the answers that were handed over have changed")
	}
}

func TestSave(t *testing.T) {
	t.Run("a name that was given is not asked for", func(t *testing.T) {
		d := newDriver(t, func(o *Options) { o.Run.SaveTo = "given.yaml" }).press(toTake...)
		d.shows(t, "  [x] Your answers          given.yaml", "› [x] A page for the board")
		if d.press("up", "e", "esc"); d.wiz.Top().(*takeAway).at == 0 {
			t.Error("it is asked for")
		}
		if d.press("enter"); !d.quit || d.disk["given.yaml"] == nil {
			t.Errorf("quit %v, files %v", d.quit, d.disk)
		}
	})
	t.Run("another name after a failure", func(t *testing.T) {
		d := newDriver(t, func(o *Options) { o.Run.SaveTo = "/full/given.yaml" }).press(toTake...)
		d.press("enter").shows(t, "given.yaml could not be written: no space left on device.", "› [x] Your answers")
		if len(d.texts) > 0 {
			t.Errorf("without the answers, it has written %v", d.texts)
		}
		d.press("e")
		for range "/full/given.yaml" {
			d.press("backspace")
		}
		if d.press("enter"); d.quit {
			t.Fatal("an empty name was taken")
		}
		d.shows(t, "Type a name for the file.")
		if d.press("mine", "enter"); !d.quit || d.disk["mine.yaml"] == nil {
			t.Errorf("quit %v, files %v", d.quit, d.disk)
		}
	})
	t.Run("another name instead of replacing", func(t *testing.T) {
		t.Chdir(t.TempDir())
		if err := os.WriteFile("mine.yaml", nil, 0o600); err != nil {
			t.Fatal(err)
		}
		d := newDriver(t).press(toTake...).press("e")
		clearName(d)
		d.disk["mine.yaml"] = assess.New(d.wiz.run.Catalogue)
		d.press("mine", "enter").shows(t, "mine.yaml exists already and was left as it is.", "› mine-2.yaml")
		d.press("x")
		if strings.Contains(d.screen(), "already") {
			t.Error("what was said of a name stays after it has changed")
		}
		d.press("enter")
		if d.disk["mine.yaml"].Coalition != "" || d.disk["mine-2.yamlx.yaml"] == nil {
			t.Errorf("files %v", d.disk)
		}
	})
	t.Run("a made name that somebody takes meanwhile", func(t *testing.T) {
		d := newDriver(t).press(toTake...)
		taken := "riverside-youth-coalition-2026-11-21.yaml"
		d.disk[taken] = assess.New(d.wiz.run.Catalogue)
		if d.press("enter"); !d.quit || d.wiz.run.Saved != "riverside-youth-coalition-2026-11-21-2.yaml" {
			t.Errorf("quit %v, saved %q", d.quit, d.wiz.run.Saved)
		}
		if d.disk[taken].Coalition != "" || d.disk[d.wiz.run.Saved] == nil {
			t.Errorf("files %v", d.disk)
		}
	})
}

// TestLeavingWaitsForTheDisk presses Ctrl+C while a file is written or moved.
func TestLeavingWaitsForTheDisk(t *testing.T) {
	held := func(o *Options) {
		o.Run.Keeper, o.Run.Offer.LockErr = nil, &draft.HeldError{}
		o.Run.OpenSeparate = func() (interview.Keeper, error) { return &memoryDraft{}, nil }
	}
	full := func(o *Options) { o.Run.EditPath = "/full/mine.yaml" }
	tests := []struct {
		name   string
		change func(*Options)
		way    []string
		saved  string
	}{
		{"writing the answers", func(*Options) {}, toTake, "riverside-youth-coalition-2026-11-21.yaml"},
		{"writing them in vain", full, toTake, ""},
		{"putting a draft aside", withFound, []string{"down"}, ""},
		{"opening a separate draft", held, nil, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := newDriver(t, test.change).press(test.way...)
			_, work := d.wiz.Update(tuitest.Keys["enter"])
			if work == nil {
				t.Fatal("nothing is under way")
			}
			if d.press("ctrl+c", "ctrl+c"); d.quit {
				t.Fatal("left before it was done")
			}
			d.shows(t, "Leaving as soon as this is on disk.")
			if d.send(work()); !d.quit || d.wiz.run.Saved != test.saved {
				t.Errorf("quit %v, saved %q", d.quit, d.wiz.run.Saved)
			}
		})
	}
}

func TestNamesAreCutWithANotice(t *testing.T) {
	d := newDriver(t).press(toForm...).press(strings.Repeat("é", 80))
	if strings.Contains(d.screen(), "at most 80") {
		t.Error("80 characters are one too many")
	}
	d.press("é")
	d.shows(t, "A name has at most 80 characters")
	d.press("tab").paste("Ann\x1b[31m\u202e\n" + strings.Repeat("b", 100))
	d.shows(t, "A name has at most 80 characters")
	a := d.draft.last
	if n := utf8.RuneCountInString(a.Coalition); n != 80 {
		t.Errorf("the coalition has %d characters", n)
	}
	if !strings.HasPrefix(a.Respondent, "Ann[31m b") || utf8.RuneCountInString(a.Respondent) != 80 {
		t.Errorf("the respondent is %q", a.Respondent)
	}
}

func TestNotesAreCleanedAndCut(t *testing.T) {
	d := newDriver(t).press(toNote...).paste("one\r\ntwo\x00\x1b[2J\u2066\u2028three\xff")
	if got, want := d.draft.last.Topics[0].Note, "one\ntwo[2J\nthree"; got != want {
		t.Errorf("the note is %q; want %q", got, want)
	}
	d.paste(strings.Repeat("x", 3000))
	d.shows(t, "A note has at most 2,000 characters", "2000 of 2,000")
	if n := utf8.RuneCountInString(d.draft.last.Topics[0].Note); n != 2000 {
		t.Errorf("the note has %d characters", n)
	}
	d.press("esc")
	d.shows(t, "Note: one two")
}

// TestWhatIsWrittenCanBeRead types and pastes anything into the names and the note and reads the draft.
func TestWhatIsWrittenCanBeRead(t *testing.T) {
	t.Parallel()
	parts := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
		"a", " ", "\t", "\n", "\r", "\x1b[2J", "\x9b", "\u2028", "\u2029", "\u202e", "\u2066", "\ufeff", "\ufffe", "\uffff", "\xff", "\U0010ffff",
	}))
	rapid.Check(t, func(t *rapid.T) {
		write := func(d *driver, label string) {
			text := strings.Join(rapid.SliceOfN(parts, 0, 4).Draw(t, label), "")
			if rapid.Bool().Draw(t, "paste") {
				d.paste(text)
				return
			}
			for _, r := range text {
				d.send(tea.KeyPressMsg{Code: r, Text: string(r)})
			}
		}
		d := newDriver(t).press("enter")
		write(d, "coalition")
		d.press("tab")
		write(d, "respondent")
		d.press("tab", "tab", "enter", "enter", "4", "m")
		write(d, "note")
		if _, err := answersfile.Read("draft.yaml", answersfile.Format(d.draft.last, d.wiz.run.Catalogue), d.wiz.run.Catalogue); err != nil {
			t.Fatal(err)
		}
	})
}

func TestPasteRatesNothing(t *testing.T) {
	d := newDriver(t).press(toTopic...)
	before, saves := d.screen(), d.draft.saves
	d.paste("4444d")
	if d.screen() != before || d.draft.saves != saves || len(d.wiz.run.Session.Open()) != 50 {
		t.Error("pasted text has rated")
	}
}

func TestDepthChangedOnTheWay(t *testing.T) {
	d := newDriver(t).press(toTopic...).press("4", "3", "esc", "tab", "tab", "tab", "down", "enter")
	if d.wiz.run.Session.Depth != assess.Quick || len(d.wiz.run.Session.Places()) != 3+19 {
		t.Fatalf("%v with %d questions", d.wiz.run.Session.Depth, len(d.wiz.run.Session.Places()))
	}
	if want := (assess.Place{Topic: 0, Question: 2}); d.wiz.run.Session.At != want || d.wiz.run.Session.Rating(assess.Place{}) != 4 {
		t.Errorf("at %v; want %v and the answers kept", d.wiz.run.Session.At, want)
	}
}

func TestRole(t *testing.T) {
	d := newDriver(t).press(toForm...).press("tab", "tab", "tab", "enter")
	if got := d.wiz.run.Session.Answers.Role; got != "" {
		t.Errorf("who chooses no role has %q", got)
	}
	d.press("esc", "shift+tab", "down", "down", "tab", "enter")
	if got := d.draft.last.Role; got != assess.Staff {
		t.Errorf("role %q; want staff", got)
	}
}
