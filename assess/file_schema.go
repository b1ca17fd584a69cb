package assess

import "github.com/coalcheck/coalcheck/pitfalls"
func Schema(c *pitfalls.Catalogue) []byte { return nil }
