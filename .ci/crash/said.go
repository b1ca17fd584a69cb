//go:build linux && amd64

package main

import (
	"fmt"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
)

// answer is an answer to the overall statement of a topic, in the words with which it is shown as given.
type answer struct {
	topic int
	words string
}

var (
	statement = regexp.MustCompile(`^Statement (\d+) of 20: `)
	stored    = regexp.MustCompile(`^(?:> )?([^>.:(]+)\.$`)
)

// shown returns the answers that a quick run has shown as given.
func shown(stderr string) []answer {
	latest := map[int]string{}
	topic := -1
	for line := range strings.SplitSeq(stderr, "\n") {
		if m := statement.FindStringSubmatch(line); m != nil {
			topic, _ = strconv.Atoi(m[1])
			topic--
		} else if m := stored.FindStringSubmatch(line); m != nil && topic >= 0 {
			latest[topic] = m[1]
			topic = -1
		}
	}
	var all []answer
	for _, topic := range slices.Sorted(maps.Keys(latest)) {
		if latest[topic] != "Left open" {
			all = append(all, answer{topic, latest[topic]})
		}
	}
	return all
}

// former returns the answers in a draft.
func former(text string) []answer {
	var all []answer
	if a := read(text); a != nil {
		for topic := range a.Topics {
			if a.Topics[topic].Overall != (assess.Tally{}) {
				all = append(all, answer{topic, words(a, topic)})
			}
		}
	}
	return all
}

// words returns the words with which the answer to a topic is shown as given.
func words(a *assess.Answers, topic int) string {
	tally := a.Topics[topic].Overall
	if !a.Workshop() {
		return tally.Rating().Label(catalogue.Scale(catalogue.Topics[topic].Kind))
	}
	counts := strings.Trim(fmt.Sprint(tally.Counts), "[]")
	if tally.DontKnow > 0 {
		counts += fmt.Sprintf(", don't know %d", tally.DontKnow)
	}
	return counts
}

// holds reports whether all of these answers are in a.
func holds(a *assess.Answers, all []answer) bool {
	return len(all) == 0 || a != nil && !slices.ContainsFunc(all, func(one answer) bool { return words(a, one.topic) != one.words })
}

var (
	keptIn     = regexp.MustCompile(`(?m)^Your answers are (?:in |kept in |kept in\n  )(.+\.yaml)$`)
	takenIn    = regexp.MustCompile(`(?m)^The (?:page for the board|plan file|calendar) is in (.+)$`)
	wrote      = regexp.MustCompile(`coalcheck: wrote (.+) as `)
	notWritten = regexp.MustCompile(`(?m)(?:coalcheck: write to (.+?):|^(?:> )?(.+) could not be written:) `)
	asItWas    = regexp.MustCompile(`(?m)^(?:> )?(.+?) (?:is as it was|exists already and was left as it is)`)
)

// messages checks that what was said is true.
func (c *check) messages() {
	said := c.result.stderr
	if strings.Contains(said, "/.coalcheck-") {
		c.bad("a message names a file of ours")
	}
	for _, m := range keptIn.FindAllStringSubmatch(said, -1) {
		if text, _ := c.file(m[1]); !holds(read(text), shown(said)) {
			c.bad("%q is not true", m[0])
		}
	}
	for _, m := range wrote.FindAllStringSubmatch(said, -1) {
		if text, _ := c.file(m[1]); !same(text, c.whole[m[1]]) {
			c.bad("%q is not true", m[0])
		}
	}
	for _, m := range takenIn.FindAllStringSubmatch(said, -1) {
		if text, _ := c.file(m[1]); !same(text, c.whole[filepath.Base(m[1])]) {
			c.bad("%q is not true", m[0])
		}
	}
	for _, m := range notWritten.FindAllStringSubmatch(said, -1) {
		name := m[1] + m[2]
		_, then, _ := strings.Cut(said, m[0])
		again := strings.Contains(then, "Written.") // it was tried again
		if text, there := c.file(name); there && same(text, c.whole[name]) && text != c.files[name] && !again {
			c.bad("%q is said of a file that is whole", m[0])
		}
	}
	for _, m := range asItWas.FindAllStringSubmatch(said, -1) {
		if text, _ := c.file(m[1]); text != c.files[m[1]] {
			c.bad("%q is not true", m[0])
		}
	}
}

// ended checks the exit code of a run that was not killed, and that it says where the answers are.
func (c *check) ended() {
	said := c.result.stderr
	switch code := c.result.code; {
	case code == 0:
		for name, whole := range c.whole {
			if text, _ := c.file(name); !same(text, whole) && !(c.offered && strings.Contains(said, "could not be written: ")) {
				c.bad("done, and %s is not written", name)
			}
		}
	case code != c.code && !strings.Contains(said, "coalcheck: "):
		c.bad("it fails in silence")
	case len(shown(said)) > 0 && !strings.Contains(said, "Your answers are ") && !strings.Contains(said, "changes are kept") && !strings.Contains(said, "your answers are on standard output"):
		c.bad("it does not say where the answers are")
	}
}
