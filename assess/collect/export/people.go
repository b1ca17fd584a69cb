package export

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/safetext"
)

// understand makes people of the rows.
func (r *reader) understand() {
	raw, days := r.findDays()
	values := ratings{catalogue: r.catalogue, words: r.Map}
	ids := counter{}
	for i := range r.people {
		p := Person{Row: r.people[i].row, Answers: assess.New(r.catalogue)}
		p.Answers.Date = days[i]
		said := r.said(&r.people[i], p.Answers, &values)
		if said == nil {
			r.Unanswered++
			continue
		}
		p.ID = ids.next(append(said, "role "+folded(r.raw(&r.people[i], Role)), "date "+raw[i]))
		r.People = append(r.People, p)
	}
	r.explain(&values)
}

// findDays takes out the rows of people who did not finish, which have no date of submission. It returns the cells of the dates of
// all others, and their days.
func (r *reader) findDays() (raw, days []string) {
	at := slices.Index(r.needed, r.date)
	if at < 0 {
		return make([]string, len(r.people)), make([]string, len(r.people))
	}
	c := &r.Columns[r.date]
	if c.submitted() {
		all := len(r.people)
		r.people = slices.DeleteFunc(r.people, func(p record) bool { return p.cells[at] == "" })
		r.Unfinished = all - len(r.people)
	}
	areDays := true
	var read []digits
	for _, p := range r.people {
		cell := p.cells[at]
		raw, read = append(raw, cell), append(read, dayIn(cell))
		areDays = areDays && (cell == "" || read[len(read)-1] != digits{})
	}
	if !areDays {
		c.Use, c.How = NotRead, NotFound
		return raw, make([]string, len(r.people))
	}
	return raw, r.days(r.date, raw, read)
}

// raw returns the cell of a row in the first column with this use, or "".
func (r *reader) raw(p *record, use Use) string {
	for i, column := range r.needed {
		if r.Columns[column].Use == use {
			return p.cells[i]
		}
	}
	return ""
}

// said fills in the answers of a row. It returns what was said to statements and in notes, in one order whatever that of the
// columns is; nil where nothing was said.
func (r *reader) said(p *record, a *assess.Answers, values *ratings) []string {
	var all []string
	for i, column := range r.needed {
		cell, c := p.cells[i], &r.Columns[column]
		if cell == "" {
			continue
		}
		topic := c.Place.Topic
		switch c.Use {
		case Statement:
			a.Set(c.Place, assess.TallyOf(values.rating(p.row, column, cell, r.catalogue.Topics[topic].Kind)))
			all = append(all, strings.Join([]string{strconv.Itoa(topic), strconv.Itoa(c.Place.Question), folded(cell)}, " "))
		case Note:
			a.Topics[topic].Note = strings.TrimSpace(safetext.TypedNote(cell))
			all = append(all, strings.Join([]string{strconv.Itoa(topic), "note", cell}, " "))
		case Role:
			a.Role = cmp.Or(a.Role, values.role(p.row, column, cell))
		case Coalition:
			a.Coalition = cmp.Or(a.Coalition, r.name(p.row, column, cell))
		case Respondent: // the first name and the last
			a.Respondent = r.name(p.row, column, a.Respondent+" "+cell)
		default: // dates were read before, and of the other columns nothing is kept
		}
	}
	slices.Sort(all)
	return all
}

// name returns a name in one line.
func (r *reader) name(row, column int, name string) string {
	name = safetext.Clean(name)
	if n := utf8.RuneCountInString(name); n > assess.MaxName {
		r.Err.addf(row, column+1, "%d characters are too many for a name; use %d at most", n, assess.MaxName)
		return ""
	}
	return name
}

// explain says which words are no answers and no roles, and what the map explained.
func (r *reader) explain(values *ratings) {
	for _, w := range values.unknown.words {
		kind := r.catalogue.Topics[r.Columns[w.column].Place.Topic].Kind
		r.Err.addWrong(w, values.why(w, kind))
	}
	for _, w := range values.roles.words {
		r.Err.addWrong(w, whyRole(w))
	}
	r.Err.Mappable = r.Err.Mappable || len(values.unknown.words)+len(values.roles.words) > 0
	r.MoreUnknown = max(len(values.unknown.words)-maxWords, 0) + max(len(values.roles.words)-maxWords, 0)
	r.Unknown, r.UnknownRoles = values.unknown.list(maxWords), values.roles.list(maxWords)
	r.Mapped = append(values.mapped.explained(r.Map.means), values.mappedRoles.explained(r.Map.meansRole)...)
}

// idLength is how many hexadecimal digits an ID has.
const idLength = 12

// counter gives rows their IDs. Equal rows are several people who answered alike: the first of them has the same ID in every
// export of the form, and so has the second.
type counter map[string]int

func (c counter) next(said []string) string {
	text := strings.Join(said, "\x00")
	c[text]++
	sum := sha256.Sum256([]byte(strconv.Itoa(c[text]) + "\x00" + text))
	return hex.EncodeToString(sum[:])[:idLength]
}
