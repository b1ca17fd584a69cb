package export

import (
	"slices"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Use is what a column is read as.
type Use uint8

// The uses.
const (
	// NotRead is a column that has no use for us.
	NotRead Use = iota
	// Ignored is a column that the map leaves out.
	Ignored
	// Dropped is a column with the name or the address of a person or of a device.
	Dropped
	// Statement is a column with ratings, Note one with notes on a topic.
	Statement
	Note
	// Coalition, Role and Date are columns with what their names say. Respondent is a column with names of persons, or a part of them.
	Coalition
	Role
	Date
	Respondent
)

// Column is a column of a table.
type Column struct {
	// Head is its head in one line.
	Head string
	Use  Use
	How  How
	// Place is the statement. Of a note, its topic is the topic.
	Place assess.Place

	// rank says how well a column of dates tells when a person answered: the index of its head among dateHeads, or -1 by a map.
	rank int
}

// columnsOf finds out what the columns are. The map has the first word.
func (r *reader) columnsOf(heads []heading) {
	r.Columns = make([]Column, len(heads))
	questions := map[string]bool{}
	for _, h := range heads {
		questions[h.shown] = true
	}
	for i, h := range heads {
		c := Column{Head: h.shown}
		var mapped bool
		switch c, mapped = r.Map.column(i, c); {
		case mapped:
		case isCompanion(h, questions):
		default:
			if c.Place, c.How = r.find.find(h); c.How != NotFound {
				c.Use = Statement
			} else {
				r.otherColumn(&c, h)
			}
		}
		r.Columns[i] = c
	}
	r.oneDate()
	r.respondents()
}

// isCompanion reports whether a column goes with another one, as the points and the feedback of a quiz do: "Points - Question".
func isCompanion(h heading, questions map[string]bool) bool {
	_, question, found := strings.Cut(h.shown, " - ")
	return found && questions[question]
}

// The heads of columns that are no statements, in our spelling. Those of dates are in the order in which they are preferred; the first
// ones have no date where a person did not finish.
var (
	coalitionHeads  = []string{"coalition", "coalitionname", "nameofcoalition", "nameofthecoalition", "nameofyourcoalition", "yourcoalition", "whatisyourcoalitioncalled"}
	roleHeads       = []string{"role", "yourrole", "roleinthecoalition", "yourroleinthecoalition", "whatisyourrole", "whatisyourroleinthecoalition", "whatisyourpartinthecoalition", "whatisyourpartinit"}
	dateHeads       = []string{"submitdate", "datesubmitted", "completiontime", "enddate", "submissiontime", "end", "timestamp", "date", "today"}
	respondentHeads = []string{"respondent", "name", "yourname", "fullname", "firstname", "lastname"}
	addressHeads    = []string{"email", "emailaddress", "mailaddress", "username", "ipaddress", "ip", "submittedby", "deviceid", "device", "phone", "phonenumber"}
)

// otherColumn finds out what a column is that is no statement.
func (r *reader) otherColumn(c *Column, h heading) {
	var texts []string
	for _, text := range []string{h.whole, h.above, h.whole[strings.LastIndexByte(h.whole, '/')+1:]} {
		texts = append(texts, strings.Join(r.find.wordsOf(text), ""))
	}
	is := func(heads []string) bool {
		return slices.ContainsFunc(texts, func(text string) bool { return slices.Contains(heads, text) })
	}
	c.How = ByHead
	switch topic := topicOfNote(texts, r.catalogue); {
	case topic >= 0:
		c.Use, c.Place.Topic = Note, topic
	case is(coalitionHeads):
		c.Use = Coalition
	case is(roleHeads):
		c.Use = Role
	case is(dateHeads):
		c.Use, c.rank = Date, slices.IndexFunc(dateHeads, func(head string) bool { return slices.Contains(texts, head) })
	case is(respondentHeads):
		c.Use = Respondent
	case is(addressHeads):
		c.Use = Dropped
	default:
		c.How = NotFound
	}
}

// noteHeads are how the head of a column with notes begins, and noteEnds how it ends, around the name of a topic.
var (
	noteHeads = []string{"addanoteon", "noteon", "noteson", "note", "notes"}
	noteEnds  = []string{"note", "notes"}
)

// topicOfNote returns the index of the topic that a column has notes on, or -1.
func topicOfNote(texts []string, c *pitfalls.Catalogue) int {
	isTopic := func(t *pitfalls.Topic, name string) bool {
		return name == normal(t.ID) || name == normal(t.Label) || name == normal(t.Title)
	}
	for _, text := range texts {
		for t := range c.Topics {
			topic := &c.Topics[t]
			before := func(start string) bool { return strings.HasPrefix(text, start) && isTopic(topic, text[len(start):]) }
			behind := func(end string) bool {
				return strings.HasSuffix(text, end) && isTopic(topic, strings.TrimSuffix(text, end))
			}
			if slices.ContainsFunc(noteHeads, before) || slices.ContainsFunc(noteEnds, behind) {
				return t
			}
		}
	}
	return -1
}

// oneDate leaves one column of dates, the one that tells best when a person answered.
func (r *reader) oneDate() {
	best, rank := -1, len(dateHeads)
	for i := range r.Columns {
		c := &r.Columns[i]
		if c.Use == Date && c.rank < rank {
			best, rank = i, c.rank
		}
	}
	for i := range r.Columns {
		if c := &r.Columns[i]; c.Use == Date && i != best {
			c.Use, c.How = NotRead, NotFound
		}
	}
	r.date = best
}

// respondents leaves names of persons only where they are wanted. Where there are none, addresses take their place.
func (r *reader) respondents() {
	named := slices.ContainsFunc(r.Columns, func(c Column) bool { return c.Use == Respondent })
	for i := range r.Columns {
		c := &r.Columns[i]
		switch {
		case c.Use == Respondent && !r.Names:
			c.Use = Dropped
		case c.Use == Dropped && r.Names && !named && strings.HasPrefix(normal(c.Head), "email"):
			c.Use, named = Respondent, true
		}
	}
}

// checkColumns says what is wrong with the columns: two for one statement, none, or statements of both depths.
func (r *reader) checkColumns() {
	seen := map[assess.Place]int{}
	notes := map[int]int{}
	var quick, full []int
	for i, c := range r.Columns {
		switch first, twice := seen[c.Place]; {
		case c.Use == Note:
			if first, twice := notes[c.Place.Topic]; twice {
				r.twice(first, i, "%s has notes on the same topic as column %s, %s; "+leaveOut)
			}
			notes[c.Place.Topic] = i
			continue
		case c.Use != Statement:
			continue
		case twice:
			r.twice(first, i, "%s is the same statement as column %s, %s; "+leaveOut)
			continue
		}
		seen[c.Place] = i
		if c.Place.Question == assess.Overall {
			quick = append(quick, i)
		} else {
			full = append(full, i)
		}
	}
	r.Depth = assess.Full
	switch {
	case len(quick) > 0 && len(full) > 0:
		r.Depth = assess.Mixed
		r.Err.addf(0, 0, "overall statements (%s) and single ones (%s) cannot be in one table; leave out those of one kind with a map (--map): \"ignore\"",
			r.heads(quick), r.heads(full))
	case len(quick) > 0:
		r.Depth = assess.Quick
	case len(full) == 0:
		r.Err.addf(0, 0, "no column is one of our statements; export the questions in their full words, not as codes, or say in a map which column is which (--map)")
	}
	if r.Depth == assess.Mixed || len(quick)+len(full) == 0 {
		return
	}
	q := assess.Questionnaire{Catalogue: r.catalogue, Depth: r.Depth}
	for _, p := range q.Places() {
		if _, found := seen[p]; !found {
			r.Missing = append(r.Missing, p)
		}
	}
}

// leaveOut says how one of two columns is left out.
const leaveOut = `leave one of them out with a map (--map): "column %s: ignore"`

// twice says that two columns are for the same.
func (r *reader) twice(first, second int, message string) {
	r.Err.addf(0, second+1, message, quoted(r.Columns[second].Head), Letters(first+1), quoted(r.Columns[first].Head), Letters(second+1))
}

// submittedHeads is how many of dateHeads have no date where a person did not finish.
const submittedHeads = 2

// submitted reports whether a column of dates has none where a person did not finish.
func (c *Column) submitted() bool { return c.rank >= 0 && c.rank < submittedHeads }

// mostHeads is how many columns a sentence names.
const mostHeads = 5

// heads names columns.
func (r *reader) heads(columns []int) string {
	var names []string
	for i, column := range columns {
		if i == mostHeads {
			names = append(names, "others")
			break
		}
		names = append(names, Letters(column+1)+" "+quoted(r.Columns[column].Head))
	}
	return safetext.JoinList(names, "and")
}
