package collect

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
)

var catalogue = pitfalls.English()

// answer returns answers in which the statements have these ratings, over and over.
func answer(role assess.Role, d assess.Depth, ratings ...assess.Rating) *assess.Answers {
	a := assess.New(catalogue)
	a.Role = role
	for i, p := range places(catalogue, d) {
		a.Set(p, assess.TallyOf(ratings[i%len(ratings)]))
	}
	return a
}

// The vectors are those of the description of codes in docs.
func TestCodesOfTheDescription(t *testing.T) {
	tests := []struct {
		answers *assess.Answers
		depth   assess.Depth
		code    string
	}{
		{answer(assess.Member, assess.Quick, 3), assess.Quick, "ADPV-DPVD-PVDP-VDAE"},
		{answer(assess.Leader, assess.Full, 1, 2, 3, 4, 5), assess.Full, "B4MW-MMWM-MWMM-WMMW-MMWM-MWMM-WMMW-MMWP-37"},
	}
	for _, tt := range tests {
		if code := Encode(tt.answers, tt.depth, catalogue); code != tt.code {
			t.Errorf("%s; want %s", code, tt.code)
		}
		a, err := Decode(tt.code, catalogue)
		if err != nil || !reflect.DeepEqual(a, tt.answers) {
			t.Errorf("%s: %v, %+v", tt.code, err, a)
		}
	}
}

func TestCheckIsThatOfDECT(t *testing.T) {
	var b bits
	for _, c := range []byte("123456789") {
		b.add(int(c), 8)
	}
	if sum := b.check(); sum != 0xf5b {
		t.Errorf("%x; want f5b", sum)
	}
}

// drawn returns any answers of one person, and their code.
func drawn(t *rapid.T) (*assess.Answers, string) {
	a := assess.New(catalogue)
	a.Role = rapid.SampledFrom(roles).Draw(t, "role")
	depth := rapid.SampledFrom([]assess.Depth{assess.Quick, assess.Full}).Draw(t, "depth")
	for _, p := range places(catalogue, depth) {
		if r := assess.Rating(rapid.IntRange(0, 7).Draw(t, "rating")); r != assess.Unanswered {
			a.Set(p, assess.TallyOf(r))
		}
	}
	return a, Encode(a, depth, catalogue)
}

func TestACodeGivesItsAnswersBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, code := drawn(t)
		typed := strings.NewReplacer("0", "o", "1", rapid.SampledFrom([]string{"i", "l", "I", "1"}).Draw(t, "one"), "-", rapid.SampledFrom([]string{"", " ", "\n", " - "}).Draw(t, "between")).Replace(code)
		for _, form := range []string{code, strings.ToLower(code), typed} {
			back, err := Decode(form, catalogue)
			if err != nil || !reflect.DeepEqual(back, a) {
				t.Fatalf("%s: %v", form, err)
			}
		}
	})
}

// One character that is wrong, missing or too many, and two neighbors in each other's place, are always noticed.
func TestASlipIsNoticed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, code := drawn(t)
		plain := strings.ReplaceAll(code, "-", "")
		var slips []string
		for i := range plain {
			slips = append(slips, plain[:i]+plain[i+1:], plain[:i]+"7"+plain[i:])
			for _, d := range digits {
				if byte(d) != plain[i] {
					slips = append(slips, plain[:i]+string(d)+plain[i+1:])
				}
			}
			if i > 0 && plain[i] != plain[i-1] {
				slips = append(slips, plain[:i-1]+string(plain[i])+string(plain[i-1])+plain[i+1:])
			}
		}
		for _, slip := range slips {
			if _, err := Decode(slip, catalogue); err == nil {
				t.Fatalf("%s is taken for %s", slip, plain)
			}
		}
	})
}

func TestWhatIsNoCode(t *testing.T) {
	tests := []struct{ name, code, want string }{
		{"nothing", "", "not whole"},
		{"a letter that no code has", "ADPV-DUVD-PVDP-VDAE", `'U' in group 2, "DUVD", is in no code; copy that group again`},
		{"a short group", "ADPV-DPV-PVDP-VDAE", `group 2, "DPV", has 3 characters, and each group has 4; copy that group again`},
		{"a missing group", "ADPV-DPVD-PVDP", "this code has 12 characters, and it should have 16; copy the whole code again"},
		{"a slip", "ADPV-DPVD-PVDP-VDAF", "a character of this code is wrong"},
		{"role 5", coded(1, 1, 0, 5), "a character of this code is wrong"},
		{"catalogue 0", coded(1, 0, 0, 0), "a character of this code is wrong"},
		{"a newer catalogue", coded(1, 2, 0, 0), "catalogue 2, and this coalcheck has catalogue 1; install a newer coalcheck"},
		{"a newer version", coded(2, 1, 0, 0), "another version of codes; install a newer coalcheck"},
	}
	for _, tt := range tests {
		if a, err := Decode(tt.code, catalogue); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, %v; want %q", tt.name, a, err, tt.want)
		}
	}
}

// coded returns a quick code with this head and a right check.
func coded(version, catalogueVersion, depth, role int) string {
	var b bits
	b.add(version, versionBits)
	b.add(catalogueVersion, catalogueBits)
	b.add(depth, depthBits)
	b.add(role, roleBits)
	for range places(catalogue, assess.Quick) {
		b.add(3, ratingBits)
	}
	b.add(b.check(), checkBits)
	return b.String()
}
