package plain

import (
	"cmp"
	"context"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/collect"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/assess/sheets"
)

// Sheets keys in sheets of paper, a line a sheet. A sheet is in its file before that is said.
type Sheets struct {
	Run *sheets.Run
	In  io.Reader
	Out io.Writer
	// Width returns the columns of the terminal that Out is, or 0 where it is none or they are not known. It may be nil.
	Width func() int
	// Scripted says that lines come from elsewhere than a person who waits. Blank ones then mean nothing, the number of a sheet that
	// is refused stays free, and the run ends where the disk takes no sheet.
	Scripted bool
	// Refused is how many lines were not taken.
	Refused int
}

// Ask reads lines until the person leaves, or there are no more. It reports whether that is so, and ctx was not canceled.
func (s *Sheets) Ask(ctx context.Context) bool {
	t := &sheetTalk{Sheets: s, console: newConsole(s.In, s.Out, s.Width)}
	t.say("Sheets of paper become files in %s.", safetext.Visible(s.Run.Folder))
	if !t.begin(ctx) {
		return ctx.Err() == nil
	}
	t.help()
	t.announce()
	for {
		line, err := t.readOf(ctx, t.Scripted)
		if err != nil || t.obey(line) {
			return ctx.Err() == nil
		}
	}
}

// sheetTalk is one run of Sheets.
type sheetTalk struct {
	*Sheets
	*console
	// failed is what was last said about why the half keyed sheet is not on disk.
	failed string
}

// begin asks what has to be known first. It reports whether somebody is still there.
func (t *sheetTalk) begin(ctx context.Context) bool {
	coalition, depth := "", assess.Quick
	if t.Run.AsksCoalition {
		t.say("What is the coalition called? All sheets are headed with this name. Enter leaves it empty.")
		name, ok := t.askName(ctx)
		if !ok {
			return false
		}
		coalition = name
	}
	if t.Run.AsksDepth {
		t.say("How many statements does a sheet have, 20 or 50?")
		asked, ok := t.askDepth(ctx)
		if !ok {
			return false
		}
		depth = asked
	}
	t.Run.Begin(coalition, depth)
	return true
}

// askName reads the name of the coalition. The line of a sheet is none.
func (t *sheetTalk) askName(ctx context.Context) (name string, ok bool) {
	for {
		line, err := t.read(ctx)
		if err != nil {
			return "", false
		}
		if !isSheet(line) {
			name, more := cut(clean(line), assess.MaxName)
			if more {
				t.say("A name has at most %d characters; the rest is cut.", assess.MaxName)
			}
			return name, true
		}
		t.Refused++
		t.say("This is the line of a sheet. First type the name of the coalition, or nothing.")
	}
}

// isSheet reports whether a line holds the answers of a sheet.
func isSheet(line string) bool {
	for _, statements := range []int{20, 50} {
		if _, err := collect.ReadLine(typed(line), statements); err == nil {
			return true
		}
	}
	return false
}

func (t *sheetTalk) askDepth(ctx context.Context) (d assess.Depth, ok bool) {
	for {
		line, err := t.read(ctx)
		if err != nil {
			return 0, false
		}
		switch strings.ToLower(typed(line)) {
		case "20", "quick":
			return assess.Quick, true
		case "50", "full":
			return assess.Full, true
		}
		t.Refused++
		t.say("Type 20 or 50.")
	}
}

// obey does what a line says. It reports whether the person leaves.
func (t *sheetTalk) obey(line string) (left bool) {
	word, rest, _ := strings.Cut(clean(line), " ")
	switch strings.ToLower(safetext.Narrow(word)) {
	case "", "q", string(wordQuit):
		return true
	case "?", string(wordHelp):
		t.help()
	case string(wordNote):
		t.note(rest)
	default:
		return t.sheet(line)
	}
	return false
}

// readOf reads a line. The blank ones of a script mean nothing.
func (c *console) readOf(ctx context.Context, scripted bool) (string, error) {
	for {
		line, err := c.read(ctx)
		if err != nil || !scripted || strings.TrimSpace(line) != "" {
			return line, err
		}
	}
}

func (t *sheetTalk) help() {
	t.say("Type a sheet in a line: for each of its %d statements 1 to 5, d for don't know, n for not applicable, or - where no box is crossed.",
		t.Run.Sheet.Statements())
	t.say("Blanks do not matter. Behind the last answer comes the role, if there is one: leader, staff, member or partner, its first letter, or - for none.")
	t.say("A note on a statement goes before the line of its sheet, as in: note 6 Asked twice.")
	t.say("Where the sheet has a number already, that goes before the line, as in: 7: 12345 ...")
	if !t.Scripted {
		t.say("An empty line ends it.")
	}
}

// announce says which sheet comes next.
func (t *sheetTalk) announce() {
	s := t.Run.Sheet
	if t.Run.Former > 0 {
		t.say("There is another sheet %d by now.", t.Run.Former)
		t.Run.Former = 0
	}
	if s.Keyed() > 0 {
		t.say("Sheet %d was left after %d of %d statements. Type all of it.", s.Number, s.Keyed(), s.Statements())
		return
	}
	t.say("Write %d on the sheet, and type its line.", s.Number)
}

// sheet writes the sheet that a line holds. It reports whether the run ends, as a script does where the disk takes no sheet.
func (t *sheetTalk) sheet(line string) (ends bool) {
	s := t.Run.Sheet
	number, line := cutNumber(typed(line))
	read, err := collect.ReadLine(line, s.Statements())
	switch {
	case err != nil:
		t.refuse(cmp.Or(number, s.Number), err)
		return false
	case number > 0 && number != s.Number && !t.Run.Renumber(number):
		t.Refused++
		t.say("Sheet %d was not taken, because it is there already. To correct it, key it again with --check.", number)
		return false
	}
	s.Fill(read)
	t.Run.Keep()
	done, err := t.Run.Finish()
	taken, isTaken := errors.AsType[*sheets.TakenError](err)
	if isTaken {
		t.say("There is another sheet %d by now. Write %d on this one.", taken.Was, taken.Now)
		done, err = t.Run.Finish()
	}
	if err != nil {
		t.notWritten(err)
		return t.Scripted
	}
	t.say("Sheet %d is in %s.", s.Number, safetext.Visible(done.Written))
	t.sayKept()
	t.announce()
	return false
}

// refuse says why the line of a sheet is not taken. The number of a script's sheet stays free, because the papers may be numbered
// already.
func (t *sheetTalk) refuse(number int, err error) {
	t.Refused++
	t.say("Sheet %d was not taken: %v.", number, err)
	if !t.Scripted || number != t.Run.Sheet.Number {
		return
	}
	noted := !t.Run.Sheet.Untouched()
	t.Run.Pass()
	t.say("Its number stays free. Correct the line, and give it again with the number before it, as in: %d: 12345 ...", number)
	if noted {
		t.say("Its notes were left out, too.")
	}
}

// notWritten says why a sheet could not be written.
func (t *sheetTalk) notWritten(err error) {
	t.Refused++
	number, why := t.Run.Sheet.Number, safetext.VisibleLines(err.Error())
	if t.Scripted {
		t.say("Sheet %d could not be written: %s. Lines behind it were not read.", number, why)
		return
	}
	t.say("Sheet %d could not be written: %s. Type it again.", number, why)
}

// cutNumber returns the number of a sheet that stands before its line, or 0, and the line.
func cutNumber(line string) (number int, rest string) {
	before, rest, found := strings.Cut(line, ":")
	number, err := strconv.Atoi(strings.TrimSpace(before))
	if !found || err != nil || number < 1 || number > mostNumber {
		return 0, line
	}
	return number, rest
}

// mostNumber is the highest number that a sheet may be given.
const mostNumber = 99_999

// note writes a note on the topic of a statement of the sheet that comes next.
func (t *sheetTalk) note(text string) {
	s := t.Run.Sheet
	number, text, _ := strings.Cut(strings.TrimSpace(text), " ")
	n, err := strconv.Atoi(safetext.Narrow(number))
	if err != nil || n < 1 || n > s.Statements() || text == "" {
		t.Refused++
		t.say("Say on which statement the note is, and what it says, as in: note 6 Asked twice.")
		return
	}
	text, more := cut(strings.TrimSpace(text), assess.MaxNote)
	if more {
		t.say("The note was longer than %d characters and has been cut there.", assess.MaxNote)
	}
	topic := s.Place(n - 1).Topic
	s.Answers.Topics[topic].Note = text
	t.Run.Keep()
	t.say("Sheet %d has a note on %s.", s.Number, t.Run.Catalogue.Topics[topic].Label)
	t.sayKept()
}

// sayKept says once where what is not in a file yet is not on disk either.
func (t *sheetTalk) sayKept() {
	text := ""
	if t.Run.DraftErr != nil {
		text = safetext.VisibleLines(t.Run.DraftErr.Error())
	}
	if text != "" && text != t.failed {
		t.say("What is half keyed is not on disk for now: %s", text)
	}
	t.failed = text
}
