package wizard

import "github.com/coalcheck/coalcheck/assess"

// greetings returns the welcome in several lengths, the longest first. Each has a headline and paragraphs.
func (wiz *wizard) greetings() [][]string {
	if found := wiz.run.Offer.Found; wiz.run.Session == nil && found != nil && wiz.goesOnWith(found) != "" {
		return countedGreetings
	}
	if wiz.run.CountsHands() {
		return workshopGreetings(wiz.run.Depth != nil && *wiz.run.Depth == assess.Full)
	}
	return personalGreetings
}

// personalGreetings are the welcome to a person.
var personalGreetings = [][]string{
	{
		"How is your coalition doing?",
		"You will read short statements about ten ways in which partnerships fail, and about ten practices that prevent " +
			"it. Say how often you see each one, or how true it is. At the end, you get a short plan: what to do first, and why.",
		"It takes about ten minutes, or four if you choose the quick one. You can always go back. You can leave at any " +
			"time and go on another day: every answer is kept as you give it.",
		"\"Don't know\" is a good answer, and you may leave open what you like. Nothing leaves this machine.",
	},
	{
		"How is your coalition doing?",
		"Rate short statements about how you work together, and get a short plan: what to do first, and why. About ten " +
			"minutes. Every answer is kept as you give it, and nothing leaves this machine.",
	},
	{
		"How is your coalition doing?",
		"About ten minutes. Nothing leaves this machine.",
	},
	{
		"How is your coalition doing?",
	},
}

// countedGreetings are the welcome to a room that comes back with all its counts.
var countedGreetings = [][]string{
	{
		"How is our coalition doing?",
		"Everything is counted. Go on where you stopped: nothing of it is lost.",
	},
	{
		"How is our coalition doing?",
	},
}

// workshopGreetings are the welcome to a workshop, with the time that all statements take or the quick ones. The spaces in the example do not break, because half of it at the end of a line reads like something
// else.
func workshopGreetings(full bool) [][]string {
	howTo := "One statement at a time is on the screen. Read it aloud, ask for hands from 1 to 5, and type how many went up: " +
		"2\u00a03\u00a09\u00a06\u00a01. Twenty statements take about fifteen minutes."
	if full {
		howTo = "One statement at a time is on the screen. Read it aloud, ask for hands from 1 to 5, and type how many went up: " +
			"2\u00a03\u00a09\u00a06\u00a01. Fifty statements take about forty minutes."
	}
	return [][]string{
		{
			"How is our coalition doing?",
			howTo,
			"Nobody sees a result before all is counted. Then comes the result, what to talk about first, and a plan. " +
				"Every complete count is kept at once, and nothing leaves this machine.",
			"Raised hands are not anonymous. Where that matters, let everybody answer alone instead.",
		},
		{
			"How is our coalition doing?",
			"Read each statement aloud, and type how many hands go up for 1 to 5: 2\u00a03\u00a09\u00a06\u00a01. The result comes at the " +
				"end. Raised hands are not anonymous.",
		},
		{
			"How is our coalition doing?",
			"Type how many hands go up. They are not anonymous.",
		},
	}
}
