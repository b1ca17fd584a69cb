package planfile_test

import (
	"reflect"
	"testing"
	"time"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/score"
)

func on(day string) time.Time {
	d, err := time.Parse(time.DateOnly, day)
	if err != nil {
		panic(err)
	}
	return d
}

// answered returns the result of answers in which every sign has a rating.
func answered(date string, rating assess.Rating) *score.Result {
	a := assess.New(english)
	a.Coalition, a.Date = "Riverside", date
	for t := range a.Topics {
		for q := range a.Topics[t].Questions {
			a.Topics[t].Questions[q] = assess.TallyOf(rating)
		}
	}
	return score.Score(group.Of(english, a))
}

func TestFrom(t *testing.T) {
	plan := planfile.From(answered("2026-11-21", 5), on("2026-11-26"))
	if plan.Coalition != "Riverside" || plan.Made != "2026-11-21" || plan.Review != "2027-02-21" || plan.Catalogue != english.Version || plan.ID == "" {
		t.Errorf("got %+v", plan)
	}
	if len(plan.Steps) == 0 || len(plan.Steps[0].Actions) == 0 || *plan.Steps[0].Exposure != 100 {
		t.Fatalf("got %+v", plan.Steps)
	}
	again, err := planfile.Read("plan.yaml", planfile.Format(plan), english)
	if err != nil || !reflect.DeepEqual(again, plan) {
		t.Errorf("%v\n%+v\n%+v", err, again, plan)
	}
	if other := planfile.From(answered("2026-11-21", 5), on("2026-11-26")); other.ID == plan.ID {
		t.Error("two plans have the same id")
	}
}

func TestFromAnswersWithoutTrouble(t *testing.T) {
	if plan := planfile.From(answered("2026-11-21", 1), on("2026-11-26")); len(plan.Steps) != 0 {
		t.Errorf("got %+v", plan.Steps)
	}
}

func TestReviewIsThreeMonthsLater(t *testing.T) {
	for made, want := range map[string]string{
		"2026-11-26": "2027-02-26", "2026-11-30": "2027-02-28", "2027-11-30": "2028-02-29", "2026-12-31": "2027-03-31", "2026-01-31": "2026-04-30",
	} {
		if got := planfile.From(answered(made, 5), on("2020-01-01")).Review; got != want {
			t.Errorf("made on %s: %s, want %s", made, got, want)
		}
	}
	if got := planfile.From(answered("", 5), on("2026-11-26")); got.Made != "2026-11-26" || got.Review != "2027-02-26" {
		t.Errorf("answers without a date: %s and %s", got.Made, got.Review)
	}
}
