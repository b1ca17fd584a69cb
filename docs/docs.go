// Package docs holds the guides that coalcheck help shows. They are the files of this folder, so what is read here, in
// the terminal and in the manual is one text.
package docs

import _ "embed"

// Example is an answers file that a coordinator of an invented coalition could have written.
//
//go:embed examples/overcommitted.yaml
var Example string

// Guide is a page about one subject.
type Guide struct {
	// Name is what coalcheck help calls it, File the name of its file in this folder.
	Name, File string
	// Short says in a few words what it is about.
	Short string
	// Section is the section of the manual where it stands: 5 for files, 7 for other subjects.
	Section string
	// Text is Markdown, of the small part that render/markdown reads.
	Text string
}

var (
	//go:embed answers.md
	answers string
	//go:embed plan.md
	plan string
	//go:embed scoring.md
	scoring string
	//go:embed facilitating.md
	facilitating string
	//go:embed collecting.md
	collecting string
	//go:embed accessibility.md
	accessibility string
	//go:embed privacy.md
	privacy string
)

// Guides returns all guides in the order in which they are listed.
func Guides() []Guide {
	return []Guide{
		{"answers", "answers.md", "the answers file, by example", "5", answers},
		{"plan", "plan.md", "the plan file: who does what by when", "5", plan},
		{"scoring", "scoring.md", "how scores and the plan come about", "7", scoring},
		{"room", "facilitating.md", "how to run the hour with a room", "7", facilitating},
		{"collecting", "collecting.md", "how everybody answers: form, code, paper", "7", collecting},
		{"accessibility", "accessibility.md", "screen readers, color, large text, keys", "7", accessibility},
		{"privacy", "privacy.md", "what is kept, where, and who sees it", "7", privacy},
	}
}
