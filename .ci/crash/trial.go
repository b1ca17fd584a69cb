//go:build linux && amd64

package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/coalcheck/coalcheck/pitfalls"
)

var catalogue = pitfalls.English()

// trial is a scenario with all faults.
type trial struct {
	scenario
	// path is the program, and work the folder in which the trial has its own.
	path, work string
	// sound is the run without a fault, and whole what the files then hold.
	sound *result
	whole map[string]string
}

// learn runs the scenario without a fault.
func (t *trial) learn() error {
	p, err := t.prepare()
	if err != nil {
		return err
	}
	defer os.RemoveAll(p.folder)
	if t.sound, err = p.run(fault{}); err != nil {
		return err
	}
	if t.sound.code != t.code {
		return fmt.Errorf("a sound run exits with %d:\n%s", t.sound.code, t.sound.stderr)
	}
	t.whole = map[string]string{}
	for _, pattern := range t.makes {
		name, err := only(p.folder, pattern)
		if err != nil {
			return err
		}
		text, err := os.ReadFile(filepath.Join(p.folder, name))
		if err != nil {
			return err
		}
		t.whole[name] = string(text)
	}
	c := &check{trial: t, program: p, result: t.sound}
	cut, err := c.cutPower()
	if err != nil {
		return err
	}
	defer os.RemoveAll(cut.folder)
	c.all()
	cut.all()
	if problems := append(c.report("a sound run"), cut.report("a sound run, and the power cut")...); len(problems) > 0 {
		return errors.New(strings.Join(problems, "\n"))
	}
	return nil
}

// only returns the name of the one file in a folder that a pattern matches.
func only(folder, pattern string) (string, error) {
	names, err := filepath.Glob(filepath.Join(folder, pattern))
	if err != nil || len(names) != 1 {
		return "", fmt.Errorf("%s: %v, %v", pattern, names, err)
	}
	return filepath.Base(names[0]), nil
}

// prepare makes a folder with the files of the scenario.
func (t *trial) prepare() (*program, error) {
	folder, err := os.MkdirTemp(t.work, "run")
	if err != nil {
		return nil, err
	}
	for _, files := range []map[string]string{theirs, t.files} {
		for name, text := range files {
			path := filepath.Join(folder, name)
			if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
				return nil, err
			}
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				return nil, err
			}
		}
	}
	return t.in(folder), nil
}

// in returns the program of the scenario in a folder.
func (t *trial) in(folder string) *program {
	return &program{
		path: t.path, folder: folder, args: strings.Fields(t.args), stdin: strings.Join(append(t.input, ""), "\n"), refused: t.refused,
		env: []string{"XDG_STATE_HOME=" + filepath.Join(folder, "state"), "HOME=" + folder, "LC_ALL=C.UTF-8"},
	}
}

// once runs the scenario with one fault, and returns what is wrong afterwards.
func (t *trial) once(f fault) ([]string, error) {
	p, err := t.prepare()
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(p.folder)
	r, err := p.run(f)
	if err != nil {
		return nil, err
	}
	c := &check{trial: t, program: p, result: r, at: r.struck, failed: f.errno != 0}
	onward := r.killed && t.changed(f)
	var cut *check
	if onward {
		if cut, err = c.cutPower(); err != nil {
			return nil, err
		}
		defer os.RemoveAll(cut.folder)
	}
	var found []string
	if c.all(); onward {
		c.again()
	}
	found = append(found, c.report(f.String())...)
	if cut != nil {
		cut.all()
		cut.again()
		found = append(found, cut.report(f.String()+", and the power cut")...)
	}
	return found, nil
}

// changed reports whether a killed run leaves other files than one that was killed a call before.
func (t *trial) changed(f fault) bool {
	before := f.at - 2
	for before >= 0 && t.sound.calls[before].kind == "look" {
		before--
	}
	if f.half || before < 0 {
		return true
	}
	switch t.sound.calls[before].kind {
	case "open to read", "read", "list", "lock", "close":
		return false
	default:
		return true
	}
}

// report returns the problems with what led to them.
func (c *check) report(what string) []string {
	if len(c.problems) == 0 {
		return nil
	}
	if c.at != (call{}) {
		what += " (" + strings.ReplaceAll(c.at.String(), c.folder, "") + ")"
	}
	return []string{fmt.Sprintf("  %s, exit code %d\n    %s\n%s", what, c.result.code, strings.Join(c.problems, "\n    "), indent(last(c.result.stderr, 12)))}
}

func last(text string, n int) string {
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	return strings.Join(lines[max(0, len(lines)-n):], "\n")
}

func indent(text string) string { return "      | " + strings.ReplaceAll(text, "\n", "\n      | ") }

// cutPower returns a check of a copy of the folder in which all is gone that was not on the disk: such texts are empty, and
// where a name was not, the file is the one that had it before.
func (c *check) cutPower() (*check, error) {
	folder := c.folder + "-cut"
	r := *c.result
	r.stderr = strings.ReplaceAll(r.stderr, c.folder, folder)
	cut := &check{trial: c.trial, program: c.in(folder), result: &r, at: c.at, cut: true}
	there := func(path string) string { return folder + strings.TrimPrefix(path, c.folder) }
	if err := os.CopyFS(folder, os.DirFS(c.folder)); err != nil {
		return nil, err
	}
	for path, is := range r.unsynced.texts {
		if info, err := os.Stat(there(path)); is && err == nil && info.Size() > 0 {
			if err := os.Truncate(there(path), 0); err != nil {
				return nil, err
			}
		}
	}
	for path := range r.unsynced.names {
		name := strings.TrimPrefix(path, c.folder+"/")
		if _, made := c.whole[name]; !made {
			cut.unkept = true
			continue
		}
		if err := os.RemoveAll(there(path)); err != nil {
			return nil, err
		}
		if former, was := r.unsynced.former[path]; was {
			if err := os.WriteFile(there(path), []byte(former), 0o600); err != nil {
				return nil, err
			}
		}
	}
	return cut, nil
}

// again runs coalcheck after a kill, as somebody does who goes on: it works, what was given is still there, and what the
// killed run has left is gone.
func (c *check) again() {
	// A thread that has started a process here must not trace another one before it has waited for this one.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	run := func(code int, args string) {
		cmd := exec.Command(c.program.path, strings.Fields(args)...)
		cmd.Dir, cmd.Env = c.folder, c.env
		out, _ := cmd.CombinedOutput()
		if got := cmd.ProcessState.ExitCode(); got != code {
			c.bad("then %s exits with %d:\n%s", args, got, indent(last(string(out), 8)))
		}
	}
	switch text, _ := c.file(planName); {
	case c.changesPlan() && isPlan(text):
		run(0, "plan "+planName+" --plain")
	case c.changesPlan():
		run(2, "plan "+planName+" --plain")
		_ = os.Remove(filepath.Join(c.folder, planName+".lock")) // it goes when the plan is opened again
	case c.keysSheets():
		code := 0
		if text, there := c.file(sheetName); there && read(text) == nil {
			code = 2 // a mounted sheet was half written: it is named, and nothing is keyed beside it
		}
		run(code, "collect . --plain --quick --coalition Riverside")
	default:
		run(130, "assess --plain")
	}
	if hasLeftovers(c.folder) { // else it would only take time
		run(0, "questions --quick -o after.yaml")
	}
	c.foreign()
	c.gone()
	for _, kind := range []string{"edit", "keying"} {
		locks, _ := filepath.Glob(filepath.Join(c.folder, stateFolder, kind+"-*.lock"))
		for _, lock := range locks {
			_ = os.Remove(lock) // it goes when the file is edited again, and when sheets are keyed into the same folder again
		}
	}
	c.left()
}
