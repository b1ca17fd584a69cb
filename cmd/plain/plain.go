// Package plain asks line by line, for screen readers, serial lines and pipes: the same run as the wizard, with the
// same drafts and the same answers.
//
// It only ever appends lines. There is no color, no cursor movement and no redrawing. A line is as long as its sentence,
// because a screen reader reads a hard line break as an end; only where a terminal would break it in the middle of a word
// it ends between two words. Whatever can be chosen has a number and words.
// Nothing is answered by default: an empty line leaves a statement open, and the end of the input is a way to leave.
package plain

import (
	"bufio"
	"context"
	"fmt"
	"io"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Prompter asks line by line. It is an assess.Collector.
type Prompter struct {
	In        io.Reader
	Out       io.Writer
	Catalogue *pitfalls.Catalogue
	// Depth is what is asked, Full or Quick. With AskDepth the person chooses, and Depth counts for nothing.
	Depth    assess.Depth
	AskDepth bool
	// Room counts the hands of a room in a new run. A run that was found and answers to change go on as what they are.
	Room bool
	// Found is an unfinished run to go on with, or nil. The person may begin anew instead, or keep both.
	Found *assess.Answers
	// Others are further unfinished runs. They are only named.
	Others []*assess.Answers
	// Edit is finished answers to change, or nil. Found then counts for nothing.
	Edit *assess.Answers
	// KeepAside is called before the first Save when the person keeps the run that was found and begins another one. It
	// returns where the run is kept.
	KeepAside func() (string, error)
	// Save is called with the unfinished run after every change, before anything is shown as saved. Until something was
	// entered it is not called, so that whoever only looks leaves no draft, and replaces none.
	Save func(*assess.Answers) error
	// Width returns the columns of the terminal that Out is, or 0 where it is none or they are not known. It may be nil.
	Width func() int
}

// Collect asks until all is answered or left open and the person says that they are done. The error is assess.ErrLeft
// when they quit, when the input ends, and when ctx is cancelled; with it come the answers of the unfinished run, which
// Save has had as well.
func (p *Prompter) Collect(ctx context.Context) (*assess.Answers, error) {
	r := &run{
		Prompter:   p,
		lines:      lines{in: bufio.NewReader(p.In)},
		session:    assess.NewSession(p.Catalogue, p.Depth),
		depthKnown: !p.AskDepth,
		room:       p.Room,
		topic:      -1,
		introduced: make([]bool, len(p.Catalogue.Topics)),
	}
	for next := stage(r.start); next != nil; {
		var err error
		if next, err = next(ctx); err != nil {
			return r.session.Draft(), err
		}
	}
	return r.session.Finished(), nil
}

// run is one run of a Prompter.
type run struct {
	*Prompter
	lines   lines
	session *assess.Session
	// room reports whether the session counts the hands of a room.
	room bool
	// depthKnown reports whether it is settled how much is asked.
	depthKnown bool
	// topic is the topic that was announced last, or -1, and introduced says which topics were explained.
	topic      int
	introduced []bool
	// after is where a person goes on who jumped to a statement, or nil.
	after stage
	// kept reports whether there is something to keep: a run that went on, or anything entered, even if taken back later.
	kept bool
	// unsaved reports whether it was said that saving does not work.
	unsaved bool
}

// stage is one part of the run, such as one statement. It returns the part that comes next, or nil after the last.
type stage func(context.Context) (stage, error)

// say prints a line.
func (r *run) say(format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	if r.Width != nil {
		if width := r.Width(); width > 0 {
			text = breakLines(text, width)
		}
	}
	fmt.Fprintln(r.Out, text)
}

// read asks for a line of input. The error is assess.ErrLeft.
func (r *run) read(ctx context.Context) (string, error) {
	fmt.Fprint(r.Out, "> ")
	line, err := r.lines.next(ctx)
	if err != nil {
		// What is said next starts on a line of its own.
		r.say("")
		return "", assess.ErrLeft
	}
	return line, nil
}

// save keeps what is answered so far. Where that does not work it says so once and goes on: saving is tried again after
// every answer.
func (r *run) save() {
	if r.room && !r.session.Answers.Room() {
		// Without its people, the draft of a room would be one of a person.
		return
	}
	r.kept = r.kept || !r.session.Answers.Empty()
	if !r.kept {
		return
	}
	err := r.Save(r.session.Draft())
	if err != nil && !r.unsaved {
		r.unsaved = true
		r.say("Your answers cannot be saved at the moment (%s). You can go on: coalcheck keeps them in memory and tries again after every answer.", safetext.Visible(err.Error()))
	}
}
