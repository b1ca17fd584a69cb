package cmd

import (
	"context"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/cmd/plain"
)

// plainCollector asks line by line.
type plainCollector struct{ *interview }

// Collect asks, and then saves the answers where --save says or in the current folder.
func (c plainCollector) Collect(ctx context.Context) (*assess.Answers, error) {
	p := plain.Prompter{
		In: c.in, Out: c.err, Catalogue: c.catalogue,
		AskDepth: true, Room: c.run.room.on,
		Found: c.found.Answers, Edit: c.edit,
		KeepAside: func() (string, error) { return c.draft.KeepAside() },
		Save:      c.keep,
		Width:     c.columns,
	}
	for _, path := range c.found.Others {
		if answers := c.peek(path); answers != nil {
			p.Others = append(p.Others, answers)
		}
	}
	if depth := c.depth(); depth != nil {
		p.Depth, p.AskDepth = *depth, false
	}
	answers, err := p.Collect(ctx)
	if err != nil {
		return answers, err
	}
	if answers.Date == "" {
		answers.Date = c.today()
	}
	c.saved, c.unwritten = c.write(answers)
	return answers, nil
}

// columns returns the width of the terminal in which one is asked, or 0.
func (i *interview) columns() int {
	if !i.isTerminal(i.err) {
		return 0
	}
	columns, _ := i.size(i.err)
	return columns
}
