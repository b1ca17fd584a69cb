package answersfile

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/assess/textfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// examples returns the complete answers files that are there for people.
func examples(t *testing.T) []string {
	t.Helper()
	var files []string
	for _, pattern := range []string{"testdata/good/*", "../../docs/examples/*.yaml"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	if len(files) < 10 {
		t.Fatalf("only %d example files found", len(files))
	}
	return files
}

func readFile(tb testing.TB, path string) []byte {
	tb.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	return text
}

// golden compares got with a golden file, or rewrites it.
func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if want := readFile(t, path); string(got) != string(want) {
		t.Errorf("%s differs; got:\n%s\nwant:\n%s", path, got, want)
	}
}

// TestBadFiles compares all that is said about each file under testdata/bad with the file beside it.
func TestBadFiles(t *testing.T) {
	files, err := filepath.Glob("testdata/bad/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, ".golden") {
			continue
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			text := readFile(t, file)
			a, err := Read(filepath.Base(file), text, pitfalls.English())
			if err == nil || a != nil {
				t.Fatalf("accepted as %+v", a)
			}
			checkFileError(t, text, err)
			golden(t, file+".golden", []byte(err.Error()+"\n"))
		})
	}
}

func TestReadSize(t *testing.T) {
	const head = "format: coalcheck/1\n#"
	full := head + strings.Repeat("x", MaxSize-len(head))
	if _, err := Read("full.yaml", []byte(full), pitfalls.English()); err != nil {
		t.Errorf("a file of the largest size is refused: %v", err)
	}
	for name, text := range map[string]string{
		"one byte more":             full + "x",
		"with a mark":               "\ufeff" + full,
		"with a mark, read in part": ("\ufeff" + full)[:MaxSize+1],
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Read("larger.yaml", []byte(text), pitfalls.English())
			if err == nil || !strings.Contains(err.Error(), "larger than 1 MiB") {
				t.Errorf("read with %v", err)
			}
		})
	}
}

// TestReadHostile reads files of nearly the largest size in which everything is wrong. The number of
// problems that are kept is bounded.
func TestReadHostile(t *testing.T) {
	const head = "format: coalcheck/1\n"
	for name, unit := range map[string]string{
		"unknown keys":       "abcdefghij: 1\n",
		"duplicate keys":     "date: 1\n",
		"control characters": "\x01",
		"documents":          "---\n",
		"open brackets":      "a: [",
		"anchors":            "&a b: 1\n",
	} {
		t.Run(name, func(t *testing.T) {
			text := []byte(head + strings.Repeat(unit, (MaxSize-len(head))/len(unit)))
			_, err := Read("hostile.yaml", text, pitfalls.English())
			checkFileError(t, text, err)
		})
	}
}

// TestGoodFiles compares what each file under testdata/good says, written anew, with the file in testdata/written.
func TestGoodFiles(t *testing.T) {
	for _, file := range examples(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			a, err := Read(file, readFile(t, file), pitfalls.English())
			if err != nil {
				t.Fatal(err)
			}
			if filepath.Dir(file) == filepath.FromSlash("testdata/good") {
				golden(t, filepath.Join("testdata", "written", filepath.Base(file)+".golden"), Format(a, pitfalls.English()))
			}
		})
	}
}

// unixLines returns a text with LF for line breaks of every kind.
func unixLines(text string) string { return strings.Join(textfile.Lines(text), "\n") }

// allowed reports whether a note is within its limits.
func allowed(note string) bool {
	return utf8.ValidString(note) && utf8.RuneCountInString(unixLines(note)) <= assess.MaxNote && !strings.ContainsFunc(note, safetext.Forbidden)
}

// checkFileError checks what holds for the problems of every file: places that exist, in order, and clean text.
func checkFileError(t *testing.T, text []byte, err error) {
	t.Helper()
	var file *textfile.Error
	if !errors.As(err, &file) {
		t.Fatalf("%T is not a *textfile.Error: %v", err, err)
	}
	if len(file.Problems) == 0 || len(file.Problems) > textfile.MaxProblems || file.More > 0 && len(file.Problems) < textfile.MaxProblems {
		t.Errorf("%d problems and %d more", len(file.Problems), file.More)
	}
	lines := textfile.Lines(strings.TrimPrefix(string(text), "\ufeff"))
	last := textfile.Problem{}
	for _, p := range file.Problems {
		switch {
		case p.Line < 1 || p.Line > len(lines):
			t.Fatalf("line %d of %d: %s", p.Line, len(lines), p.Message)
		case p.Column < 1 || p.Column > utf8.RuneCountInString(lines[p.Line-1])+1:
			t.Fatalf("column %d of line %.200q: %s", p.Column, lines[p.Line-1], p.Message)
		}
		checkExcerpt(t, &p, lines[p.Line-1])
		if p.Line < last.Line || p.Line == last.Line && p.Column < last.Column {
			t.Errorf("%d:%d comes after %d:%d", p.Line, p.Column, last.Line, last.Column)
		}
		if !utf8.ValidString(p.Message) || strings.ContainsFunc(p.Message, func(r rune) bool { return !unicode.IsPrint(r) }) {
			t.Errorf("message holds what a terminal would not show: %q", p.Message)
		}
		if len(p.Message) > 1000 {
			t.Errorf("message of %d bytes: %s", len(p.Message), p.Message)
		}
		last = p
	}
}

// checkExcerpt checks that a problem has what is around its place, and no more.
func checkExcerpt(t *testing.T, p *textfile.Problem, line string) {
	t.Helper()
	const most = 128
	before, after := line, ""
	column := 1
	for i := range line {
		if column == p.Column {
			before, after = line[:i], line[i:]
			break
		}
		column++
	}
	kept, rest := "", p.Source
	for range p.Before {
		_, size := utf8.DecodeRuneInString(rest)
		kept, rest = kept+rest[:size], rest[size:]
	}
	if p.Before != min(p.Column-1, most) || !strings.HasSuffix(before, kept) || !strings.HasPrefix(after, rest) ||
		utf8.RuneCountInString(rest) != min(utf8.RuneCountInString(after), most) {
		t.Errorf("%d:%d: %d characters before the place, %.200q", p.Line, p.Column, p.Before, p.Source)
	}
}
