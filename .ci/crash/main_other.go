//go:build !linux || !amd64

// Command crash needs the calls and registers of Linux on x86-64.
package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Fprintln(os.Stderr, "crash: it runs on Linux on x86-64 only")
	os.Exit(2)
}
