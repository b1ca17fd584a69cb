package report

import (
	"slices"

	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/doc"
)

// citations numbers sources in the order in which a document names them. Its elements are the ids of the sources.
type citations []string

// cite returns the numbers of sources and takes those in that are new.
func (c *citations) cite(ids []string) []int {
	var numbers []int
	for _, id := range ids {
		n := slices.Index(*c, id)
		if n < 0 {
			n = len(*c)
			*c = append(*c, id)
		}
		numbers = append(numbers, n+1)
	}
	return numbers
}

// list returns the sources that were named, as links where they have an address.
func (c *citations) list(catalogue *pitfalls.Catalogue) doc.List {
	l := doc.List{From: 1}
	for _, id := range *c {
		if s := catalogue.Source(id); s != nil {
			l.Items = append(l.Items, doc.Item{Text: doc.Text{{Words: s.Title, Link: s.URL}, {Words: ", " + s.Publisher}}})
		}
	}
	return l
}
