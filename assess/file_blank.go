package assess

import "github.com/coalcheck/coalcheck/pitfalls"
func Blank(c *pitfalls.Catalogue, d Depth) []byte { return New(c).Format(c) }
