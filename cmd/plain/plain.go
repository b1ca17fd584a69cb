// Package plain asks line by line, for screen readers, serial lines and pipes: the same run as the wizard, with the
// same drafts and the same answers.
//
// It only ever appends lines. There is no color, no cursor movement and no redrawing. A line is as long as its sentence,
// because a screen reader reads a hard line break as an end; only where a terminal would break it in the middle of a word
// it ends between two words. Whatever can be chosen has a number and words.
// Nothing is answered by default: an empty line leaves a statement open, and the end of the input is a way to leave.
package plain

import (
	"context"
	"io"
	"time"

	"github.com/coalcheck/coalcheck/assess/agenda"
	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/safetext"
)

// Prompter asks line by line.
type Prompter struct {
	// Run is the interview that the prompter is a face of.
	Run *interview.Run
	In  io.Reader
	Out io.Writer
	// Width returns the columns of the terminal that Out is, or 0 where it is none or they are not known. It may be nil.
	Width func() int
	// Today is the day as of which actions are late, Now the clock by which a room talks, and Minutes how long it has to talk where
	// it did not say how long.
	Today   time.Time
	Now     func() time.Time
	Minutes int
	// PlanFile opens the file for who does what by when. Without it a room decides nothing.
	PlanFile interview.OpenPlan
}

// Ask asks until all is answered or left open and the person says that they are done, and then what to take away. The error is interview.ErrLeft when they quit, when the input ends, and when ctx is canceled.
func (p *Prompter) Ask(ctx context.Context) error {
	p.Run.Begin()
	r := &run{
		Run:        p.Run,
		console:    newConsole(p.In, p.Out, p.Width),
		depthKnown: p.Run.Edit != nil || !p.Run.AsksDepth(),
		topic:      -1,
		revealed:   p.Run.Edit != nil,
		introduced: make([]bool, len(p.Run.Catalogue.Topics)),
		openPlan:   p.PlanFile, planDay: p.Today, now: p.Now, minutes: p.Minutes,
	}
	defer r.closePlan()
	for next := stage(r.start); next != nil; {
		var err error
		if next, err = next(ctx); err != nil {
			if r.NeedsRescue() && !r.ended {
				r.save(ctx)
			}
			return err
		}
	}
	return nil
}

// run is one run of a Prompter.
type run struct {
	*interview.Run
	*console
	// depthKnown reports whether it is settled how much is asked.
	depthKnown bool
	// topic is the topic that was announced last, or -1, and introduced says which topics were explained.
	topic      int
	introduced []bool
	// begun says, by kind, in which halves a topic was announced.
	begun [2]bool
	// after is the statement to return to after a jump, or nil.
	after stage
	// revealed reports whether a room knows what it answered. Who edits its file does.
	revealed bool
	// decisions is who does what by when in a room, or nil before it was asked. openPlan opens its file, as of planDay.
	decisions *interview.Decisions
	// clocks measure how long a room talked about each topic.
	clocks   agenda.Clocks
	openPlan interview.OpenPlan
	planDay  time.Time
	// now is the clock by which a room talks, and minutes how long it has where it did not say.
	now     func() time.Time
	minutes int
	// toldUnkept reports whether it was said that the answers cannot be kept.
	toldUnkept bool
}

// stage is one part of the run, such as one statement. It returns the part that comes next, or nil after the last.
type stage func(context.Context) (stage, error)

// closePlan hands over what a room has decided, however the run ends.
func (r *run) closePlan() {
	if r.decisions != nil {
		r.decisions.Close(false)
	}
}

// keep keeps what is answered so far. Where that does not work it says so once and goes on.
func (r *run) keep() {
	if err := r.Keep(); err != nil && !r.toldUnkept {
		r.toldUnkept = true
		r.say("Your answers cannot be saved at the moment (%s). You can go on: coalcheck keeps them in memory and tries again after every answer.", safetext.Visible(err.Error()))
	}
}
