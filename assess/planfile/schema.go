package planfile

import (
	"encoding/json"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/textfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Schema returns the JSON Schema (draft-07) of the plan file, for editors that check and complete while typing. It accepts
// every file that Read accepts, but for those of a newer catalogue. Read refuses more, such as an id that is there twice.
func Schema(c *pitfalls.Catalogue) []byte {
	root := textfile.Object{
		{"$schema", "http://json-schema.org/draft-07/schema#"},
		{"title", "coalcheck plan"},
		{"description", "What a coalition decided to do, who does it by when, and what became of it."},
		{"type", "object"},
		{"required", []string{"format"}},
		{"additionalProperties", false},
		{"properties", textfile.Object{
			{"format", textfile.Object{{"description", "The format of this file."}, {"const", fileFormat}}},
			{"catalogue", textfile.Object{
				{"description", "The catalogue that the actions are from."},
				{"type", textfile.OrNull("integer")},
				{"minimum", 1},
			}},
			{"id", textfile.Object{
				{"description", "What tells this plan from every other one. coalcheck writes it."},
				{"type", textfile.OrNull("string")},
				{"pattern", "^[0-9a-f]{16}$"},
			}},
			{"coalition", textfile.TextSchema("The name of the coalition.", textfile.Limits{Length: assess.MaxName})},
			{"made", textfile.DaySchema("The day of the answers that the plan was made from, as year-month-day.")},
			{"review", textfile.DaySchema("The day on which to answer again, as year-month-day.")},
			{"steps", textfile.Object{
				{"description", "The pitfalls to work on, in order."},
				{"type", textfile.OrNull("array")},
				{"items", stepSchema(c)},
			}},
			{"notes", byTopicSchema("What was said about topics.", c.Topics, reference("said"))},
			{"focus", byTopicSchema("How many dots a room gave to pitfalls.", c.Pitfalls(), textfile.Object{
				{"type", textfile.OrNull("integer")}, {"minimum", 0}, {"maximum", assess.MaxFocus * assess.MaxPresent},
			})},
		}},
		{"definitions", textfile.Object{
			{"note", textfile.TextSchema("A note.", textfile.Limits{Length: MaxNote, Breaks: true})},
			{"said", textfile.TextSchema("What was said about a topic.", textfile.Limits{Length: MaxSaid, Breaks: true})},
		}},
	}
	text, err := json.MarshalIndent(root, "", "  ")
	if err != nil {
		panic(err) // it holds nothing but text, numbers and lists
	}
	return append(text, '\n')
}

func stepSchema(c *pitfalls.Catalogue) textfile.Object {
	return textfile.Object{
		{"type", "object"},
		{"additionalProperties", false},
		{"properties", textfile.Object{
			{"pitfall", topicSchema("The pitfall, or nothing for actions that belong to none.", c.Pitfalls())},
			{"exposure", textfile.Object{
				{"description", "The exposure when the plan was made."},
				{"type", textfile.OrNull("number")},
				{"minimum", 0},
				{"maximum", 100},
			}},
			{"actions", textfile.Object{
				{"description", "What to do."},
				{"type", textfile.OrNull("array")},
				{"maxItems", MaxActions},
				{"items", actionSchema(c)},
			}},
		}},
	}
}

func actionSchema(c *pitfalls.Catalogue) textfile.Object {
	return textfile.Object{
		{"type", "object"},
		{"required", []string{"do"}},
		{"additionalProperties", false},
		{"properties", textfile.Object{
			{"id", textfile.Object{
				{"description", "An action of the catalogue, or own-1 and so on. coalcheck writes it."},
				{"anyOf", []textfile.Object{
					{{"enum", anyOrNull(ids(c))}},
					{{"type", "string"}, {"pattern", "^" + ownPrefix + "[1-9][0-9]*$"}},
				}},
			}},
			{"topic", topicSchema("The pitfall or pill that an action of your own is about.", c.Topics)},
			{"do", textfile.TextSchema("What is to be done.", textfile.Limits{Length: MaxDo})},
			{"owner", textfile.TextSchema("Who does it.", textfile.Limits{Length: MaxOwner})},
			{"due", textfile.DaySchema("The day by which, as year-month-day.")},
			{"done", textfile.DaySchema("The day on which it was done.")},
			{"dropped", textfile.DaySchema("The day on which it was given up.")},
			{"note", reference("note")},
		}},
	}
}

func topicSchema(description string, topics []pitfalls.Topic) textfile.Object {
	return textfile.Object{{"description", description}, {"enum", anyOrNull(pitfalls.IDs(topics))}}
}

func byTopicSchema(description string, topics []pitfalls.Topic, value textfile.Object) textfile.Object {
	properties := textfile.Object{}
	for _, id := range pitfalls.IDs(topics) {
		properties = append(properties, textfile.Member{id, value})
	}
	return textfile.Object{
		{"description", description},
		{"type", textfile.OrNull("object")},
		{"additionalProperties", false},
		{"properties", properties},
	}
}

// anyOrNull returns values for a name that may stay empty.
func anyOrNull(values []string) []any {
	all := make([]any, 0, len(values)+1)
	for _, v := range values {
		all = append(all, v)
	}
	return append(all, nil)
}

func reference(name string) textfile.Object {
	return textfile.Object{{"$ref", "#/definitions/" + name}}
}
