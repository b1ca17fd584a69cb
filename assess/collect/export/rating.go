package export

import (
	"strings"
	"unicode"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/textfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// folded returns the text of a cell in the spelling in which cells are compared: form tools write ids with low lines.
func folded(cell string) string {
	cell = strings.ReplaceAll(strings.ToLower(cell), "’", "'")
	return strings.Join(strings.FieldsFunc(cell, func(r rune) bool { return r == '_' || unicode.IsSpace(r) }), " ")
}

// ownRating returns the rating that a cell spells in a way of ours, or Unanswered.
func ownRating(cell string, scale *pitfalls.Scale) assess.Rating {
	cell = folded(cell)
	if len(cell) == 1 && cell >= "1" && cell <= "5" {
		return assess.Rating(cell[0] - '0')
	}
	switch cell {
	case "dk", "i don't know":
		return assess.DontKnow
	case "na", "does not apply", "doesn't apply":
		return assess.NotApplicable
	}
	return assess.ParseWords(cell, scale)
}

// roleWords are the words of our form for roles.
var roleWords = map[string]assess.Role{
	"i lead it": assess.Leader, "i am on its staff": assess.Staff, "i am a member": assess.Member, "i am a partner from outside": assess.Partner,
	"rather not say": "",
}

// ownRole returns the role that a cell spells in a way of ours.
func ownRole(cell string) (role assess.Role, ok bool) {
	cell = folded(cell)
	for _, role := range assess.Roles() {
		if cell == string(role) {
			return role, true
		}
	}
	role, ok = roleWords[cell]
	return role, ok
}

// ratings reads cells of statements and counts the words that are no answers.
type ratings struct {
	catalogue *pitfalls.Catalogue
	words     *Map
	unknown   unknowns
	roles     unknowns
	// mapped and mappedRoles count the cells that the map explained, in the order in which they came.
	mapped, mappedRoles unknowns
}

// rating returns the rating in a cell.
func (v *ratings) rating(row, column int, cell string, kind pitfalls.Kind) assess.Rating {
	if cell == "" {
		return assess.Unanswered
	}
	if r, known := v.words.label(cell); known {
		v.mapped.add(row, column, cell)
		return r
	}
	scale := v.catalogue.Scale(kind)
	r := ownRating(cell, scale)
	if r == assess.Unanswered {
		v.unknown.add(row, column, cell)
	}
	return r
}

// role returns the role in a cell.
func (v *ratings) role(row, column int, cell string) assess.Role {
	if role, known := v.words.role(cell); known {
		v.mappedRoles.add(row, column, cell)
		return role
	}
	role, known := ownRole(cell)
	if !known {
		v.roles.add(row, column, cell)
	}
	return role
}

// unknowns counts words by where they came first.
type unknowns struct {
	words []unknown
	index map[string]int
}

type unknown struct {
	Word
	row, column int
}

func (u *unknowns) add(row, column int, cell string) {
	key := folded(cell)
	i, known := u.index[key]
	if !known {
		if u.index == nil {
			u.index = map[string]int{}
		}
		i = len(u.words)
		u.index[key] = i
		u.words = append(u.words, unknown{Word{Text: cell}, row, column})
	}
	u.words[i].Cells++
}

// maxWords is how many unknown words of each kind are listed.
const maxWords = 50

// list returns the first words.
func (u *unknowns) list(most int) []Word {
	var all []Word
	for _, w := range u.words[:min(len(u.words), most)] {
		all = append(all, w.Word)
	}
	return all
}

// explained returns all words with what they mean.
func (u *unknowns) explained(means func(word string) string) []Word {
	all := u.list(len(u.words))
	for i := range all {
		all[i].Means = means(all[i].Text)
	}
	return all
}

// wrong is a problem of a word, with %s for the word and what else it needs: of one cell, and of more.
type wrong struct {
	one, more string
	args      []any
}

// why says what is wrong with a word that is no answer.
func (v *ratings) why(w unknown, kind pitfalls.Kind) wrong {
	other := pitfalls.Pill
	if kind == pitfalls.Pill {
		other = pitfalls.Pitfall
	}
	word := quoted(w.Text)
	switch r := ownRating(w.Text, v.catalogue.Scale(other)); {
	case r.Scored():
		return wrong{
			"%s is a word of the other scale; here the question is: %s", "%s is a word of the other scale; here the question is: %s (in %d cells)",
			[]any{word, v.catalogue.Scale(kind).Asks},
		}
	case strings.Trim(w.Text, "0123456789.,-+") == "":
		return wrong{"%s is no rating; use 1 to 5, dk or na", "%s is no rating; use 1 to 5, dk or na (in %d cells)", []any{word}}
	default:
		return wrong{
			"%s is none of our answers; use 1 to 5, dk, na or a word of the scale", "%s is none of our answers; use 1 to 5, dk, na or a word of the scale (in %d cells)",
			[]any{word},
		}
	}
}

// whyRole says what is wrong with a word that is no role.
func whyRole(w unknown) wrong {
	return wrong{
		"%s is none of our roles; use leader, staff, member or partner, or leave the column out with a map",
		"%s is none of our roles; use leader, staff, member or partner, or leave the column out with a map (in %d cells)",
		[]any{quoted(w.Text)},
	}
}

// addWrong adds what is wrong with a word, where it came first.
func (e *Error) addWrong(w unknown, what wrong) {
	if w.Cells == 1 {
		e.addf(w.row, w.column+1, what.one, what.args...)
		return
	}
	e.addf(w.row, w.column+1, what.more, append(what.args, w.Cells)...)
}

// quoted returns text of a table for use in a sentence.
func quoted(text string) string { return textfile.Quote(text) }
