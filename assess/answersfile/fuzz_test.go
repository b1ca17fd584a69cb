package answersfile

import (
	"path/filepath"
	"reflect"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/textfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// FuzzRead checks that no bytes make Read panic, that every error has a place and can be shown, and that answers that
// were read can be written and read again.
func FuzzRead(f *testing.F) {
	for _, pattern := range []string{"testdata/bad/*.[yj]*[ln]", "testdata/good/*", "../../docs/examples/*.yaml"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range files {
			f.Add(readFile(f, file))
		}
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		c := pitfalls.English()
		a, err := Read("answers.yaml", text, c)
		if err != nil {
			if a != nil {
				t.Error("answers beside an error")
			}
			checkFileError(t, text, err)
			return
		}
		written := Format(a, c)
		again, err := Read("written.yaml", written, c)
		if err != nil {
			t.Fatalf("%v\n%s", err, written)
		}
		if !reflect.DeepEqual(again, a) {
			t.Fatalf("got  %+v\nwant %+v\n%s", again, a, written)
		}
	})
}

// FuzzNote checks that any note is read back as it was written, or with LF for other line breaks, or is refused.
func FuzzNote(f *testing.F) {
	for _, note := range []string{"", "dk", "a: b # c", "- a\n- b\n", " \n ", "\t", "\"\\", "\r\n", "one\r\n two\n\nthree", "é\ufeff\u200d"} {
		f.Add(note)
	}
	f.Fuzz(func(t *testing.T, note string) {
		c := pitfalls.English()
		a := assess.New(c)
		a.Topics[0].Note = note
		text := Format(a, c)
		b, err := Read("note.yaml", text, c)
		if err != nil {
			checkFileError(t, text, err)
			if allowed(note) {
				t.Errorf("refused %q: %v", note, err)
			}
			return
		}
		if got, want := b.Topics[0].Note, unixLines(note); got != want && allowed(note) {
			t.Errorf("got %q; want %q from\n%s", got, want, text)
		}
	})
}

// FuzzRewrite holds that a file that is written over keeps its comments, and says what the answers say.
func FuzzRewrite(f *testing.F) {
	files, err := filepath.Glob("testdata/good/*")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		f.Add(readFile(f, file))
	}
	c := pitfalls.English()
	changed := assess.New(c)
	changed.Coalition, changed.Topics[3].Overall, changed.Topics[12].Note = "Another: one", assess.TallyOf(2), "New."
	f.Fuzz(func(t *testing.T, text []byte) {
		a, err := Read("answers.yaml", text, c)
		if err != nil {
			return
		}
		former := Former{"answers.yaml", text}
		for _, want := range []*assess.Answers{a, changed} {
			written := Rewrite("answers.yaml", former, want, c)
			got, err := Read("answers.yaml", written, c)
			if err != nil || !reflect.DeepEqual(got, want) {
				t.Fatalf("read as %+v, %v\n%s", got, err, written)
			}
			if had := textfile.HasComments(text, ours(c)); !IsJSON(text) && had && !textfile.HasComments(written, ours(c)) {
				t.Fatalf("the comments are gone:\n%s", written)
			}
		}
	})
}
