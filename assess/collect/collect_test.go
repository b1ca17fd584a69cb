package collect

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/collect/export"
	"github.com/coalcheck/coalcheck/assess/textfile"
)

const oneFile = "format: coalcheck/1\ncoalition: Riverside\n# by hand\npitfalls:\n  overcommitted: 3\n"

func TestReadAFile(t *testing.T) {
	all := read("ana.yaml", oneFile)
	if len(all) != 1 || all[0].Err != nil || all[0].Kind != File || string(all[0].Text) != oneFile || all[0].Source != "ana.yaml" {
		t.Errorf("%+v", all)
	}
}

func TestReadCodes(t *testing.T) {
	all := read("mail.txt", "Hello\ncoalcheck: "+quick+"\n> coalcheck: ADPV-DPVD-PVDP-VDAF\n")
	if len(all) != 2 || all[0].Source != "mail.txt:2" || all[0].Kind != Code || all[0].Answers.Role != assess.Member {
		t.Fatalf("%+v", all)
	}
	var wrong *CodeError
	if !errors.As(all[1].Err, &wrong) || !strings.HasPrefix(wrong.Error(), "mail.txt:3: a character of this code is wrong") {
		t.Errorf("%v", all[1].Err)
	}
}

func TestReadNothing(t *testing.T) {
	for _, text := range []string{"", "Hello\n", "coalcheck: thank you\n", oneFile + "pitfals: 3\n"} {
		all := read("x", text)
		var file *textfile.Error
		if len(all) != 1 || !errors.As(all[0].Err, &file) {
			t.Errorf("%q: %+v", text, all)
		}
	}
}

// read returns what is in a text.
func read(name, text string) []Arrival {
	all, _ := Read(name, []byte(text), export.Options{}, catalogue)
	return all
}

// arrived returns arrivals of texts, named 1, 2 and so on.
func arrived(texts ...string) []Arrival {
	var all []Arrival
	for i, text := range texts {
		all = append(all, read(string(rune('1'+i)), text)...)
	}
	return all
}

// file returns the file that a form saves of answers.
func file(a *assess.Answers) string {
	a.Language, a.Date, a.Topics[3].Note = "en", "2026-11-26", "Ask the board."
	return string(answersfile.JSON(a, catalogue))
}

func TestAdmit(t *testing.T) {
	const (
		code  = "coalcheck: " + quick
		other = "coalcheck: " + full
		ana   = "format: coalcheck/1\nrespondent: Ana\npitfalls: {overcommitted: 3}\n"
		ben   = "format: coalcheck/1\nrespondent: Ben\npitfalls: {overcommitted: 3}\n"
		whole = "format: coalcheck/1\npitfalls: {overcommitted: {overwhelmed: 3}}\n"
		room  = "format: coalcheck/1\npresent: 9\npitfalls: {overcommitted: 3}\n"
		empty = "format: coalcheck/1\n"
	)
	member := file(answer(assess.Member, assess.Quick, 3))
	tests := []struct {
		name    string
		texts   []string
		there   []string
		again   bool
		known   []string
		refused []error
	}{
		{"all new", []string{code, ana}, nil, false, []string{"", ""}, []error{nil, nil}},
		{"a code twice", []string{code, code}, nil, false, []string{"", "1:1"}, []error{nil, nil}},
		{"a code twice, again", []string{code, code}, nil, true, []string{"", ""}, []error{nil, nil}},
		{"two people who answered the same", []string{ana, ben}, nil, false, []string{"", ""}, []error{nil, nil}},
		{"a file that is there", []string{ana}, []string{ana}, false, []string{"1"}, []error{nil}},
		{"spelled otherwise", []string{strings.Replace(ana, "3", "sometimes", 1)}, []string{ana}, false, []string{"1"}, []error{nil}},
		{"another depth than the folder's", []string{whole, ana}, []string{ben}, false, []string{"", ""}, []error{ErrDepth, nil}},
		{"another depth than the first one's", []string{whole, ana}, nil, false, []string{"", ""}, []error{nil, ErrDepth}},
		{"codes of both depths", []string{code, other}, nil, false, []string{"", ""}, []error{nil, ErrDepth}},
		{"a code of a file that is there", []string{code}, []string{member}, false, []string{"1"}, []error{nil}},
		{"a file of a code that is there", []string{member}, []string{code}, false, []string{"1:1"}, []error{nil}},
		{"a file and its code", []string{member, code}, nil, false, []string{"", "1"}, []error{nil, nil}},
		{"nothing answered fits anywhere", []string{empty, whole}, nil, false, []string{"", ""}, []error{nil, nil}},
		{"a room", []string{room}, nil, false, []string{""}, []error{ErrWorkshop}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			all := arrived(tt.texts...)
			Admit(all, arrived(tt.there...), tt.again, catalogue)
			for i, a := range all {
				if a.Known != tt.known[i] || !errors.Is(a.Err, tt.refused[i]) || (a.Err == nil) != (tt.refused[i] == nil) {
					t.Errorf("%d: known by %q, %v; want %q, %v", i, a.Known, a.Err, tt.known[i], tt.refused[i])
				}
			}
		})
	}
}

// What a code becomes in a folder is known there by the code.
func TestACodeIsKnownByItsFile(t *testing.T) {
	first := arrived("coalcheck: " + quick)
	Name(first, nil, "Riverside", catalogue)
	again := arrived("coalcheck: " + quick)
	Name(again, first, "", catalogue)
	Admit(again, arrived(string(first[0].Text)), false, catalogue)
	if again[0].Known != "1" {
		t.Errorf("%+v", again[0])
	}
}

func TestNameOfCodes(t *testing.T) {
	const code = "coalcheck: " + quick
	hilltop := strings.Replace(oneFile, "Riverside", "Hilltop", 1)
	tests := []struct {
		name             string
		arrivals, there  []string
		coalition, named string
	}{
		{"given", []string{code}, []string{oneFile}, "Elm", "Elm"},
		{"of the folder", []string{code}, []string{oneFile}, "", "Riverside"},
		{"of a file that came", []string{code, oneFile}, nil, "", "Riverside"},
		{"of two coalitions", []string{code}, []string{oneFile, hilltop}, "", ""},
		{"of none", []string{code}, nil, "", ""},
	}
	for _, tt := range tests {
		all := arrived(tt.arrivals...)
		Name(all, arrived(tt.there...), tt.coalition, catalogue)
		back, err := answersfile.Read("code", all[0].Text, catalogue)
		if err != nil || back.Coalition != tt.named || !reflect.DeepEqual(back, all[0].Answers) {
			t.Errorf("%s: %v, %+v; want %q", tt.name, err, back, tt.named)
		}
	}
}

func TestFileName(t *testing.T) {
	tests := []struct{ text, want string }{
		{"coalcheck: " + quick, "coalition-member.yaml"},
		{oneFile, "riverside.yaml"},
		{oneFile + "respondent: Ana Berg\nrole: leader\ndate: 2026-11-21\n", "riverside-ana-berg-2026-11-21.yaml"},
		{oneFile + "role: staff\ndate: 2026-11-21\n", "riverside-staff-2026-11-21.yaml"},
	}
	for _, tt := range tests {
		if got := arrived(tt.text)[0].FileName(); got != tt.want {
			t.Errorf("%q; want %q", got, tt.want)
		}
	}
}
