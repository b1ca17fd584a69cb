package collect

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
)

func TestReadLine(t *testing.T) {
	const twenty = "12345dn-112345dn-112"
	for _, tt := range []struct {
		name, line string
		statements int
		role       assess.Role
		// problem is a part of what is wrong, or empty.
		problem string
	}{
		{"answers alone", twenty, 20, "", ""},
		{"with blanks", " 12345 dn-11\t2345d n-112 ", 20, "", ""},
		{"capitals", strings.ToUpper(twenty) + "M", 20, assess.Member, ""},
		{"a letter behind", twenty + "l", 20, assess.Leader, ""},
		{"a word behind", twenty + " Staff", 20, assess.Staff, ""},
		{"partner", twenty + " partner ", 20, assess.Partner, ""},
		{"a hyphen for no role", twenty + " -", 20, "", ""},
		{"two hyphens too many", twenty + "--", 20, "", "the line answers 22"},
		{"dashes of a word processor", strings.ReplaceAll(twenty, "-", "–"), 20, "", ""},
		{"fifty", twenty + twenty + "1234512345 m", 50, assess.Member, ""},
		{"one answer less", twenty[1:], 20, "", "the sheet has 20 statements, and the line answers 19; - stands for"},
		{"one answer less, and a role", twenty[1:] + " m", 20, "", "the sheet has 20 statements, and the line answers 19; - stands for"},
		{"one answer less, and a word", twenty[1:] + " x", 20, "", `"x" is no answer to statement 20; an answer is 1 to 5, d, n or -`},
		{"one answer more", twenty + "1", 20, "", "the sheet has 20 statements, and the line answers 21"},
		{"one more, and a role", twenty + "1m", 20, "", "the line answers 21"},
		{"a wrong answer", "123456" + twenty[6:], 20, "", `"6" is no answer to statement 6`},
		{"no role", twenty + " chair", 20, "", `"chair" is no role; a role is leader, staff, member or partner`},
		{"nothing", "", 20, "", "the line answers 0"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l, err := ReadLine(tt.line, tt.statements)
			switch {
			case tt.problem != "":
				if err == nil || !strings.Contains(err.Error(), tt.problem) {
					t.Errorf("%v, %v", l, err)
				}
			case err != nil || len(l.Ratings) != tt.statements || l.Role != tt.role:
				t.Errorf("%v, %v", l, err)
			case l.Ratings[4] != 5 || l.Ratings[5] != assess.DontKnow || l.Ratings[6] != assess.NotApplicable || l.Ratings[7] != assess.Unanswered:
				t.Errorf("read as %v", l.Ratings)
			}
		})
	}
}

// A line that is made of ratings and a role is read as these.
func TestReadLineReadsWhatIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ratings := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) assess.Rating {
			return assess.Rating(rapid.IntRange(0, int(assess.NotApplicable)).Draw(t, "rating"))
		}), 1, 50).Draw(t, "ratings")
		role := rapid.SampledFrom(roles).Draw(t, "role")
		var line strings.Builder
		for _, r := range ratings {
			line.WriteString(SignOf(r) + rapid.SampledFrom([]string{"", " ", "\t"}).Draw(t, "gap"))
		}
		l, err := ReadLine(line.String()+string(role), len(ratings))
		if err != nil || l.Role != role {
			t.Fatalf("%v, %v", l, err)
		}
		for i, r := range ratings {
			if l.Ratings[i] != r {
				t.Fatalf("answer %d of %q is %v", i+1, line.String(), l.Ratings[i])
			}
		}
	})
}

func TestSheetNumber(t *testing.T) {
	for name, want := range map[string]int{
		"Sheet 1": 1, "Sheet 120": 120, "Sheet 0": 0, "Sheet -1": 0, "Sheet 01": 0, "Sheet": 0, "Sheet 1a": 0, "7": 0, "sheet 7": 0, "": 0, SheetName(7): 7,
	} {
		if got := SheetNumber(name); got != want {
			t.Errorf("%q is sheet %d", name, got)
		}
	}
}

func TestFolderOfSheets(t *testing.T) {
	there := arrived("x", "format: coalcheck/1\nrespondent: Ana\n", "format: coalcheck/1\nrespondent: Sheet 7\npitfalls: {overcommitted: 3}\n",
		"format: coalcheck/1\nrespondent: Sheet 2\n")
	if got := NextSheet(there); got != 8 {
		t.Errorf("the next sheet is %d", got)
	}
	if a := FileOf(there, 2); a == nil || a.Source != "4" || FileOf(there, 3) != nil {
		t.Errorf("sheet 2 is %+v", a)
	}
	if d, known := DepthOf(there); d != assess.Quick || !known {
		t.Errorf("depth %v, %t", d, known)
	}
	if _, known := DepthOf(there[:2]); known || NextSheet(nil) != 1 {
		t.Error("a folder without answers has a depth, or a first sheet that is not 1")
	}
}

// Whoever answers on paper sends no code: a code that says the same as a sheet is another person's, and so the other way round.
func TestSheetsAreNoCodes(t *testing.T) {
	const mail = "coalcheck: " + quick + "\n"
	code := arrived(mail)
	Name(code, nil, "", catalogue)
	sheet := strings.Replace(string(code[0].Text), "role: member", "respondent: Sheet 1\nrole: member", 1)
	for _, tt := range []struct{ there, come string }{{sheet, mail}, {string(code[0].Text), sheet}} {
		come := arrived(tt.come)
		Admit(come, arrived(tt.there), false, catalogue)
		if come[0].Err != nil || come[0].Known != "" {
			t.Errorf("%s\nis known beside\n%s", tt.come, tt.there)
		}
	}
	come := arrived(sheet)
	if Admit(come, arrived(sheet), false, catalogue); come[0].Known == "" {
		t.Error("the same file is not known")
	}
}
