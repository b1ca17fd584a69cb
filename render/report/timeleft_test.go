package report_test

import (
	"testing"
	"time"

	"github.com/coalcheck/coalcheck/render/report"
)

func TestTimeLeft(t *testing.T) {
	for _, tt := range []struct {
		elapsed time.Duration
		want    string
		over    bool
	}{
		{0, "7 min left", false},
		{time.Second, "7 min left", false},
		{time.Minute, "6 min left", false},
		{7*time.Minute - 1, "1 min left", false},
		{7 * time.Minute, "time is over", true},
		{8*time.Minute - 1, "time is over", true},
		{8 * time.Minute, "over by 1 min", true},
		{10*time.Minute - 1, "over by 2 min", true},
	} {
		if got, over := report.TimeLeft(7, tt.elapsed); got != tt.want || over != tt.over {
			t.Errorf("after %v: %q, %t", tt.elapsed, got, over)
		}
	}
}
