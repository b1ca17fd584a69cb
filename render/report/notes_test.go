package report_test

import (
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/internal/examples"
	"github.com/coalcheck/coalcheck/render/report"
)

// severalNotes returns a result with notes of one and of several lines, of respondents who wrote nothing else.
func severalNotes(t *testing.T, respondents int) *score.Result {
	t.Helper()
	sum := group.NewGathering(examples.English)
	for range respondents {
		a := assess.New(examples.English)
		a.Topics[0].Note = "One line."
		a.Topics[2].Note = " \n\t"
		a.Topics[1].Note = "Said at the table:\n\n  # not a heading\r\n1. not a list\n- @octocat: see www.example.org\n"
		sum.Add("answers.yaml", a)
	}
	g, err := sum.Group()
	if err != nil {
		t.Fatal(err)
	}
	return score.Score(g)
}

func TestNotesKeepTheirLines(t *testing.T) {
	alone, two := severalNotes(t, 1), severalNotes(t, 2)
	for _, c := range []struct {
		name, format string
		result       *score.Result
		want         string
	}{
		{"alone", "terminal", alone, `
NOTES
  - Unclear purpose: One line.
  - Overcommitted: Said at the table:
    # not a heading
    1. not a list
    - @octocat: see www.example.org
`},
		{"two", "terminal", two, `
NOTES
  - Unclear purpose
    - One line.
    - One line.
  - Overcommitted
    - Said at the table:
      # not a heading
      1. not a list
      - @octocat: see www.example.org
    - Said at the table:
      # not a heading
      1. not a list
      - @octocat: see www.example.org
`},
		{"alone", "markdown", alone, `
## Notes

- Unclear purpose: One line.
- Overcommitted: Said at the table:\
  &#35;<!-- --> not a heading\
  1\. not a list\
  \- &#64;<!-- -->octocat: see www&#46;example.org
`},
		{"two", "markdown", two, `
## Notes

- Unclear purpose
  - One line.
  - One line.
- Overcommitted
  - Said at the table:\
    &#35;<!-- --> not a heading\
    1\. not a list\
    \- &#64;<!-- -->octocat: see www&#46;example.org
  - Said at the table:\
    &#35;<!-- --> not a heading\
    1\. not a list\
    \- &#64;<!-- -->octocat: see www&#46;example.org
`},
		{"alone", "speech", alone, `
Notes:
Unclear purpose: One line.
Overcommitted: Said at the table:
# not a heading
1. not a list
 - @octocat: see www.example.org.
`},
	} {
		t.Run(c.name+"/"+c.format, func(t *testing.T) {
			if got := inFormats(t, c.result, report.Options{})[c.format]; !strings.Contains(got, c.want) {
				t.Errorf("got\n%s\nwant in it\n%s", got, c.want)
			}
		})
	}
}

// TestAHyphenBehindAWideCharacterFits has a note whose wide character ends in the last column of its line.
func TestAHyphenBehindAWideCharacterFits(t *testing.T) {
	for _, columns := range []string{"a", "ab", "abc", "abcd"} {
		a := assess.New(examples.English)
		a.Topics[examples.English.Index("unclear-roles")].Note = columns + "漢-"
		d := report.Result(score.Score(group.Of(examples.English, a)), report.Options{})
		for line := range strings.Lines(atWidth(t, d, 40)) {
			if w := len([]rune(line)) - 1 + strings.Count(line, "漢"); w > 40 {
				t.Errorf("%d columns: %q", w, line)
			}
		}
	}
}
