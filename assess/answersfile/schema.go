package answersfile

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Schema returns the JSON Schema (draft-07) of the answers file, for editors that check and complete as one types. It
// accepts whatever Read accepts. What a schema cannot say, such as that counts do not add up to more than present, only
// Read refuses.
func Schema(c *pitfalls.Catalogue) []byte {
	root := object{
		{"$schema", "http://json-schema.org/draft-07/schema#"},
		{"title", "coalcheck answers"},
		{"description", "What one person or one room answered about a coalition's pitfalls and pills."},
		{"type", "object"},
		{"required", []string{"format"}},
		{"additionalProperties", false},
		{"properties", object{
			{"format", object{{"description", "The format of this file."}, {"const", fileFormat}}},
			{"catalogue", object{
				{"description", "The catalogue that the answers were written for."},
				{"type", orNull("integer")},
				{"minimum", 1},
				{"maximum", c.Version},
			}},
			{"coalition", textSchema("The name of the coalition.", names)},
			{"respondent", textSchema("Who answered.", names)},
			{"role", object{
				{"description", "From where the respondent sees the coalition."},
				{"enum", []any{assess.Leader, assess.Staff, assess.Member, assess.Partner, nil}},
			}},
			{"date", object{
				{"description", "The day of the answers, as year-month-day."},
				{"type", orNull("string")},
				{"format", "date"},
				{"pattern", `^\d{4}-\d{2}-\d{2}$`},
			}},
			{"present", object{
				{"description", "How many people were in the room. With it, answers may be counts of hands."},
				{"type", orNull("integer")},
				{"minimum", 1},
				{"maximum", assess.MaxPresent},
			}},
			{"focus", object{
				{"description", "The pitfalls that matter most."},
				{"type", orNull("array")},
				{"maxItems", assess.MaxFocus},
				{"uniqueItems", true},
				{"items", object{{"enum", nearestTopic("", c.Pitfalls()).known()}}},
			}},
			{"pitfalls", topicsSchema(c.Pitfalls(), c.Frequency)},
			{"pills", topicsSchema(c.Pills(), c.Truth)},
			{"draft", draftSchema(c)},
		}},
		{"definitions", object{
			{pitfalls.Pitfall.String(), answerSchema(c.Frequency)},
			{pitfalls.Pill.String(), answerSchema(c.Truth)},
			{noteKey, textSchema("A note on the topic.", notes)},
			{"nothing", object{
				{"description", "Not answered."},
				{"type", orNull("object")},
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

// object is a JSON object whose members keep their order.
type object []member

type member struct {
	name  string
	value any
}

// MarshalJSON writes the members in order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	for i, m := range o {
		b.WriteByte("{,"[min(i, 1)])
		name, err := json.Marshal(m.name)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(m.value)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, "%s:%s", name, value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

func orNull(kind string) []string { return []string{kind, "null"} }

// textSchema describes a text that people wrote. YAML takes some texts for numbers, or for true and false.
func textSchema(description string, limits textLimits) object {
	forbidden := `\u0000-\u001f`
	if limits.breaks {
		forbidden = `\u0000-\u0008\u000b\u000c\u000e-\u001f`
	}
	return object{
		{"description", description},
		{"type", []string{"string", "number", "boolean", "null"}},
		{"maxLength", limits.length},
		{"pattern", `^[^` + forbidden + `\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufffe\uffff]*$`},
	}
}

// answerSchema describes what may stand after a question: a rating, in digits or words, or a tally.
func answerSchema(scale pitfalls.Scale) object {
	ratings := []any{assess.DontKnow.String(), assess.NotApplicable.String()}
	patterns := []string{anyCase(assess.DontKnow.String()), anyCase(assess.NotApplicable.String())}
	for _, label := range scale.Labels {
		ratings = append(ratings, strings.ToLower(label))
		patterns = append(patterns, anyCase(label))
	}
	counts := object{}
	for _, vote := range voteKeys {
		counts = append(counts, member{vote, object{{"type", orNull("integer")}, {"minimum", 0}, {"maximum", assess.MaxPresent}}})
	}
	return object{
		{"description", scale.Asks},
		{"anyOf", []object{
			{{"type", orNull("integer")}, {"minimum", assess.Lowest}, {"maximum", assess.Highest}},
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

// topicsSchema describes what stands under pitfalls or pills.
func topicsSchema(topics []pitfalls.Topic, scale pitfalls.Scale) object {
	all := object{}
	for i := range topics {
		all = append(all, member{topics[i].ID, topicSchema(&topics[i])})
	}
	return object{
		{"description", scale.Asks},
		{"type", orNull("object")},
		{"additionalProperties", false},
		{"properties", all},
	}
}

// topicSchema describes one topic: answered as a whole in short, by its questions, or as a whole with a note.
func topicSchema(t *pitfalls.Topic) object {
	asked := t.Kind.String()
	byQuestions := object{{overallKey, reference("nothing", "")}}
	asWhole := object{{overallKey, reference(asked, t.Overall)}}
	for _, q := range t.Questions {
		byQuestions = append(byQuestions, member{q.ID, reference(asked, q.Text)})
		asWhole = append(asWhole, member{q.ID, reference("nothing", "")})
	}
	var forms []object
	for _, properties := range []object{byQuestions, asWhole} {
		properties = append(properties, member{noteKey, reference(noteKey, "")})
		forms = append(forms, object{{"type", "object"}, {"additionalProperties", false}, {"properties", properties}})
	}
	return object{
		{"description", t.Title + ": " + t.Overall},
		{"anyOf", append(forms, reference(asked, ""))},
	}
}

// reference refers to a definition. A description has to stand around the reference, not beside it.
func reference(name, description string) object {
	r := object{{"$ref", "#/definitions/" + name}}
	if description == "" {
		return r
	}
	return object{{"description", description}, {"allOf", []object{r}}}
}

func draftSchema(c *pitfalls.Catalogue) object {
	var places []string
	for t := range c.Topics {
		for q := assess.Whole; q < len(c.Topics[t].Questions); q++ {
			places = append(places, placeName(c, assess.Place{Topic: t, Question: q}))
		}
	}
	return object{
		{"description", "Where an unfinished run stands. coalcheck writes and reads it."},
		{"type", orNull("object")},
		{"required", []string{"depth", "at"}},
		{"additionalProperties", false},
		{"properties", object{
			{"depth", object{{"enum", []string{assess.Full.String(), assess.Quick.String()}}}},
			{"at", object{{"enum", places}}},
		}},
	}
}
