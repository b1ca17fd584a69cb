package collect

import (
	"bytes"
	"fmt"
	"mime/quotedprintable"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
)

// noted returns answers with a note.
func noted(note string) *assess.Answers {
	a := answer(assess.Member, assess.Quick, 3)
	a.Coalition = "Riverside Youth Coalition"
	a.Topics[0].Note = note
	return a
}

const long = "We meet too rarely, and whoever misses one meeting does not hear what was decided until the next one { or > so."

func TestAnswersInAMail(t *testing.T) {
	want := noted(long)
	inJSON, inYAML := string(answersfile.JSON(want, catalogue)), string(answersfile.Format(want, catalogue))
	quoted := func(text, mark string) string {
		return strings.ReplaceAll(mark+strings.TrimSuffix(text, "\n"), "\n", "\n"+mark) + "\n"
	}
	broken := strings.Replace(inJSON, "misses one", "misses \none", 1)
	coded := func(text string) string {
		var b bytes.Buffer
		w := quotedprintable.NewWriter(&b)
		_, _ = w.Write([]byte(text))
		_ = w.Close()
		return b.String()
	}
	tests := []struct {
		name, text string
		line       int
	}{
		{"JSON between words", "Hello,\n\n" + inJSON + "\nBest wishes\nAnna", 3},
		{"JSON with words directly beside it", "Hello:\n" + inJSON + "Best wishes", 2},
		{"JSON, quoted", "Anna wrote:\n" + quoted(inJSON, "> > ") + "> -- \n> Anna\nThanks", 2},
		{"JSON with a line that was broken", "Hello\n" + broken + "Anna", 2},
		{"JSON with a line that was broken and quoted", quoted(broken, "> "), 1},
		{"JSON with no-break spaces before its lines", strings.ReplaceAll(inJSON, "\n  ", "\n\u00a0 "), 1},
		{"JSON as Windows ends lines", strings.ReplaceAll("Hello\n"+inJSON+"Anna\n", "\n", "\r\n"), 2},
		{"JSON in a line", "Hello\n" + strings.ReplaceAll(inJSON, "\n", " ") + "\nAnna", 2},
		{"JSON as mails are sent", "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + coded("Hello\n"+inJSON+"Anna"), 4},
		{"YAML between words", "Hello,\n\n" + inYAML + "\nBest wishes\nAnna", 3},
		{"YAML before a signature", "Hello,\n" + inYAML + "-- \nAnna", 2},
		{"YAML, quoted", "Anna wrote:\n" + quoted(inYAML, "> > ") + "> Thanks", 2},
		{"YAML with a quoted note that was broken", "Hello\n" + strings.Replace(inYAML, "misses one", "misses\none", 1), 2},
		{"YAML with empty lines", strings.ReplaceAll(inYAML, "\npills:", "\n\npills:") + "\nDear all, see above\n", 1},
		{"YAML with no-break spaces before its lines", strings.ReplaceAll(inYAML, "\n  ", "\n\u00a0\u00a0") + "\n\nAnna", 1},
	}
	for _, tt := range tests {
		all := read("mail.txt", tt.text)
		if len(all) != 1 || all[0].Err != nil || all[0].Kind != File || !reflect.DeepEqual(all[0].Answers, want) {
			t.Errorf("%s: %+v in\n%s", tt.name, all, tt.text)
			continue
		}
		if source := fmt.Sprintf("mail.txt:%d", tt.line); len(all) == 1 && all[0].Source != source {
			t.Errorf("%s: %s; want %s", tt.name, all[0].Source, source)
		}
		if again, err := answersfile.Read("", all[0].Text, catalogue); err != nil || !reflect.DeepEqual(again, want) {
			t.Errorf("%s: %v in what is written:\n%s", tt.name, err, all[0].Text)
		}
	}
}

// What cannot be told from the words around it is refused with its place, and never left out.
func TestAnswersInAMailThatAreRefused(t *testing.T) {
	inJSON, inYAML := string(answersfile.JSON(noted(long), catalogue)), string(answersfile.Format(noted(long), catalogue))
	tests := []struct{ name, text, want string }{
		{"JSON that breaks off", "Hello\n" + inJSON[:len(inJSON)-4] + "\nAnna", "mail.txt:2: these answers break off before their end"},
		{"a mail in base64", "Subject: Hello\nContent-Transfer-Encoding: base64\n\nSGVsbG8=\n", "mail.txt: this mail is stored in a form"},
		{"curly quotes", "Hello\n" + strings.ReplaceAll(inJSON, `"`, "”"), "mail.txt:2:"},
		{"a rating that is none", "Hello\n\n" + strings.Replace(inJSON, `"overcommitted": 3`, `"overcommitted": 7`, 1) + "Anna", "mail.txt:13:22: overcommitted: 7 is not a rating"},
		{"YAML with a comment that was broken", "Hello\n" + strings.Replace(inYAML, "members and staff", "members\nand staff", 1), "mail.txt:11:1: this looks like the end of the comment above"},
		{"words directly below YAML", "Hello\n" + inYAML + "Best wishes", "mail.txt:"},
		{"a misspelled name below an empty line", "Hello\n" + strings.Replace(inYAML, "\npills:", "\n\npils:", 1), `unknown key "pils"`},
		{"a capital below an empty line", "Hello\n" + strings.Replace(inYAML, "\npills:", "\n\nPills:", 1), "Pills"},
	}
	for _, tt := range tests {
		all := read("mail.txt", tt.text)
		if len(all) != 1 || all[0].Err == nil || !strings.Contains(all[0].Err.Error(), tt.want) {
			t.Errorf("%s: %+v; want %s", tt.name, all, tt.want)
		}
	}
}

// A thread holds the answers of many, in any form.
func TestThreadOfAnswersAndCodes(t *testing.T) {
	one, two := noted("One."), noted("Two.")
	one.Role, two.Role = assess.Leader, assess.Staff
	text := "All in, see below.\n\n> Anna wrote:\n> " + strings.ReplaceAll(string(answersfile.JSON(one, catalogue)), "\n", "\n> ") +
		"-- \n> Anna\n\nBen wrote:\n>> coalcheck: " + full + "\n>> Ben\n\n" + string(answersfile.Format(two, catalogue)) + "\n" + quick + "\n"
	var got []string
	for _, a := range read("mail.txt", text) {
		if a.Err != nil {
			t.Fatal(a.Err)
		}
		got = append(got, string(a.Answers.Role)+" "+a.Answers.Topics[0].Note)
	}
	if want := []string{"leader One.", "staff Two.", "leader ", "member "}; !reflect.DeepEqual(got, want) {
		t.Errorf("%q; want %q", got, want)
	}
}

// What is called as an answers file is one as a whole: nothing around the answers is passed over.
func TestFileOfAnswersIsReadAsAWhole(t *testing.T) {
	text := string(answersfile.JSON(noted(""), catalogue)) + "and more"
	if all := read("ana.json", text); len(all) != 1 || all[0].Err == nil || all[0].Source != "ana.json" {
		t.Errorf("%+v", all)
	}
}

func TestCodeWithoutAMark(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"ADPV-DPVD-PVDP-VDAE\nAnna", []string{"mail.txt:1 <nil>"}},
		{"ADPV-DPVD-PVDP-VDAF\nAnna", []string{"mail.txt:1 mail.txt:1: " + errMistyped.Error()}},
		{"ADPV-DPVD-PVDP\nAnna", []string{"mail.txt:1 mail.txt:1: this code has 12 characters, and it should have 16; copy the whole code again"}},
		{"Call 1234-5678-9012\n1234-5678-9012\ncoalcheck: ADPV-DPVD-PVDP-VDAE", []string{"mail.txt:3 <nil>"}},
	}
	for _, tt := range tests {
		var got []string
		for _, a := range read("mail.txt", tt.text) {
			got = append(got, fmt.Sprint(a.Source, " ", a.Err))
		}
		if !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%q: %q; want %q", tt.text, got, tt.want)
		}
	}
}

// A slip in a code of a mail is always told, although the mail has other answers in it.
func TestASlipInAMailIsTold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, code := drawn(t)
		i := rapid.IntRange(0, len(code)-1).Draw(t, "place")
		slips := []string{code[:i] + code[i+1:]}
		if i > 0 && code[i] != code[i-1] {
			slips = append(slips, code[:i-1]+string(code[i])+string(code[i-1])+code[i+1:])
		}
		if code[i] != '-' {
			slips = append(slips, code[:i]+"7"+code[i:], code[:i]+string(digits[(strings.IndexByte(digits, code[i])+1)%len(digits)])+code[i+1:])
		}
		for _, slip := range slips {
			all := read("mail.txt", "coalcheck: "+slip+"\ncoalcheck: "+quick+"\n")
			if len(all) != 2 || all[0].Err == nil && strings.ReplaceAll(slip, "-", "") != strings.ReplaceAll(code, "-", "") || all[1].Err != nil {
				t.Fatalf("%s for %s: %+v", slip, code, all)
			}
		}
	})
}

// Whatever the notes hold, answers in JSON are found in a mail that quotes them and breaks their lines.
func TestAnswersSurviveAMail(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, _ := drawn(t)
		for i := range a.Topics {
			a.Topics[i].Note = strings.TrimSpace(rapid.StringOfN(rapid.RuneFrom([]rune("ab >{}\"\\\n:é漢")), 0, 40, -1).Draw(t, "note"))
		}
		lines := strings.Split(strings.TrimSpace(string(answersfile.JSON(a, catalogue))), "\n")
		var text strings.Builder
		text.WriteString("> Hello\n")
		for _, line := range lines {
			if words := strings.SplitAfter(line, "b "); len(words) > 1 && !strings.Contains(line, "b  ") && !strings.Contains(line, "b >") {
				line = strings.Join(words, "\n> ") // as a mail program breaks it
			}
			text.WriteString("> " + line + "\n")
		}
		text.WriteString("> Bye\n")
		all := read("mail.txt", text.String())
		if len(all) != 1 || all[0].Err != nil || !reflect.DeepEqual(all[0].Answers, a) {
			t.Fatalf("%+v in\n%s", all, text.String())
		}
	})
}

func FuzzPasted(f *testing.F) {
	f.Add("Hello\n> " + string(answersfile.JSON(noted("x"), catalogue)) + "> Bye")
	f.Add("Hello\n" + string(answersfile.Format(noted("x"), catalogue)) + "\nBye")
	f.Add("Content-Transfer-Encoding: quoted-printable\n\n{\"format\": \"coalcheck/1=\n\"}")
	f.Fuzz(func(t *testing.T, text string) {
		for _, a := range pasted("mail.txt", text, catalogue) {
			if (a.Err == nil) != (a.Answers != nil) {
				t.Errorf("%+v", a)
			}
		}
	})
}

// Answers that were pasted one below the other are those of two people.
func TestAnswersBelowEachOther(t *testing.T) {
	one, two := noted("One."), noted("Two.")
	inYAML, inJSON := []string{}, []string{}
	for _, a := range []*assess.Answers{one, two} {
		inYAML = append(inYAML, string(answersfile.Format(a, catalogue)))
		inJSON = append(inJSON, string(answersfile.JSON(a, catalogue)))
	}
	for _, between := range []string{"", "\n", "\n\n", "\n  \n"} {
		for _, texts := range [][]string{inYAML, inJSON} {
			text := "Hello,\n\n" + strings.Join(texts, between) + "\nAnna"
			all := read("mail.txt", text)
			if len(all) != 2 || !reflect.DeepEqual(all[0].Answers, one) || !reflect.DeepEqual(all[1].Answers, two) {
				t.Errorf("%+v in\n%s", all, text)
			}
		}
	}
}

// Each part of a mail is read as its own header says.
func TestPartsOfAMailAreStoredEachInItsWay(t *testing.T) {
	inJSON := string(answersfile.JSON(noted("100 = 50 + 50"), catalogue))
	const as = "Content-Transfer-Encoding: "
	text := as + "7bit\n\n" + inJSON + "\n" + as + "quoted-printable\n\n" + strings.ReplaceAll(inJSON, "=", "=3D") + "\n" + as + "8bit\n\n" + inJSON
	all := read("mail.txt", text)
	if len(all) != 3 {
		t.Fatalf("%+v", all)
	}
	for _, a := range all {
		if a.Err != nil || a.Answers.Topics[0].Note != "100 = 50 + 50" {
			t.Errorf("%s: %+v, %v", a.Source, a.Answers, a.Err)
		}
	}
}

// A text of a few megabytes may have very many answers, also one within the other. Each part of the text is looked at once.
func TestVeryManyAnswersInAText(t *testing.T) {
	const many = 10_000
	all := pasted("mail.txt", strings.Repeat(`{"format":"coalcheck/1"}`+"\n", many), catalogue)
	if last := fmt.Sprintf("mail.txt:%d", many); len(all) != many || all[many-1].Source != last {
		t.Errorf("%d, the last one %s", len(all), all[len(all)-1].Source)
	}
	within := strings.Repeat(`{"format":"coalcheck/1","pills":`, 2_000) + strings.Repeat("}", 2_000)
	if all := pasted("mail.txt", within, catalogue); len(all) != 1 || all[0].Err == nil {
		t.Errorf("%d are within the first", len(all))
	}
	if all := pasted("mail.txt", strings.Repeat("format: coalcheck/1\n", many), catalogue); len(all) != many {
		t.Errorf("%d in YAML", len(all))
	}
}
