package textfile

import (
	"slices"
	"strings"
)

// KeepComments returns written, which is to replace the text former, with the comments of former in it: each beside or
// above the name that it was at, or else above the next name that is still there. Comments that are ours, as ours says of
// each without its #, are not kept: the program writes its own. A comment in the place of one of ours replaces it. The items
// of a list are told apart by the value of the first of the names in identity that they have.
func KeepComments(former, written []byte, ours func(comment string) bool, identity ...string) []byte {
	old, k := newOutline(former, identity...), keeper{outline: newOutline(written, identity...)}
	k.below, k.above, k.behind = make([][]string, len(k.lines)+1), make([][]string, len(k.lines)+1), map[int]string{}
	within := old.within(ours)
	for i, c := range old.comments {
		if words := c.words(); ours(words) || words == "" && !within[i] {
			continue
		}
		if name, beside := old.nameBeside(c); beside {
			k.putBehind(old, name, c)
		} else if name := old.nameAfter(c.at); name > 0 && !c.alone {
			k.putAbove(old, name-1, c) // behind an item of a list
		} else if old.isBelow(c, name) {
			k.putBelow(old, name-1, c)
		} else {
			k.putAbove(old, name, c)
		}
	}
	return k.text()
}

// within reports of each comment without words whether it is between two that are kept, and so a part of their layout.
func (o *outline) within(ours func(string) bool) []bool {
	between := make([]bool, len(o.comments))
	kept := false
	for i, c := range o.comments {
		if i > 0 && c.at.Line-o.comments[i-1].at.Line != 1 {
			kept = false
		}
		between[i] = kept
		if words := c.words(); words != "" {
			kept = !ours(words)
		}
	}
	kept = false
	for i, c := range slices.Backward(o.comments) {
		if i < len(o.comments)-1 && o.comments[i+1].at.Line-c.at.Line != 1 {
			kept = false
		}
		between[i] = between[i] && kept
		if words := c.words(); words != "" {
			kept = !ours(words)
		}
	}
	return between
}

// nameBeside returns the index of the first name on the line of a comment.
func (o *outline) nameBeside(c comment) (name int, found bool) {
	name = slices.IndexFunc(o.keys, func(k key) bool { return k.at.Line == c.at.Line })
	return name, name >= 0
}

// isBelow reports whether a comment belongs to what is above it: it is further to the right than the name after it.
func (o *outline) isBelow(c comment, next int) bool {
	return next > 0 && next < len(o.keys) && c.at.Column > o.keys[next].at.Column
}

// nameAfter returns the index of the first name after a place, or the number of names where there is none.
func (o *outline) nameAfter(at Position) int {
	if i := slices.IndexFunc(o.keys, func(k key) bool { return at.Before(k.at) }); i >= 0 {
		return i
	}
	return len(o.keys)
}

// keeper puts comments into a text.
type keeper struct {
	*outline
	// below holds the lines to add between each line and what is above it, above those to add right above the line, also
	// after the last one. behind holds the comment for the end of a line. Lines count from 0.
	below, above [][]string
	behind       map[int]string
}

// find returns the index of the name, among those of the text, that has the same path as one of the former text.
func (k *keeper) find(old *outline, name int) (index int, found bool) {
	if name == len(old.keys) {
		return 0, false
	}
	index = slices.IndexFunc(k.keys, func(key key) bool { return key.path == old.keys[name].path })
	return index, index >= 0
}

// first returns the index of the first name beside a name.
func (o *outline) first(name int) int {
	return slices.IndexFunc(o.keys, func(k key) bool { return k.parent() == o.keys[name].parent() })
}

// putBehind puts a comment behind the line of a name.
func (k *keeper) putBehind(old *outline, name int, c comment) {
	index, found := k.find(old, name)
	if !found {
		k.putAbove(old, name+1, c)
		return
	}
	line := k.keys[index].at.Line - 1
	if _, taken := k.behind[line]; taken {
		add(&k.above[line], k.indent(line), c)
		return
	}
	k.behind[line] = "# " + c.words()
}

// putAbove puts a comment above the line of a name, or of the first one after it that is still there.
func (k *keeper) putAbove(old *outline, name int, c comment) {
	for ; name < len(old.keys); name++ {
		if index, found := k.find(old, name); found {
			if old.keys[name].leads {
				index = k.first(index)
			}
			line := k.keys[index].at.Line - 1
			add(&k.above[line], k.indent(line), c)
			return
		}
	}
	indent := ""
	if c.alone {
		indent = strings.Repeat(" ", c.at.Column-1)
	}
	add(&k.above[len(k.lines)], indent, c)
}

// putBelow puts a comment below a name and everything in it.
func (k *keeper) putBelow(old *outline, name int, c comment) {
	index, found := k.find(old, name)
	if !found {
		k.putAbove(old, name+1, c)
		return
	}
	next := index + 1
	for next < len(k.keys) && strings.HasPrefix(k.keys[next].path, k.keys[index].path+"\x00") {
		next++
	}
	line := len(k.lines)
	if next < len(k.keys) {
		line = k.keys[next].at.Line - 1
	}
	add(&k.below[line], k.indent(k.keys[index].at.Line-1), c)
}

func (k *keeper) indent(line int) string {
	text := k.lines[line]
	return text[:len(text)-len(strings.TrimLeft(text, " "))]
}

// add adds a comment to lines, with the empty lines around it.
func add(lines *[]string, indent string, c comment) {
	if c.alone && c.blank {
		*lines = append(*lines, "")
	}
	*lines = append(*lines, indent+c.text)
	if c.alone && c.gap {
		*lines = append(*lines, "")
	}
}

// text returns the lines with the comments.
func (k *keeper) text() []byte {
	var lines []string
	for i, line := range k.lines {
		if i == len(k.lines)-1 && line == "" {
			break // it only ends the text
		}
		lines = append(append(lines, k.below[i]...), k.above[i]...)
		if comment := k.behind[i]; comment != "" {
			line = k.withComment(i, comment)
		}
		lines = append(lines, line)
	}
	for i := max(len(k.lines)-1, 0); i <= len(k.lines); i++ {
		if i == len(k.lines) || k.lines[i] == "" {
			lines = append(append(lines, k.below[i]...), k.above[i]...)
		}
	}
	return []byte(strings.TrimLeft(strings.Join(lines, "\n"), "\n") + "\n")
}

// withComment returns a line with a comment, in the place of the one that it had or two spaces behind its text.
func (k *keeper) withComment(line int, text string) string {
	for _, c := range k.comments {
		if c.at.Line-1 == line {
			before := string([]rune(k.lines[line])[:c.at.Column-1])
			return before + text
		}
	}
	return k.lines[line] + "  " + text
}
