package textfile

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"regexp"
	"strings"
	"sync"

	"go.yaml.in/yaml/v4"
)

// Other is a kind of file that people take for the one that is read.
type Other struct {
	// Is reports whether a text is of this kind. It is called only for files in which something is wrong.
	Is func(text string) bool
	// Kind is what Error.Kind is for such a file. Its text says what the file is, and what to do.
	Kind error
}

// RefuseOther reports that the file is of another kind. Nothing else in it can be judged.
func (r *Reader) RefuseOther(message string) {
	r.found = problems{}
	r.AddStart(message)
	r.other = true
}

// explain looks for the reasons of the problems that were found. unreadable says that the bytes are no text to look at.
func (r *Reader) explain(unreadable bool, check func(root *yaml.Node)) {
	if r.isOther() || unreadable {
		return
	}
	if n, second := r.objects(); n > 1 {
		r.found = problems{}
		r.found.addf(second, r.Messages.JSONLines, n)
		return
	}
	r.explainChanges(check)
	switch {
	case !r.other && (!r.unparsed || r.hasKnownName()):
	case isTable(r.source):
		r.RefuseOther(r.Messages.Table)
	case !r.other:
		r.RefuseOther(r.Messages.Unlike)
	}
}

// isOther recognizes files of other kinds, each of which is then the only problem.
func (r *Reader) isOther() bool {
	for _, o := range r.Others {
		if o.Is(r.source) {
			r.RefuseOther(o.Kind.Error())
			r.found.kind = o.Kind
			return true
		}
	}
	for _, f := range formats {
		if f.is(r.source) {
			r.RefuseOther(strings.ReplaceAll(f.message, "{file}", r.Messages.File))
			return true
		}
	}
	return false
}

// objects returns how many values of JSON the source holds one after the other, where it is made of objects and nothing
// else, and where the second one starts.
func (r *Reader) objects() (n int, second Position) {
	if r.json || !strings.HasPrefix(strings.TrimLeft(r.source, " \t\r\n"), "{") {
		return 0, start
	}
	decoder := json.NewDecoder(strings.NewReader(r.source))
	for {
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			if errors.Is(err, io.EOF) {
				return n, second
			}
			return 0, start
		}
		if n++; n == 2 {
			second = r.position(int(decoder.InputOffset()) - len(value))
		}
	}
}

// isTable recognizes values between separators, as spreadsheets and form tools export them: two lines or more, all with
// equally many separators.
func isTable(text string) bool {
	return isSeparated(text, ';', 2) || isSeparated(text, '\t', 2) || isSeparated(text, ',', 3)
}

func isSeparated(text string, separator rune, fewest int) bool {
	reader := csv.NewReader(strings.NewReader(text))
	reader.Comma, reader.LazyQuotes, reader.ReuseRecord = separator, true, true
	for rows := 0; ; rows++ {
		record, err := reader.Read()
		if err != nil || len(record) < fewest {
			return errors.Is(err, io.EOF) && rows > 1
		}
	}
}

// hasKnownName reports whether any line begins with a name that such a file has, however it is written.
func (r *Reader) hasKnownName() bool {
	if r.Known == nil {
		return true
	}
	for _, m := range lineNames().FindAllStringSubmatch(r.source, -1) {
		if r.isKnown(strings.ToLower(m[1])) {
			return true
		}
	}
	return false
}

// lineNames matches what is before a colon at the beginning of a line, without quotes and other signs. It begins with a letter: digits
// before a colon are as often the time of the day.
var lineNames = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?m)^[^\pL\n]*(\pL[\pL\pN_-]*)[^\pL\pN\n:：=]*[:：=]`)
})

func (r *Reader) isKnown(name string) bool { return r.Known != nil && r.Known(name) }
