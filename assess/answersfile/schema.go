package answersfile

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/textfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Schema returns the JSON Schema (draft-07) of the answers file, for editors that check and complete while typing. It
// accepts every file that Read accepts. Read refuses more, such as counts that add up to more than present.
func Schema(c *pitfalls.Catalogue) []byte {
	root := textfile.Object{
		{"$schema", "http://json-schema.org/draft-07/schema#"},
		{"title", "coalcheck answers"},
		{"description", "What one person or one room answered about a coalition's pitfalls and pills."},
		{"type", "object"},
		{"required", []string{"format"}},
		{"additionalProperties", false},
		{"properties", textfile.Object{
			{"format", textfile.Object{{"description", "The format of this file."}, {"const", fileFormat}}},
			{"catalogue", textfile.Object{
				{"description", "The catalogue that the answers were written for."},
				{"type", textfile.OrNull("integer")},
				{"minimum", 1},
				{"maximum", c.Version},
			}},
			{"coalition", textfile.TextSchema("The name of the coalition.", names)},
			{"respondent", textfile.TextSchema("Who answered.", names)},
			{"role", textfile.Object{
				{"description", "From where the respondent sees the coalition."},
				{"enum", []any{assess.Leader, assess.Staff, assess.Member, assess.Partner, nil}},
			}},
			{"date", textfile.DaySchema("The day of the answers, as year-month-day.")},
			{"language", textfile.Object{
				{"description", "The language in which the statements were asked, such as en."},
				{"type", textfile.OrNull("string")},
				{"pattern", languagePattern},
			}},
			{"read_out", textfile.Object{
				{"description", "Whether the notes may be read out."},
				{"type", textfile.OrNull("boolean")},
			}},
			{"present", textfile.Object{
				{"description", "How many people were in the room. With it, answers may be counts of hands."},
				{"type", textfile.OrNull("integer")},
				{"minimum", 1},
				{"maximum", assess.MaxPresent},
			}},
			{"focus", focusSchema(c)},
			{"pitfalls", topicsSchema(c.Pitfalls(), c.Frequency)},
			{"pills", topicsSchema(c.Pills(), c.Truth)},
			{"draft", draftSchema(c)},
		}},
		{"definitions", textfile.Object{
			{pitfalls.Pitfall.String(), answerSchema(c.Frequency)},
			{pitfalls.Pill.String(), answerSchema(c.Truth)},
			{noteKey, textfile.TextSchema("A note on the topic.", notes)},
			{"nothing", textfile.Object{
				{"description", "Not answered."},
				{"type", textfile.OrNull("object")},
				{"maxProperties", 0},
			}},
		}},
	}
	text, err := json.MarshalIndent(root, "", "  ")
	if err != nil {
		panic(err) // it holds nothing but text, numbers and lists
	}
	return append(text, '\n')
}

// answerSchema describes the answer to a question: a rating, in digits or words, or a tally.
func answerSchema(scale pitfalls.Scale) textfile.Object {
	ratings := []any{assess.DontKnow.String(), assess.NotApplicable.String()}
	patterns := []string{anyCase(assess.DontKnow.String()), anyCase(assess.NotApplicable.String())}
	for _, label := range scale.Labels {
		ratings = append(ratings, strings.ToLower(label))
		patterns = append(patterns, anyCase(label))
	}
	counts := textfile.Object{}
	for _, vote := range voteKeys {
		counts = append(counts, textfile.Member{vote, textfile.Object{{"type", textfile.OrNull("integer")}, {"minimum", 0}, {"maximum", assess.MaxPresent}}})
	}
	return textfile.Object{
		{"description", scale.Asks},
		{"anyOf", []textfile.Object{
			{{"type", textfile.OrNull("integer")}, {"minimum", assess.Lowest}, {"maximum", assess.Highest}},
			{{"enum", ratings}},
			{{"type", "string"}, {"pattern", "^(" + strings.Join(patterns, "|") + ")$"}},
			{{"type", "object"}, {"additionalProperties", false}, {"properties", counts}},
		}},
	}
}

// anyCase returns a pattern for a word whose case does not matter. Draft-07 has no option for that.
func anyCase(word string) string {
	var b strings.Builder
	for _, r := range word {
		if upper, lower := unicode.ToUpper(r), unicode.ToLower(r); upper != lower {
			fmt.Fprintf(&b, "[%c%c]", upper, lower)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// topicsSchema describes the value of pitfalls or pills.
func topicsSchema(topics []pitfalls.Topic, scale pitfalls.Scale) textfile.Object {
	all := textfile.Object{}
	for i := range topics {
		all = append(all, textfile.Member{topics[i].ID, topicSchema(&topics[i])})
	}
	return textfile.Object{
		{"description", scale.Asks},
		{"type", textfile.OrNull("object")},
		{"additionalProperties", false},
		{"properties", all},
	}
}

// topicSchema describes one topic: answered as a whole in short, by its questions, or as a whole with a note.
func topicSchema(t *pitfalls.Topic) textfile.Object {
	asked := t.Kind.String()
	byQuestions := textfile.Object{{overallKey, reference("nothing", "")}}
	asWhole := textfile.Object{{overallKey, reference(asked, t.Overall)}}
	for _, q := range t.Questions {
		byQuestions = append(byQuestions, textfile.Member{q.ID, reference(asked, q.Text)})
		asWhole = append(asWhole, textfile.Member{q.ID, reference("nothing", "")})
	}
	var forms []textfile.Object
	for _, properties := range []textfile.Object{byQuestions, asWhole} {
		properties = append(properties, textfile.Member{noteKey, reference(noteKey, "")})
		forms = append(forms, textfile.Object{{"type", "object"}, {"additionalProperties", false}, {"properties", properties}})
	}
	return textfile.Object{
		{"description", t.Title + ": " + t.Overall},
		{"anyOf", append(forms, reference(asked, ""))},
	}
}

// reference refers to a definition. A description has to go around the reference, not beside it.
func reference(name, description string) textfile.Object {
	r := textfile.Object{{"$ref", "#/definitions/" + name}}
	if description == "" {
		return r
	}
	return textfile.Object{{"description", description}, {"allOf", []textfile.Object{r}}}
}
