package export

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
)

func TestFind(t *testing.T) {
	for _, tt := range []struct {
		name, head, id string
		how            How
	}{
		{"an id", "unclear-purpose.many-directions", "unclear-purpose.many-directions", ByID},
		{"an id with a slash", "unclear-purpose/many-directions", "unclear-purpose.many-directions", ByID},
		{"an id in a group, with low lines", "first_group/unclear_purpose/many_directions", "unclear-purpose.many-directions", ByID},
		{"a topic", "overcommitted", "overcommitted.overall", ByID},
		{"the id of an overall statement", "risk.overall", "risk.overall", ByID},
		{"the title of a topic is none", "Overcommitted", "", NotFound},
		{"a statement", "We follow a written plan.", "have-a-plan.overall", ByHead},
		{"with a number before it", "14. We follow a written plan.", "have-a-plan.overall", ByHead},
		{"with the number of a question", "Q14: We follow a written plan", "have-a-plan.overall", ByHead},
		{"with signs of a page", "<p><b>We&nbsp;follow</b> a written plan.</p>", "have-a-plan.overall", ByHead},
		{"of two lines, in capitals", "WE FOLLOW\na written plan", "have-a-plan.overall", ByHead},
		{"in the row of a grid", "How true is this now? [We follow a written plan.]", "have-a-plan.overall", ByBrackets},
		{"in a group", "Pills/We follow a written plan.", "have-a-plan.overall", ByHead},
		{"behind the question", "How true is this now? We follow a written plan.", "have-a-plan.overall", ByHead},
		{"before the question", "We follow a written plan. How true is this now?", "have-a-plan.overall", ByHead},
		{"a little reworded", "Members are unsure what the coalition is for.", "unclear-purpose.overall", ByNearness},
		{"a little reworded in a grid", "Now? [We follow the written plan.]", "have-a-plan.overall", ByNearness},
		{"denied", "Members are not late with tasks that they agreed to do.", "", NotFound},
		{"much reworded", "Nobody knows what we are for.", "", NotFound},
		{"with a slip, behind the question", "How true is this now? We follow a wriitten plan.", "have-a-plan.overall", ByNearness},
		{"in the past", "We followed written plans.", "have-a-plan.overall", ByNearness},
		{"with another word", "We follow a secret plan.", "", NotFound},
		{"a comment on a statement", "How true is this now? [We follow a written plan.][Comment]", "", NotFound},
		{"nothing", "", "", NotFound},
	} {
		p, how := newFinder(catalogue).find(singleHeading(tt.head))
		id := ""
		if how != NotFound {
			id = ID(catalogue, p)
		}
		if id != tt.id || how != tt.how {
			t.Errorf("%s: %s, %d; want %s, %d", tt.name, id, how, tt.id, tt.how)
		}
	}
}

// One letter that is wrong leads to no other statement, and no two statements are near each other.
func TestNearnessConfusesNoTwoStatements(t *testing.T) {
	f := newFinder(catalogue)
	for i, s := range f.statements {
		for _, other := range f.statements[i+1:] {
			if near(s.words, other.words) {
				t.Errorf("%s and %s are near each other", ID(catalogue, s.place), ID(catalogue, other.place))
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.SampledFrom(f.statements).Draw(t, "statement")
		text := []rune(assess.Statement(catalogue, s.place))
		at := rapid.IntRange(0, len(text)-1).Draw(t, "at")
		text[at] = rapid.SampledFrom([]rune("aeiknrst ")).Draw(t, "letter")
		if p, how := f.find(singleHeading(string(text))); how != NotFound && p != s.place {
			t.Fatalf("%q is taken for %s", string(text), ID(catalogue, p))
		}
	})
}

// turns are what turns a word round: other words of content, the prefixes that deny, and "not" before it.
func turns(word string) []string {
	opposites := map[string]string{
		"more": "less", "less": "more", "much": "little", "most": "least", "many": "few", "all": "none", "some": "all", "everyone": "nobody",
		"everything": "nothing", "nobody": "everybody", "before": "after", "after": "before", "with": "without", "support": "oppose",
		"late": "early", "later": "earlier", "good": "bad", "never": "ever", "always": "never", "helps": "harms", "unsure": "sure",
		"disagreement": "agreement", "understand": "misunderstand", "can": "cannot", "is": "isn't", "do": "don't", "hear": "fear",
	}
	all := []string{"", "not " + word, "rarely " + word}
	for _, prefix := range []string{"un", "dis", "mis", "in", "im", "non", "over", "under"} {
		all = append(all, prefix+word)
		if rest, found := strings.CutPrefix(word, prefix); found {
			all = append(all, rest)
		}
	}
	if other, found := opposites[word]; found {
		all = append(all, other)
	}
	return all
}

// No statement is read from a head that says the opposite.
func TestOppositesAreNotNear(t *testing.T) {
	f := newFinder(catalogue)
	for _, s := range f.statements {
		all := wordsIn(assess.Statement(catalogue, s.place))
		for i, word := range all {
			if smallWords[word] {
				continue
			}
			for _, turned := range turns(word) {
				head := strings.Join(slices.Concat(all[:i], []string{turned}, all[i+1:]), " ")
				if p, how := f.find(singleHeading(head)); how != NotFound {
					t.Errorf("%q is taken for %s", head, ID(catalogue, p))
				}
			}
		}
	}
	for _, head := range []string{
		"Members are sure what our coalition is for.", "People are sure who does what in our coalition.", "We agree to less work than members and staff can do.",
		"An agreement goes on and nobody solves it.", "After we agree to new work, we think about what could go wrong.",
		"The people we depend on oppose the coalition.", "People outside our meetings misunderstand what the coalition does.",
	} {
		if p, how := f.find(singleHeading(head)); how != NotFound {
			t.Errorf("%q is taken for %s", head, ID(catalogue, p))
		}
	}
}

func TestDistance(t *testing.T) {
	for _, tt := range []struct {
		a, b        string
		limit, want int
	}{
		{"", "", 9, 0},
		{"abc", "abc", 9, 0},
		{"abc", "abd", 9, 1},
		{"abc", "ab", 9, 1},
		{"ab", "cab", 9, 1},
		{"kitten", "sitting", 9, 3},
		{"kitten", "sitting", 2, 2},
		{"a", "abcdefgh", 4, 4},
	} {
		if got := distance([]rune(tt.a), []rune(tt.b), tt.limit); got != tt.want {
			t.Errorf("%q, %q: %d; want %d", tt.a, tt.b, got, tt.want)
		}
	}
}
