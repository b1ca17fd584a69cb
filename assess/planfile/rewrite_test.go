package planfile_test

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess/planfile"
)

const commented = `# Riverside, for the board
format: coalcheck-plan/1

coalition: "Riverside"   # as on the letterhead
steps:
  # the big one
  - pitfall: overcommitted
    actions:
      # ask Ana again in May
      - do: Ask the county about the van.   # not the city
        owner: Sam
      - do: List everything.
        owner: Ana  # she has the minutes
        note: |-
          # no comment
          6 now.
  - actions: [{do: Thank them.}] # all of them
# the end
`

func readPlan(t *testing.T, text string) *planfile.Plan {
	t.Helper()
	plan, err := planfile.Read("plan.yaml", []byte(text), english)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

func TestRewriteChangesWhatHasChanged(t *testing.T) {
	plan := readPlan(t, commented)
	plan.Actions()[0].Owner, plan.Actions()[0].Note = "Zoë", "A van\nor two."
	plan.Actions()[1].Owner, plan.Actions()[1].Done, plan.Actions()[1].Note = "", "2026-12-10", "No note."
	plan.Steps[0].Actions = append(plan.Steps[0].Actions, planfile.Action{ID: plan.FreeID(), Do: "Sing."})
	want := strings.NewReplacer(
		"owner: Sam\n", "owner: Zoë\n        note: |-\n          A van\n          or two.\n",
		"owner: Ana  # she", "owner:  # she",
		"note: |-\n          # no comment\n          6 now.\n", "done: 2026-12-10\n        note: No note.\n      - id: own-4\n        do: Sing.\n        owner:\n        due:\n",
	).Replace(commented)
	if got := string(planfile.Rewrite([]byte(commented), plan, english)); got != want {
		t.Errorf("got\n%s", got)
	}
	again := readPlan(t, want)
	again.Actions()[0].Note, again.Actions()[1].Done = "", ""
	again.Steps[0].Actions = again.Steps[0].Actions[:2]
	former := want
	want = strings.NewReplacer("        note: |-\n          A van\n          or two.\n", "", "        done: 2026-12-10\n", "", "      - id: own-4\n        do: Sing.\n        owner:\n        due:\n", "").Replace(want)
	if got := string(planfile.Rewrite([]byte(former), again, english)); got != want {
		t.Errorf("got\n%s", got)
	}
}

// TestRewriteOfAStateKeepsTheRest drops what was done, and takes the last action away while another is added.
func TestRewriteOfAStateKeepsTheRest(t *testing.T) {
	const former = "format: coalcheck-plan/1\nsteps:\n  - actions:\n      - do: Sing.   # loud\n        done: 2026-12-10\n      - do: Dance.\n"
	plan := readPlan(t, former)
	plan.Actions()[0].Done, plan.Actions()[0].Dropped = "", "2026-12-11"
	want := strings.Replace(former, "done: 2026-12-10", "dropped: 2026-12-11", 1)
	if got := string(planfile.Rewrite([]byte(former), plan, english)); got != want {
		t.Errorf("got\n%s", got)
	}
	plan = readPlan(t, former)
	plan.Actions()[0].Owner = "Ana"
	plan.Steps[0].Actions = append(plan.Steps[0].Actions[:1], planfile.Action{ID: "own-3", Do: "Clap."})
	got := string(planfile.Rewrite([]byte(former), plan, english))
	if again := readPlan(t, got); !reflect.DeepEqual(again.Actions(), plan.Actions()) || !strings.Contains(got, "# loud") {
		t.Errorf("got\n%s", got)
	}
}

func TestRewriteKeepsComments(t *testing.T) {
	plan := readPlan(t, commented)
	plan.Actions()[0].Owner, plan.Actions()[1].Done = "Zoë", "2026-12-10"
	plan.Steps[1].Actions = append(plan.Steps[1].Actions, planfile.Action{ID: plan.FreeID(), Do: "Sing."})
	const want = `# Riverside, for the board
format: coalcheck-plan/1
coalition: Riverside  # as on the letterhead
steps:
  # the big one
  - pitfall: overcommitted
    actions:
      # ask Ana again in May
      - id: own-1
        do: Ask the county about the van.  # not the city
        owner: Zoë
        due:
      - id: own-2
        do: List everything.
        owner: Ana  # she has the minutes
        done: 2026-12-10
        note: |-
          # no comment
          6 now.
  - actions:  # all of them
      - id: own-3
        do: Thank them.
        owner:
        due:
      - id: own-4
        do: Sing.
        owner:
        due:
# the end
`
	if got := string(planfile.Rewrite([]byte(commented), plan, english)); got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestRewriteWithoutAChangeKeepsEveryByte(t *testing.T) {
	for _, text := range []string{commented, example, `{"format": "coalcheck-plan/1",  "steps": []}`} {
		plan, err := planfile.Read("plan", []byte(text), english)
		if err != nil {
			t.Fatal(err)
		}
		if got := string(planfile.Rewrite([]byte(text), plan, english)); got != text {
			t.Errorf("got\n%s", got)
		}
	}
}

func TestRewriteOfJSONIsJSON(t *testing.T) {
	plan, err := planfile.Read("plan.json", []byte(`{"format": "coalcheck-plan/1", "coalition": "Riverside"}`), english)
	if err != nil {
		t.Fatal(err)
	}
	plan.Review = "2027-02-21"
	for _, former := range []string{`{}`, "\ufeff\r\n {\n}\n"} {
		if got, want := string(planfile.Rewrite([]byte(former), plan, english)), string(planfile.JSON(plan)); got != want {
			t.Errorf("got\n%s", got)
		}
	}
}

// TestRewriteOfFlowYAMLIsNotJSON changes a file that begins as JSON does, and is none.
func TestRewriteOfFlowYAMLIsNotJSON(t *testing.T) {
	const former = "{format: coalcheck-plan/1, # for the board\n  steps: [{actions: [{do: Sing.}]}]} # all of it\n"
	plan := readPlan(t, former)
	plan.Actions()[0].Owner = "Ana"
	got := string(planfile.Rewrite([]byte(former), plan, english))
	if again := readPlan(t, got); !reflect.DeepEqual(again.Actions(), plan.Actions()) || !strings.Contains(got, "# for the board") || !strings.Contains(got, "# all of it") {
		t.Errorf("got\n%s", got)
	}
}

// withComments puts a comment above or behind some lines of a plan file.
func withComments(t *rapid.T, text []byte) (commented string, comments []string) {
	var b strings.Builder
	block := false
	for i, line := range strings.Split(strings.TrimSuffix(string(text), "\n"), "\n") {
		inBlock := block && (line == "" || strings.HasPrefix(line, "    "))
		block = inBlock && strings.HasPrefix(line, "          ") || strings.Contains(line, "note: |") || strings.HasSuffix(line, ": |-") || strings.HasSuffix(line, ": |")
		kind := rapid.IntRange(0, 4).Draw(t, fmt.Sprint("comment ", i))
		if block || inBlock {
			kind = 0
		}
		words := fmt.Sprintf("comment %d", i)
		switch kind {
		case 1:
			indent := line[:len(line)-len(strings.TrimLeft(line, " "))]
			fmt.Fprintf(&b, "%s# %s\n%s\n", indent, words, line)
		case 2:
			fmt.Fprintf(&b, "%s  # %s\n", line, words)
		default:
			fmt.Fprintln(&b, line)
			continue
		}
		comments = append(comments, words)
	}
	return b.String(), comments
}

// changeSome changes some actions of a plan, takes some away and adds some.
func changeSome(t *rapid.T, p *planfile.Plan) {
	for _, a := range p.Actions() {
		switch rapid.IntRange(0, 4).Draw(t, "change") {
		case 1:
			a.Owner = rapid.SampledFrom([]string{"", "Ben", "# Ben", "漢字"}).Draw(t, "new owner")
		case 2:
			a.Due = rapid.SampledFrom([]string{"", "2026-12-24"}).Draw(t, "new day")
		case 3:
			a.Done, a.Dropped = "2026-12-24", ""
		}
	}
	for i := range p.Steps {
		if s := &p.Steps[i]; len(s.Actions) > 0 && rapid.IntRange(0, 3).Draw(t, "take away") == 0 {
			s.Actions = append([]planfile.Action{}, s.Actions[1:]...)
		}
		if rapid.IntRange(0, 3).Draw(t, "add") == 0 {
			p.Steps[i].Actions = append(p.Steps[i].Actions, planfile.Action{ID: p.FreeID(), Do: "Something new."})
		}
	}
}

func TestRewriteLosesNoCommentAndNothingElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		former, comments := withComments(t, planfile.Format(drawPlan(t)))
		plan, err := planfile.Read("plan.yaml", []byte(former), english)
		if err != nil {
			t.Fatalf("%v\n%s", err, former)
		}
		changeSome(t, plan)
		text := planfile.Rewrite([]byte(former), plan, english)
		again, err := planfile.Read("plan.yaml", text, english)
		if err != nil || !bytes.Equal(planfile.Format(again), planfile.Format(plan)) {
			t.Fatalf("%v\n%s\nof\n%s", err, text, former)
		}
		for _, c := range comments {
			if strings.Count(string(text), "# "+c+"\n") != 1 {
				t.Fatalf("%q is lost:\n%s\nof\n%s", c, text, former)
			}
		}
	})
}

func FuzzRewrite(f *testing.F) {
	f.Add([]byte(example))
	f.Add([]byte(commented))
	f.Fuzz(func(t *testing.T, former []byte) {
		plan, err := planfile.Read("plan", former, english)
		if err != nil {
			return
		}
		if !bytes.Equal(planfile.Rewrite(former, plan, english), former) {
			t.Fatal("it changes what was not changed")
		}
		for _, a := range plan.Actions() {
			a.Owner = "Somebody else"
		}
		text := planfile.Rewrite(former, plan, english)
		again, err := planfile.Read("plan", text, english)
		if err != nil || !reflect.DeepEqual(again.Actions(), plan.Actions()) {
			t.Errorf("%v\n%q", err, text)
		}
	})
}

// TestRewriteOfOneOwnerChangesOneLine compares the lines before and after.
func TestRewriteOfOneOwnerChangesOneLine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		former, _ := withComments(t, planfile.Format(drawPlan(t)))
		plan, err := planfile.Read("plan.yaml", []byte(former), english)
		if err != nil {
			t.Fatal(err)
		}
		all := plan.Actions()
		if len(all) == 0 {
			return
		}
		rapid.SampledFrom(all).Draw(t, "action").Owner = "Somebody else"
		was, now := strings.Split(former, "\n"), strings.Split(string(planfile.Rewrite([]byte(former), plan, english)), "\n")
		for len(was) > 0 && len(now) > 0 && was[0] == now[0] {
			was, now = was[1:], now[1:]
		}
		for len(was) > 0 && len(now) > 0 && was[len(was)-1] == now[len(now)-1] {
			was, now = was[:len(was)-1], now[:len(now)-1]
		}
		if len(was) > 1 || len(now) != 1 {
			t.Fatalf("%q\nbecame\n%q\nin\n%s", was, now, former)
		}
	})
}
