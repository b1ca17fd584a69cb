package disk

import (
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// Typed returns the path that a person means who has typed a text where a file is asked for, or has dragged a file there:
// without the quotes and backslashes that terminals put around what would mean something to a shell, and with ~ as
// Expand takes it. getenv looks up environment variables, as os.Getenv does.
func Typed(text string, getenv func(string) string) string {
	text = strings.TrimSpace(text)
	if _, err := os.Lstat(text); err == nil {
		return text
	}
	switch {
	case len(text) > 1 && (text[0] == '\'' || text[0] == '"') && text[len(text)-1] == text[0]:
		quote := text[:1]
		text = text[1 : len(text)-1]
		if quote == "'" {
			text = strings.ReplaceAll(text, `'\''`, "'")
		}
	case strings.HasPrefix(text, "file:///"):
		if path, err := url.PathUnescape(strings.TrimPrefix(text, "file://")); err == nil {
			text = fromAddress(path, runtime.GOOS)
		}
	case filepath.Separator != '\\':
		text = withoutBackslashes(text)
	}
	return Expand(text, getenv)
}

// Given returns the file that a person means who has given a path to a program that reads it: as Typed does, where there is
// no file of that name but one of the other, and without a slash behind the name of a file.
func Given(path string, getenv func(string) string) string {
	expanded := Expand(path, getenv)
	if _, err := os.Lstat(expanded); err == nil {
		return expanded
	}
	for _, other := range []string{Typed(path, getenv), strings.TrimRightFunc(expanded, isSeparator)} {
		if _, err := os.Stat(other); err == nil {
			return other
		}
	}
	return expanded
}

// fromAddress returns the path of a file from that of its address, which on Windows begins with a slash before the drive.
func fromAddress(path, system string) string {
	if system == "windows" {
		return strings.ReplaceAll(strings.TrimPrefix(path, "/"), "/", `\`)
	}
	return path
}

// Expand returns a path with the home folder for ~ at its start, as a shell does it where it sees one. A file or folder
// that is really called so is left alone.
func Expand(path string, getenv func(string) string) string {
	first, rest := path, ""
	if i := strings.IndexFunc(path, isSeparator); i >= 0 {
		first, rest = path[:i], path[i:]
	}
	variable := "HOME"
	if runtime.GOOS == "windows" {
		variable = "USERPROFILE"
	}
	switch first {
	case "~", "$HOME", "${HOME}", "%USERPROFILE%":
	default:
		return path
	}
	home := getenv(variable)
	if _, err := os.Lstat(first); err == nil || home == "" {
		return path
	}
	return home + rest
}

func isSeparator(r rune) bool { return r == '/' || r == filepath.Separator }

// NamesFolder reports whether a path ends as those of folders do: what is meant is a file in it.
func NamesFolder(path string) bool {
	return path != "" && isSeparator(rune(path[len(path)-1]))
}

// withoutBackslashes returns a text as a shell reads it in which a backslash takes the next character for itself.
func withoutBackslashes(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+1 < len(text) {
			i++
		}
		b.WriteByte(text[i])
	}
	return b.String()
}
