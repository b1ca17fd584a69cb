package collect

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
)

// sheetName is what the respondent of a sheet of paper is called, before its number.
const sheetName = "Sheet "

// SheetName returns what the respondent of the sheet of paper with a number is called. The number stands on the sheet, too.
func SheetName(number int) string { return sheetName + strconv.Itoa(number) }

// SheetNumber returns the number of the sheet of paper on which a respondent has answered, or 0 for any other respondent.
func SheetNumber(respondent string) int {
	n, err := strconv.Atoi(strings.TrimPrefix(respondent, sheetName))
	if err != nil || n < 1 || SheetName(n) != respondent {
		return 0
	}
	return n
}

// sheetFile matches the name of the file of a sheet of paper.
var sheetFile = pattern(`-sheet-(\d{1,9})(?:-\d+)?\.(?i:ya?ml|json)$`)

// SheetOf returns the number of the sheet of paper that is in a file of a folder, or 0 for any other file. Of a file that cannot be
// read, its name tells.
func SheetOf(a *Arrival) int {
	if a.Answers != nil {
		return SheetNumber(a.Answers.Respondent)
	}
	if m := sheetFile().FindStringSubmatch(a.Source); m != nil {
		n, _ := strconv.Atoi(m[1]) // digits, and not many
		return n
	}
	return 0
}

// NextSheet returns the number of the next sheet of paper for a folder that holds these files.
func NextSheet(there []Arrival) int {
	last := 0
	for i := range there {
		last = max(last, SheetOf(&there[i]))
	}
	return last + 1
}

// DepthOf returns the depth of the files of a folder, and whether any of them says which.
func DepthOf(there []Arrival) (d assess.Depth, known bool) {
	for i := range there {
		if a := &there[i]; a.Err == nil && !a.Answers.Workshop() && a.answered() {
			return a.Answers.Depth(), true
		}
	}
	return assess.Full, false
}

// FileOf returns the sheet of paper with a number among the files of a folder, also one that cannot be read; or nil.
func FileOf(there []Arrival, number int) *Arrival {
	for i := range there {
		if a := &there[i]; SheetOf(a) == number {
			return a
		}
	}
	return nil
}

// RatingOf returns the rating that a character means on a sheet of paper: 1 to 5, d, n, or a hyphen where none is crossed,
// which is Unanswered. ok is false for every other character.
func RatingOf(r rune) (rating assess.Rating, ok bool) {
	switch r {
	case 'd', 'D':
		return assess.DontKnow, true
	case 'n', 'N':
		return assess.NotApplicable, true
	case '-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014':
		return assess.Unanswered, true
	case '1', '2', '3', '4', '5':
		return assess.Rating(r - '0'), true
	default:
		return 0, false
	}
}

// SignOf returns the character that means a rating on a sheet of paper.
func SignOf(r assess.Rating) string {
	if r == assess.Unanswered {
		return "-"
	}
	return r.String()[:1]
}

// RoleOf returns the role that a word means, or its first letter; or "".
func RoleOf(word string) assess.Role {
	word = strings.ToLower(word)
	for _, role := range assess.Roles() {
		if word == string(role) || word == string(role)[:1] {
			return role
		}
	}
	return ""
}

// Line is a sheet of paper in a line: a character for each of its statements, and the role behind them.
type Line struct {
	Ratings []assess.Rating
	Role    assess.Role
}

// ReadLine reads a sheet of paper from a line of text, in which blanks do not matter: the answers to so many statements, each a
// character that RatingOf knows, and then a word that RoleOf knows, a hyphen for none, or nothing. The error says in whole sentences what is wrong and where.
func ReadLine(text string, statements int) (Line, error) {
	var l Line
	answers, rest := cutAnswers(text)
	for _, r := range answers {
		rating, _ := RatingOf(r)
		l.Ratings = append(l.Ratings, rating)
	}
	l.Role = RoleOf(rest)
	if last := len(l.Ratings) - 1; last == statements && rest == "" && l.Ratings[last] == assess.Unanswered {
		l.Ratings = l.Ratings[:last] // no role
	}
	switch n := len(l.Ratings); {
	case n < statements && rest != "" && l.Role == "":
		return Line{}, fmt.Errorf("%q is no answer to statement %d; an answer is 1 to 5, d, n or -", firstOf(rest), n+1)
	case n < statements:
		return Line{}, fmt.Errorf("the sheet has %d statements, and the line answers %d; - stands for one that is left open", statements, n)
	case n > statements:
		return Line{}, fmt.Errorf("the sheet has %d statements, and the line answers %d", statements, n)
	case rest != "" && l.Role == "":
		return Line{}, fmt.Errorf("%q is no role; a role is leader, staff, member or partner, or its first letter", rest)
	}
	return l, nil
}

// cutAnswers returns the answers at the beginning of a line, without the blanks between them, and what is behind them.
func cutAnswers(text string) (answers []rune, rest string) {
	text = strings.TrimSpace(text)
	for i, r := range text {
		if r == ' ' || r == '\t' {
			continue
		}
		if _, ok := RatingOf(r); !ok {
			return answers, text[i:]
		}
		answers = append(answers, r)
	}
	return answers, ""
}

// firstOf returns the first character of a text.
func firstOf(text string) string { return string([]rune(text)[:1]) }
