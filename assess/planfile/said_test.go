package planfile_test

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

func topicOf(t *testing.T, id string) *pitfalls.Topic {
	t.Helper()
	topic := pitfalls.English().Topic(id)
	if topic == nil {
		t.Fatalf("no topic %s", id)
	}
	return topic
}

func TestNotesAndDotsOfARoom(t *testing.T) {
	table := newTable(1)
	if err := table.SetNote("overcommitted", " Seventeen things.\x1b\nSix now. "); err != nil {
		t.Fatal(err)
	}
	_ = table.SetNote("have-a-plan", "Nobody has seen it.")
	if err := table.SetNote("have-a-plan", "Nobody has seen it. "); !errors.Is(err, planfile.ErrNothing) {
		t.Errorf("the same note again: %v", err)
	}
	if err := table.SetNote("have-a-plan", strings.Repeat("x", planfile.MaxSaid+1)); !errors.Is(err, planfile.ErrTooLong) {
		t.Errorf("a long note: %v", err)
	}
	table.SetDots("overcommitted", 9)
	table.SetDots("unclear-purpose", 20)
	table.SetDots("unclear-purpose", 0)
	table.SetDots("overcommitted", 12)
	text := planfile.Format(table.Plan())
	plan, err := planfile.Read("plan.yaml", text, pitfalls.English())
	if err != nil {
		t.Fatal(err)
	}
	wantNotes := []planfile.Note{{Topic: "overcommitted", Text: "Seventeen things.\nSix now."}, {Topic: "have-a-plan", Text: "Nobody has seen it."}}
	if !reflect.DeepEqual(plan.Notes, wantNotes) || !reflect.DeepEqual(plan.Focus, []planfile.Dots{{Pitfall: "overcommitted", Count: 12}}) {
		t.Errorf("got %+v, %+v from\n%s", plan.Notes, plan.Focus, text)
	}
	if again := planfile.Format(plan); !bytes.Equal(again, text) {
		t.Errorf("reading and writing changes\n%s\nto\n%s", text, again)
	}
	if table.Note("overcommitted") != wantNotes[0].Text || table.Dots("overcommitted") != 12 || table.Note("risk") != "" || table.Dots("risk") != 0 {
		t.Error("the table does not know them")
	}
	if _ = table.SetNote("overcommitted", ""); len(table.Plan().Notes) != 1 {
		t.Errorf("it is not taken away: %v", table.Plan().Notes)
	}
}

func TestNotesAndDotsAreMerged(t *testing.T) {
	const topic = "overcommitted"
	for _, tt := range []struct{ name, base, mine, theirs, want string }{
		{"mine alone", "", "Mine", "", "Mine"},
		{"theirs alone", "", "", "Theirs", "Theirs"},
		{"both", "Old", "Mine", "Theirs", "Theirs\nMine"},
		{"the same", "Old", "New", "New", "New"},
		{"mine is a part of a word of theirs", "", "no", "We know.", "We know.\nno"},
		{"mine is a line of theirs", "", "Mine", "Theirs\nMine", "Theirs\nMine"},
		{"different lines", "A\nB\nC", "A!\nB\nC", "A\nB\nC\nD", "A!\nB\nC\nD"},
		{"different lines, theirs first", "A\nB\nC", "A\nB\nC!", "Z\nA\nC", "Z\nA\nC!"},
		{"lines that overlap", "A\nB\nC\nD", "A\nX\nD", "A\nB\nY", "A\nY\nX"},
		{"both at the same place", "A\nB", "A\nmine\nB", "A\ntheirs\nB", "A\ntheirs\nmine\nB"},
		{"mine taken away", "Old", "", "Old", ""},
		{"theirs taken away", "Old", "Old", "", ""},
		{"taken away and changed", "Old", "", "Theirs", "Theirs"},
		{"changed and taken away", "Old", "Mine", "", "Mine"},
		{"more than a note may be", "", strings.Repeat("m", planfile.MaxSaid), "Theirs", "Theirs\n" + strings.Repeat("m", planfile.MaxSaid)},
	} {
		base, mine, theirs := newTable(1), newTable(1), newTable(1)
		for text, table := range map[*string]*planfile.Table{&tt.base: base, &tt.mine: mine, &tt.theirs: theirs} {
			_ = table.SetNote(topic, *text)
			table.SetDots(topic, len(*text))
		}
		mine.Merge(base.Plan(), theirs.Plan())
		if got := mine.Note(topic); got != tt.want {
			t.Errorf("%s: note %q, want %q", tt.name, got, tt.want)
		}
		dots := len(tt.mine)
		if tt.mine == tt.base {
			dots = len(tt.theirs)
		}
		if got := mine.Dots(topic); got != dots {
			t.Errorf("%s: %d dots, want %d", tt.name, got, dots)
		}
	}
}

// TestTwoPeopleLoseNoLine has two people change any lines of a note: each finds what they wrote.
func TestTwoPeopleLoseNoLine(t *testing.T) {
	const topic = "overcommitted"
	lines := rapid.SliceOfN(rapid.SampledFrom(strings.Split("abcdef", "")), 0, 6)
	rapid.Check(t, func(t *rapid.T) {
		base, mine, theirs := newTable(1), newTable(1), newTable(1)
		var texts [3][]string
		for i, table := range []*planfile.Table{base, mine, theirs} {
			texts[i] = lines.Draw(t, "lines")
			_ = table.SetNote(topic, strings.Join(texts[i], "\n"))
		}
		mine.Merge(base.Plan(), theirs.Plan())
		got := strings.Split(mine.Note(topic), "\n")
		for _, written := range texts[1:] {
			for _, line := range written {
				if !slices.Contains(got, line) && !slices.Contains(texts[0], line) {
					t.Fatalf("%q of %q and %q is not in %q", line, texts[1], texts[2], got)
				}
			}
		}
		for i, other := range []int{2, 1} { // who has changed nothing has what the other one wrote
			if slices.Equal(texts[0], texts[i+1]) && !slices.Equal(got, strings.Split(strings.Join(texts[other], "\n"), "\n")) {
				t.Fatalf("%q became %q", texts[other], got)
			}
		}
	})
}

func TestAddedToANote(t *testing.T) {
	table := newTable(1)
	for _, text := range []string{"We know.", " ", "No. "} {
		if err := table.AddNote("risk", text); (err != nil) != (text == " ") {
			t.Errorf("%q: %v", text, err)
		}
	}
	if got := table.Note("risk"); got != "We know.\nNo." {
		t.Errorf("got %q", got)
	}
	if err := table.AddNote("risk", strings.Repeat("x", planfile.MaxSaid-12)); !errors.Is(err, planfile.ErrTooLong) || table.Note("risk") != "We know.\nNo." {
		t.Errorf("%v: %d characters", err, len(table.Note("risk")))
	}
}

func TestDecisionsOfARoom(t *testing.T) {
	table := planfile.NewTable(&planfile.Plan{Steps: []planfile.Step{
		{Pitfall: "overcommitted", Actions: []planfile.Action{{ID: "overcommitted.sort-three-piles", Do: "Sort."}}},
		{Pitfall: "unclear-purpose", Actions: []planfile.Action{{Do: "Ask.", ID: "own-1"}}},
	}}, today)
	for _, decided := range []struct{ topic, step string }{
		{"overcommitted", "overcommitted"}, {"self-interest", "self-interest"}, {"have-a-plan", ""}, {"have-a-plan", ""},
	} {
		key, left, err := table.Decide(topicOf(t, decided.topic), " Do it. ")
		if err != nil || left != "" {
			t.Fatalf("%v: %q, %v", decided, left, err)
		}
		found := false
		for _, r := range table.Rows() {
			found = found || r.Key == key && r.Topic == decided.topic && r.Step.Pitfall == decided.step && r.Do == "Do it."
		}
		if !found {
			t.Errorf("%v is not in its step: %+v", decided, table.Rows())
		}
	}
	if n := len(table.Plan().Steps); n != 4 {
		t.Errorf("%d steps", n)
	}
	if _, err := planfile.Read("plan.yaml", planfile.Format(table.Plan()), pitfalls.English()); err != nil {
		t.Error(err)
	}
	if _, _, err := table.Decide(topicOf(t, "risk"), " "); !errors.Is(err, planfile.ErrNothing) || len(table.Plan().Steps) != 4 {
		t.Errorf("nothing was decided: %v, %d steps", err, len(table.Plan().Steps))
	}
}

// TestADecisionMakesRoom decides while nine actions are open.
func TestADecisionMakesRoom(t *testing.T) {
	plan := &planfile.Plan{Steps: []planfile.Step{{Pitfall: "overcommitted"}, {Pitfall: "unclear-purpose"}}}
	for i, a := range append(topicOf(t, "overcommitted").Actions[:4:4], topicOf(t, "unclear-purpose").Actions[:4]...) {
		step := &plan.Steps[i/4]
		step.Actions = append(step.Actions, planfile.Action{ID: step.Pitfall + "." + a.ID, Do: a.Do})
	}
	plan.Steps[1].Actions = append(plan.Steps[1].Actions, planfile.Action{ID: "own-1", Do: "Sing."})
	table := planfile.NewTable(plan, today)
	lastOf := func(step, from int) planfile.Key { return planfile.Key(plan.Steps[step].Actions[from].ID) }
	_ = table.Set(lastOf(1, 3), planfile.FieldOwner, "Ana")
	for n, want := range []planfile.Key{lastOf(1, 2), lastOf(1, 1), lastOf(1, 0), lastOf(0, 3)} {
		key, left, err := table.Decide(topicOf(t, "overcommitted"), fmt.Sprintf("Number %d.", n))
		if err != nil || left != want || table.Open() != planfile.ManyOpen {
			t.Fatalf("%d: left out %q, want %q; %v, %d open", n, left, want, err, table.Open())
		}
		if c, err := table.Undo(); err != nil || c.Key != key {
			t.Errorf("undo: %+v, %v", c, err)
		}
		if c, err := table.Undo(); err != nil || c.Key != left || !c.Left {
			t.Errorf("undo: %+v, %v", c, err)
		}
		_, _, _ = table.Decide(topicOf(t, "overcommitted"), fmt.Sprintf("Number %d.", n))
	}
	for _, r := range table.Rows() {
		_ = table.Set(r.Key, planfile.FieldOwner, "Ben")
	}
	before := table.Plan()
	if _, left, err := table.Decide(topicOf(t, "risk"), "More."); !errors.Is(err, planfile.ErrManyOpen) || left != "" || !reflect.DeepEqual(table.Plan(), before) {
		t.Errorf("all are taken on: %q, %v", left, err)
	}
}

// TestAnotherProposal keeps what was touched, and nothing else of the former one.
func TestAnotherProposal(t *testing.T) {
	proposal := func(topics ...string) *planfile.Plan {
		p := &planfile.Plan{}
		for _, id := range topics {
			step := planfile.Step{Pitfall: id}
			for _, a := range topicOf(t, id).Actions[:2] {
				step.Actions = append(step.Actions, planfile.Action{ID: id + "." + a.ID, Do: a.Do})
			}
			p.Steps = append(p.Steps, step)
		}
		return p
	}
	base := proposal("overcommitted", "unclear-purpose", "unclear-roles")
	table := planfile.NewTable(proposal("overcommitted", "unclear-purpose", "unclear-roles"), today)
	taken := planfile.Key(base.Steps[1].Actions[0].ID)
	_ = table.Set(taken, planfile.FieldOwner, "Ana")
	_ = table.Leave(planfile.Key(base.Steps[2].Actions[1].ID))
	_, _, _ = table.Decide(topicOf(t, "overcommitted"), "Stop one project.")
	table.Repropose(base, proposal("unclear-roles", "self-interest"))
	var got []string
	for _, r := range table.Rows() {
		got = append(got, fmt.Sprintf("%s/%s/%t", r.Step.Pitfall, r.Owner, r.Left))
	}
	want := []string{
		"unclear-roles//false", "unclear-roles//true", "self-interest//false", "self-interest//false", "overcommitted//false",
		"unclear-purpose/Ana/false",
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) || len(table.Plan().Steps) != 4 {
		t.Errorf("got\n%s\nin %d steps, want\n%s", strings.Join(got, "\n"), len(table.Plan().Steps), strings.Join(want, "\n"))
	}
}

// TestAnotherProposalLeavesNineOpen has room for few of another proposal, because people have decided much.
func TestAnotherProposalLeavesNineOpen(t *testing.T) {
	proposal := func(topics ...string) *planfile.Plan {
		p := &planfile.Plan{}
		for _, id := range topics {
			step := planfile.Step{Pitfall: id}
			for _, a := range topicOf(t, id).Actions[:4] {
				step.Actions = append(step.Actions, planfile.Action{ID: id + "." + a.ID, Do: a.Do})
			}
			p.Steps = append(p.Steps, step)
		}
		return p
	}
	base, other := proposal("overcommitted", "unclear-purpose"), proposal("overcommitted", "unclear-roles")
	table := planfile.NewTable(proposal("overcommitted", "unclear-purpose"), today)
	for n := range 4 {
		if _, _, err := table.Decide(topicOf(t, "overcommitted"), fmt.Sprintf("Number %d.", n)); err != nil {
			t.Fatal(err)
		}
	}
	table.Repropose(base, other)
	decided := 0
	for _, r := range table.Rows() {
		if strings.HasPrefix(r.Do, "Number") && !r.Left {
			decided++
		}
	}
	last := planfile.Key(other.Steps[1].Actions[3].ID)
	for _, r := range table.Rows() {
		if r.Key == last && !r.Left {
			t.Error("the last one of the proposal is in the plan")
		}
	}
	if table.Open() != planfile.ManyOpen || decided != 4 {
		t.Errorf("%d are open, %d of them decided", table.Open(), decided)
	}
}
