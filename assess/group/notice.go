package group

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Notice is something that readers of a group should know about its files. It is no error.
type Notice struct {
	Kind NoticeKind
	// Names holds names in sort order: of the one file for SameFile, of the files for SameAnswers, SameRespondent and NoAnswers, of the
	// first and the last coalition for DifferentCoalitions.
	Names []string
	// Times is how often the file was given, for SameFile.
	Times int
	// Once reports whether files that say the same count once, for SameFile and SameAnswers.
	Once bool
}

// NoticeKind is the subject of a notice.
type NoticeKind uint8

// The kinds of notice.
const (
	// DifferentCoalitions means that the files name different coalitions, so that the group has no name.
	DifferentCoalitions NoticeKind = iota
	// SameFile means that a file was given more than once.
	SameFile
	// SameAnswers means that files of different names say the same, names and notes included.
	SameAnswers
	// SameRespondent means that files with different answers name the same respondent, role and date. All of them count.
	SameRespondent
	// NoAnswers means that nothing is answered in some files. They count as respondents all the same.
	NoAnswers
)

// String returns the notice as a sentence without a full stop.
func (n Notice) String() string {
	switch {
	case n.Kind == DifferentCoalitions:
		return fmt.Sprintf("the files name different coalitions, such as %q and %q; the report names none", n.Names[0], n.Names[1])
	case n.Kind == SameFile && n.Once:
		return fmt.Sprintf("%s was given %d times and counts once", n.Names[0], n.Times)
	case n.Kind == SameFile:
		return fmt.Sprintf("%s was given %d times and counts %d times", n.Names[0], n.Times, n.Times)
	case n.Kind == NoAnswers && len(n.Names) == 1:
		return n.Names[0] + " holds no answers but counts; leave it out if nobody filled it in"
	case n.Kind == NoAnswers:
		return List(n.Names) + " hold no answers but count; leave them out if nobody filled them in"
	case n.Kind == SameRespondent:
		return List(n.Names) + " name the same respondent, role and date, and all of them count; keep one if they are of one person"
	case n.Once:
		return List(n.Names) + " hold the same answers and count once"
	default:
		return List(n.Names) + " hold the same answers; all of them count"
	}
}

// maxListed is how many names a notice lists; the rest are counted.
const maxListed = 5

// List returns names as in "a, b and c", or "a, b and 7 more".
func List(names []string) string {
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	end := names[last]
	if len(names) > maxListed {
		last = maxListed
		end = fmt.Sprintf("%d more", len(names)-last)
	}
	return strings.Join(names[:last], ", ") + " and " + end
}

// appendRepeats appends the notices about files with the same answers, of which there are two or more. once says that they
// count once.
func appendRepeats(notices []Notice, names []string, once bool) []Notice {
	slices.Sort(names)
	distinct := slices.Compact(slices.Clone(names))
	for _, name := range distinct {
		first, _ := slices.BinarySearch(names, name)
		times := 0
		for first+times < len(names) && names[first+times] == name {
			times++
		}
		if times > 1 {
			notices = append(notices, Notice{Kind: SameFile, Names: []string{name}, Times: times, Once: once})
		}
	}
	if len(distinct) > 1 {
		notices = append(notices, Notice{Kind: SameAnswers, Names: distinct, Once: once})
	}
	return notices
}

func compareNotices(a, b Notice) int {
	return cmp.Or(slices.Compare(a.Names, b.Names), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Times, b.Times))
}

// DepthError means that topics were answered as a whole in one file and question by question in another, so that the
// files cannot be added up.
type DepthError struct {
	// Conflicts holds one entry for each pair of files, in sort order.
	Conflicts []DepthConflict
}

// DepthConflict names two files that do not fit together: of all files that answered the topics in these two ways, the
// first ones in sort order.
type DepthConflict struct {
	// Quick is the file that answered the topics as a whole, Full the one that answered their questions.
	Quick, Full string
	// Topics holds the ids of the topics, in catalogue order.
	Topics []string
}

// Error returns one line for each pair of files.
func (e *DepthError) Error() string {
	lines := make([]string, len(e.Conflicts))
	for i, c := range e.Conflicts {
		what := c.Topics[0]
		if n := len(c.Topics); n > 1 {
			what = fmt.Sprintf("%s and %d more", what, n-1)
		}
		lines[i] = fmt.Sprintf("%s answers %s as a whole, %s statement by statement; the two cannot be added up", c.Quick, what, c.Full)
	}
	return strings.Join(lines, "\n")
}
