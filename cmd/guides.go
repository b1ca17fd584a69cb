package cmd

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/coalcheck/coalcheck/cmd/internal/iostreams"
	"github.com/coalcheck/coalcheck/docs"
	"github.com/coalcheck/coalcheck/render"
	"github.com/coalcheck/coalcheck/render/markdown"
)

// guide returns the guide of this name, or nil.
func guide(name string) *docs.Guide {
	guides := docs.Guides()
	i := slices.IndexFunc(guides, func(g docs.Guide) bool { return g.Name == name })
	if i < 0 {
		return nil
	}
	return &guides[i]
}

// showGuide prints a guide.
func (a *app) showGuide(g *docs.Guide) error {
	var text strings.Builder
	if err := render.Guide(&text, markdown.Read(g.Text), drawnOptions(a.options(a.Out, iostreams.ColorAuto))); err != nil {
		return err
	}
	return a.print(text.String())
}

// guideCompletions offers every guide to the shell, with what it is about.
func guideCompletions() []cobra.Completion {
	var names []cobra.Completion
	for _, g := range docs.Guides() {
		names = append(names, cobra.CompletionWithDesc(g.Name, g.Short))
	}
	return names
}

// guideNames returns the names of all guides.
func guideNames() []string {
	var names []string
	for _, g := range docs.Guides() {
		names = append(names, g.Name)
	}
	return names
}
