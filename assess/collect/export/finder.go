package export

import (
	"html"
	"regexp"
	"slices"
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
	// ByNearness means that the words are those of a statement but for endings, slips and small words.
	ByNearness
	// ByMap means that a map says so.
	ByMap
)

// finder finds statements by heads.
type finder struct {
	catalogue  *pitfalls.Catalogue
	statements []statement
	texts      map[string]assess.Place
	// asks are the questions of the scales, which some put before each statement.
	asks [][]string
	// words holds the words of the texts that were looked at: rows of heads are looked at again and again.
	words map[string][]string
}

// statement is a statement of ours with its content.
type statement struct {
	words []string
	place assess.Place
}

func newFinder(c *pitfalls.Catalogue) *finder {
	f := &finder{
		catalogue: c, texts: map[string]assess.Place{}, words: map[string][]string{},
		asks: [][]string{wordsIn(c.Frequency.Asks), wordsIn(c.Truth.Asks)},
	}
	for _, d := range []assess.Depth{assess.Quick, assess.Full} {
		q := assess.Questionnaire{Catalogue: c, Depth: d}
		for _, p := range q.Places() {
			text := wordsIn(q.Statement(p))
			f.texts[strings.Join(text, "")] = p
			f.statements = append(f.statements, statement{content(text), p})
		}
	}
	return f
}

// find returns the statement that a head stands for.
func (f *finder) find(h heading) (assess.Place, How) {
	for _, id := range []string{h.whole, h.row} {
		if p, ok := placeOf(f.catalogue, id); ok {
			return p, ByID
		}
	}
	row := f.wordsOf(h.row)
	if p, ok := f.texts[strings.Join(row, "")]; ok {
		return p, ByBrackets
	}
	candidates := f.candidates(h)
	for _, text := range candidates {
		if p, ok := f.texts[strings.Join(text, "")]; ok {
			return p, ByHead
		}
	}
	for _, text := range append([][]string{row}, candidates...) {
		if p, ok := f.nearest(text); ok {
			return p, ByNearness
		}
	}
	return assess.Place{}, NotFound
}

// nearest returns the statement that is near a text. No two statements are near the same one.
func (f *finder) nearest(text []string) (p assess.Place, found bool) {
	text = content(text)
	for i := range f.statements {
		if s := &f.statements[i]; near(text, s.words) {
			return s.place, true
		}
	}
	return p, false
}

// candidates returns the texts of a head that may be a statement, but for the one in brackets.
func (f *finder) candidates(h heading) [][]string {
	whole := f.wordsOf(h.whole)
	all := [][]string{whole}
	if h.above != "" {
		all = append(all, f.wordsOf(h.above))
	}
	for _, asked := range f.asks {
		switch n := len(whole) - len(asked); {
		case n < 0:
		case slices.Equal(whole[:len(asked)], asked):
			all = append(all, whole[len(asked):])
		case slices.Equal(whole[n:], asked):
			all = append(all, whole[:n])
		}
	}
	if slash := strings.LastIndexByte(h.whole, '/'); slash >= 0 {
		all = append(all, f.wordsOf(h.whole[slash+1:]))
	}
	return all
}

// wordsOf returns the words of a text, which are found once.
func (f *finder) wordsOf(text string) []string {
	all, known := f.words[text]
	if !known {
		all = wordsIn(text)
		f.words[text] = all
	}
	return all
}

var (
	tag    = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`<[^<>]*>`) })
	number = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\s*[Qq]?\d{1,3}\s*[.:)]+\s`) })
)

// wordsIn returns the words of a text, which have letters and digits, in lower case, without a number before it and signs of web pages
// in it.
func wordsIn(text string) []string {
	if strings.ContainsAny(text, "<&") {
		text = html.UnescapeString(tag().ReplaceAllString(text, " "))
	}
	text = text[len(number().FindString(text)):]
	text = strings.NewReplacer("'", "", "’", "").Replace(strings.ToLower(norm.NFKC.String(text)))
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// normal returns the words of a text with nothing between them.
func normal(text string) string { return strings.Join(wordsIn(text), "") }

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
