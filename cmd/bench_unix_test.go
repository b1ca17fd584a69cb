//go:build unix

package cmd

import (
	"bytes"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// The benchmarks of the wizard run the program named by COALCHECK, or this test binary, in a pseudo-terminal that
// answers no query.

// startBare starts the wizard with nothing that reads its screen.
func startBare(b *testing.B) (*exec.Cmd, *os.File) {
	b.Helper()
	program := os.Getenv("COALCHECK")
	if program == "" {
		program = "coalcheck"
	}
	c := exec.Command(program, "assess", "--full", "--new")
	c.Env = append(os.Environ(), "XDG_STATE_HOME="+b.TempDir(), "TERM=xterm-256color", "COLORTERM=truecolor")
	f, err := pty.StartWithSize(c, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		b.Fatal(err)
	}
	return c, f
}

// readUntil reads until some text has been drawn.
func readUntil(b *testing.B, f *os.File, text string) {
	b.Helper()
	var all []byte
	buffer := make([]byte, 1<<16)
	for !bytes.Contains(all, []byte(text)) {
		n, err := f.Read(buffer)
		if err != nil {
			b.Fatalf("%v, after %q", err, all)
		}
		all = append(all, buffer[:n]...)
	}
}

func stop(b *testing.B, c *exec.Cmd, f *os.File) {
	b.Helper()
	_ = c.Process.Kill()
	_ = c.Wait()
	_ = f.Close()
}

// BenchmarkFirstFrame measures from the start of the program to its first screen.
func BenchmarkFirstFrame(b *testing.B) {
	var took []time.Duration
	for range b.N {
		start := time.Now() //nolint:forbidigo // a measure
		c, f := startBare(b)
		readUntil(b, f, "Begin")
		took = append(took, time.Since(start))
		stop(b, c, f)
	}
	report(b, took)
}

// BenchmarkKeyToFrame measures from a key to the first bytes of the frame that it changes. Keys come at moments that
// have nothing to do with the ticks of the renderer, as a person's do.
func BenchmarkKeyToFrame(b *testing.B) {
	c, f := startBare(b)
	defer stop(b, c, f)
	readUntil(b, f, "Begin")
	for _, screen := range []string{"Who", "Pitfalls"} {
		if _, err := io.WriteString(f, enter); err != nil {
			b.Fatal(err)
		}
		if screen == "Pitfalls" {
			_, _ = io.WriteString(f, enter+enter+enter)
		}
		readUntil(b, f, screen)
	}
	random := rand.New(rand.NewPCG(1, 2))
	buffer := make([]byte, 1<<16)
	var took []time.Duration
	keys := []string{"\x1b[B", "\x1b[A"}
	for i := range b.N {
		<-time.After(time.Duration(20+random.IntN(20_000)/1000) * time.Millisecond)
		start := time.Now() //nolint:forbidigo // a measure
		if _, err := io.WriteString(f, keys[i%2]); err != nil {
			b.Fatal(err)
		}
		if _, err := f.Read(buffer); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
	}
	report(b, took)
}

// BenchmarkIdle measures what the wizard costs while nobody types: the share of a core, and the memory it has taken.
func BenchmarkIdle(b *testing.B) {
	const idle = 5 * time.Second
	cost := func(wait time.Duration) (cpu time.Duration, memory float64) {
		c, f := startBare(b)
		readUntil(b, f, "Begin")
		<-time.After(wait)
		stop(b, c, f)
		usage, ok := c.ProcessState.SysUsage().(*syscall.Rusage)
		if !ok {
			b.Skip("this system does not tell what a process used")
		}
		return c.ProcessState.UserTime() + c.ProcessState.SystemTime(), float64(usage.Maxrss)
	}
	for range b.N {
		started, _ := cost(0)
		all, memory := cost(idle)
		b.ReportMetric(100*(all-started).Seconds()/idle.Seconds(), "%core")
		b.ReportMetric(memory/1024, "MB")
		b.ReportMetric(0, "ns/op")
	}
}

// report reports the median and the 99th percentile in milliseconds.
func report(b *testing.B, took []time.Duration) {
	b.Helper()
	slices.Sort(took)
	b.ReportMetric(took[len(took)/2].Seconds()*1000, "ms-median")
	b.ReportMetric(took[len(took)*99/100].Seconds()*1000, "ms-p99")
	b.ReportMetric(0, "ns/op")
}
