package wizard

import (
	"context"
	"errors"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/interview"
)

// terminal is an emulator in this process that a person sits at.
type terminal struct {
	t    *testing.T
	keys *io.PipeWriter

	mu       sync.Mutex
	emulator *vt.Emulator
	raw      strings.Builder
	drawn    chan struct{}
}

func newTerminal(t *testing.T, width, height int) (*terminal, io.Reader) {
	t.Helper()
	in, keys := io.Pipe()
	term := &terminal{t: t, keys: keys, emulator: vt.NewEmulator(width, height), drawn: make(chan struct{}, 1)}
	// Without this mode, the emulator does not go to the start of the line at a line feed.
	_, _ = term.emulator.WriteString("\x1b[20h")
	go func() { _, _ = io.Copy(keys, term.emulator) }()
	return term, in
}

// Write draws, and wakes whoever waits for something to be shown.
func (term *terminal) Write(p []byte) (int, error) {
	term.mu.Lock()
	defer term.mu.Unlock()
	term.raw.Write(p)
	n, err := term.emulator.Write(p)
	select {
	case term.drawn <- struct{}{}:
	default:
	}
	return n, err
}

func (term *terminal) screen() string {
	term.mu.Lock()
	defer term.mu.Unlock()
	return ansi.Strip(term.emulator.Render())
}

// wait returns when the screen shows the text.
func (term *terminal) wait(text string) {
	term.t.Helper()
	limit := time.After(20 * time.Second)
	for !strings.Contains(term.screen(), text) {
		select {
		case <-term.drawn:
		case <-limit:
			term.t.Fatalf("the screen never shows %q:\n%s", text, term.screen())
		}
	}
}

func (term *terminal) press(keys string) { _, _ = io.WriteString(term.keys, keys) }

// run starts the program on a terminal and returns where its end will be told.
func run(t *testing.T, ctx context.Context, d *driver) (*terminal, <-chan error) { //nolint:revive // t comes first in tests
	t.Helper()
	o := d.wiz.opts
	term, in := newTerminal(t, o.Terminal.Width, o.Terminal.Height)
	o.Terminal.In, o.Terminal.Out, o.Terminal.Env = in, term, []string{"TERM=xterm-256color"}
	done := make(chan error, 1)
	go func() { done <- Run(ctx, o) }()
	return term, done
}

func TestWholeRun(t *testing.T) {
	d := newDriver(t, quick)
	term, done := run(t, t.Context(), d)
	term.wait("› Begin")
	term.press("\r")
	term.wait("What is the coalition called?")
	term.press("Riverside")
	term.wait("Riverside")
	term.press("\r\r\r")
	term.wait("Pitfalls 1 of 10")
	term.press("5555544444444")
	term.wait("The pills")
	term.press("\r")
	term.wait("Pills 1 of 10")
	term.press("11111d222")
	term.wait("Pills 10 of 10")
	term.press("\x1b[D")
	term.wait("Pills 9 of 10")
	term.press("\x1b[C3")
	term.wait("All 20 statements are answered.")
	term.press("\r")
	term.wait("Which of these matter most")
	term.press(" \r")
	term.wait("What stands out")
	term.press("\r")
	term.wait("THE PLAN")
	term.press("y")
	term.wait("Asked the terminal to copy.")
	term.press("\r")
	term.wait("What do you want to take away?")
	term.press("\r")
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	if copied := ansi.SetSystemClipboard("# Riverside"); !strings.Contains(term.raw.String(), copied) {
		t.Error("the terminal was not asked to copy")
	}
	if page, plan := d.texts["riverside-2026-11-21.html"], d.texts["riverside-plan-2026-11-21.yaml"]; page != "page of Riverside" || !strings.Contains(plan, "coalcheck-plan/1") {
		t.Errorf("page %q, plan file %q", page, plan)
	}
	saved := d.disk["riverside-2026-11-21.yaml"]
	if saved == nil || d.wiz.run.Saved != "riverside-2026-11-21.yaml" {
		t.Fatalf("files %v, saved %q", d.disk, d.wiz.run.Saved)
	}
	var got strings.Builder
	for _, topic := range saved.Topics {
		got.WriteString(topic.Overall.Rating().String())
	}
	if want := "555554444411111dk2223"; got.String() != want || len(saved.Focus) != 1 {
		t.Errorf("ratings %s with focus %v; want %s", got.String(), saved.Focus, want)
	}
}

func TestLeaving(t *testing.T) {
	for name, leave := range map[string]func(term *terminal, cancel func()){
		"q":                      func(term *terminal, _ func()) { term.press("q") },
		"Ctrl+C":                 func(term *terminal, _ func()) { term.press("\x03") },
		"the end of the context": func(_ *terminal, cancel func()) { cancel() },
	} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			d := newDriver(t, withFound)
			term, done := run(t, ctx, d)
			term.wait("› Go on where you stopped")
			term.press("\r")
			term.wait("› Members ask")
			term.press("2")
			term.wait("Pitfalls 2 of 10")
			leave(term, cancel)
			if err := <-done; !errors.Is(err, interview.ErrLeft) {
				t.Errorf("error %v; want ErrLeft", err)
			}
			if answers := d.wiz.run.Result(); answers.At(assess.Place{Question: 2}).Rating() != 2 || d.wiz.run.Saved != "" {
				t.Errorf("saved %q, answers %+v", d.wiz.run.Saved, answers)
			}
			if d.draft.last.At(assess.Place{Question: 2}).Rating() != 2 {
				t.Errorf("the draft holds %+v", d.draft.last)
			}
		})
	}
}
