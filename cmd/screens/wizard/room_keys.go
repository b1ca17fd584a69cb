package wizard

import "slices"

// keys returns what the keys do on the screen that is shown, or on the one under its help.
func (m *model) keys() []keyUse {
	for _, s := range slices.Backward(m.screens) {
		switch s := s.(type) {
		case *help:
			return s.keys
		case *review:
			return reviewKeys
		case *focus:
			return focusKeys
		case *plan:
			return planKeys
		}
		break
	}
	if m.run.CountsHands() {
		return roomKeyTable
	}
	return keyTable
}

// roomKeyTable is the full list of keys in a room, as help shows it.
var roomKeyTable = []keyUse{
	{"2 3 9 6 1", "how many raised a hand for 1, 2, 3, 4 and 5; Space or Tab between them"},
	{"a sixth", "how many don't know; else the hands that stay down don't"},
	{"a seventh", "for how many it is not applicable"},
	{"Enter", "accept and go on; with nothing typed, leave it open"},
	{"x", "take the count back"},
	{".", "blank the screen until any key; also Space, with nothing typed"},
	{"p", "change how many people are here"},
	{"→  ↓  PgDn", "next statement; again: drop a line that is no count"},
	{"←  ↑  PgUp", "statement before"},
	{"Home  End", "first statement, last statement"},
	{"m", "write a note about the topic"},
	{"r", "review all counts, see what is open"},
	{"?", "what the topic means; again: this list"},
	{"q  Ctrl+C", "leave; every count is kept, and you can go on later"},
}

// roomGreetings is the welcome in a room, in three lengths; the longest that fits is shown. The spaces in the example do
// not break, because half of it at the end of a line reads like something else.
var roomGreetings = [][]string{
	{
		"How is our coalition doing?",
		"One statement at a time is on the screen. Read it aloud, ask for hands from 1 to 5, and type how many went up: " +
			"2\u00a03\u00a09\u00a06\u00a01. Twenty statements take about fifteen minutes.",
		"Nobody sees a result before all is counted. Then comes the result, what to talk about first, and a plan. " +
			"Every count is kept as you type it, and nothing leaves this machine.",
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
