package assess

import "github.com/coalcheck/coalcheck/pitfalls"

// Group is what one or more answers files say together. It is what package score reads: one person's answers are a
// group of one.
type Group struct {
	Catalogue *pitfalls.Catalogue
	// Coalition is the name that all files agree on, or empty.
	Coalition string
	// Date is the latest date of the files as YYYY-MM-DD, or empty.
	Date string
	// Respondents is how many people answered. A room counts everyone present.
	Respondents int
	// Chose is how many respondents named a focus, and Focus how many of them named each pitfall, by its index. One who
	// named three pitfalls counts once in Chose and for each of the three in Focus.
	Chose int
	Focus [pitfalls.PitfallCount]int
	// Topics holds the summed answers to each topic of the catalogue, by the topic's index.
	Topics []GroupTopic
}

// GroupTopic is what a group answered to one topic.
type GroupTopic struct {
	Overall   Tally
	Questions []Tally
	// Notes holds the notes of all who wrote one.
	Notes []string
}

// Quick reports whether the topic was answered by its overall statement.
func (t GroupTopic) Quick() bool { return !t.Overall.IsZero() }

// NewGroup returns the group of one answers file. A focus counts as chosen by everybody whom the file speaks for. The
// group shares its tallies with the answers, so neither may be changed afterwards.
func NewGroup(c *pitfalls.Catalogue, a *Answers) *Group {
	g := &Group{
		Catalogue:   c,
		Coalition:   a.Coalition,
		Date:        a.Date,
		Respondents: a.Respondents(),
		Topics:      make([]GroupTopic, len(a.Topics)),
	}
	for i, t := range a.Topics {
		g.Topics[i] = GroupTopic{Overall: t.Overall, Questions: t.Questions}
		if t.Note != "" {
			g.Topics[i].Notes = []string{t.Note}
		}
	}
	if len(a.Focus) > 0 {
		g.Chose = a.Respondents()
	}
	for _, id := range a.Focus {
		g.Focus[c.Index(id)] = a.Respondents()
	}
	return g
}
