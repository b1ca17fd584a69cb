package spreadsheet_test

import (
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/render/spreadsheet"
)

func TestWrite(t *testing.T) {
	var b strings.Builder
	err := spreadsheet.Write(&b, []string{"Task", "Owner"}, [][]string{
		{"Ask, then tell", `Zoë "Z"`}, {"=1+1", "@ana"}, {"-2", "+3"}, {"\tx", "a\x1b[31m"}, {"two\nlines", ""},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := "\ufeffTask,Owner\r\n\"Ask, then tell\",\"Zoë \"\"Z\"\"\"\r\n'=1+1,'@ana\r\n'-2,'+3\r\n'\tx,a\\x1b[31m\r\n\"two\r\nlines\",\r\n"
	if got := b.String(); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
