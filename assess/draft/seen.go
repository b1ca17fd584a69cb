package draft

import (
	"encoding/json"
	"path/filepath"
	"slices"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/disk"
)

// Seen is how far people have seen a result that was made from files, and has no draft to remember it. It names nobody and holds no
// answer.
type Seen struct {
	// Of tells by their content which answers it was made from.
	Of string `json:"of"`
	assess.Reveal
	// Plan is the plan file that was made, with its whole path, or empty.
	Plan string `json:"plan,omitempty"`
}

const (
	// maxSeen is the largest file of what was seen, in bytes.
	maxSeen = 64 << 10
	// mostSeen is how many results are remembered.
	mostSeen = 10
)

// LastSeen returns how far people have seen the result of these answers, or else nothing of it. The last ten results are
// remembered.
func LastSeen(env func(string) string, of string) Seen {
	s := Seen{Of: of}
	if path, err := seenPath(env); err == nil {
		all := readSeen(path)
		if i := slices.IndexFunc(all, s.same); i >= 0 {
			s = all[i]
		}
	}
	if !filepath.IsAbs(s.Plan) || !disk.Exists(s.Plan) {
		s.Plan = ""
	}
	return s
}

// Keep remembers it beside what was seen last of other answers, and waits until it is on the disk.
func (s *Seen) Keep(env func(string) string) error {
	path, err := seenPath(env)
	if err != nil {
		return err
	}
	if path, err = disk.Prepare(path); err != nil {
		return err
	}
	all := append([]Seen{*s}, slices.DeleteFunc(readSeen(path), s.same)...)
	text, err := json.Marshal(all[:min(len(all), mostSeen)])
	if err != nil {
		return err
	}
	return disk.Write(path, append(text, '\n'), disk.Options{Private: true, Replace: true})
}

// same reports whether another one is of the same answers.
func (s *Seen) same(other Seen) bool { return other.Of == s.Of }

// readSeen returns what was seen, the last first. A file that cannot be read holds nothing.
func readSeen(path string) []Seen {
	text, err := disk.ReadRegular(path, maxSeen)
	if err != nil {
		return nil
	}
	var all []Seen
	if json.Unmarshal(text, &all) != nil {
		return nil
	}
	return all
}

// seenPath returns the file beside the drafts.
func seenPath(env func(string) string) (string, error) {
	path, err := Path(env)
	return filepath.Join(filepath.Dir(path), "reveal.json"), err
}
