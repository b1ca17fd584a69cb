package plain_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/cmd/plain"
	"github.com/coalcheck/coalcheck/pitfalls"
)

var catalogue = pitfalls.English()

// person types a line whenever the prompter waits for one, and then ends the input. The transcript shows the typed lines
// as a terminal does.
type person struct {
	lines      []string
	transcript bytes.Buffer
}

func (p *person) Read(b []byte) (int, error) {
	if len(p.lines) == 0 {
		return 0, io.EOF
	}
	line := p.lines[0] + "\n"
	p.lines = p.lines[1:]
	p.transcript.WriteString(line)
	return copy(b, line), nil
}

// run is a run of the prompter in a test.
type run struct {
	*interview.Run
	in    io.Reader
	out   io.Writer
	width func() int
	// kept is what Save was called with last, or nil. save and keepAside may be replaced.
	kept      *assess.Answers
	save      func(*assess.Answers) error
	keepAside func() (string, error)
	// planFile opens plan files; it may be nil. now is the clock.
	planFile interview.OpenPlan
	now      func() time.Time
	// asides counts how often the found run was put aside.
	asides int
}

func newRun(d assess.Depth) *run {
	r := &run{}
	r.Run = &interview.Run{
		Options: interview.Options{
			Catalogue: catalogue, Depth: &d,
			Page:     func(*score.Result) ([]byte, error) { return []byte("page"), nil },
			Calendar: func(*planfile.Plan) ([]byte, error) { return []byte("calendar"), nil },
		},
		Keeper:    keeper{run: r},
		WriteFile: func(string, *assess.Answers, bool) error { return nil },
		WriteText: func(string, []byte) error { return nil },
	}
	r.now = func() time.Time { return time.Date(2026, time.November, 21, 18, 0, 0, 0, time.UTC) }
	r.save = func(a *assess.Answers) error {
		r.kept = a
		return nil
	}
	r.keepAside = func() (string, error) {
		r.asides++
		return "/state/draft-2.yaml", nil
	}
	return r
}

// keeper keeps the answers of a run in memory.
type keeper struct {
	interview.Keeper // what the prompter does not call
	run              *run
}

func (k keeper) Save(a *assess.Answers) error { return k.run.save(a) }

func (k keeper) KeepAside() (string, error) { return k.run.keepAside() }

// ask runs the prompter and returns the answers.
func (r *run) ask(ctx context.Context) (*assess.Answers, error) {
	p := plain.Prompter{
		Run: r.Run, In: r.in, Out: r.out, Width: r.width, PlanFile: r.planFile, Minutes: 45,
		Today: time.Date(2026, time.November, 21, 0, 0, 0, 0, time.UTC), Now: r.now,
	}
	err := p.Ask(ctx)
	return r.Result(), err
}

// types runs the prompter with these lines and returns the answers, the transcript and the error.
func (r *run) types(t *testing.T, lines ...string) (*assess.Answers, string, error) {
	t.Helper()
	p := &person{lines: slices.Clone(lines)}
	r.in, r.out = p, &p.transcript
	a, err := r.ask(t.Context())
	return a, p.transcript.String(), err
}

// nameless answers the questions about the person with as little as possible.
var nameless = []string{"", "", ""}

func lines(parts ...[]string) []string { return slices.Concat(parts...) }

func repeat(line string, n int) []string { return slices.Repeat([]string{line}, n) }

// unfinished is a quick run that stopped at its third statement.
func unfinished() *assess.Answers {
	s := assess.NewSession(catalogue, assess.Quick)
	s.Answers.Coalition = "Riverside Youth Coalition"
	s.Answers.Role = assess.Staff
	s.Rate(s.Places()[0], 4)
	s.Rate(s.Places()[1], assess.DontKnow)
	s.Answers.Topics[2].Note = "Ask the board."
	s.At = s.Places()[2]
	return s.Draft()
}

// rated returns the answers of a quick run whose first n statements have this rating.
func rated(rating assess.Rating, n int) *assess.Answers {
	s := assess.NewSession(catalogue, assess.Quick)
	for _, p := range s.Places()[:n] {
		s.Rate(p, rating)
	}
	return s.Finished()
}

func TestTranscript(t *testing.T) {
	tests := []struct {
		name  string
		setup func(*run)
		lines []string
		left  bool
	}{
		{
			name:  "quick run",
			setup: func(r *run) { r.Depth = nil },
			lines: lines(
				[]string{"Riverside Youth Coalition", "Chair", "leader", "quick"},
				[]string{"4", "often", "1", "don't know", "N/A", "2", "3", "5", "1", "d"},
				[]string{"4", "mostly", "not at all", "2", "3", "3", "Completely", "na", "1", "4"},
				[]string{"", "1 3", "", "", "no", "yes"},
			),
		},
		{
			name:  "back, skip, clear and change",
			lines: lines(nameless, []string{"4", "back", "", "skip", "2", "back", "5", "", "back", "clear", "quit"}),
			left:  true,
		},
		{
			name:  "undo",
			lines: lines(nameless, []string{"undo", "4", "often", "u", "undo", "2", "1", "back", "back", "5", "undo", "clear", "undo", "quit"}),
			left:  true,
		},
		{
			name:  "undo at the end",
			setup: func(r *run) { r.Edit = rated(3, 20) },
			lines: []string{"undo", "20", "5", "undo", "2", "", "1"},
		},
		{
			name:  "review and jump",
			lines: lines(nameless, []string{"4", "note We asked twice.", "3", "review", "20", "2", "review", "", "r", "oops", "21", "back", "q"}),
			left:  true,
		},
		{
			name:  "notes",
			lines: lines(nameless, []string{"note", "note  Ask the board. ", "NOTE", "note clear", "m", "note " + strings.Repeat("long ", 500), "quit"}),
			left:  true,
		},
		{
			name:  "help and mistakes",
			lines: lines([]string{"?", "", "", "9", "back", "", "nobody", "1"}, []string{"?", "7", "mostly", "yes", "4 5", strings.Repeat("x", 70), "\x1b[A"}, repeat("", 10), []string{"often", "Mostly"}),
			left:  true,
		},
		{
			name:  "back to the names",
			setup: func(r *run) { r.Depth = nil },
			lines: []string{"Riverside", "back", "Riverside Youth", "Chair", "2", "", "full", "4", "back", "back", "quick", "back", "back", "clear", "staff", "", "quit"},
			left:  true,
		},
		{
			name:  "names that are too long or like words",
			lines: []string{strings.Repeat("wide ", 30), "Help", "member", "quit"},
			left:  true,
		},
		{
			name:  "change at the end",
			setup: func(r *run) { r.Edit, r.EditPath = rated(3, 19), "mine.yaml" },
			lines: []string{"20", "5", "7", "1", "back", "", "nine", "", "1 2 3 4", "99", "2,2,1", "?", "yes", "?", "our page", "quit", "never read"},
		},
		{
			name:  "nothing to focus on",
			setup: func(r *run) { r.Edit = rated(1, 20) },
			lines: []string{""},
		},
		{
			name:  "nothing answered",
			setup: func(r *run) { r.Edit = assess.NewSession(catalogue, assess.Quick).Draft() },
			lines: []string{""},
		},
		{
			name:  "go on with a draft",
			setup: func(r *run) { r.Offer.Found = unfinished() },
			lines: []string{"", "later", "1", "3", "back", "back", "quit"},
			left:  true,
		},
		{
			name:  "begin anew",
			setup: func(r *run) { r.Offer.Found = unfinished() },
			lines: []string{"back", "2", "Hilltop", "", "", "5", "quit"},
			left:  true,
		},
		{
			name:  "keep both",
			setup: func(r *run) { r.Offer.Found = unfinished() },
			lines: []string{"keep both", "Hilltop", "quit"},
			left:  true,
		},
		{
			name: "edit",
			setup: func(r *run) {
				r.Edit = unfinished()
				r.Edit.Draft = nil
				r.Edit.Focus = []string{"unclear-purpose"}
			},
			lines: []string{"review", "3", "4", "", "", "quit"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := newRun(assess.Quick)
			if test.setup != nil {
				test.setup(r)
			}
			answers, transcript, err := r.types(t, test.lines...)
			switch {
			case test.left && !errors.Is(err, interview.ErrLeft):
				t.Errorf("the error is %v, want ErrLeft", err)
			case !test.left && err != nil:
				t.Errorf("the error is %v", err)
			}
			if !test.left {
				transcript += "\n-- answers --\n" + string(answersfile.Format(answers, catalogue))
			}
			golden.RequireEqual(t, transcript)
		})
	}
}

func TestJumpWithinAJumpLeadsBackToTheFirst(t *testing.T) {
	r := newRun(assess.Quick)
	r.Edit = rated(1, 20)
	answers, transcript, err := r.types(t, "2", "review", "3", "2", "", "")
	if err != nil || strings.Count(transcript, "Enter to finish") != 2 {
		t.Errorf("the error is %v, the transcript\n%s", err, transcript)
	}
	want := rated(1, 20)
	want.Set(assess.Place{Topic: 2, Question: assess.Overall}, assess.TallyOf(2))
	if err == nil && !reflect.DeepEqual(answers, want) {
		t.Errorf("got\n%s", answersfile.Format(answers, catalogue))
	}
}

func TestHelpWhereOneChooses(t *testing.T) {
	tests := []struct {
		name  string
		setup func(*run)
		lines []string
		want  string
	}{
		{"a found run", func(r *run) { r.Offer.Found = unfinished() }, []string{"?"}, "as in 1 or go on;"},
		{"the role", func(*run) {}, []string{"", "", "help"}, "as in 1 or rather not say;"},
		{"the depth", func(r *run) { r.Depth = nil }, []string{"", "", "", "?"}, "as in 1 or full;"},
		{"the end", func(r *run) { r.Edit = rated(1, 20) }, []string{"?"}, "A number leads to that statement"},
		{"the review", func(r *run) { r.Edit = rated(1, 20) }, []string{"review", "?"}, "A number leads to that statement"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := newRun(assess.Quick)
			test.setup(r)
			if _, transcript, _ := r.types(t, test.lines...); !strings.Contains(transcript, test.want) || strings.Contains(transcript, "Please type") {
				t.Errorf("%q does not help:\n%s", test.lines[len(test.lines)-1], transcript)
			}
		})
	}
}

// TestGoOnBeforeTheFirstStatement leaves at the questions about the person: what was not asked yet is asked then.
func TestGoOnBeforeTheFirstStatement(t *testing.T) {
	s := assess.NewSession(catalogue, assess.Full)
	s.Answers.Coalition = "Riverside"
	tests := []struct {
		name     string
		askDepth bool
		role     assess.Role
		lines    []string
		want     string
	}{
		{"who answers", true, "", []string{"1", "", "1", "2"}, "Statement 1 of 20"},
		{"how much", true, assess.Member, []string{"1", "2"}, "Statement 1 of 20"},
		{"nothing, as the command line says it", false, assess.Member, []string{"1"}, "Statement 1 of 20"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := newRun(assess.Quick)
			if test.askDepth {
				r.Depth = nil
			}
			r.Offer.Found = s.Draft()
			r.Offer.Found.Role = test.role
			_, transcript, _ := r.types(t, test.lines...)
			if !strings.Contains(transcript, test.want) {
				t.Errorf("%q is not in:\n%s", test.want, transcript)
			}
		})
	}
}

func TestMisspelledAnswersAreRecognized(t *testing.T) {
	for line, want := range map[string]string{
		"oftne": "Did you mean often?", "Sommetimes": "Did you mean sometimes?", "don know": "Did you mean don't know?",
		"reviw": "Did you mean review?", "7": "Type 1 to 5, d, n, or ? for help.",
	} {
		_, transcript, _ := newRun(assess.Quick).types(t, lines(nameless, []string{line})...)
		if !strings.Contains(transcript, want) {
			t.Errorf("after %q, %q is not in:\n%s", line, want, transcript)
		}
	}
}

// TestATerminalBreaksNoWord asks in a narrow terminal: every line fits, and joined again they say what they say elsewhere.
func TestATerminalBreaksNoWord(t *testing.T) {
	input := lines(nameless, []string{"?", "note one two", "4", "review", "quit"})
	_, whole, _ := newRun(assess.Quick).types(t, input...)
	r := newRun(assess.Quick)
	r.width = func() int { return 40 }
	_, broken, _ := r.types(t, input...)
	for line := range strings.SplitSeq(broken, "\n") {
		if len(line) > 40 {
			t.Errorf("%d columns: %q", len(line), line)
		}
	}
	if !slices.Equal(strings.Fields(broken), strings.Fields(whole)) {
		t.Errorf("other words than on a wide terminal:\n%s", broken)
	}
}

func TestEveryUnfinishedRunIsNamed(t *testing.T) {
	r := newRun(assess.Full)
	r.Offer.Found = unfinished()
	r.Offer.Others = []interview.Unfinished{{Answers: rated(2, 3)}}
	_, transcript, _ := r.types(t)
	for _, want := range []string{
		"An unfinished run was found: Riverside Youth Coalition, 2 of 20 statements answered.",
		"Another run is kept beside it: a coalition without a name, 3 of 44 statements answered. It is offered when this one is done.",
		"It is a quick run and goes on as such; for a full one, begin anew.",
	} {
		if !strings.Contains(transcript, want) {
			t.Errorf("%q is not in:\n%s", want, transcript)
		}
	}
}

func TestKeepBoth(t *testing.T) {
	r := newRun(assess.Quick)
	r.Offer.Found = unfinished()
	_, _, _ = r.types(t, "3", "Hilltop")
	if r.asides != 1 || r.kept.Coalition != "Hilltop" || len(open(r.kept)) != 20 {
		t.Errorf("put aside %d times, and then saved %+v", r.asides, r.kept)
	}

	r = newRun(assess.Quick)
	r.Offer.Found = unfinished()
	r.keepAside = func() (string, error) { return "", errors.New("no space left on device") }
	_, transcript, _ := r.types(t, "3", "1")
	if !strings.Contains(transcript, "no space left on device") || !strings.Contains(transcript, "back at statement 3") {
		t.Errorf("the person is not told or cannot choose again:\n%s", transcript)
	}
	if r.kept != nil {
		t.Error("the found run was written over")
	}
}

func TestRunWithoutAnEntryKeepsNothing(t *testing.T) {
	for name, setup := range map[string]func(*run){
		"fresh": func(*run) {},
		"depth": func(r *run) { r.Depth = nil },
		"found": func(r *run) { r.Offer.Found = unfinished() },
	} {
		t.Run(name, func(t *testing.T) {
			r := newRun(assess.Quick)
			setup(r)
			typed := lines(nameless, repeat("", 30))
			switch {
			case r.Depth == nil:
				typed = lines(nameless, []string{"full"}, repeat("", 30))
			case r.Offer.Found != nil:
				typed = lines([]string{"begin anew"}, typed)
			}
			typed = append(typed, "clear", "back", "quit")
			if _, _, _ = r.types(t, typed...); r.kept != nil {
				t.Errorf("saved\n%s", answersfile.Format(r.kept, catalogue))
			}
		})
	}
}

func TestAnyEntryIsSaved(t *testing.T) {
	for name, typed := range map[string][]string{
		"a coalition":  {"2", "Hilltop"},
		"a respondent": {"2", "", "Chair"},
		"a role":       {"2", "", "", "leader"},
		"an answer":    {"2", "", "", "", "d"},
		"a note":       {"2", "", "", "", "note Ask."},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRun(assess.Quick)
			r.Offer.Found = unfinished()
			left, _, _ := r.types(t, typed...)
			if !reflect.DeepEqual(r.kept, left) {
				t.Errorf("saved %+v; want %+v", r.kept, left)
			}
		})
	}
	t.Run("one that is taken back", func(t *testing.T) {
		r := newRun(assess.Quick)
		if _, _, _ = r.types(t, "Hilltop", "back", "clear"); r.kept == nil || r.kept.Coalition != "" {
			t.Errorf("saved %+v", r.kept)
		}
	})
	t.Run("the only one of a found run, taken back", func(t *testing.T) {
		r := newRun(assess.Quick)
		r.Offer.Found = rated(1, 0)
		r.Offer.Found.Coalition = "Hilltop"
		if _, _, _ = r.types(t, "go on", "back", "back", "back", "clear"); r.kept == nil || r.kept.Coalition != "" {
			t.Errorf("saved %+v", r.kept)
		}
	})
}

func TestOnlyChangesAreSaved(t *testing.T) {
	r := newRun(assess.Quick)
	r.Depth = nil
	saves := 0
	r.save = func(*assess.Answers) error { saves++; return nil }
	if _, _, _ = r.types(t, "Hilltop", "", "", "full", "back", "", "back", "back", "", ""); saves != 1 {
		t.Errorf("saved %d times; want once, for the name", saves)
	}
}

func TestFoundRunIsNotChanged(t *testing.T) {
	r := newRun(assess.Quick)
	r.Offer.Found = unfinished()
	_, _, _ = r.types(t, "1", "5", "5")
	if !reflect.DeepEqual(r.Offer.Found, unfinished()) {
		t.Error("the caller's answers were changed")
	}
	if got := r.kept.At(assess.Place{Topic: 3, Question: assess.Overall}).Rating(); got != 5 {
		t.Errorf("statement 4 is saved as %v", got)
	}
}

func TestFailingSaveIsToldOnce(t *testing.T) {
	r := newRun(assess.Quick)
	saves := 0
	r.save = func(a *assess.Answers) error {
		saves++
		if saves > 5 && saves < 12 {
			return errors.New("no space left on device")
		}
		r.kept = a
		return nil
	}
	answers, transcript, err := r.types(t, lines(nameless, repeat("4", 20), []string{"", ""})...)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(transcript, "no space left on device"); n != 1 {
		t.Errorf("it was said %d times", n)
	}
	if len(open(answers)) != 0 || len(open(r.kept)) != 0 {
		t.Error("answers were lost")
	}
}

func TestCancelledWhileReading(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	in := &silence{began: cancel, until: make(chan struct{})}
	defer close(in.until)
	r := newRun(assess.Quick)
	r.in, r.out = in, io.Discard
	if a, err := r.ask(ctx); !errors.Is(err, interview.ErrLeft) || a.Draft == nil {
		t.Errorf("the answers are %+v, the error is %v", a, err)
	}
}

// silence is an input on which nothing comes.
type silence struct {
	began func()
	until chan struct{}
}

func (s *silence) Read([]byte) (int, error) {
	s.began()
	<-s.until
	return 0, io.EOF
}

func TestCancelledBeforeReading(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	r := newRun(assess.Quick)
	r.in, r.out = strings.NewReader("Riverside\n"), io.Discard
	if _, err := r.ask(ctx); !errors.Is(err, interview.ErrLeft) || r.kept != nil {
		t.Errorf("the error is %v, saved was %+v", err, r.kept)
	}
}

// open returns the statements of a quick run that have no answer.
func open(a *assess.Answers) []assess.Place {
	return assess.ResumeSession(catalogue, a.Clone(), assess.Quick).Open()
}

// TestLinesFromOtherKeyboards types what other keyboards and terminals send.
func TestLinesFromOtherKeyboards(t *testing.T) {
	for _, c := range []struct {
		name, line string
		want       assess.Rating
		says       string
	}{
		{"a full-width digit", "４", 4, "Often."},
		{"an Arabic-Indic digit", "٤", 4, "Often."},
		{"a Hindi digit", "४", 4, "Often."},
		{"a full-width letter", "ｄ", assess.DontKnow, "Don't know."},
		{"a digit before an arrow", "4\x1b[A", 4, `Arrows and other control keys do nothing here. Your line was read as "4".`},
		{"an arrow alone", "\x1b[A", assess.Unanswered, "Arrows and other control keys do nothing here. Type ? for help."},
		{"Latin-1", "caf\xe9", assess.Unanswered, "That line was not taken, because it is not UTF-8 text."},
		{"a letter of another script", "в", assess.Unanswered, `"в" is not an answer here.`},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, transcript, _ := newRun(assess.Quick).types(t, lines(nameless, []string{c.line})...)
			if got := a.Topics[0].Overall.Rating(); got != c.want || !strings.Contains(transcript, c.says) {
				t.Errorf("answered %v, want %v, and says\n%s", got, c.want, transcript)
			}
			if a.Draft != nil && c.want == assess.Unanswered && a.Draft.At.Topic != 0 {
				t.Errorf("it goes on to %v", a.Draft.At)
			}
		})
	}
	t.Run("names and notes", func(t *testing.T) {
		a, _, _ := newRun(assess.Quick).types(t, "Riverside ３\x1b[D", "Zo\xeb", "Zoë", "", "note two\x1bOC lines")
		if a.Coalition != "Riverside ３" || a.Respondent != "Zoë" || a.Topics[0].Note != "two lines" {
			t.Errorf("stored %q, %q and %q", a.Coalition, a.Respondent, a.Topics[0].Note)
		}
	})
	t.Run("counts", func(t *testing.T) {
		r := newRun(assess.Quick)
		r.Workshop = true
		a, transcript, _ := r.types(t, "", "２３", "２　３　９　６　１")
		if want := (assess.Tally{Counts: [5]int{2, 3, 9, 6, 1}, DontKnow: 2}); a.Present != 23 || a.Topics[0].Overall != want {
			t.Errorf("%d present, counted %+v\n%s", a.Present, a.Topics[0].Overall, transcript)
		}
	})
}

// TestACalendarWithDays is offered as such, and Enter takes it.
func TestACalendarWithDays(t *testing.T) {
	r := newRun(assess.Quick)
	r.Edit = rated(1, 20)
	r.Plan = &planfile.Plan{Steps: []planfile.Step{{Actions: []planfile.Action{{Do: "Ask.", Due: "2026-12-24"}}}}}
	var written []string
	r.WriteText = func(path string, _ []byte) error {
		written = append(written, path)
		return nil
	}
	_, transcript, err := r.types(t, "", "", "no", "no", "")
	if err != nil || !strings.Contains(transcript, "A calendar with the days of the plan, in coalition-plan.ics. Enter writes it") {
		t.Errorf("error %v, transcript\n%s", err, transcript)
	}
	if !slices.Equal(written, []string{"coalition-plan.ics"}) {
		t.Errorf("written %q", written)
	}
}

// TestQuotesAreNoName types quotes with nothing between them where a name is asked for: it is asked again, and nothing is written.
func TestQuotesAreNoName(t *testing.T) {
	r := newRun(assess.Quick)
	r.Edit = rated(1, 20)
	r.Plan = &planfile.Plan{Steps: []planfile.Step{{Actions: []planfile.Action{{Do: "Ask."}}}}}
	var written []string
	r.WriteFile = func(path string, _ *assess.Answers, _ bool) error {
		written = append(written, path)
		return nil
	}
	r.WriteText = func(path string, _ []byte) error {
		written = append(written, path)
		return nil
	}
	_, transcript, err := r.types(t, "", `""`, "mine.yaml", `""`, "board.html", "no")
	if err != nil || strings.Count(transcript, "Type a name for the file.") != 2 {
		t.Errorf("error %v, transcript\n%s", err, transcript)
	}
	if !slices.Equal(written, []string{"mine.yaml", "board.html"}) {
		t.Errorf("written %q", written)
	}
}
