package answersfile_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/coalcheck/coalcheck/assess/answersfile"
)

// folder returns a folder with these files: the names between spaces, each with what it holds behind a =, or answers.
func folder(names ...string) fstest.MapFS {
	f := fstest.MapFS{}
	for _, name := range names {
		name, text, other := strings.Cut(name, "=")
		file := &fstest.MapFile{Data: []byte("# Ours.\nformat: coalcheck/1\npitfalls:\n")}
		if other {
			file.Data = []byte(text)
		}
		if text == "pipe" {
			file.Mode = fs.ModeNamedPipe
		}
		f[name] = file
	}
	return f
}

func TestFind(t *testing.T) {
	for _, test := range []struct {
		name   string
		folder fstest.MapFS
		want   []string
		passed []answersfile.PassedOver
		err    error
	}{
		{"in order", folder("b.yaml", "a.json", "c.yml"), []string{"a.json", "b.yaml", "c.yml"}, nil, nil},
		{"in any case", folder("a.YAML", "B.Json", "c.YML"), []string{"B.Json", "a.YAML", "c.YML"}, nil, nil},
		{"files of others", folder("a.yaml", "a.md=x", "yaml=x", "c.png=x", "notes.txt=format: A4", "desktop.ini=x"), []string{"a.yaml"}, nil, nil},
		{"documentation", folder("a.yaml", "how.md"), []string{"a.yaml"}, nil, nil},
		{"hidden", folder("a.yaml", ".b.yaml", ".#a.yaml", "._a.yaml", ".~lock.a.yaml#", ".a.yaml.swp"), []string{"a.yaml"}, nil, nil},
		{"backups", folder("a.yaml", "a.yaml~", "a.yaml.bak", "a.yaml.orig", "a.yaml#"), []string{"a.yaml"}, nil, nil},
		{"a backup alone", folder("a.yaml", "b.yaml.bak"), []string{"a.yaml"}, []answersfile.PassedOver{{"b.yaml.bak", answersfile.OtherName}}, nil},
		{"another ending", folder("a.yaml", "b.YML.txt=", "c.json (2)=", "d.yaml =", "e.yaml1="), []string{"a.yaml"}, []answersfile.PassedOver{
			{"b.YML.txt", answersfile.OtherName}, {"c.json (2)", answersfile.OtherName}, {"d.yaml ", answersfile.OtherName}, {"e.yaml1", answersfile.OtherName},
		}, nil},
		{"answers under another name", folder("a.yaml", "b.txt", "c", "d.jsonl={ \"format\": \"coalcheck/1\"}"), []string{"a.yaml"}, []answersfile.PassedOver{
			{"b.txt", answersfile.OtherName}, {"c", answersfile.OtherName}, {"d.jsonl", answersfile.OtherName},
		}, nil},
		{"placeholders", folder("a.yaml", ".b.yaml.icloud=", "c.json.nextcloud=", "d.yml.crdownload=", ".syncthing.e.yaml.tmp="), []string{"a.yaml"}, []answersfile.PassedOver{
			{".b.yaml.icloud", answersfile.NotHere},
			{".syncthing.e.yaml.tmp", answersfile.NotHere},
			{"c.json.nextcloud", answersfile.NotHere},
			{"d.yml.crdownload", answersfile.NotHere},
		}, nil},
		{"placeholders in any case", folder("a.yaml", ".B.Yaml.ICloud=", "c.JSON.Part="), []string{"a.yaml"}, []answersfile.PassedOver{
			{".B.Yaml.ICloud", answersfile.NotHere}, {"c.JSON.Part", answersfile.NotHere},
		}, nil},
		{"documents in a cloud", folder("a.yaml", "b.gdoc={}", "c.GSheet={}"), []string{"a.yaml"}, []answersfile.PassedOver{
			{"b.gdoc", answersfile.InCloud}, {"c.GSheet", answersfile.InCloud},
		}, nil},
		{"folders in folders", folder("a.yaml", "b/c/d.yaml", "e/f/g/h/i.yaml", "j/.k/l.yaml", "m/1/2/3/4/n.yaml"), []string{"a.yaml"}, []answersfile.PassedOver{
			{"b", answersfile.Deeper}, {"e", answersfile.Deeper},
		}, nil},
		{"a placeholder of a file that is there", folder("a.yaml", ".a.yaml.icloud=", ".DS_Store.icloud="), []string{"a.yaml"}, nil, nil},
		{"folders", folder("a.yaml", "b.yaml/c.yaml", "d/e.yaml", "f/g.png=x", "h/i.yaml=x", ".j/k.yaml", "l/.m.yaml"), []string{"a.yaml"}, []answersfile.PassedOver{
			{"b.yaml", answersfile.IsFolder}, {"d", answersfile.Deeper},
		}, nil},
		{"pipes", folder("a.yaml", "b.yaml=pipe", "c=pipe"), []string{"a.yaml"}, []answersfile.PassedOver{{"b.yaml", answersfile.IsDevice}}, nil},
		{"none", folder("a.md"), nil, nil, answersfile.ErrNone},
		{"none but in a folder", folder("d/e.yaml"), nil, []answersfile.PassedOver{{"d", answersfile.Deeper}}, answersfile.ErrNone},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, passed, err := answersfile.Find(test.folder)
			if !slices.Equal(got, test.want) || !slices.Equal(passed, test.passed) || !errors.Is(err, test.err) {
				t.Errorf("found %q, %v, %v; want %q, %v, %v", got, passed, err, test.want, test.passed, test.err)
			}
		})
	}
	if _, _, err := answersfile.Find(os.DirFS(filepath.Join(t.TempDir(), "missing"))); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("in a folder that is missing: %v", err)
	}
}

// A link to a folder is a folder, a link to a file is that file.
func TestFindFollowsLinks(t *testing.T) {
	folder := t.TempDir()
	for _, err := range []error{
		os.WriteFile(filepath.Join(folder, "a.yaml"), nil, 0o600),
		os.Mkdir(filepath.Join(folder, "b"), 0o700),
		os.Symlink("a.yaml", filepath.Join(folder, "c.yaml")),
		os.Symlink("b", filepath.Join(folder, "d.yaml")),
		os.Symlink("nowhere", filepath.Join(folder, "e.yaml")),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	got, passed, err := answersfile.Find(os.DirFS(folder))
	if want := []string{"a.yaml", "c.yaml", "e.yaml"}; !slices.Equal(got, want) || err != nil {
		t.Errorf("found %v, %v; want %v", got, err, want)
	}
	if want := []answersfile.PassedOver{{"d.yaml", answersfile.IsFolder}}; !slices.Equal(passed, want) {
		t.Errorf("passed over %v; want %v", passed, want)
	}
}
