// Package collect turns answers that come from elsewhere into answers files of a folder: files as they come, and codes out of
// mails.
package collect

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// A code holds the answers of one person without names and notes in a line that can be read out, typed and sent. Its bits
// are, first to last: the version of codes, the version of the catalogue, the depth, the role, each statement in the order
// of the catalogue, and the check over all bits before. Each five bits are a digit of Crockford's base 32, in groups of four.
const (
	codeVersion = 1

	versionBits   = 2
	catalogueBits = 2
	depthBits     = 1
	roleBits      = 3
	ratingBits    = 3
	checkBits     = 12
	headBits      = versionBits + catalogueBits + depthBits + roleBits

	digitBits = 5
	// The characters of a code, as there are 20 statements or 50 in every catalogue.
	quickLength = (headBits + 20*ratingBits + checkBits) / digitBits
	fullLength  = (headBits + 50*ratingBits + checkBits) / digitBits
	groupDigits = 4
	// digits are those of Crockford's base 32, which has no I, L, O and U.
	digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	// polynomial is that of CRC-12/DECT without its highest term: x¹¹+x³+x²+x+1.
	polynomial = 0x80f
)

// Mark is what stands before a code in a text: "coalcheck: ADPV-DPVD-PVDP-VDAE".
const Mark = "coalcheck:"

// roles are the roles in the order of their numbers in a code.
var roles = append([]assess.Role{""}, assess.Roles()...)

// Encode returns the code of the answers of one person to the statements that are asked at a depth, Quick or Full; all others
// must be open. Names, notes, the date and the focus are not in it.
func Encode(a *assess.Answers, d assess.Depth, c *pitfalls.Catalogue) string {
	b := head(c, d)
	b.add(slices.Index(roles, a.Role), roleBits)
	for _, p := range places(c, d) {
		b.add(int(a.At(p).Rating()), ratingBits)
	}
	b.add(b.check(), checkBits)
	return b.String()
}

// head returns the bits before the role.
func head(c *pitfalls.Catalogue, d assess.Depth) bits {
	var b bits
	b.add(codeVersion, versionBits)
	b.add(c.Version, catalogueBits)
	b.add(boolBit(d == assess.Full), depthBits)
	return b
}

// Decode returns the answers in a code. Groups may be apart as they like, in any case, with o for 0, and with i or l for 1.
// The error says what to do in a sentence. It names a group only where that is wrong for sure.
func Decode(code string, c *pitfalls.Catalogue) (*assess.Answers, error) {
	b, err := parse(code)
	if err != nil {
		return nil, err
	}
	r := reader{bits: b}
	if len(b) < headBits {
		return nil, errIncomplete
	}
	version, catalogue, full, role := r.next(versionBits), r.next(catalogueBits), r.next(depthBits) == 1, r.next(roleBits)
	depth := assess.Quick
	if full {
		depth = assess.Full
	}
	all := places(c, depth)
	switch want := headBits + len(all)*ratingBits + checkBits; {
	case len(b) != want:
		return nil, fmt.Errorf("this code has %d characters, and it should have %d; copy the whole code again", len(b)/digitBits, want/digitBits)
	case b[:len(b)-checkBits].check() != b[len(b)-checkBits:].number():
		return nil, errMistyped
	case version != codeVersion:
		return nil, errors.New("this code is of another version of codes; install a newer coalcheck")
	case catalogue == 0 || role >= len(roles):
		return nil, errMistyped
	case catalogue > c.Version:
		return nil, fmt.Errorf("this code is of catalogue %d, and this coalcheck has catalogue %d; install a newer coalcheck", catalogue, c.Version)
	}
	a := assess.New(c)
	a.Role = roles[role]
	for _, p := range all {
		if rating := assess.Rating(r.next(ratingBits)); rating != assess.Unanswered { //nolint:gosec // three bits
			a.Set(p, assess.TallyOf(rating))
		}
	}
	return a, nil
}

var (
	errIncomplete = errors.New("this code is not whole; copy it again")
	errMistyped   = errors.New("a character of this code is wrong, or two are in each other's place; copy the whole code again")
)

func places(c *pitfalls.Catalogue, d assess.Depth) []assess.Place {
	return assess.Questionnaire{Catalogue: c, Depth: d}.Places()
}

// parse returns the bits of a code.
func parse(code string) (bits, error) {
	groups := strings.FieldsFunc(code, func(r rune) bool { return r == '-' || r == ' ' || r == '\n' })
	var b bits
	for i, group := range groups {
		for _, r := range group {
			n := digit(r)
			if n < 0 {
				return nil, fmt.Errorf("%q in group %d, %q, is in no code; copy that group again", r, i+1, group)
			}
			b.add(n, digitBits)
		}
		if last := i == len(groups)-1; len(group) != groupDigits && (!last || len(group) > groupDigits) && len(groups) > 1 {
			return nil, fmt.Errorf("group %d, %q, has %d characters, and each group has %d; copy that group again", i+1, group, len(group), groupDigits)
		}
	}
	return b, nil
}

// digit returns the value of a digit, or -1. Letters that look like digits stand for these.
func digit(r rune) int {
	switch r {
	case 'o', 'O':
		r = '0'
	case 'i', 'I', 'l', 'L':
		r = '1'
	}
	if r >= 'a' && r <= 'z' {
		r += 'A' - 'a'
	}
	return strings.IndexRune(digits, r)
}

// bits are ones and zeros, the first one first.
type bits []byte

// add appends a number of this many bits.
func (b *bits) add(n, size int) {
	for i := size - 1; i >= 0; i-- {
		*b = append(*b, byte(n>>i&1))
	}
}

// number returns the number that the bits are.
func (b bits) number() int {
	n := 0
	for _, bit := range b {
		n = n<<1 | int(bit)
	}
	return n
}

// check returns the CRC-12/DECT of the bits: initial value 0, no reflection, no final XOR.
func (b bits) check() int {
	sum := 0
	for _, bit := range b {
		top := sum >> (checkBits - 1) & 1
		sum = sum << 1 & (1<<checkBits - 1)
		if top != int(bit) {
			sum ^= polynomial
		}
	}
	return sum
}

// String returns the bits as digits, in groups. Their number is a multiple of five.
func (b bits) String() string {
	var text strings.Builder
	for i := 0; i+digitBits <= len(b); i += digitBits {
		if i > 0 && i%(digitBits*groupDigits) == 0 {
			text.WriteByte('-')
		}
		text.WriteByte(digits[b[i:i+digitBits].number()])
	}
	return text.String()
}

// reader takes numbers from the front of bits.
type reader struct {
	bits bits
	at   int
}

func (r *reader) next(size int) int {
	r.at += size
	return r.bits[r.at-size : r.at].number()
}

func boolBit(set bool) int {
	if set {
		return 1
	}
	return 0
}
