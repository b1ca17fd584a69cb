//go:build linux && amd64

package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// call is one file call that a program made. to is the new name of what is renamed or linked.
type call struct {
	kind, path, to string
	size           int
}

func (c call) String() string { return c.kind + " " + c.path }

const sysRenameat2 = 316

// read returns the call that a thread enters, if it is one on a file in the folder.
func (t *tracer) read(pid int, regs *syscall.PtraceRegs) (c call, ok bool) {
	fd := func() string { return link(pid, fmt.Sprint("fd/", int32(regs.Rdi))) }
	at := func(folder, path uint64) string { return name(pid, int32(folder), uintptr(path)) }
	switch regs.Orig_rax {
	case syscall.SYS_OPENAT:
		c = call{kind: "open", path: at(regs.Rdi, regs.Rsi)}
		if regs.Rdx&(syscall.O_WRONLY|syscall.O_RDWR|syscall.O_CREAT) == 0 {
			c.kind = "open to read"
		}
	case syscall.SYS_READ, syscall.SYS_PREAD64:
		c = call{kind: "read", path: fd()}
	case syscall.SYS_WRITE, syscall.SYS_PWRITE64:
		c = call{kind: "write", path: fd(), size: int(regs.Rdx)}
	case syscall.SYS_FSYNC:
		c = call{kind: "fsync", path: fd()}
	case syscall.SYS_FTRUNCATE:
		c = call{kind: "truncate", path: fd()}
	case syscall.SYS_FLOCK:
		c = call{kind: "lock", path: fd()}
	case syscall.SYS_FCHMOD, syscall.SYS_FCHOWN, syscall.SYS_FSETXATTR:
		c = call{kind: "change mode", path: fd()}
	case syscall.SYS_CLOSE:
		c = call{kind: "close", path: fd()}
	case syscall.SYS_GETDENTS64:
		c = call{kind: "list", path: fd()}
	case syscall.SYS_RENAMEAT, sysRenameat2:
		c = call{kind: "rename", path: at(regs.Rdi, regs.Rsi), to: at(regs.Rdx, regs.R10)}
	case syscall.SYS_LINKAT:
		c = call{kind: "link", path: at(regs.Rdi, regs.Rsi), to: at(regs.Rdx, regs.R10)}
	case syscall.SYS_UNLINKAT:
		c = call{kind: "remove", path: at(regs.Rdi, regs.Rsi)}
	case syscall.SYS_NEWFSTATAT:
		c = call{kind: "look", path: at(regs.Rdi, regs.Rsi)}
	case syscall.SYS_MKDIRAT:
		c = call{kind: "make folder", path: at(regs.Rdi, regs.Rsi)}
	}
	return c, c.path == t.folder || strings.HasPrefix(c.path, t.folder+"/")
}

// name returns the full name that a call is given.
func name(pid int, folder int32, address uintptr) string {
	text := make([]byte, 4096)
	mem, err := os.Open(fmt.Sprintf("/proc/%d/mem", pid))
	if err != nil {
		return ""
	}
	defer mem.Close()
	n, _ := mem.ReadAt(text, int64(address)) // it may end at the end of a page
	name, _, _ := bytes.Cut(text[:n], []byte{0})
	if filepath.IsAbs(string(name)) {
		return filepath.Clean(string(name))
	}
	base := "cwd"
	if folder >= 0 {
		base = fmt.Sprint("fd/", folder)
	}
	return filepath.Join(link(pid, base), string(name))
}

// link returns where a link in the folder of a process leads.
func link(pid int, name string) string {
	path, err := os.Readlink(fmt.Sprintf("/proc/%d/%s", pid, name))
	if err != nil {
		return ""
	}
	return path
}

// unsynced is what a power cut takes: files for whose text, and for whose name, nobody has waited.
type unsynced struct {
	texts, names map[string]bool
	// former are the texts that names had before, where they had one.
	former map[string]string
}

func newUnsynced() unsynced {
	return unsynced{texts: map[string]bool{}, names: map[string]bool{}, former: map[string]string{}}
}

// note takes over what a call changes.
func (u unsynced) note(c call) {
	switch c.kind {
	case "write", "truncate":
		u.texts[c.path] = true
	case "fsync":
		delete(u.texts, c.path)
		maps.DeleteFunc(u.names, func(name string, _ bool) bool { return filepath.Dir(name) == c.path })
	case "rename", "link":
		if text, err := os.ReadFile(c.to); err == nil && !u.names[c.to] {
			u.former[c.to] = string(text)
		}
		u.texts[c.to], u.names[c.to] = u.texts[c.path], true
		delete(u.texts, c.path)
	case "remove":
		delete(u.texts, c.path)
		delete(u.names, c.path)
	}
}
