package main

import (
	"fmt"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/score"
)

// groups is how many groups are drawn for each figure; each has twenty topics.
const groups = 200

// sizes are how many people the groups have.
var sizes = []int{5, 6, 8, 12, 20, 40}

// share is so many of so many.
type share struct{ n, of int }

func (s *share) add(yes bool) {
	s.of++
	if yes {
		s.n++
	}
}

// String returns the share in whole percent, such as "<1 %" for less than half of one.
func (s share) String() string {
	switch percent := (200*s.n + s.of) / (2 * s.of); {
	case s.n > 0 && percent == 0:
		return "<1 %"
	case s.n < s.of && percent == 100:
		return ">99 %"
	default:
		return fmt.Sprintf("%d %%", percent)
	}
}

// tables returns all tables in Markdown.
func tables() string {
	d := newDrawer()
	var b strings.Builder
	b.WriteString("| one person answers twice; a topic is called better or worse | full | quick |\n| --- | --: | --: |\n")
	for _, row := range []struct {
		name  string
		steps int
	}{
		{"nothing has changed", 0},
		{"all answers are really one step higher", 1},
		{"all answers are really two steps higher", 2},
	} {
		fmt.Fprintf(&b, "| %s | %v | %v |\n", row.name, d.changeOfOne(assess.Full, row.steps), d.changeOfOne(assess.Quick, row.steps))
	}
	b.WriteString("\n| so many people answer |")
	for _, n := range sizes {
		fmt.Fprintf(&b, " %d |", n)
	}
	b.WriteString("\n| --- |" + strings.Repeat(" --: |", len(sizes)) + "\n")
	for _, row := range []struct {
		name string
		draw func(d drawer, people int) share
	}{
		{"a statement is called split: opinions around one middle, 3", func(d drawer, n int) share { return d.splitQuestions(n, 0) }},
		{"a topic is called split: the same", func(d drawer, n int) share { return d.splitTopics(n, 0) }},
		{"a topic is called split: two camps, 3 points apart", func(d drawer, n int) share { return d.splitTopics(n, 3*point/2) }},
		{"in a topic, one is called apart: opinions around one middle, 2", drawer.apart},
		{"a topic is called better or worse: others of the same opinions", func(d drawer, n int) share { return d.changeOfSeveral(n, 0) }},
		{"a topic is called better or worse: one point has really changed", func(d drawer, n int) share { return d.changeOfSeveral(n, point) }},
		{"a topic is called seen differently: half of them on each side, of the same opinions", func(d drawer, n int) share { return d.seen(n, 0) }},
		{"a topic is called seen differently: the sides are really 1.5 points apart", func(d drawer, n int) share { return d.seen(n, 3*point/2) }},
		{"two views are said: the sides are of the same opinions", func(d drawer, n int) share { return d.twoViews(n, 0) }},
	} {
		b.WriteString("| " + row.name + " |")
		for _, n := range sizes {
			fmt.Fprintf(&b, " %v |", row.draw(d, n))
		}
		b.WriteString("\n")
	}
	return b.String()
}

func (d drawer) changeOfOne(depth assess.Depth, steps int) share {
	var s share
	for range groups {
		a := d.person(depth)
		s.addChanges(score.Compare(scored(a), scored(d.again(a, depth, steps))))
	}
	return s
}

func (d drawer) changeOfSeveral(people, change int) share {
	var s share
	for range groups {
		s.addChanges(score.Compare(scored(d.workshop(people, 3*point-change/2, 0)), scored(d.workshop(people, 3*point+change/2, 0))))
	}
	return s
}

func (s *share) addChanges(c *score.Comparison) {
	for _, t := range c.Topics {
		s.add(t.Verdict == score.Better || t.Verdict == score.Worse)
	}
}

func (d drawer) splitQuestions(people, camps int) share {
	var s share
	for range groups {
		for _, t := range scored(d.workshop(people, 3*point, camps)).Topics {
			for _, q := range t.Questions {
				s.add(q.Split)
			}
		}
	}
	return s
}

func (d drawer) splitTopics(people, camps int) share {
	var s share
	for range groups {
		for _, t := range scored(d.workshop(people, 3*point, camps)).Topics {
			s.add(t.Split)
		}
	}
	return s
}

func (d drawer) apart(people int) share {
	var s share
	for range groups {
		for _, t := range scored(d.workshop(people, 2*point, 0)).Topics {
			s.add(t.Apart)
		}
	}
	return s
}

// sides returns the result of leaders and members, as many of both, whose middles are so far apart.
func (d drawer) sides(people, apart int) *score.Result {
	leaders, members := d.workshop(people/2, 3*point-apart/2, 0), d.workshop(people-people/2, 3*point+apart/2, 0)
	leaders.Role, members.Role = assess.Leader, assess.Member
	return scored(leaders, members)
}

func (d drawer) seen(people, apart int) share {
	var s share
	for range groups {
		r := d.sides(people, apart)
		s.n += len(r.SeenDifferently)
		s.of += len(r.Topics)
	}
	return s
}

func (d drawer) twoViews(people, apart int) share {
	var s share
	for range groups {
		s.add(d.sides(people, apart).TwoViews != nil)
	}
	return s
}
