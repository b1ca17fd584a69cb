package markup_test

import (
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/render/markup"
)

func TestWrite(t *testing.T) {
	tests := []struct {
		name string
		root markup.Node
		want string
	}{
		{"words", markup.Element("p", "", markup.Words(`a < "b" & 'c'`)), "<p>a &lt; &#34;b&#34; &amp; &#39;c&#39;</p>\n"},
		{"words that act on a terminal", markup.Element("p", "", markup.Words("a\x1b[2Jb\u202ec")), "<p>a [2Jb c</p>\n"},
		{"a class and an attribute", markup.Element("p", "small").With("id", `"><b>`), "<p class=\"small\" id=\"&#34;&gt;&lt;b&gt;\"></p>\n"},
		{"an attribute without a value", markup.Element("p", "").With("id", ""), "<p></p>\n"},
		{"nothing inside", markup.Element("p", "", markup.Element("input", "").With("type", "radio")), "<p><input type=\"radio\"/></p>\n"},
		{"elements within", markup.Element("div", "", markup.Element("p", "", markup.Words("a"))), "<div>\n<p>a</p>\n</div>\n"},
		{"code", markup.Element("script", "", markup.Code("if (a < b && c) d();")), "<script>if (a < b && c) d();</script>\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var b strings.Builder
			if err := markup.Write(&b, tt.root); err != nil {
				t.Fatal(err)
			}
			if want := "<!DOCTYPE html>\n" + tt.want; b.String() != want {
				t.Errorf("%q; want %q", b.String(), want)
			}
		})
	}
}

// The hash is that of the standard for a policy.
func TestHash(t *testing.T) {
	if got, want := markup.Hash("alert('Hello, world.');"), "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"; got != want {
		t.Errorf("%s; want %s", got, want)
	}
}
