package wizard

import (
	"strings"
	"testing"
)

func TestTheReviewSaysThatThereIsMore(t *testing.T) {
	d := newDriver(t).press(toReview...)
	d.shows(t, "↓ more")
	if d.press("end"); strings.Contains(d.screen(), "↓ more") {
		t.Errorf("there is no more:\n%s", d.screen())
	}
}
