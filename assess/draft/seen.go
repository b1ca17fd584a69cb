package draft

import (
	"encoding/json"
	"path/filepath"

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

// maxSeen is the largest file that holds it, in bytes.
const maxSeen = 64 << 10

// LastSeen returns how far people have seen the result of these answers, or else nothing of it. Only the last result is remembered.
func LastSeen(env func(string) string, of string) Seen {
	s := Seen{Of: of}
	if path, err := seenPath(env); err == nil {
		if text, err := disk.ReadRegular(path, maxSeen); err == nil {
			var last Seen
			if json.Unmarshal(text, &last) == nil && last.Of == of {
				s = last
			}
		}
	}
	if !filepath.IsAbs(s.Plan) || !disk.Exists(s.Plan) {
		s.Plan = ""
	}
	return s
}

// Keep remembers it in the place of any other, and waits until it is on the disk.
func (s *Seen) Keep(env func(string) string) error {
	path, err := seenPath(env)
	if err != nil {
		return err
	}
	if path, err = disk.Prepare(path); err != nil {
		return err
	}
	text, err := json.Marshal(s)
	if err != nil {
		return err
	}
	return disk.Write(path, append(text, '\n'), disk.Options{Private: true, Replace: true})
}

// seenPath returns the file beside the drafts.
func seenPath(env func(string) string) (string, error) {
	path, err := Path(env)
	return filepath.Join(filepath.Dir(path), "reveal.json"), err
}
