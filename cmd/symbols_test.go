//go:build symbols

package cmd_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestNothingCanConnect holds what the first screen promises: nothing leaves the machine. It builds the program as it is
// released, but with its table of symbols, and looks at every function that the linker kept. None of them may be able to
// open a connection, wait for one or look up a name.
//
// Package net is linked all the same, because the flag library can parse addresses, although no flag of ours is one. What
// it leaves in the program fits on a few lines, so those are listed, and anything else of it fails the test.
//
// A system call that is made by its number is not seen here. What could start another program, which connects, is for
// TestOnlyLibrariesCouldStartPrograms.
func TestNothingCanConnect(t *testing.T) {
	for _, system := range []string{"linux", "darwin", "windows"} {
		t.Run(system, func(t *testing.T) {
			t.Parallel()
			found := functions(t, built(t, system, "./coalcheck"))
			if !slices.Contains(found, "github.com/coalcheck/coalcheck/cmd.Main") {
				t.Fatal("the table of symbols does not name our own functions")
			}
			for _, name := range found {
				if reaches(name) {
					t.Errorf("the program holds %s", name)
				}
			}
		})
	}
}

// TestConnectionsAreNoticed holds that the test above would fail if it had to: it looks in the same way at programs that
// do what coalcheck must not do.
func TestConnectionsAreNoticed(t *testing.T) {
	for name, source := range map[string]string{
		"dial":    `import "net"; func main() { _, _ = net.Dial("tcp", "192.0.2.1:1") }`,
		"listen":  `import "net"; func main() { _, _ = net.Listen("unix", "x") }`,
		"look up": `import "net"; func main() { _, _ = net.LookupHost("localhost") }`,
		"socket":  `import "syscall"; func main() { _, _ = syscall.Socket(2, 1, 0) }`,
		"connect": `import "syscall"; func main() { _ = syscall.Connect(0, &syscall.SockaddrInet4{}) }`,
	} {
		for _, system := range []string{"linux", "darwin", "windows"} {
			t.Run(name+"/"+system, func(t *testing.T) {
				t.Parallel()
				file := filepath.Join(t.TempDir(), "main.go")
				if err := os.WriteFile(file, []byte("package main; "+source), 0o600); err != nil {
					t.Fatal(err)
				}
				if !slices.ContainsFunc(functions(t, built(t, system, file)), reaches) {
					t.Error("the check takes it for harmless")
				}
			})
		}
	}
}

// built builds a program without inlining, which could hide a function in another one, and returns its file.
func built(t *testing.T, system, program string) string {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "program")
	build := exec.Command("go", "build", "-trimpath", "-gcflags=all=-l", "-o", binary, program)
	build.Env = append(os.Environ(), "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return binary
}

// functions returns the names of all functions in a program.
func functions(t *testing.T, binary string) []string {
	t.Helper()
	table, err := exec.Command("go", "tool", "nm", binary).Output()
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for line := range strings.Lines(string(table)) {
		// An address, a kind, and a name, which may hold spaces. Imports have no address.
		fields := strings.Fields(line)
		at := slices.IndexFunc(fields, func(f string) bool { return f == "T" || f == "t" || f == "U" })
		if at >= 0 && at < 2 {
			names = append(names, strings.Join(fields[at+1:], " "))
		}
	}
	return names
}

// reaches reports whether a function belongs to what can open a connection.
func reaches(function string) bool {
	// The package ends at the first dot after the last slash. Type parameters may hold further slashes.
	path, name := "", function
	if i := strings.LastIndex(strings.SplitN(function, "[", 2)[0], "/"); i >= 0 {
		path, name = function[:i+1], function[i+1:]
	}
	base, name, _ := strings.Cut(name, ".")
	switch pkg := path + base; {
	case pkg == "net":
		return !slices.Contains(harmlessNet, name)
	case strings.HasPrefix(pkg, "net/"):
		return pkg != "net/netip" && pkg != "net/url" // which only read and write addresses as text
	case pkg == "crypto/tls", strings.HasPrefix(pkg, "golang.org/x/net/"):
		return true
	case strings.HasPrefix(pkg, "vendor/golang.org/x/net/"):
		return name != "init"
	case pkg == "syscall", strings.HasPrefix(pkg, "golang.org/x/sys/"), strings.HasPrefix(pkg, "internal/syscall/"):
		return slices.Contains(calls, strings.ToLower(name))
	default:
		return slices.Contains(imports, function)
	}
}

var (
	// harmlessNet is all of package net that may be linked: what it makes ready at the start, and the reading of
	// /etc/protocols, which that refers to.
	harmlessNet = []string{
		"init", "init.0", "init.func6", "init.func6.deferwrap1", "IPv4", "IPv4Mask",
		"open", "(*file).close", "(*file).readLine", "(*file).getLineFromData", "getFields", "splitAtBytes", "countAnyByte", "dtoi",
	}
	// calls are the system calls of sockets, in small letters. Go's own reading of files and pipes brings some others on
	// Windows (WSASocket, WSARecv, Setsockopt, Closesocket): they reach nobody without one of these.
	calls = []string{
		"socket", "socketpair", "connect", "connectex", "wsaconnect", "bind", "listen", "accept", "accept4", "acceptex",
		"sendto", "sendmsg", "sendmmsg", "wsasendto", "wsasendmsg", "recvfrom", "recvmsg", "wsarecvfrom", "wsarecvmsg",
		"getaddrinfo", "getaddrinfow", "dnsquery", "libc_socket_trampoline", "libc_connect_trampoline",
	}
	// imports are functions of the system's libraries, as macOS programs import them.
	imports = []string{
		"_socket", "_connect", "_bind", "_listen", "_accept", "_sendto", "_sendmsg", "_recvfrom", "_getaddrinfo", "_getnameinfo",
		"_res_search", "_res_nsearch",
	}
)
