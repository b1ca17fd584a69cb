package jsonreport_test

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/exp/golden"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/internal/examples"
	"github.com/coalcheck/coalcheck/render/jsonreport"
)

func output[T any](t interface{ Fatal(args ...any) }, write func(io.Writer, T) error, value T) []byte {
	var b bytes.Buffer
	if err := write(&b, value); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestExamples(t *testing.T) {
	for _, name := range examples.Names(t) {
		t.Run(name, func(t *testing.T) {
			golden.RequireEqual(t, output(t, jsonreport.Write, examples.Result(t, name)))
		})
	}
}

func TestGroup(t *testing.T) {
	for name, r := range map[string]*score.Result{
		"open": score.Score(examples.Group(t)), "confidential": score.Confidential(examples.Group(t)),
	} {
		t.Run(name, func(t *testing.T) { golden.RequireEqual(t, output(t, jsonreport.Write, r)) })
	}
}

func TestComparison(t *testing.T) {
	for name, c := range examples.Comparisons(t) {
		t.Run(name, func(t *testing.T) { golden.RequireEqual(t, output(t, jsonreport.WriteComparison, c)) })
	}
}

func TestReportFitsItsSchema(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile(examples.Path("docs/report.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	results := map[string]*score.Result{"nothing answered": examples.Blank()}
	for _, name := range examples.Names(t) {
		results[name] = examples.Result(t, name)
	}
	results["group"] = score.Score(examples.Group(t))
	results["confidential"] = score.Confidential(examples.Group(t))
	results["confidential, of one"] = score.Confidential(examples.Result(t, "overcommitted").Group)
	for name, r := range results {
		t.Run(name, func(t *testing.T) {
			document := parsed(t, output(t, jsonreport.Write, r))
			if err := schema.Validate(document); err != nil {
				t.Error(err)
			}
			delete(document, "plan")
			if schema.Validate(document) == nil {
				t.Error("the schema accepts a report without a plan")
			}
		})
	}
}

// TestEveryReportFitsItsSchema has answers of one person, of a workshop and of a group, open and confidential, compared, and
// those that readers have to be careful with.
func TestEveryReportFitsItsSchema(t *testing.T) {
	c := jsonschema.NewCompiler()
	reports, err := c.Compile(examples.Path("docs/report.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	comparisons, err := c.Compile(examples.Path("docs/compare.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	fits := func(t interface{ Fatalf(string, ...any) }, schema *jsonschema.Schema, text []byte) {
		document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatalf("%v", err)
		}
		if err := schema.Validate(document); err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
	}
	for r := assess.Lowest; r <= assess.DontKnow; r++ {
		a := assess.New(examples.English)
		for _, p := range (assess.Questionnaire{Catalogue: examples.English}).Places() {
			a.Set(p, assess.TallyOf(r))
		}
		fits(t, reports, output(t, jsonreport.Write, score.Score(group.Of(examples.English, a))))
	}
	rapid.Check(t, func(t *rapid.T) {
		g := examples.DrawGroup(t)
		results := []*score.Result{score.Score(group.Of(examples.English, examples.DrawAnswers(t))), score.Score(g), score.Confidential(g)}
		for _, r := range results {
			fits(t, reports, output(t, jsonreport.Write, r))
		}
		before, after := rapid.SampledFrom(results).Draw(t, "before"), rapid.SampledFrom(results).Draw(t, "after")
		fits(t, comparisons, output(t, jsonreport.WriteComparison, score.Compare(before, after)))
	})
}

func TestComparisonFitsItsSchema(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile(examples.Path("docs/compare.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range examples.Comparisons(t) {
		t.Run(name, func(t *testing.T) {
			document := parsed(t, output(t, jsonreport.WriteComparison, c))
			if err := schema.Validate(document); err != nil {
				t.Error(err)
			}
			document["better"] = 7
			if schema.Validate(document) == nil {
				t.Error("the schema accepts a number for a list")
			}
		})
	}
}

func parsed(t *testing.T, text []byte) map[string]any {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return document.(map[string]any)
}

func TestReportSaysWhatIsAbsent(t *testing.T) {
	var report struct {
		Pitfalls []struct {
			State    string
			Exposure *float64
			Band     *string
			Priority *float64
		}
		Plan struct{ Steps, FindOut []any }
	}
	if err := json.Unmarshal(output(t, jsonreport.Write, examples.Blank()), &report); err != nil {
		t.Fatal(err)
	}
	for i, p := range report.Pitfalls {
		if p.State != "not_enough_answers" || p.Exposure != nil || p.Band != nil || p.Priority != nil {
			t.Errorf("pitfall %d: %+v; want not_enough_answers and no numbers", i, p)
		}
	}
	if report.Plan.Steps == nil || len(report.Plan.Steps) != 0 {
		t.Errorf("steps %v; want an empty list", report.Plan.Steps)
	}
}

// TestConfidentialReportsTellNothingOfFew searches for names, notes, and all that has to be null.
func TestConfidentialReportsTellNothingOfFew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := output(t, jsonreport.Write, score.Confidential(examples.DrawGroup(t)))
		if bytes.Contains(text, []byte("QX")) {
			t.Fatalf("a name or a note:\n%s", text)
		}
		var report any
		if err := json.Unmarshal(text, &report); err != nil {
			t.Fatal(err)
		}
		checkHidden(t, "", report)
	})
}

// hidden holds the fields that are null in a confidential report.
var hidden = map[string]bool{
	"mean": true, "counts": true, "ratings": true, "dont_know": true, "not_applicable": true, "fewest": true, "most": true,
	"priority": true, "terms": true, "certainty": true, "camps": true, "apart": true, "variance": true, "by": true, "high": true, "of": true,
}

// roles holds those that are null where fewer than five have them.
var roles = map[string]bool{"leader": true, "staff": true, "member": true, "partner": true, "untold": true}

// checkHidden finds what should be null, and exact scores.
func checkHidden(t *rapid.T, field string, value any) {
	switch v := value.(type) {
	case map[string]any:
		for name, part := range v {
			checkHidden(t, name, part)
		}
	case []any:
		for _, part := range v {
			checkHidden(t, field, part)
		}
	case float64:
		if roles[field] && v < 5 || (field == "exposure" || field == "strength") && (int(v)%10 != 0 || v < 10 || v > 90) {
			t.Fatalf("%s is %v", field, v)
		}
	}
	if value != nil && hidden[field] {
		if views, ok := value.(float64); !ok || field != "of" || views < 4 { // two views say in how many topics
			t.Fatalf("%s is %v", field, value)
		}
	}
}

func TestSeveralCoalitionsAreNamedNowhere(t *testing.T) {
	text := string(output(t, jsonreport.Write, examples.TwoCoalitions(t)))
	if strings.Contains(text, "Riverside") || strings.Contains(text, "Hillside") {
		t.Error("names a coalition")
	}
	if !strings.Contains(text, `"coalitions_differ": true`) {
		t.Error("does not say that the coalitions differ")
	}
}

// TestHostileTextComesBack checks that a program which reads the JSON gets the text of the answers as it is: all that a
// file may hold. None of it acts on a terminal.
func TestHostileTextComesBack(t *testing.T) {
	// allowed leaves of a text what a file may hold.
	allowed := func(text string, longest int, refused func(r rune) bool) string {
		text = strings.Map(func(r rune) rune {
			if refused(r) {
				return -1
			}
			return r
		}, strings.ToValidUTF8(text, ""))
		return string([]rune(text)[:min(longest, utf8.RuneCountInString(text))])
	}
	inName := func(r rune) bool { return r < ' ' || safetext.Forbidden(r) }
	rapid.Check(t, func(t *rapid.T) {
		a := examples.DrawHostile(t)
		a.Coalition, a.Respondent = allowed(a.Coalition, assess.MaxName, inName), allowed(a.Respondent, assess.MaxName, inName)
		for i := range a.Topics {
			a.Topics[i].Note = allowed(a.Topics[i].Note, assess.MaxNote, safetext.Forbidden)
		}
		read, err := answersfile.Read("answers.yaml", answersfile.Format(a, examples.English), examples.English)
		if err != nil {
			t.Fatal(err)
		}
		var report struct {
			Coalition       string
			Pitfalls, Pills []struct {
				Note  string
				Notes []string
			}
		}
		text := output(t, jsonreport.Write, score.Score(group.Of(examples.English, read)))
		if safetext.VisibleLines(string(text)) != string(text) {
			t.Fatalf("raw text in %s", text)
		}
		if err := json.Unmarshal(text, &report); err != nil {
			t.Fatal(err)
		}
		if want := norm.NFC.String(read.Coalition); report.Coalition != want { // as groups tell names apart
			t.Fatalf("the coalition is %q; want %q", report.Coalition, want)
		}
		for i, topic := range append(report.Pitfalls, report.Pills...) {
			// Of several people, the notes are a list.
			if got := topic.Note + strings.Join(topic.Notes, ""); got != read.Topics[i].Note {
				t.Fatalf("note %d is %q; want %q", i, got, read.Topics[i].Note)
			}
		}
	})
}
