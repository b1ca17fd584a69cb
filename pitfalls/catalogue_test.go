package pitfalls_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/coalcheck/coalcheck/pitfalls"
)

func TestLookupsByID(t *testing.T) {
	c := pitfalls.English()
	for i, topic := range c.Topics {
		if got := c.Index(topic.ID); got != i {
			t.Errorf("Index(%q) = %d; want %d", topic.ID, got, i)
		}
		if got := c.Topic(topic.ID); got != &c.Topics[i] {
			t.Errorf("Topic(%q) is not the topic at index %d", topic.ID, i)
		}
		for j, q := range topic.Questions {
			if got := topic.Question(q.ID); got != j {
				t.Errorf("Question(%q) of %s = %d; want %d", q.ID, topic.ID, got, j)
			}
			ref := topic.ID + "." + q.ID
			if gotTopic, gotQuestion, ok := c.Place(ref); gotTopic != i || gotQuestion != j || !ok {
				t.Errorf("Place(%q) = %d, %d, %t; want %d, %d", ref, gotTopic, gotQuestion, ok, i, j)
			}
		}
		for j, a := range topic.Actions {
			if got := topic.Action(a.ID); got != &c.Topics[i].Actions[j] {
				t.Errorf("Action(%q) of %s is not the action at index %d", a.ID, topic.ID, j)
			}
		}
	}
	for i, source := range c.Sources {
		if got := c.Source(source.ID); got != &c.Sources[i] {
			t.Errorf("Source(%q) is not the source at index %d", source.ID, i)
		}
	}
}

func TestLookupsOfUnknownIDs(t *testing.T) {
	c := pitfalls.English()
	for _, id := range []string{"", "Overcommitted", "overcomitted", "overall", "seed1"} {
		if got := c.Index(id); got != -1 {
			t.Errorf("Index(%q) = %d; want -1", id, got)
		}
		if got := c.Topic(id); got != nil {
			t.Errorf("Topic(%q) = %s; want nil", id, got.ID)
		}
		if got := c.Topics[0].Question(id); got != -1 {
			t.Errorf("Question(%q) = %d; want -1", id, got)
		}
		if got := c.Topics[0].Action(id); got != nil {
			t.Errorf("Action(%q) = %s; want nil", id, got.ID)
		}
	}
	for _, reference := range []string{"", ".", "overcommitted", "overcommitted.", "overcommitted.overall", ".overwhelmed", "risk.overwhelmed"} {
		if topic, question, ok := c.Place(reference); ok {
			t.Errorf("Place(%q) = %d, %d", reference, topic, question)
		}
	}
	if got := c.Source("overcommitted"); got != nil {
		t.Errorf("Source of a topic's id = %s; want nil", got.ID)
	}
}

func TestPitfallsAndPillsShareTopics(t *testing.T) {
	c := pitfalls.English()
	if p, q := c.Pitfalls(), c.Pills(); len(p) != 10 || len(q) != 10 || &p[0] != &c.Topics[0] || &q[0] != &c.Topics[10] {
		t.Errorf("Pitfalls and Pills are not the two halves of Topics: %d and %d", len(p), len(q))
	}
}

func TestScaleFollowsKind(t *testing.T) {
	c := pitfalls.English()
	tests := []struct {
		kind            pitfalls.Kind
		name            string
		lowest, highest string
	}{
		{pitfalls.Pitfall, "pitfall", "Never", "Always"},
		{pitfalls.Pill, "pill", "Not at all", "Completely"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.kind.String(); got != tt.name {
				t.Errorf("String() = %q", got)
			}
			s := c.Scale(tt.kind)
			if s.Labels[0] != tt.lowest || s.Labels[4] != tt.highest {
				t.Errorf("labels from %q to %q; want %q to %q", s.Labels[0], s.Labels[4], tt.lowest, tt.highest)
			}
		})
	}
}

// The numbers that every text about coalcheck states.
func TestEnglishAsksFiftyAndTwenty(t *testing.T) {
	full := 0
	for _, topic := range pitfalls.English().Topics {
		full += len(topic.Questions)
		want := map[pitfalls.Kind]int{pitfalls.Pitfall: 3, pitfalls.Pill: 2}[topic.Kind]
		if len(topic.Questions) != want {
			t.Errorf("%s has %d questions; want %d", topic.ID, len(topic.Questions), want)
		}
	}
	if full != 50 {
		t.Errorf("%d questions in a full run; want 50", full)
	}
}

// A statement has to be read at a glance, from the back row and in two lines at 40 columns.
func TestEnglishStatementsAreShortSentences(t *testing.T) {
	for _, topic := range pitfalls.English().Topics {
		statements := map[string]string{"overall": topic.Overall}
		for _, q := range topic.Questions {
			statements[q.ID] = q.Text
		}
		for id, text := range statements {
			if n := utf8.RuneCountInString(text); n < 20 || n > 76 {
				t.Errorf("%s.%s: %d characters; want 20 to 76: %q", topic.ID, id, n, text)
			}
			if first, _ := utf8.DecodeRuneInString(text); !unicode.IsUpper(first) || text[len(text)-1] != '.' {
				t.Errorf("%s.%s: not a sentence: %q", topic.ID, id, text)
			}
		}
	}
}

func TestEnglishTextsFitTheirPlaces(t *testing.T) {
	places := []struct {
		name string
		max  int
		of   func(pitfalls.Topic) []string
	}{
		{"title", 50, func(t pitfalls.Topic) []string { return []string{t.Title} }},
		{"label", 24, func(t pitfalls.Topic) []string { return []string{t.Label} }},
		{"summary", 160, func(t pitfalls.Topic) []string { return []string{t.Summary} }},
		{"do", 160, func(t pitfalls.Topic) (texts []string) {
			for _, a := range t.Actions {
				texts = append(texts, a.Do)
			}
			return texts
		}},
		{"effort", 26, func(t pitfalls.Topic) (texts []string) {
			for _, a := range t.Actions {
				texts = append(texts, a.Effort)
			}
			return texts
		}},
	}
	for _, place := range places {
		t.Run(place.name, func(t *testing.T) {
			for _, topic := range pitfalls.English().Topics {
				for _, text := range place.of(topic) {
					if n := utf8.RuneCountInString(text); n > place.max {
						t.Errorf("%s: %d characters; want at most %d: %q", topic.ID, n, place.max, text)
					}
				}
			}
		})
	}
}

var durations = regexp.MustCompile(`(?:\d+-)?(\d+) min`)

// The minutes are those that the effort says in words: the more of two, and three times as many where each of several
// people takes them. A message takes ten and a call twenty.
func TestEnglishMinutesAreThoseOfTheEffort(t *testing.T) {
	for _, topic := range pitfalls.English().Topics {
		for _, a := range topic.Actions {
			want := 0
			for _, m := range durations.FindAllStringSubmatch(a.Effort, -1) {
				n, err := strconv.Atoi(m[1])
				if err != nil {
					t.Fatal(err)
				}
				want += n
			}
			switch {
			case strings.Contains(a.Effort, " each"):
				want *= 3
			case strings.Contains(a.Effort, "one message"):
				want += 10
			case a.Effort == "one call":
				want = 20
			}
			if a.Minutes != want {
				t.Errorf("%s.%s: %d minutes, but %q", topic.ID, a.ID, a.Minutes, a.Effort)
			}
		}
	}
}

// Columns of a form's export are matched with statements by nearness, so no two statements may be near each other.
func TestEnglishStatementsAreFarApart(t *testing.T) {
	ids, texts := statements()
	for i, a := range texts {
		for j, b := range texts[:i] {
			if d := float64(distance(a, b)) / float64(max(len(a), len(b))); d < 0.3 {
				t.Errorf("%s and %s are %.2f apart; want at least 0.30", ids[j], ids[i], d)
			}
		}
	}
}

// One breath, and no idiom that people of one trade read otherwise than those of another.
func TestEnglishStatementsAreEasyToReadAloud(t *testing.T) {
	stumble := regexp.MustCompile(`(?i)\b(joint|credit|gain|commit\w*|sides?|strain|stalls?|deliver|take on|leave out|at work|partnerships?)\b`)
	ids, texts := statements()
	for i, text := range texts {
		if n := len(strings.Fields(text)); n > 15 {
			t.Errorf("%s: %d words; want at most 15: %q", ids[i], n, text)
		}
		if word := stumble.FindString(text); word != "" {
			t.Errorf("%s: people stumble over %q: %q", ids[i], word, text)
		}
	}
}

// statements returns every statement with its place, the overall ones too.
func statements() (ids, texts []string) {
	for _, topic := range pitfalls.English().Topics {
		ids, texts = append(ids, topic.ID+".overall"), append(texts, topic.Overall)
		for _, q := range topic.Questions {
			ids, texts = append(ids, topic.ID+"."+q.ID), append(texts, q.Text)
		}
	}
	return ids, texts
}

// distance returns how many bytes are inserted, removed or replaced from a to b.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		above := row[0]
		row[0] = i + 1
		for j := range len(b) {
			best := above
			if a[i] != b[j] {
				best = 1 + min(above, row[j], row[j+1])
			}
			above, row[j+1] = row[j+1], best
		}
	}
	return row[len(b)]
}
