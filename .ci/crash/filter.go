//go:build linux && amd64

package main

import (
	"os"
	"runtime"
	"syscall"
	"unsafe"
)

// filtered is the argument with which this program becomes another one that stops at file calls alone. Stopping at all
// calls would take most of the time.
const filtered = "-filtered"

// Of Linux, for filters of system calls.
const (
	sysSeccomp     = 317
	setFilter      = 1
	noNewPrivilege = 38
	filterAllow    = 0x7fff0000
	filterTrace    = 0x7ff00000
	numberOffset   = 0
	firstArgument  = 16

	loadWord    = 0x20
	jumpEqual   = 0x15
	jumpGreater = 0x25
	giveBack    = 0x06
)

// named are the calls that name a file, and opened those on an open one, which is their first argument.
var (
	named = []uint32{
		syscall.SYS_OPENAT, syscall.SYS_RENAMEAT, sysRenameat2, syscall.SYS_LINKAT, syscall.SYS_UNLINKAT, syscall.SYS_MKDIRAT,
		syscall.SYS_NEWFSTATAT,
	}
	opened = []uint32{
		syscall.SYS_READ, syscall.SYS_PREAD64, syscall.SYS_WRITE, syscall.SYS_PWRITE64, syscall.SYS_FSYNC, syscall.SYS_FTRUNCATE,
		syscall.SYS_FLOCK, syscall.SYS_FCHMOD, syscall.SYS_FCHOWN, syscall.SYS_FSETXATTR, syscall.SYS_CLOSE, syscall.SYS_GETDENTS64,
	}
)

// instruction is one of a filter.
type instruction struct {
	code     uint16
	yes, no  uint8
	constant uint32
}

// filter lets all calls pass but those on files. The three standard streams are no files here.
func filter() []instruction {
	program := []instruction{{code: loadWord, constant: numberOffset}}
	for _, call := range named {
		program = append(program, instruction{jumpEqual, 0, 1, call}, instruction{code: giveBack, constant: filterTrace})
	}
	for i, call := range opened {
		rest := len(opened) - 1 - i
		program = append(program, instruction{jumpEqual, uint8(rest + 1), 0, call})
	}
	return append(program,
		instruction{code: giveBack, constant: filterAllow},
		instruction{code: loadWord, constant: firstArgument},
		instruction{jumpGreater, 0, 1, 2},
		instruction{code: giveBack, constant: filterTrace},
		instruction{code: giveBack, constant: filterAllow},
	)
}

// runFiltered becomes a program under the filter. It returns only an error.
func runFiltered(args []string) error {
	runtime.LockOSThread()
	if _, _, err := syscall.RawSyscall(syscall.SYS_PRCTL, noNewPrivilege, 1, 0); err != 0 {
		return err
	}
	program := filter()
	header := struct {
		length uint16
		first  *instruction
	}{uint16(len(program)), &program[0]}
	if _, _, err := syscall.RawSyscall(sysSeccomp, setFilter, 0, uintptr(unsafe.Pointer(&header))); err != 0 {
		return err
	}
	return syscall.Exec(args[0], args, os.Environ())
}
