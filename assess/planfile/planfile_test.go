package planfile_test

import (
	"bytes"
	"errors"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/textfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

var english = pitfalls.English()

const example = `format: coalcheck-plan/1
catalogue: 1
id: "0123456789abcdef"
coalition: Riverside Youth Coalition
made: 2026-11-26
review: 2027-02-26
steps:
  - pitfall: overcommitted
    exposure: 92
    actions:
      - id: overcommitted.sort-three-piles
        do: List everything you have agreed to do.
        owner: Ana
        due: 2026-12-15
        done: 2026-12-10
        note: |-
          17 things;
          6 now.
      - id: own-1
        do: Ask the county about the van.
        owner: Sam
        due:
  - actions:
      - id: own-2
        topic: have-a-plan
        do: "Book the room: May to July"
        dropped: 2026-12-01
notes:
  overcommitted: Everybody nodded.
focus:
  overcommitted: 9
`

func TestReadAndFormat(t *testing.T) {
	plan, err := planfile.Read("plan.yaml", []byte(example), english)
	if err != nil {
		t.Fatal(err)
	}
	if got := string(planfile.Format(plan)); got != example {
		t.Errorf("got\n%s", got)
	}
	exposure := 92.0
	want := &planfile.Plan{
		ID: "0123456789abcdef", Coalition: "Riverside Youth Coalition", Catalogue: 1, Made: "2026-11-26", Review: "2027-02-26",
		Steps: []planfile.Step{
			{Pitfall: "overcommitted", Exposure: &exposure, Actions: []planfile.Action{
				{
					ID: "overcommitted.sort-three-piles", Do: "List everything you have agreed to do.", Owner: "Ana", Due: "2026-12-15",
					Done: "2026-12-10", Note: "17 things;\n6 now.",
				},
				{ID: "own-1", Do: "Ask the county about the van.", Owner: "Sam"},
			}},
			{Actions: []planfile.Action{{ID: "own-2", Topic: "have-a-plan", Do: "Book the room: May to July", Dropped: "2026-12-01"}}},
		},
		Notes: []planfile.Note{{Topic: "overcommitted", Text: "Everybody nodded."}},
		Focus: []planfile.Dots{{Pitfall: "overcommitted", Count: 9}},
	}
	if !reflect.DeepEqual(plan, want) {
		t.Errorf("got %+v", plan)
	}
}

func TestProblems(t *testing.T) {
	action := func(lines string) string {
		return "format: coalcheck-plan/1\nsteps:\n  - actions:\n      - do: x\n        " + lines + "\n"
	}
	for _, tt := range []struct{ name, text, want string }{
		{"nothing", "", `1:1: the file is empty; its first line should be "format: coalcheck-plan/1"`},
		{"another file", "a: b\n", `1:1: this is not a plan file: the line "format: coalcheck-plan/1" is missing`},
		{"answers", "format: coalcheck/1\n", "1:1: this is an answers file, not a plan file; make a plan from it with: coalcheck plan PLAN.yaml --answers FILE"},
		{"another version", "format: coalcheck-plan/2\n", "1:9: format: coalcheck-plan/2 is unknown; this coalcheck reads coalcheck-plan/1"},
		{"a misspelled key", "format: coalcheck-plan/1\ncoaltion: x\n", `2:1: unknown key "coaltion"; did you mean "coalition"?`},
		{"no such day", "format: coalcheck-plan/1\nmade: 2026-02-30\n", "2:7: made: 2026-02-30 is not a day of the calendar; write it as year-month-day, such as 2026-12-15"},
		{"the id of a plan", "format: coalcheck-plan/1\nid: x\n", "2:5: id: x is not the id of a plan, which has 16 digits and letters from a to f; remove it, and the plan gets a new one"},
		{"steps without a list", "format: coalcheck-plan/1\nsteps: many\n", "2:8: steps: many is not a list; write each item on a line of its own, with a hyphen and a space before it"},
		{"a step of words", "format: coalcheck-plan/1\nsteps: [many]\n", "2:9: steps[1]: many has no names; write names with values, each on a line of its own"},
		{
			"a pill as a pitfall", "format: coalcheck-plan/1\nsteps:\n  - pitfall: have-a-plan\n",
			`3:14: steps[1].pitfall: have-a-plan is not a topic that belongs here; "coalcheck explain" lists all topics`,
		},
		{
			"an exposure", "format: coalcheck-plan/1\nsteps:\n  - exposure: 101\n",
			"3:15: steps[1].exposure: 101 is not an exposure; write a number from 0 to 100",
		},
		{"nothing to do", "format: coalcheck-plan/1\nsteps:\n  - actions:\n      - owner: Ana\n", `4:9: steps[1].actions[1]: "do" is missing; write what is to be done`},
		{
			"an unknown action", action("id: overcommitted.sort-three-pile"),
			`5:13: steps[1].actions[1].id: overcommitted.sort-three-pile is not the id of an action; did you mean "overcommitted.sort-three-piles"?`,
		},
		{"an own id that is none", action("id: own-01"), `5:13: steps[1].actions[1].id: own-01 is not the id of an action; an action of your own needs no id`},
		{
			"an id twice", action("id: own-1\n      - do: y\n        id: own-1"),
			"7:13: steps[1].actions[2].id: own-1 is the id of an action on line 5, too; remove one of the two",
		},
		{
			"done and dropped", action("done: 2026-12-10\n        dropped: 2026-12-11"),
			"6:18: steps[1].actions[1]: an action is done or dropped, not both; remove one of the two",
		},
		{"a day in words", action("due: soon"), "5:14: steps[1].actions[1].due: soon is not a day of the calendar; write it as year-month-day, such as 2026-12-15"},
		{"a long owner", action("owner: " + strings.Repeat("o", 81)), "5:16: steps[1].actions[1].owner: 81 characters are too many; use 80 at most"},
		{"a long action", "format: coalcheck-plan/1\nsteps:\n  - actions:\n      - do: " + strings.Repeat("d", 301) + "\n", "4:13: steps[1].actions[1].do: 301 characters are too many; use 300 at most"},
		{
			"a line that does not fit", action("owner: Ana\n     - do: y"),
			"6:6: this line does not fit under the lines above; start it in the same column as its neighbors",
		},
		{"dots", "format: coalcheck-plan/1\nfocus: {overcommitted: -1}\n", "2:24: focus.overcommitted: -1 is not a number of dots; use a whole number"},
		{"a note on nothing", "format: coalcheck-plan/1\nnotes: {overcomitted: x}\n", `2:9: unknown key "overcomitted"; did you mean "overcommitted"?`},
		{
			"too many actions", "format: coalcheck-plan/1\nsteps:\n  - actions:\n" + strings.Repeat("      - do: x\n", 101),
			"104:9: steps[1].actions[101]: a plan has at most 100 actions; remove what was done or dropped long ago",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := planfile.Read("plan.yaml", []byte(tt.text), english)
			if problem, ok := errors.AsType[*textfile.Error](err); !ok || problem.Error() != "plan.yaml:"+tt.want {
				t.Errorf("got  %v\nwant plan.yaml:%s", err, tt.want)
			}
		})
	}
}

func TestNewerCatalogueKeepsWhatItNames(t *testing.T) {
	text := "format: coalcheck-plan/1\ncatalogue: 2\nsteps:\n  - pitfall: too-many-meetings\n    actions:\n      - id: too-many-meetings.cancel-one\n        do: Cancel one.\n        owner:\n        due:\n"
	plan, err := planfile.Read("plan.yaml", []byte(text), english)
	if err != nil {
		t.Fatal(err)
	}
	if got := string(planfile.Format(plan)); got != text {
		t.Errorf("got\n%s", got)
	}
}

func TestOwnActionsGetFreeIDs(t *testing.T) {
	text := "format: coalcheck-plan/1\nsteps:\n  - actions:\n      - do: one\n      - {id: own-1, do: two}\n      - do: three\n"
	plan, err := planfile.Read("plan.yaml", []byte(text), english)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, a := range plan.Actions() {
		got = append(got, a.ID)
	}
	if want := []string{"own-2", "own-1", "own-3"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestLate(t *testing.T) {
	for _, tt := range []struct {
		name   string
		action planfile.Action
		want   bool
	}{
		{"without a day", planfile.Action{}, false},
		{"yesterday", planfile.Action{Due: "2026-12-14"}, true},
		{"today", planfile.Action{Due: "2026-12-15"}, false},
		{"done", planfile.Action{Due: "2026-12-14", Done: "2026-12-15"}, false},
		{"dropped", planfile.Action{Due: "2026-12-14", Dropped: "2026-12-01"}, false},
	} {
		if got := tt.action.Late("2026-12-15"); got != tt.want {
			t.Errorf("%s: %t", tt.name, got)
		}
	}
}

// drawPlan draws any plan that a file can hold.
func drawPlan(t *rapid.T) *planfile.Plan {
	day := rapid.SampledFrom([]string{"", "2026-12-15", "2027-02-28"})
	text := func(most int) *rapid.Generator[string] {
		return rapid.OneOf(
			rapid.SampledFrom([]string{"", "Ana", "yes", "12", "null", "a: b", "# x", `"quoted"`, " x ", "- x", "{x}", "Zoë 👩‍👩‍👧", "漢字"}),
			rapid.StringOfN(rapid.SampledFrom([]rune("ab :#-'\"{}[]&*!|>%@`,?é漢")), 0, 20, most),
		)
	}
	p := &planfile.Plan{
		ID: rapid.SampledFrom([]string{"", "0123456789012345", "00000000000000e1"}).Draw(t, "id"), Catalogue: rapid.IntRange(0, 1).Draw(t, "catalogue"),
		Coalition: text(80).Draw(t, "coalition"), Made: day.Draw(t, "made"), Review: day.Draw(t, "review"),
	}
	all := []string{"overcommitted.sort-three-piles", "have-a-plan.talk", english.AskTwo.ID}
	for range rapid.IntRange(0, 3).Draw(t, "steps") {
		s := planfile.Step{Pitfall: rapid.SampledFrom([]string{"", "overcommitted", "unclear-purpose"}).Draw(t, "pitfall")}
		if rapid.Bool().Draw(t, "scored") {
			e := float64(rapid.IntRange(0, 1000).Draw(t, "exposure")) / 10
			s.Exposure = &e
		}
		for range rapid.IntRange(0, 3).Draw(t, "actions") {
			a := planfile.Action{
				Topic: rapid.SampledFrom([]string{"", "have-a-plan"}).Draw(t, "topic"), Do: "x" + text(299).Draw(t, "do"),
				Owner: text(80).Draw(t, "owner"), Due: day.Draw(t, "due"),
				Note: rapid.SampledFrom([]string{"", "one line", "two\nlines", "\n", " x\n\n y\n", "a\tb"}).Draw(t, "note"),
			}
			switch rapid.IntRange(0, 2).Draw(t, "state") {
			case 1:
				a.Done = "2026-12-10"
			case 2:
				a.Dropped = "2026-12-10"
			}
			if len(all) > 0 && rapid.Bool().Draw(t, "from the catalogue") {
				a.ID, all = all[0], all[1:]
			} else {
				a.ID = "own-" + string(rune('1'+len(p.Steps)*3+len(s.Actions)))
			}
			s.Actions = append(s.Actions, a)
		}
		p.Steps = append(p.Steps, s)
	}
	return p
}

func TestWritingAndReadingChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := drawPlan(t)
		text := planfile.Format(plan)
		got, err := planfile.Read("plan.yaml", text, english)
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if !reflect.DeepEqual(got, plan) {
			t.Fatalf("got %+v\nof %+v\n%s", got, plan, text)
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(example))
	f.Add([]byte(`{"format": "coalcheck-plan/1", "steps": [{"actions": [{"do": "x", "due": null}]}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		plan, err := planfile.Read("plan.yaml", text, english)
		if err != nil {
			return
		}
		again, err := planfile.Read("plan.yaml", planfile.Format(plan), english)
		if err != nil || !reflect.DeepEqual(again, plan) {
			t.Errorf("written and read again: %v\n%+v\n%+v", err, again, plan)
		}
	})
}

func TestJSONIsAPlanFile(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := drawPlan(t)
		got, err := planfile.Read("plan.json", planfile.JSON(plan), english)
		if err != nil || !reflect.DeepEqual(got, plan) {
			t.Fatalf("%v\n%+v\n%+v\n%s", err, got, plan, planfile.JSON(plan))
		}
	})
}

func TestSchemaAcceptsPlans(t *testing.T) {
	schema := compileSchema(t)
	rapid.Check(t, func(t *rapid.T) {
		text := planfile.JSON(drawPlan(t))
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
	})
	for _, bad := range []string{
		`{}`, `{"format": "coalcheck/1"}`, `{"format": "coalcheck-plan/1", "steps": [{"actions": [{"owner": "Ana"}]}]}`,
		`{"format": "coalcheck-plan/1", "steps": [{"actions": [{"do": "x", "id": "overcommitted"}]}]}`,
		`{"format": "coalcheck-plan/1", "made": "soon"}`, `{"format": "coalcheck-plan/1", "step": []}`,
	} {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(bad))
		if err != nil {
			t.Fatal(err)
		}
		if schema.Validate(value) == nil {
			t.Errorf("accepted: %s", bad)
		}
	}
}

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(planfile.Schema(english)))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.UseRegexpEngine(func(pattern string) (jsonschema.Regexp, error) { // which spells characters as JavaScript does
		return regexp.Compile(regexp.MustCompile(`\\u([0-9a-f]{4})`).ReplaceAllString(pattern, `\x{$1}`))
	})
	if err := compiler.AddResource("plan.json", document); err != nil {
		t.Fatal(err)
	}
	return compiler.MustCompile("plan.json")
}
