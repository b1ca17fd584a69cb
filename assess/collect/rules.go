package collect

import (
	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Rules say how codes are made, for a program in another language: the script of the form.
type Rules struct {
	// Mark is what stands before a code in a text.
	Mark string `json:"mark"`
	// Head holds the bits before the role, as ones and zeros.
	Head string `json:"head"`
	// Roles are the roles in the order of their numbers. The first one is none.
	Roles []assess.Role `json:"roles"`
	// RoleBits, RatingBits and CheckBits are the sizes of a role, a rating and the check.
	RoleBits   int `json:"roleBits"`
	RatingBits int `json:"ratingBits"`
	CheckBits  int `json:"checkBits"`
	// Polynomial is that of the check, without its highest term.
	Polynomial int `json:"polynomial"`
	// Digits are all digits, each of DigitBits. A code shows GroupDigits of them together.
	Digits      string `json:"digits"`
	DigitBits   int    `json:"digitBits"`
	GroupDigits int    `json:"groupDigits"`
}

// RulesOf returns the rules for codes of the statements that are asked at a depth, Quick or Full.
func RulesOf(c *pitfalls.Catalogue, d assess.Depth) Rules {
	return Rules{
		Mark: Mark, Head: head(c, d).ones(), Roles: roles, RoleBits: roleBits, RatingBits: ratingBits,
		CheckBits: checkBits, Polynomial: polynomial, Digits: digits, DigitBits: digitBits, GroupDigits: groupDigits,
	}
}

// ones returns the bits as ones and zeros.
func (b bits) ones() string {
	text := make([]byte, len(b))
	for i, bit := range b {
		text[i] = '0' + bit
	}
	return string(text)
}
