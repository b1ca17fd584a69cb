package cmd

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/textfile"
)

// gathering says how answers files are added up to a group.
type gathering struct {
	// paths are files, folders, or "-" for standard input.
	paths []string
	// skipBad leaves out the files that have errors; maySkip says that there is a flag for it.
	skipBad, maySkip bool
	// resamples draws resamples where there may be enough respondents for them.
	resamples bool
	// open shows all there is, also of the files of several persons.
	open bool
	// tellApart asks for what tells the files apart.
	tellApart bool
	// invited is how many people were asked to answer, or 0.
	invited int
}

// gathered is the sum of answers files.
type gathered struct {
	*group.Group
	notices []group.Notice
	// confidential reports whether a report on it has to be.
	confidential bool
	// files tells the files that are not blank by what they say, each once, where that was asked for.
	files map[assess.Fingerprint]struct{}
}

// gather reads answers files and returns their sum, with what to know about them. The error is an *textfile.Error or a
// *usageError where one file was named and cannot be used, a *filesError where several were, and an *group.DepthError
// where they cannot be added up. What is passed over or skipped is said on standard error.
func (a *app) gather(g gathering) (gathered, error) {
	sources, passed := findAnswers(g.paths)
	if len(sources) == 1 {
		all, err := a.gatherOne(sources[0], g)
		if other, tell := otherKind(sources[0], err); other {
			passed, err = append(passed, tell...), noAnswers(g.paths[0])
		}
		a.tellPassedOver(passed, false)
		return all, err
	}
	sum, errs := a.gatherAll(sources, g)
	var bad []error
	left := 0
	for i, err := range errs {
		if err == nil {
			left++
		} else if other, tell := otherKind(sources[i], err); other {
			passed = append(passed, tell...)
		} else {
			bad = append(bad, err)
			sum.Skip()
		}
	}
	confidential := !g.open && sum.SeveralPersons()
	a.tellPassedOver(passed, confidential)
	if left+len(bad) == 0 {
		return gathered{}, noAnswers(g.paths[0])
	}
	skipped := len(bad)
	bad = distinct(bad)
	if len(bad) > 0 && (!g.skipBad || left == 0) {
		return gathered{}, &filesError{bad: bad, skippable: g.maySkip && left > 0, skipped: g.skipBad}
	}
	a.tellSkipped(bad, skipped, confidential)
	notices := sum.Notices()
	all, err := sum.Group()
	found := gathered{Group: all, notices: notices, confidential: confidential}
	if g.tellApart {
		found.files = sum.Fingerprints()
	}
	return found, err
}

// gatherOne reads one file, by the shortest way.
func (a *app) gatherOne(s source, g gathering) (gathered, error) {
	answers, err := a.readSource(s)
	if err != nil {
		return gathered{}, err
	}
	var found gathered
	if g.tellApart {
		found.files = map[assess.Fingerprint]struct{}{answers.Fingerprint(a.catalogue): {}}
	}
	if !g.resamples {
		found.Group = group.Of(a.catalogue, answers)
		return found, nil
	}
	found.Group, err = a.groupOf(answers)
	return found, err
}

// groupOf returns the group of one file, with resamples where it speaks for enough people.
func (a *app) groupOf(answers *assess.Answers) (*group.Group, error) {
	if answers.Respondents() < group.MinRespondents {
		return group.Of(a.catalogue, answers), nil
	}
	sum := group.NewGathering(a.catalogue).WithBootstrap()
	sum.Add("answers", answers)
	return sum.Group()
}

// gatherAll reads files on all cores. Each worker adds up what it reads and forgets it, so memory does not grow with the
// answers. The errors are those of the files, nil for each that is good.
func (a *app) gatherAll(sources []source, g gathering) (*group.Gathering, []error) {
	sums := make([]*group.Gathering, min(runtime.GOMAXPROCS(0), len(sources)))
	errs := make([]error, len(sources))
	var (
		seen group.Seen
		next atomic.Int64
		wait sync.WaitGroup
	)
	for w := range sums {
		sum := group.NewGathering(a.catalogue)
		if g.resamples {
			sum.WithBootstrap()
		}
		if !g.open {
			sum.CountOnce(&seen)
		}
		sums[w] = sum
		wait.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(sources)); i = next.Add(1) - 1 {
				answers, err := a.readSource(sources[i])
				if err != nil {
					errs[i] = err
					if file, ok := errors.AsType[*textfile.Error](err); ok && g.skipBad {
						file.KeepFirst() // no more of it is shown
					}
					continue
				}
				sum.Add(sources[i].name(), answers)
			}
		})
	}
	wait.Wait()
	for _, sum := range sums[1:] {
		sums[0].Merge(sum)
	}
	return sums[0], errs
}

func (a *app) readSource(s source) (*assess.Answers, error) {
	if s.err != nil {
		return nil, s.err
	}
	if !s.found {
		answers, _, err := a.readAnswers(s.path)
		return answers, err
	}
	text, err := disk.ReadRegular(s.path, answersfile.MaxSize)
	if err != nil {
		return nil, unreadable(displayPath(s.path), err)
	}
	return answersfile.Read(displayPath(s.path), text, a.catalogue)
}

// distinct returns errors without those that were there before, because a file was named twice.
func distinct(errs []error) []error {
	said := map[string]bool{}
	return slices.DeleteFunc(errs, func(err error) bool {
		text := err.Error()
		again := said[text]
		said[text] = true
		return again
	})
}

// inBrief returns what is wrong with a file that is left out, in one line.
func inBrief(err error) string {
	var file *textfile.Error
	if !errors.As(err, &file) {
		return "one: " + err.Error()
	}
	first := file.Problems[0]
	text := fmt.Sprintf("%s:%d:%d: %s", file.Name, first.Line, first.Column, first.Message)
	if more := len(file.Problems) + file.More - 1; more > 0 {
		text += fmt.Sprintf(" (and %d more)", more)
	}
	return text
}

// tellSkipped says on standard error which files are left out, each once, or in a confidential run how many they are.
func (a *app) tellSkipped(bad []error, files int, confidential bool) {
	switch {
	case confidential && files == 1:
		a.say("coalcheck: skipped 1 file with errors")
	case confidential && files > 1:
		a.say(fmt.Sprintf("coalcheck: skipped %d files with errors", files))
	case !confidential:
		for _, err := range bad {
			a.say("coalcheck: skipped " + inBrief(err))
		}
	}
}

// tell says on standard error what to know about the files, in a confidential run without names.
func (a *app) tell(notices []group.Notice, confidential bool) {
	for _, n := range notices {
		text := n.String()
		if confidential {
			text = nameless(n)
		}
		a.say("coalcheck: " + text)
	}
}

// nameless returns what a notice says, without names.
func nameless(n group.Notice) string {
	files := len(n.Names)
	switch n.Kind {
	case group.DifferentCoalitions:
		return "the files name different coalitions"
	case group.SameFile:
		return fmt.Sprintf("one file was given %d times and counts once", n.Times)
	case group.SameAnswers:
		return fmt.Sprintf("%d files hold the same answers and count once", files)
	case group.SameRespondent:
		return fmt.Sprintf("%d files name the same respondent, role and date, and all of them count; keep one if they are of one person", files)
	default:
		if files == 1 {
			return "one file holds no answers but counts; leave it out if nobody filled it in"
		}
		return fmt.Sprintf("%d files hold no answers but count; leave them out if nobody filled them in", files)
	}
}
