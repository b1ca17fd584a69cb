package group

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"slices"
	"sync"

	"golang.org/x/text/unicode/norm"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Gathering adds up answers files into a group. The result depends neither on the order of the files nor on who added
// them: several workers can each gather a part of the files, and their gatherings be merged in any order.
//
// It keeps no answers. It grows with the number of files only by the notes, by 16 bytes and a reference to its name for each
// file, by which it recognizes a file that comes again, and by 24 bytes for each respondent who gave a name.
type Gathering struct {
	group Group
	// lowest and highest are the first and the last, in sort order, of the coalition names in the files.
	lowest, highest string
	// quick and full hold, by topic, the first file in sort order that answered the topic as a whole, and the first
	// that answered its questions.
	quick, full []string
	// files holds a name of each file by its fingerprint, and again the names of the further files with the same one.
	files map[assess.Fingerprint]string
	again map[assess.Fingerprint][]string
	// persons holds the fingerprint of a file of each respondent who gave a name, by the hash of name, role and date, and
	// others the fingerprints of the further files of the same respondent.
	persons map[uint64]assess.Fingerprint
	others  map[uint64][]assess.Fingerprint
	// blank holds the names of the files in which nothing is answered.
	blank []string
	// seen is nil unless files that say the same count once.
	seen *Seen
	// alone is how many files of one person were added, and rooms how many of a workshop, each as often as it was given.
	alone, rooms int
}

// NewGathering returns a gathering of no files.
func NewGathering(c *pitfalls.Catalogue) *Gathering {
	return &Gathering{
		group: Group{Catalogue: c, Topics: emptyTopics(c)},
		quick: make([]string, len(c.Topics)),
		full:  make([]string, len(c.Topics)),
		files: map[assess.Fingerprint]string{},
		again: map[assess.Fingerprint][]string{},

		persons: map[uint64]assess.Fingerprint{},
		others:  map[uint64][]assess.Fingerprint{},
	}
}

// WithBootstrap makes the gathering, which must be empty, draw resamples of what it gathers, and returns it. They take
// up to 5 MB for any number of files. A gathering with a bootstrap is merged only with others that have one.
func (g *Gathering) WithBootstrap() *Gathering {
	g.group.Bootstrap = newBootstrap(g.group.Catalogue)
	return g
}

// Seen is what several gatherings know together of the files that came already.
type Seen struct {
	mutex sync.Mutex
	files map[assess.Fingerprint]struct{}
}

// first reports whether a file comes for the first time.
func (s *Seen) first(fp assess.Fingerprint) bool {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if _, known := s.files[fp]; known {
		return false
	}
	if s.files == nil {
		s.files = map[assess.Fingerprint]struct{}{}
	}
	s.files[fp] = struct{}{}
	return true
}

// CountOnce makes the gathering, which must be empty, count files that say the same once, also where they were given to
// others that share what is seen, and returns it. It draws no resamples of the files of one person then: how sure an order
// is tells of single files, and a report on several persons may not.
func (g *Gathering) CountOnce(seen *Seen) *Gathering {
	g.seen = seen
	return g
}

// SeveralPersons reports whether files of one person were added together with any others. One that was skipped is another.
func (g *Gathering) SeveralPersons() bool { return g.alone > 0 && g.alone+g.rooms+g.group.Skipped > 1 }

// Fingerprints returns those of the files in which something is answered, each once.
func (g *Gathering) Fingerprints() map[assess.Fingerprint]struct{} {
	all := make(map[assess.Fingerprint]struct{}, len(g.files))
	for fp := range g.files {
		all[fp] = struct{}{}
	}
	return all
}

// Add adds one answers file. name is what notices and errors call it.
func (g *Gathering) Add(name string, a *assess.Answers) {
	if a.Present > 0 {
		g.rooms++
	} else {
		g.alone++
	}
	for i := range a.Topics {
		switch t := &a.Topics[i]; {
		case t.Quick():
			g.quick[i] = firstName(g.quick[i], name)
		case t.Answered():
			g.full[i] = firstName(g.full[i], name)
		}
	}
	fp, answered := a.Fingerprint(g.group.Catalogue), slices.ContainsFunc(a.Topics, assess.TopicAnswers.Answered)
	if answered && g.seen != nil && !g.seen.first(fp) {
		g.addFile(fp, name)
		return
	}
	of := Of(g.group.Catalogue, a)
	g.group.add(of)
	g.addCoalitions(of.Coalition, of.Coalition)
	if answered {
		g.addFile(fp, name)
		if a.Respondent != "" {
			g.addPerson(person(a), fp)
		}
	} else {
		g.blank = append(g.blank, name)
	}
	if g.group.Bootstrap != nil && (g.seen == nil || a.Present > 0) {
		g.group.Bootstrap.add(a, fp)
	}
}

// Skip counts a file that is left out because of the errors in it.
func (g *Gathering) Skip() { g.group.Skipped++ }

// Merge adds everything that another gathering has gathered. The other one may not be used afterwards.
func (g *Gathering) Merge(o *Gathering) {
	g.group.add(&o.group)
	g.alone, g.rooms = g.alone+o.alone, g.rooms+o.rooms
	g.addCoalitions(o.lowest, o.highest)
	for i := range g.quick {
		g.quick[i] = firstName(g.quick[i], o.quick[i])
		g.full[i] = firstName(g.full[i], o.full[i])
	}
	for fp, name := range o.files {
		g.addFile(fp, name)
		for _, further := range o.again[fp] {
			g.addFile(fp, further)
		}
	}
	for key, fp := range o.persons {
		g.addPerson(key, fp)
		for _, other := range o.others[key] {
			g.addPerson(key, other)
		}
	}
	g.blank = append(g.blank, o.blank...)
	if g.group.Bootstrap != nil {
		g.group.Bootstrap.merge(o.group.Bootstrap)
	}
}

// Group returns the sum of all files. The error is a *DepthError where a topic was answered as a whole in one file and
// question by question in another. Only the notices of the gathering may be used afterwards.
func (g *Gathering) Group() (*Group, error) {
	if err := g.depthError(); err != nil {
		return nil, err
	}
	if g.group.CoalitionsDiffer = g.lowest != g.highest; !g.group.CoalitionsDiffer {
		g.group.Coalition = g.lowest
	}
	for i := range g.group.Topics {
		slices.Sort(g.group.Topics[i].Notes)
		slices.Sort(g.group.Topics[i].ReadOut)
		slices.Sort(g.group.Topics[i].ForAll)
	}
	if g.group.Bootstrap != nil {
		g.group.Bootstrap.finish()
	}
	return &g.group, nil
}

// Notices returns what readers of the group should know about its files: first different coalition names, then the
// files that were given twice, hold the same answers or name the same respondent, by name, then those without any answer.
func (g *Gathering) Notices() []Notice {
	var notices []Notice
	for fp, further := range g.again {
		notices = appendRepeats(notices, append(slices.Clone(further), g.files[fp]), g.seen != nil)
	}
	for key, others := range g.others {
		var names []string
		for _, fp := range append(slices.Clone(others), g.persons[key]) {
			names = append(names, slices.Min(append(slices.Clone(g.again[fp]), g.files[fp])))
		}
		slices.Sort(names)
		notices = append(notices, Notice{Kind: SameRespondent, Names: names})
	}
	slices.SortStableFunc(notices, compareNotices)
	if len(g.blank) > 0 {
		slices.Sort(g.blank)
		notices = append(notices, Notice{Kind: NoAnswers, Names: slices.Compact(slices.Clone(g.blank)), Times: len(g.blank)})
	}
	if g.lowest != g.highest {
		notices = slices.Insert(notices, 0, Notice{Kind: DifferentCoalitions, Names: []string{g.lowest, g.highest}})
	}
	return notices
}

func (g *Gathering) addCoalitions(lowest, highest string) {
	g.lowest = firstName(g.lowest, lowest)
	g.highest = max(g.highest, highest)
}

func (g *Gathering) addFile(fp assess.Fingerprint, name string) {
	if _, known := g.files[fp]; known {
		g.again[fp] = append(g.again[fp], name)
		return
	}
	g.files[fp] = name
}

// addPerson adds a file of a respondent. Files that say the same are one file here.
func (g *Gathering) addPerson(key uint64, fp assess.Fingerprint) {
	switch first, known := g.persons[key]; {
	case !known:
		g.persons[key] = fp
	case first != fp && !slices.Contains(g.others[key], fp):
		g.others[key] = append(g.others[key], fp)
	}
}

// person returns the hash of what tells a respondent from others.
func person(a *assess.Answers) uint64 {
	hash := fnv.New64a()
	_, _ = fmt.Fprintf(hash, "%s\n%s\n%s", norm.NFC.String(a.Respondent), a.Role, a.Date) // a hash takes everything
	return hash.Sum64()
}

func (g *Gathering) depthError() error {
	var conflicts []DepthConflict
	for i, topic := range g.group.Catalogue.Topics {
		quick, full := g.quick[i], g.full[i]
		if quick == "" || full == "" {
			continue
		}
		at := slices.IndexFunc(conflicts, func(c DepthConflict) bool { return c.Quick == quick && c.Full == full })
		if at < 0 {
			at = len(conflicts)
			conflicts = append(conflicts, DepthConflict{Quick: quick, Full: full})
		}
		conflicts[at].Topics = append(conflicts[at].Topics, topic.ID)
	}
	if len(conflicts) == 0 {
		return nil
	}
	slices.SortStableFunc(conflicts, func(a, b DepthConflict) int {
		return cmp.Or(cmp.Compare(a.Quick, b.Quick), cmp.Compare(a.Full, b.Full))
	})
	return &DepthError{Conflicts: conflicts}
}

// firstName returns the first of two names in sort order. An empty one is none.
func firstName(a, b string) string {
	if a == "" || b == "" {
		return max(a, b)
	}
	return min(a, b)
}
