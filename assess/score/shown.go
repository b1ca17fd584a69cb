package score

import "github.com/coalcheck/coalcheck/pitfalls"

// Shown returns the exposure or strength as people read it: a whole number, halves up, with as many decimals as it
// takes for the number to be in the topic's band. It returns "" unless the topic is scored.
func (t *Topic) Shown() string {
	if t.State != Scored {
		return ""
	}
	return t.shown().String()
}

// ShownPriority returns the priority as people read it: rounded to a whole number, halves up. It returns "" for a pill
// and unless the topic is scored.
func (t *Topic) ShownPriority() string {
	if !t.prioritized() {
		return ""
	}
	return nearest(round(t.Priority), 0).String()
}

// shown returns the number that Shown prints.
func (t *Topic) shown() decimal {
	value := round(t.Value)
	places := 0
	for places < maxPlaces && bandOf(t.Kind, nearest(value, places).millionths()) != t.Band {
		places++
	}
	return nearest(value, places)
}

// prioritized reports whether the topic has a priority.
func (t *Topic) prioritized() bool { return t.Kind == pitfalls.Pitfall && t.State == Scored }
