package answersfile

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/assess/textfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// The keys of a topic beside its questions.
const (
	overallKey = "overall"
	noteKey    = "note"
)

// ofKind names the questions of each kind of topic.
var ofKind = map[pitfalls.Kind]string{pitfalls.Pitfall: "sign", pitfalls.Pill: "practice"}

// topics reads the value of pitfalls or pills.
func (c *checker) topics(kind pitfalls.Kind, n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		c.Addf(n, "%ss: %s cannot stand here; write each %s on a line of its own as name: rating, without a dash", kind, textfile.Describe(n), kind)
		return
	}
	topics, first := c.catalogue.Pitfalls(), 0
	if kind == pitfalls.Pill {
		topics, first = c.catalogue.Pills(), pitfalls.PitfallCount
	}
	index := func(name string) int {
		return slices.IndexFunc(topics, func(t pitfalls.Topic) bool { return t.ID == name })
	}
	values := c.Fields(n, len(topics), index, func(key *yaml.Node) { c.unknownTopic(kind, topics, key) })
	for i, value := range values {
		if c.IsSet(value) {
			c.answers.Topics[first+i] = c.topic(&topics[i], value)
		}
	}
}

// topic reads the value of one topic: a rating or a tally of the topic as a whole, or its questions.
func (c *checker) topic(t *pitfalls.Topic, n *yaml.Node) assess.TopicAnswers {
	answers := assess.TopicAnswers{Questions: make([]assess.Tally, len(t.Questions))}
	if n.Kind != yaml.MappingNode || looksLikeTally(n) {
		answers.Overall = c.tally(path{t, ""}, n)
		return answers
	}
	overall, note := len(t.Questions), len(t.Questions)+1
	index := func(name string) int {
		switch name {
		case overallKey:
			return overall
		case noteKey:
			return note
		default:
			return t.Question(name)
		}
	}
	values := c.Fields(n, note+1, index, func(key *yaml.Node) { c.unknownQuestion(t, key) })
	signs := false
	for i, value := range values {
		switch {
		case value == nil || !c.IsPlain(value):
		case i == note && (value.Kind == yaml.ScalarNode || len(value.Content) > 0):
			answers.Note = c.Text(t.ID+"."+noteKey, value, notes)
		case textfile.IsEmpty(value):
		case i == overall:
			answers.Overall = c.tally(path{t, overallKey}, value)
			if signs {
				c.Addf(value, "%s.%s: rate the %s as a whole or its %ss, not both; remove one", t.ID, overallKey, t.Kind, ofKind[t.Kind])
			}
		default:
			signs = true
			answers.Questions[i] = c.tally(path{t, t.Questions[i].ID}, value)
		}
	}
	return answers
}

// path names a question in an error, or a topic as a whole where the question is empty.
type path struct {
	topic    *pitfalls.Topic
	question string
}

// String returns the ids joined by a dot.
func (p path) String() string {
	if p.question == "" {
		return p.topic.ID
	}
	return p.topic.ID + "." + p.question
}

// voteKeys lists the keys of a tally in the order in which they are written. Rating r is at index r-1.
var voteKeys = []string{"1", "2", "3", "4", "5", "dk", "na"}

// looksLikeTally distinguishes a tally from the questions of a topic by its first key: a number, dk or na.
func looksLikeTally(n *yaml.Node) bool {
	if len(n.Content) == 0 {
		return false
	}
	name := n.Content[0].Value
	return slices.Contains(voteKeys, name) || textfile.IsWholeNumber(name)
}

// tally reads the answer to one question. A rating is a tally of one vote.
func (c *checker) tally(at path, n *yaml.Node) assess.Tally {
	switch n.Kind {
	case yaml.MappingNode:
		return c.counts(at, n)
	case yaml.SequenceNode:
		c.Addf(n, "%s: a list is not a rating; use 1 to 5, dk or na, without brackets or dashes", at)
		return assess.Tally{}
	default:
		return assess.TallyOf(c.rating(at, n))
	}
}

// counts reads a tally that is written as one.
func (c *checker) counts(at path, n *yaml.Node) assess.Tally {
	index := func(name string) int { return slices.Index(voteKeys, name) }
	values := c.Fields(n, len(voteKeys), index, func(key *yaml.Node) {
		c.Addf(key, "%s: %s is not a rating to count; use 1 to 5, dk and na", at, textfile.Describe(key))
	})
	if len(n.Content) == 0 {
		return assess.Tally{}
	}
	c.needPresent(n)
	var t assess.Tally
	for i, value := range values {
		if !c.IsSet(value) {
			continue
		}
		count, ok := textfile.WholeNumber(value)
		switch {
		case !ok:
			c.Addf(value, "%s: %s is not a count; use a whole number, 0 or more", at, textfile.Describe(value))
			continue
		case count > assess.MaxPresent:
			c.Addf(value, "%s: %s is more than the %d that a room can hold", at, textfile.Describe(value), assess.MaxPresent)
			continue
		}
		*t.Count(assess.Rating(i + 1)) = count
	}
	if votes := t.Votes(); c.answers.Present > 0 && votes > c.answers.Present {
		c.Addf(n, "%s: the counts add up to %d, but present is %d", at, votes, c.answers.Present)
	}
	return t
}

// needPresent notes that counts are in a file that may lack the number of those present.
func (c *checker) needPresent(n *yaml.Node) {
	if !c.workshop && (c.lacking == nil || textfile.PositionOf(n).Before(textfile.PositionOf(c.lacking))) {
		c.lacking = n
	}
}

// rating reads one rating.
func (c *checker) rating(at path, n *yaml.Node) assess.Rating {
	scale := c.catalogue.Scale(at.topic.Kind)
	if r := parseRating(n, scale); r != assess.Unanswered {
		return r
	}
	const use = "1 to 5, dk or na"
	other := pitfalls.Pitfall
	if at.topic.Kind == pitfalls.Pitfall {
		other = pitfalls.Pill
	}
	switch {
	case labelled(n.Value, c.catalogue.Scale(other)) != assess.Unanswered:
		c.Addf(n, "%s: %s is a word for %ss; for %ss use %s, or %s", at, textfile.Quote(n.Value), other, at.topic.Kind,
			strings.ToLower(safetext.JoinList(scale.Labels[:], "or")), use)
	case n.Style != 0 && len(n.Value) == 1 && n.Value >= "1" && n.Value <= "5":
		c.Addf(n, "%s: %s in quotes is not a rating; write %s without quotes", at, textfile.Quote(n.Value), n.Value)
	case n.Style == 0 && strings.Contains(n.Value, ":"):
		c.Addf(n, "%s: %s is not a rating; put a space after the colon", at, textfile.Describe(n))
	case assess.ParseWords(n.Value, scale) != assess.Unanswered:
		c.Addf(n, "%s: %s is not a rating; write %s", at, textfile.Describe(n), assess.ParseWords(n.Value, scale)) // the file has short ones
	case meant(n.Value, scale) != "":
		c.Addf(n, "%s: %s is not a rating; did you mean %q?", at, textfile.Describe(n), meant(n.Value, scale))
	default:
		c.Addf(n, "%s: %s is not a rating; use %s", at, textfile.Describe(n), use)
	}
	return assess.Unanswered
}

// meant returns the label that is spelled nearly like a word, or "".
func meant(word string, scale *pitfalls.Scale) string {
	labels := make([]string, len(scale.Labels))
	for i, label := range scale.Labels {
		labels[i] = strings.ToLower(label)
	}
	return safetext.Nearest(word, labels)
}

// parseRating returns the rating that a value spells, or Unanswered where it spells none. A number is one only as a
// single digit without quotes.
func parseRating(n *yaml.Node, scale *pitfalls.Scale) assess.Rating {
	switch v := n.Value; {
	case n.Style == 0 && len(v) == 1 && v >= "1" && v <= "5":
		return assess.Rating(v[0] - '0')
	case strings.EqualFold(v, assess.DontKnow.String()):
		return assess.DontKnow
	case strings.EqualFold(v, assess.NotApplicable.String()):
		return assess.NotApplicable
	default:
		return labelled(v, scale)
	}
}

// labelled returns the rating that has this label, or Unanswered. Case does not matter.
func labelled(word string, scale *pitfalls.Scale) assess.Rating {
	if r := assess.ParseWords(word, scale); r.Scored() {
		return r
	}
	return assess.Unanswered
}

// unknownTopic explains a name under pitfalls or pills that is none of them.
func (c *checker) unknownTopic(kind pitfalls.Kind, topics []pitfalls.Topic, n *yaml.Node) {
	if strings.Contains(n.Value, ":") {
		c.Addf(n, "put a space after the colon in %s", textfile.Spelled(n.Value))
		return
	}
	if other := c.catalogue.Topic(n.Value); other != nil {
		c.Addf(n, "%q is a %s; move it under %ss", n.Value, other.Kind, other.Kind)
		return
	}
	if topic := topicOf(c.catalogue, n.Value); topic != nil {
		c.Addf(n, "%q belongs under %s, with more spaces before it", n.Value, topic.ID)
		return
	}
	c.Addf(n, "%s", textfile.Unknown{
		Word: n.Value, Shown: textfile.Quote(n.Value), Known: func() []string { return pitfalls.IDs(topics) },
		Near: fmt.Sprintf("unknown %s {word}; did you mean {name}?", kind),
		Far:  fmt.Sprintf(`unknown %s {word}; "coalcheck explain" lists them all`, kind),
	})
}

// unknownQuestion explains a name under a topic that is none of its questions.
func (c *checker) unknownQuestion(t *pitfalls.Topic, n *yaml.Node) {
	topic := topicOf(c.catalogue, n.Value)
	switch {
	case strings.Contains(n.Value, ":"):
		c.Addf(n, "put a space after the colon in %s", textfile.Spelled(n.Value))
	case topic != nil:
		c.Addf(n, "%q is a %s of %s, not of %s; move it there", n.Value, ofKind[topic.Kind], topic.ID, t.ID)
	case c.catalogue.Index(n.Value) >= 0:
		c.Addf(n, "%q is no %s of %s; start the line further left", n.Value, ofKind[t.Kind], t.ID)
	default:
		c.Addf(n, "%s", textfile.Unknown{
			Word: n.Value, Shown: textfile.Quote(n.Value),
			Known: func() []string { return append(questionIDs(t), overallKey, noteKey) },
			Near:  fmt.Sprintf("unknown %s {word} of %s; did you mean {name}?", ofKind[t.Kind], t.ID),
			Far:   fmt.Sprintf("unknown %s {word} of %s; use one of {names}", ofKind[t.Kind], t.ID),
		})
	}
}

func questionIDs(t *pitfalls.Topic) []string {
	ids := make([]string, len(t.Questions))
	for i := range t.Questions {
		ids[i] = t.Questions[i].ID
	}
	return ids
}

// topicOf returns the topic that has a question with this id, or nil.
func topicOf(c *pitfalls.Catalogue, id string) *pitfalls.Topic {
	for t := range c.Topics {
		if c.Topics[t].Question(id) >= 0 {
			return &c.Topics[t]
		}
	}
	return nil
}
