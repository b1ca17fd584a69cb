package plain_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// script is a quick or full run as it is typed, beside the answers that it must give.
type script struct {
	lines   []string
	session *assess.Session
	// after holds a copy of the unfinished run after each line.
	after []*assess.Answers
}

func (s *script) typed(line string) {
	s.lines = append(s.lines, line)
	s.after = append(s.after, s.session.Draft())
}

var (
	words = rapid.StringMatching(`[A-Za-zäé][A-Za-z äé'#:]{2,20}[a-z]`)
	roles = rapid.SampledFrom(append([]assess.Role{""}, assess.Roles()...))
)

// drawScript types a whole run with detours: back, skip, clear, notes, help and mistakes.
func drawScript(t *rapid.T) *script {
	s := &script{session: assess.NewSession(catalogue, rapid.SampledFrom([]assess.Depth{assess.Full, assess.Quick}).Draw(t, "depth"))}
	a := s.session.Answers
	a.Coalition = words.Draw(t, "coalition")
	s.typed(a.Coalition)
	a.Respondent = words.Draw(t, "respondent")
	s.typed(a.Respondent)
	a.Role = roles.Draw(t, "role")
	s.typed(string(a.Role))
	for more := true; more; {
		more = s.drawReply(t)
	}
	s.typed("")
	return s
}

// drawReply types one reply to the current statement and reports whether another one follows.
func (s *script) drawReply(t *rapid.T) bool {
	at := s.session.At
	more := true
	switch rapid.IntRange(0, 10).Draw(t, "reply") {
	case 10:
		s.session.Undo()
		s.typed(rapid.SampledFrom([]string{"undo", "u", "UNDO"}).Draw(t, "undo"))
	case 0:
		if at != s.session.Places()[0] {
			s.session.Back()
			s.typed("back")
		}
	case 1:
		s.session.Rate(at, assess.Unanswered)
		s.typed("clear")
	case 2:
		s.session.Answers.Topics[at.Topic].Note = words.Draw(t, "note")
		s.typed("note " + s.session.Answers.Topics[at.Topic].Note)
	case 3:
		s.typed(rapid.SampledFrom([]string{"?", "7", "0", "yes", "note", "4 4", "\x1b[A"}).Draw(t, "mistake"))
	case 4:
		more = s.session.Next()
		s.typed(rapid.SampledFrom([]string{"", "skip", "  "}).Draw(t, "skip"))
	default:
		r := assess.Rating(rapid.IntRange(int(assess.Lowest), int(assess.NotApplicable)).Draw(t, "rating"))
		s.session.Rate(at, r)
		more = s.session.Next()
		label := r.Label(s.session.Scale(at))
		s.typed(rapid.SampledFrom([]string{r.String(), label, strings.ToUpper(label), " " + r.String() + "\r"}).Draw(t, "spelling"))
	}
	return more
}

// play types lines and returns the answers and what was saved last.
func (s *script) play(lines []string) (answers, saved *assess.Answers, err error) {
	r := newRun(s.session.Depth)
	r.in, r.out = strings.NewReader(strings.Join(append(lines, ""), "\n")), io.Discard
	answers, err = r.ask(context.Background())
	return answers, r.kept, err
}

func TestWhatIsTypedIsAnswered(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScript(t)
		// The last line answers the question about the focus, which is not asked where nothing is pressing or on watch.
		got, _, err := s.play(append(slices.Clone(s.lines), ""))
		if err != nil {
			t.Fatal(err)
		}
		if want := s.session.Finished(); !reflect.DeepEqual(got, want) {
			t.Fatalf("typed %q\ngot\n%s\nwant\n%s", s.lines, answersfile.Format(got, catalogue), answersfile.Format(want, catalogue))
		}
		// The same answers in a file are the same answers.
		read, err := answersfile.Read("answers.yaml", answersfile.Format(got, catalogue), catalogue)
		if err != nil || !reflect.DeepEqual(read, got) {
			t.Fatalf("the file holds %+v, %v; want %+v", read, err, got)
		}
	})
}

func TestEndOfInputLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScript(t)
		n := rapid.IntRange(0, len(s.lines)-1).Draw(t, "lines")
		left, saved, err := s.play(s.lines[:n:n])
		if !errors.Is(err, interview.ErrLeft) {
			t.Fatalf("after %q the error is %v", s.lines[:n], err)
		}
		if n == 0 {
			if saved != nil {
				t.Fatal("saved before the first answer")
			}
			return
		}
		if want := s.after[n-1]; !reflect.DeepEqual(saved, want) {
			t.Fatalf("typed %q\nsaved\n%s\nwant\n%s", s.lines[:n], answersfile.Format(saved, catalogue), answersfile.Format(want, catalogue))
		}
		if !reflect.DeepEqual(left, saved) {
			t.Fatalf("typed %q\nleft\n%s\nsaved\n%s", s.lines[:n], answersfile.Format(left, catalogue), answersfile.Format(saved, catalogue))
		}
	})
}

func TestEndOfInputAtEveryByte(t *testing.T) {
	script := strings.Join(lines(
		[]string{"Riverside", "Chair", "leader", "quick", "5", "often", "note Ask the board.", "back", "", "review", "20", "d", "4"},
		repeat("4", 17), []string{"", "1 2"},
	), "\n")
	for n := range len(script) {
		r := newRun(assess.Full)
		r.Depth = nil
		r.in, r.out = strings.NewReader(script[:n]), io.Discard
		_, err := r.ask(t.Context())
		// The last answer is to a question that already takes its first digit.
		if whole := n == len(script)-1 || n == len(script)-2; whole && err != nil || !whole && !errors.Is(err, interview.ErrLeft) {
			t.Errorf("after %q the error is %v", script[:n], err)
		}
	}
}

func TestAnyInputGivesASoundFile(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hostile := rapid.SliceOfN(rapid.OneOf(
			rapid.Map(rapid.SliceOfN(rapid.Byte(), 0, 30), func(b []byte) string { return string(b) }),
			rapid.String(),
			rapid.SampledFrom([]string{"\x1b]0;title\x07", "\u202eabc", "a\u2028b", "\x9b2J", strings.Repeat("ü", 90), strings.Repeat("x", 2100), "\ufeff", "\ufffe", "\uffff", "a\rb\tc", "=1+1", "-a\n@b", "\t=1", `{x="y"}: # % =`}),
		), 4, 4).Draw(t, "hostile")
		r := newRun(assess.Quick)
		var out bytes.Buffer
		r.out = &out
		r.in = strings.NewReader(fmt.Sprintf("%s\n%s\n\nnote %s\n4\n%s\n", hostile[0], hostile[1], hostile[2], hostile[3]))
		if _, err := r.ask(context.Background()); !errors.Is(err, interview.ErrLeft) {
			t.Fatal(err)
		}
		if r.kept != nil {
			if _, err := answersfile.Read("draft.yaml", answersfile.Format(r.kept, catalogue), catalogue); err != nil {
				t.Fatalf("%q gives a bad file: %v", hostile, err)
			}
		}
		for line := range strings.Lines(out.String()) {
			if safetext.BeginsFormula(strings.TrimSuffix(line, "\n")) || strings.Contains(line, "\t") {
				t.Fatalf("%q brings a formula to a spreadsheet: %q", hostile, line)
			}
		}
		for _, c := range out.String() {
			if c != '\n' && c < ' ' || c >= 0x7f && c <= 0x9f || c >= 0x2028 && c <= 0x202e {
				t.Fatalf("%q brings %U to the screen", hostile, c)
			}
		}
	})
}

func TestReadersOfPipesGetEveryLine(t *testing.T) {
	// All lines come in one read, and nothing of them is lost between one question and the next.
	r := newRun(assess.Full)
	typed := lines([]string{"\ufeffRiverside", "", ""}, repeat("d", 50), []string{""})
	r.in, r.out = strings.NewReader(strings.Join(typed, "\r\n")), io.Discard
	got, err := r.ask(t.Context())
	if err == nil {
		t.Fatalf("the empty last line has no end, and yet it finished: %+v", got)
	}
	r.in = strings.NewReader(strings.Join(typed, "\r\n") + "\r\n")
	got, err = r.ask(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if got.Coalition != "Riverside" || len(assess.ResumeSession(catalogue, got.Clone(), assess.Full).Open()) != 0 {
		t.Errorf("got %+v", got)
	}
	if got.Topics[pitfalls.PitfallCount].Questions[0].Rating() != assess.DontKnow {
		t.Errorf("the first pill is %+v", got.Topics[pitfalls.PitfallCount])
	}
}
