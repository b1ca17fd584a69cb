//go:build linux && amd64

// Command crash ends or fails coalcheck at every call that it makes on a file, in runs as people make them:
//
//	crash PROGRAM [SCENARIO]
//
// For each scenario, or those whose name has the second argument in it, it counts the calls of a sound run. Then it kills
// the program before each of them and in the midst of each write, and lets each of them fail. Afterwards nothing that was
// shown as given may be lost, no foreign file changed, no file torn, and what the program said must be true. After a kill
// the power is cut, too: texts that nobody waited for are gone, and names that nobody waited for are those of before. A
// run after that must go on as if nothing had happened, and leave nothing behind that a killed one left.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"time"
)

func main() {
	if len(os.Args) > 2 && os.Args[1] == filtered {
		fmt.Fprintln(os.Stderr, "crash:", runFiltered(os.Args[2:]))
		os.Exit(1)
	}
	if len(os.Args) != 2 && len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: crash PROGRAM [SCENARIO]")
		os.Exit(2)
	}
	path, err := filepath.Abs(os.Args[1])
	if err == nil {
		err = crash(path, strings.Join(os.Args[2:], ""))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "crash:", err)
		os.Exit(1)
	}
}

// mostShown is how many problems of a scenario are shown.
const mostShown = 10

func crash(path, only string) error {
	work, err := os.MkdirTemp(memory(), "coalcheck-crash")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	if work, err = filepath.EvalSymlinks(work); err != nil {
		return err
	}
	start, bad, runs := time.Now(), 0, 0
	for _, s := range scenarios {
		if !strings.Contains(s.name, only) {
			continue
		}
		t := &trial{scenario: s, path: path, work: work}
		problems, n, err := t.everyCall()
		if err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
		fmt.Printf("%-40s %4d calls, %5d runs, %d problems\n", s.name, len(t.sound.calls), n, len(problems))
		for _, p := range problems[:min(len(problems), mostShown)] {
			fmt.Println(p)
		}
		bad += len(problems)
		runs += n
	}
	switch {
	case runs == 0:
		return fmt.Errorf("no scenario is called %q", only)
	case bad > 0:
		return fmt.Errorf("%d problems", bad)
	}
	fmt.Printf("%d runs in %v\n", runs, time.Since(start).Round(time.Second))
	return nil
}

// memory returns a folder in memory, where waiting for the disk takes no time, or "" where there is none.
func memory() string {
	const folder = "/dev/shm"
	if info, err := os.Stat(folder); err == nil && info.IsDir() {
		return folder
	}
	return ""
}

// faults returns all that may happen to a call. Whoever is killed before looking at a file might as well be killed before
// the next call.
func faults(n int, c call) []fault {
	var all []fault
	if c.kind != "look" {
		all = append(all, fault{at: n, kill: true})
	}
	if c.size > 1 {
		all = append(all, fault{at: n, kind: c.kind, kill: true, half: true})
	}
	for _, e := range errnos[c.kind] {
		all = append(all, fault{at: n, kind: c.kind, errno: e.errno, forGood: e.forGood})
	}
	return all
}

// errnos are the errors with which calls fail, once or from then on.
var errnos = map[string][]struct {
	errno   syscall.Errno
	forGood bool
}{
	"open":         {{syscall.EMFILE, false}, {syscall.EACCES, true}},
	"open to read": {{syscall.EIO, false}},
	"read":         {{syscall.EIO, false}},
	"write":        {{syscall.ENOSPC, false}, {syscall.ENOSPC, true}},
	"fsync":        {{syscall.EIO, false}, {syscall.EIO, true}},
	"truncate":     {{syscall.EIO, false}},
	"lock":         {{syscall.ENOLCK, true}},
	"change mode":  {{syscall.EPERM, true}},
	"close":        {{syscall.EIO, false}},
	"look":         {{syscall.EIO, true}},
	"list":         {{syscall.EIO, false}},
	"rename":       {{syscall.EBUSY, false}, {syscall.EIO, true}},
	"link":         {{syscall.EIO, false}},
	"remove":       {{syscall.EACCES, false}},
	"make folder":  {{syscall.EACCES, true}},
}

// everyCall runs a scenario with every fault at every call, on all processors.
func (t *trial) everyCall() (problems []string, runs int, err error) {
	if err := t.learn(); err != nil {
		return nil, 0, err
	}
	var all []fault
	for i, c := range t.sound.calls {
		all = append(all, faults(i+1, c)...)
	}
	found := make([][]string, len(all))
	errs := make([]error, len(all))
	next := make(chan int)
	var wait sync.WaitGroup
	for range runtime.NumCPU() {
		wait.Go(func() {
			for i := range next {
				found[i], errs[i] = t.once(all[i])
			}
		})
	}
	for i := range all {
		next <- i
	}
	close(next)
	wait.Wait()
	for i := range all {
		if errs[i] != nil {
			return nil, 0, fmt.Errorf("%v: %w", all[i], errs[i])
		}
		problems = append(problems, found[i]...)
	}
	return problems, len(all), nil
}
