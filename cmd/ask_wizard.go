package cmd

import (
	"bytes"
	"context"
	"os"

	"github.com/charmbracelet/colorprofile"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/cmd/screens/wizard"
	"github.com/coalcheck/coalcheck/render"
)

// wizardCollector asks on the full screen.
type wizardCollector struct{ *interview }

// Collect runs the wizard. It saves the answers itself, because it asks for the name.
func (c wizardCollector) Collect(ctx context.Context) (*assess.Answers, error) {
	columns, rows := c.size(c.err)
	// Without colors the wizard still needs bold, to show where one is.
	profile := max(c.profile(c.err, c.run.output.color.value), colorprofile.ASCII)
	o := wizard.Options{
		Catalogue: c.catalogue,
		In:        c.in, Out: c.err, Env: c.environ,
		Width: columns, Height: rows, Profile: profile,
		NoDraft: c.noDraft, Found: c.found, Held: c.held,
		OpenSeparate: c.openSeparate,
		Depth:        c.depth(), Room: c.run.room.on, Edit: c.edit, Today: c.today(),
		Report: func(r *score.Result, width int) string {
			var text bytes.Buffer
			// A buffer takes everything.
			_ = render.Terminal(&text, r, render.Options{
				Width: width, Profile: profile, Explain: c.run.explain, ASCII: !c.unicode(), Keys: true,
			})
			return text.String()
		},
		StartHere: render.StartHere,
		Write: func(path string, a *assess.Answers, overwrite bool) error {
			return saveAnswers(path, answersfile.Format(a, c.catalogue), overwrite || c.run.output.force && path == c.run.asking.save)
		},
		SaveTo: c.run.asking.save, Offer: c.run.asking.edit, Unsaved: c.unsaved,
	}
	for _, path := range c.found.Others {
		if answers := c.peek(path); answers != nil {
			o.Others = append(o.Others, wizard.Other{Path: path, Answers: answers})
		}
	}
	if c.draft != nil {
		o.Draft = c.draft
	}
	if folder, err := os.Getwd(); err == nil {
		o.Folder = folder
	}
	outcome, err := wizard.Run(ctx, o)
	c.saved, c.trouble = outcome.Saved, outcome.Trouble
	return outcome.Answers, err
}
