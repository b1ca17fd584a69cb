package planfile

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// What is said in a room about the topics of a plan: notes, dots, and what it decides.

// Note returns what was said about a topic, or "".
func (t *Table) Note(topic string) string { return noteOf(t.head.Notes, topic) }

// SetNote keeps what was said about a topic; no text takes it away. The error is ErrTooLong, or ErrNothing where that is the note
// already.
func (t *Table) SetNote(topic, text string) error {
	text = strings.TrimSpace(safetext.TypedNote(text))
	switch {
	case utf8.RuneCountInString(text) > MaxSaid:
		return ErrTooLong
	case text == t.Note(topic):
		return ErrNothing
	}
	t.head.Notes = withNote(t.head.Notes, topic, text)
	return nil
}

// AddNote adds a text to what was said about a topic, on a line of its own. The errors are those of SetNote.
func (t *Table) AddNote(topic, text string) error {
	if text = strings.TrimSpace(text); text == "" {
		return ErrNothing
	}
	return t.SetNote(topic, t.Note(topic)+"\n"+text)
}

// Dots returns how many dots a pitfall got.
func (t *Table) Dots(pitfall string) int { return dotsOf(t.head.Focus, pitfall) }

// SetDots says how many dots a pitfall got: as many as a plan file may hold, or none.
func (t *Table) SetDots(pitfall string, count int) {
	t.head.Focus = withDots(t.head.Focus, pitfall, count)
}

// Decide adds what a room has decided about a topic to the step of that pitfall; about a pill, to the step of no pitfall. It
// returns the key of the action. Where ManyOpen are open, one of the catalogue that nobody has touched makes room and is left out:
// left is its key, or empty. The error is ErrManyOpen where none can make room, ErrManyActions, ErrTooLong or ErrNothing.
func (t *Table) Decide(topic *pitfalls.Topic, do string) (key, left Key, err error) {
	step := Step{}
	if topic.Kind == pitfalls.Pitfall {
		step.Pitfall = topic.ID
	}
	at := slices.IndexFunc(t.steps, func(s Step) bool { return s.Pitfall == step.Pitfall })
	a, err := t.addable(Action{Topic: topic.ID, Do: do})
	if errors.Is(err, ErrManyOpen) && len(t.rows) < MaxActions {
		if left = t.untouched(at); left != "" {
			err = t.Leave(left)
		}
	}
	if err != nil {
		return "", "", err
	}
	if at < 0 {
		at = len(t.steps)
		t.steps = append(t.steps, step)
	}
	return t.add(at, a), left, nil
}

// untouched returns an open action of the catalogue that nobody has given anything: the last one outside a step, or else the last
// one in it; or "".
func (t *Table) untouched(step int) Key {
	var last Key
	for i := range slices.Backward(t.rows) {
		r := &t.rows[i]
		switch {
		case !r.untouched():
		case r.step != step:
			return r.key
		case last == "":
			last = r.key
		}
	}
	return last
}

// untouched reports whether it is in the plan as the catalogue has it.
func (r *row) untouched() bool {
	return !r.left && !isOwn(r.ID) && r.Action == Action{ID: r.ID, Topic: r.Topic, Do: r.Do}
}

// mergeNotes returns the notes of two people who have begun with the same, merged topic by topic.
func mergeNotes(base, mine, theirs []Note) []Note {
	merged := slices.Clone(theirs)
	for _, topic := range noteTopics(base, mine) {
		text := mergeLines(noteOf(base, topic), noteOf(mine, topic), noteOf(theirs, topic))
		merged = withNote(merged, topic, strings.TrimSpace(text))
	}
	return merged
}

// mergeDots returns the dots of two people who have begun with the same: those that were changed here, and else theirs.
func mergeDots(base, mine, theirs []Dots) []Dots {
	merged := slices.Clone(theirs)
	for _, pitfall := range dottedPitfalls(base, mine) {
		if now := dotsOf(mine, pitfall); now != dotsOf(base, pitfall) {
			merged = withDots(merged, pitfall, now)
		}
	}
	return merged
}

func noteOf(notes []Note, topic string) string {
	for _, n := range notes {
		if n.Topic == topic {
			return n.Text
		}
	}
	return ""
}

// withNote returns notes with another one on a topic, or without one where there is no text. It leaves the others as they are.
func withNote(notes []Note, topic, text string) []Note {
	notes = slices.Clone(notes)
	i := slices.IndexFunc(notes, func(n Note) bool { return n.Topic == topic })
	switch {
	case text == "":
		return slices.DeleteFunc(notes, func(n Note) bool { return n.Topic == topic })
	case i < 0:
		return append(notes, Note{topic, text})
	}
	notes[i].Text = text
	return notes
}

func noteTopics(all ...[]Note) []string {
	var topics []string
	for _, notes := range all {
		for _, n := range notes {
			if !slices.Contains(topics, n.Topic) {
				topics = append(topics, n.Topic)
			}
		}
	}
	return topics
}

func dotsOf(dots []Dots, pitfall string) int {
	for _, d := range dots {
		if d.Pitfall == pitfall {
			return d.Count
		}
	}
	return 0
}

// withDots returns dots with another count for a pitfall, or without any for it.
func withDots(dots []Dots, pitfall string, count int) []Dots {
	dots = slices.Clone(dots)
	i := slices.IndexFunc(dots, func(d Dots) bool { return d.Pitfall == pitfall })
	switch {
	case count == 0:
		return slices.DeleteFunc(dots, func(d Dots) bool { return d.Pitfall == pitfall })
	case i < 0:
		return append(dots, Dots{pitfall, count})
	}
	dots[i].Count = count
	return dots
}

func dottedPitfalls(all ...[]Dots) []string {
	var pitfalls []string
	for _, dots := range all {
		for _, d := range dots {
			if !slices.Contains(pitfalls, d.Pitfall) {
				pitfalls = append(pitfalls, d.Pitfall)
			}
		}
	}
	return pitfalls
}
