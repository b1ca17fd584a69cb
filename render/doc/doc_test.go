package doc_test

import (
	"slices"
	"testing"

	"github.com/coalcheck/coalcheck/render/doc"
)

func TestSentence(t *testing.T) {
	for _, tt := range []struct {
		name string
		text doc.Text
		want string
	}{
		{"nothing", nil, ""},
		{"a remark", doc.Words("two steps, not three"), "Two steps, not three."},
		{"a sentence", doc.Words("Look again."), "Look again."},
		{"a question", doc.Words("why?"), "Why?"},
		{"a letter of two bytes", doc.Words("été"), "Été."},
		{"code", doc.Styled(doc.Code, "unclear-purpose"), "unclear-purpose."},
		{"somebody's text", doc.Foreign("e.e. cummings"), "e.e. cummings."},
		{"several spans", doc.Join(doc.Words("weak"), doc.Styled(doc.Strong, " at 13")), "Weak at 13."},
	} {
		if got := tt.text.Sentence().String(); got != tt.want {
			t.Errorf("%s: got %q; want %q", tt.name, got, tt.want)
		}
	}
}

func TestSpoken(t *testing.T) {
	text := doc.Text{{Words: "exposure "}, {Words: "92 → 58", Said: "from 92 to 58"}}
	if got := text.Spoken().String(); got != "exposure from 92 to 58" || text.String() != "exposure 92 → 58" {
		t.Errorf("said %q of %q", got, text)
	}
}

func TestLines(t *testing.T) {
	text := doc.Text{{Words: "one"}, doc.NewLine, {Words: "two\nthree"}, {Words: "\n", Foreign: true}, doc.NewLine}
	var got []string
	for _, l := range text.Lines() {
		got = append(got, l.String())
	}
	if want := []string{"one", "two\nthree\n", ""}; !slices.Equal(got, want) {
		t.Errorf("got %q; want %q", got, want)
	}
}

func TestTheWorstToneCounts(t *testing.T) {
	text := doc.Text{{Words: "calm", Tone: doc.Good}, {Words: ", "}, {Words: "pressing", Tone: doc.Bad}}
	if got := text.Tone(); got != doc.Bad || got.Mark() != "!" {
		t.Errorf("tone %d, mark %q", got, got.Mark())
	}
}

func TestBesideTheName(t *testing.T) {
	d := doc.Document{Kind: doc.Words("Coalition check"), Date: doc.Words("19 May 2026")}
	if got := d.Beside().String(); got != "19 May 2026" {
		t.Errorf("with a date: %q", got)
	}
	d.Date = nil
	if got := d.Beside().String(); got != "Coalition check" {
		t.Errorf("without: %q", got)
	}
}
