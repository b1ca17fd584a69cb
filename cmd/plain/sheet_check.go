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
	// Width is that of Sheets, and Refused, too.
	Width   func() int
	Refused int
}

// Ask reads lines until all sheets are checked, the person leaves, or there are no more. It reports whether that is so, and ctx was
// not canceled.
func (c *SheetCheck) Ask(ctx context.Context) bool {
	t := &checkTalk{SheetCheck: c, console: newConsole(c.In, c.Out, c.Width)}
	t.say("Type the line of each sheet again. What differs is asked; skip leaves a sheet unchecked, and an empty line ends it.")
	for c.Check.Sheet != nil {
		t.say("Take sheet %d, and type its line.", c.Check.Sheet.Number)
		line, err := t.read(ctx)
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

// obey does what a line says. It reports whether the person leaves.
func (t *checkTalk) obey(ctx context.Context, line string) (left bool) {
	s := t.Check.Sheet
	switch strings.ToLower(typed(line)) {
	case "", "q", string(wordQuit):
		return true
	case string(wordSkip):
		t.Check.Skip()
		return false
	}
	read, err := collect.ReadLine(typed(line), s.Statements())
	if err != nil {
		t.Refused++
		t.say("Sheet %d was not taken: %v.", s.Number, err)
		return false
	}
	s.Fill(read)
	differences := t.Check.Differences()
	if sheets.MostDiffer(s, differences) {
		t.say("Most of it differs. Is this sheet %d? If not, skip leaves it unchecked.", s.Number)
	}
	for _, d := range differences {
		switch t.decide(ctx, d) {
		case gone:
			return true
		case skipped:
			t.Check.Skip()
			return false
		case taken:
		}
	}
	switch done, err := t.Check.Finish(); {
	case err != nil:
		t.say("Sheet %d could not be corrected: %s.", done.Number, safetext.VisibleLines(err.Error()))
	case done.Corrected > 0:
		t.say("Sheet %d is corrected in %s.", done.Number, safetext.Visible(done.File))
	default:
		t.say("Sheet %d is right.", done.Number)
	}
	return false
}

// decided says what came of a question about a difference.
type decided uint8

const (
	taken decided = iota
	skipped
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
	for {
		line, err := t.read(ctx)
		if err != nil {
			return gone
		}
		text := typed(line)
		if strings.EqualFold(text, string(wordSkip)) {
			return skipped
		}
		if r := collect.RoleOf(text); role && (r != "" || text == "-") {
			t.Check.DecideRole(r)
			return taken
		}
		if signs := []rune(text); !role && len(signs) == 1 {
			if r, ok := collect.RatingOf(signs[0]); ok {
				t.Check.Decide(d.At, r)
				return taken
			}
		}
		t.Refused++
		t.say("%s", map[bool]string{true: "Type leader, staff, member, partner or -.", false: "Type 1 to 5, d, n or -."}[role])
	}
}

func roleWord(r assess.Role) string {
	if r == "" {
		return "none"
	}
	return string(r)
}
