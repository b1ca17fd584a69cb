package calendar_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/charmbracelet/x/exp/golden"
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

// property is a line of a calendar as another program reads it: without folds, name and value apart, escapes undone.
type property struct{ name, value string }

// read reads a calendar as RFC 5545 says, and knows nothing of how it was written.
func read(t *rapid.T, text string) []property {
	var all []property
	if !strings.HasSuffix(text, "\r\n") {
		t.Fatalf("no end of line at the end of %q", text)
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n") {
			t.Fatalf("a line of %d bytes, or half a character: %q", len(line), line)
		}
	}
	for line := range strings.SplitSeq(strings.ReplaceAll(strings.TrimSuffix(text, "\r\n"), "\r\n ", ""), "\r\n") {
		name, value, found := strings.Cut(line, ":")
		if !found {
			t.Fatalf("no property: %q", line)
		}
		var b strings.Builder
		for i := 0; i < len(value); i++ {
			switch {
			case value[i] != '\\':
				b.WriteByte(value[i])
			case value[i+1] == 'n':
				b.WriteByte('\n')
				i++
			default:
				b.WriteByte(value[i+1])
				i++
			}
		}
		all = append(all, property{name, b.String()})
	}
	return all
}

func TestAnotherProgramReadsTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune(`ab ,;:\"é漢👩=`+"\n")), 0, 120, -1)
		entry := calendar.Entry{ID: "x@coalcheck", Day: day("2028-02-28"), Summary: text.Draw(t, "summary"), Details: text.Draw(t, "details")}
		var got calendar.Entry
		alarm := false
		for _, p := range read(t, written(t, calendar.Calendar{Day: day("2026-11-26"), Entries: []calendar.Entry{entry}})) {
			switch p.name {
			case "BEGIN":
				alarm = p.value == "VALARM"
			case "END":
				alarm = false
			case "UID":
				got.ID = p.value
			case "DTSTART;VALUE=DATE":
				got.Day, _ = time.Parse("20060102", p.value)
			case "DTEND;VALUE=DATE":
				if p.value != "20280229" {
					t.Fatalf("it ends on %s", p.value)
				}
			case "SUMMARY":
				got.Summary = p.value
			case "DESCRIPTION":
				if !alarm {
					got.Details = p.value
				}
			}
		}
		if spaces(got.Summary) != spaces(entry.Summary) || spaces(got.Details) != spaces(entry.Details) || got.ID != entry.ID || got.Day != entry.Day {
			t.Fatalf("got %+v, want %+v", got, entry)
		}
	})
}

// spaces returns the words of a text: spaces at the ends of its lines are not kept.
func spaces(text string) string { return strings.Join(strings.Fields(text), " ") }
