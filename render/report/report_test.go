package report_test

import (
	"bytes"
	"slices"
	"strings"

	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/markdown"
	"github.com/coalcheck/coalcheck/render/speech"
	"github.com/coalcheck/coalcheck/render/terminal"
)

// fataler is a test of any kind.
type fataler interface{ Fatal(args ...any) }

// writers write a document in formats of text.
var writers = map[string]func(fataler, *doc.Document) string{
	"terminal": onTerminal,
	"markdown": asMarkdown,
	"speech":   spoken,
}

func onTerminal(t fataler, d *doc.Document) string { return atWidth(t, d, 0) }

func atWidth(t fataler, d *doc.Document, width int) string {
	var b bytes.Buffer
	if err := terminal.Write(&b, d, terminal.Options{Width: width}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func asMarkdown(t fataler, d *doc.Document) string {
	var b bytes.Buffer
	if err := markdown.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func spoken(t fataler, d *doc.Document) string {
	var b bytes.Buffer
	if err := speech.Write(&b, d, speech.Options{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// inOneLine returns text as if no line had been broken.
func inOneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// parts returns the parts of a document with these names, without the title and the last words, which other documents
// have too: a word that changes should change few golden files.
func parts(d *doc.Document, names ...string) *doc.Document {
	part := &doc.Document{Lang: d.Lang}
	within := false
	for _, b := range d.Blocks[:len(d.Blocks)-1] {
		if s, ok := b.(doc.Section); ok && s.Level == 1 {
			within = slices.Contains(names, s.Name.String())
		}
		if within {
			part.Blocks = append(part.Blocks, b)
		}
	}
	return part
}
