package cmd

import "golang.org/x/sys/unix"

// The requests for the mode of a terminal.
const getTermios, setTermios = unix.TCGETS, unix.TCSETS
