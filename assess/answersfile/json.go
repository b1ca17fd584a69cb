package answersfile

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/textfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// JSON returns the answers as Format does, but as JSON: the same keys in the same order, one answer a line.
func JSON(a *assess.Answers, c *pitfalls.Catalogue) []byte {
	all := textfile.Object{{"format", fileFormat}, {"catalogue", c.Version}}
	add := func(name string, value any, written bool) {
		if written {
			all = append(all, textfile.Member{name, value})
		}
	}
	add("coalition", a.Coalition, a.Coalition != "")
	add("respondent", a.Respondent, a.Respondent != "")
	add("role", a.Role, a.Role != "")
	add("date", a.Date, a.Date != "")
	add("language", a.Language, a.Language != "")
	add("read_out", true, a.ReadOut)
	add("present", a.Present, a.Present > 0)
	f := &formatter{answers: a, catalogue: c}
	add("focus", f.focusValue(), len(a.Focus) > 0 || a.HasDots())
	found, helps := f.object(0, pitfalls.PitfallCount), f.object(pitfalls.PitfallCount, len(c.Topics))
	add("pitfalls", found, len(found) > 0)
	add("pills", helps, len(helps) > 0)
	if a.Draft != nil {
		add("draft", draftObject(a.Draft, c), true)
	}
	return all.Indented()
}

// object returns what was answered to the topics from first up to end.
func (f *formatter) object(first, end int) textfile.Object {
	var all textfile.Object
	for t := first; t < end; t++ {
		topic, answers := &f.catalogue.Topics[t], &f.answers.Topics[t]
		if f.short(t) {
			all = append(all, textfile.Member{topic.ID, f.value(answers.Overall)})
			continue
		}
		var below textfile.Object
		if answers.Quick() {
			below = append(below, textfile.Member{overallKey, f.value(answers.Overall)})
		}
		for i, q := range answers.Questions {
			if !q.IsZero() {
				below = append(below, textfile.Member{topic.Questions[i].ID, f.value(q)})
			}
		}
		if answers.Note != "" {
			below = append(below, textfile.Member{noteKey, answers.Note})
		}
		if len(below) > 0 {
			all = append(all, textfile.Member{topic.ID, below})
		}
	}
	return all
}

// value returns a tally as JSON spells it. Of a workshop it is always an object of counts.
func (f *formatter) value(t assess.Tally) any {
	switch r := t.Rating(); {
	case f.answers.Present > 0 || r == assess.Unanswered:
		var counts []string
		for r := assess.Lowest; r <= assess.NotApplicable; r++ {
			if n := *t.Count(r); n > 0 {
				counts = append(counts, strconv.Quote(r.String())+": "+strconv.Itoa(n))
			}
		}
		return json.RawMessage("{" + strings.Join(counts, ", ") + "}")
	case r <= assess.Highest:
		return int(r)
	default:
		return r.String()
	}
}
