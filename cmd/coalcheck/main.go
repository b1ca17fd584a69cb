// Command coalcheck asks where a coalition stands and prints a plan for what to work on first.
package main

import (
	"os"

	"github.com/coalcheck/coalcheck/cmd"
)

func main() { os.Exit(cmd.Main()) }
