package textfile_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess/textfile"
)

var errReceipt = errors.New("this is a receipt")

// fullMenu reads a menu in which each dish has a price, and a chef may say something.
func fullMenu() (r *textfile.Reader, check func(root *yaml.Node)) {
	dishes := []string{"bread", "fish-soup", "chef", "1"}
	r = menu(1000, 4)
	r.Texts, r.First = []string{"chef"}, "bread"
	r.Known = func(name string) bool { return slices.Contains(dishes, name) }
	r.Others = []textfile.Other{{Is: func(text string) bool { return strings.HasPrefix(text, "receipt") }, Kind: errReceipt}}
	return r, func(root *yaml.Node) {
		if root == nil || root.Kind != yaml.MappingNode {
			r.RefuseOther("this is no menu")
			return
		}
		values := r.Fields(root, len(dishes), func(name string) int { return slices.Index(dishes, name) }, func(key *yaml.Node) {
			r.Addf(key, "no dish is called %s", textfile.Quote(key.Value))
		})
		for i, value := range values {
			if dishes[i] == "chef" {
				r.Text("chef", value, textfile.Limits{Length: 60, Breaks: true})
			} else if value == nil {
				continue
			} else if _, ok := textfile.WholeNumber(value); !ok {
				r.Addf(value, "%s is no price", textfile.Describe(value))
			}
		}
	}
}

func TestChanges(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"none", "bread: 2\n", ""},
		{"quotes around a colon", "bread: 2\nchef: “Best: bread”", `2:7: the quote “ is curly, as word processors and phones write it; write a straight one, " or ' (and 1 more like it)`},
		{"quotes that are meant", "bread: 2\nchef: “Best” bread – ever\u00a0！", ""},
		{"quotes that are meant beside a mistake", "chef: “Best” – ever\nbread: x", "2:8: x is no price"},
		{"quotes within quotes", "{bread: 2, chef: “the \"best\" \\ one, really”}", `1:18: the quote “ is curly, as word processors and phones write it; write a straight one, " or ' (and 1 more like it)`},
		{"an apostrophe", "bread: it’s free", `1:8: "it’s free" is no price`},
		{"a dash", "fish–soup: 3", "1:5: the dash – is a long one, as word processors write it; write a hyphen, -"},
		{"a dash that is none of ours", "bread: –", `1:8: "–" is no price`},
		{"spaces, once", "bread:\u00a03\nfish-soup:\u00a04", "1:7: a no-break space (U+00A0) is here; put an ordinary space in its place (and 1 more like it)"},
		{"what is behind it", "bread: \u200b\u200b3 # \u200b\nfish-soup: \u2060x", "1:8: a zero-width space, which is invisible (U+200B), is here; delete it, if need be with the characters beside it, and type those again (and 2 more like it)\n" +
			"menu.yaml:2:13: x is no price"},
		{"places behind it", "\u2060bread\u00ad: x", "1:1: a joiner, which is invisible (U+2060), is here; delete it, if need be with the characters beside it, and type those again (and 1 more like it)\n" +
			"menu.yaml:1:10: x is no price"},
		{"a colon without a space", "bread：x", "1:6: ： is a full-width sign; write :\nmenu.yaml:1:7: x is no price"},
		{"digits of three scripts", "bread: ３\nfish-soup: ৩\n'1': 𝟛", "1:8: ３ is a full-width digit; write 3 (and 2 more like it)"},
		{"a capital", "Bread: 3\nFISH-SOUP: 4\nChef: A: B", `1:1: names are written in small letters: "bread", not "Bread" (and 2 more like it)` + "\n" +
			"menu.yaml:3:8: this is the second colon of the line; put a text that holds a colon in quotes"},
		{"a capital that is ours", "Brad: 3", `1:1: no dish is called "Brad"`},
		{"a conflict", "bread: 3\n<<<<<<< a\nfish-soup: 3\n>>>>>>> b", "2:1: this line is a mark of git between two versions of the file that conflict; keep one version, and remove the lines " +
			"that begin with <<<<<<<, ======= or >>>>>>>"},
		{"no conflict", "chef: |\n  a\n  <<<<<<< a\n  =======\nbread: x", "5:8: x is no price"},
		{"a fence in somebody's words", "chef: |\n  ```\n  a\n  ```\nbread: x", "5:8: x is no price"},
		{"a quoted mail", "> bread: 3\n> fish-soup: x", "1:1: > begins the lines of a quoted mail; remove it and the space after it, and the lines that are not quoted (and 1 more like it)\n" +
			"menu.yaml:2:14: x is no price"},
		{"a receipt", "receipt: 4", "1:1: this is a receipt"},
		{"no menu at all", "- a\n- b", "1:1: this is no menu"},
		{"a letter", "Dear guests: we \"close\"\n\tsoon.", "1:1: nothing of a menu is in it"},
		{"a table", "a;b\n“c”;d", "1:1: this is a table"},
		{"lines of JSON", "{\"bread\": 3}\n {\"bread\": 4}", "2:2: these are 2 menus"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r, check := fullMenu()
			err := r.Read([]byte(test.text), check)
			want := ""
			if test.want != "" {
				want = "menu.yaml:" + test.want
			}
			if got := message(err); got != want {
				t.Errorf("got  %q\nwant %q", got, want)
			}
			if errors.Is(err, errReceipt) != (test.name == "a receipt") {
				t.Errorf("the kind of file is %v", errors.Unwrap(err))
			}
		})
	}
}

// TestWhatIsMeantIsRead changes a sound text as programs do. The changes are then all that is wrong with it.
func TestChangesAroundTheLines(t *testing.T) {
	const (
		above    = "this line does not belong to the file, which begins in line %d; remove all lines above that"
		below    = "this line does not belong to the file; remove it and all lines below it"
		mark     = "- marks the item of a list; remove it and the space after it"
		html     = "%s is a sign of web pages (HTML); remove it, or write what it stands for"
		comment  = "JSON has no comments; remove this one"
		brokeOff = "this looks like the end of the text above, which a mail program broke off; join the two lines"
		numbers  = "the numbers of the lines were copied with them; remove them (and 2 more like it)"
		conflict = "this line is a mark of git between two versions of the file that conflict; keep one version, and remove the lines that begin with <<<<<<<, ======= or >>>>>>>"
		colon    = "%s is in the place of the colon; write a colon and a space"
	)
	for _, test := range []struct{ name, text, want string }{
		{"a greeting", "Hi all,\n\nhere it is:\nbread: 2\nfish-soup: x", "1:1: " + fmt.Sprintf(above, 4) + "\nmenu.yaml:5:12: x is no price"},
		{"one name that is not known", "breat: 2\nbread: 2", "1:1: no dish is called \"breat\""},
		{"a comment and a rule", "# Menu\n---\nbread: x", "3:8: x is no price"},
		{"a signature", "bread: 2\n-- \nAna\nChef: of all", "2:1: the signature of a mail begins here; remove this line and all lines below it"},
		{"a farewell", "bread: 2\n\nSent from my phone\nAna", "3:1: " + below},
		{"a name without a colon at the end", "fish-soup: 2\n\nbread", "3:1: a price is missing"},
		{"a note of two lines", "bread: 2\nchef: Best of\nall breads\nfish-soup: 3", "3:1: " + brokeOff},
		{"a note and a name without a colon", "bread: 2\nchef: Best\nfish-soup 3", "3:1: a price is missing"},
		{"numbers of lines", "1: bread: 2\n2: fish-soup: 3\n3: chef: x", "1:1: " + numbers},
		{"numbers of an editor", "  7\tbread: 2\n  8\tfish-soup: x\n  9\tchef: x", "1:1: " + numbers + "\nmenu.yaml:2:16: x is no price"},
		{"a name that is a number", "1: 2\nbread: x", "2:8: x is no price"},
		{"items", "* bread: 2\n* fish-soup: x", "1:1: *" + mark[1:] + " (and 1 more like it)\nmenu.yaml:2:14: x is no price"},
		{"points", "bread: 2\n• fish-soup: 3", "2:1: •" + mark[1:]},
		{"hyphens among names", "bread: 2\n- fish-soup: 3", "2:1: " + mark},
		{"line breaks of a page", "bread: 2<br>\nfish-soup:&nbsp;x<BR/>", "1:9: " + fmt.Sprintf(html, "<br>") + " (and 2 more like it)\nmenu.yaml:2:17: x is no price"},
		{"signs of a page in a note", "bread: x\nchef: <b>Best</b> &amp; more", "1:8: x is no price"},
		{"a comment in JSON", `{"bread": 2, /* two */ "chef": "// none" // one` + "\n}", "1:14: " + comment + " (and 1 more like it)"},
		{"a comment of several lines", "{\"bread\": 2 /* a\nb */, \"fish-soup\": \"x\"}", "1:13: " + comment + "\nmenu.yaml:2:20: \"x\" is no price"},
		{"an address in JSON", `{"bread": "https://x"}`, `1:11: "https://x" is no price`},
		{"the end of a conflict", "bread: 2\n=======\nbread: 3", "2:1: " + conflict},
		{"the middle of a conflict", "bread: 2\n||||||| base\nfish-soup: 3", "2:1: " + conflict},
		{"marks in a note", "bread: x\nchef: |\n  <<<<<<< y\n  =======", "1:8: x is no price"},
		{"an equals sign", "bread = 2\nfish-soup: 3", "1:7: " + fmt.Sprintf(colon, "=")},
		{"a semicolon", "bread; 2\nfish-soup: 3", "1:6: " + fmt.Sprintf(colon, ";")},
		{"a byte order mark behind a note", "chef: x\n\ufeffbread: 2", "2:1: an invisible byte order mark (U+FEFF) is here, as after joining files; delete it"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r, check := fullMenu()
			got := ""
			if err := r.Read([]byte(test.text), check); err != nil {
				got = err.Error()
			}
			if test.want != "" {
				test.want = "menu.yaml:" + test.want
			}
			if got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

func TestOtherFormats(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"a picture", "\x89PNG\r\n\x1a\n....", "this is a picture, not a menu; what it shows has to be typed"},
		{"a picture of a phone", "\x00\x00\x00\x18ftypheic", "this is a picture, not a menu; what it shows has to be typed"},
		{"a video", "\x00\x00\x00\x18ftypmp42", "this is not a text file; is it the right file?"},
		{"a document of Apple", "PK\x03\x04....Index/Document.iwa", "this is a document of an office program, not a menu; copy its text into a plain text editor and save it there"},
		{"an archive of today", "\x28\xb5\x2f\xfd\x04\x00", "this is an archive, not a menu; unpack it, and name a file that was in it"},
		{"a program", "\x7fELF\x02\x01", "this is a program, not a menu; is it the right file?"},
		{"a shortcut", "L\x00\x00\x00\x01\x14\x02\x00", "this is a shortcut, not a menu; name the file that it leads to"},
		{"a companion", "\x00\x05\x16\x07\x00\x02", `this is what macOS keeps beside a file, not a menu; name the file without "._" before its name`},
		{"a document of a cloud", `{"doc_id": "x", "email": "a@b.example"}`, "this leads to a document in a cloud, not to a menu; open it there, and download it as plain text"},
		{"a placeholder", "version https://git-lfs.github.com/spec/v1\n", "this is a placeholder of Git LFS, not a menu; fetch the file itself with: git lfs pull"},
		{"a calendar", "BEGIN:VCALENDAR\n", "this is a calendar or an address card, not a menu; is it the right file?"},
		{"a diff", "--- a/m\n+++ b/m\n@@ -1 +1 @@\n-bread: 2\n+bread: 3\n", "this is a comparison of two versions of a file (a diff), not a menu; name the file itself"},
		{"a mail", "Received: x\n\tby y\nX-Y: z\nFrom: a\n\nbread: 2\n", "this is a mail, not a menu; save the file that is attached to it, or only the lines of the answers"},
		{"not a mail", "From: a\n\nbread: x\n", "x is no price"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r, check := fullMenu()
			err := r.Read([]byte(test.text), check)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v; want %q", err, test.want)
			}
		})
	}
}

// TestLongLinesAreExplainedAtOnce checks that no change takes time out of proportion to the size of the file.
func TestLongLinesAreExplainedAtOnce(t *testing.T) {
	for _, part := range []string{"<b>", "/* */", "- bread: 2\n", "&nbsp;\n", "chef: <b>\n", "* a\n", "  =======\n", "1 2\n", "a\n\n"} {
		r, check := fullMenu()
		r.MaxSize = 1 << 18
		text := "{bread:: " + strings.Repeat(part, r.MaxSize/len(part)-10)
		if err := r.Read([]byte(text), check); err == nil {
			t.Errorf("%q is taken for a menu", part)
		}
	}
}

func TestWhatIsMeantIsRead(t *testing.T) {
	changes := map[string][]string{
		" ": {" ", "\u00a0", "\u202f", " \u200b", "\ufeff ", "\u3000"}, "-": {"-", "–", "‑", "−"}, "3": {"3", "３", "٣", "③"},
		":": {":", "："}, "'": {"'", "‘", "’"}, "b": {"b", "B", "ｂ", "b\u00ad"}, "\n": {"\n", "\r\n", "\r"},
	}
	rapid.Check(t, func(t *rapid.T) {
		var text strings.Builder
		changed := false
		for i, line := range strings.SplitAfter("bread: 3\nfish-soup: 3\n'1': 3\n", "\n") {
			if line != "" && rapid.Bool().Draw(t, "quoted") && i > 0 {
				line = strings.TrimSuffix(line, "\n") + " # “it” – is\u00a0fine\n"
			}
			head, comment, _ := strings.Cut(line, " #")
			for _, c := range head {
				spelled := string(c)
				if ways := changes[spelled]; ways != nil {
					spelled = rapid.SampledFrom(ways).Draw(t, "spelled")
				}
				changed = changed || spelled != string(c) && strings.TrimSpace(spelled) != ""
				text.WriteString(spelled)
			}
			if comment != "" {
				text.WriteString(" #" + comment)
			}
		}
		r, check := fullMenu()
		err := r.Read([]byte(text.String()), check)
		if err == nil {
			return
		}
		for _, p := range err.(*textfile.Error).Problems { //nolint:errorlint // it is no other
			if strings.Contains(p.Message, "price") || strings.Contains(p.Message, "dish") || !changed {
				t.Fatalf("%q: %v", text.String(), err)
			}
		}
	})
}

func TestLittleIsKeptOfALongLine(t *testing.T) {
	line := "bread: " + strings.Repeat("é", 400) + " x " + strings.Repeat("漢", 400)
	r, check := fullMenu()
	r.MaxSize = 10_000
	var file *textfile.Error
	if err := r.Read([]byte(line), check); !errors.As(err, &file) {
		t.Fatal(err)
	}
	if p := file.Problems[0]; p.Column != 8 || p.Before != 7 || p.Source != string([]rune(line)[:7+128]) {
		t.Errorf("got %+v", p)
	}
	r, _ = fullMenu()
	r.MaxSize = 10_000
	err := r.Read([]byte(line), func(*yaml.Node) { r.AddAt(textfile.Position{Line: 1, Column: 409}, "here") })
	if !errors.As(err, &file) {
		t.Fatal(err)
	}
	if p := file.Problems[0]; p.Before != 128 || p.Source != string([]rune(line)[408-128:408+128]) {
		t.Errorf("got %+v", p)
	}
}
