package draft_test

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess/draft"
)

// TestMain runs this test program a second time as the process that holds a draft and is killed.
func TestMain(m *testing.M) {
	if path := os.Getenv("COALCHECK_TEST_DRAFT"); path != "" {
		if err := answerForEver(path, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// answerForEver gives answer after answer and acknowledges each one with its number on a line once it is saved.
func answerForEver(path string, w io.Writer) error {
	// Making the draft safe goes on all the time, too.
	draft.SetLater(func(do func()) func() { go do(); return func() {} })
	d, _, err := draft.Open(path, catalogue)
	if err != nil {
		return err
	}
	for n := 1; ; n++ {
		if err := d.Save(run(n)); err != nil {
			return err
		}
		if _, err := fmt.Fprintln(w, n); err != nil {
			return err
		}
	}
}

// victim is a process that answers until it is killed.
type victim struct {
	cmd          *exec.Cmd
	acknowledged *bufio.Scanner
}

func start(t *testing.T, path string) *victim {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), "COALCHECK_TEST_DRAFT="+path)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return &victim{cmd, bufio.NewScanner(out)}
}

// acknowledge reads the next acknowledgement.
func (v *victim) acknowledge(t *testing.T) int {
	t.Helper()
	if !v.acknowledged.Scan() {
		t.Fatal("the process ended by itself")
	}
	return v.number(t)
}

func (v *victim) number(t *testing.T) int {
	t.Helper()
	n, err := strconv.Atoi(v.acknowledged.Text())
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// kill ends the process without warning and returns the number of the last answer that it had acknowledged.
func (v *victim) kill(t *testing.T) int {
	t.Helper()
	if err := v.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	last := 0
	for v.acknowledged.Scan() {
		last = v.number(t)
	}
	if _, ok := errors.AsType[*exec.ExitError](v.cmd.Wait()); !ok {
		t.Fatal("the process was not killed")
	}
	return last
}

// TestKilledProcessLosesNothing kills a process that saves answer after answer. COALCHECK_KILLS says how often; CI does
// it more often than everyday runs.
func TestKilledProcessLosesNothing(t *testing.T) {
	t.Parallel()
	kills := 30
	if n := os.Getenv("COALCHECK_KILLS"); n != "" {
		var err error
		if kills, err = strconv.Atoi(n); err != nil {
			t.Fatal(err)
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	path := filepath.Join(t.TempDir(), "draft.yaml")
	for range kills {
		v := start(t, path)
		last := 0
		for range 1 + random.IntN(40) {
			last = v.acknowledge(t)
		}
		last = max(last, v.kill(t))

		d, found := open(t, path)
		// It may have been killed between saving an answer and acknowledging it.
		if !reflect.DeepEqual(found.Answers, run(last)) && !reflect.DeepEqual(found.Answers, run(last+1)) {
			t.Fatalf("%d answers were acknowledged, and the draft holds %+v", last, found)
		}
		if left := names(t, path); len(left) != 2 {
			t.Fatalf("the folder holds %v", left)
		}
		if err := d.Discard(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestSecondProcessIsToldWhoHoldsTheDraft(t *testing.T) {
	path := filepath.Join(t.TempDir(), "draft.yaml")
	v := start(t, path)
	v.acknowledge(t)
	_, _, err := draft.Open(path, catalogue)
	e, ok := errors.AsType[*draft.HeldError](err)
	if !ok || e.PID != v.cmd.Process.Pid || !strings.HasPrefix(e.Error(), "another coalcheck (process "+strconv.Itoa(e.PID)+") ") {
		t.Errorf("the error is %v, want one that names process %d", err, v.cmd.Process.Pid)
	}
	v.kill(t)
	d, _ := open(t, path)
	defer shut(t, d)
	_, _, err = draft.Open(path, catalogue)
	if e, ok := errors.AsType[*draft.HeldError](err); !ok || e.PID != os.Getpid() {
		t.Errorf("within one process the error is %v", err)
	}
}
