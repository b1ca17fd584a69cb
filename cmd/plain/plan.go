package plain

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Plan changes a plan line by line: who does what by when. Every change is in the file before it is said.
type Plan struct {
	Table     *planfile.Table
	File      *planfile.File
	Catalogue *pitfalls.Catalogue
	// Today is the day as of which actions are late. It has the table's.
	Today time.Time
	In    io.Reader
	Out   io.Writer
	// Width returns the columns of the terminal that Out is, or 0 where it is none or they are not known. It may be nil.
	Width func() int
	// Scripted says that lines come from elsewhere than a person who waits: without any, nothing is said.
	Scripted bool
}

// Ask reads lines until the person leaves, or there are no more. It reports whether that is so, and ctx was not canceled.
func (p *Plan) Ask(ctx context.Context) bool {
	t := &planTalk{Plan: p, console: newConsole(p.In, p.Out, p.Width)}
	if p.Scripted {
		first, err := t.lines.next(ctx)
		if err != nil {
			return ctx.Err() == nil
		}
		t.begin()
		fmt.Fprint(t.out, "> ")
		if t.obey(ctx, first) {
			return true
		}
	} else {
		t.begin()
	}
	for {
		line, err := t.read(ctx)
		if err != nil || t.obey(ctx, line) {
			return ctx.Err() == nil
		}
	}
}

// planTalk is one run of a Plan.
type planTalk struct {
	*Plan
	*console
	// failed is what was last said about why the plan is not in its file.
	failed string
	// warned is true once it was said that something is undecided.
	warned bool
}

// planWord is what a line begins with.
type planWord string

const (
	planWho    planWord = "who"
	planWhen   planWord = "when"
	planDone   planWord = "done"
	planDrop   planWord = "drop"
	planNote   planWord = "note"
	planAdd    planWord = "add"
	planLeave  planWord = "leave"
	planTake   planWord = "take"
	planMine   planWord = "mine"
	planTheirs planWord = "theirs"
	planUndo   planWord = "undo"
	planList   planWord = "list"
	planHelp   planWord = "help"
	planQuit   planWord = "quit"
)

// planShort holds the other spellings of the words. The letters are the keys of the screen.
var planShort = map[string]planWord{
	"o": planWho, "owner": planWho, "d": planWhen, "by": planWhen, "due": planWhen, "x": planDrop, "dropped": planDrop, "m": planNote,
	"a": planAdd, "l": planLeave, "y": planMine, "t": planTheirs, "u": planUndo, "?": planHelp, "q": planQuit, "exit": planQuit,
}

// obey does what a line says. It reports whether the person leaves.
func (t *planTalk) obey(ctx context.Context, line string) (left bool) {
	text := clean(line)
	first, rest, _ := strings.Cut(text, " ")
	word := planWord(strings.ToLower(safetext.Narrow(first)))
	if long, ok := planShort[string(word)]; ok {
		word = long
	}
	rest = strings.TrimSpace(rest)
	switch word {
	case "":
	case planQuit:
		return t.mayLeave()
	case planHelp:
		t.help()
	case planList:
		t.list()
	case planUndo:
		t.undo()
	case planAdd:
		t.add(rest)
	default:
		if r := t.numbered(string(word)); r != nil {
			t.whoAndWhen(ctx, r)
			return false
		}
		t.onRow(ctx, word, rest, line)
	}
	return false
}

// onRow does what is said about the action whose number follows.
func (t *planTalk) onRow(ctx context.Context, word planWord, rest, line string) {
	do := map[planWord]func(r *planfile.Row, text string){
		planWho:    func(r *planfile.Row, text string) { t.who(ctx, r, text) },
		planWhen:   func(r *planfile.Row, text string) { t.when(ctx, r, text) },
		planNote:   t.note,
		planDone:   func(r *planfile.Row, _ string) { t.change(r.Key, t.Table.Tick(r.Key)) },
		planDrop:   func(r *planfile.Row, _ string) { t.change(r.Key, t.Table.Drop(r.Key)) },
		planLeave:  func(r *planfile.Row, _ string) { t.change(r.Key, t.Table.Leave(r.Key)) },
		planTake:   func(r *planfile.Row, _ string) { t.change(r.Key, t.Table.Adopt(r.Key)) },
		planMine:   func(r *planfile.Row, _ string) { t.choose(r, true) },
		planTheirs: func(r *planfile.Row, _ string) { t.choose(r, false) },
	}[word]
	if do == nil {
		t.say("%s is not known here. Type ? for help.", quoted(line))
		return
	}
	number, text, _ := strings.Cut(rest, " ")
	r := t.numbered(safetext.Narrow(number))
	if r == nil {
		t.say("Say which action by its number, as in: %s 1", word)
		return
	}
	do(r, strings.TrimSpace(text))
}

// numbered returns the action with a number of the list, or nil.
func (t *planTalk) numbered(number string) *planfile.Row {
	rows := t.Table.Rows()
	n, err := strconv.Atoi(strings.TrimRight(number, ".):"))
	if err != nil || n < 1 || n > len(rows) {
		return nil
	}
	return &rows[n-1]
}

// whoAndWhen reads an action out and asks who does it, and by when.
func (t *planTalk) whoAndWhen(ctx context.Context, r *planfile.Row) {
	t.readOut(r)
	if r.Left {
		t.refused(planfile.ErrLeftOut)
		return
	}
	if !t.who(ctx, r, "") {
		return
	}
	if r = t.row(r.Key); r.Left { // by somebody else, since
		t.refused(planfile.ErrLeftOut)
		return
	}
	t.when(ctx, r, "")
}

// row returns an action as it is now.
func (t *planTalk) row(key planfile.Key) *planfile.Row {
	rows := t.Table.Rows()
	return &rows[slices.IndexFunc(rows, func(r planfile.Row) bool { return r.Key == key })]
}

// who sets who does an action: as was said, or else it asks. It reports whether somebody is still there.
func (t *planTalk) who(ctx context.Context, r *planfile.Row, name string) bool {
	if name == "" {
		if r.Owner == "" {
			t.say("Who does it? Enter leaves it open.")
		} else {
			t.say("Who does it? Now: %s. Enter keeps it, and - takes it away.", r.Owner)
		}
		line, err := t.read(ctx)
		if err != nil {
			return false
		}
		if name = clean(line); name == "" {
			return true
		}
	}
	if planfile.TakesAway(name) {
		name = ""
	}
	t.change(r.Key, t.Table.Set(r.Key, planfile.FieldOwner, name))
	return true
}

// when sets by when an action is due: as was said, or else it asks until it understands.
func (t *planTalk) when(ctx context.Context, r *planfile.Row, text string) {
	if text == "" {
		if r.Due == "" {
			t.say("By when? As in 10 dec, fri, in two weeks or 2026-12-10. Enter leaves it open.")
		} else {
			t.say("By when? Now: %s. Enter keeps it, and - takes it away.", planDay(r.Due))
		}
		line, err := t.read(ctx)
		if err != nil {
			return
		}
		if text = clean(line); text == "" {
			return
		}
	}
	day, err := planfile.DayOf(text, t.Today)
	switch {
	case planfile.TakesAway(text):
		t.change(r.Key, t.Table.Set(r.Key, planfile.FieldDue, ""))
	case errors.Is(err, planfile.ErrTwoDays):
		t.say("%s may be one of two days, so nothing was changed. Write the month as a word, as in 4 mar.", quoted(text))
	case err != nil:
		t.say("%s is not a day, so nothing was changed. Write it as in 10 dec, fri, in two weeks or 2026-12-10.", quoted(text))
	default:
		changed := t.change(r.Key, t.Table.Set(r.Key, planfile.FieldDue, day.Format(time.DateOnly)))
		if changed && planfile.FarOff(text, t.Today) {
			t.say("That is next year. If you meant a day that is over, write its year, too.")
		}
	}
}

// note writes, reads or removes the note on an action.
func (t *planTalk) note(r *planfile.Row, text string) {
	switch {
	case text == "" && r.Note == "":
		t.say("There is no note on this action yet. Type note, its number and then your text.")
	case text == "":
		t.say("Note: %s", r.Note)
	case strings.EqualFold(text, string(wordClear)):
		err := t.Table.Set(r.Key, planfile.FieldNote, "")
		if errors.Is(err, planfile.ErrLeftOut) {
			t.refused(err)
			return
		}
		t.save()
		t.say("The note is removed.")
		t.sayAction(r.Key)
	default:
		kept, more := cut(text, planfile.MaxNote)
		if more {
			t.say("The note was longer than %d characters and has been cut there.", planfile.MaxNote)
		}
		if err := t.Table.Set(r.Key, planfile.FieldNote, kept); err == nil || errors.Is(err, planfile.ErrNothing) {
			t.save()
			t.say("The note is kept.")
			t.sayAction(r.Key)
		} else {
			t.refused(err)
		}
	}
}

// add adds an action to the last step.
func (t *planTalk) add(text string) {
	if text == "" {
		t.say("Type add and what shall be done, as in: add Ask the county about the van.")
		return
	}
	key, err := t.Table.Add("", text)
	if err != nil {
		t.refused(err)
		return
	}
	t.save()
	for n, r := range t.Table.Rows() {
		if r.Key == key {
			t.say("It is action %d. Type %d to say who does it and by when.", n+1, n+1)
		}
	}
}

func (t *planTalk) undo() {
	c, err := t.Table.Undo()
	switch {
	case errors.Is(err, planfile.ErrNothing):
		t.say("There is no change to take back.")
	case errors.Is(err, planfile.ErrOverwritten):
		t.say("Somebody else has changed that since, so it stays as it is.")
	case c.Added:
		t.save()
		t.say("The action that you added is gone: %s", c.Do)
	default:
		t.save()
		t.sayAction(c.Key)
	}
}

// choose ends the first conflict about an action.
func (t *planTalk) choose(r *planfile.Row, mine bool) {
	for _, c := range t.Table.Conflicts() {
		if c.Key == r.Key {
			t.change(r.Key, t.Table.Choose(c, mine))
			return
		}
	}
	t.say("Nobody else has changed this action.")
}

// change says why a change was refused; or it saves it, says which action it is and how it is now, and returns true.
func (t *planTalk) change(key planfile.Key, err error) bool {
	if err != nil && !errors.Is(err, planfile.ErrNothing) {
		t.refused(err)
		return false
	}
	t.save()
	t.sayAction(key)
	return true
}

// save writes the plan into its file, and says what came of that.
func (t *planTalk) save() {
	merged, err := t.File.Save(t.Table)
	if err != nil {
		if text := safetext.VisibleLines(err.Error()); text != t.failed {
			t.failed = text
			t.say("This is not on disk for now: %s", text)
			t.say("You can go on: coalcheck keeps it in memory and tries again after every change.")
		}
	} else if t.failed != "" {
		t.failed = ""
		t.say("All is on disk again.")
	}
	if merged > 0 {
		t.sayMerged(merged)
	}
}

// mayLeave reports whether the person may leave: where something is undecided, it says so once.
func (t *planTalk) mayLeave() bool {
	if len(t.Table.Conflicts()) == 0 || t.warned {
		return true
	}
	t.warned = true
	t.say("Some of what you wrote is undecided, because somebody else has changed the same:")
	t.sayConflicts()
	t.say("Type quit again to leave all the same.")
	return false
}
