package report

import "github.com/coalcheck/coalcheck/render/doc"

func (english) oneStandsOut(label string) doc.Text { return fill("One thing stands out: %s", label) }

func (english) severalStandOut(labels []string) doc.Text {
	return fill("%d things stand out, and are level: %s", len(labels), joinList(labels))
}

func (english) showsMost(label string) doc.Text {
	return fill("Nothing is pressing. What shows most: %s", label)
}

func (english) nothingStandsOut(level int) doc.Text {
	return fill("No one thing stands out: %s are level.", numeral(level))
}

func (english) allAlike() doc.Text {
	return doc.Words("No one thing stands out: nearly all of your answers are alike.")
}

func (english) muchUnknown() doc.Text {
	return doc.Words("One thing stands out: much is not known yet. Begin by finding it out.")
}
