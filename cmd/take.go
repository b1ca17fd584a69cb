package cmd

import (
	"bytes"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/report"
)

// onPaper returns the report of a run that asks, as a page or a message takes it.
func (run *assessment) onPaper(iv *interview.Run, r *score.Result) *doc.Document {
	room := run.room
	room.on = iv.CountsHands()
	room.adopt(iv.Report.Minutes)
	return run.document(r, report.OnPaper, room, iv.Plan)
}

// written returns what a writer makes of a document.
func written(write func(io.Writer, *doc.Document) error, d *doc.Document) ([]byte, error) {
	var text bytes.Buffer
	err := write(&text, d)
	return text.Bytes(), err
}

// calendarOf returns the days of a plan as a calendar.
func (a *app) calendarOf(p *planfile.Plan) ([]byte, error) {
	var text bytes.Buffer
	day, err := a.today("")
	if err == nil {
		err = report.PlanCalendar(p, a.catalogue, day).Write(&text)
	}
	return text.Bytes(), err
}

// printTaken says where files are, in a line each, with their full paths: links, where the terminal has them.
func (a *app) printTaken(run *assessment, e *interview.Ending) {
	says := map[interview.Kind]string{
		interview.Page:     "The page for the board is in %s",
		interview.PlanFile: "The plan file is in %s",
		interview.Calendar: "The calendar is in %s",
	}
	if e.Saved != "" {
		a.printLine("Your answers are in %s", a.link(e.Saved, run.asking.linear))
	}
	for _, t := range e.Taken {
		a.printLine(says[t.Kind], a.link(t.Path, run.asking.linear))
	}
}

// printNotTaken says which files could not be written, and returns the last of these errors for the exit code.
func (a *app) printNotTaken(e *interview.Ending) error {
	var last error
	for _, err := range e.NotTaken {
		if last != nil {
			a.printError(last)
		}
		last = writeFailed(err)
	}
	return last
}

// link shows the full path of a file on standard error. On a terminal that has links it is one, unless the reader listens: what
// is asked line by line has no escape sequences at all.
func (a *app) link(path string, listens bool) string {
	full, err := filepath.Abs(path)
	if err != nil {
		full = path
	}
	shown := displayPath(full)
	if err != nil || listens || !a.HasLinks(a.Err) {
		return shown
	}
	return ansi.SetHyperlink(a.address(full)) + shown + ansi.ResetHyperlink()
}

// address returns the address of a file, in which every byte is escaped that means something to a terminal.
func (a *app) address(full string) string {
	address := url.URL{Scheme: "file", Path: filepath.ToSlash(full)}
	if !strings.HasPrefix(address.Path, "/") { // a drive
		address.Path = "/" + address.Path
	}
	if a.Host != nil {
		address.Host, _ = a.Host() // without a name it is this machine
	}
	return address.String()
}
