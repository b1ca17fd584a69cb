package export

import (
	"html"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// How says how it was found out what a column is.
type How uint8

// The ways.
const (
	// NotFound means that nothing was found out.
	NotFound How = iota
	// ByID means that the head is an id of ours, ByBrackets that the text in its last brackets is a statement, ByHead that the
	// head is one.
	ByID
	ByBrackets
	ByHead
	// ByNearness means that the words are nearly those of one statement, and far from those of all others.
	ByNearness
	// ByMap means that a map says so.
	ByMap
)

// Nearness: how much of a statement's length may differ from a head, and how much has to differ from every other statement. The
// nearest two of ours differ in a third.
const (
	nearEnough = 0.15
	farEnough  = 0.30
)

// finder finds statements by heads.
type finder struct {
	catalogue  *pitfalls.Catalogue
	statements []statement
	texts      map[string]assess.Place
	// asks are the questions of the scales, which some put before each statement.
	asks []string
	near map[string]nearness
}

type statement struct {
	text      []rune
	negations int
	place     assess.Place
}

type nearness struct {
	place assess.Place
	found bool
}

func newFinder(c *pitfalls.Catalogue) *finder {
	f := &finder{
		catalogue: c, texts: map[string]assess.Place{}, near: map[string]nearness{},
		asks: []string{normal(c.Frequency.Asks), normal(c.Truth.Asks)},
	}
	for _, d := range []assess.Depth{assess.Quick, assess.Full} {
		q := assess.Questionnaire{Catalogue: c, Depth: d}
		for _, p := range q.Places() {
			text := normal(q.Statement(p))
			f.texts[text] = p
			f.statements = append(f.statements, statement{[]rune(text), negations(q.Statement(p)), p})
		}
	}
	return f
}

// find returns the statement that a head stands for.
func (f *finder) find(h heading) (assess.Place, How) {
	if p, ok := placeOf(f.catalogue, h.whole); ok {
		return p, ByID
	}
	if p, ok := placeOf(f.catalogue, h.row); ok {
		return p, ByID
	}
	if p, ok := f.texts[normal(h.row)]; ok {
		return p, ByBrackets
	}
	candidates := h.candidates(f.asks)
	for _, text := range candidates {
		if p, ok := f.texts[normal(text)]; ok {
			return p, ByHead
		}
	}
	for _, text := range append([]string{h.row}, candidates...) {
		if n := f.nearest(text); n.found {
			return n.place, ByNearness
		}
	}
	return assess.Place{}, NotFound
}

// nearest returns the one statement that is near a text. A text that denies something else than the statement is not near,
// however few its letters.
func (f *finder) nearest(text string) nearness {
	if n, known := f.near[text]; known {
		return n
	}
	var best nearness
	least, next := 1.0, 1.0
	words := []rune(normal(text))
	denies := negations(text)
	for i := range f.statements {
		s := &f.statements[i]
		length := float64(len(s.text))
		limit := int(farEnough*length) + 1
		d := float64(distance(words, s.text, limit)) / length
		if d < least {
			least, next = d, least
			best = nearness{s.place, denies == s.negations}
		} else if d < next {
			next = d
		}
	}
	best.found = best.found && least <= nearEnough && next >= farEnough
	f.near[text] = best
	return best
}

// distance counts the insertions, deletions and replacements that turn a into b (Levenshtein), up to a limit.
func distance(a, b []rune, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	last, row := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		least := row[0]
		for j := range b {
			replace := last[j]
			if a[i] != b[j] {
				replace++
			}
			row[j+1] = min(replace, last[j+1]+1, row[j]+1)
			least = min(least, row[j+1])
		}
		if least >= limit {
			return limit
		}
		last, row = row, last
	}
	return min(last[len(b)], limit)
}

var (
	tag    = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`<[^<>]*>`) })
	number = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\s*[Qq]?\d{1,3}\s*[.:)]+\s`) })
)

// normal returns the letters and digits of a text in lower case, without a number before it and signs of web pages in it.
func normal(text string) string {
	if strings.ContainsAny(text, "<&") {
		text = html.UnescapeString(tag().ReplaceAllString(text, " "))
	}
	text = text[len(number().FindString(text)):]
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(text))
}

// negations counts the words that turn the meaning of a sentence round.
func negations(text string) int {
	n := 0
	words := strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(text, "’", "'")), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' })
	for _, word := range words {
		switch word {
		case "no", "not", "never", "nobody", "none", "nothing", "neither", "without", "cannot":
			n++
		default:
			if strings.HasSuffix(word, "n't") {
				n++
			}
		}
	}
	return n
}

// placeOf returns the place that an id names: topic.question, topic/question, or the topic alone for its overall statement. What
// form tools put before it with a slash, and low lines in the place of hyphens, do not matter.
func placeOf(c *pitfalls.Catalogue, id string) (p assess.Place, ok bool) {
	id = strings.ReplaceAll(strings.TrimSpace(id), "_", "-")
	if !utf8.ValidString(id) || strings.ContainsAny(id, " \n") {
		return p, false
	}
	parts := strings.FieldsFunc(id, func(r rune) bool { return r == '/' || r == '.' })
	if n := len(parts); n > 1 {
		if p, ok := questionOf(c, parts[n-2], parts[n-1]); ok {
			return p, true
		}
	}
	if n := len(parts); n > 0 {
		return questionOf(c, parts[n-1], overall)
	}
	return p, false
}

// overall is the id of a topic's overall statement.
const overall = "overall"

func questionOf(c *pitfalls.Catalogue, topic, question string) (p assess.Place, ok bool) {
	t := c.Index(topic)
	if t < 0 {
		return p, false
	}
	if question == overall {
		return assess.Place{Topic: t, Question: assess.Overall}, true
	}
	q := c.Topics[t].Question(question)
	return assess.Place{Topic: t, Question: q}, q >= 0
}
