// Package notmux keeps coalcheck from starting another program.
//
// When Lip Gloss is made ready, before main begins, it finds out how many colors the terminal has, and within tmux it
// starts "tmux info" for that. Only the environment tells it where it is, so that has to be changed earlier still. Go
// makes packages ready in the order of their import paths, each as soon as those it imports are: this one imports next
// to nothing, and so comes before all that Lip Gloss waits for. A test within a made-up tmux shows if that changes.
package notmux

import "os"

var _ = os.Unsetenv("TMUX")
