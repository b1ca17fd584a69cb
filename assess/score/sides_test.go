package score

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// roleLines are the answers of a person with a role.
type roleLines struct {
	role  assess.Role
	lines []string
}

// groupOf gathers files of some roles.
func groupOf(t *testing.T, files ...roleLines) *group.Group {
	t.Helper()
	g := group.NewGathering(pitfalls.English()).WithBootstrap()
	for _, f := range files {
		a := answers(t, f.lines...)
		a.Role = f.role
		g.Add("answers.yaml", a)
	}
	all, err := g.Group()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// times returns the same answers of so many people.
func times(n int, role assess.Role, lines ...string) []roleLines {
	return slices.Repeat([]roleLines{{role, lines}}, n)
}

func TestSeenDifferently(t *testing.T) {
	for _, test := range []struct {
		name  string
		files [][]roleLines
		want  map[string]SideDifference // but for the topic
	}{
		{"no roles", [][]roleLines{times(3, "", "overcommitted: 1 1 1"), times(3, "", "overcommitted: 5 5 5")}, nil},
		{"one side", [][]roleLines{times(3, "leader", "overcommitted: 1 1 1"), times(3, "staff", "overcommitted: 5 5 5")}, nil},
		{"one leader and one member", [][]roleLines{times(1, "leader", "overcommitted: 1 1 1"), times(1, "member", "overcommitted: 5 5 5")}, nil},
		{"two of one side rated one sign", [][]roleLines{
			times(2, "leader", "overcommitted: 1 1 1"), times(1, "leader", "overcommitted: 1 1 ."), times(3, "member", "overcommitted: 5 5 5"),
		}, nil},
		{
			"a whole point", // (2+3+2)/3 = 2.333 and (3+4+3)/3 = 3.333
			[][]roleLines{times(3, "leader", "overcommitted: 2 3 2"), times(3, "member", "overcommitted: 3 4 3")},
			map[string]SideDifference{"overcommitted": {Leaders: SideMean{Watch, 7.0 / 3, 0, 3, 3}, Members: SideMean{Pressing, 10.0 / 3, 0, 3, 3}, Rosier: Leaders}},
		},
		{
			"less than a point", // (2+3+2)/3 = 2.333 and (3+3+3)/3 = 3
			[][]roleLines{times(3, "leader", "overcommitted: 2 3 2"), times(3, "member", "overcommitted: 3 3 3")},
			nil,
		},
		{
			// A point and a third, 1 1 5 against 3 4 4; v 5.333 and 0.333, n 3: noise 2·√(5.667/3) = 2.749.
			"far but within the noise",
			[][]roleLines{
				times(2, "leader", "risk: overall 1"), times(1, "leader", "risk: overall 5"),
				times(1, "member", "risk: overall 3"), times(2, "member", "risk: overall 4"),
			},
			nil,
		},
		{
			"one side not scored", // one of three rated
			[][]roleLines{times(3, "leader", "overcommitted: 1 . ."), times(3, "member", "overcommitted: 5 5 5")},
			nil,
		},
		{
			"a pill, and somebody without a role", // 1 1 2 against 5 5 4
			[][]roleLines{
				times(2, "leader", "risk: overall 1"), times(1, "staff", "risk: overall 2"), times(1, "", "risk: overall 3"),
				times(2, "member", "risk: overall 5"), times(1, "partner", "risk: overall 4"),
			},
			map[string]SideDifference{"risk": {Leaders: SideMean{Weak, 4.0 / 3, 1.0 / 3, 3, 3}, Members: SideMean{Strong, 14.0 / 3, 1.0 / 3, 3, 3}, Rosier: Members}},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := Score(groupOf(t, slices.Concat(test.files...)...))
			got := map[string]SideDifference{}
			for _, s := range r.SeenDifferently {
				got[r.Topics[s.Topic].ID] = SideDifference{Leaders: rounded(s.Leaders), Members: rounded(s.Members), Rosier: s.Rosier}
			}
			want := map[string]SideDifference{}
			for id, s := range test.want {
				want[id] = SideDifference{Leaders: rounded(s.Leaders), Members: rounded(s.Members), Rosier: s.Rosier}
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("seen differently: %v; want %v", got, want)
			}
		})
	}
}

func TestTwoViews(t *testing.T) {
	pair := func(leaders, members string, topics ...string) []roleLines {
		var l, m []string
		for _, id := range topics {
			l, m = append(l, id+": overall "+leaders), append(m, id+": overall "+members)
		}
		return append(times(4, "leader", l...), times(4, "member", m...)...)
	}
	merged := func(parts ...[]roleLines) []roleLines {
		all := make([]roleLines, len(parts[0]))
		for i := range all {
			all[i].role = parts[0][i].role
			for _, p := range parts {
				all[i].lines = append(all[i].lines, p[i].lines...)
			}
		}
		return all
	}
	pills := []string{"risk", "have-a-plan", "key-support", "relationship"}
	for _, test := range []struct {
		name  string
		files []roleLines
		want  *TwoViews
	}{
		{"four of four", pair("5", "3", pills...), &TwoViews{Leaders, 4, 4, 2}},
		{"three of three", pair("5", "3", pills[:3]...), nil},
		{"the members", pair("2", "4", pills...), &TwoViews{Members, 4, 4, 2}},
		{"pitfalls turn round", merged(pair("4", "2", pills[:2]...), pair("1", "4", "overcommitted", "overselling")), &TwoViews{Leaders, 4, 4, 2.5}},
		{"half of eight", merged(pair("5", "3", pills...), pair("3", "3", "overcommitted", "overselling", "unclear-roles", "unclear-purpose")), &TwoViews{Leaders, 4, 8, 2}},
		{"less than half", merged(pair("5", "3", pills...), pair("3", "3", "overcommitted", "overselling", "unclear-roles", "unclear-purpose", "taking-credit")), nil},
		{"both directions", merged(pair("2", "5", "overcommitted", "overselling", "unclear-roles", "unclear-purpose"), pair("2", "4", pills...)), &TwoViews{Leaders, 4, 8, 3}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := Score(groupOf(t, test.files...)).TwoViews; !reflect.DeepEqual(got, test.want) {
				t.Errorf("two views %+v; want %+v", got, test.want)
			}
		})
	}
}

// rounded drops what floats have beyond a millionth.
func rounded(s SideMean) SideMean {
	s.Mean, s.Variance = Rounded(s.Mean), Rounded(s.Variance)
	return s
}

func TestTheLargestDistanceComesFirst(t *testing.T) {
	r := Score(groupOf(t, append(
		times(3, "leader", "unclear-roles: 1 1 1", "overcommitted: 1 1 1", "have-a-plan: 5 5", "key-support: 2 2"),
		times(3, "partner", "unclear-roles: 3 3 3", "overcommitted: 5 5 5", "have-a-plan: 3 3", "key-support: 4 4")...,
	)...))
	var got []int
	for _, s := range r.SeenDifferently {
		got = append(got, s.Topic)
	}
	// 4 points, then three of 2 points in catalogue order.
	if got, want := ids(r, got), "overcommitted unclear-roles have-a-plan key-support"; got != want {
		t.Errorf("order %q; want %q", got, want)
	}
	if d := r.SeenDifferently[2].Distance(); d != 2 {
		t.Errorf("distance of 5 and 3 is %v", d)
	}
}

// What the sides see differently takes turns with what the plan starts with, behind the first step: but where this is itself
// seen differently, it begins.
func TestTalksAboutWhatTheSidesSeeDifferently(t *testing.T) {
	for _, test := range []struct {
		name             string
		leaders, members []string
		want             string
	}{
		{
			"behind the first step",
			[]string{"unclear-purpose: overall 5", "unresolved-conflict: overall 4", "risk: overall 3"},
			[]string{"unclear-purpose: overall 5", "unresolved-conflict: overall 4", "risk: overall 2"},
			"unclear-purpose first-step, risk seen-differently, unresolved-conflict first-step",
		},
		{
			"the larger distance first",
			[]string{"risk: overall 3", "have-a-plan: overall 5"},
			[]string{"risk: overall 2", "have-a-plan: overall 3"},
			"have-a-plan seen-differently, risk seen-differently",
		},
		{
			"the first step itself",
			[]string{"unclear-purpose: overall 4", "unresolved-conflict: overall 3"},
			[]string{"unclear-purpose: overall 3", "unresolved-conflict: overall 3"},
			"unclear-purpose seen-differently, unresolved-conflict first-step",
		},
		{
			"split, too",
			[]string{"risk: overall 5"},
			[]string{"risk: overall 2"},
			"risk split",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := Score(groupOf(t, slices.Concat(times(5, "leader", test.leaders...), times(5, "member", test.members...))...))
			var got []string
			for _, talk := range r.Talks() {
				got = append(got, r.Topics[talk.Topic].ID+" "+talk.Why.String())
			}
			if got := strings.Join(got, ", "); got != test.want {
				t.Errorf("got %s; want %s", got, test.want)
			}
		})
	}
}
