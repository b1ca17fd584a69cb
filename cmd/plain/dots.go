package plain

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/agenda"
	"github.com/coalcheck/coalcheck/render/report"
)

// askDots asks how many dots the pitfalls got that may get some.
func (t *revealTalk) askDots(ctx context.Context) error {
	dotted := t.agenda.Dotted()
	t.say("Three dots each: what matters most to us now? Type how many each of these got, with spaces between them, as in 12 9 0.")
	for _, pitfall := range dotted {
		t.say("%s: %d", t.Result.Group.Catalogue.Topics[pitfall].Label, t.agenda.Dots(pitfall))
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
		t.agenda.TakeDots()
		t.renew()
		return nil
	}
}

// giveDots takes numbers over, or says what is wrong with them. Pitfalls behind the last number keep the dots that they have.
func (t *revealTalk) giveDots(dotted []int, numbers []string) (wrong string) {
	if len(numbers) > len(dotted) {
		return fmt.Sprintf("These are more than %d numbers. Enter leaves the dots as they are.", len(dotted))
	}
	one, all := t.agenda.MostDots()
	var counts []agenda.Count
	for i, number := range numbers {
		n, err := strconv.Atoi(number)
		switch {
		case err == nil && n >= 0 && n <= one:
		case t.agenda.People() == 0:
			return fmt.Sprintf("%s is not a number from 0 to %s. Enter leaves the dots as they are.", quoted(number), report.Thousands(one))
		default:
			return fmt.Sprintf("%s is not a number from 0 to %s, one dot for each of us. Enter leaves the dots as they are.", quoted(number), report.Thousands(one))
		}
		counts = append(counts, agenda.Count{Pitfall: dotted[i], Dots: n})
	}
	if t.agenda.Give(counts...) != nil {
		return fmt.Sprintf("More than %s dots: each of us has %d. Enter leaves the dots as they are.", report.Thousands(all), assess.MaxFocus)
	}
	return ""
}
