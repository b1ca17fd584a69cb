package score

import "slices"

// Agenda is how a group may talk about its result in a given time. The minutes of all parts add up to that time.
type Agenda struct {
	// Open is for reading the result together, Close for saying who does what by when.
	Open, Close int
	// Talks holds what to talk about, in order; those without minutes are for another time.
	Talks []Talk
}

// The shortest talk that is worth beginning, and the parts of the time that opening and closing take.
const (
	minTalk   = 5
	openPart  = 12
	closePart = 6
)

// Agenda suggests how to spend so many minutes, at least 3, on all there is to talk about.
func (r *Result) Agenda(minutes int) Agenda { return ShareTime(r.TalksIn(minutes), minutes) }

// TalksIn returns what to talk about in so many minutes, at least 3: as Talks does, and without minutes. But where there is time for
// one talk alone, and the room gave no dots, it is about the first step of the plan, because a group that only talked about what
// divides it would leave without a step.
func (r *Result) TalksIn(minutes int) []Talk {
	talks := r.Talks()
	first := slices.IndexFunc(talks, func(t Talk) bool { return r.isFirstStep(t.Topic) })
	if first > 0 && talks[0].Why != WhyDots && timeFor(len(talks), minutes) == 1 {
		step := talks[first]
		talks = slices.Insert(slices.Delete(talks, first, first+1), 0, step)
	}
	return talks
}

// ShareTime divides so many minutes, at least 3, among talks in their order. Each has its share of the time, minTalk or more,
// as far as that goes; minutes that do not divide go to the first ones. It changes the minutes of the talks.
func ShareTime(talks []Talk, minutes int) Agenda {
	a := Agenda{Talks: talks, Open: opening(minutes), Close: closing(minutes)}
	rest := minutes - a.Open - a.Close
	n := timeFor(len(talks), minutes)
	if n == 0 {
		a.Open += rest
		return a
	}
	for i := range talks {
		switch {
		case i >= n:
			talks[i].Minutes = 0
		case i < rest%n:
			talks[i].Minutes = rest/n + 1
		default:
			talks[i].Minutes = rest / n
		}
	}
	return a
}

// timeFor returns for how many of some talks there is time.
func timeFor(talks, minutes int) int {
	return min(talks, max(1, (minutes-opening(minutes)-closing(minutes))/minTalk))
}

func opening(minutes int) int { return max(1, minutes/openPart) }
func closing(minutes int) int { return max(1, minutes/closePart) }
