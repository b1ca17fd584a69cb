package score

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// both returns a line for each topic that gives all signs the one and all practices the other answer.
func both(pitfall, pill string, more ...string) []string {
	return append(append(all(pitfalls.Pitfall, pitfall), all(pitfalls.Pill, pill)...), more...)
}

// cautionsOf names the cautions of a result with their figures.
func cautionsOf(r *Result) string {
	var all []string
	for _, c := range r.Cautions {
		text := c.Kind.String()
		switch c.Kind {
		case OnePerson:
		case Flat:
			text += fmt.Sprintf(" %v %d/%d", c.Rating, c.Count, c.Of)
		case OneWay:
			text += fmt.Sprintf(" %.3f", c.Sum)
		case Clashing:
			text += fmt.Sprintf(" %d %s %s", len(c.Clashes), c.Clashes[0].Practice, c.Clashes[0].Sign)
		case LittleKnown:
			text += fmt.Sprintf(" %d/%d", c.DontKnow, c.Of)
		case FilesAlike:
			text += fmt.Sprintf(" %d", c.Files)
		case WhoAnswered:
			text += fmt.Sprintf(" %d %d %d %d %d", c.Roles.Leaders, c.Roles.Staff, c.Roles.Members, c.Roles.Partners, c.Roles.Untold)
		}
		all = append(all, text)
	}
	return strings.Join(all, "; ")
}

func TestCautionsOfOnePerson(t *testing.T) {
	clash := []string{
		"have-a-plan: 4 5", "partnerships-are-hard: 1 4", "unclear-roles: 1 1 4", "unresolved-conflict: 5 1 1", "overcommitted: 4 1 1",
	}
	for _, test := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"nothing answered", nil, ""},
		{"one answer", []string{"risk: 3 ."}, "one-person"},
		{"all 3", both("3", "3"), "one-person; flat 3 50/50"},
		{"all 5", both("5", "5"), "one-person; flat 5 50/50; one-way 4.000; clash 7 have-a-plan.who-and-when unclear-roles.different-answers"},
		{"all 1", both("1", "1"), "one-person; flat 1 50/50; one-way -4.000"},
		{"nine in ten", both("1", "5", all(pitfalls.Pill, "1")[0], all(pitfalls.Pill, "5")[0]), "one-person"},
		// 20 ratings, 18 of them 3: two overall statements differ.
		{"20 ratings, nine in ten", quick("3", "overcommitted: overall 1", "overselling: overall 1"), "one-person; flat 3 18/20"},
		{"20 ratings, less than nine in ten", quick("3", "overcommitted: overall 1", "overselling: overall 1", "risk: overall 1"), "one-person"},
		{"19 ratings", quick("3", "overcommitted: ? . ."), "one-person"},
		// Means 4 and 3.5 − and 20 ratings: 4 + 3.5 − 6 = 1.5.
		{"one-way by exactly 1.5", halves("4", "3", "4"), "one-person; one-way 1.500"},
		{"a hair under 1.5", halves("4", "3", "4", "risk: overall 3"), "one-person"},
		{"one-way by 19 ratings", quick("5", "risk: overall ?"), "one-person"},
		{"one-way down", halves("2", "3", "2"), "one-person; one-way -1.500"},
		{"the other way round", both("5", "1"), "one-person"},
		{"one half alone", all(pitfalls.Pitfall, "5"), "one-person; flat 5 30/30"},
		{"three pairs", clash, "one-person; clash 3 have-a-plan.who-and-when unclear-roles.different-answers"},
		{"two pairs", append(clash[:4:4], "overcommitted: 3 5 5"), "one-person"},
		{"a third not known", []string{"risk: 3 ?", "have-a-plan: 3 .", "overcommitted: - ? 3"}, "one-person; little-known 2/6"},
		{"less than a third", []string{"risk: 3 ?", "have-a-plan: 3 3"}, "one-person"},
		{"nothing known", []string{"risk: ? ?"}, "one-person; little-known 2/2"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := cautionsOf(scoreLines(t, test.lines...)); got != test.want {
				t.Errorf("cautions %q; want %q", got, test.want)
			}
		})
	}
}

// quick gives every overall statement the same answer, but for those with a line of their own.
func quick(word string, more ...string) []string { return halves(word, word, word, more...) }

// halves gives the overall statements of the pitfalls one answer, and those of the pills two others by turns, but for those
// with a line of their own.
func halves(pitfall, pill, other string, more ...string) []string {
	lines := more
	for i, topic := range pitfalls.English().Topics {
		word := pitfall
		if topic.Kind == pitfalls.Pill {
			word = []string{pill, other}[i%2]
		}
		if !slices.ContainsFunc(more, func(line string) bool { return strings.HasPrefix(line, topic.ID+":") }) {
			lines = append(lines, topic.ID+": overall "+word)
		}
	}
	return lines
}

func TestCautionsOfSeveral(t *testing.T) {
	room := roleLines{"", []string{"present: 9", "risk: overall 0/0/9/0/0"}}
	for _, test := range []struct {
		name  string
		files []roleLines
		want  string
	}{
		{"nothing answered", times(2, "leader"), ""},
		{"a room", []roleLines{room}, "who-answered 0 0 0 0 9"},
		{"a room of one", []roleLines{{"", []string{"present: 1", "risk: overall 3"}}}, "who-answered 0 0 0 0 1"},
		{
			"roles", slices.Concat(times(2, "leader", "risk: 3 3"), times(1, "staff"), times(3, "member"), times(1, "partner"), times(1, "")),
			"who-answered 2 1 3 1 1",
		},
		{"flat files", append(times(2, "member", both("3", "3")...), times(1, "member", "risk: 3 4")...), "who-answered 0 0 3 0 0; files-alike 2"},
		{"no clash among several", times(2, "member", both("5", "5")...), "who-answered 0 0 2 0 0; files-alike 2"},
		{"a room all of whose hands are the same", []roleLines{{"", []string{"present: 30", "risk: overall 0/0/30/0/0"}}, room}, "who-answered 0 0 0 0 39"},
		{"little known", times(2, "partner", "risk: ? 3"), "who-answered 0 0 0 2 0; little-known 2/4"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := cautionsOf(Score(groupOf(t, test.files...))); got != test.want {
				t.Errorf("cautions %q; want %q", got, test.want)
			}
		})
	}
}

func TestConfidentialCautions(t *testing.T) {
	flat := both("3", "3")
	for _, test := range []struct {
		name  string
		files []roleLines
		want  string
	}{
		{"one person", times(1, "leader", both("5", "5")...), ""},
		{"four flat files of nine", append(times(4, "", flat...), times(5, "", "risk: 3 3")...), "who-answered 0 0 0 0 9"},
		{"five flat files of nine", append(times(5, "", flat...), times(4, "", "risk: 3 3")...), "who-answered 0 0 0 0 9"},
		{"five flat files of ten", append(times(5, "", flat...), times(5, "", "risk: 3 3")...), "who-answered 0 0 0 0 10; files-alike 5"},
		{"nothing but flat files", times(5, "", flat...), "who-answered 0 0 0 0 5; files-alike 5"},
		{"one leader and nine members", append(times(1, "leader", "risk: 3 3"), times(9, "member", "risk: 3 3")...), "who-answered 0 0 0 0 0"},
		{"six leaders and nine members", append(times(6, "leader", "risk: 3 3"), times(9, "member", "risk: 3 3")...), "who-answered 6 0 9 0 0"},
		{
			"six others who may be anybody",
			slices.Concat(times(3, "leader", "risk: 3 3"), times(3, "staff", "risk: 3 3"), times(9, "member", "risk: 3 3")),
			"who-answered 0 0 9 0 0",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := cautionsOf(Confidential(groupOf(t, test.files...))); got != test.want {
				t.Errorf("cautions %q; want %q", got, test.want)
			}
		})
	}
}

func TestInvitedIsSaidWithWhoAnswered(t *testing.T) {
	g := groupOf(t, times(2, assess.Leader, "risk: 3 3")...)
	g.Invited = 25
	if c := Score(g).Caution(WhoAnswered); c == nil || c.Invited != 25 || c.Roles != (group.Roles{Leaders: 2}) {
		t.Errorf("who answered: %+v", c)
	}
}
