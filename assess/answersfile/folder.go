package answersfile

import (
	"errors"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// Extensions are how the names of answers files end, in any case. The first one is that of new files.
var Extensions = []string{".yaml", ".yml", ".json"}

// HasExtension reports whether a file is called as an answers file is.
func HasExtension(name string) bool {
	return slices.Contains(Extensions, strings.ToLower(filepath.Ext(name)))
}

// ErrNone means that a folder holds no answers files.
var ErrNone = errors.New("no answers files")

// PassedOver is something in a folder that looks like answers and is not read.
type PassedOver struct {
	Name string
	Why  Why
}

// Why says why something is passed over.
type Why uint8

// The reasons.
const (
	// OtherName means that the name of a file does not end as that of an answers file does.
	OtherName Why = iota
	// NotHere means that there is only a placeholder of a file, or a part: the rest is in a cloud or on the way.
	NotHere
	// IsFolder means a folder that is called like a file.
	IsFolder
	// IsDevice means a pipe, a socket or a device.
	IsDevice
	// Deeper means a folder in which there are answers files.
	Deeper
	// InCloud means a file that leads to a document in a cloud.
	InCloud
	// IsReport and IsPlanFile mean a file that coalcheck wrote, which its content tells.
	IsReport
	IsPlanFile
)

// Find returns the names of the answers files in a folder, sorted, and what looks like answers beside them. Folders within
// it are not searched. A name that begins with a dot is a trace of another program, such as an editor. The error is
// ErrNone where there are no answers files.
func Find(folder fs.FS) (names []string, passed []PassedOver, err error) {
	entries, err := fs.ReadDir(folder, ".")
	if err != nil {
		return nil, nil, err
	}
	s := search{folder: folder, looks: mostLooks}
	for _, e := range entries {
		if mode := s.mode(e); HasExtension(e.Name()) && mode.IsRegular() && !strings.HasPrefix(e.Name(), ".") {
			names = append(names, e.Name())
		} else if why, meant := s.looksMeant(e.Name(), mode); meant {
			passed = append(passed, PassedOver{e.Name(), why})
		}
	}
	if len(names) == 0 {
		err = ErrNone
	}
	return names, passed, err
}

// search is a search for what looks like answers and is not called so.
type search struct {
	folder fs.FS
	// looks is how many more files the search may open.
	looks int
}

const (
	// mostLooks is how many files a search opens whose names are not those of answers files.
	mostLooks = 200
	// mostLevels is how many levels of folders it goes down below those in the folder.
	mostLevels = 3
	// lookSize is how much of a file it looks at, in bytes. The format stands at the top.
	lookSize = 4 << 10
)

// mode returns what kind of file an entry is, or what a link leads to. A link into nothing counts as a file: reading it
// tells what is wrong.
func (s *search) mode(e fs.DirEntry) fs.FileMode {
	if e.Type()&fs.ModeSymlink == 0 {
		return e.Type()
	}
	info, err := fs.Stat(s.folder, e.Name())
	if err != nil {
		return 0
	}
	return info.Mode().Type()
}

// looksMeant reports whether something looks like answers and is not read, and why it is not.
func (s *search) looksMeant(name string, mode fs.FileMode) (why Why, meant bool) {
	if original, ok := placeholder(name); ok {
		return NotHere, !s.has(original)
	}
	original, rest := cutExtension(name)
	switch {
	case strings.HasPrefix(name, "."):
		return 0, false
	case mode.IsDir() && HasExtension(name):
		return IsFolder, true
	case mode.IsDir():
		return Deeper, s.holdsAnswers(name, mostLevels)
	case !mode.IsRegular():
		return IsDevice, HasExtension(name)
	case slices.Contains(cloudEndings, strings.ToLower(filepath.Ext(name))):
		return InCloud, true
	case original != "" && isBackup(rest):
		return OtherName, !s.has(original)
	default:
		return OtherName, original != "" || s.isAnswers(name)
	}
}

// cloudEndings are those of files that lead to a document or a table of Google.
var cloudEndings = []string{".gdoc", ".gsheet"}

func (s *search) has(name string) bool {
	_, err := fs.Stat(s.folder, name)
	return err == nil
}

// placeholder returns the name of the file of which a cloud or a download has only a placeholder or a part.
func placeholder(name string) (original string, ok bool) {
	for _, before := range []string{".syncthing.", "~syncthing~"} {
		if rest, found := strings.CutPrefix(name, before); found {
			return cutEnding(rest, ".tmp")
		}
	}
	if rest, hidden := strings.CutPrefix(name, "."); hidden {
		return cutEnding(rest, ".icloud")
	}
	return cutEnding(name, ".icloud", ".nextcloud", ".owncloud", ".rsls", ".part", ".partial", ".crdownload", ".opdownload", ".download", ".filepart")
}

// cutEnding returns the name of an answers file to which one of the endings was added, in any case.
func cutEnding(name string, endings ...string) (original string, ok bool) {
	ending := filepath.Ext(name)
	original = strings.TrimSuffix(name, ending)
	return original, slices.Contains(endings, strings.ToLower(ending)) && HasExtension(original)
}

// cutExtension returns the part of a name that ends as that of an answers file does, and what comes after it, as in
// ana.yaml.txt and "ana.yaml (1)".
func cutExtension(name string) (original, rest string) {
	if m := extensionWithin().FindStringSubmatch(name); m != nil {
		return m[1], m[2]
	}
	return "", ""
}

var extensionWithin = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(.+\.(?:ya?ml|json))([^\pL\pN].*|[0-9]+)$`)
})

// isBackup reports whether editors call the former text of a file so.
func isBackup(rest string) bool {
	return slices.Contains([]string{"~", ".bak", ".orig", ".old", ".swp", ".swo", ".tmp", ".save"}, strings.ToLower(rest)) ||
		strings.HasPrefix(rest, ".~") || strings.HasPrefix(rest, "#")
}

// holdsAnswers reports whether a folder within the folder has an answers file, or one of so many levels of folders in it.
func (s *search) holdsAnswers(folder string, levels int) bool {
	entries, err := fs.ReadDir(s.folder, folder)
	if err != nil {
		return false
	}
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
		name := folder + "/" + e.Name()
		switch {
		case strings.HasPrefix(e.Name(), "."):
			return false
		case e.IsDir():
			return levels > 0 && s.holdsAnswers(name, levels-1)
		default:
			return e.Type().IsRegular() && HasExtension(e.Name()) && s.isAnswers(name)
		}
	})
}

// isAnswers reports whether a file begins as an answers file does.
func (s *search) isAnswers(name string) bool {
	if s.looks == 0 || strings.EqualFold(filepath.Ext(name), ".md") {
		return false
	}
	s.looks--
	file, err := s.folder.Open(name)
	if err != nil {
		return false
	}
	defer file.Close() //nolint:errcheck // nothing was written
	text := make([]byte, lookSize)
	n, _ := file.Read(text)
	return firstLine().Match(text[:n])
}

// firstLine matches the line that names the format, at the beginning of a line.
var firstLine = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?mi)^[\s>{"“\x{feff}]*format["”]?\s*[:：]\s*["“]?` + formatName + `/\d`)
})
