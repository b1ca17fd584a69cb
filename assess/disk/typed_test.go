package disk

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestTyped(t *testing.T) {
	t.Chdir(t.TempDir())
	home := map[string]string{"HOME": "/home/ana", "USERPROFILE": "/home/ana"}
	tests := []struct{ text, want string }{
		{"plan.yaml", "plan.yaml"},
		{"  plan.yaml ", "plan.yaml"},
		{"", ""},
		{"~", "/home/ana"},
		{"~/plans/a.yaml", "/home/ana/plans/a.yaml"},
		{"~/plans/", "/home/ana/plans/"},
		{"~bob/a.yaml", "~bob/a.yaml"},
		{"a~/b.yaml", "a~/b.yaml"},
		{"$HOME/a.yaml", "/home/ana/a.yaml"},
		{"'/tmp/our answers.yaml'", "/tmp/our answers.yaml"},
		{"'/tmp/our answers.yaml' ", "/tmp/our answers.yaml"},
		{`"/tmp/our answers.yaml"`, "/tmp/our answers.yaml"},
		{`'/tmp/it'\''s ours.yaml'`, "/tmp/it's ours.yaml"},
		{"'~/a.yaml'", "/home/ana/a.yaml"},
		{"file:///tmp/our%20answers%C3%A4.yaml", "/tmp/our answersä.yaml"},
		{"file:///tmp/100%.yaml", "file:///tmp/100%.yaml"},
		{"'", "'"},
		{"it's.yaml", "it's.yaml"},
	}
	if runtime.GOOS != "windows" {
		tests = append(tests, []struct{ text, want string }{
			{`/tmp/our\ answers\ \(1\).yaml `, "/tmp/our answers (1).yaml"},
			{`~/it\'s.yaml`, "/home/ana/it's.yaml"},
			{`a\\b.yaml`, `a\b.yaml`},
			{`a\`, `a\`},
		}...)
	}
	for _, test := range tests {
		if got := Typed(test.text, func(name string) string { return home[name] }); got != test.want {
			t.Errorf("%s means %q; want %q", test.text, got, test.want)
		}
	}
	if got := Typed("~/a.yaml", func(string) string { return "" }); got != "~/a.yaml" {
		t.Errorf("without a home, ~/a.yaml means %q", got)
	}
}

func TestGiven(t *testing.T) {
	home := t.TempDir()
	t.Chdir(home)
	for _, name := range []string{"our answers.yaml", "it's.yaml", "'a'.yaml"} {
		put(t, name, "")
	}
	if err := os.Mkdir("folder", 0o700); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ path, want string }{
		{"-", "-"},
		{"", ""},
		{"it's.yaml", "it's.yaml"},
		{"'a'.yaml", "'a'.yaml"},
		{"'our answers.yaml'", "our answers.yaml"},
		{`"our answers.yaml"`, "our answers.yaml"},
		{"file://" + filepath.ToSlash(home) + "/our%20answers.yaml", filepath.ToSlash(home) + "/our answers.yaml"},
		{"it's.yaml/", "it's.yaml"},
		{"folder/", "folder/"},
		{"'missing.yaml'", "'missing.yaml'"},
		{"~/missing.yaml", home + "/missing.yaml"},
	} {
		if runtime.GOOS == "windows" && test.path[:min(len(test.path), 5)] == "file:" {
			continue // a drive stands behind the third slash
		}
		if got := Given(test.path, func(string) string { return home }); got != test.want {
			t.Errorf("%s is %q; want %q", test.path, got, test.want)
		}
	}
}

// TestTypedNamesThatAreThere leaves a name alone that a file really has.
func TestTypedNamesThatAreThere(t *testing.T) {
	t.Chdir(t.TempDir())
	getenv := func(string) string { return "/home/ana" }
	if err := os.Mkdir("~", 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"~/a.yaml", "'b c.yaml'"} {
		put(t, name, "")
		if got := Typed(name, getenv); got != name {
			t.Errorf("%s means %q", name, got)
		}
	}
	if got := Expand("~/new.yaml", getenv); got != "~/new.yaml" {
		t.Errorf("in a folder that is called ~, a new file means %q", got)
	}
	if got, want := Expand(filepath.FromSlash("$HOME/new.yaml"), getenv), filepath.FromSlash("/home/ana/new.yaml"); filepath.FromSlash(got) != want {
		t.Errorf("it means %q; want %q", got, want)
	}
}

func TestNamesFolder(t *testing.T) {
	for path, want := range map[string]bool{"": false, "a": false, "a/": true, "/": true, "a/b": false} {
		if got := NamesFolder(path); got != want {
			t.Errorf("%q: %t", path, got)
		}
	}
}

func TestPathOfAnAddress(t *testing.T) {
	for _, tt := range []struct{ path, unix, windows string }{
		{"/home/ana/a.yaml", "/home/ana/a.yaml", `home\ana\a.yaml`},
		{"/C:/our files/a.yaml", "/C:/our files/a.yaml", `C:\our files\a.yaml`},
	} {
		if got := fromAddress(tt.path, "linux"); got != tt.unix {
			t.Errorf("%s on Unix: %s", tt.path, got)
		}
		if got := fromAddress(tt.path, "windows"); got != tt.windows {
			t.Errorf("%s on Windows: %s", tt.path, got)
		}
	}
}
