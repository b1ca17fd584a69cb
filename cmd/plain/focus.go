package plain

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/interview"
)

// focus asks which of the pitfalls that are pressing or on watch matter most. It is the last question about the coalition.
func (r *run) focus(ctx context.Context) (stage, error) {
	offered := r.FocusChoices()
	if len(offered) == 0 {
		return r.takeAway, nil
	}
	r.say("")
	r.say("Which of these matter most to you? They weigh more in the plan. Type up to %d numbers with spaces between them.", assess.MaxFocus)
	for i, t := range offered {
		r.say("%d  %s, %s at %s", i+1, t.Label, t.Band, t.Shown())
	}
	answers := r.Session.Answers
	if len(answers.Focus) == 0 {
		r.say("Enter chooses none.")
	} else {
		r.say("Now: %s. Enter keeps that, none removes it.", r.labels(answers.Focus))
	}
	for {
		line, err := r.read(ctx)
		if err != nil {
			return nil, err
		}
		w, _ := reply(line)
		if w == wordQuit {
			return nil, interview.ErrLeft
		}
		if w == wordBack {
			return r.end, nil
		}
		chosen, ok := pick(typed(line), len(offered))
		if !ok {
			r.say("Please type at most %d numbers from 1 to %d, or Enter, none, back or quit.", assess.MaxFocus, len(offered))
			continue
		}
		if clean(line) != "" {
			answers.Focus = nil
			for _, i := range chosen {
				answers.Focus = append(answers.Focus, offered[i].ID)
			}
		}
		r.keep()
		if len(answers.Focus) > 0 {
			r.say("Your focus: %s.", r.labels(answers.Focus))
		}
		return r.takeAway, nil
	}
}

// labels returns what pitfalls are called.
func (r *run) labels(ids []string) string {
	var labels []string
	for _, id := range ids {
		labels = append(labels, r.Catalogue.Topic(id).Label)
	}
	return strings.Join(labels, ", ")
}

// pick returns the indexes that a line of numbers from 1 to n names, in rising order and each once. An empty line and
// "none" name none.
func pick(line string, n int) (indexes []int, ok bool) {
	if strings.EqualFold(line, "none") {
		return nil, true
	}
	for _, number := range strings.FieldsFunc(line, func(r rune) bool { return r == ' ' || r == ',' }) {
		i, err := strconv.Atoi(number)
		if err != nil || i < 1 || i > n {
			return nil, false
		}
		indexes = append(indexes, i-1)
	}
	slices.Sort(indexes)
	indexes = slices.Compact(indexes)
	return indexes, len(indexes) <= assess.MaxFocus
}
