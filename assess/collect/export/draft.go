package export

import (
	"fmt"
	"slices"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/textfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// longestKey is the longest head that YAML takes for a name, in characters, and some room.
const longestKey = 800

// Draft returns the lines of a map to start from: the words and the columns of tables that are not ours, each with what has to be
// filled in, and the columns that are statements in nearly the same words, to look at. It is empty where there is nothing to say.
func Draft(tables []*Table, c *pitfalls.Catalogue) []string {
	var lines []string
	section := func(name string, pairs []string) {
		if len(pairs) > 0 {
			lines = append(append(lines, name+":"), pairs...)
		}
	}
	section("labels", words(tables, func(t *Table) []Word { return t.Unknown }, "1 to 5, dk, na or open"))
	section("roles", words(tables, func(t *Table) []Word { return t.UnknownRoles }, "leader, staff, member, partner or open"))
	section("columns", columns(tables, c))
	return lines
}

// words returns a line for each unknown word of the tables.
func words(tables []*Table, of func(*Table) []Word, use string) []string {
	var lines, seen []string
	for _, t := range tables {
		for _, w := range of(t) {
			if key := folded(w.Text); !slices.Contains(seen, key) && len(w.Text) < longestKey {
				seen = append(seen, key)
				lines = append(lines, fmt.Sprintf("  %s: # %s", textfile.DoubleQuoted(w.Text), use))
			}
		}
	}
	return lines
}

// columns returns a line for each column of the tables that is to be looked at, and for each statement that has none.
func columns(tables []*Table, c *pitfalls.Catalogue) []string {
	var lines, seen []string
	for _, t := range tables {
		if t.Statements() == 0 {
			lines = append(lines, "  # coalcheck questions --format answers shows the ids of all statements")
		}
		for _, column := range t.Columns {
			if column.Head == "" || len(column.Head) > longestKey || slices.Contains(seen, column.Head) {
				continue
			}
			line := "  " + textfile.DoubleQuoted(column.Head) + ": "
			switch {
			case column.How == ByNearness:
				line += ID(c, column.Place) + " # in nearly these words; is it meant?"
			case column.Use == NotRead:
				line += "ignore"
			default:
				continue
			}
			seen = append(seen, column.Head)
			lines = append(lines, line)
		}
		for _, p := range t.Missing {
			if id := ID(c, p); !slices.Contains(seen, id) {
				seen = append(seen, id)
				lines = append(lines, fmt.Sprintf("  # missing: %s (%s)", id, assess.Statement(c, p)))
			}
		}
	}
	return lines
}

// ID returns the id of a statement, topic.question.
func ID(c *pitfalls.Catalogue, p assess.Place) string {
	topic := &c.Topics[p.Topic]
	if p.Question == assess.Overall {
		return topic.ID + "." + overall
	}
	return topic.ID + "." + topic.Questions[p.Question].ID
}
