package score

import (
	"reflect"
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

func TestSeenDifferently(t *testing.T) {
	for _, test := range []struct {
		name  string
		files []roleLines
		want  map[string][2]SideMean // leaders, members
	}{
		{"no roles", []roleLines{{"", []string{"overcommitted: 1 1 1"}}, {"", []string{"overcommitted: 5 5 5"}}}, nil},
		{"one side", []roleLines{{"leader", []string{"overcommitted: 1 1 1"}}, {"staff", []string{"overcommitted: 5 5 5"}}}, nil},
		{
			"a whole point", // (2+3+2)/3 = 2.333 and (3+4+3)/3 = 3.333
			[]roleLines{{"leader", []string{"overcommitted: 2 3 2"}}, {"member", []string{"overcommitted: 3 4 3"}}},
			map[string][2]SideMean{"overcommitted": {{7.0 / 3, 1, 1}, {10.0 / 3, 1, 1}}},
		},
		{
			"less than a point", // (2+3+2)/3 = 2.333 and (3+3+3)/3 = 3
			[]roleLines{{"leader", []string{"overcommitted: 2 3 2"}}, {"member", []string{"overcommitted: 3 3 3"}}},
			nil,
		},
		{
			"one side not scored", // one of three rated
			[]roleLines{{"leader", []string{"overcommitted: 1 . ."}}, {"member", []string{"overcommitted: 5 5 5"}}},
			nil,
		},
		{
			"two on each side, and one without a role", // leaders (1.5+2+3)/3 = 2.1667, members (5+5+4.5)/3 = 4.8333
			[]roleLines{
				{"leader", []string{"overcommitted: 1 2 3"}},
				{"staff", []string{"overcommitted: 2 2 ?"}},
				{"", []string{"overcommitted: 3 3 3"}},
				{"member", []string{"overcommitted: 5 . 4"}},
				{"partner", []string{"overcommitted: 5 5 5"}},
			},
			map[string][2]SideMean{"overcommitted": {{6.5 / 3, 1, 2}, {14.5 / 3, 1, 2}}},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := Score(groupOf(t, test.files...))
			got := map[string][2]SideMean{}
			for _, s := range r.SeenDifferently {
				got[r.Topics[s.Topic].ID] = [2]SideMean{rounded(s.Leaders), rounded(s.Members)}
			}
			want := map[string][2]SideMean{}
			for id, sides := range test.want {
				want[id] = [2]SideMean{rounded(sides[0]), rounded(sides[1])}
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("seen differently: %v; want %v", got, want)
			}
		})
	}
}

// rounded drops what floats have beyond a millionth.
func rounded(s SideMean) SideMean {
	s.Mean = float64(round(s.Mean)) / 1e6
	return s
}

func TestTheLargestDistanceComesFirst(t *testing.T) {
	r := Score(groupOf(t,
		roleLines{"leader", []string{"unclear-roles: 1 1 1", "overcommitted: 1 1 1", "have-a-plan: 5 5", "key-support: 2 2"}},
		roleLines{"partner", []string{"unclear-roles: 3 3 3", "overcommitted: 5 5 5", "have-a-plan: 3 3", "key-support: 4 4"}},
	))
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
