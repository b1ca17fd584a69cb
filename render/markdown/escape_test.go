package markdown

import (
	"testing"

	"github.com/coalcheck/coalcheck/render/internal/examples"
)

func TestEscape(t *testing.T) {
	// Where foreign is "", text from an answers file is written as text of the catalogue is.
	for _, c := range []struct{ name, text, escape, foreign string }{
		{"plain words", "Riverside: 1.5 of 3, w.w. (yes).", "Riverside: 1.5 of 3, w.w. (yes).", ""},
		{"a table cell", "a | b", `a \| b`, ""},
		{"emphasis", "*a* _b_ `c` ~~d~~", "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~", ""},
		{"markup", "<b>&amp;", "&lt;b&gt;&amp;amp;", ""},
		{"a comment", "<!-- -->", "&lt;!-- --&gt;", ""},
		{"a link", "[x](y)", `\[x\](y)`, ""},
		{"attributes of a heading", `Riverside {onclick="alert(1)"}`, `Riverside \{onclick="alert(1)"\}`, ""},
		{"a raw format", "`<b>`{=html}", "\\`&lt;b&gt;\\`\\{=html\\}", ""},
		{"a command to a site generator", "{{ x }} {% x %} {{% x %}}", `\{\{ x \}\} \{\% x \%\} \{\{\% x \%\}\}`, ""},
		{"per cent", "50 % of 3 = 1.5", "50 % of 3 = 1.5", ""},
		{"a formula", "=1+2", `\=1+2`, ""},
		{"a formula in quotes", `"=1"`, `\"=1"`, ""},
		{"a quotation", `"x" = y`, `"x" = y`, ""},
		{"a formula of full width", "＝1", "＝1", "&#65309;1"},
		{"a list", "- a", `\- a`, ""},
		{"a numbered list", "1. a", `1\. a`, ""},
		{"a numbered list with a bracket", "12) a", `12\) a`, ""},
		{"a number", "1.5 of 3", "1.5 of 3", ""},
		{"a number alone", "1.", `1\.`, ""},
		{"a definition", ": a", `\: a`, ""},
		{"an underline", "---", `\---`, ""},
		{"a heading", "# x", `\# x`, "&#35;<!-- --> x"},
		{"line breaks", "a\n- b\r\n- c", "a - b  - c", "a - b - c"},
		{"a backslash", `\|`, `\\\|`, ""},
		{"a backslash before a sign", `\@a`, `\\@a`, `\\&#64;<!-- -->a`},
		{"a mention", "@all", "@all", "&#64;<!-- -->all"},
		{"a mention within", "Ask @octocat, a@b.example", "Ask @octocat, a@b.example", "Ask &#64;<!-- -->octocat, a&#64;<!-- -->b.example"},
		{"an issue", "a/b#12", "a/b#12", "a/b&#35;<!-- -->12"},
		{"an address", "https://evil.example/x", "https://evil.example/x", "https&#58;//evil.example/x"},
		{"an address at the start", "://x", `\://x`, "&#58;//x"},
		{"an address without a scheme", "www.evil.example", "www.evil.example", "www&#46;evil.example"},
		{"an address in capitals", "WwW.evil.example", "WwW.evil.example", "WwW&#46;evil.example"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := escape(c.text); got != c.escape {
				t.Errorf("of the catalogue: got %q, want %q", got, c.escape)
			}
			if c.foreign == "" {
				c.foreign = c.escape
			}
			if got := foreign(c.text); got != c.foreign {
				t.Errorf("of an answers file: got %q, want %q", got, c.foreign)
			}
		})
	}
}

func TestEscapeLeavesTheCatalogueReadable(t *testing.T) {
	for i := range examples.English.Topics {
		topic := &examples.English.Topics[i]
		for _, text := range []string{topic.Title, topic.Overall, topic.Actions[0].Do} {
			if got := escape(text); got != text {
				t.Errorf("%q became %q", text, got)
			}
		}
	}
}
