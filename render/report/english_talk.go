package report

import (
	"fmt"
	"strings"

	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/doc"
)

func (english) nothingToSolve() doc.Text {
	return doc.Words("Nothing is split and nothing presses. Talk about what is working, and how to keep it.")
}

func (english) nothingRated() doc.Text {
	return doc.Words("Too little was rated to say what to talk about. Talk about who could answer.")
}

func (english) nothingByFive() doc.Text {
	return doc.Words("Too little was rated by five people or more to say what to talk about. Talk about who else could answer.")
}

func (english) splitInto(low, high int) doc.Text {
	return doc.Text{
		{Words: "split", Style: doc.Strong, Tone: doc.Fair},
		{Words: fmt.Sprintf(": %s low, %s high", Thousands(low), Thousands(high))},
	}
}

func (english) splitIntoFive() doc.Text {
	return doc.Text{{Words: "split", Style: doc.Strong, Tone: doc.Fair}, {Words: ": five or more low, five or more high"}}
}

// sidesDiffer says the means of both sides, or in a confidential report their bands.
func (english) sidesDiffer(s score.SideDifference) doc.Text {
	if s.Leaders.Mean == 0 {
		return fill("seen differently: leaders %s, members %s", englishBands[s.Leaders.Band], englishBands[s.Members.Band])
	}
	return fill("seen differently: leaders %s, members %s", fmt.Sprintf("%.1f", s.Leaders.Mean), fmt.Sprintf("%.1f", s.Members.Mean))
}

func (english) dots(n int) doc.Text {
	if n == 1 {
		return doc.Words("1 dot")
	}
	return fill("%s dots", Thousands(n))
}

func (english) agree(high, of int, labels []string) doc.Text {
	return fill("%s of %s say %s: you agree", Thousands(high), Thousands(of), strings.ToLower(strings.Join(labels, " or ")))
}

func (english) stepOfPlan(rank int, t *score.Topic) doc.Text {
	return doc.Text{{Words: fmt.Sprintf("step %d of the plan: ", rank)}, {Words: englishBands[t.Band], Tone: tone(t.Band)}}
}

func (english) prompts(why score.Why, confidential bool) []doc.Text {
	switch {
	case why == score.WhySplit && confidential:
		return []doc.Text{
			doc.Words("What could speak for a low rating?"),
			doc.Words("What could speak for a high rating?"),
		}
	case why == score.WhySplit:
		return []doc.Text{
			doc.Words("Somebody who answered low: what have you seen?"),
			doc.Words("Somebody who answered high: what have you seen?"),
		}
	case why == score.WhySides:
		return []doc.Text{
			doc.Words("What may leaders and staff see that others do not?"),
			doc.Words("What may members and partners see that others do not?"),
		}
	default:
		return []doc.Text{
			doc.Words("What would it look like one step better?"),
			doc.Words("What can we do about it this month?"),
		}
	}
}

func (english) askAbout(why score.Why, confidential bool) doc.Text {
	switch {
	case why == score.WhySplit && confidential:
		return doc.Words("Where you are split, collect one example that speaks for a low rating and one for a high rating. Nobody has to " +
			"say how they rated.")
	case why == score.WhySplit:
		return doc.Words("Where you are split, ask one person who answered low and one who answered high what they have seen.")
	case why == score.WhySides:
		return doc.Words("Where leaders and members see it differently, ask what each side may see that the other does not.")
	default:
		return doc.Words("For each of the first steps, ask: what would it look like one step better?")
	}
}
