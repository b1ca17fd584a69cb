package collect

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
)

// The rules alone are enough to make a code.
func TestRulesMakeCodes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, code := drawn(t)
		d := assess.Quick
		if len(code) > len("ADPV-DPVD-PVDP-VDAE") {
			d = assess.Full
		}
		rules := RulesOf(catalogue, d)
		var b bits
		for _, bit := range rules.Head {
			b.add(int(bit-'0'), 1)
		}
		for number, role := range rules.Roles {
			if role == a.Role {
				b.add(number, rules.RoleBits)
			}
		}
		for _, p := range places(catalogue, d) {
			b.add(int(a.At(p).Rating()), rules.RatingBits)
		}
		b.add(b.check(), rules.CheckBits)
		if b.String() != code {
			t.Fatalf("%s; want %s", b.String(), code)
		}
	})
}
