package assess

import (
	"encoding/binary"
	"hash/fnv"
	"strconv"

	"github.com/coalcheck/coalcheck/pitfalls"
)

// Fingerprint identifies the content of answers, however a file spells them. It is 128 bits of FNV-1a: two files with
// different answers do not get the same one by accident.
type Fingerprint [16]byte

// Fingerprint returns the fingerprint of everything that the answers say about a coalition. The mark of an unfinished
// run is not part of it, nor is the order in which a focus was named.
func (a *Answers) Fingerprint(c *pitfalls.Catalogue) Fingerprint {
	text := make([]byte, 0, 1024)
	for _, s := range []string{a.Coalition, a.Respondent, string(a.Role), a.Date} {
		text = appendText(text, s)
	}
	text = binary.AppendVarint(text, int64(a.Present))
	focus := uint64(0)
	for _, id := range a.Focus {
		focus |= 1 << c.Index(id)
	}
	if a.HasDots() {
		focus = 1 << pitfalls.PitfallCount // no list has it
	}
	text = binary.AppendUvarint(text, focus)
	if a.HasDots() {
		for _, n := range a.Dots {
			text = binary.AppendVarint(text, int64(n))
		}
	}
	for i := range a.Topics {
		t := &a.Topics[i]
		text = appendTally(text, &t.Overall)
		for q := range t.Questions {
			text = appendTally(text, &t.Questions[q])
		}
		text = appendText(text, t.Note)
	}
	if a.Language != "" || a.ReadOut {
		text = appendText(text, a.Language)
		text = strconv.AppendBool(text, a.ReadOut)
	}
	hash := fnv.New128a()
	hash.Write(text)
	return Fingerprint(hash.Sum(nil))
}

// appendText appends a text behind its length, so that no two texts run together.
func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// appendTally appends a tally: one byte with a bit for each rating that was given, then how many gave each of these.
// One vote takes two bytes.
func appendTally(b []byte, t *Tally) []byte {
	given := len(b)
	b = append(b, 0)
	for i, n := range t.All() {
		if n > 0 {
			b[given] |= 1 << i
			b = binary.AppendVarint(b, int64(n))
		}
	}
	return b
}
