// Command measure times two commands in turn and prints their medians and the ratio of these:
//
//	measure [-n RUNS] -- COMMAND... -- COMMAND...
//
// Running them in turn lets whatever else the machine does fall on both.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"
)

func main() {
	runs := flag.Int("n", 100, "how often to run each command")
	flag.Parse()
	if err := measure(*runs, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "measure:", err)
		os.Exit(1)
	}
}

func measure(runs int, args []string) error {
	split := slices.Index(args, "--")
	if split < 1 || split == len(args)-1 || runs < 1 {
		return errors.New("usage: measure [-n RUNS] -- COMMAND... -- COMMAND...")
	}
	commands := [2][]string{args[:split], args[split+1:]}
	var times [2][]time.Duration
	for range runs {
		for i, command := range commands {
			took, err := timed(command)
			if err != nil {
				return err
			}
			times[i] = append(times[i], took)
		}
	}
	for i, command := range commands {
		slices.Sort(times[i])
		fmt.Printf("%-10s median %5.2f ms, best %5.2f ms, of %d runs\n",
			filepath.Base(command[0]), milliseconds(median(times[i])), milliseconds(times[i][0]), runs)
	}
	fmt.Printf("ratio      median %5.2f,    best %5.2f\n",
		float64(median(times[1]))/float64(median(times[0])), float64(times[1][0])/float64(times[0][0]))
	return nil
}

// timed returns how long a command takes from start to end, with its output thrown away.
func timed(command []string) (time.Duration, error) {
	c := exec.Command(command[0], command[1:]...)
	c.Stderr = os.Stderr
	start := time.Now()
	if err := c.Run(); err != nil {
		return 0, fmt.Errorf("run %s: %w", command[0], err)
	}
	return time.Since(start), nil
}

// median returns the middle of sorted times.
func median(sorted []time.Duration) time.Duration { return sorted[len(sorted)/2] }

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
