package report

import (
	"fmt"
	"time"
)

// TimeLeft says in a few words how much is left of so many minutes, and whether they are over. What has begun counts as a minute
// that is left, and not as one that is over.
func TimeLeft(minutes int, elapsed time.Duration) (text string, over bool) {
	left := time.Duration(minutes)*time.Minute - elapsed
	return english{}.timeLeft(left), left <= 0
}

func (english) timeLeft(left time.Duration) string {
	switch over := int(-left / time.Minute); {
	case left > 0:
		return fmt.Sprintf("%d min left", int((left+time.Minute-1)/time.Minute))
	case over == 0:
		return "time is over"
	default:
		return fmt.Sprintf("over by %d min", over)
	}
}

// Decided says what was decided, in its own words.
func Decided(what string) string { return "Decided: " + what }
