package plain

import (
	"bufio"
	"errors"
	"io"
	"strings"
	"testing"
)

func TestReadLine(t *testing.T) {
	long := strings.Repeat("0123456789", 1<<20)
	tests := []struct {
		name, input string
		want        []string
	}{
		{"empty", "", nil},
		{"lines", "a\nb\n", []string{"a", "b"}},
		{"no end", "a\nb", []string{"a", "b"}},
		{"Windows", "a\r\n\r\nb\r\n", []string{"a", "", "b"}},
		{"long", "a\n" + long + "\nb\n", []string{"a", long[:maxLine], "b"}},
		{"long without an end", long, []string{long[:maxLine]}},
		{"as long as may be", long[:maxLine] + "\nb", []string{long[:maxLine], "b"}},
		{"as long as the buffer", long[:4096] + "\n" + long[:4095] + "\n\n", []string{long[:4096], long[:4095], ""}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			in := bufio.NewReader(strings.NewReader(test.input))
			for i, want := range test.want {
				if got, err := readLine(in); got != want || err != nil {
					t.Fatalf("line %d has %d bytes, %v; want %d", i+1, len(got), err, len(want))
				}
			}
			if got, err := readLine(in); got != "" || !errors.Is(err, io.EOF) {
				t.Errorf("after the end comes %q, %v", got, err)
			}
		})
	}
}
