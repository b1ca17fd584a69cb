package cmd

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/spf13/pflag"

	"github.com/coalcheck/coalcheck/assess/score"
)

// several says how a report on several respondents is made.
type several struct {
	open, skipBad bool
	invited       invited
}

// invited is how many people were asked to answer, or 0.
type invited int

// String returns the number, or "" where none was given.
func (i *invited) String() string {
	if *i == 0 {
		return ""
	}
	return strconv.Itoa(int(*i))
}

// Type returns what the help calls the value.
func (i *invited) Type() string { return "N" }

// Set reads the number.
func (i *invited) Set(text string) error {
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		return errors.New("use a number of people, 1 or more")
	}
	*i = invited(n)
	return nil
}

func (s *several) addFlags(flags *pflag.FlagSet) {
	addOpen(flags, &s.open)
	flags.Var(&s.invited, "invited", "how many people were asked to answer")
	flags.BoolVar(&s.skipBad, "skip-bad", false, "leave out files with errors, and say so")
}

// addOpen adds the flag that shows all there is.
func addOpen(flags *pflag.FlagSet, open *bool) {
	flags.BoolVar(open, "open", false, "show what each said, not what five or more said")
}

// check refuses flags about several respondents where no files are named.
func (s *several) check(answers []string) error {
	switch {
	case len(answers) > 0:
		return nil
	case s.open:
		return &usageError{what: "--open is about the answers of several people", hint: hint("name their files too:", "--answers FOLDER")}
	case s.invited > 0:
		return &usageError{what: "--invited is about answers that people gave", hint: hint("name their files too:", "--answers FOLDER")}
	case s.skipBad:
		return &usageError{what: "--skip-bad is about several files of answers", hint: hint("name them too:", "--answers FOLDER")}
	}
	return nil
}

// inputs returns every file that is read, where a report is written to a file that could be one of them.
func inputs(o *output, answers []string) []string {
	if !o.toFile() {
		return nil
	}
	var paths []string
	sources, _ := findAnswers(answers)
	for _, s := range sources {
		paths = append(paths, s.path)
	}
	return paths
}

// assessFiles scores one file of answers, or the sum of several.
func (a *app) assessFiles(run *assessment) (err error) {
	if run.before, err = a.planOf(run.last, &run.output); err != nil {
		return err
	}
	all, err := a.gatherTold(gathering{
		paths:     run.answers,
		skipBad:   run.several.skipBad,
		maySkip:   true,
		resamples: true,
		open:      run.several.open,
		invited:   int(run.several.invited),
	})
	if err != nil {
		return err
	}
	a.tellOtherPlan(run.before, all.Coalition)
	return a.show(run, all.score(all.confidential), nil)
}

// gatherTold gathers answers, and says what there is to say about their files.
func (a *app) gatherTold(g gathering) (gathered, error) {
	all, err := a.gather(g)
	if err != nil {
		return gathered{}, err
	}
	a.tell(all.notices, all.confidential)
	if g.invited > 0 && g.invited < all.Respondents {
		return gathered{}, &usageError{
			what: fmt.Sprintf("--invited %d is fewer than the %d who answered", g.invited, all.Respondents),
			hint: hint("give the number of all who were asked, or leave it out"),
		}
	}
	all.Invited = g.invited
	return all, nil
}

// score scores answers, confidentially or openly.
func (g *gathered) score(confidential bool) *score.Result {
	if confidential {
		return score.Confidential(g.Group)
	}
	return score.Score(g.Group)
}
