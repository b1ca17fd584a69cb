package render

import "strings"

// notes adds the notes topic by topic, each in the lines in which it was written. They stand in the order of their text,
// so that the order of the files, which might tell who wrote which, plays no part.
func (p *report) notes() {
	begun := false
	for i := range p.result.Topics {
		title, notes := p.topic(i).Title, noteLines(p.topic(i).Notes)
		if len(notes) == 0 {
			continue
		}
		if !begun {
			p.section("NOTES", "")
			begun = true
		}
		if len(notes) == 1 && len(notes[0]) == 1 {
			p.item(2, "", 0, title+": "+notes[0][0])
			continue
		}
		p.item(2, "", 0, title)
		for _, lines := range notes {
			p.note(lines, len(notes) > 1)
		}
	}
}

// note adds a note of one line or several below the title of its topic, with a mark where it is one of several notes.
func (p *report) note(lines []string, marked bool) {
	const indent = 4
	label, room := "", 0
	if marked {
		label, room = "-", 2
	}
	var wrapped []string
	for _, line := range lines {
		wrapped = append(wrapped, p.wrap(line, p.width-indent-room)...)
	}
	p.itemLines(indent, label, room, wrapped)
}

// notes adds the notes topic by topic, each in the lines in which it was written.
func (m *markdown) notes() {
	begun := false
	for i := range m.result.Topics {
		title, notes := escape(m.topic(i).Title), noteLines(m.topic(i).Notes)
		if len(notes) == 0 {
			continue
		}
		if !begun {
			m.section("Notes")
			begun = true
		}
		if len(notes) == 1 {
			m.linef("- %s: %s", title, foreignLines(notes[0], "  "))
			continue
		}
		m.linef("- %s", title)
		for _, lines := range notes {
			m.linef("  - %s", foreignLines(lines, "    "))
		}
	}
}

// foreignLines joins the lines of a note by hard line breaks. Those after the first begin with indent, which keeps them
// in their list item.
func foreignLines(lines []string, indent string) string {
	safe := make([]string, len(lines))
	for i, line := range lines {
		safe[i] = foreign(line)
	}
	return strings.Join(safe, "\\\n"+indent)
}

// noteLines returns the lines of each note that say something, safe for a terminal. Notes without such a line are left
// out.
func noteLines(notes []string) [][]string {
	var all [][]string
	for _, note := range notes {
		var lines []string
		for line := range strings.SplitSeq(note, "\n") {
			if line = clean(line); line != "" {
				lines = append(lines, line)
			}
		}
		if len(lines) > 0 {
			all = append(all, lines)
		}
	}
	return all
}
