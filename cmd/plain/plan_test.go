package plain_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/cmd/plain"
)

const van = `format: coalcheck-plan/1
coalition: Riverside Youth Coalition
review: 2027-02-21
steps:
  - pitfall: overcommitted
    actions:
      # the big one
      - do: List everything you have agreed to do.
        owner: Ana
        due: 2026-11-15
      - do: Ask the county about the van.
        note: Big enough for nine.
  - actions:
      - do: Thank everybody.
        done: 2026-11-20
`

// planRun is a plan that is changed line by line.
type planRun struct {
	path  string
	file  *planfile.File
	table *planfile.Table
	talk  plain.Plan
}

func newPlan(t interface{ Fatal(...any) }, folder, text, today string) *planRun {
	r := &planRun{path: filepath.Join(folder, "plan.yaml")}
	plan, err := planfile.Read("plan.yaml", []byte(text), catalogue)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(r.path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	day, err := time.Parse(time.DateOnly, today)
	if err != nil {
		t.Fatal(err)
	}
	r.file, r.table = planfile.Open(r.path, []byte(text), plan, catalogue, ""), planfile.NewTable(plan, today)
	r.talk = plain.Plan{Table: r.table, File: r.file, Catalogue: catalogue, Today: day}
	return r
}

// ask types lines, and returns the transcript and whether the person has left by choice.
func (r *planRun) ask(ctx context.Context, lines ...string) (transcript string, left bool) {
	p := &person{lines: lines}
	r.talk.In, r.talk.Out = p, &p.transcript
	left = r.talk.Ask(ctx)
	return p.transcript.String(), left
}

func TestPlanTranscript(t *testing.T) {
	for _, tt := range []struct {
		name, today string
		lines       []string
		// theirs is what somebody else has written into the file before the lines are typed.
		theirs string
	}{
		{"who and when", "2026-11-26", []string{"2", "Kim", "next friday", "1", "", "", "1", "-", "-", "quit"}, ""},
		{"all words", "2026-11-26", []string{
			"?", "who 2 Sam", "when 2 in two weeks", "by 2 3/4", "due 2 soon", "done 2", "done 2", "drop 1", "note 2", "note 2 Ask twice.", "note 3",
			"note 2 clear", "add Buy a cake", "add", "leave 4", "done 4", "4", "take 4", "list", "undo", "u", "mine 1", "who", "who 9 Ana", "dance", "q",
		}, ""},
		{"the day to answer again", "2027-02-21", []string{"done 1"}, ""},
		{"nothing more to take back", "2026-11-26", []string{"undo", "done 1", "undo", "undo"}, ""},
		{
			"somebody else", "2026-11-26",
			[]string{"who 1 Kim", "done 2", "quit", "mine 1", "quit"},
			strings.Replace(strings.Replace(van, "owner: Ana", "owner: Ben", 1), "due: 2026-11-15", "due: 2026-12-24", 1),
		},
		{
			"somebody else changed what is left out", "2026-11-26",
			[]string{"leave 2", "quit", "mine 2", "undo", "quit"},
			strings.Replace(van, "        note: Big", "        owner: Ben\n        note: Big", 1),
		},
		{"a file that cannot be read", "2026-11-26", []string{"who 1 Kim", "who 1 Sam", "quit"}, "format: nothing\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := newPlan(t, t.TempDir(), van, tt.today)
			defer r.file.Close()
			if tt.theirs != "" {
				if err := os.WriteFile(r.path, []byte(tt.theirs), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			transcript, left := r.ask(t.Context(), tt.lines...)
			if !left {
				t.Error("they have not left by choice")
			}
			golden.RequireEqual(t, strings.ReplaceAll(transcript, r.path, "plan.yaml"))
		})
	}
}

// TestPlanOfTwoWhoAdd has somebody else add an action with the id that the one of this person has, too.
func TestPlanOfTwoWhoAdd(t *testing.T) {
	r := newPlan(t, t.TempDir(), van, "2026-11-26")
	defer r.file.Close()
	theirs := van + "      - id: own-4\n        do: Dance.\n"
	if err := os.WriteFile(r.path, []byte(theirs), 0o600); err != nil {
		t.Fatal(err)
	}
	transcript, _ := r.ask(t.Context(), "add Clap.", "5", "Kim", "10 dec", "quit")
	if !strings.Contains(transcript, "It is action 5.") {
		t.Errorf("it is not said which action it is:\n%s", transcript)
	}
	text, err := os.ReadFile(r.path)
	if err != nil || string(text) != theirs+"      - id: own-5\n        do: Clap.\n        owner: Kim\n        due: 2026-12-10\n" {
		t.Errorf("%v\n%s", err, text)
	}
}

// TestPlanSaysHowItIsNow has somebody else change the day of an action while one says who does it, and then leave it out.
func TestPlanSaysHowItIsNow(t *testing.T) {
	for _, tt := range []struct{ theirs, said, unsaid string }{
		{strings.Replace(van, "2026-11-15", "2026-12-24", 1), "By when? Now: Thursday, 24 December 2026.", "November"},
		{strings.Replace(van, "        due: 2026-11-15\n", "", 1), "By when? As in", "By when? Now"},
	} {
		r := newPlan(t, t.TempDir(), van, "2026-11-26")
		if err := os.WriteFile(r.path, []byte(tt.theirs), 0o600); err != nil {
			t.Fatal(err)
		}
		transcript, _ := r.ask(t.Context(), "1", "Kim", "", "quit")
		_, transcript, _ = strings.Cut(transcript, "Who does it?")
		if !strings.Contains(transcript, tt.said) || strings.Contains(transcript, tt.unsaid) {
			t.Errorf("%q or %q:\n%s", tt.said, tt.unsaid, transcript)
		}
		r.file.Close()
	}
}

func TestPlanOfAScript(t *testing.T) {
	for lines, said := range map[string]bool{"": false, "done 2\n": true, "quit\n": true} {
		r := newPlan(t, t.TempDir(), van, "2026-11-26")
		var out bytes.Buffer
		r.talk.In, r.talk.Out, r.talk.Scripted = strings.NewReader(lines), &out, true
		if !r.talk.Ask(t.Context()) || out.Len() > 0 != said {
			t.Errorf("%q: said %q", lines, out.String())
		}
		r.file.Close()
	}
}

func TestPlanEndsWithItsContext(t *testing.T) {
	r := newPlan(t, t.TempDir(), van, "2026-11-26")
	defer r.file.Close()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, left := r.ask(ctx, "done 2"); left {
		t.Error("they have left by choice")
	}
}

// TestPlanOfAnyLines types anything. After it, the file holds what was said, and nothing said acts on a terminal.
func TestPlanOfAnyLines(t *testing.T) {
	folder := t.TempDir()
	words := []string{"who", "when", "done", "drop", "note", "add", "leave", "take", "mine", "theirs", "undo", "list", "?", "", "1", "2", "7", "x", "\x1b[A"}
	texts := []string{"", "Ana", "fri", "in two weeks", "3/4", "-", "soon", "\x1b[31mred", "a\u202eb", strings.Repeat("漢", 90), strings.Repeat("x", 3000), "\xff", "- #: x"}
	rapid.Check(t, func(t *rapid.T) {
		r := newPlan(t, folder, van, "2026-11-26")
		defer r.file.Close()
		var lines []string
		for range rapid.IntRange(0, 12).Draw(t, "lines") {
			line := rapid.SampledFrom(words).Draw(t, "word")
			if rapid.Bool().Draw(t, "with more") {
				line += " " + rapid.SampledFrom([]string{"1", "2", "3", "4", "x"}).Draw(t, "number") + " " + rapid.SampledFrom(texts).Draw(t, "text")
			}
			lines = append(lines, line)
		}
		r.talk.In = strings.NewReader(strings.Join(lines, "\n"))
		var out bytes.Buffer
		r.talk.Out = &out
		r.talk.Ask(t.Context())
		if strings.ContainsAny(out.String(), "\x1b\u202e\r") {
			t.Fatalf("it acts on the terminal: %q", out.String())
		}
		text, err := os.ReadFile(r.path)
		if err != nil {
			t.Fatal(err)
		}
		plan, err := planfile.Read("plan.yaml", text, catalogue)
		if err != nil || !bytes.Equal(planfile.Format(plan), planfile.Format(r.table.Plan())) {
			t.Fatalf("%v\n%s\nafter\n%q", err, text, lines)
		}
	})
}

// TestPlanSaysThatADayIsFarOff has the year left out of a day that was not long ago: the next one is meant then, which may be
// wrong.
func TestPlanSaysThatADayIsFarOff(t *testing.T) {
	for lines, says := range map[string]bool{
		"when 1 10 nov": true, "when 1 10 dec": false, "when 1 10 nov 2028": false, "when 1 2026-11-10": false,
		"when 1 2027-10-10": false, "when 1 in 11 months": false, "when 1\n10 nov": true, "leave 1\nwhen 1 10 nov": false,
	} {
		r := newPlan(t, t.TempDir(), van, "2026-11-26")
		transcript, _ := r.ask(t.Context(), lines, "quit")
		r.file.Close()
		if got := strings.Contains(transcript, "That is next year."); got != says {
			t.Errorf("%s: says that it is next year: %v\n%s", lines, got, transcript)
		}
	}
}
