package answersfile

import (
	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Current is the format of the files that are written, as their first line names it.
const Current = fileFormat

// Half returns the key under which the topics of a kind stand.
func Half(k pitfalls.Kind) string {
	if k == pitfalls.Pill {
		return "pills"
	}
	return "pitfalls"
}

// Key returns the key of a question below that of its topic.
func Key(c *pitfalls.Catalogue, p assess.Place) string {
	if p.Question == assess.Overall {
		return overallKey
	}
	return c.Topics[p.Topic].Questions[p.Question].ID
}
