package wizard

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/render/style"
)

// welcome says what this is and, where an unfinished run was found, asks what to do with it.
type welcome struct {
	wiz     *wizard
	choices []choice
	chosen  int
	area    tui.Area
}

// choice is one way to go on. Where there is only one, the line of keys says use.
type choice struct {
	label, use string
	do         func(wiz *wizard)
}

// maxOthers is how many further runs are offered, so that there is space for them in a small window.
const maxOthers = 3

func newWelcome(wiz *wizard) *welcome {
	w := &welcome{wiz: wiz}
	offer := &wiz.run.Offer
	switch {
	case offer.LockErr != nil && wiz.run.Keeper == nil:
		w.choices = []choice{
			{label: "Begin a separate run", do: beginSeparate},
			{label: "Leave, and go on in the other window", do: func(wiz *wizard) { wiz.Leave() }},
		}
	case offer.Found != nil:
		w.choices = []choice{
			{label: "Go on where you stopped", do: goOn},
			{label: "Begin anew, keeping the old answers", do: keepAside},
			{label: "Begin anew, dropping the old answers", do: dropOld},
		}
		for i, o := range offer.Others[:min(len(offer.Others), maxOthers)] {
			other := choice{label: safetext.Visible(wiz.goOnWith(o.Answers)), do: func(wiz *wizard) { exchange(wiz, o.Path) }}
			w.choices = slices.Insert(w.choices, 1+i, other)
		}
		w.roomFirst()
	default:
		w.choices = []choice{{"Begin", "begin", beginAnew}}
		// A room would see what to answer.
		if wiz.opts.Example != nil && !wiz.run.CountsHands() {
			w.choices = append(w.choices, choice{label: "Look at an example plan", do: showExample})
		}
	}
	if offer := wiz.opts.Plan; offer.Name != "" {
		w.choices = append(w.choices, choice{label: safetext.Visible(openThePlan(offer)), do: func(wiz *wizard) {
			offer.Open()
			wiz.Quit()
		}})
	}
	return w
}

// roomFirst offers to a room first what is its own, where one person's answers were found: a run of a room, or a new one.
func (w *welcome) roomFirst() {
	run := w.wiz.run
	if !run.Workshop || run.Offer.Found.Workshop() {
		return
	}
	first := len(w.choices) - 2 // begin anew, keeping the old answers
	others := run.Offer.Others[:min(len(run.Offer.Others), maxOthers)]
	if i := slices.IndexFunc(others, func(o interview.Unfinished) bool { return o.Answers.Workshop() }); i >= 0 {
		first = 1 + i
	}
	choice := w.choices[first]
	w.choices = slices.Insert(slices.Delete(w.choices, first, first+1), 0, choice)
}

// openThePlan offers to open a plan file.
func openThePlan(o PlanOffer) string {
	if o.Late > 0 {
		return fmt.Sprintf("Open the plan, %d late: %s", o.Late, o.Name)
	}
	return "Open the plan: " + o.Name
}

// newBegun returns the welcome to which one comes back from the form.
func newBegun(wiz *wizard) *welcome {
	return &welcome{wiz: wiz, choices: []choice{{"Go on", "go on", func(wiz *wizard) { wiz.Show(wiz.opening()) }}}}
}

func beginAnew(wiz *wizard) {
	wiz.run.Begin()
	wiz.Restart(newBegun(wiz))
	wiz.Show(wiz.opening())
}

// dropOld begins anew and says when the old answers go: not yet.
func dropOld(wiz *wizard) {
	old, _ := wiz.run.Progress(wiz.run.Offer.Found)
	beginAnew(wiz)
	if old > 0 {
		wiz.Say(fmt.Sprintf("%d old answers go at your first entry.", old))
	}
}

// goOn goes on with the run that was found: in the form where no statement was reached yet, because then it may not have
// been asked how much it wants to be asked.
func goOn(wiz *wizard) {
	reached := wiz.run.GoOn()
	opening := wiz.opening()
	if f, ok := opening.(*form); ok && !reached {
		f.skipGiven()
		wiz.Restart(newBegun(wiz))
		wiz.Show(f)
		return
	}
	wiz.Restart(newBegun(wiz), opening)
	wiz.Show(wiz.asking())
	if len(wiz.run.Session.Open()) == 0 || wiz.run.Reveal.Slide > 1 {
		wiz.Show(newReview(wiz, true))
		wiz.cover()
	}
}

func keepAside(wiz *wizard) {
	keeper := wiz.run.Keeper
	wiz.Wait(func() func() {
		path, err := keeper.KeepAside()
		return func() {
			if err != nil {
				wiz.Say(fmt.Sprintf("The old answers could not be put aside: %v.", err))
				return
			}
			beginAnew(wiz)
			wiz.Say("The old answers are kept in " + path)
		}
	})
}

// exchange takes another unfinished run in the place of the one that was found.
func exchange(wiz *wizard, path string) {
	keeper := wiz.run.Keeper
	wiz.Wait(func() func() {
		answers, err := keeper.Exchange(path)
		return func() {
			if err != nil {
				wiz.Say(fmt.Sprintf("That run could not be opened: %v.", err))
				return
			}
			wiz.run.Offer.Found = answers
			goOn(wiz)
		}
	})
}

// beginSeparate keeps this run beside the one that another coalcheck holds.
func beginSeparate(wiz *wizard) {
	open := wiz.run.OpenSeparate
	wiz.Wait(func() func() {
		keeper, err := open()
		return func() {
			wiz.run.UseSeparate(keeper, err)
			beginAnew(wiz)
		}
	})
}

func (w *welcome) Fit(a tui.Area) { w.area = a }

func (w *welcome) Keys() []tui.Key {
	last := len(w.choices) - 1
	enter := tui.On(func() { w.choices[w.chosen].do(w.wiz) }, "enter", "right", "space")
	up := tui.On(func() { w.chosen = max(0, w.chosen-1) }, "up", "shift+tab")
	keys, leave := 3, 2
	if last == 0 {
		enter = enter.Hint(0, "Enter", w.choices[0].use)
		keys, leave = 2, 1
	} else {
		enter = enter.Hint(0, "Enter", "choose")
		up = up.Hint(1, "↑↓", "move")
	}
	return []tui.Key{
		up, enter,
		tui.On(func() { w.chosen = min(last, w.chosen+1) }, "down", "tab"),
		tui.On(func() { w.chosen = 0 }, "home", "pgup"),
		tui.On(func() { w.chosen = last }, "end", "pgdown"),
		tui.On(func() { w.wiz.listKeys(w.wiz.statements()) }, "?").Hint(keys, "?", "all keys"),
		w.wiz.leaveKey(leave, "leave"),
	}
}

func (w *welcome) Draw() []string {
	th := w.wiz.Theme
	news := w.news()
	var options []string
	for i, c := range w.choices {
		if i == w.chosen {
			options = append(options, th.Accent.Render("› ")+th.Strong.Render(style.Fit(c.label, w.area.Width-2)))
		} else {
			options = append(options, "  "+style.Fit(c.label, w.area.Width-2))
		}
	}
	var lines []string
	for _, greeting := range w.wiz.greetings() {
		lines = []string{th.Strong.Render(greeting[0])}
		for _, paragraph := range greeting[1:] {
			lines = append(append(lines, ""), style.Wrap(paragraph, w.area.Width)...)
		}
		if len(lines)+1+len(news)+len(options) <= w.area.Height {
			break
		}
	}
	// What was found and what can be done about it is never pushed out of sight.
	news = news[:max(0, min(len(news), w.area.Height-len(options)))]
	if free := w.area.Height - len(news) - len(options); len(lines) < free {
		lines = append(lines, "")
	} else {
		lines = lines[:max(0, free)]
	}
	return append(append(lines, news...), options...)
}

// news says what was found when the draft was opened.
func (w *welcome) news() []string {
	wiz := w.wiz
	if wiz.run.Session != nil {
		return nil
	}
	offer := &wiz.run.Offer
	var lines []string
	tell := func(format string, args ...any) {
		lines = append(append(lines, tui.Styled(style.Wrap(safetext.Visible(fmt.Sprintf(format, args...)), w.area.Width), wiz.Theme.Alert)...), "")
	}
	beforeReason := 0
	if offer.Damaged != "" {
		// The path has a line of its own, so that it is not broken at a hyphen.
		if offer.Found != nil {
			tell("The newest state of your answers could not be read; that of a few seconds before is offered. The newest is kept here:")
		} else {
			tell("An unfinished run could not be read. It is kept here:")
		}
		lines = slices.Insert(lines, len(lines)-1, strings.Split(ansi.Hardwrap(safetext.Visible(offer.Damaged), w.area.Width, false), "\n")...)
		beforeReason = len(lines) - 1
	}
	switch {
	case offer.LockErr != nil && wiz.run.Keeper == nil && offer.LockErr.PID == 0:
		tell("Another coalcheck is at work on your unfinished answers.")
	case offer.LockErr != nil && wiz.run.Keeper == nil:
		tell("Another coalcheck (process %d) is at work on your unfinished answers.", offer.LockErr.PID)
	case wiz.run.DraftErr != nil:
		tell("Answers cannot be kept on disk here: %v. They are safe while this window is open.", wiz.run.DraftErr)
	}
	if offer.Found != nil {
		tell("%s", wiz.haveUnfinished(offer.Found))
		switch found, _, other := wiz.run.OtherDepth(); {
		case other && found == assess.Full:
			tell("They are a full run and go on as such; for a quick one, begin anew.")
		case other:
			tell("They are a quick run and go on as such; for a full one, begin anew.")
		}
	}
	// The reason is for the curious, and only where the rest leaves space under the title.
	if problem := offer.FirstProblem(); problem != "" {
		reason := style.Wrap(problem, w.area.Width)
		if 2+len(lines)+len(reason)+len(w.choices) <= w.area.Height {
			lines = slices.Insert(lines, beforeReason, reason...)
		}
	}
	return lines
}

// haveUnfinished says which run was found and how far it went.
func (wiz *wizard) haveUnfinished(a *assess.Answers) string {
	answered, all := wiz.run.Progress(a)
	switch onward := wiz.goesOnWith(a); {
	case onward != "" && a.Coalition != "":
		return fmt.Sprintf("A room with %s is counted: %s. It goes on with %s.", people(a.Present), a.Coalition, onward)
	case onward != "":
		return fmt.Sprintf("A room with %s is counted. It goes on with %s.", people(a.Present), onward)
	case a.Workshop() && a.Coalition != "":
		return fmt.Sprintf("You have unfinished counts of a room with %s: %s, %d of %d.", people(a.Present), a.Coalition, answered, all)
	case a.Workshop():
		return fmt.Sprintf("You have unfinished counts of a room with %s: %d of %d.", people(a.Present), answered, all)
	case a.Coalition != "":
		return fmt.Sprintf("You have unfinished answers: %s, %d of %d.", a.Coalition, answered, all)
	default:
		return fmt.Sprintf("You have unfinished answers: %d of %d.", answered, all)
	}
}

// goesOnWith says with what a room goes on of which all statements are counted, or "" where it is no such room.
func (wiz *wizard) goesOnWith(a *assess.Answers) string {
	if !a.Workshop() || a.Draft == nil {
		return ""
	}
	answered, all := wiz.run.Progress(a)
	switch slide := a.Draft.Reveal.Slide; {
	case answered < all:
		return ""
	case slide <= 1:
		return "the result"
	case slide <= 1+all:
		return "the slides"
	default:
		return "the talk"
	}
}

// goOnWith offers to go on with another run.
func (wiz *wizard) goOnWith(a *assess.Answers) string {
	answered, all := wiz.run.Progress(a)
	switch {
	case a.Workshop() && a.Coalition != "":
		return fmt.Sprintf("Go on with counts of a room with %s: %s, %d of %d", people(a.Present), a.Coalition, answered, all)
	case a.Workshop():
		return fmt.Sprintf("Go on with counts of a room with %s: %d of %d", people(a.Present), answered, all)
	case a.Coalition != "":
		return fmt.Sprintf("Go on with %s, %d of %d", a.Coalition, answered, all)
	default:
		return fmt.Sprintf("Go on with %d of %d", answered, all)
	}
}

func (w *welcome) Place() string { return "" }

func (w *welcome) Tall() bool { return false }
