// Command vectors prints random answers with what becomes of them, as JSON: the check of the form in a browser expects the same of
// the page.
package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/collect"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/pitfalls"
)

const (
	codes = 5000
	forms = 100
	// coalition is a name in which nothing is harmless.
	coalition = `</script>"'<b onclick=x>&lt;${x}\ =1+1 漢字 👩‍👩‍👧`
)

// vectors are what a form of one depth is checked with.
type vectors struct {
	Codes []code `json:"codes"`
	Forms []form `json:"forms"`
}

// code is a role, the ratings of all statements, and their code.
type code struct {
	Role    string `json:"role"`
	Ratings []int  `json:"ratings"`
	Code    string `json:"code"`
}

// form is what a person enters, and the answers file of that in JSON and in YAML.
type form struct {
	code
	Date    string   `json:"date"`
	ReadOut bool     `json:"readOut"`
	Notes   []string `json:"notes"`
	JSON    string   `json:"json"`
	YAML    string   `json:"yaml"`
}

func main() {
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // the same vectors each time
	c := pitfalls.English()
	all := map[string]any{"coalition": coalition}
	for _, d := range []assess.Depth{assess.Quick, assess.Full} {
		var v vectors
		for range codes {
			v.Codes = append(v.Codes, coded(answers(random, c, d), c, d))
		}
		for range forms {
			v.Forms = append(v.Forms, filled(random, c, d))
		}
		all[d.String()] = v
	}
	if err := json.NewEncoder(os.Stdout).Encode(all); err != nil {
		fmt.Fprintln(os.Stderr, "vectors:", err)
		os.Exit(1)
	}
}

// answers returns random ratings and a random role.
func answers(random *rand.Rand, c *pitfalls.Catalogue, d assess.Depth) *assess.Answers {
	a := assess.New(c)
	a.Role = append(assess.Roles(), "")[random.IntN(5)]
	for _, p := range (assess.Questionnaire{Catalogue: c, Depth: d}).Places() {
		if r := assess.Rating(random.IntN(assess.Kinds + 1)); r != assess.Unanswered { //nolint:gosec // below 8
			a.Set(p, assess.TallyOf(r))
		}
	}
	return a
}

func coded(a *assess.Answers, c *pitfalls.Catalogue, d assess.Depth) code {
	v := code{Role: string(a.Role), Code: collect.Encode(a, d, c)}
	for _, p := range (assess.Questionnaire{Catalogue: c, Depth: d}).Places() {
		v.Ratings = append(v.Ratings, int(a.At(p).Rating()))
	}
	return v
}

// filled returns a form with random notes, which hold what no answers file may hold, too.
func filled(random *rand.Rand, c *pitfalls.Catalogue, d assess.Depth) form {
	a := answers(random, c, d)
	a.Coalition, a.Language, a.ReadOut = coalition, c.Language, random.IntN(2) == 0
	if random.IntN(4) > 0 {
		a.Date = fmt.Sprintf("%04d-%02d-%02d", 1900+random.IntN(200), 1+random.IntN(12), 1+random.IntN(28))
	}
	v := form{code: coded(a, c, d), Date: a.Date, ReadOut: a.ReadOut}
	for t := range a.Topics {
		var note strings.Builder
		if random.IntN(2) == 0 {
			for range random.IntN(1 + []int{8, 8, 8, 1100}[random.IntN(4)]) {
				note.WriteString(parts[random.IntN(len(parts))])
			}
		}
		v.Notes = append(v.Notes, note.String())
		kept := []rune(safetext.TypedNote(note.String()))
		a.Topics[t].Note = strings.TrimSpace(string(kept[:min(len(kept), assess.MaxNote)]))
	}
	v.JSON, v.YAML = string(answersfile.JSON(a, c)), string(answersfile.Format(a, c))
	return v
}

// parts are what notes are made of.
var parts = []string{
	"x", "We meet too rarely. ", "dk", "3", "#", ": ", `"`, "'", `\`, "\\n", "\n", "\r\n", "\r", "\t", " ", "\u00a0", "<b>", "</script>", "&amp;", "null", "~",
	"\x00", "\x1b[2J", "\x7f", "\u0085", "\u009b", "\u200b", "\u200d", "\u2028", "\u2029", "\u202e", "\u2066", "\ufeff", "\ufffe", "\uffff", "é", "漢", "👩‍👩‍👧",
}
