package score

import (
	"cmp"
	"slices"
)

// Agenda is how a group may talk about its result in a given time. The minutes of all parts add up to that time.
type Agenda struct {
	// Open is for reading the result together, Close for saying who does what by when.
	Open, Close int
	// Talks holds what to talk about, in order; those without minutes are for another time.
	Talks []Talk
}

// Talk is one topic to talk about.
type Talk struct {
	// Topic is the index of a pitfall or pill.
	Topic int
	// Split reports whether the answers are far apart: those who see the topic differently should speak first.
	Split bool
	// Minutes is the suggested time, or 0 where there is none left.
	Minutes int
}

// The shortest talk that is worth beginning, and the parts of the time that opening and closing take.
const (
	minTalk   = 5
	openPart  = 12
	closePart = 6
)

// Agenda suggests how to spend so many minutes, at least 3. Every talk has its share of the time, minTalk or more, as
// far as that goes; minutes that do not divide go to the first talks. The first step of the plan always has a share:
// where splits would fill the time, it takes the last of their places, because a group that only talked about what it
// sees differently would leave without a step.
func (r *Result) Agenda(minutes int) Agenda {
	a := Agenda{Talks: r.Talks(), Open: max(1, minutes/openPart), Close: max(1, minutes/closePart)}
	rest := minutes - a.Open - a.Close
	n := min(len(a.Talks), max(1, rest/minTalk))
	if n == 0 {
		a.Open += rest
		return a
	}
	if first := r.firstStep(a.Talks); first >= n {
		step := a.Talks[first]
		a.Talks = slices.Insert(slices.Delete(a.Talks, first, first+1), n-1, step)
	}
	for i := range n {
		a.Talks[i].Minutes = rest / n
		if i < rest%n {
			a.Talks[i].Minutes++
		}
	}
	return a
}

// firstStep returns the index of the talk about the first step of the plan, or -1 where it does not start now.
func (r *Result) firstStep(talks []Talk) int {
	if len(r.Plan.Steps) == 0 {
		return -1
	}
	first := r.Plan.Steps[0].Pitfall
	return slices.IndexFunc(talks, func(t Talk) bool { return t.Topic == first })
}

// Talks returns what to talk about, in order and without minutes: the topics that are split, the strongest camps first, and
// then the steps of the plan that start now.
func (r *Result) Talks() []Talk {
	var split []int
	for i := range r.Topics {
		if r.Topics[i].Split {
			split = append(split, i)
		}
	}
	slices.SortStableFunc(split, r.beforeInTalk)
	var talks []Talk
	for _, i := range split {
		talks = append(talks, Talk{Topic: i, Split: true})
	}
	for _, s := range r.Plan.Steps {
		if s.When == Now && !r.Topics[s.Pitfall].Split {
			talks = append(talks, Talk{Topic: s.Pitfall})
		}
	}
	return talks
}

// beforeInTalk compares two split topics: the stronger camps first, then pitfalls before pills, then by urgency.
func (r *Result) beforeInTalk(i, j int) int {
	a, b := &r.Topics[i], &r.Topics[j]
	return cmp.Or(
		cmp.Compare(round(b.Camps), round(a.Camps)),
		cmp.Compare(a.Kind, b.Kind),
		cmp.Compare(round(b.Priority), round(a.Priority)),
		cmp.Compare(round(a.Value), round(b.Value)),
	)
}
