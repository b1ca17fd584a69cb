package report_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/internal/examples"
	"github.com/coalcheck/coalcheck/render/report"
	"github.com/coalcheck/coalcheck/render/style"
)

// TestLargestAnswersFit writes reports on the largest numbers and longest texts that a file may hold, in narrow windows.
func TestLargestAnswersFit(t *testing.T) {
	for _, d := range []assess.Depth{assess.Full, assess.Quick} {
		largest := examples.Largest(d)
		sum := group.NewGathering(examples.English).WithBootstrap()
		for i := range 3 {
			sum.Add(strconv.Itoa(i), largest)
		}
		several, err := sum.Group()
		if err != nil {
			t.Fatal(err)
		}
		one, all := score.Score(group.Of(examples.English, largest)), score.Score(several)
		documents := map[string]*doc.Document{
			"compared": report.Comparison(score.Compare(one, all), nil),
			"hidden":   report.Result(score.Confidential(several), report.Options{Explain: true}),
		}
		for name, r := range map[string]*score.Result{"one": one, "several": all} {
			for _, reader := range []report.Reader{report.AtPrompt, report.InWizard, report.OnPaper} {
				o := report.Options{Reader: reader, Explain: true, Minutes: 240}
				documents[fmt.Sprint(name, " for ", reader)] = report.Result(r, o)
			}
		}
		for name, document := range documents {
			for _, width := range []int{40, 41, 42, 43, 44, 60, 80} {
				for line := range strings.SplitSeq(atWidth(t, document, width), "\n") {
					if w := style.Width(line); w > width && !strings.Contains(line, "coalcheck ") && !strings.Contains(line, "://") {
						t.Errorf("%v, %s: %d columns at width %d: %q", d, name, w, width, line)
					}
				}
			}
		}
	}
}
