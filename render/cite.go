package render

import (
	"slices"
	"strconv"
	"strings"
)

// citations numbers sources in the order in which a page names them. Its elements are the ids of the sources.
type citations []string

// cite returns the numbers of sources, such as "1, 4", and takes those in that are new.
func (c *citations) cite(ids []string) string {
	var numbers []string
	for _, id := range ids {
		n := slices.Index(*c, id)
		if n < 0 {
			n = len(*c)
			*c = append(*c, id)
		}
		numbers = append(numbers, strconv.Itoa(n+1))
	}
	return strings.Join(numbers, ", ")
}
