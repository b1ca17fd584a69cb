package export

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/assess/textfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Map says what the words and the columns of a table mean that are not ours. A nil Map says nothing.
type Map struct {
	labels map[string]assess.Rating
	roles  map[string]assess.Role
	// columns holds what the columns are, by their heads in one line, or by their letters, as in "column C".
	columns map[string]Column
	places  map[string]textfile.Position
	used    map[string]bool
	name    string
}

// MaxMapSize is the largest map file, in bytes.
const MaxMapSize = 1 << 20

// maxMapDepth is how many levels of nesting are parsed. A map has two.
const maxMapDepth = 8

var mapMessages = textfile.Messages{
	File:           "a map of a table",
	TooLarge:       "the file is larger than 1 MiB, the most that a map may have; is it the right file?",
	TooDeep:        "the file is nested too deeply; a map needs two levels",
	SecondDocument: "a second document starts here; a map is one",
	JSONLines:      "there are %d maps in this file; a map is one",
	Table:          "this is a table of values (CSV), not a map; name the map behind --map, and the table behind the folder",
	Unlike:         `this is not a map; it begins with "labels:", "roles:" or "columns:" ("coalcheck help collecting")`,
	AfterEnd:       "the map ends before this; remove what follows",
	MissingColon:   "a colon is missing after this; write the word of the table, a colon, a space and what it means",
	Directive:      "lines that start with % have no use in a map; put the text in quotes or remove the line",
	Merge:          `"<<" has no meaning in a map; put it in quotes`,
	Alias:          "%s is an alias; put a text that starts with * in quotes",
}

var mapKeys = []string{"labels", "roles", "columns"}

// ReadMap reads a map file. Everything that is wrong with it is in the error, a *textfile.Error.
func ReadMap(name string, text []byte, c *pitfalls.Catalogue) (*Map, error) {
	file := &textfile.Reader{
		Name: name, MaxSize: MaxMapSize, MaxDepth: maxMapDepth, Texts: mapKeys,
		Known:    func(name string) bool { return mapKey(name) >= 0 },
		Messages: &mapMessages,
	}
	var m *Map
	err := file.Read(text, func(root *yaml.Node) {
		reader := &mapReader{Reader: file, catalogue: c}
		m = reader.read(root)
	})
	if err != nil {
		return nil, err
	}
	m.name = name
	return m, nil
}

func mapKey(name string) int {
	for i, key := range mapKeys {
		if key == name {
			return i
		}
	}
	return -1
}

type mapReader struct {
	*textfile.Reader
	catalogue *pitfalls.Catalogue
}

func (r *mapReader) read(root *yaml.Node) *Map {
	m := &Map{
		labels: map[string]assess.Rating{}, roles: map[string]assess.Role{}, columns: map[string]Column{},
		places: map[string]textfile.Position{}, used: map[string]bool{},
	}
	if root == nil || root.Kind != yaml.MappingNode {
		r.AddStart(mapMessages.Unlike)
		return m
	}
	values := r.Fields(root, len(mapKeys), mapKey, func(key *yaml.Node) {
		r.Addf(key, "%s", textfile.Unknown{
			Word: key.Value, Shown: textfile.Quote(key.Value), Known: func() []string { return mapKeys },
			Near: "unknown key {word}; did you mean {name}?", Far: "unknown key {word}; use one of {names}",
		})
	})
	r.pairs(values[0], folded, func(key string, word, value *yaml.Node) { m.labels[key] = r.label(word, value) })
	r.pairs(values[1], folded, func(key string, word, value *yaml.Node) { m.roles[key] = r.role(word, value) })
	r.pairs(values[2], columnKey, func(key string, word, value *yaml.Node) {
		m.columns[key] = r.column(word, value)
		m.places[key] = textfile.PositionOf(word)
	})
	return m
}

// pairs calls each for the pairs of a mapping. Words that are equal once they are spelled alike are an error.
func (r *mapReader) pairs(n *yaml.Node, spelled func(string) string, each func(key string, word, value *yaml.Node)) {
	if n == nil || !r.IsPlain(n) || textfile.IsEmpty(n) {
		return
	}
	if n.Kind != yaml.MappingNode {
		r.Addf(n, "this must be pairs of a word of the table and what it means, not %s", textfile.Describe(n))
		return
	}
	lines := map[string]int{}
	for k := 0; k < len(n.Content); k += 2 {
		word, value := n.Content[k], n.Content[k+1]
		if !r.IsPlain(word) || !r.IsPlain(value) {
			continue
		}
		if word.Kind != yaml.ScalarNode {
			r.Addf(word, "this must be a word of the table, not %s; put it in quotes", textfile.Describe(word))
			continue
		}
		if inCurlyQuotes(word.Value) {
			r.Addf(word, "%s is in curly quotes, which an editor made; write straight ones", textfile.Quote(word.Value))
			continue
		}
		key := spelled(word.Value)
		if first, twice := lines[key]; twice {
			r.Addf(word, "%s is there twice, first in line %d; remove one", textfile.Quote(word.Value), first)
			continue
		}
		lines[key] = word.Line
		switch {
		case textfile.IsNull(value):
			r.Addf(word, "%s: nothing is behind the colon; say what it means", textfile.Quote(word.Value))
		case value.Kind != yaml.ScalarNode:
			r.Addf(value, "%s: this must be one word, not %s", textfile.Quote(word.Value), textfile.Describe(value))
		default:
			each(key, word, value)
		}
	}
}

// inCurlyQuotes reports whether a text has quotes around it that are none in YAML.
func inCurlyQuotes(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	return safetext.StraightQuote(first) != 0 && safetext.StraightQuote(last) != 0
}

// noAnswer is what a map calls a cell that is no answer.
const noAnswer = "open"

func (r *mapReader) label(word, value *yaml.Node) assess.Rating {
	for rating := assess.Lowest; rating <= assess.NotApplicable; rating++ {
		if value.Value == rating.String() {
			return rating
		}
	}
	if value.Value != noAnswer {
		r.Addf(value, "%s: %s is not a rating; use 1 to 5, dk, na, or open for no answer", textfile.Quote(word.Value), textfile.Describe(value))
	}
	return assess.Unanswered
}

func (r *mapReader) role(word, value *yaml.Node) assess.Role {
	for _, role := range assess.Roles() {
		if value.Value == string(role) {
			return role
		}
	}
	if value.Value != noAnswer {
		r.Addf(value, "%s: %s is not a role; use leader, staff, member, partner, or open for no role", textfile.Quote(word.Value), textfile.Describe(value))
	}
	return ""
}

// otherUses are the columns that are no statements, by what a map calls them.
var otherUses = map[string]Use{"ignore": Ignored, "coalition": Coalition, "role": Role, "date": Date, "respondent": Respondent}

func (r *mapReader) column(word, value *yaml.Node) Column {
	if use, known := otherUses[value.Value]; known {
		return Column{Use: use, How: ByMap, rank: -1}
	}
	if p, ok := placeOf(r.catalogue, value.Value); ok {
		return Column{Use: Statement, How: ByMap, Place: p}
	}
	if topic, found := strings.CutSuffix(value.Value, ".note"); found && r.catalogue.Index(topic) >= 0 {
		return Column{Use: Note, How: ByMap, Place: assess.Place{Topic: r.catalogue.Index(topic)}}
	}
	r.Addf(value, "%s: %s is no statement; use an id such as unclear-purpose.many-directions or unclear-purpose, a topic with .note, coalition, role, date, respondent or ignore",
		textfile.Quote(word.Value), textfile.Describe(value))
	return Column{}
}

// label returns the rating that a word means.
func (m *Map) label(word string) (r assess.Rating, known bool) {
	if m == nil {
		return assess.Unanswered, false
	}
	r, known = m.labels[folded(word)]
	return r, known
}

// means returns what a word of statements means, as a map spells it, and meansRole what one of roles means.
func (m *Map) means(word string) string {
	r, _ := m.label(word)
	return cmp.Or(r.String(), noAnswer)
}

func (m *Map) meansRole(word string) string {
	role, _ := m.role(word)
	return cmp.Or(string(role), noAnswer)
}

// role returns the role that a word means.
func (m *Map) role(word string) (role assess.Role, known bool) {
	if m == nil {
		return "", false
	}
	role, known = m.roles[folded(word)]
	return role, known
}

// letterKey matches a column by its letter.
var letterKey = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?i:column) ([A-Za-z]{1,2})$`) })

// columnKey returns the name of a column as it is looked up.
func columnKey(name string) string {
	name = safetext.Clean(name)
	if m := letterKey().FindStringSubmatch(name); m != nil {
		return letterOf(strings.ToUpper(m[1]))
	}
	return name
}

func letterOf(letters string) string { return "column " + letters }

// column returns the column with an index as the map knows it. Its letter goes before its head, which others may have, too.
func (m *Map) column(i int, c Column) (known Column, ok bool) {
	if m == nil {
		return c, false
	}
	for _, key := range []string{letterOf(Letters(i + 1)), columnKey(c.Head)} {
		if known, ok = m.columns[key]; ok {
			m.used[key] = true
			known.Head = c.Head
			return known, true
		}
	}
	return c, false
}

// Unused returns what is wrong with a map once all tables are read: a column that no table has. It is nil where nothing is.
func (m *Map) Unused() error {
	if m == nil {
		return nil
	}
	e := &textfile.Error{Name: m.name}
	for key, at := range m.places {
		if !m.used[key] {
			e.Problems = append(e.Problems, textfile.Problem{Line: at.Line, Column: at.Column, Message: unused(key)})
		}
	}
	if len(e.Problems) == 0 {
		return nil
	}
	slices.SortFunc(e.Problems, func(a, b textfile.Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return e
}

// unused says that no table has a column.
func unused(key string) string {
	if letterKey().MatchString(key) {
		return "no table has a " + key + "; the list of columns shows the letters"
	}
	return "no table has a column with the head " + textfile.Quote(key) + "; copy the head as the list of columns shows it"
}
