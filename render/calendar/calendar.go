// Package calendar writes days as an iCalendar file (RFC 5545), which the calendars of phones and offices import.
package calendar

import (
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/coalcheck/coalcheck/assess/safetext"
)

// Calendar is what goes into the file.
type Calendar struct {
	// Day is the day as of which the file is written. No clock is read.
	Day time.Time
	// Sequence counts the versions of the entries: one that is higher replaces one that is lower.
	Sequence int
	// ToDo writes entries as tasks and not as days, which fewer calendars show.
	ToDo    bool
	Entries []Entry
}

// Entry is one day.
type Entry struct {
	// ID tells the entry from every other one in the world, and stays the same when the file is written again.
	ID  string
	Day time.Time
	// Summary is seen in the calendar, Details when the entry is opened.
	Summary, Details string
}

// Write writes the calendar. A reminder comes three days before each day.
func (c *Calendar) Write(w io.Writer) error {
	var f file
	f.line("BEGIN", "VCALENDAR")
	f.line("VERSION", "2.0")
	f.line("PRODID", "-//coalcheck//coalcheck//EN")
	for i := range c.Entries {
		c.entry(&f, &c.Entries[i])
	}
	f.line("END", "VCALENDAR")
	_, err := io.WriteString(w, f.text.String())
	return err
}

func (c *Calendar) entry(f *file, e *Entry) {
	kind, trigger := "VEVENT", "TRIGGER"
	if c.ToDo {
		kind, trigger = "VTODO", "TRIGGER;RELATED=END"
	}
	f.line("BEGIN", kind)
	f.line("UID", escaped(e.ID))
	f.line("DTSTAMP", c.Day.Format(date)+"T000000Z")
	f.line("SEQUENCE", strconv.Itoa(max(c.Sequence, 0)))
	if c.ToDo {
		f.line("DUE;VALUE=DATE", e.Day.Format(date))
	} else {
		f.line("DTSTART;VALUE=DATE", e.Day.Format(date))
		f.line("DTEND;VALUE=DATE", e.Day.AddDate(0, 0, 1).Format(date))
		f.line("TRANSP", "TRANSPARENT") // nobody is busy all day
	}
	f.line("SUMMARY", escaped(e.Summary))
	if e.Details != "" {
		f.line("DESCRIPTION", escaped(e.Details))
	}
	f.line("BEGIN", "VALARM")
	f.line("ACTION", "DISPLAY")
	f.line("DESCRIPTION", escaped(e.Summary))
	f.line(trigger, "-P3D")
	f.line("END", "VALARM")
	f.line("END", kind)
}

// date is how a calendar writes a day.
const date = "20060102"

// escaped returns a text as the value of a property.
func escaped(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = escapes.Replace(safetext.OneLine(line))
	}
	return strings.Join(lines, `\n`)
}

var escapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`)

// file is the text of a calendar while it grows.
type file struct{ text strings.Builder }

// maxLine is how many bytes a line may have, without its end.
const maxLine = 75

// line adds a property. What is longer than a line goes on in the next one behind a space, never within a character.
func (f *file) line(name, value string) {
	rest, room := name+":"+value, maxLine
	for len(rest) > room {
		end := room
		for !utf8.RuneStart(rest[end]) {
			end--
		}
		f.text.WriteString(rest[:end] + "\r\n ")
		rest, room = rest[end:], maxLine-1
	}
	f.text.WriteString(rest + "\r\n")
}
