package report_test

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/internal/examples"
	"github.com/coalcheck/coalcheck/render/report"
	"github.com/coalcheck/coalcheck/render/terminal"
)

// readers are where the readers of a format are.
var readers = map[string]report.Reader{"markdown": report.OnPaper, "terminal": report.AtPrompt, "speech": report.AtPrompt}

// inFormats returns a report in every format of text.
func inFormats(t fataler, r *score.Result, o report.Options) map[string]string {
	texts := map[string]string{}
	for format, write := range writers {
		o.Reader = readers[format]
		texts[format] = write(t, report.Result(r, o))
	}
	return texts
}

func TestResult(t *testing.T) {
	r := examples.Result(t, "overcommitted")
	for format, text := range inFormats(t, r, report.Options{}) {
		t.Run(format, func(t *testing.T) { golden.RequireEqual(t, text) })
	}
	for _, width := range []int{40, 60, 100, 120} {
		t.Run(strconv.Itoa(width), func(t *testing.T) {
			golden.RequireEqual(t, atWidth(t, report.Result(r, report.Options{}), width))
		})
	}
}

func TestGroup(t *testing.T) {
	for name, r := range map[string]*score.Result{
		"open": score.Score(examples.Group(t)), "confidential": score.Confidential(examples.Group(t)),
	} {
		t.Run(name, func(t *testing.T) {
			golden.RequireEqual(t, onTerminal(t, report.Result(r, report.Options{Explain: true})))
		})
	}
}

// TestResultParts has the parts that the reports of TestResult and TestGroup lack, and those that look otherwise.
func TestResultParts(t *testing.T) {
	all := report.Options{Explain: true, Minutes: 45}
	for _, c := range []struct {
		name, format string
		result       *score.Result
		parts        []string
	}{
		{"healthy", "terminal", examples.Result(t, "healthy"), []string{"Work on first", "This month"}},
		{"conflicted", "terminal", examples.Result(t, "conflicted"), []string{"Work on first", "Find out", "Later", "What to find out", "Worth building", "Notes"}},
		{"nothing answered", "terminal", examples.Blank(), []string{"Work on first", "Find out", "How it looks", "What to find out"}},
		{"group", "markdown", score.Score(examples.Group(t)), []string{"Seen differently", "Notes"}},
		{"group", "speech", score.Score(examples.Group(t)), []string{"Work on first", "This month", "Split on", "How it looks", "Seen differently", "Notes"}},
		{"room", "terminal", examples.Result(t, "room"), []string{"Split on", "How it looks", "Agenda for 45 minutes"}},
		{"room", "speech", examples.Result(t, "room"), []string{"Agenda for 45 minutes", "How this was counted"}},
	} {
		t.Run(c.name+"/"+c.format, func(t *testing.T) {
			all.Reader = readers[c.format]
			golden.RequireEqual(t, writers[c.format](t, parts(report.Result(c.result, all), c.parts...)))
		})
	}
}

// TestAgenda has a workshop of 23 with two splits and two steps, for three lengths of time.
func TestAgenda(t *testing.T) {
	s := assess.NewSession(examples.English, assess.Quick)
	if err := s.SetPresent(23); err != nil {
		t.Fatal(err)
	}
	for topic, counts := range map[int][5]int{1: {9, 3, 1, 4, 6}, 2: {0, 0, 2, 9, 9}, 3: {0, 0, 0, 2, 18}, 4: {20, 0, 0, 0, 0}, 12: {8, 0, 0, 0, 8}} {
		if err := s.Count(assess.Place{Topic: topic, Question: assess.Overall}, assess.Tally{Counts: counts}); err != nil {
			t.Fatal(err)
		}
	}
	result := score.Score(group.Of(examples.English, s.Finished()))
	for _, test := range []struct {
		name    string
		result  *score.Result
		minutes int
	}{
		{"Agenda for 10 minutes", result, 10},
		{"Agenda for 45 minutes", result, 45},
		{"Agenda for 240 minutes", result, 240},
		{"Agenda for 30 minutes", examples.Blank(), 30},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := report.Result(test.result, report.Options{Reader: report.OnPaper, Minutes: test.minutes})
			golden.RequireEqual(t, asMarkdown(t, parts(d, test.name)))
		})
	}
	for format, text := range inFormats(t, result, report.Options{}) {
		if strings.Contains(strings.ToLower(text), "agenda") {
			t.Errorf("%s: without minutes there is an agenda:\n%s", format, text)
		}
	}
}

// TestEveryFormatSaysEverything looks for every topic with its score and for every step with its actions.
func TestEveryFormatSaysEverything(t *testing.T) {
	for _, name := range examples.Names(t) {
		r := examples.Result(t, name)
		for format, text := range inFormats(t, r, report.Options{}) {
			// As tables and lines to look at break the texts, only the words count.
			words := strings.Join(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \n|", r) }), " ")
			for i := range r.Topics {
				topic := &r.Topics[i]
				want := map[string]string{
					"markdown": topic.Label + " " + topic.Band.String() + " " + topic.Shown(),
					"speech":   topic.Label + ": " + topic.Band.String(),
				}[format]
				if topic.State == score.Scored && !strings.Contains(words, want) {
					t.Errorf("%s, %s: not said: %q", name, format, want)
				}
			}
			for _, s := range r.Plan.Steps {
				for _, a := range s.Actions {
					if want := strings.Fields(a.Do)[0]; s.When != score.Later && !strings.Contains(words, want) {
						t.Errorf("%s, %s: not said: %q", name, format, a.Do)
					}
					if format != "terminal" && s.When != score.Later && (!strings.Contains(words, a.Do) || !strings.Contains(words, a.Effort)) {
						t.Errorf("%s, %s: not said: %q, %q", name, format, a.Do, a.Effort)
					}
				}
			}
		}
	}
}

// forTheEye finds what a screen reader spells out: bars, columns, lines to fill in, marks and signs of arithmetic.
var forTheEye = regexp.MustCompile(`  |__|[█▏▎▍▌▋▊▉×−=·~!<>→]`)

func TestSpeechHasNothingForTheEye(t *testing.T) {
	for _, name := range examples.Names(t) {
		r := examples.Result(t, name)
		for i := range r.Topics {
			r.Topics[i].Notes = nil // a note is as its author wrote it
		}
		for _, explain := range []bool{false, true} {
			text := spoken(t, report.Result(r, report.Options{Explain: explain, Minutes: 40}))
			if found := forTheEye.FindStringIndex(text); found != nil {
				t.Errorf("%s: %q", name, text[max(0, found[0]-40):found[1]+20])
			}
		}
	}
}

// TestInTheWizard checks that a report inside the wizard names keys, and no command that nobody can type there.
func TestInTheWizard(t *testing.T) {
	in := report.Options{Reader: report.InWizard}
	a := assess.New(examples.English)
	a.Set(assess.Place{Topic: 1, Question: assess.Overall}, assess.TallyOf(4))
	text := inOneLine(onTerminal(t, report.Result(examples.Result(t, "overcommitted"), in)) +
		onTerminal(t, report.Result(score.Score(group.Of(examples.English, a)), in)))
	for _, command := range []string{"--", "coalcheck assess", "coalcheck explain"} {
		if strings.Contains(text, command) {
			t.Errorf("%q is in:\n%s", command, text)
		}
	}
	for _, want := range []string{"Press r to answer them.", "Sources: ? at a statement."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in:\n%s", want, text)
		}
	}
}

func TestThePlanIsFound(t *testing.T) {
	lines, sections := terminal.Lines(report.Result(examples.Result(t, "overcommitted"), report.Options{}), terminal.Options{})
	for id, want := range map[string]string{report.WorkOnFirst: "WORK ON FIRST", report.StepByStep: "STEP BY STEP"} {
		if n, ok := sections[id]; !ok || !strings.HasPrefix(lines[n], want) {
			t.Errorf("line %d, %t, of\n%s", n, ok, strings.Join(lines, "\n"))
		}
	}
	if _, sections = terminal.Lines(report.Result(examples.Blank(), report.Options{}), terminal.Options{}); sections[report.StepByStep] > 0 {
		t.Errorf("sections %v of a report without a plan", sections)
	}
}

// TestReportSays checks what reports say about answers that are all alike.
func TestReportSays(t *testing.T) {
	tie := quickly(t, 1, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3)
	const (
		holds   = "One answer one step different would not change what comes first."
		asked   = "Asked again next week, you might still put another first."
		resampl = "Had others of you answered, these would still be among the first three: Unclear purpose almost surely"
	)
	for _, c := range []struct {
		name   string
		result *score.Result
		says   string
		times  int
	}{
		{"all don't know", rated(assess.DontKnow, assess.DontKnow), `The answer is "don't know". Ask two members.`, 1},
		{"all don't know plans and risks", rated(assess.DontKnow, assess.DontKnow), `The answer is "don't know". Ask somebody who leads.`, 1},
		{"all not applicable", rated(assess.NotApplicable, assess.NotApplicable), "Every pitfall is marked as not applicable, so there is no plan.", 1},
		{"only pitfalls not applicable", rated(assess.NotApplicable, 3), "Every pitfall is marked as not applicable, so there is no plan.", 1},
		{"all unknown is not that", rated(assess.DontKnow, 3), "Every pitfall is marked", 0},
		{"ten are level", tie, "These ten are level: Unclear purpose, Overcommitted, Asking members too much,", 1},
		{"two are level", quickly(t, 1, 4, 4), "These two are level: Unclear purpose and Overcommitted. Begin with the one that you can start most easily.", 1},
		{"what is level is not close", quickly(t, 1, 4, 4), "Close:", 0},
		{"close", quickly(t, 1, 3, 4), "Close: one answer one step different would put Unclear purpose first.", 1},
		{"remedies in place", rated(4, 5), "You rated what should help as in place, and the trouble is still there.", 2},
		{"one step in all is to be done first", rated(4, 5), "do this one first", 1},
		{"nothing is wrong and nothing in place", rated(1, 1), "But nothing that prevents it is in place either: begin with one practice.", 1},
		{"flat answers begin with asking", rated(1, 1), "Ask two others to answer, too.", 1},
		{"and with that alone", rated(1, 1), "do this one first", 1},
		{"one practice is to be built first", quickly(t, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), "do this one first", 1},
		{"nothing is wrong and all in place", rated(1, 5), "do this one first", 0},
		{"one person is asked again", quickly(t, 1, 5, 1), asked, 1},
		{"five people are not", quickly(t, 5, 5, 1), asked, 0},
		{"one pitfall, one respondent", quickly(t, 1, 5), holds, 0},
		{"one pitfall, five respondents", quickly(t, 5, 5), holds, 0},
		{"two pitfalls, one respondent", quickly(t, 1, 5, 1), holds, 1},
		{"two pitfalls, five respondents", quickly(t, 5, 5, 1), holds, 1},
		{"one respondent is not resampled", quickly(t, 1, 5), resampl, 0},
		{"five respondents are resampled", quickly(t, 5, 5), resampl, 1},
		{"one of two is not resampled", quickly(t, 1, 5, 1), resampl, 0},
		{"both of five respondents are resampled", quickly(t, 5, 5, 1), resampl, 1},
	} {
		for format, text := range inFormats(t, c.result, report.Options{}) {
			if strings.Contains(text, "\n\n\n") {
				t.Errorf("%s, %s: two empty lines, one after the other:\n%s", c.name, format, text)
			}
			text = strings.NewReplacer("&quot;", `"`, "&#39;", "'", "*", "").Replace(inOneLine(text))
			if got := strings.Count(strings.ToLower(text), strings.ToLower(c.says)); got != c.times { // speech begins sentences
				t.Errorf("%s, %s: says %q %d times, want %d:\n%s", c.name, format, c.says, got, c.times, text)
			}
		}
	}
}

// On paper, where a board reads, no command is named that it could not type.
func TestUnansweredTopicsAreNamed(t *testing.T) {
	for format, text := range inFormats(t, quickly(t, 1, 5), report.Options{}) {
		text = inOneLine(text)
		_, named, found := strings.Cut(text, "Not answered yet: ")
		named, after, _ := strings.Cut(named, ".")
		if command := strings.HasPrefix(after, " Answer with: "); !found || command == (readers[format] == report.OnPaper) {
			t.Fatalf("%s: names no topic that is not answered:\n%s", format, text)
		}
		for i := range examples.English.Topics {
			label := examples.English.Topics[i].Label
			if got, want := strings.Contains(named, label), i > 0; got != want {
				t.Errorf("%s: names %s: %t, want %t", format, label, got, want)
			}
		}
	}
}

// TestTheLastBitsOfAFloatDecideNothing has values that differ by less than a millionth from ones that they stand for.
func TestTheLastBitsOfAFloatDecideNothing(t *testing.T) {
	r := rated(4, 4)
	r.Topics[0].Value = math.Nextafter(r.Topics[0].Value, 0)
	r.Topics[pitfalls.PitfallCount].Value = math.Nextafter(r.Topics[pitfalls.PitfallCount].Value, 100)
	first := &r.Topics[r.Plan.Steps[0].Pitfall]
	r.Plan.Steps[0].CheckRemedies = false
	first.Terms.Remedies = math.Nextafter(25, 0)
	first.Terms.Focus = math.Nextafter(1, 2)

	d := report.Result(r, report.Options{})
	bars := map[string]doc.Bars{}
	var section string
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case doc.Section:
			section = b.Name.String()
		case doc.Bars:
			bars[section] = b
		}
	}
	for name, topics := range map[string][]pitfalls.Topic{"Pitfalls": examples.English.Pitfalls(), "Pills": examples.English.Pills()} {
		for i := range topics {
			if got := bars[name].Rows[i].Label.String(); got != topics[i].Label {
				t.Errorf("bar %d of the %s is %s; want %s, which has the same value", i+1, name, got, topics[i].Label)
			}
		}
	}
	plan := inOneLine(onTerminal(t, d))
	if want := "Less than half of what helps against it is in place."; !strings.Contains(plan, want) {
		t.Errorf("does not say that %s", want)
	}
	if strings.Contains(plan, "You named it") {
		t.Error("calls a step a focus that is none")
	}
}

func TestSeveralCoalitionsAreNamedNowhere(t *testing.T) {
	for format, text := range inFormats(t, examples.TwoCoalitions(t), report.Options{}) {
		if strings.Contains(text, "Riverside") || strings.Contains(text, "Hillside") {
			t.Errorf("%s: names a coalition", format)
		}
		if !strings.Contains(text, "different coalitions") {
			t.Errorf("%s: does not say that the coalitions differ", format)
		}
	}
}

// smallVotes finds a count of one to four votes, as reports show and say it.
var smallVotes = regexp.MustCompile(`(^|[\s(])[1-4](×| rated [1-5]| don't know| not applicable)`)

// TestConfidentialReportsTellNothingOfFew searches every format for names, notes and every count under five.
func TestConfidentialReportsTellNothingOfFew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := score.Confidential(examples.DrawGroup(t))
		for format, text := range inFormats(t, r, report.Options{Explain: true}) {
			if strings.Contains(text, "QX") {
				t.Fatalf("%s: a name or a note:\n%s", format, text)
			}
			if found := smallVotes.FindString(text); found != "" {
				t.Fatalf("%s: %q in\n%s", format, found, text)
			}
		}
	})
}

// TestHostileTextHarmsNoReport puts text that acts on terminals in front of every report: of one person, a group and a
// workshop, open and confidential, explained, compared, with an agenda. Reading refuses most of it; what shows it does not
// rely on that.
func TestHostileTextHarmsNoReport(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		result := drawHostileResult(t)
		width := rapid.IntRange(terminal.MinWidth, terminal.MaxWidth).Draw(t, "width")
		o := report.Options{Explain: rapid.Bool().Draw(t, "explain"), Minutes: 45}
		later := score.Score(group.Of(examples.English, examples.DrawHostile(t)))
		compared := report.Comparison(score.Compare(result, later), nil)
		for _, text := range []string{atWidth(t, report.Result(result, o), width), atWidth(t, compared, width)} {
			checkWidth(t, text, width)
		}
		texts := inFormats(t, result, o)
		for format, write := range writers {
			for line := range strings.SplitSeq(texts[format]+write(t, compared), "\n") {
				if shown := safetext.Visible(line); shown != line {
					t.Fatalf("%s: a line that acts on the terminal: %q", format, line)
				}
			}
		}
	})
}

// TestReportsFitEveryWidth has answers with names and notes that look like mark-up, and groups.
func TestReportsFitEveryWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(terminal.MinWidth, terminal.MaxWidth).Draw(t, "width")
		o := report.Options{Explain: rapid.Bool().Draw(t, "explain")}
		g := examples.DrawGroup(t)
		alone := group.Of(examples.English, examples.DrawAnswers(t))
		for _, r := range []*score.Result{score.Score(alone), score.Score(g), score.Confidential(g)} {
			checkWidth(t, atWidth(t, report.Result(r, o), width), width)
		}
	})
}

// TestMarkdownHoldsForeignText checks that no text of an answers file changes the structure of the report: it has the
// same lines with the same blocks, cells and mark-up as with harmless text of as many lines.
func TestMarkdownHoldsForeignText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hostile := examples.DrawAnswers(t)
		files := rapid.IntRange(1, 2).Draw(t, "files")
		harmless := hostile.Clone()
		harmless.Coalition = ""
		for i := range harmless.Topics {
			harmless.Topics[i].Note = saidLine.ReplaceAllString(hostile.Topics[i].Note, "x")
		}
		got, want := structure(t, hostile, files), structure(t, harmless, files)
		if got != want {
			t.Fatalf("the structure changed:\n%s\nwant\n%s", got, want)
		}
	})
}

// saidLine finds each line of a note that is not blank.
var saidLine = regexp.MustCompile(`.*\S.*`)

// structure returns the structure of a Markdown report on one or more files that say the same.
func structure(t *rapid.T, a *assess.Answers, files int) string {
	sum := group.NewGathering(examples.English)
	for range files {
		sum.Add("answers.yaml", a)
	}
	g, err := sum.Group()
	if err != nil {
		t.Fatal(err)
	}
	text := asMarkdown(t, report.Result(score.Score(g), report.Options{Reader: report.OnPaper, Explain: true}))
	text, _, _ = strings.Cut(text, "\n## Sources\n") // which are links
	return examples.MarkdownStructure(t, text)
}
