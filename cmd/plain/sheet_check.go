package plain

import (
	"context"
	"io"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/collect"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/assess/sheets"
)

// SheetCheck keys sheets again, a line a sheet.
type SheetCheck struct {
	Check *sheets.Check
	In    io.Reader
	Out   io.Writer
	// Width, Scripted and Refused are those of Sheets.
	Width    func() int
	Scripted bool
	Refused  int
}

// Ask reads lines until all sheets are checked, the person leaves, or there are no more. It reports whether that is so, and ctx was
// not canceled.
func (c *SheetCheck) Ask(ctx context.Context) bool {
	t := &checkTalk{SheetCheck: c, console: newConsole(c.In, c.Out, c.Width)}
	t.help()
	for c.Check.Sheet != nil {
		t.announce()
		line, err := t.readOf(ctx, c.Scripted)
		if err != nil || t.obey(ctx, line) {
			break
		}
	}
	return ctx.Err() == nil
}

// checkTalk is one run of a SheetCheck.
type checkTalk struct {
	*SheetCheck
	*console
}

func (t *checkTalk) help() {
	if t.Scripted {
		t.say("Type the line of each sheet again. What differs is asked; skip leaves a sheet unchecked, and q ends it.")
		return
	}
	t.say("Type the line of each sheet again. What differs is asked; skip leaves a sheet unchecked, and an empty line ends it.")
}

// announce says which sheet to take: by its file, too, where several have its number.
func (t *checkTalk) announce() {
	number := t.Check.Sheet.Number
	if file, twice := t.Check.File(); twice {
		t.say("Several files are sheet %d. Take the sheet that is in %s, and type its line.", number, safetext.Visible(file))
		return
	}
	t.say("Take sheet %d, and type its line.", number)
}

// obey does what a line says. It reports whether the person leaves.
func (t *checkTalk) obey(ctx context.Context, line string) (left bool) {
	s := t.Check.Sheet
	switch strings.ToLower(typed(line)) {
	case "", "q", string(wordQuit):
		return true
	case string(wordSkip):
		t.Check.Skip()
		return false
	case "?", string(wordHelp):
		t.help()
		return false
	}
	read, err := collect.ReadLine(typed(line), s.Statements())
	if err != nil {
		t.Refused++
		t.say("Sheet %d was not taken: %v.", s.Number, err)
		return false
	}
	s.Fill(read)
	switch t.settle(ctx) {
	case gone:
		return true
	case skipped:
		t.Check.Skip()
		return false
	case refused:
		return false
	case taken:
	}
	switch done := t.Check.Finish(); {
	case done.Err != nil:
		t.say("Sheet %d could not be corrected: %s.", done.Number, safetext.VisibleLines(done.Err.Error()))
	case done.Corrected > 0:
		t.say("Sheet %d is corrected in %s.", done.Number, safetext.Visible(done.File))
	default:
		t.say("Sheet %d is right.", done.Number)
	}
	return false
}

// settle asks about all that differs, and first whether it is the same sheet where most does.
func (t *checkTalk) settle(ctx context.Context) decided {
	differences := t.Check.Differences()
	if sheets.MostDiffer(t.Check.Sheet, differences) {
		if answer := t.confirm(ctx); answer != taken {
			return answer
		}
	}
	for _, d := range differences {
		if answer := t.decide(ctx, d); answer != taken {
			return answer
		}
	}
	return taken
}

// confirm asks whether a sheet of which most differs is the one that it is compared with.
func (t *checkTalk) confirm(ctx context.Context) decided {
	file, _ := t.Check.File()
	t.say("Most of it differs from %s. Is this the same sheet, number %d?", safetext.Visible(file), t.Check.Sheet.Number)
	const help = "Type yes to be asked what differs, no to type a line again, or skip to leave the sheet unchecked."
	t.say(help)
	for {
		line, err := t.readOf(ctx, t.Scripted)
		if err != nil {
			return gone
		}
		switch strings.ToLower(typed(line)) {
		case "yes", "y":
			return taken
		case "no":
			return refused
		case string(wordSkip):
			return skipped
		case "", "q", string(wordQuit):
			return gone
		case "?", string(wordHelp):
		default:
			t.Refused++
		}
		t.say(help)
	}
}

// decided says what came of a question about a difference.
type decided uint8

const (
	taken decided = iota
	skipped
	refused
	gone
)

// decide asks what stands on the paper.
func (t *checkTalk) decide(ctx context.Context, d sheets.Difference) decided {
	s := t.Check.Sheet
	role := d.At == s.Statements()
	if role {
		t.say("The role was keyed as %s first, and as %s now. Which one stands on the sheet? Type it, or - for none.",
			roleWord(d.FirstRole), roleWord(d.NowRole))
	} else {
		t.say("Statement %d, %q, was keyed as %s first, and as %s now. What stands on the sheet?",
			d.At+1, assess.Statement(t.Check.Catalogue, s.Place(d.At)), collect.SignOf(d.First), collect.SignOf(d.Now))
	}
	help := "Type 1 to 5, d, n or -; skip leaves the sheet unchecked, and q ends it."
	if role {
		help = "Type leader, staff, member, partner or -; skip leaves the sheet unchecked, and q ends it."
	}
	for {
		line, err := t.readOf(ctx, t.Scripted)
		if err != nil {
			return gone
		}
		text := typed(line)
		switch strings.ToLower(text) {
		case string(wordSkip):
			return skipped
		case "", "q", string(wordQuit):
			return gone
		case "?", string(wordHelp):
			t.say("%s", help)
			continue
		}
		if t.answer(text, d) {
			return taken
		}
		t.Refused++
		t.say("%s", help)
	}
}

// answer takes what stands on the paper. It reports whether the text says that.
func (t *checkTalk) answer(text string, d sheets.Difference) bool {
	if d.At == t.Check.Sheet.Statements() {
		role := collect.RoleOf(text)
		if role == "" && text != "-" {
			return false
		}
		t.Check.DecideRole(role)
		return true
	}
	signs := []rune(text)
	if len(signs) != 1 {
		return false
	}
	r, ok := collect.RatingOf(signs[0])
	if ok {
		t.Check.Decide(d.At, r)
	}
	return ok
}

func roleWord(r assess.Role) string {
	if r == "" {
		return "none"
	}
	return string(r)
}
