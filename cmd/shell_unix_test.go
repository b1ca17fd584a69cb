//go:build unix

package cmd

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"

	"golang.org/x/sys/unix"
)

// shell runs a program as a shell with job control does, in the foreground of its terminal. When the program is stopped, it
// says so and takes the terminal, and gives it back after a line. After the program has ended it says what of the input it
// would take for the next command.
func shell(args []string) int {
	signal.Ignore(syscall.SIGTTOU) // it takes the terminal from the background
	state, err := unix.IoctlGetTermios(0, getTermios)
	if err != nil {
		return 1
	}
	take := func(group int) {
		_ = unix.IoctlSetPointerInt(0, unix.TIOCSPGRP, group)
	}
	job := exec.Command(args[0], args[1:]...)
	job.Stdin, job.Stdout, job.Stderr = os.Stdin, os.Stdout, os.Stderr
	job.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Foreground: true}
	if err := job.Start(); err != nil {
		return 1
	}
	in := bufio.NewReader(os.Stdin)
	for {
		var status syscall.WaitStatus
		if _, err := syscall.Wait4(job.Process.Pid, &status, syscall.WUNTRACED, nil); err != nil {
			return 1
		}
		take(syscall.Getpgrp())
		if !status.Stopped() {
			fmt.Printf("ended with %d\n", status.ExitStatus()) //nolint:forbidigo // it is a program of its own
			break
		}
		_ = unix.IoctlSetTermios(0, setTermios, state)
		fmt.Printf("stopped %d\n", job.Process.Pid) //nolint:forbidigo // as above
		_, _ = in.ReadString('\n')
		take(job.Process.Pid)
		_ = syscall.Kill(-job.Process.Pid, syscall.SIGCONT)
	}
	left, _ := in.ReadString('\n')
	fmt.Printf("next command: %q\n", left) //nolint:forbidigo // as above
	return 0
}
