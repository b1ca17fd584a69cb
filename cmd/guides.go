package cmd

import (
	"slices"

	"github.com/spf13/cobra"

	"github.com/coalcheck/coalcheck/cmd/internal/iostreams"
	"github.com/coalcheck/coalcheck/docs"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/report"
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

// showPage prints a help or a guide.
func (a *app) showPage(d *doc.Document) error {
	o := output{format: choice{value: formats[0].name}, color: choice{value: iostreams.ColorAuto}}
	return a.deliver(&o, content{document: func(report.Reader) *doc.Document { return d }})
}

// guideCompletions offers every guide to the shell, with what it is about.
func guideCompletions(*cobra.Command) []cobra.Completion {
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
