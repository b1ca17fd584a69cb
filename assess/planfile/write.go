package planfile

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess/textfile"
)

// idLength is how many characters the id of a plan has.
const idLength = 16

// NewID returns a random id for a plan.
func NewID() string {
	var id [idLength / 2]byte
	_, _ = rand.Read(id[:]) // it never fails
	return hex.EncodeToString(id[:])
}

func isID(s string) bool {
	return len(s) == idLength && strings.Trim(s, "0123456789abcdef") == ""
}

// Format returns a plan as the text of a plan file. Reading it gives the same plan, and the same plan always gives the same
// text. What is empty is left out, but for the owner and the day of open actions, which wait to be filled in.
func Format(p *Plan) []byte {
	var b bytes.Buffer
	var head lines
	head.add("format", fileFormat)
	if p.Catalogue > 0 {
		head.add("catalogue", strconv.Itoa(p.Catalogue))
	}
	if p.ID != "" {
		head.add("id", strconv.Quote(p.ID)) // the quotes keep digits from being a number
	}
	head.add("coalition", scalar(p.Coalition))
	head.add("made", p.Made)
	head.add("review", p.Review)
	head.write(&b, "", "")
	if len(p.Steps) > 0 {
		b.WriteString("steps:\n")
	}
	for i := range p.Steps {
		formatStep(&b, &p.Steps[i])
	}
	var notes, focus lines
	for _, n := range p.Notes {
		notes.add(n.Topic, block(n.Text, "    "))
	}
	for _, d := range p.Focus {
		focus.add(d.Pitfall, strconv.Itoa(d.Count))
	}
	for _, part := range []struct {
		name string
		lines
	}{{"notes", notes}, {"focus", focus}} {
		if len(part.lines) > 0 {
			fmt.Fprintf(&b, "%s:\n", part.name)
			part.write(&b, "  ", "  ")
		}
	}
	return b.Bytes()
}

func formatStep(b *bytes.Buffer, s *Step) {
	var step lines
	step.add("pitfall", s.Pitfall)
	if s.Exposure != nil {
		step.add("exposure", strconv.FormatFloat(*s.Exposure, 'f', -1, 64))
	}
	if len(s.Actions) == 0 {
		step.add("actions", "[]")
		step.write(b, "  - ", "    ")
		return
	}
	step.leave("actions")
	step.write(b, "  - ", "    ")
	for i := range s.Actions {
		formatAction(b, &s.Actions[i], "      ")
	}
}

// formatAction writes an action as the item of a list that is indented so.
func formatAction(b *bytes.Buffer, a *Action, indent string) {
	var action lines
	action.add("id", a.ID)
	action.add("topic", a.Topic)
	action.add("do", scalar(a.Do))
	action.add("owner", scalar(a.Owner))
	if a.Owner == "" && a.Open() {
		action.leave("owner")
	}
	action.add("due", a.Due)
	if a.Due == "" && a.Open() {
		action.leave("due")
	}
	action.add("done", a.Done)
	action.add("dropped", a.Dropped)
	action.add("note", block(a.Note, indent+"    "))
	action.write(b, indent+"- ", indent+"  ")
}

// lines holds names with their values.
type lines []string

// add adds a name with a value, unless that is empty.
func (l *lines) add(name, value string) {
	if value != "" {
		*l = append(*l, name+": "+value)
	}
}

// leave adds a name without a value.
func (l *lines) leave(name string) { *l = append(*l, name+":") }

// write writes the first line behind one text and the others behind another.
func (l lines) write(b *bytes.Buffer, first, others string) {
	for i, line := range l {
		before := others
		if i == 0 {
			before = first
		}
		b.WriteString(before + line + "\n")
	}
}

// scalar spells a text in one line, and no text as nothing.
func scalar(text string) string {
	if text == "" {
		return ""
	}
	return textfile.Scalar(text)
}

// block spells a text in one line or several, and no text as nothing.
func block(text, indent string) string {
	if text == "" {
		return ""
	}
	return textfile.Block(text, indent)
}
