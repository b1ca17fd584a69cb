// Package wizard is the questionnaire on the full screen: it asks, keeps every answer as it is given, and ends with the
// plan.
//
// Its screens are welcome, form, topic, note, help, review, focus, standout, plan, takeAway and rescue, and between the last ones the
// table of plantable. A workshop has present and hands instead of form and topic, and the screens of reveal instead of focus, standout
// and plan. What was found, asked and answered is in an interview.Run, which knows nothing of screens, and the history of screens in a
// tui.App, which knows nothing of questions.
package wizard

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/agenda"
	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/cmd/screens/reveal"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
)

// Options is what the wizard needs to know.
type Options struct {
	// Run is the interview that the wizard is a face of.
	Run      *interview.Run
	Terminal tui.Terminal

	// Report returns the plan as lines of at most width columns, and the line in which each of its sections begins.
	Report func(r *score.Result, width int) (lines []string, sections map[string]int)
	// Markdown returns the plan as Markdown, for copying it.
	Markdown func(r *score.Result) string
	// Example returns the result of an example, for looking at a plan before one begins. It may be nil.
	Example func() (*score.Result, error)
	// Plan is a plan file to open instead of answering. Without a name there is none.
	Plan PlanOffer
	// Today is the day as of which actions are late, and Now the clock by which a room talks.
	Today time.Time
	Now   func() time.Time
	// Minutes is how long a room has to talk that did not say how long.
	Minutes int
	// PlanFile opens the file for who does what by when. Without it that is not asked.
	PlanFile interview.OpenPlan
	// Folder is shown where the wizard asks for a name. It may be empty.
	Folder string
}

// PlanOffer is a plan file that lies where coalcheck was started.
type PlanOffer struct {
	// Name is the file, and Late how many of its actions are late.
	Name string
	Late int
	// Open is called when the person chooses the plan. The wizard then ends.
	Open func()
}

// Run asks until the plan was shown and the person leaves or saves the answers, which are in the interview then. The error
// is interview.ErrLeft when the person left before the plan, by q, Ctrl+C or a signal.
func Run(ctx context.Context, o Options) error {
	wiz := newWizard(o)
	defer wiz.closePlan()
	if err := wiz.Run(ctx); err != nil {
		return err
	}
	if !o.Run.Planned {
		return interview.ErrLeft
	}
	return nil
}

// wizard is an interview and the screens that it is shown on.
type wizard struct {
	*tui.App
	opts Options
	run  *interview.Run
	// reveal is what a room sees of its answers, or nil before that.
	reveal *reveal.Reveal
	// clocks measure how long the room talked about each topic, also where it went back to the review in between.
	clocks agenda.Clocks
	// deciding is who does what by when, or nil before that was asked.
	deciding *deciding
	// changed asks for the answers to be kept before the next frame.
	changed bool
	// revealed is true once the people of a workshop have seen what they answered. Who edits its file has.
	revealed bool
	// counting is the screen that counts the hands of a workshop, or nil. dropping is true once it was said that leaving
	// drops what it has not counted yet.
	counting *hands
	dropping bool
	// left is the topic whose last answer has turned the page with the last key, or noTopic. leaving is it for this key.
	left, leaving int
	// introduced says, by kind, in which halves one knows who is meant. at is the statement shown last, if there was one.
	introduced [2]bool
	at         *assess.Place
	// stoodOut is what the person was last told stands out.
	stoodOut string
	// things are what was offered to be taken away, with what was chosen there.
	things []interview.Thing
}

func newWizard(o Options) *wizard {
	wiz := &wizard{opts: o, run: o.Run, revealed: o.Run.Edit != nil, left: noTopic, leaving: noTopic}
	wiz.App = tui.NewApp(o.Terminal, tui.Frame{
		Title: wiz.coalition, Progress: wiz.progress, Warning: wiz.warning, Settle: wiz.settle, Leave: wiz.mayLeave, Keys: wiz.roomKeys,
		Kept: "Your answers are kept.",
	})
	if wiz.run.Edit == nil {
		wiz.Show(newWelcome(wiz))
		return wiz
	}
	wiz.run.Begin()
	wiz.stoodOut = newStandout(wiz, wiz.run.Score()).lead // which whoever finished the file has seen
	wiz.Restart(wiz.opening(), wiz.asking())
	wiz.Show(newReview(wiz, false))
	wiz.Say(editing(wiz.run))
	return wiz
}

// editing says which file is open, and where its answers are not what is shown.
func editing(r *interview.Run) string {
	if r.Offer.Unsaved != nil {
		return fmt.Sprintf("Unsaved changes to %s. To open it without them: --new.", filepath.Base(r.EditPath))
	}
	return "Editing " + filepath.Base(r.EditPath)
}

func (wiz *wizard) coalition() string {
	if wiz.run.Session == nil {
		return ""
	}
	return wiz.run.Session.Answers.Coalition
}

func (wiz *wizard) progress() (answered, all int) {
	if wiz.run.Session == nil {
		return 0, 0
	}
	return wiz.run.Answered(), len(wiz.run.Session.Places())
}

// warning says that answers are not being kept, except where that is being helped.
func (wiz *wizard) warning() string {
	switch {
	case wiz.saving() || wiz.run.Session == nil:
		return ""
	case wiz.run.DraftErr == nil && wiz.deciding != nil && wiz.reveal != nil:
		return wiz.deciding.screen.Warning()
	case wiz.run.DraftErr == nil:
		return ""
	}
	return "Not on disk for now; kept while this window is open."
}

// saving reports whether the screen asks where the answers go.
func (wiz *wizard) saving() bool {
	switch wiz.Top().(type) {
	case *rescue, *takeAway:
		return true
	}
	return false
}

// losesComments says that the comments of the edited file have no place in a file of this name, or "".
func (wiz *wizard) losesComments(path string) string {
	if !wiz.run.LosesComments(path) {
		return ""
	}
	return safetext.Visible("JSON has no comments: those in " + filepath.Base(wiz.run.EditPath) + " will not be in this file.")
}

// settle comes after each key, before its frame.
func (wiz *wizard) settle() {
	if wiz.reveal != nil {
		wiz.reveal.Settle()
	}
	wiz.dropping = wiz.dropping && wiz.Notice() == dropsCount
	wiz.left, wiz.leaving = wiz.leaving, noTopic
	wiz.introduce()
	wiz.decided()
	wiz.keep()
}

// turnFrom says that an answer on this topic has turned the page.
func (wiz *wizard) turnFrom(topic int) { wiz.leaving = topic }

// keep keeps the answers after a change, so that an answer is on the disk before it is seen as given. It is done in turn
// with the keys and not beside them. Where it fails, warning says so, and the next change tries again.
func (wiz *wizard) keep() {
	if wiz.changed {
		wiz.changed = false
		_ = wiz.run.Keep()
	}
}

// dropsCount is said before a count is dropped by leaving.
const dropsCount = "This count is not kept. Again to leave."

// mayLeave prepares for leaving. Where a count is half typed, it says so; where the answers or the plan could not be kept,
// it offers another place for them. A second request then ends the run all the same.
func (wiz *wizard) mayLeave() bool {
	if wiz.reveal != nil && !wiz.reveal.Keep() {
		return false
	}
	if wiz.deciding != nil && !wiz.deciding.screen.MayLeave() {
		return false
	}
	if wiz.counting != nil && len(wiz.counting.unfinished) > 0 && !wiz.dropping {
		wiz.dropping = true
		wiz.Say(dropsCount)
		return false
	}
	if wiz.losesPlan() && !wiz.saving() {
		wiz.finish()
		wiz.Say("Your plan is not on disk. Where else may it go?")
		return false
	}
	if wiz.run.NeedsRescue() && !wiz.saving() {
		wiz.Show(newRescue(wiz))
		return false
	}
	wiz.changed = wiz.run.GoToOpen() || wiz.changed
	return true
}

// opening returns the screen that asks who answers.
func (wiz *wizard) opening() tui.Screen {
	if wiz.run.CountsHands() {
		return newPresent(wiz)
	}
	return newForm(wiz)
}

// asking returns the screen that asks the statements.
func (wiz *wizard) asking() tui.Screen {
	if wiz.run.CountsHands() {
		return newHands(wiz)
	}
	return newTopic(wiz)
}

// statements returns a screen that asks the statements, for its keys: in the welcome there is no statement yet.
func (wiz *wizard) statements() tui.Screen {
	if wiz.run.CountsHands() {
		return &hands{wiz: wiz}
	}
	return &topic{wiz: wiz}
}

// roomKeys are keys of all screens that a room looks at.
func (wiz *wizard) roomKeys() []tui.Key {
	if !wiz.run.CountsHands() {
		return nil
	}
	return []tui.Key{tui.On(wiz.Blank, ".").Hint(8, ".", "blank").Help(".", "blank the screen until any key")}
}

// listKeys lists the keys of a screen.
func (wiz *wizard) listKeys(s tui.Screen) { wiz.Show(tui.NewKeyList(wiz.App, wiz.Keys(s))) }

// leaveKey leaves. The last row of the list of keys says so too.
func (wiz *wizard) leaveKey(rank int, use string) tui.Key {
	return tui.On(wiz.Leave, "q").Hint(rank, "q", use).Help("q  Ctrl+C", "leave; every answer is kept, and you can go on later")
}

// leaveUnsaved is what leaving means once the answers could be in a file.
const leaveUnsaved = "leave unsaved"

// ctrlC is the key that leaves a screen in which one writes.
func (wiz *wizard) ctrlC(rank int, use string) tui.Key {
	return tui.On(wiz.Leave, "ctrl+c").Hint(rank, "Ctrl+C", use)
}
