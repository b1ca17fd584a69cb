package interview

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/planfile"
)

// Kind is a kind of file that a person can take away at the end of a run.
type Kind int

// The kinds, in the order in which they are offered and written.
const (
	// Answers is the answers file, which is always written.
	Answers Kind = iota
	// Page is the report as a page for a browser.
	Page
	// PlanFile says who does what by when.
	PlanFile
	// Calendar holds the days of the plan, and the day to answer again.
	Calendar
)

// endings are how the names of a kind of file end. The first one is added to a name that has none of them.
var endings = map[Kind][]string{
	Page:     {".html", ".htm"},
	PlanFile: {".yaml", ".yml", ".json"},
	Calendar: {".ics"},
}

// Thing is a file to take away.
type Thing struct {
	Kind Kind
	// On reports whether it is to be written.
	On bool
	// Name is the file. Made reports whether nobody has typed the name: if the file exists by then, the next free name is taken.
	Name string
	Made bool
	// Given reports whether the command line names the file.
	Given bool
	// Written reports whether the file holds it.
	Written bool

	// made is its made name without a folder, and placed reports whether somebody has typed the folder for that.
	made   string
	placed bool
	write  func(path string, overwrite bool) error
}

// TakeAway returns what can be taken away from a planned run, the answers first. A page is left out where the command line asks
// for a report in a file. before is what TakeAway returned earlier in this run, or nil: what was switched and typed there stays.
func (r *Run) TakeAway(before []Thing) []Thing {
	answers, result := r.finished(), r.Score()
	plan := r.Plan
	if plan == nil {
		plan = planfile.From(result, r.today())
	}
	made := func(kind Kind, word string) Thing {
		return Thing{Kind: kind, Made: true, made: answersfile.NameFor(answers, word, endings[kind][0])}
	}
	all := []Thing{r.answersThing()}
	if r.Page != nil && (r.Report.Path == "" || r.Report.Path == "-") {
		page := made(Page, "")
		page.On = true
		page.write = func(path string, _ bool) error {
			return r.writeMade(path, false, func() ([]byte, error) { return r.Page(result) })
		}
		all = append(all, page)
	}
	file := made(PlanFile, "plan")
	file.On = len(plan.Actions()) > 0 && r.Edit == nil // those of edited answers may have a plan already
	if there := r.planFile(); there != "" {
		file.On, file.Name, file.Made, file.Given, file.Written = true, there, false, true, true
	}
	file.write = func(path string, _ bool) error {
		return r.writeMade(path, true, func() ([]byte, error) { return formatPlan(path, plan), nil })
	}
	all = append(all, file)
	if r.Calendar != nil && (plan.Review != "" || dated(plan)) {
		calendar := made(Calendar, "plan")
		calendar.On = dated(plan)
		calendar.write = func(path string, _ bool) error {
			return r.writeMade(path, false, func() ([]byte, error) { return r.Calendar(plan) })
		}
		all = append(all, calendar)
	}
	for i := range all {
		for _, b := range before {
			if b.Kind == all[i].Kind {
				all[i].keep(b)
			}
		}
	}
	gather(all)
	return all
}

// refuse keeps why a thing could not be written.
func (r *Run) refuse(k Kind, path string, err error) {
	if r.notTaken == nil {
		r.notTaken = map[Kind]error{}
	}
	r.notTaken[k] = about(path, err)
}

// keep takes over what a person has chosen earlier.
func (t *Thing) keep(before Thing) {
	if t.Written {
		return
	}
	t.On = before.On
	if !t.Given && (!before.Made || before.placed) {
		t.Name, t.Made, t.placed = before.Name, before.Made, before.placed
	}
}

// answersThing offers the answers, where the command line says or else under a free name or that of the file that is edited.
func (r *Run) answersThing() Thing {
	answers := r.finished()
	t := Thing{Kind: Answers, On: true, Name: r.FileName(), Given: r.SaveTo != ""}
	t.Made = t.Name != r.EditPath
	if t.Given {
		path, named := r.Place(r.SaveTo)
		t.Name, t.Made = path, !named
		if named {
			t.Name = r.SaveTo
		}
	}
	t.write = func(path string, overwrite bool) error { return r.Write(path, answers, overwrite) }
	return t
}

// gather gives all things a free name in the folder of the answers, unless a person has typed a name or a folder.
func gather(all []Thing) {
	folder := filepath.Dir(all[0].Name)
	for i := range all[1:] {
		if t := &all[1+i]; t.Made && !t.placed {
			t.Name = disk.Free(filepath.Join(folder, t.made))
		}
	}
}

// writeMade writes what can be made again, and never replaces a file.
func (r *Run) writeMade(path string, private bool, content func() ([]byte, error)) error {
	text, err := content()
	if err != nil {
		return err
	}
	if r.WriteText == nil {
		return disk.Write(path, text, disk.Options{Private: private})
	}
	return r.WriteText(path, text)
}

// Rename gives the i-th of all things a name that a person has typed, and switches it on. It returns the file that is meant, or
// "" where nothing was typed. The name gets an ending of its kind, and a folder means a made name in it. The error
// matches fs.ErrExist where a file has the name, unless it is the one that is edited; the thing then has a free name beside it.
func (r *Run) Rename(all []Thing, i int, typed string) (path string, err error) {
	t := &all[i]
	path, named := r.placeOf(t, typed)
	switch {
	case path == "":
		return "", nil
	case named && disk.Exists(path) && !r.Edits(path):
		t.Name, t.Made, t.placed = disk.Free(path), true, true
		return path, &fs.PathError{Op: "write", Path: path, Err: fs.ErrExist}
	}
	t.Name, t.Made, t.placed, t.On = path, !named, !named, true
	gather(all)
	return path, nil
}

// placeOf is Place for any thing.
func (r *Run) placeOf(t *Thing, typed string) (path string, named bool) {
	if t.Kind == Answers {
		return r.Place(typed)
	}
	path = disk.Typed(typed, r.Getenv)
	if path == "" {
		return "", true
	}
	if info, err := os.Stat(path); disk.NamesFolder(path) || err == nil && info.IsDir() {
		return disk.Free(filepath.Join(path, t.made)), false
	}
	if !slices.Contains(endings[t.Kind], strings.ToLower(filepath.Ext(path))) {
		path += endings[t.Kind][0]
	}
	return path, true
}

// Took is what came of writing the thing at At: the file, and why it was not written, or nil.
type Took struct {
	At   int
	Path string
	Err  error
}

// TakeAll writes all things that are on and not written yet, the answers first: without them it writes nothing else. Only with
// overwrite do they replace the file that is edited. Like Take it changes nothing in the run; Taken takes each result over.
func (r *Run) TakeAll(all []Thing, overwrite bool) []Took {
	var took []Took
	for i := range all {
		if t := &all[i]; t.On && !t.Written {
			path, err := r.Take(t, overwrite && t.Kind == Answers)
			took = append(took, Took{i, path, err})
			if t.Kind == Answers && failed(err) {
				break
			}
		}
	}
	return took
}

// failed reports whether an error of writing means that the file does not hold what was written.
func failed(err error) bool { return err != nil && !errors.Is(err, disk.ErrUnconfirmed) }

// Take writes a thing, and returns the file. Only answers with overwrite, or with Force where the command line says, replace
// one. It changes nothing in the run, so that it may be called while the run is drawn; Taken takes over what it returned. The
// errors are those of Write.
func (r *Run) Take(t *Thing, overwrite bool) (path string, err error) {
	if !t.Made {
		return t.Name, t.write(t.Name, overwrite)
	}
	return firstFree(t.Name, func(path string) error { return t.write(path, false) })
}

// firstFree writes to a name or, where the file exists, to the first of name-2, name-3 and so on that is free, which it returns.
func firstFree(name string, write func(path string) error) (path string, err error) {
	path = name
	for n := 2; n <= manyNames; n++ {
		if err = write(path); !errors.Is(err, fs.ErrExist) {
			break
		}
		path = disk.Numbered(name, strconv.Itoa(n))
	}
	return path, err
}

// Taken takes over what Take returned for a thing, and reports whether the file holds it. Where it does not because the name was
// taken, the thing has a free one then.
func (r *Run) Taken(t *Thing, path string, err error) bool {
	switch {
	case t.Kind == Answers:
		t.Written = r.Written(path, err)
	case !failed(err): // what the disk did not confirm can be made again
		t.Written = true
		r.taken = append(r.taken, Taken{t.Kind, path})
	}
	if t.Written {
		t.Name = path
		delete(r.notTaken, t.Kind)
		return true
	}
	if t.Kind != Answers {
		r.refuse(t.Kind, path, err)
	}
	if free := r.Instead(path, err); free != "" {
		t.Name, t.Made, t.placed = free, true, true
	}
	return false
}

// LeaveOut switches a thing off. That it could not be written is of no matter then.
func (r *Run) LeaveOut(t *Thing) {
	t.On = false
	delete(r.notTaken, t.Kind)
}

// about returns an error that names the file.
func about(path string, err error) error {
	if _, named := errors.AsType[*fs.PathError](err); named {
		return err
	}
	return &fs.PathError{Op: "write", Path: path, Err: err}
}

// Instead returns a free name to offer for a file that was not written, or "" where another name is not what helps or the file
// is the one that is edited, which may be replaced.
func (r *Run) Instead(path string, err error) string {
	switch {
	case errors.Is(err, ErrChanged):
		return disk.Free(r.EditPath)
	case errors.Is(err, fs.ErrExist) && !r.Edits(path):
		return disk.Free(path)
	default:
		return ""
	}
}

// Taken is a file that was taken away besides the answers.
type Taken struct {
	Kind Kind
	Path string
}
