package doc

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text is what is read in one go, in spans of different style. NewLine between spans begins a new line.
type Text []Span

// Span is a piece of text in one style.
type Span struct {
	Words string
	// Said replaces Words where the text is spoken, because Words has signs that are seen and not said: "from 92 to 58" for
	// "92 → 58". Empty, Words is spoken.
	Said  string
	Style Style
	Tone  Tone
	// Foreign marks text from somebody's file. No format may make a link, a mention or a command of it.
	Foreign bool
	// Link is an address, or "#" and the ID of a section. It is empty for text that leads nowhere.
	Link string
}

// Address returns where a span leads outside its document, unless its words are the address. What is from somebody's file
// leads nowhere.
func (s Span) Address() string {
	if s.Foreign || strings.HasPrefix(s.Link, "#") || s.Link == s.Words {
		return ""
	}
	return s.Link
}

// NewLine ends a line within a text, such as a note of several lines. Line breaks within spans are mere spaces.
var NewLine = Span{Words: "\n"}

// Style is how a span differs from the text around it.
type Style int

// The styles of a span.
const (
	Plain Style = iota
	Strong
	Muted
	// Quote is what somebody said.
	Quote
	// Code is typed as it is: no writer breaks it between lines if it fits on one.
	Code
)

// Tone is whether something is good or bad. It decides colors and marks, and is never the only sign of what it means.
type Tone int

// The tones of a span.
const (
	NoTone Tone = iota
	Good
	Fair
	Bad
)

// Mark returns the sign that goes with the word of a tone: worse ones look heavier.
func (t Tone) Mark() string { return [...]string{" ", "·", "~", "!"}[t] }

// Words returns plain text of ours.
func Words(text string) Text { return one(Span{Words: text}) }

// Foreign returns plain text from somebody's file.
func Foreign(text string) Text { return one(Span{Words: text, Foreign: true}) }

// Styled returns plain text of ours in a style.
func Styled(style Style, text string) Text { return one(Span{Words: text, Style: style}) }

// one returns a text of one span, or none without words.
func one(s Span) Text {
	if s.Words == "" {
		return nil
	}
	return Text{s}
}

// Join puts texts after one another without anything between them.
func Join(texts ...Text) Text { return slices.Concat(texts...) }

// JoinWith puts texts after one another, with a separator between those that are not empty.
func JoinWith(separator string, texts ...Text) Text {
	var all Text
	for _, t := range texts {
		if len(all) > 0 && !t.Empty() {
			all = append(all, Span{Words: separator})
		}
		all = append(all, t...)
	}
	return all
}

// Empty reports whether a text has no words.
func (t Text) Empty() bool {
	for _, s := range t {
		if s.Words != "" {
			return false
		}
	}
	return true
}

// String returns the words alone, as they are seen.
func (t Text) String() string {
	var b strings.Builder
	for _, s := range t {
		b.WriteString(s.Words)
	}
	return b.String()
}

// Spoken returns the text with the words that are said in the place of those that are seen.
func (t Text) Spoken() Text {
	spoken := slices.Clone(t)
	for i, s := range t {
		if s.Said != "" {
			spoken[i].Words, spoken[i].Said = s.Said, ""
		}
	}
	return spoken
}

// Lines returns the lines of a text, which NewLine divides.
func (t Text) Lines() []Text {
	if !slices.Contains(t, NewLine) {
		return []Text{t}
	}
	lines := []Text{nil}
	for _, s := range t {
		if s == NewLine {
			lines = append(lines, nil)
			continue
		}
		last := len(lines) - 1
		lines[last] = append(lines[last], s)
	}
	return lines
}

// Sentence returns the text as a sentence of its own: with a capital letter at its start and a full stop at its end.
// The remark of a heading is a sentence in formats that write it below the heading.
func (t Text) Sentence() Text {
	if t.Empty() {
		return nil
	}
	whole := slices.Clone(t)
	if first := &whole[0]; first.Style != Code && !first.Foreign {
		first.Words = capital(first.Words)
	}
	return whole.Ended()
}

// Ended returns the text with a full stop at its end, unless it ends as a sentence does.
func (t Text) Ended() Text {
	words := t.String()
	if words == "" || strings.ContainsAny(words[len(words)-1:], ".!?:") {
		return t
	}
	return append(slices.Clone(t), Span{Words: "."})
}

// capital returns text with an upper-case letter at its start.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + text[size:]
}

// Tone returns the worst tone of a text: that of the bar or the mark that stands for it.
func (t Text) Tone() Tone {
	worst := NoTone
	for _, s := range t {
		worst = max(worst, s.Tone)
	}
	return worst
}
