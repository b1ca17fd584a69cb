package calendar_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/charmbracelet/x/exp/golden"
	"github.com/emersion/go-ical"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/render/calendar"
)

func day(text string) time.Time {
	d, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return d
}

func written(t interface{ Fatal(...any) }, c calendar.Calendar) string {
	var b strings.Builder
	if err := c.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var example = calendar.Calendar{
	Day: day("2026-11-26"), Sequence: 12,
	Entries: []calendar.Entry{
		{ID: "0123456789abcdef-own-1@coalcheck", Day: day("2026-12-31"), Summary: "Ana: Ask the county, again; then tell everybody.", Details: "Overcommitted\nA\\B"},
		{ID: "0123456789abcdef-review@coalcheck", Day: day("2027-02-26"), Summary: "Zoë: " + strings.Repeat("漢字", 30)},
	},
}

func TestDays(t *testing.T) { golden.RequireEqual(t, written(t, example)) }

func TestToDo(t *testing.T) {
	c := example
	c.ToDo = true
	golden.RequireEqual(t, written(t, c))
}

// TestLinesAreFolded looks at the bytes: a line has 75 at most, and is never divided within a character.
func TestLinesAreFolded(t *testing.T) {
	text := written(t, example)
	folded := 0
	for line := range strings.SplitSeq(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n") {
			t.Errorf("a line of %d bytes, or half a character: %q", len(line), line)
		}
		if strings.HasPrefix(line, " ") {
			folded++
		}
	}
	if folded == 0 {
		t.Error("no line was folded")
	}
}

// TestAnotherProgramReadsTheSame has a library read the calendar that knows nothing of how it was written.
func TestAnotherProgramReadsTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune(`ab ,;:\"é漢👩=`+"\n")), 1, 120, -1)
		entry := calendar.Entry{ID: "x@coalcheck", Day: day("2028-02-28"), Summary: text.Draw(t, "summary"), Details: text.Draw(t, "details")}
		file := written(t, calendar.Calendar{Day: day("2026-11-26"), Entries: []calendar.Entry{entry}})
		got, err := ical.NewDecoder(strings.NewReader(file)).Decode()
		if err != nil || len(got.Events()) != 1 {
			t.Fatalf("%v in\n%s", err, file)
		}
		event := got.Events()[0]
		for name, want := range map[string]string{ical.PropUID: entry.ID, ical.PropSummary: entry.Summary, ical.PropDescription: entry.Details} {
			if text, err := event.Props.Text(name); err != nil || spaces(text) != spaces(want) {
				t.Errorf("%s: %q, %v, want %q", name, text, err, want)
			}
		}
		start, err := event.DateTimeStart(time.UTC)
		end, err2 := event.DateTimeEnd(time.UTC)
		if err != nil || err2 != nil || !start.Equal(entry.Day) || !end.Equal(day("2028-02-29")) {
			t.Errorf("from %v, %v to %v, %v", start, err, end, err2)
		}
	})
}

// spaces returns the words of a text: spaces at the ends of its lines are not kept.
func spaces(text string) string { return strings.Join(strings.Fields(text), " ") }
