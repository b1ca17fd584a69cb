package answersfile

import (
	"reflect"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
)

func TestBlank(t *testing.T) {
	c := pitfalls.English()
	for _, d := range []assess.Depth{assess.Full, assess.Quick} {
		t.Run(d.String(), func(t *testing.T) {
			text := Blank(c, d)
			golden(t, "testdata/blank-"+d.String()+".golden.yaml", text)
			a, err := Read("blank.yaml", text, c)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(a, assess.New(c)) {
				t.Errorf("a blank file answers something: %+v", a)
			}
		})
	}
}

// TestBlankFilledIn answers each question of a blank file as a person with an editor does.
func TestBlankFilledIn(t *testing.T) {
	c := pitfalls.English()
	for _, d := range []assess.Depth{assess.Full, assess.Quick} {
		t.Run(d.String(), func(t *testing.T) {
			text := string(Blank(c, d))
			want := assess.New(c)
			head, asked, found := strings.Cut(text, "\npitfalls:")
			if !found {
				t.Fatal("no pitfalls")
			}
			for i, p := range (assess.Questionnaire{Catalogue: c, Depth: d}).Places() {
				r := assess.Rating(1 + i%int(assess.NotApplicable))
				want.Set(p, assess.TallyOf(r))
				name := c.Topics[p.Topic].ID
				if p.Question != assess.Overall {
					name = c.Topics[p.Topic].Questions[p.Question].ID
				}
				asked = strings.Replace(asked, " "+name+": ", " "+name+": "+r.String(), 1)
			}
			a, err := Read("filled.yaml", []byte(head+"\npitfalls:"+asked), c)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(a, want) {
				t.Errorf("got %+v; want %+v", a, want)
			}
		})
	}
}
