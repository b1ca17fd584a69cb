package group_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// file is an answers file and its name.
type file struct {
	name    string
	answers *assess.Answers
}

// someFiles draws answers files, some of which are equal, and some of which may not fit together.
func someFiles(t *rapid.T) []file {
	different := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) file {
		a := someAnswers(t)
		a.Coalition = rapid.SampledFrom([]string{"", "Hill Coalition", "Hill Coalition", "Lake Coalition"}).Draw(t, "coalition")
		a.Respondent = rapid.SampledFrom([]string{"", "Ana", "Bob"}).Draw(t, "respondent")
		a.Role = rapid.SampledFrom(append(assess.Roles(), "")).Draw(t, "role")
		a.Date = rapid.SampledFrom([]string{"", "2026-11-21", "2025-02-03"}).Draw(t, "date")
		for i := range a.Topics {
			a.Topics[i].Note = rapid.SampledFrom([]string{"", "", "Asked twice.", "Ask Ana."}).Draw(t, "note")
		}
		return file{rapid.SampledFrom([]string{"a.yaml", "b.yaml", "c.yaml", "d.yaml"}).Draw(t, "name"), a}
	}), 1, 4).Draw(t, "different files")
	return rapid.SliceOfN(rapid.SampledFrom(different), 0, 8).Draw(t, "files")
}

// gathered returns all that a gathering of files comes to.
func gathered(g *group.Gathering) (*group.Group, []group.Notice, error) {
	all, err := g.Group()
	return all, g.Notices(), err
}

func gatherer() *group.Gathering { return group.NewGathering(pitfalls.English()).WithBootstrap() }

// The group does not depend on the order of the files, nor on how they are shared out and merged.
func TestNeitherOrderNorPartsMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		files := someFiles(t)
		inOrder := gatherer()
		for _, f := range files {
			inOrder.Add(f.name, f.answers)
		}
		files = rapid.Permutation(files).Draw(t, "order")
		parts := []*group.Gathering{gatherer(), gatherer(), gatherer()}
		for _, f := range files {
			rapid.SampledFrom(parts).Draw(t, "part").Add(f.name, f.answers)
		}
		parts = rapid.Permutation(parts).Draw(t, "order of parts")
		if rapid.Bool().Draw(t, "the last two first") {
			parts[1].Merge(parts[2])
			parts[0].Merge(parts[1])
		} else {
			parts[0].Merge(parts[1])
			parts[0].Merge(parts[2])
		}

		want, wantNotices, wantErr := gathered(inOrder)
		got, gotNotices, gotErr := gathered(parts[0])
		if !reflect.DeepEqual(gotErr, wantErr) {
			t.Fatalf("error %v; want %v", gotErr, wantErr)
		}
		if !reflect.DeepEqual(gotNotices, wantNotices) {
			t.Fatalf("notices %v; want %v", gotNotices, wantNotices)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("groups differ:\n%+v\n%+v", got, want)
		}
	})
}

// Files that say the same count once, whoever gathers them: the group is that of the different ones, without resamples of
// persons.
func TestFilesThatSayTheSameCountOnce(t *testing.T) {
	c := pitfalls.English()
	rapid.Check(t, func(t *rapid.T) {
		files := someFiles(t)
		once, known := group.NewGathering(c), map[assess.Fingerprint]bool{}
		for _, f := range files {
			fp := f.answers.Fingerprint(c)
			if !known[fp] || blank(f.answers) {
				once.Add(f.name, f.answers)
			}
			known[fp] = true
		}
		var seen group.Seen
		parts := []*group.Gathering{group.NewGathering(c).CountOnce(&seen), group.NewGathering(c).CountOnce(&seen)}
		for _, f := range rapid.Permutation(files).Draw(t, "order") {
			rapid.SampledFrom(parts).Draw(t, "part").Add(f.name, f.answers)
		}
		parts[0].Merge(parts[1])
		want, _, wantErr := gathered(once)
		got, notices, err := gathered(parts[0])
		if (err == nil) != (wantErr == nil) || err == nil && !reflect.DeepEqual(got, want) {
			t.Fatalf("%v, %v: groups differ:\n%+v\n%+v", err, wantErr, got, want)
		}
		for _, n := range notices {
			if (n.Kind == group.SameFile || n.Kind == group.SameAnswers) && !strings.HasSuffix(n.String(), " once") {
				t.Fatalf("notice %q", n)
			}
		}
	})
}

// blank reports whether nothing is answered.
func blank(a *assess.Answers) bool {
	return !slices.ContainsFunc(a.Topics, assess.TopicAnswers.Answered)
}

// Workshops alone keep their resamples where files count once.
func TestWorkshopsKeepResamples(t *testing.T) {
	c := pitfalls.English()
	room, person := assess.New(c), assess.New(c)
	room.Present = 9
	room.Set(assess.Place{}, assess.Tally{Counts: [5]int{4, 5}})
	person.Set(assess.Place{}, assess.TallyOf(3))
	resampled := func(answers ...*assess.Answers) (ratings int, several bool) {
		g := group.NewGathering(c).WithBootstrap().CountOnce(new(group.Seen))
		for i, a := range answers {
			g.Add(string(rune('a'+i)), a)
		}
		all, err := g.Group()
		if err != nil {
			t.Fatal(err)
		}
		sample := &group.Group{Catalogue: c, Topics: group.Of(c, assess.New(c)).Topics}
		all.Bootstrap.Sample(0, sample)
		return sample.Topics[0].Questions[0].Counts[2], g.SeveralPersons()
	}
	for _, test := range []struct {
		name    string
		files   []*assess.Answers
		several bool
	}{
		{"one person", []*assess.Answers{person}, false},
		{"one person twice", []*assess.Answers{person, person}, true},
		{"a room", []*assess.Answers{room}, false},
		{"two rooms", []*assess.Answers{room, room}, false},
		{"a room and a person", []*assess.Answers{room, person}, true},
	} {
		if ratings, several := resampled(test.files...); several != test.several || ratings != 0 {
			t.Errorf("%s: several persons %t, %d resampled ratings of a person; want %t, none", test.name, several, ratings, test.several)
		}
	}
}

func TestAGatheringOfOneFileIsItsGroup(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		files := someFiles(t)
		if len(files) == 0 {
			t.Skip("no file")
		}
		c := pitfalls.English()
		g := group.NewGathering(c)
		g.Add(files[0].name, files[0].answers)
		got, notices, err := gathered(g)
		if err != nil || notices != nil {
			t.Fatalf("error %v, notices %v", err, notices)
		}
		if want := group.Of(c, files[0].answers); !reflect.DeepEqual(got, want) {
			t.Fatalf("gathered %+v; want %+v", got, want)
		}
	})
}

func TestEveryVoteIsCounted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		files := someFiles(t)
		g := gatherer()
		respondents, sides, notes := 0, 0, 0
		votes := map[assess.Place]int{}
		for _, f := range files {
			g.Add(f.name, f.answers)
			respondents += f.answers.Respondents()
			if f.answers.Role != "" {
				sides += f.answers.Respondents()
			}
			for i, topic := range f.answers.Topics {
				votes[assess.Place{Topic: i, Question: assess.Overall}] += topic.Overall.Votes()
				for j, q := range topic.Questions {
					votes[assess.Place{Topic: i, Question: j}] += q.Votes()
				}
				if topic.Note != "" {
					notes++
				}
			}
		}
		all, err := g.Group()
		if err != nil {
			t.Skip("files of two depths")
		}
		if all.Files != len(files) || all.Respondents != respondents {
			t.Errorf("%d files, %d respondents; want %d, %d", all.Files, all.Respondents, len(files), respondents)
		}
		if got := all.Leaders.Respondents + all.Members.Respondents; got != sides {
			t.Errorf("%d respondents with a side; want %d", got, sides)
		}
		for i, topic := range all.Topics {
			if got, want := topic.Overall.Votes(), votes[assess.Place{Topic: i, Question: assess.Overall}]; got != want {
				t.Errorf("topic %d: %d votes on the whole; want %d", i, got, want)
			}
			for j, q := range topic.Questions {
				if got, want := q.Votes(), votes[assess.Place{Topic: i, Question: j}]; got != want {
					t.Errorf("question %d.%d: %d votes; want %d", i, j, got, want)
				}
			}
			if notes -= len(topic.Notes); !slices.IsSorted(topic.Notes) {
				t.Errorf("notes out of order: %q", topic.Notes)
			}
		}
		if notes != 0 {
			t.Errorf("%d notes lost", notes)
		}
	})
}

func TestSidesAndFocus(t *testing.T) {
	c := pitfalls.English()
	g := group.NewGathering(c)
	at := assess.Place{Topic: 1, Question: 0}
	for i, f := range []struct {
		role    assess.Role
		present int
		focus   []string
		tally   assess.Tally
	}{
		{assess.Leader, 0, []string{"overcommitted"}, assess.TallyOf(1)},
		{assess.Staff, 0, nil, assess.TallyOf(2)},
		{assess.Member, 12, []string{"overcommitted", "unclear-roles"}, assess.Tally{Counts: [5]int{0, 0, 3, 4, 5}}},
		{assess.Partner, 0, nil, assess.TallyOf(assess.DontKnow)},
		{"", 0, []string{"unclear-roles"}, assess.TallyOf(3)},
	} {
		a := assess.New(c)
		a.Role, a.Present, a.Focus = f.role, f.present, f.focus
		a.Set(at, f.tally)
		g.Add(fmt.Sprintf("%d.yaml", i), a)
	}
	g.Skip()
	all, err := g.Group()
	if err != nil {
		t.Fatal(err)
	}
	if all.Respondents != 16 || all.Files != 5 || all.Skipped != 1 {
		t.Errorf("%d respondents, %d files, %d skipped; want 16, 5, 1", all.Respondents, all.Files, all.Skipped)
	}
	if all.Leaders.Respondents != 2 || all.Members.Respondents != 13 {
		t.Errorf("%d leaders, %d members; want 2, 13", all.Leaders.Respondents, all.Members.Respondents)
	}
	for _, side := range []struct {
		name string
		got  assess.Tally
		want assess.Tally
	}{
		{"all", all.Topics[1].Questions[0], assess.Tally{Counts: [5]int{1, 1, 4, 4, 5}, DontKnow: 1}},
		{"leaders", all.Leaders.Topics[1].Questions[0], assess.Tally{Counts: [5]int{1, 1}}},
		{"members", all.Members.Topics[1].Questions[0], assess.Tally{Counts: [5]int{0, 0, 3, 4, 5}, DontKnow: 1}},
	} {
		if side.got != side.want {
			t.Errorf("%s answered %v; want %v", side.name, side.got, side.want)
		}
	}
	var want [pitfalls.PitfallCount]int
	want[c.Index("overcommitted")], want[c.Index("unclear-roles")] = 13, 13
	if all.FocusVoters != 14 || all.Focus != want {
		t.Errorf("%d chose %v; want 14, %v", all.FocusVoters, all.Focus, want)
	}
}

func TestNotices(t *testing.T) {
	c := pitfalls.English()
	with := func(coalition string, r assess.Rating) *assess.Answers {
		a := assess.New(c)
		a.Coalition = coalition
		a.Set(assess.Place{}, assess.TallyOf(r))
		return a
	}
	by := func(respondent string, role assess.Role, date string, r assess.Rating) *assess.Answers {
		a := with("Hill", r)
		a.Respondent, a.Role, a.Date = respondent, role, date
		return a
	}
	hill, noted := with("Hill", 3), assess.New(c)
	noted.Topics[1].Note = "a note is no answer"
	for _, test := range []struct {
		name      string
		files     []file
		coalition string
		want      []string
	}{
		{"one name", []file{{"a", hill}, {"b", with("Hill", 4)}}, "Hill", nil},
		{"a name and none", []file{{"a", with("", 2)}, {"b", hill}}, "Hill", nil},
		{"no name", []file{{"a", with("", 2)}}, "", nil},
		{
			"three names",
			[]file{{"a", with("Lake", 2)}, {"b", hill}, {"c", with("Moor", 2)}, {"d", with("", 2)}},
			"",
			[]string{`the files name different coalitions, such as "Hill" and "Moor"; the report names none`},
		},
		{"a file twice", []file{{"a", hill}, {"a", hill}}, "Hill", []string{"a was given 2 times and counts 2 times"}},
		{"equal files", []file{{"b", hill}, {"a", hill.Clone()}}, "Hill", []string{"a and b hold the same answers; all of them count"}},
		{
			"equal files, one of them twice",
			[]file{{"b", hill}, {"c", hill}, {"a", hill}, {"b", hill}},
			"Hill",
			[]string{"a, b and c hold the same answers; all of them count", "b was given 2 times and counts 2 times"},
		},
		{
			"many equal files",
			[]file{{"g", hill}, {"f", hill}, {"e", hill}, {"d", hill}, {"c", hill}, {"b", hill}, {"a", hill}},
			"Hill",
			[]string{"a, b, c, d, e and 2 more hold the same answers; all of them count"},
		},
		{
			"one name, composed and decomposed",
			[]file{{"a", with("Caf\u00e9 M\u0103n\u0103\u0219tur", 2)}, {"b", with("Cafe\u0301 Ma\u0306na\u0306s\u0326tur", 3)}},
			"Caf\u00e9 M\u0103n\u0103\u0219tur",
			nil,
		},
		{
			"a respondent twice",
			[]file{{"b", by("Zo\u00eb", assess.Leader, "2026-11-21", 2)}, {"a", by("Zoe\u0308", assess.Leader, "2026-11-21", 3)}},
			"Hill",
			[]string{"a and b name the same respondent, role and date, and all of them count; keep one if they are of one person"},
		},
		{
			"a respondent in three files, two of which are equal",
			[]file{{"c", by("Zo\u00eb", "", "", 2)}, {"b", by("Zo\u00eb", "", "", 3)}, {"a", by("Zo\u00eb", "", "", 3)}},
			"Hill",
			[]string{
				"a and b hold the same answers; all of them count",
				"a and c name the same respondent, role and date, and all of them count; keep one if they are of one person",
			},
		},
		{
			"namesakes",
			[]file{{"a", by("Zo\u00eb", "", "", 1)}, {"b", by("Zo\u00eb", assess.Staff, "", 2)}, {"c", by("Zo\u00eb", "", "2026-11-21", 3)}, {"d", by("", "", "", 4)}, {"e", by("", "", "", 5)}},
			"Hill",
			nil,
		},
		{
			"a blank file",
			[]file{{"b", hill}, {"a", noted}},
			"Hill",
			[]string{"a holds no answers but counts; leave it out if nobody filled it in"},
		},
		{
			"blank files, one of them twice",
			[]file{{"b", assess.New(c)}, {"c", hill}, {"a", noted}, {"a", noted}},
			"Hill",
			[]string{"a and b hold no answers but count; leave them out if nobody filled them in"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			g := group.NewGathering(c)
			for _, f := range test.files {
				g.Add(f.name, f.answers)
			}
			all, notices, err := gathered(g)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, n := range notices {
				got = append(got, n.String())
			}
			if all.Coalition != test.coalition || !slices.Equal(got, test.want) {
				t.Errorf("coalition %q, notices %q; want %q, %q", all.Coalition, got, test.coalition, test.want)
			}
		})
	}
}

// A file is known by what it says: any difference makes it another file, a mark of an unfinished run does not.
func TestWhatMakesAnotherFile(t *testing.T) {
	c := pitfalls.English()
	at := assess.Place{Topic: 3, Question: 1}
	original := assess.New(c)
	original.Present, original.Focus = 9, []string{"unclear-roles", "overcommitted"}
	original.Set(at, assess.Tally{Counts: [5]int{1, 2}})
	for _, test := range []struct {
		name   string
		change func(a *assess.Answers)
		same   bool
	}{
		{"nothing", func(*assess.Answers) {}, true},
		{"draft", func(a *assess.Answers) { a.Draft = &assess.Draft{At: at} }, true},
		{"order of the focus", func(a *assess.Answers) { a.Focus = []string{"overcommitted", "unclear-roles"} }, true},
		{"coalition", func(a *assess.Answers) { a.Coalition = "Hill" }, false},
		{"respondent", func(a *assess.Answers) { a.Respondent = "Hill" }, false},
		{"role", func(a *assess.Answers) { a.Role = assess.Leader }, false},
		{"date", func(a *assess.Answers) { a.Date = "2026-11-21" }, false},
		{"language", func(a *assess.Answers) { a.Language = "en" }, false},
		{"notes that may be read out", func(a *assess.Answers) { a.ReadOut = true }, false},
		{"present", func(a *assess.Answers) { a.Present = 8 }, false},
		{"focus", func(a *assess.Answers) { a.Focus = []string{"unclear-roles"} }, false},
		{"dots", func(a *assess.Answers) { a.Focus, a.Dots[3] = nil, 9 }, false},
		{"count", func(a *assess.Answers) { a.Set(at, assess.Tally{Counts: [5]int{1, 3}}) }, false},
		{"rating", func(a *assess.Answers) { a.Set(at, assess.Tally{Counts: [5]int{0, 1, 2}}) }, false},
		{"question", func(a *assess.Answers) { a.Topics[3].Questions[1], a.Topics[3].Questions[2] = assess.Tally{}, a.At(at) }, false},
		{"overall", func(a *assess.Answers) { a.Topics[4].Overall = assess.TallyOf(3) }, false},
		{"note", func(a *assess.Answers) { a.Topics[4].Note = "x" }, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			changed := original.Clone()
			test.change(changed)
			g := group.NewGathering(c)
			g.Add("a", original)
			g.Add("b", changed)
			if same := g.Notices() != nil; same != test.same {
				t.Errorf("taken for the same file: %t; want %t", same, test.same)
			}
		})
	}
}

func TestDepthsThatDoNotFit(t *testing.T) {
	c := pitfalls.English()
	answer := func(places ...assess.Place) *assess.Answers {
		a := assess.New(c)
		for _, p := range places {
			a.Set(p, assess.TallyOf(3))
		}
		return a
	}
	whole := func(t int) assess.Place { return assess.Place{Topic: t, Question: assess.Overall} }
	first := func(t int) assess.Place { return assess.Place{Topic: t} }
	for _, test := range []struct {
		name  string
		files []file
		want  string
	}{
		{"topics of different depths", []file{{"a", answer(whole(0), first(1))}, {"b", answer(whole(0), first(2))}}, ""},
		{"a note beside", []file{{"a", answer(whole(0))}, {"b", answer()}}, ""},
		{
			"one topic",
			[]file{{"a", answer(whole(0), first(1))}, {"b", answer(first(0))}},
			"a answers unclear-purpose as a whole, b statement by statement; the two cannot be added up",
		},
		{
			"several files of each kind",
			[]file{{"d", answer(first(0))}, {"c", answer(whole(0))}, {"b", answer(first(0))}, {"a", answer(whole(0))}},
			"a answers unclear-purpose as a whole, b statement by statement; the two cannot be added up",
		},
		{
			"two pairs",
			[]file{{"b", answer(first(0), first(1), whole(2))}, {"a", answer(whole(0), whole(1), first(2))}},
			"a answers unclear-purpose and 1 more as a whole, b statement by statement; the two cannot be added up\n" +
				"b answers " + c.Topics[2].ID + " as a whole, a statement by statement; the two cannot be added up",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			g := group.NewGathering(c)
			for _, f := range test.files {
				g.Add(f.name, f.answers)
			}
			got := ""
			all, err := g.Group()
			if err != nil {
				got = err.Error()
			}
			if depth := (*group.DepthError)(nil); got != test.want || errors.As(err, &depth) != (test.want != "") || (all == nil) != (err != nil) {
				t.Errorf("group %v, error %q; want %q", all, got, test.want)
			}
		})
	}
}

// someAnswers draws answers of a person or a room, with a draft's mark or without.
func someAnswers(t *rapid.T) *assess.Answers {
	c := pitfalls.English()
	a := assess.New(c)
	a.Present = rapid.IntRange(0, 60).Draw(t, "present")
	a.Coalition = rapid.SampledFrom([]string{"", "Riverside Youth Coalition"}).Draw(t, "coalition")
	for _, topic := range rapid.SliceOfNDistinct(rapid.IntRange(0, pitfalls.PitfallCount-1), 0, assess.MaxFocus, rapid.ID).Draw(t, "focus") {
		a.Focus = append(a.Focus, c.Topics[topic].ID)
	}
	depth := rapid.SampledFrom([]assess.Depth{assess.Full, assess.Quick}).Draw(t, "depth")
	places := assess.Questionnaire{Catalogue: c, Depth: depth}.Places()
	for _, p := range places {
		a.Set(p, assess.TallyOf(assess.Rating(rapid.Uint8Range(0, 7).Draw(t, "rating"))))
	}
	if rapid.Bool().Draw(t, "draft") {
		a.Draft = &assess.Draft{Depth: depth, At: rapid.SampledFrom(places).Draw(t, "at")}
	}
	return a
}
