package collect

import (
	"slices"

	"golang.org/x/text/unicode/norm"
)

// Coalitions returns the names of all coalitions that are among the arrivals, in the order in which they come. Names that look the
// same are the same.
func Coalitions(all []Arrival) []string {
	var names []string
	for _, a := range all {
		if a.Err != nil || a.Answers.Coalition == "" {
			continue
		}
		if name := norm.NFC.String(a.Answers.Coalition); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// Common returns the name of the coalition that all arrivals have that name one, or "".
func Common(all []Arrival) string {
	if names := Coalitions(all); len(names) == 1 {
		return names[0]
	}
	return ""
}
