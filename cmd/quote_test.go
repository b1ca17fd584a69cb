package cmd

import "testing"

func TestNamesOfFilesInMessages(t *testing.T) {
	tests := []struct{ path, shown, quoted string }{
		{"riverside.yaml", "riverside.yaml", "riverside.yaml"},
		{"our answers.yaml", "our answers.yaml", `"our answers.yaml"`},
		{"", `""`, `""`},
		{"a\x1b[2Jb", `"a\x1b[2Jb"`, `"a\x1b[2Jb"`},
		{"a\u202eb", `"a\u202eb"`, `"a\u202eb"`},
		{"a\xffb", `"a\xffb"`, `"a\xffb"`},
		{"Ärzte.yaml", "Ärzte.yaml", "Ärzte.yaml"},
		{"ශ්\u200dරී.yaml", "ශ්\u200dරී.yaml", "\"ශ්\u200dරී.yaml\""},
		{"it's.yaml", "it's.yaml", `"it's.yaml"`},
		{"$x & y.yaml", "$x & y.yaml", `'$x & y.yaml'`},
		{"-x.yaml", "./-x.yaml", "./-x.yaml"},
		{"-", "-", "-"},
		{"=1 + 1.yaml", "./=1 + 1.yaml", `"./=1 + 1.yaml"`},
		{"@x\n", `"./@x\n"`, `"./@x\n"`},
	}
	for _, test := range tests {
		if got := displayPath(test.path); got != test.shown {
			t.Errorf("displayPath(%q) is %s, want %s", test.path, got, test.shown)
		}
		if got := shellQuote(test.path); got != test.quoted {
			t.Errorf("shellQuote(%q) is %s, want %s", test.path, got, test.quoted)
		}
	}
}

func TestQuotesOfEachSystem(t *testing.T) {
	for _, tt := range []struct{ path, unix, windows string }{
		{`C:\coalition\a.yaml`, `'C:\coalition\a.yaml'`, `C:\coalition\a.yaml`},
		{`C:\our files\a.yaml`, `'C:\our files\a.yaml'`, `"C:\our files\a.yaml"`},
		{"$x.yaml", "'$x.yaml'", `"$x.yaml"`},
		{"it's here.yaml", `"it's here.yaml"`, `"it's here.yaml"`},
	} {
		if got := quoteFor("linux", tt.path); got != tt.unix {
			t.Errorf("%s on Unix: %s, want %s", tt.path, got, tt.unix)
		}
		if got := quoteFor("windows", tt.path); got != tt.windows {
			t.Errorf("%s on Windows: %s, want %s", tt.path, got, tt.windows)
		}
	}
}
