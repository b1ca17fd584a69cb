//go:build unix

package cmd

import (
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// readAnswers returns the answers in a file.
func readAnswers(t *testing.T, path string) *assess.Answers {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	a, err := answersfile.Read(path, text, pitfalls.English())
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func draftIn(folder string) string { return filepath.Join(folder, "state", "coalcheck", "draft.yaml") }

func TestWizardFromStartToFile(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	former := "format: coalcheck-plan/1\ncoalition: Riverside\nmade: 2001-01-31\nsteps:\n  - pitfall: overcommitted\n    actions:\n" +
		"      - {do: Sing., done: 2001-02-28}\n      - do: Dance.\n"
	if err := os.WriteFile(filepath.Join(folder, "former.yaml"), []byte(former), 0o600); err != nil {
		t.Fatal(err)
	}
	s := newTerminal(t, folder, 80, 24, "assess", "--quick")
	s.startQuick(t)
	for n := range 20 {
		s.await(t, place(n))
		s.press(t, string("43"[n/10]))
		s.passPills(t, n)
	}
	s.await(t, "Review")
	s.press(t, enter)
	s.await(t, "matter")
	s.press(t, " "+enter)
	s.await(t, "What stands out")
	s.press(t, enter)
	s.await(t, "Your plan")
	s.press(t, enter)
	s.await(t, "Who does what")
	s.press(t, enter+"Kim"+enter+"in two weeks"+enter)
	s.await(t, "go on")
	s.press(t, right)
	s.await(t, "What do you want to take away?")
	s.press(t, enter)
	if code := s.end(t); code != exitDone {
		t.Fatalf("exit code %d:\n%s", code, s.text())
	}
	files, err := filepath.Glob(folder + "/riverside-2*.yaml")
	if err != nil || len(files) != 1 {
		t.Fatalf("files %q, %v; want one", files, err)
	}
	answers := readAnswers(t, files[0])
	for i, topic := range answers.Topics {
		if want := assess.Rating("43"[i/10] - '0'); topic.Overall.Rating() != want {
			t.Errorf("topic %d: %v, want %v", i, topic.Overall, want)
		}
	}
	if len(answers.Focus) != 1 || answers.Date == "" {
		t.Errorf("focus %v, date %q; want one focus and a date", answers.Focus, answers.Date)
	}
	if _, err := os.Stat(draftIn(folder)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the draft is still there: %v", err)
	}
	// A path that is longer than a line goes on in the next one.
	text := strings.ReplaceAll(s.text(), "\n", "")
	date := answers.Date
	for _, want := range []string{
		"Your answers are in " + folder + "/riverside-" + date + ".yaml",
		"The page for the board is in " + folder + "/riverside-" + date + ".html",
		"The plan file is in " + folder + "/riverside-plan-" + date + ".yaml",
		"coalcheck plan riverside-plan-" + date + ".yaml",
		"The plan of 2001-01-31 began with Overcommitted. Done since: 1 of 2 actions.", "coalcheck plan former.yaml",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the normal screen does not say %q:\n%s", want, s.text())
		}
	}
	holdsText(t, filepath.Join(folder, "riverside-plan-"+date+".yaml"), "owner: Kim", "due: 20")
	if strings.Contains(text, "-o plan.html") {
		t.Errorf("the normal screen offers a page that is there:\n%s", s.text())
	}
}

// TestWithoutACommand begins to ask on a terminal.
func TestWithoutACommand(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	s := newTerminal(t, folder, 80, 24)
	s.await(t, "Begin")
	s.press(t, "\x1b[B"+enter) // down: the example
	s.await(t, "Maple County Health Coalition")
	s.press(t, "q")
	s.await(t, "Begin")
	s.press(t, ctrlC)
	if code := s.end(t); code != exitLeft {
		t.Errorf("exit code %d:\n%s", code, s.text())
	}
}

func TestLeavingKeepsTheAnswers(t *testing.T) {
	t.Parallel()
	for _, leave := range []struct {
		name string
		// key is typed, or else signal is sent.
		key    string
		signal syscall.Signal
	}{
		{name: "q", key: "q"},
		{name: "Ctrl+C", key: ctrlC},
		{name: `Ctrl+\`, key: ctrlBackslash},
		{name: "SIGTERM", signal: syscall.SIGTERM},
		{name: "SIGHUP", signal: syscall.SIGHUP},
		{name: "SIGINT", signal: syscall.SIGINT},
		{name: "SIGQUIT", signal: syscall.SIGQUIT},
	} {
		t.Run(leave.name, func(t *testing.T) {
			t.Parallel()
			folder := t.TempDir()
			s := newTerminal(t, folder, 80, 24, "assess", "--quick")
			s.startQuick(t)
			s.press(t, "5")
			s.await(t, place(1))
			if leave.key != "" {
				s.press(t, leave.key)
			} else if err := s.cmd.Process.Signal(leave.signal); err != nil {
				t.Fatal(err)
			}
			if code := s.end(t); code != exitLeft {
				t.Errorf("exit code %d, want %d:\n%s", code, exitLeft, s.text())
			}
			if text := s.text(); !strings.Contains(text, "Go on with: coalcheck assess") {
				t.Errorf("the screen does not say how to go on:\n%s", text)
			}
			if got := readAnswers(t, draftIn(folder)); got.Topics[0].Overall.Rating() != 5 {
				t.Errorf("the draft has %v for the first topic, want 5", got.Topics[0].Overall)
			}

			again := newTerminal(t, folder, 80, 24, "assess")
			again.await(t, "Go on where you stopped")
			again.press(t, enter)
			again.await(t, place(1))
			again.press(t, ctrlC)
			again.end(t)
		})
	}
}

// TestKilledProgramLosesNothing kills the program at random moments. Whatever topic is on the screen, the answers to
// all topics before it had been shown as given, and the draft must have them. COALCHECK_KILLS says how often; CI does it
// more often than everyday runs.
func TestKilledProgramLosesNothing(t *testing.T) {
	t.Parallel()
	runs := 30
	if kills := os.Getenv("COALCHECK_KILLS"); kills != "" {
		var err error
		if runs, err = strconv.Atoi(kills); err != nil {
			t.Fatal(err)
		}
	}
	for run := range runs {
		t.Run(strconv.Itoa(run), func(t *testing.T) {
			t.Parallel()
			killedRun(t, rand.New(rand.NewPCG(1, uint64(run))))
		})
	}
}

// killedRun types all answers at once and kills the program when it has come to a place drawn at random. How far it has come on by
// then differs from run to run.
func killedRun(t *testing.T, random *rand.Rand) {
	t.Helper()
	folder := t.TempDir()
	s := newTerminal(t, folder, 80, 24, "assess", "--quick")
	s.startQuick(t)
	answers := make([]byte, 20)
	for i := range answers {
		answers[i] = '1' + byte(random.IntN(5))
	}
	s.press(t, string(answers[:10])+enter+string(answers[10:19]))
	until := 1 + random.IntN(18)
	s.until(func() bool { return shown(s.text()) >= until })
	_ = s.cmd.Process.Kill()
	s.end(t)
	given := shown(s.text())
	if given < until {
		t.Fatalf("the screen never came to topic %d:\n%s", until, s.text())
	}
	draft := readAnswers(t, draftIn(folder))
	for i := range given {
		if got, want := draft.Topics[i].Overall.Rating(), assess.Rating(answers[i]-'0'); got != want {
			t.Fatalf("topic %d was shown as answered with %v, and the draft has %v", i, want, got)
		}
	}
}

// shown returns how many topics stand before the one on the screen.
func shown(text string) int {
	for n := 19; n >= 0; n-- {
		if strings.Contains(text, place(n)) {
			return n
		}
	}
	if strings.Contains(text, "The pills ") { // the page between the halves
		return pitfalls.PitfallCount
	}
	return -1
}

// TestThreeWaysOneReport gives the same answers to the wizard, the line prompter and a file, and compares the reports
// byte for byte.
func TestThreeWaysOneReport(t *testing.T) {
	t.Parallel()
	const ratings = "43521dn345" + "1234512345" + "dn34512345" + "12d" + "5432112345" + "1n3d1"
	places := assess.Questionnaire{Catalogue: pitfalls.English()}.Places()
	ratingOf := func(key byte) assess.Rating {
		switch key {
		case 'd':
			return assess.DontKnow
		case 'n':
			return assess.NotApplicable
		}
		return assess.Rating(key - '0')
	}
	want := assess.New(pitfalls.English())
	want.Coalition = "Riverside"
	for i, p := range places {
		want.Set(p, assess.TallyOf(ratingOf(ratings[i%len(ratings)])))
	}
	folder := t.TempDir()
	file := filepath.Join(folder, "file.yaml")
	if err := os.WriteFile(file, answersfile.Format(want, pitfalls.English()), 0o600); err != nil {
		t.Fatal(err)
	}
	report := func(path string, flags ...string) string {
		var out, errs strings.Builder
		args := append([]string{"assess", "--explain", "--answers", path}, flags...)
		if code := run(t.Context(), args, world(nil, &out, &errs, 80)); code != exitDone {
			t.Fatalf("exit code %d: %s", code, errs.String())
		}
		return out.String()
	}

	wizard := filepath.Join(folder, "wizard", "wizard.yaml")
	plain := filepath.Join(folder, "plain", "plain.yaml")
	for _, path := range []string{wizard, plain} {
		if err := os.Mkdir(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	s := newTerminal(t, folder, 80, 24, "assess", "--full", "--explain", "--save", wizard)
	s.startQuick(t)
	for i, p := range places {
		s.await(t, place(p.Topic))
		// One is mistyped and taken back; the last pitfall leads to the beginning of the pills.
		key := string(ratings[i%len(ratings)])
		if i == 1 {
			key = "2u" + key
		}
		s.press(t, key)
		if i < len(places)-1 && places[i+1].Topic == pitfalls.PitfallCount && p.Topic != places[i+1].Topic {
			s.await(t, "Now what helps")
			s.press(t, enter)
		}
	}
	s.await(t, "Review")
	s.press(t, enter)
	s.await(t, "matter")
	s.press(t, right)
	s.await(t, "What stands out")
	s.press(t, enter)
	s.await(t, "Your plan")
	s.press(t, enter)
	s.await(t, "Who does what")
	s.press(t, right)
	s.await(t, "What do you want to take away?")
	s.press(t, down+down+" ") // the calendar, too
	s.await(t, "[x] A calendar")
	s.press(t, enter)
	if code := s.end(t); code != exitDone {
		t.Fatalf("wizard: exit code %d:\n%s", code, s.text())
	}

	lines := []string{"Riverside", "", "1"}
	for i := range places {
		if i == 1 {
			lines = append(lines, "2", "undo")
		}
		lines = append(lines, string(ratings[i%len(ratings)]))
	}
	input := strings.Join(lines, "\n") + "\n\n\n" + "\n\nyes\n" // no focus; a page, a plan file, a calendar
	var out, errs strings.Builder
	// The date is the day of asking.
	want.Date = readAnswers(t, wizard).Date
	w := world(strings.NewReader(input), &out, &errs, 80, "XDG_STATE_HOME="+filepath.Join(folder, "other"))
	w.Now = func() time.Time {
		day, err := time.Parse(time.DateOnly, want.Date)
		if err != nil {
			t.Error(err)
		}
		return day
	}
	if code := run(t.Context(), []string{"assess", "--full", "--plain", "--explain", "--save", plain}, w); code != exitDone {
		t.Fatalf("line prompter: exit code %d: %s", code, errs.String())
	}

	if err := os.WriteFile(file, answersfile.Format(want, pitfalls.English()), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := report(wizard); got != report(file) {
		t.Errorf("the wizard's report differs from the file's:\n%s", got)
	}
	if got := report(plain); got != report(file) {
		t.Errorf("the line prompter's report differs from the file's:\n%s", got)
	}
	if out.String() != report(file, "--plain") {
		t.Errorf("the line prompter ends with another report:\n%s", out.String())
	}
	compareTaken(t, file, want.Date, filepath.Dir(wizard), filepath.Dir(plain))
}

// compareTaken compares what wizard and prompter have left in their folders with what the commands make of the answers.
func compareTaken(t *testing.T, answers, date string, folders ...string) {
	t.Helper()
	command := func(args ...string) {
		var out, errs strings.Builder
		w := world(nil, &out, &errs, 80)
		if code := run(t.Context(), args, w); code != exitDone {
			t.Fatalf("%q: exit code %d: %s", args, code, errs.String())
		}
	}
	text := func(path string) string {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Error(err)
		}
		return string(content)
	}
	id := regexp.MustCompile("(?m)^id: .*$") // each plan has one of its own
	made := t.TempDir()
	page, plan, calendar := filepath.Join(made, "page.html"), filepath.Join(made, "plan.yaml"), filepath.Join(made, "calendar.ics")
	command("assess", "--explain", "--answers", answers, "-o", page)
	command("plan", plan, "--answers", answers, "--today", date)
	for _, folder := range folders {
		base := filepath.Join(folder, "riverside-")
		if text(base+date+".html") != text(page) {
			t.Errorf("%s: the page is not that of assess", folder)
		}
		taken := base + "plan-" + date + ".yaml"
		if id.ReplaceAllString(text(taken), "") != id.ReplaceAllString(text(plan), "") {
			t.Errorf("%s: the plan file is not that of plan:\n%s", folder, text(taken))
		}
		command("plan", taken, "-o", calendar, "--today", date, "--force")
		if text(base+"plan-"+date+".ics") != text(calendar) {
			t.Errorf("%s: the calendar is not that of plan:\n%s", folder, text(base+"plan-"+date+".ics"))
		}
	}
}

// TestLeavingThePlanOfAnEdit is the way of somebody who looks at the plan of changed answers and then leaves.
func TestLeavingThePlanOfAnEdit(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	answers := assess.New(pitfalls.English())
	answers.Set(assess.Place{Topic: 0, Question: assess.Overall}, assess.TallyOf(1))
	path := filepath.Join(folder, "done.yaml")
	if err := os.WriteFile(path, answersfile.Format(answers, pitfalls.English()), 0o600); err != nil {
		t.Fatal(err)
	}
	before := readAnswers(t, path)
	for _, look := range []struct{ keys, want string }{
		{"", "Nothing was changed."},
		{enter + "2" + enter, "coalcheck assess --edit done.yaml"},
	} {
		s := newTerminal(t, folder, 80, 24, "assess", "--edit", "done.yaml")
		s.await(t, "Editing done.yaml")
		s.press(t, look.keys)
		s.await(t, "Review")
		s.press(t, "\x1b[C")
		s.await(t, "Your plan")
		s.press(t, "q")
		if code := s.end(t); code != exitDone {
			t.Errorf("exit code %d:\n%s", code, s.text())
		}
		if text := s.text(); !strings.Contains(text, look.want) {
			t.Errorf("%q is not on the screen:\n%s", look.want, text)
		}
	}
	if got := readAnswers(t, path); !reflect.DeepEqual(got, before) {
		t.Errorf("the file was changed to %+v", got)
	}
}
