package plain

import (
	"context"
	"errors"
	"io"
	"time"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/agenda"
	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/report"
)

// Reveal reads out a result line by line, and leads the talk: the same steps as on the screen.
type Reveal struct {
	Result *score.Result
	// Minutes is how long people have after the slides, and Now the clock by which they talk.
	Minutes int
	Now     func() time.Time
	// Plan holds what they decide, and is read out at the end. It may be nil; its In and Out are not used.
	Plan *Plan
	Dots agenda.Dots
	// Clocks measure how long they talk about each topic. Without them it measures anew.
	Clocks *agenda.Clocks
	// At is how far they came when they left. Moved is told how far they are, and may be nil.
	At    assess.Reveal
	Moved func(assess.Reveal)
	In    io.Reader
	Out   io.Writer
	// Width returns the columns of the terminal that Out is, or 0 where it is none or they are not known. It may be nil.
	Width func() int
}

// Ask reads out and leads the talk until people leave, or there are no more lines.
func (v *Reveal) Ask(ctx context.Context) {
	t := newRevealTalk(v, newConsole(v.In, v.Out, v.Width))
	for next := t.start(); next != nil; {
		var err error
		if next, err = next(ctx); err != nil {
			return
		}
	}
}

// revealTalk is one run of a Reveal.
type revealTalk struct {
	*Reveal
	*console
	agenda *agenda.Agenda
	slides []report.Slide
	// topics are what to talk about, without minutes.
	topics []report.TalkTopic
	// plan changes who does what, or is nil.
	plan *planTalk
	// before is where back leads from the first slide, and after what comes after the last one. Both may be nil.
	before, after stage
}

func newRevealTalk(v *Reveal, c *console) *revealTalk {
	t := &revealTalk{Reveal: v, console: c, slides: report.Slides(v.Result)}
	t.agenda = agenda.New(v.Result, v.Minutes, len(t.slides), v.At, v.Dots)
	t.renew()
	if t.Clocks == nil {
		t.Clocks = &agenda.Clocks{}
	}
	if v.Plan != nil {
		t.plan = &planTalk{Plan: v.Plan, console: c}
	}
	return t
}

// renew takes over what there is to talk about.
func (t *revealTalk) renew() {
	t.Result = t.agenda.Result()
	t.topics = report.TalkTopics(t.Result, t.agenda.Topics())
}

// start returns the part where people left, or else the first one.
func (t *revealTalk) start() stage {
	part, index := t.agenda.PartOf(t.At.Slide)
	if part == agenda.Plan && t.plan == nil {
		part, index = agenda.Talk, len(t.talks())-1
	}
	switch {
	case part == agenda.Plan:
		return t.whoDoesWhat
	case part == agenda.Talk && index >= 0:
		return t.talk(index)
	case part >= agenda.List:
		return t.list
	case part == agenda.Statements:
		return t.readOut(index)
	default:
		return t.opening
	}
}

// moved tells how far people are, and which topic they talk about now, if they do.
func (t *revealTalk) moved(slide int, topic string) {
	t.Clocks.Show(topic, t.Now())
	if t.Moved != nil {
		t.Moved(t.agenda.At(slide))
	}
}

// opening says what there is to know about the answers of this group.
func (t *revealTalk) opening(context.Context) (stage, error) {
	t.moved(1, "")
	t.say("")
	t.say("What we answered. Enter goes on after each topic, and skip goes to what to talk about.")
	if t.Result.Group.Workshops > 0 {
		t.say("Raised hands are not anonymous: people may have looked at each other. A split is a reason to listen, not a verdict.")
	}
	for _, text := range report.LeftOut(t.Result) {
		t.say("%s", text)
	}
	if len(t.slides) == 0 {
		return t.list, nil
	}
	return t.readOut(0), nil
}

// readOut reads out the statements of a topic, of which one is given by its index.
func (t *revealTalk) readOut(at int) stage {
	return func(ctx context.Context) (stage, error) {
		first, end := at, at+1
		for ; first > 0 && t.slides[first-1].Topic == t.slides[at].Topic; first-- {
		}
		for ; end < len(t.slides) && t.slides[end].Topic == t.slides[at].Topic; end++ {
		}
		t.moved(t.agenda.StatementSlide(first), "")
		t.say("")
		t.say("%s: %s", report.TopicPlace(t.Result.Group.Catalogue, t.slides[at].Topic), t.slides[at].Title)
		for _, s := range t.slides[first:end] {
			t.say("%s", s.Statement)
			t.say("%s", s.ReadOut)
		}
		line, err := t.read(ctx)
		if err != nil {
			return t.goneAfter(ctx, err)
		}
		switch w, _ := reply(line); {
		case w == wordQuit:
			return nil, interview.ErrLeft
		case w == wordBack && first > 0:
			return t.readOut(first - 1), nil
		case w == wordBack && t.before != nil:
			return t.before, nil
		case w == wordBack:
			return t.opening, nil
		case w == wordSkip, end == len(t.slides):
			return t.list, nil
		default:
			return t.readOut(end), nil
		}
	}
}

// goneAfter goes on to what comes after the talk where lines end that somebody has prepared. Whoever leaves otherwise leaves.
func (t *revealTalk) goneAfter(ctx context.Context, err error) (stage, error) {
	if t.after != nil && ctx.Err() == nil && errors.Is(err, interview.ErrLeft) {
		return t.after, nil
	}
	return nil, err
}
