//go:build unix

package cmd

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess/draft"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// hostileNames are names that a file, a folder or an argument may have here, although Windows has no such files.
var hostileNames = []string{
	"\x1b[31;5mred", "\x1b[2J\x1b[H", "\x1b]0;title\x07", "\u009b2J", "\x9b2J", "a\u202elmay", "\u2066x", "a\rb", "a\ncoalcheck: all is well", "a\tb",
	"a\u2028b", "\x7f", "a\bb", "\xff\xfe", "\u200b", "a" + strings.Repeat("\u0301", 60), strings.Repeat("漢", 60), "=1+1", "| a |", "%s%d", "`id`$(id)",
}

// hostileCommands are command lines. In them, NAME stands for a hostile name, ONE for a file of answers, FINE for a folder
// of them, and MIXED for a folder in which some are bad.
const hostileCommands = `NAME
--NAME
-NAME
help NAME
explain NAME
schema NAME
completion NAME
questions NAME
questions --format form --coalition NAME
questions --coalition NAME
compare NAME
compare NAME xNAME
compare FINE ONE
compare MIXED ONE
compare ONE ./ONE
assess NAME
assess --NAME
assess -NAME
assess --color NAME
assess --fail-on NAME
assess --minutes NAME
assess --plain=NAME
assess --answers ONE --format NAME
assess --answers ONE
assess --answers ONE --format markdown
assess --answers FINE
assess --answers FINE --open
assess --answers MIXED
assess --answers MIXED --skip-bad
assess --answers MIXED/NAME-bad.yaml
assess --answers MIXED/NAME-bad.json
assess --answers ONE --answers NAME
assess --answers ONE --answers ./ONE
assess --answers ONE --answers NAME-full.yaml
assess --answers ONE -o ONE
assess --answers ONE -o FINE
assess --answers ONE -o noNAME/x
assess --answers ONE -o /dev/null/NAME
assess --plain --save ONE
assess --plain --save FINE
assess --plain --save noNAME/x
assess --plain --save file-NAME/x
assess --plain --edit NAME
assess --plain --edit ONE
assess --plain --edit ONE --save new-ONE
assess --plain --edit ONE --save same-ONE -o same-ONE
assess --plain --room
assess --plain
assess --plain --new
assess --plain --quick -o report-NAME --force
`

// TestHostileNamesHarmNoTerminal gives names that could act on a terminal to every flag and argument that takes a name,
// to files in folders, to the folder of the drafts and to the locale. Whatever is said about them, on a terminal or not,
// holds none of it.
func TestHostileNamesHarmNoTerminal(t *testing.T) {
	const (
		good = "format: coalcheck/1\ncoalition: Harbor\npitfalls:\n  overcommitted: 4\n"
		bad  = "format: coalcheck/1\n\x1b[2J: \u009b\npitfalls:\n  overcommitted: \"\\e[2J\"\n"
		full = "format: coalcheck/1\npitfalls:\n  overcommitted: {overwhelmed: 4}\n"
	)
	for _, name := range hostileNames {
		t.Run(fmt.Sprintf("%.12q", name), func(t *testing.T) {
			t.Chdir(t.TempDir())
			mixed, fine := "mixed "+name, "fine "+name
			for file, text := range map[string]string{
				name + ".yaml":                                           good,
				filepath.Join(fine, name+"-1.yaml"):                      good,
				filepath.Join(fine, name+"-2.yaml"):                      good,
				filepath.Join(mixed, name+".yaml"):                       good,
				filepath.Join(mixed, name+"-bad.yaml"):                   bad,
				filepath.Join(mixed, name+"-bad.json"):                   "{" + bad,
				name + "-full.yaml":                                      full,
				filepath.Join("state-"+name, "coalcheck", "draft.yaml"):  bad,
				filepath.Join("locked-"+name, "coalcheck", "draft.yaml"): good,
				"file-" + name:                                           "",
			} {
				if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			folder, err := os.Getwd()
			if err != nil {
				t.Fatal(err)
			}
			held, _, err := draft.Open(filepath.Join(folder, "locked-"+name, "coalcheck", "draft.yaml"), pitfalls.English())
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = held.Close() }()

			words := strings.NewReplacer("NAME", name, "ONE", name+".yaml", "FINE", fine, "MIXED", mixed)
			for line := range strings.Lines(hostileCommands) {
				args := strings.Fields(line)
				for i := range args {
					args[i] = words.Replace(args[i])
				}
				for _, state := range []string{"new", "state-", "locked-", "file-"} {
					if !strings.Contains(line, "--plain") && state != "new" {
						continue // it has no draft
					}
					for _, errOut := range []io.Writer{&bytes.Buffer{}, &screen{}} {
						// A name, a role, a note, and replies that mean nothing; then the end of the input.
						in := strings.NewReader(name + "\n" + name + "\n" + name + "\n3\n4\nnote " + name + "\n" + name + "\nreview\n" + name + "\nquit\n")
						var out screen
						run(context.Background(), args, world(in, &out, errOut, 80,
							"XDG_STATE_HOME="+filepath.Join(folder, state+name), "LANG="+name, "TERM="+name, "COLORTERM="+name))
						harmless(t, args, out.String())
						harmless(t, args, fmt.Sprint(errOut))
					}
				}
			}
		})
	}
}

// harmless fails when a text holds what acts on a terminal.
func harmless(t *testing.T, args []string, text string) {
	t.Helper()
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.ReplaceAll(line, "\x1b[m", "")
		for _, style := range []string{"\x1b[1m", "\x1b[2m", "\x1b[1;"} {
			line = strings.ReplaceAll(line, style, "")
		}
		if shown := safetext.Visible(line); shown != line {
			t.Fatalf("%q says %q", args, line)
		}
		if strings.HasPrefix(line, "coalcheck: all is well") {
			t.Fatalf("%q lets a name speak for coalcheck:\n%s", args, text)
		}
	}
}
