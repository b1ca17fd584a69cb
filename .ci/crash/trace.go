//go:build linux && amd64

package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync/atomic"
	"syscall"
	"time"
)

// fault is what happens to one file call of a program, or nothing where at is 0.
type fault struct {
	// at is the number of the call, from 1. What can befall only a call of one kind waits for the next call of that kind: a
	// run may make a call more than the sound one did, as when a signal interrupts a call and Linux restarts it.
	at   int
	kind string
	// kill ends the program before the call, or with half in the midst of a write.
	kill, half bool
	// errno is what the call returns instead of being done; with forGood every further call of its kind does so, too.
	errno   syscall.Errno
	forGood bool
}

func (f fault) String() string {
	switch {
	case f.at == 0:
		return "no fault"
	case f.half:
		return fmt.Sprintf("killed in the midst of call %d", f.at)
	case f.kill:
		return fmt.Sprintf("killed before call %d", f.at)
	case f.forGood:
		return fmt.Sprintf("from call %d on, %v for its kind", f.at, f.errno)
	default:
		return fmt.Sprintf("call %d: %v", f.at, f.errno)
	}
}

// program is a run of a command.
type program struct {
	path, folder string
	args, env    []string
	stdin        string
	// refused is the name of a file that nothing may be renamed to, as one that is mounted by itself.
	refused string
}

// result is what a run left behind beside its files.
type result struct {
	calls []call
	// struck is the call that the fault befell.
	struck         call
	killed, hung   bool
	code           int
	stdout, stderr string
	unsynced       unsynced
}

// patience is how long a run may take. One that waits for something that never comes is ended.
const patience = time.Minute

// Of Linux, for wait4 and ptrace.
const (
	waitAll      = 0x40000000 // threads, too
	waitOwn      = 0x20000000 // only what this thread has started
	traceFilter  = 0x00000080
	exitKill     = 0x00100000
	goodSyscalls = 0x80
	filterEvent  = 7
)

// run runs the program to its end, and makes the fault happen on the way. Only calls on files in its folder count.
func (p *program) run(f fault) (*result, error) {
	type outcome struct {
		result *result
		err    error
	}
	done := make(chan outcome)
	go func() {
		// A traced process belongs to the thread that started it. The thread ends with the goroutine.
		runtime.LockOSThread()
		r, err := p.trace(f)
		done <- outcome{r, err}
	}()
	o := <-done
	return o.result, o.err
}

func (p *program) trace(f fault) (*result, error) {
	streams := make([]*os.File, 3)
	for i, name := range []string{"stdin", "stdout", "stderr"} {
		file, err := os.CreateTemp(filepath.Dir(p.folder), name)
		if err != nil {
			return nil, err
		}
		defer os.Remove(file.Name())
		defer file.Close()
		streams[i] = file
	}
	if _, err := streams[0].WriteAt([]byte(p.stdin), 0); err != nil {
		return nil, err
	}
	helper, err := os.Executable()
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(helper, append([]string{filtered, p.path}, p.args...)...)
	cmd.Dir, cmd.Env = p.folder, p.env
	cmd.Stdin, cmd.Stdout, cmd.Stderr = streams[0], streams[1], streams[2]
	cmd.SysProcAttr = &syscall.SysProcAttr{Ptrace: true}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	defer cmd.Process.Release()
	t := &tracer{program: p, fault: f, pid: cmd.Process.Pid, threads: map[int]after{}, unsynced: newUnsynced()}
	var hung atomic.Bool
	watch := time.AfterFunc(patience, func() {
		hung.Store(true)
		_ = syscall.Kill(t.pid, syscall.SIGKILL)
	})
	err = t.follow()
	watch.Stop()
	if err != nil {
		return nil, err
	}
	r := &result{calls: t.calls, struck: t.struck, killed: t.killed, hung: hung.Load(), code: t.code, unsynced: t.unsynced}
	for i, text := range []*string{&r.stdout, &r.stderr} {
		read, err := os.ReadFile(streams[i+1].Name())
		if err != nil {
			return nil, err
		}
		*text = string(read)
	}
	return r, nil
}

// tracer follows all threads of a process.
type tracer struct {
	*program
	fault fault
	pid   int
	// threads are what is to happen when the call of a thread returns.
	threads map[int]after
	calls   []call
	struck  call
	// failing is the kind of calls that fail from here on, or empty.
	failing  string
	unsynced unsynced
	killed   bool
	code     int
}

// after is what happens after a call: it returns an error although it was done, or the process is killed.
type after struct {
	errno syscall.Errno
	kill  bool
}

func (t *tracer) follow() error {
	var status syscall.WaitStatus
	if _, err := syscall.Wait4(t.pid, &status, waitAll|waitOwn, nil); err != nil {
		return err
	}
	options := syscall.PTRACE_O_TRACESYSGOOD | syscall.PTRACE_O_TRACECLONE | traceFilter | exitKill
	if err := syscall.PtraceSetOptions(t.pid, options); err != nil {
		return err
	}
	if err := syscall.PtraceCont(t.pid, 0); err != nil {
		return err
	}
	for {
		pid, err := syscall.Wait4(-1, &status, waitAll|waitOwn, nil)
		switch {
		case errors.Is(err, syscall.EINTR):
			continue
		case errors.Is(err, syscall.ECHILD):
			return nil
		case err != nil:
			return err
		case status.Exited() || status.Signaled():
			if pid == t.pid {
				t.code = status.ExitStatus() // -1 after a signal
			}
			continue
		}
		// A thread that was killed meanwhile is gone.
		if err := t.stopped(pid, status); err != nil && !errors.Is(err, syscall.ESRCH) {
			return err
		}
	}
}

// stopped looks at a thread that has stopped, and lets it go on.
func (t *tracer) stopped(pid int, status syscall.WaitStatus) error {
	switch stop := status.StopSignal(); {
	case stop == syscall.SIGTRAP|goodSyscalls:
		t.returned(pid)
	case stop == syscall.SIGTRAP && status.TrapCause() == filterEvent:
		if t.enter(pid); t.threads[pid] != (after{}) {
			return syscall.PtraceSyscall(pid, 0)
		}
	case stop == syscall.SIGTRAP, stop == syscall.SIGSTOP: // a new thread, or the program in the place of its helper
	default:
		return syscall.PtraceCont(pid, int(stop))
	}
	return syscall.PtraceCont(pid, 0)
}

// returned looks at a thread whose call has been done.
func (t *tracer) returned(pid int) {
	then := t.threads[pid]
	delete(t.threads, pid)
	if then.kill {
		t.kill()
		return
	}
	var regs syscall.PtraceRegs
	if syscall.PtraceGetRegs(pid, &regs) == nil {
		regs.Rax = uint64(-int64(then.errno))
		_ = syscall.PtraceSetRegs(pid, &regs)
	}
}

// enter looks at a thread that enters a call.
func (t *tracer) enter(pid int) {
	var regs syscall.PtraceRegs
	if err := syscall.PtraceGetRegs(pid, &regs); err != nil {
		return
	}
	c, ok := t.read(pid, &regs)
	if !ok || t.killed {
		return
	}
	t.calls = append(t.calls, c)
	due := t.due(c)
	if due {
		t.struck = c
	}
	switch {
	case due && t.fault.half:
		t.unsynced.note(c)
		regs.Rdx = uint64(c.size / 2)
		_ = syscall.PtraceSetRegs(pid, &regs)
		t.threads[pid] = after{kill: true}
	case due && t.fault.kill:
		t.kill()
	case due && t.fault.errno != 0, c.kind == t.failing:
		t.refuse(pid, &regs, t.fault.errno)
		if t.fault.forGood {
			t.failing = c.kind
		}
	case c.kind == "rename" && t.refused != "" && filepath.Base(c.to) == t.refused:
		t.refuse(pid, &regs, syscall.EBUSY)
	default:
		t.unsynced.note(c)
	}
}

// due reports whether the fault befalls a call, the last of the calls so far.
func (t *tracer) due(c call) bool {
	if t.fault.at == 0 || t.struck != (call{}) || len(t.calls) < t.fault.at {
		return false
	}
	return t.fault.kind == "" || t.fault.kind == c.kind
}

// refuse lets the call return an error without being done. Closing is done all the same, as systems do it.
func (t *tracer) refuse(pid int, regs *syscall.PtraceRegs, errno syscall.Errno) {
	if regs.Orig_rax == syscall.SYS_CLOSE {
		t.threads[pid] = after{errno: errno}
		return
	}
	regs.Orig_rax, regs.Rax = ^uint64(0), uint64(-int64(errno))
	_ = syscall.PtraceSetRegs(pid, regs)
}

func (t *tracer) kill() {
	t.killed = true
	_ = syscall.Kill(t.pid, syscall.SIGKILL)
}
