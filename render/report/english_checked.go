package report

import (
	"fmt"

	"github.com/coalcheck/coalcheck/render/doc"
)

func (english) checked() string   { return "Checked sheets" }
func (english) sheetFile() string { return "File of the sheet" }

func (english) checkedInAll(right, corrected, failed int) doc.Text {
	return doc.Words(fmt.Sprintf("%d right, %d corrected, %d not corrected.", right, corrected, failed))
}

func (english) right() doc.Text { return doc.Words("right") }

func (english) corrected(answers int) doc.Text {
	if answers == 1 {
		return doc.Words("corrected: 1 answer")
	}
	return doc.Words(fmt.Sprintf("corrected: %d answers", answers))
}

func (english) notCorrected() doc.Text { return doc.Words("could not be corrected") }
