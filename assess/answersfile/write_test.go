package answersfile

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/textfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// drawAnswers draws any answers that a file can hold.
func drawAnswers(t *rapid.T) *assess.Answers {
	c := pitfalls.English()
	a := assess.New(c)
	a.Coalition = drawText(t, "coalition", names)
	a.Respondent = drawText(t, "respondent", names)
	a.Role = rapid.SampledFrom(append(assess.Roles(), "")).Draw(t, "role")
	a.Date = rapid.SampledFrom([]string{"", "2026-11-21", "2024-02-29", "0001-01-01"}).Draw(t, "date")
	a.Language = rapid.SampledFrom([]string{"", "en", "no", "pt-BR", "zh-Hant", "abcdefgh"}).Draw(t, "language")
	a.ReadOut = rapid.Bool().Draw(t, "read out")
	a.Present = rapid.SampledFrom([]int{0, 0, 1, 23, assess.MaxPresent}).Draw(t, "present")
	focus := rapid.SliceOfNDistinct(rapid.IntRange(0, pitfalls.PitfallCount-1), 0, assess.MaxFocus, rapid.ID[int]).Draw(t, "focus")
	dots := a.Present > 0 && rapid.Bool().Draw(t, "dots")
	for _, i := range focus {
		if dots {
			a.Dots[i] = rapid.IntRange(0, a.Present).Draw(t, "dots of one")
		} else {
			a.Focus = append(a.Focus, c.Topics[i].ID)
		}
	}
	for i := range a.Topics {
		topic := &a.Topics[i]
		topic.Note = drawText(t, "note", notes)
		if rapid.Bool().Draw(t, "quick") {
			topic.Overall = drawTally(t, a.Present)
			continue
		}
		for q := range topic.Questions {
			topic.Questions[q] = drawTally(t, a.Present)
		}
	}
	if rapid.Bool().Draw(t, "draft") {
		places := assess.Questionnaire{Catalogue: c, Depth: rapid.SampledFrom([]assess.Depth{assess.Full, assess.Quick}).Draw(t, "asked")}.Places()
		a.Draft = &assess.Draft{
			Depth: rapid.SampledFrom([]assess.Depth{assess.Full, assess.Quick}).Draw(t, "depth"),
			At:    rapid.SampledFrom(places).Draw(t, "at"),
			Plan:  drawText(t, "plan", textfile.Limits{Length: assess.MaxPath}),
			Reveal: assess.Reveal{
				Slide: rapid.SampledFrom([]int{0, 1, 53}).Draw(t, "slide"),
				Talk:  rapid.SampledFrom([][]string{nil, {"risk"}, {"have-a-plan", "overcommitted"}}).Draw(t, "talk"),
			},
			Of:    rapid.StringMatching("([0-9a-f]{32})?").Draw(t, "of"),
			Here:  rapid.SampledFrom([]int{0, 0, 1, assess.MaxPresent}).Draw(t, "here"),
			Keyed: rapid.SampledFrom([]int{0, 0, 1, 50}).Draw(t, "keyed"),
			Report: assess.Report{
				Path: drawText(t, "path", textfile.Limits{Length: assess.MaxPath}), Format: rapid.SampledFrom([]string{"", "markdown", "json"}).Draw(t, "format"),
				Minutes: rapid.SampledFrom([]int{0, 40}).Draw(t, "minutes"),
			},
		}
	}
	return a
}

// drawTally draws one vote, or any tally that a room of this size can give.
func drawTally(t *rapid.T, present int) assess.Tally {
	if present == 0 {
		return assess.TallyOf(assess.Rating(rapid.IntRange(0, int(assess.NotApplicable)).Draw(t, "rating")))
	}
	var tally assess.Tally
	for r := assess.Lowest; r <= assess.NotApplicable; r++ {
		*tally.Count(r) = rapid.IntRange(0, present-tally.Votes()).Draw(t, "count")
	}
	return tally
}

// drawText draws text that YAML or people could take for something else, within the limits.
func drawText(t *rapid.T, label string, limits textfile.Limits) string {
	pieces := []string{
		"", "", " ", "a", "Riverside Youth Coalition", "dk", "3", "null", "~", "true", "yes", "2026-11-21", "0x1f", "1e3",
		"\"", "'", "\\", "#", " # ", ": ", ":", "- ", "-", "?", "&", "*", "!", "|", ">", "%", "@", "`", "{", "}", "[", "]", ",",
		"é", "日本", "👩‍👧", "\u00a0", "\u200c", "\u200d", "---", "...", "<<", "\\n", "\U0010fffd", "\ufffd",
	}
	if limits.Breaks {
		pieces = append(pieces, "\n", "\n\n", "\t", "\n  ", " \n", "\n---\n", "First line.\nSecond line.")
	}
	drawn := rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 6).Draw(t, label)
	text := []rune(strings.Join(drawn, ""))
	return string(text[:min(len(text), limits.Length)])
}

func TestJSON(t *testing.T) {
	c := pitfalls.English()
	rapid.Check(t, func(t *rapid.T) {
		want := drawAnswers(t)
		text := JSON(want, c)
		if !json.Valid(text) {
			t.Fatalf("no JSON:\n%s", text)
		}
		got, err := Read("answers.json", text, c)
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("got  %+v\nwant %+v\n%s", got, want, text)
		}
	})
}

func TestReadingWhatWasWrittenChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := pitfalls.English()
		want := drawAnswers(t)
		text := Format(want, c)
		got, err := Read("answers.yaml", text, c)
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("got  %+v\nwant %+v\n%s", got, want, text)
		}
		if again := Format(got, c); string(again) != string(text) {
			t.Fatalf("written again:\n%s\nwant:\n%s", again, text)
		}
	})
}
