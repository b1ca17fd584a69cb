package score

import (
	"fmt"
	"math/big"
	"regexp"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/pitfalls"
)

func TestShown(t *testing.T) {
	for _, test := range []struct {
		name  string
		kind  pitfalls.Kind
		value float64
		want  string
	}{
		{"whole", pitfalls.Pitfall, 50, "50"},
		{"zero", pitfalls.Pitfall, 0, "0"},
		{"hundred", pitfalls.Pill, 100, "100"},
		{"down", pitfalls.Pitfall, 58.333333, "58"},
		{"half up", pitfalls.Pill, 37.5, "38"},
		{"half up on a float a hair too small", pitfalls.Pill, 62.49999999999999, "63"},
		{"pressing, not 50", pitfalls.Pitfall, 50.2, "50.2"},
		{"pressing, not 50.0", pitfalls.Pitfall, 50.04, "50.04"},
		{"watch, not 25", pitfalls.Pitfall, 25.3, "25.3"},
		{"calm, not 25 and a bit", pitfalls.Pitfall, 25.0000004, "25"},
		{"calm, one millionth short", pitfalls.Pitfall, 24.999999, "25"},
		{"watch, one millionth over", pitfalls.Pitfall, 25.000001, "25.000001"},
		{"watch, near 50", pitfalls.Pitfall, 49.9, "50"},
		{"partial, not 75", pitfalls.Pill, 74.9, "74.9"},
		{"partial, not 75.0", pitfalls.Pill, 74.96, "74.96"},
		{"weak, not 50", pitfalls.Pill, 49.5, "49.5"},
		{"weak, one millionth short", pitfalls.Pill, 49.999999, "49.999999"},
		{"partial, near 50", pitfalls.Pill, 50.4, "50"},
		{"strong, near 75", pitfalls.Pill, 75.4, "75"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := scored(test.kind, test.value, Terms{})
			if got.Shown() != test.want {
				t.Errorf("%v is shown as %s; want %s", test.value, got.Shown(), test.want)
			}
		})
	}
}

func TestArithmetic(t *testing.T) {
	one := Terms{Focus: 1}
	for _, test := range []struct {
		name  string
		terms Terms
		want  string
	}{
		{"the example of the manual", Terms{Exposure: 175. / 3, Remedies: 37.5, Rated: true, Focus: 1}, "47 = exposure 58 × 0.81 (what helps is at 38 of 100)"},
		{"with a focus", Terms{Exposure: 175. / 3, Remedies: 37.5, Rated: true, Focus: 1.25, FocusVotes: 1, FocusVoters: 1}, "59 = exposure 58 × 0.81 (what helps is at 38 of 100) × 1.25 (your focus)"},
		{"no remedy rated", Terms{Exposure: 47, Focus: 1}, "47 = exposure 47 × 1 (nothing that helps was rated)"},
		{"no remedy rated, with a focus", Terms{Exposure: 50, Focus: 1.25, FocusVotes: 1, FocusVoters: 1}, "63 = exposure 50 × 1 (nothing that helps was rated) × 1.25 (your focus)"},
		{"no remedy in place", Terms{Exposure: 50, Rated: true, Focus: 1}, "50 = exposure 50 × 1.00 (what helps is at 0 of 100)"},
		{"all remedies in place", Terms{Exposure: 50, Remedies: 100, Rated: true, Focus: 1}, "25 = exposure 50 × 0.50 (what helps is at 100 of 100)"},
		{"calm", Terms{Exposure: 25, Remedies: 50, Rated: true, Focus: 1}, "19 = exposure 25 × 0.75 (what helps is at 50 of 100)"},
		{"zero", Terms{Remedies: 37.5, Rated: true, Focus: 1}, "0 = exposure 0 × 0.81 (what helps is at 38 of 100)"},
		{"exposure with decimals for its band", Terms{Exposure: 50.2, Remedies: 50, Rated: true, Focus: 1}, "38 = exposure 50.2 × 0.75 (what helps is at 50 of 100)"},
		{"more decimals", Terms{Exposure: 50, Remedies: 325. / 6, Rated: true, Focus: 1}, "36 = exposure 50 × 0.729 (what helps is at 54.2 of 100)"},
		{"remedies that fit the factor", Terms{Exposure: 0, Remedies: 31.25, Rated: true, Focus: 1}, "0 = exposure 0 × 0.84 (what helps is at 31.3 of 100)"},
		{"on a half: exposure rounded up", Terms{Exposure: 250. / 3, Remedies: 50, Rated: true, Focus: 1}, "63 = exposure 83.34 × 0.75 (what helps is at 50 of 100)"},
		{"on a half: factor rounded up", Terms{Exposure: 75, Remedies: 100. / 3, Rated: true, Focus: 1}, "63 = exposure 75 × 0.83335 (what helps is at 33.33 of 100)"},
		{"just under a half", Terms{Exposure: 62.499999, Focus: 1}, "62 = exposure 62 × 1 (nothing that helps was rated)"},
		{"a hair under a half: rounded down, within the band", Terms{Exposure: 50.001263, Remedies: 86.002907, Rated: true, Focus: 1}, "28 = exposure 50.001 × 0.569985 (what helps is at 86.003 of 100)"},
		{"focus of a share", Terms{Exposure: 50, Focus: 1 + 0.25*9/23, FocusVotes: 9, FocusVoters: 23}, "55 = exposure 50 × 1 (nothing that helps was rated) × 1.1 (focus of 9 of 23)"},
		{"focus of a few", Terms{Exposure: 50, Focus: 1.001, FocusVotes: 4, FocusVoters: 1000}, "50 = exposure 50 × 1 (nothing that helps was rated) × 1.001 (focus of 4 of 1000)"},
		{"focus of nobody", Terms{Exposure: 50, Focus: 1, FocusVoters: 23}, "50 = exposure 50 × 1 (nothing that helps was rated)"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := scored(pitfalls.Pitfall, test.terms.Exposure, test.terms)
			if arithmetic(&got) != test.want {
				t.Errorf("%s\nwant %s", arithmetic(&got), test.want)
			}
		})
	}
	for _, none := range []Topic{
		scored(pitfalls.Pill, 50, Terms{}),
		{Topic: &pitfalls.Topic{Kind: pitfalls.Pitfall}, State: NotEnoughAnswers, Terms: one},
	} {
		if arithmetic(&none) != "" || none.ShownPriority() != "" {
			t.Errorf("%v, %v: arithmetic %q, priority %q; want none", none.Kind, none.State, arithmetic(&none), none.ShownPriority())
		}
	}
}

// arithmetic returns the priority with its terms as a report says them, or "".
func arithmetic(t *Topic) string {
	p := t.PriorityTerms()
	if p == (PriorityTerms{}) {
		return ""
	}
	remedies := "nothing that helps was rated"
	if p.Remedies != "" {
		remedies = "what helps is at " + p.Remedies + " of 100"
	}
	text := fmt.Sprintf("%s = exposure %s × %s (%s)", p.Priority, p.Exposure, p.Factor, remedies)
	switch {
	case p.Focus == "":
		return text
	case p.FocusVotes < p.FocusVoters:
		return fmt.Sprintf("%s × %s (focus of %d of %d)", text, p.Focus, p.FocusVotes, p.FocusVoters)
	default:
		return text + " × " + p.Focus + " (your focus)"
	}
}

// scored returns a topic with a score.
func scored(k pitfalls.Kind, value float64, terms Terms) Topic {
	return Topic{
		Topic:    &pitfalls.Topic{Kind: k},
		Value:    value,
		Band:     bandOf(k, round(value)),
		Terms:    terms,
		Priority: terms.priority(),
	}
}

// Every exposure, every mean of pills and every focus that one respondent can reach.
func TestArithmeticOfOneRespondent(t *testing.T) {
	longest := ""
	for _, questions := range []int64{1, 2, 3} {
		for j := range 4*questions + 1 {
			exposure := big.NewRat(100*j, 4*questions)
			for rated := range int64(5) {
				for k := range 8*rated + 1 {
					remedies := new(big.Rat)
					if rated > 0 {
						remedies = big.NewRat(100*k, 8*rated)
					}
					for _, focus := range []*big.Rat{big.NewRat(1, 1), big.NewRat(5, 4)} {
						e, _ := exposure.Float64()
						r, _ := remedies.Float64()
						f, _ := focus.Float64()
						topic := scored(pitfalls.Pitfall, e, Terms{e, r, rated > 0, f, 1, 1})
						checkArithmetic(t, &topic, exposure, remedies, focus)
						if text := arithmetic(&topic); len(text) > len(longest) {
							longest = text
						}
					}
				}
			}
		}
	}
	if len(longest) > 90 {
		t.Errorf("a line of %d bytes: %s", len(longest), longest)
	}
}

// Terms of any group: fractions with any denominator.
func TestArithmeticOfAnyGroup(t *testing.T) {
	share := func(t *rapid.T, label string) *big.Rat {
		of := rapid.Int64Range(1, 3000).Draw(t, label+" of")
		return big.NewRat(rapid.Int64Range(0, of).Draw(t, label), of)
	}
	rapid.Check(t, func(t *rapid.T) {
		hundred := big.NewRat(100, 1)
		exposure := new(big.Rat).Mul(hundred, share(t, "exposure"))
		remedies := new(big.Rat).Mul(hundred, share(t, "remedies"))
		voters := rapid.IntRange(1, 500).Draw(t, "voters")
		votes := rapid.IntRange(0, voters).Draw(t, "votes")
		focus := new(big.Rat).Add(big.NewRat(1, 1), big.NewRat(int64(votes), 4*int64(voters)))
		e, _ := exposure.Float64()
		r, _ := remedies.Float64()
		f, _ := focus.Float64()
		topic := scored(pitfalls.Pitfall, e, Terms{e, r, true, f, votes, voters})
		checkArithmetic(t, &topic, exposure, remedies, focus)
	})
}

var arithmeticLine = regexp.MustCompile(`^(\d+) = exposure ([\d.]+) × ([\d.]+) ` +
	`\((?:what helps is at ([\d.]+) of 100|nothing that helps was rated)\)(?: × ([\d.]+) \((?:your focus|focus of \d+ of \d+)\))?$`)

// checkArithmetic reads the printed arithmetic as a reader would and redoes it in fractions.
func checkArithmetic(t interface{ Errorf(string, ...any) }, topic *Topic, exposure, remedies, focus *big.Rat) {
	line := arithmetic(topic)
	match := arithmeticLine.FindStringSubmatch(line)
	if match == nil {
		t.Errorf("%q does not read as arithmetic", line)
		return
	}
	fraction := func(text string) *big.Rat {
		if text == "" {
			text = "1"
		}
		r, ok := new(big.Rat).SetString(text)
		if !ok {
			t.Errorf("%s: %q is not a number", line, text)
		}
		return r
	}
	factor := remediesFactor(remedies)
	priority := new(big.Rat).Mul(exposure, factor)
	priority.Mul(priority, focus)
	if want := halfUp(priority, 0); match[1] != want || topic.ShownPriority() != want {
		t.Errorf("%s: priority %s, shown as %s", line, want, topic.ShownPriority())
	}
	product := new(big.Rat).Mul(fraction(match[2]), fraction(match[3]))
	product.Mul(product, fraction(match[5]))
	if halfUp(product, 0) != match[1] {
		t.Errorf("%s: the product is %s", line, product.FloatString(9))
	}
	near(t, line, fraction(match[2]), exposure, topic.shown().places)
	near(t, line, fraction(match[3]), factor, 2)
	near(t, line, fraction(match[5]), focus, 2)
	if topic.Terms.Rated {
		near(t, line, fraction(match[4]), remedies, 0)
		places := len(match[3]) - len("0.")
		if got := halfUp(remediesFactor(fraction(match[4])), places); got != match[3] {
			t.Errorf("%s: these remedies make a factor of %s", line, got)
		}
	}
	e, _ := fraction(match[2]).Float64()
	if band := bandOf(pitfalls.Pitfall, round(e)); band != topic.Band {
		t.Errorf("%s: the exposure reads as %v; it is %v", line, band, topic.Band)
	}
}

// near checks that a printed number is its value to the nearest at these decimals or better, or within a hundredth.
func near(t interface{ Errorf(string, ...any) }, line string, printed, value *big.Rat, places int) {
	off := new(big.Rat).Sub(printed, value)
	off.Abs(off)
	limit := big.NewRat(1, 2*powersOfTen[places])
	if off.Cmp(limit) > 0 && off.Cmp(big.NewRat(1, 100)) > 0 {
		t.Errorf("%s: %s is printed for %s", line, printed.FloatString(9), value.FloatString(9))
	}
}

// remediesFactor returns 1 − remedies/200.
func remediesFactor(remedies *big.Rat) *big.Rat {
	return new(big.Rat).Sub(big.NewRat(1, 1), new(big.Rat).Mul(remedies, big.NewRat(1, 200)))
}

// halfUp returns a number that is not negative at a number of decimals, halves up.
func halfUp(r *big.Rat, places int) string { return r.FloatString(places) }
