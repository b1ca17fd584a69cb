package collect

import (
	"reflect"
	"slices"

	"github.com/coalcheck/coalcheck/assess"
)

// rowFiles are files that were made of rows.
type rowFiles []*Arrival

// unclaimed returns the files of rows that are not among the arrivals: of people who are in no table that came, or whose rows have another
// ID by now, as a column was added, or a spreadsheet spells the moments in another way.
func unclaimed(arrivals, there []Arrival) rowFiles {
	came := map[string]bool{}
	for i := range arrivals {
		came[arrivals[i].Row] = true
	}
	var all rowFiles
	for i := range there {
		if a := &there[i]; a.Err == nil && a.Row != "" && !came[a.Row] {
			all = append(all, a)
		}
	}
	return all
}

// take takes out the first file that may be of the same person as a row, and returns it; or nil. So a file stands for one row only.
func (files *rowFiles) take(row *Arrival) *Arrival {
	if row.Kind != Row {
		return nil
	}
	i := slices.IndexFunc(*files, func(file *Arrival) bool { return agree(row.Answers, file.Answers) })
	if i < 0 {
		return nil
	}
	file := (*files)[i]
	*files = slices.Delete(*files, i, i+1)
	return file
}

// agree reports whether two persons said the same wherever both said something, and both answered a statement at least.
func agree(a, b *assess.Answers) bool {
	if !agreeIn(string(a.Role), string(b.Role)) || !agreeIn(a.Date, b.Date) {
		return false
	}
	shared := false
	for i := range a.Topics {
		one, other := &a.Topics[i], &b.Topics[i]
		if !agreeIn(one.Note, other.Note) {
			return false
		}
		for q := assess.Overall; q < len(one.Questions); q++ {
			p := assess.Place{Topic: i, Question: q}
			mine, theirs := a.At(p).Rating(), b.At(p).Rating()
			if mine == assess.Unanswered || theirs == assess.Unanswered {
				continue
			}
			if mine != theirs {
				return false
			}
			shared = true
		}
	}
	return shared
}

func agreeIn(a, b string) bool { return a == b || a == "" || b == "" }

// differs reports whether the file of a row is there, and has other answers, notes or another role than the row has now.
func differs(row *Arrival, there []Arrival) bool {
	i := slices.IndexFunc(there, func(file Arrival) bool { return file.Row == row.Row })
	if i < 0 || there[i].Err != nil {
		return false
	}
	file := there[i].Answers
	return row.Answers.Role != file.Role || !reflect.DeepEqual(row.Answers.Topics, file.Topics)
}
