package cmd

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"github.com/coalcheck/coalcheck/assess/textfile"
	"github.com/coalcheck/coalcheck/render/terminal"
)

func TestProblems(t *testing.T) {
	e := &textfile.Error{
		Name: "riverside.yaml",
		Problems: []textfile.Problem{
			{
				Line: 9, Column: 22, Before: 21, Source: "    many-directions: 7 # We take on needs",
				Message: "unclear-purpose.many-directions: 7 is not a rating; use 1 to 5, dk or na",
			},
			{Line: 12, Column: 1, Source: "", Message: "nothing to show"},
			{Line: 14, Column: 90, Before: 89, Source: strings.Repeat("漢", 80) + " here: x\x1b[2Jy\u202e " + strings.Repeat("z", 80), Message: "far to the right"},
			{Line: 15, Column: 3, Before: 2, Source: "\t\x00x", Message: "raw bytes"},
			{Line: 16, Column: 5000, Before: 3, Source: "abcdef", Message: "what is before it was cut"},
		},
		More: 3,
	}
	golden.RequireEqual(t, problemsText(e, terminal.Options{Width: 60}))
}
