package form

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/collect"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// source is the script without its constants.
//
//go:embed form.js
var source string

// constants are what the script has to know. Nothing in them is from a person: the script
// takes the name of the coalition from the words of the page.
type constants struct {
	Format    string        `json:"format"`
	Catalogue int           `json:"catalogue"`
	Language  string        `json:"language"`
	Depth     string        `json:"depth"`
	Code      collect.Rules `json:"code"`
	// Values are the ratings as a file spells them, from 1 on.
	Values []string `json:"values"`
	Halves []half   `json:"halves"`
	// MaxNote is the longest note, in code points. Forbidden is what no note may hold, for a class of a regular expression.
	MaxNote   int            `json:"maxNote"`
	Forbidden string         `json:"forbidden"`
	Say       scriptMessages `json:"say"`
}

// half has the keys of the pitfalls or the pills in an answers file: its own, and for each topic that of the topic and of its
// questions.
type half struct {
	Key    string     `json:"key"`
	Topics [][]string `json:"topics"`
}

// script returns the script with its constants.
func script(c *pitfalls.Catalogue, d assess.Depth) string {
	all := constants{
		Format: answersfile.Current, Catalogue: c.Version, Language: c.Language, Depth: d.String(), Code: collect.RulesOf(c, d),
		Halves: halves(c, d), MaxNote: assess.MaxNote, Forbidden: forbidden(), Say: say.script,
	}
	for r := assess.Lowest; r <= assess.NotApplicable; r++ {
		all.Values = append(all.Values, r.String())
	}
	text, err := json.Marshal(all)
	if err != nil {
		panic(err) // it is text, numbers and lists
	}
	return "\"use strict\";\nconst C = " + string(text) + ";\n" + compact(source)
}

// compact returns a style sheet or a script without indentation, empty lines and comments that have lines of their own.
func compact(code string) string {
	var b strings.Builder
	for line := range strings.Lines(code) {
		line = strings.TrimLeft(line, " \n")
		if !strings.HasPrefix(line, "//") {
			b.WriteString(line)
		}
	}
	return b.String()
}

func halves(c *pitfalls.Catalogue, d assess.Depth) []half {
	var all []half
	for t := range c.Topics {
		if t == 0 || c.Topics[t].Kind != c.Topics[t-1].Kind {
			all = append(all, half{Key: answersfile.Half(c.Topics[t].Kind)})
		}
		keys := []string{c.Topics[t].ID}
		for _, place := range (assess.Questionnaire{Catalogue: c, Depth: d}).Topic(t) {
			keys = append(keys, answersfile.Key(c, place))
		}
		last := &all[len(all)-1]
		last.Topics = append(last.Topics, keys)
	}
	return all
}

// forbidden returns all characters that no answers file may hold, as ranges of a class of a regular expression. Beyond the first
// 65,536 characters, none is forbidden.
func forbidden() string {
	var b strings.Builder
	for first := rune(0); first <= 0xffff; first++ {
		if !safetext.Forbidden(first) {
			continue
		}
		last := first
		for last < 0xffff && safetext.Forbidden(last+1) {
			last++
		}
		fmt.Fprintf(&b, `\u%04x-\u%04x`, first, last)
		first = last
	}
	return b.String()
}
