package plain

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/report"
)

// askDots asks how many dots the pitfalls got that are some trouble now.
func (t *revealTalk) askDots(ctx context.Context) error {
	c := t.Result.Group.Catalogue
	var dotted []int
	t.say("Three dots each: what matters most to us now? Type how many each of these got, with spaces between them, as in 12 9 0.")
	for i := range c.Pitfalls() {
		if b := t.Result.Topics[i].Band; b == score.Pressing || b == score.Watch {
			dotted = append(dotted, i)
			t.say("%s: %d", c.Topics[i].Label, t.Dots.Of(i))
		}
	}
	for {
		line, err := t.read(ctx)
		if err != nil {
			return err
		}
		if clean(line) == "" {
			return nil
		}
		if wrong := t.giveDots(dotted, strings.FieldsFunc(typed(line), func(r rune) bool { return r == ' ' || r == ',' })); wrong != "" {
			t.say("%s", wrong)
			continue
		}
		chose := !slices.Equal(t.chosen, t.timely())
		t.Result = t.Dots.Given()
		if t.topics = report.TalkTopics(t.Result); !chose {
			t.chosen = t.timely()
		}
		return nil
	}
}

// giveDots takes numbers over, or says what is wrong with them. Pitfalls behind the last number keep the dots that they have.
func (t *revealTalk) giveDots(dotted []int, numbers []string) (wrong string) {
	people := t.Dots.People
	if people == 0 {
		people = assess.MaxPresent
	}
	if len(numbers) > len(dotted) {
		return fmt.Sprintf("These are more than %d numbers. Enter leaves the dots as they are.", len(dotted))
	}
	counts := make([]int, len(dotted))
	for i, pitfall := range dotted {
		counts[i] = t.Dots.Of(pitfall)
	}
	for i, number := range numbers {
		n, err := strconv.Atoi(number)
		if err != nil || n < 0 || n > people {
			return fmt.Sprintf("%s is not a number from 0 to %d, one dot for each of us. Enter leaves the dots as they are.", quoted(number), people)
		}
		counts[i] = n
	}
	sum := 0
	for _, n := range counts {
		sum += n
	}
	if sum > assess.MaxFocus*people {
		return fmt.Sprintf("More than %d dots: each of us has %d. Enter leaves the dots as they are.", assess.MaxFocus*people, assess.MaxFocus)
	}
	for i, pitfall := range dotted {
		t.Dots.Give(pitfall, counts[i])
	}
	return ""
}
