//go:build unix

package cmd

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// The benchmarks of the wizard run the program named by COALCHECK, or this test binary, in a pseudo-terminal, and beside
// it, where they are on the path, other programs that let people choose on the screen.

// rival is a full-screen program that is measured.
type rival struct {
	name  string
	args  []string
	input string
	// shows stands on its first screen, and toKeys are keys that lead to one where arrows move, with what it shows.
	shows  string
	toKeys []keysTo
	// arrows are what the terminal sends for down and up, as the program has asked for it.
	arrows [2]string
}

type keysTo struct{ keys, shows string }

var plainArrows = [2]string{"\x1b[B", "\x1b[A"}

var rivals = []rival{
	{
		name: "coalcheck", args: []string{"assess", "--full", "--new"},
		arrows: plainArrows, shows: "Begin", toKeys: []keysTo{{enter, "Who"}, {enter + enter + enter + enter, "Pitfalls"}},
	},
	{name: "gum", args: []string{"choose", "one", "two", "three"}, shows: "three", arrows: plainArrows},
	{name: "fzf", input: "one\ntwo\nthree\n", shows: "three", arrows: plainArrows},
	{
		name: "dialog", args: []string{"--menu", "Choose", "12", "40", "3", "1", "one", "2", "two", "3", "three"},
		shows: "three", arrows: [2]string{"\x1bOB", "\x1bOA"},
	},
}

// eachRival runs a benchmark for each rival that is there, in a terminal that answers no query, and where that makes a
// difference also in one that does.
func eachRival(b *testing.B, measure func(*testing.B, func() *bareTerminal, *rival)) {
	b.Helper()
	for _, r := range rivals {
		program := r.name
		if named := os.Getenv("COALCHECK"); r.name == "coalcheck" && named != "" {
			program = named
		}
		path, err := exec.LookPath(program)
		if err != nil {
			b.Logf("%s is not here", r.name)
			continue
		}
		for _, answers := range []bool{false, true} {
			name := r.name + map[bool]string{false: "/silent", true: "/answering"}[answers]
			b.Run(name, func(b *testing.B) {
				measure(b, func() *bareTerminal { return startBare(b, path, &r, answers) }, &r)
			})
		}
	}
}

// bareTerminal is a pseudo-terminal that draws nothing, with a program in it.
type bareTerminal struct {
	cmd *exec.Cmd
	pty *os.File
	// answers says whether queries get an answer, as from most terminals.
	answers bool
}

func startBare(b *testing.B, path string, r *rival, answers bool) *bareTerminal {
	b.Helper()
	c := exec.Command(path, r.args...)
	if r.input != "" {
		c.Stdin = strings.NewReader(r.input)
	}
	c.Env = append(os.Environ(), "XDG_STATE_HOME="+b.TempDir(), "TERM=xterm-256color", "COLORTERM=truecolor")
	// Standard output stands for the terminal, because what can be chosen may come in on standard input.
	controlled := &syscall.SysProcAttr{Setsid: true, Setctty: true, Ctty: 1}
	f, err := pty.StartWithAttrs(c, &pty.Winsize{Rows: 24, Cols: 80}, controlled)
	if err != nil {
		b.Fatal(err)
	}
	return &bareTerminal{cmd: c, pty: f, answers: answers}
}

// replies are what an xterm answers to what programs ask it.
var replies = [][2]string{
	{"\x1b]11;?", "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\"},
	{"\x1b]10;?", "\x1b]10;rgb:d4d4/d4d4/d4d4\x1b\\"},
	{"\x1b[6n", "\x1b[1;1R"},
	{"\x1b[c", "\x1b[?62;22c"},
	{"\x1b[?u", "\x1b[?0u"},
	{"\x1b[?2026$p", "\x1b[?2026;2$y"},
	{"\x1b[?2027$p", "\x1b[?2027;0$y"},
	{"\x1b[>0q", "\x1bP>|XTerm(390)\x1b\\"},
}

// read reads what was drawn next, and answers what was asked in it.
func (t *bareTerminal) read(b *testing.B) []byte {
	b.Helper()
	buffer := make([]byte, 1<<16)
	n, err := t.pty.Read(buffer)
	if err != nil {
		b.Fatal(err)
	}
	if t.answers {
		for _, r := range replies {
			if bytes.Contains(buffer[:n], []byte(r[0])) {
				t.press(b, r[1])
			}
		}
	}
	return buffer[:n]
}

// await reads until some text has been drawn.
func (t *bareTerminal) await(b *testing.B, text string) {
	b.Helper()
	var all []byte
	for !bytes.Contains(all, []byte(text)) {
		all = append(all, t.read(b)...)
	}
}

// frames tells of whatever is drawn from now on, until the program ends.
func (t *bareTerminal) frames() <-chan struct{} {
	frames := make(chan struct{}, 1024)
	go func() {
		defer close(frames)
		buffer := make([]byte, 1<<16)
		for {
			if _, err := t.pty.Read(buffer); err != nil {
				return
			}
			frames <- struct{}{}
		}
	}()
	return frames
}

func (t *bareTerminal) press(b *testing.B, keys string) {
	b.Helper()
	if _, err := io.WriteString(t.pty, keys); err != nil {
		b.Fatal(err)
	}
}

// memory returns how much memory the program has had at most, in MB.
func (t *bareTerminal) memory(b *testing.B) float64 {
	b.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", t.cmd.Process.Pid))
	if err != nil {
		b.Skip("this system does not tell what a process uses")
	}
	_, peak, _ := strings.Cut(string(status), "VmHWM:")
	kilobytes, err := strconv.ParseFloat(strings.Fields(peak)[0], 64)
	if err != nil {
		b.Fatal(err)
	}
	return kilobytes / 1024
}

func (t *bareTerminal) stop() {
	_ = t.cmd.Process.Kill()
	_ = t.cmd.Wait()
	_ = t.pty.Close()
}

// BenchmarkFirstFrame measures from the start of a program to its first screen.
func BenchmarkFirstFrame(b *testing.B) {
	eachRival(b, func(b *testing.B, start func() *bareTerminal, r *rival) {
		b.Helper()
		var took []time.Duration
		for range b.N {
			began := time.Now() //nolint:forbidigo // a measure
			t := start()
			t.await(b, r.shows)
			took = append(took, time.Since(began))
			t.stop()
		}
		reportTimes(b, took)
	})
}

// BenchmarkKeyToFrame measures from a key to the first bytes of the frame that it changes. Keys come at moments that
// have nothing to do with the ticks of a renderer, as a person's do.
func BenchmarkKeyToFrame(b *testing.B) {
	eachRival(b, func(b *testing.B, start func() *bareTerminal, r *rival) {
		b.Helper()
		t := start()
		defer t.stop()
		t.await(b, r.shows)
		for _, to := range r.toKeys {
			t.press(b, to.keys)
			t.await(b, to.shows)
		}
		frames := t.frames()
		random := rand.New(rand.NewPCG(1, 2))
		var took []time.Duration
		for i := range b.N {
			<-time.After(time.Duration(20+random.IntN(20_000)/1000) * time.Millisecond)
			for len(frames) > 0 { // what is left of the frame before
				<-frames
			}
			began := time.Now() //nolint:forbidigo // a measure
			t.press(b, r.arrows[i%2])
			if _, ok := <-frames; !ok {
				b.Fatal("the program has ended")
			}
			took = append(took, time.Since(began))
		}
		reportTimes(b, took)
	})
}

// BenchmarkIdle measures what a program costs while nobody types: the share of a core, and the memory it has taken.
func BenchmarkIdle(b *testing.B) {
	const idle = 5 * time.Second
	eachRival(b, func(b *testing.B, start func() *bareTerminal, r *rival) {
		b.Helper()
		cost := func(wait time.Duration) (cpu time.Duration, memory float64) {
			t := start()
			t.await(b, r.shows)
			<-time.After(wait)
			memory = t.memory(b)
			t.stop()
			return t.cmd.ProcessState.UserTime() + t.cmd.ProcessState.SystemTime(), memory
		}
		for range b.N {
			started, _ := cost(0)
			all, memory := cost(idle)
			b.ReportMetric(100*(all-started).Seconds()/idle.Seconds(), "%core")
			b.ReportMetric(memory, "MB")
			b.ReportMetric(0, "ns/op")
		}
	})
}

// reportTimes reports the median and the 99th percentile in milliseconds.
func reportTimes(b *testing.B, took []time.Duration) {
	b.Helper()
	slices.Sort(took)
	b.ReportMetric(took[len(took)/2].Seconds()*1000, "ms-median")
	b.ReportMetric(took[len(took)*99/100].Seconds()*1000, "ms-p99")
	b.ReportMetric(0, "ns/op")
}
