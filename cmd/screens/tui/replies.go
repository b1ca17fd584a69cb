package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// replies knows whether the terminal may still have to answer what Bubble Tea has asked it. An answer that comes after the
// program has gone is typed into the shell, so leaving waits for it. Once a question that every terminal answers is
// answered, so are those before it; a terminal that is silent is not waited for long.
type replies struct {
	// asked counts those questions, answered their answers.
	asked, answered int
	// then is what waits for the answers, or nil.
	then func()
}

const (
	// probeAfter is when the question is asked: after the first frame, with which Bubble Tea asks its own.
	probeAfter = 50 * time.Millisecond
	// patience is how long answers may take.
	patience = time.Second
)

// probe asks the question. late says that the answers to the questions so far need not be waited for any more.
type (
	probe struct{}
	late  struct{ asked int }
)

// expect is called when the terminal was asked something.
func (r *replies) expect() tea.Cmd {
	r.asked++
	asked := r.asked
	return tea.Batch(
		tea.Tick(probeAfter, func(time.Time) tea.Msg { return probe{} }),
		tea.Tick(patience, func(time.Time) tea.Msg { return late{asked} }),
	)
}

func (r *replies) open() bool { return r.answered < r.asked }

// replied takes in an answer, or that one is not waited for any more.
func (a *App) replied(msg tea.Msg) {
	r := &a.replies
	switch msg := msg.(type) {
	case probe:
		a.then = tea.Raw(ansi.RequestPrimaryDeviceAttributes)
	case uv.PrimaryDeviceAttributesEvent:
		r.answered++
	case late:
		r.answered = max(r.answered, msg.asked)
	}
	if then := r.then; then != nil && !r.open() {
		r.then = nil
		then()
	}
}

// afterReplies does something as soon as no answer of the terminal is outstanding.
func (a *App) afterReplies(do func()) {
	if a.replies.open() {
		a.replies.then = do
		return
	}
	do()
}
