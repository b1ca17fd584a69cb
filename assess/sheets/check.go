package sheets

import (
	"bytes"
	"cmp"
	"errors"
	"path/filepath"
	"slices"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/collect"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// CheckOptions says which sheets are keyed again.
type CheckOptions struct {
	Catalogue *pitfalls.Catalogue
	// Folder is where the sheets are, and There is what is in it, by the names of the files.
	Folder string
	There  []collect.Arrival
	// From is the number of the first sheet that is keyed again.
	From int
	// Depth is that of a sheet without an answer where no other answers of the folder tell it, or nil.
	Depth *assess.Depth
	// Spare returns where the former text of a file is kept while the file is written in place, or "".
	Spare func(path string) string
}

// Check keys sheets again that are in a folder, and corrects what was keyed wrong. Nothing is written before a sheet is decided.
type Check struct {
	CheckOptions
	// LeftOut are the files of sheets that cannot be read as such, and so not be checked.
	LeftOut []string
	// Sheet is the sheet as it is keyed now, or nil where all are checked.
	Sheet *Sheet
	// Done are the sheets that were checked.
	Done []Checked
	// Unconfirmed reports whether the disk did not confirm a file that was corrected.
	Unconfirmed bool

	files []keyed
}

// keyed is a sheet that was keyed into a file.
type keyed struct {
	path   string
	text   []byte
	sheet  *Sheet
	number int
	// twice reports whether another file has the same number.
	twice bool
}

// Checked is a sheet that was checked.
type Checked struct {
	Number int
	// File is the name of its file, and Corrected how many answers were corrected in it.
	File      string
	Corrected int
	// Err is why the file was left as it is, or nil.
	Err error
}

var (
	// ErrNoSheets means that a folder has no sheets to check.
	ErrNoSheets = errors.New("no sheets of paper")
	// ErrChanged means that a file was changed since the check began, and was left as it is.
	ErrChanged = disk.ErrChanged
	// ErrDepthUnknown means that nothing says how many statements a sheet without an answer has.
	ErrDepthUnknown = errors.New("a sheet without an answer")
)

// OpenCheck finds the sheets in a folder. The error is ErrNoSheets where there are none; of the Check, only LeftOut counts then. It is
// ErrDepthUnknown where nothing says the depth of a sheet.
func OpenCheck(o CheckOptions) (*Check, error) {
	check := &Check{CheckOptions: o}
	files := map[int]int{}
	for i := range o.There {
		a := &o.There[i]
		number := collect.SheetOf(a)
		if number < max(o.From, 1) {
			continue
		}
		f, err := check.read(filepath.Join(o.Folder, a.Source))
		switch {
		case errors.Is(err, ErrDepthUnknown):
			return nil, err
		case err != nil:
			check.LeftOut = append(check.LeftOut, a.Source)
		default:
			check.files = append(check.files, f)
		}
		files[number]++
	}
	if len(check.files) == 0 {
		return check, ErrNoSheets
	}
	for i := range check.files {
		check.files[i].twice = files[check.files[i].number] > 1
	}
	slices.SortStableFunc(check.files, func(a, b keyed) int { return cmp.Compare(a.number, b.number) })
	check.blank()
	return check, nil
}

var errNoSheet = errors.New("no sheet of paper")

// read reads a sheet again, with the text of its file.
func (c *Check) read(path string) (keyed, error) {
	text, err := disk.Read(path, answersfile.MaxSize)
	if err != nil {
		return keyed{}, err
	}
	a, err := answersfile.Read(filepath.Base(path), text, c.Catalogue)
	if err != nil {
		return keyed{}, err
	}
	number := collect.SheetNumber(a.Respondent)
	depth, known := c.depthOf(a)
	switch {
	case !known:
		return keyed{}, ErrDepthUnknown
	case number == 0 || a.Workshop() || depth == assess.Mixed:
		return keyed{}, errNoSheet
	}
	s := NewSheet(c.Catalogue, depth, number, a.Coalition)
	s.Answers = a
	return keyed{path: path, text: text, sheet: s, number: number}, nil
}

// depthOf returns the depth of a sheet: of its answers, or else of those of the folder, or else the one that was asked for.
func (c *Check) depthOf(a *assess.Answers) (d assess.Depth, known bool) {
	if a.Workshop() {
		return assess.Mixed, true
	}
	if d, known = collect.DepthOf([]collect.Arrival{{Answers: a}}); known {
		return d, true
	}
	if d, known = collect.DepthOf(c.There); !known && c.Depth != nil {
		return *c.Depth, true
	}
	return d, known
}

// blank puts an empty sheet in front of the person, for the next one.
func (c *Check) blank() {
	c.Sheet = nil
	if len(c.files) > 0 {
		first := c.files[0].sheet
		c.Sheet = NewSheet(c.Catalogue, first.Depth, first.Number, first.Answers.Coalition)
	}
}

// File returns the name of the file of the sheet, and whether another file has the same number.
func (c *Check) File() (name string, twice bool) {
	return filepath.Base(c.files[0].path), c.files[0].twice
}

// Left returns how many sheets are not checked yet.
func (c *Check) Left() int { return len(c.files) }

// Difference is an answer that was keyed in two ways.
type Difference struct {
	// At is the index of the statement, or Statements for the role.
	At int
	// First and Now are what was keyed first and now, and FirstRole and NowRole the same of the role.
	First, Now         assess.Rating
	FirstRole, NowRole assess.Role
}

// Differences returns what differs between the sheet as it is keyed now and its file. Statements that are not keyed count as
// left open.
func (c *Check) Differences() []Difference {
	first := c.files[0].sheet
	var all []Difference
	for i := range first.Statements() {
		if a, b := first.Rating(i), c.Sheet.Rating(i); a != b {
			all = append(all, Difference{At: i, First: a, Now: b})
		}
	}
	if a, b := first.Answers.Role, c.Sheet.Answers.Role; a != b {
		all = append(all, Difference{At: first.Statements(), FirstRole: a, NowRole: b})
	}
	return all
}

// MostDiffer reports whether so much of a sheet differs that it may be another one.
func MostDiffer(s *Sheet, all []Difference) bool { return 2*len(all) > s.Statements() }

// Decide says what is on the paper where an answer was keyed in two ways, by its index; DecideRole says it of the role.
func (c *Check) Decide(at int, r assess.Rating) {
	c.Sheet.Answers.Set(c.Sheet.places[at], assess.TallyOf(r))
}

// DecideRole says which role is on the paper.
func (c *Check) DecideRole(r assess.Role) { c.Sheet.Answers.Role = r }

// Finish writes what differs from the file into it, in place of what was there, and goes on to the next sheet. Names, notes and
// comments stay.
func (c *Check) Finish() Checked {
	f := c.files[0]
	done := Checked{Number: f.number, File: filepath.Base(f.path), Corrected: len(c.Differences())}
	if done.Corrected > 0 {
		done.Err = c.correct(&f)
	}
	c.Done = append(c.Done, done)
	c.Skip()
	return done
}

// correct writes the answers of the sheet into its file.
func (c *Check) correct(f *keyed) error {
	a := f.sheet.Answers.Clone()
	for _, p := range c.Sheet.places {
		a.Set(p, c.Sheet.Answers.At(p))
	}
	a.Role = c.Sheet.Answers.Role
	text := answersfile.Rewrite(f.path, answersfile.Former{Name: f.path, Text: f.text}, a, c.Catalogue)
	if bytes.Equal(text, f.text) {
		return nil
	}
	err := disk.Write(f.path, text, disk.Options{Private: true, Replace: true, Was: f.text, Spare: c.Spare(f.path)})
	if errors.Is(err, disk.ErrUnconfirmed) {
		c.Unconfirmed, err = true, nil
	}
	return err
}

// Skip leaves the sheet as it is and goes on to the next one.
func (c *Check) Skip() {
	c.files = c.files[1:]
	c.blank()
}
