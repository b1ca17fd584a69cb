// Package group adds up answers files into a group, draws resamples of it, and notices what readers should know about
// the files.
package group

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Group is the sum of one or more answers files, and the input of package score. The answers of one person are a group
// of one.
type Group struct {
	Catalogue *pitfalls.Catalogue
	// Coalition is the name that all files agree on, or empty. A file that names none agrees with every name. Names that look
	// the same are the same: this is their form NFC of Unicode.
	Coalition string
	// CoalitionsDiffer reports whether Coalition is empty because the files name different ones.
	CoalitionsDiffer bool
	// Named is how many of the files name a coalition.
	Named int
	// Date is the latest date of the files as YYYY-MM-DD, or empty.
	Date string
	// Languages holds the languages in which the statements were asked, sorted by their tags.
	Languages []Language
	// Files is how many answers files the group was gathered from, and Skipped how many were left out because of errors
	// in them.
	Files, Skipped int
	// Respondents is how many people answered. A workshop counts everyone present. Workshops is how many of the files are
	// of one, and Roles how many respondents have each role.
	Respondents, Workshops int
	Roles                  Roles
	// Flat is how many of the files of one person give nearly all statements the same rating.
	Flat int
	// Invited is how many people were asked to answer, or 0 where nobody told.
	Invited int
	// FocusVoters is how many respondents named a focus, and Focus how many of them named each pitfall, by its index. Of a
	// workshop with dots they are all who were present, and the dots.
	// One who named three pitfalls counts once in FocusVoters and for each of the three in Focus.
	FocusVoters int
	Focus       [pitfalls.PitfallCount]int
	// Dots holds how many of Focus are dots of workshops.
	Dots [pitfalls.PitfallCount]int
	// Topics holds the summed answers to each topic of the catalogue, by the topic's index.
	Topics []Topic
	// Hands holds, like Topics, that part of it which workshops answered, without notes. It is nil where there was none.
	Hands []Topic
	// Leaders is what leaders and staff answered, Members what members and partners did. People without a role are
	// in neither.
	Leaders, Members Side
	// Bootstrap is nil unless the group was gathered with one.
	Bootstrap *Bootstrap
}

// Roles counts respondents by their role. Untold did not say theirs.
type Roles struct{ Leaders, Staff, Members, Partners, Untold int }

// count returns where a role is counted.
func (r *Roles) count(role assess.Role) *int {
	switch role {
	case assess.Leader:
		return &r.Leaders
	case assess.Staff:
		return &r.Staff
	case assess.Member:
		return &r.Members
	case assess.Partner:
		return &r.Partners
	default:
		return &r.Untold
	}
}

func (r *Roles) add(o Roles) {
	r.Leaders += o.Leaders
	r.Staff += o.Staff
	r.Members += o.Members
	r.Partners += o.Partners
	r.Untold += o.Untold
}

// Total returns how many respondents there are.
func (r Roles) Total() int { return r.Leaders + r.Staff + r.Members + r.Partners + r.Untold }

// OnePerson reports whether the group is the answers of one person who answered alone.
func (g *Group) OnePerson() bool { return g.Respondents == 1 && g.Workshops == 0 }

// Language is a language in which statements were asked, as a tag in lower case, and how many respondents it had.
type Language struct {
	Tag         string
	Respondents int
}

// Topic is what a group answered to one topic.
type Topic struct {
	Overall   assess.Tally
	Questions []assess.Tally
	// Notes holds the notes of all who wrote one, sorted by their text.
	Notes []string
	// ReadOut holds those of Notes that may be read out, and ForAll also those of workshops, which everybody has seen.
	ReadOut, ForAll []string
}

// Side is the answers of one side of the coalition.
type Side struct {
	// Respondents is how many people are on this side.
	Respondents int
	// Topics holds their answers as Group.Topics does, without notes. It is nil where there are none.
	Topics []Topic
}

// Quick reports whether the topic was answered by its overall statement.
func (t Topic) Quick() bool { return !t.Overall.IsZero() }

// Of returns the group of one answers file. A focus counts as chosen by everybody whom the file speaks for. The
// group shares its tallies with the answers, so neither may be changed afterwards.
func Of(c *pitfalls.Catalogue, a *assess.Answers) *Group {
	g := &Group{
		Catalogue:   c,
		Coalition:   norm.NFC.String(a.Coalition),
		Date:        a.Date,
		Languages:   []Language{{strings.ToLower(cmp.Or(a.Language, c.Language)), a.Respondents()}},
		Files:       1,
		Respondents: a.Respondents(),
		Topics:      tallies(a),
	}
	*g.Roles.count(a.Role) = g.Respondents
	if a.Coalition != "" {
		g.Named = 1
	}
	if a.Present > 0 {
		g.Workshops, g.Hands = 1, tallies(a)
	} else if _, flat := FlatRatings(g.Topics); flat {
		g.Flat = 1
	}
	if side := g.side(a.Role); side != nil {
		*side = Side{g.Respondents, tallies(a)}
	}
	for i, t := range a.Topics {
		if t.Note != "" {
			g.Topics[i].Notes = []string{t.Note}
			if a.ReadOut {
				g.Topics[i].ReadOut = g.Topics[i].Notes
			}
			if a.ReadOut || a.Workshop() {
				g.Topics[i].ForAll = g.Topics[i].Notes
			}
		}
	}
	if len(a.Focus) > 0 || a.HasDots() {
		g.FocusVoters = g.Respondents
	}
	g.Focus, g.Dots = a.Dots, a.Dots
	for _, id := range a.Focus {
		g.Focus[c.Index(id)] = g.Respondents
	}
	return g
}

// tallies returns the answers to each topic, without notes.
func tallies(a *assess.Answers) []Topic {
	topics := make([]Topic, len(a.Topics))
	for i, t := range a.Topics {
		topics[i] = Topic{Overall: t.Overall, Questions: t.Questions}
	}
	return topics
}

// side returns the side that a role is on, or nil.
func (g *Group) side(r assess.Role) *Side {
	switch r {
	case assess.Leader, assess.Staff:
		return &g.Leaders
	case assess.Member, assess.Partner:
		return &g.Members
	default:
		return nil
	}
}

// add adds up everything of another group that is a number or a note, and keeps the later date. The topics of g must be
// its own.
func (g *Group) add(o *Group) {
	g.Date = max(g.Date, o.Date)
	g.addLanguages(o.Languages)
	g.Named += o.Named
	g.Files += o.Files
	g.Skipped += o.Skipped
	g.Respondents += o.Respondents
	g.Workshops += o.Workshops
	g.Roles.add(o.Roles)
	g.Flat += o.Flat
	g.FocusVoters += o.FocusVoters
	for i, n := range o.Focus {
		g.Focus[i] += n
		g.Dots[i] += o.Dots[i]
	}
	addTopics(g.Topics, o.Topics)
	if o.Hands != nil {
		if g.Hands == nil {
			g.Hands = emptyTopics(g.Catalogue)
		}
		addTopics(g.Hands, o.Hands)
	}
	g.Leaders.add(g.Catalogue, &o.Leaders)
	g.Members.add(g.Catalogue, &o.Members)
}

func (g *Group) addLanguages(more []Language) {
	for _, l := range more {
		i, found := slices.BinarySearchFunc(g.Languages, l, func(a, b Language) int { return cmp.Compare(a.Tag, b.Tag) })
		if !found {
			g.Languages = slices.Insert(g.Languages, i, Language{Tag: l.Tag})
		}
		g.Languages[i].Respondents += l.Respondents
	}
}

func (s *Side) add(c *pitfalls.Catalogue, o *Side) {
	if o.Topics == nil {
		return
	}
	if s.Topics == nil {
		s.Topics = emptyTopics(c)
	}
	s.Respondents += o.Respondents
	addTopics(s.Topics, o.Topics)
}

func addTopics(sum, more []Topic) {
	for i := range more {
		s, m := &sum[i], &more[i]
		s.Overall = s.Overall.Plus(m.Overall)
		for j := range m.Questions {
			s.Questions[j] = s.Questions[j].Plus(m.Questions[j])
		}
		s.Notes = append(s.Notes, m.Notes...)
		s.ReadOut = append(s.ReadOut, m.ReadOut...)
		s.ForAll = append(s.ForAll, m.ForAll...)
	}
}

// emptyTopics returns what a group of nobody answered.
func emptyTopics(c *pitfalls.Catalogue) []Topic {
	topics := make([]Topic, len(c.Topics))
	for i := range topics {
		topics[i].Questions = make([]assess.Tally, len(c.Topics[i].Questions))
	}
	return topics
}
