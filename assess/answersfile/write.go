package answersfile

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// schemaComment tells editors where to find the schema of the file.
const schemaComment = "# yaml-language-server: $schema=coalcheck-answers.schema.json\n"

// Format returns the answers as the text of an answers file: keys in catalogue order, one answer a line, each with its
// statement as a comment. Reading the text gives the same answers, and the same answers always give the same text. What
// is not answered is left out.
func Format(a *assess.Answers, c *pitfalls.Catalogue) []byte {
	f := &formatter{answers: a, catalogue: c, margin: margin(c)}
	if a.Present > 0 {
		f.widen()
	}
	f.WriteString(schemaComment)
	fmt.Fprintf(f, "format: %s\ncatalogue: %d\n", fileFormat, c.Version)
	f.key("coalition", a.Coalition)
	f.key("respondent", a.Respondent)
	f.key("role", string(a.Role))
	if a.Date != "" {
		fmt.Fprintf(f, "date: %s\n", a.Date)
	}
	if a.Present > 0 {
		fmt.Fprintf(f, "present: %d\n", a.Present)
	}
	if len(a.Focus) > 0 {
		fmt.Fprintf(f, "focus: [%s]\n", strings.Join(a.Focus, ", "))
	}
	f.topics("pitfalls", 0, pitfalls.PitfallCount)
	f.topics("pills", pitfalls.PitfallCount, len(c.Topics))
	if a.Draft != nil {
		fmt.Fprintf(f, "draft: {depth: %s, at: %s}\n", a.Draft.Depth, placeName(c, a.Draft.At))
	}
	return f.Bytes()
}

// formatter holds the text of an answers file while it grows.
type formatter struct {
	bytes.Buffer
	answers   *assess.Answers
	catalogue *pitfalls.Catalogue
	// margin is the column at which comments start.
	margin int
}

// margin returns the column at which comments start, so that every line with a single rating has room to the left of
// it. It does not depend on the answers: changing one answer changes one line.
func margin(c *pitfalls.Catalogue) int {
	widest := 0
	for i := range c.Topics {
		widest = max(widest, len("  ")+len(c.Topics[i].ID))
		for _, q := range c.Topics[i].Questions {
			widest = max(widest, len("    ")+len(q.ID))
		}
	}
	return widest + len(": dk  ")
}

// widen moves the comments to the right of the longest tally.
func (f *formatter) widen() {
	for t := range f.catalogue.Topics {
		for _, l := range f.lines(t) {
			f.margin = max(f.margin, len(l.answer)+2)
		}
	}
}

func (f *formatter) key(name, text string) {
	if text != "" {
		fmt.Fprintf(f, "%s: %s\n", name, spellText(text))
	}
}

// topics writes the topics from first up to end, when there is anything to write.
func (f *formatter) topics(name string, first, end int) {
	for t := first; t < end; t++ {
		answers := &f.answers.Topics[t]
		if !answers.Answered() && answers.Note == "" {
			continue
		}
		if name != "" {
			fmt.Fprintf(f, "%s:\n", name)
			name = ""
		}
		if !f.short(t) {
			fmt.Fprintf(f, "  %s:\n", f.catalogue.Topics[t].ID)
		}
		for _, l := range f.lines(t) {
			fmt.Fprintf(f, "%-*s# %s\n", f.margin, l.answer, l.statement)
		}
		if answers.Note != "" {
			fmt.Fprintf(f, "    %s: %s\n", noteKey, spellNote(answers.Note))
		}
	}
}

// line is one answer and the statement that it answers.
type line struct{ answer, statement string }

// lines returns the answers to a topic.
func (f *formatter) lines(t int) []line {
	topic, answers := &f.catalogue.Topics[t], &f.answers.Topics[t]
	if f.short(t) {
		return []line{{"  " + topic.ID + ": " + f.spell(answers.Overall), topic.Overall}}
	}
	var lines []line
	if answers.Quick() {
		lines = append(lines, line{"    " + overallKey + ": " + f.spell(answers.Overall), topic.Overall})
	}
	for i, q := range answers.Questions {
		if !q.IsZero() {
			lines = append(lines, line{"    " + topic.Questions[i].ID + ": " + f.spell(q), topic.Questions[i].Text})
		}
	}
	return lines
}

// short reports whether the answers to a topic fit on the line of the topic.
func (f *formatter) short(t int) bool {
	return f.answers.Topics[t].Quick() && f.answers.Topics[t].Note == ""
}

// spell returns a tally as the file spells it. In a room it is always a list of counts.
func (f *formatter) spell(t assess.Tally) string {
	if r := t.Rating(); f.answers.Present == 0 && r != assess.Unanswered {
		return r.String()
	}
	var counts []string
	for r := assess.Lowest; r <= assess.NotApplicable; r++ {
		if n := *t.Count(r); n > 0 {
			counts = append(counts, r.String()+": "+strconv.Itoa(n))
		}
	}
	return "{" + strings.Join(counts, ", ") + "}"
}

// placeName returns a place as findPlace reads it.
func placeName(c *pitfalls.Catalogue, p assess.Place) string {
	topic := &c.Topics[p.Topic]
	if p.Question == assess.Whole {
		return topic.ID + "." + overallKey
	}
	return topic.ID + "." + topic.Questions[p.Question].ID
}

// spellNote returns a note as the file spells it: of several lines as a block that people can read, else as spellText.
func spellNote(note string) string {
	body, ended := strings.CutSuffix(note, "\n")
	lines := strings.Split(body, "\n")
	first, last := lines[0], lines[len(lines)-1]
	if len(lines) < 2 || first == "" || first[0] == ' ' || last == "" || slices.ContainsFunc(lines, unfitForBlock) {
		return spellText(note)
	}
	var b strings.Builder
	b.WriteByte('|')
	if !ended {
		b.WriteByte('-')
	}
	for _, l := range lines {
		b.WriteByte('\n')
		if l != "" {
			b.WriteString("      " + l)
		}
	}
	return b.String()
}

// unfitForBlock reports whether a line would not come back from a block as it is, or would show a reader less than is
// there.
func unfitForBlock(line string) bool {
	return strings.HasSuffix(line, " ") || strings.ContainsFunc(line, needsEscape)
}

// spellText returns a text as the file spells it: without quotes only where every reader of YAML takes it for text.
func spellText(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case needsEscape(r):
			fmt.Fprintf(&b, `\U%08X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// needsEscape reports whether a character cannot stand in a text as it is. Tabs and the byte order mark could, but nobody
// would see them; the others are refused when the file is read.
func needsEscape(r rune) bool {
	return r == '\t' || r == '\r' || safetext.Forbidden(r) || string(r) == byteOrderMark
}

// words lists the words that some reader of YAML takes for something else than text.
var words = []string{"true", "false", "yes", "no", "on", "off", "y", "n", "null", "dk", "na"}

// isPlain reports whether a text needs no quotes: it starts with a letter, has no sign that means something in YAML, no
// space at its ends, and is none of the words above.
func isPlain(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsLetter(first) || strings.HasSuffix(s, " ") || slices.Contains(words, strings.ToLower(s)) {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(" .,;()'/&+!?-–—’…", r)
	})
}
