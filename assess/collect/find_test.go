package collect

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

const quick, full = "ADPV-DPVD-PVDP-VDAE", "B4MW-MMWM-MWMM-WMMW-MMWM-MWMM-WMMW-MMWP-37"

func TestFind(t *testing.T) {
	tests := []struct {
		name, text string
		want       []Written
	}{
		{"alone", "coalcheck: " + quick, []Written{{1, quick, false}}},
		{"without a blank", "Coalcheck:" + quick, []Written{{1, quick, false}}},
		{"in a mail", "Hello,\n\nhere you are\n\ncoalcheck: " + quick + "\n\nBest wishes\nAnna", []Written{{5, quick, false}}},
		{"quoted", "> > coalcheck: " + quick + "\n> Thanks", []Written{{1, quick, false}}},
		{"below the mark", "coalcheck:\n> ADPV DPVD\n> PVDP VDAE\nAnna", []Written{{1, quick, false}}},
		{"wrapped", "> coalcheck: B4MW-MMWM-MWMM-WMMW-MMWM-\r\n> MWMM-WMMW-MMWP-37\r\n> Anna", []Written{{1, full, false}}},
		{"with blanks, and four letters behind it", "coalcheck: adpv dpvd pvdp vdae Anna", []Written{{1, "adpv-dpvd-pvdp-vdae", false}}},
		{"full, and two letters behind it", "coalcheck: " + full + " OK", []Written{{1, full, false}}},
		{"two", "coalcheck: " + quick + "\ncoalcheck: " + full, []Written{{1, quick, false}, {2, full, false}}},
		{"with long dashes", "coalcheck: ADPV–DPVD–PVDP—VDAE", []Written{{1, quick, false}}},
		{"broken as mails are sent", "coalcheck: ADPV-DPVD-PV=\nDP-VDAE", []Written{{1, "ADPV-DPVD-PV", false}}},
		{"broken between groups as mails are sent", "coalcheck: ADPV-DPVD-=\r\nPVDP-VDAE", []Written{{1, quick, false}}},
		{"in bold", "*coalcheck:* *ADPV-DPVD-PVDP-VDAE*", []Written{{1, quick, false}}},
		{"in bold on a page", "<b>coalcheck:</b> ADPV-DPVD-PVDP-VDAE<br>", []Written{{1, quick, false}}},
		{"with a blank before the colon", "Coalcheck : " + quick, []Written{{1, quick, false}}},
		{"with a short group", "coalcheck: ADPV-DPV-PVDP-VDAE", []Written{{1, "ADPV-DPV-PVDP-VDAE", false}}},
		{"cut off", "coalcheck: ADPV-DPVD-PVDP\nThank you", []Written{{1, "ADPV-DPVD-PVDP", false}}},
		{"a sentence", "coalcheck: what happened, then a line", nil},
		{"no mark", "Hello,\n\n> " + quick + " \r\n\nAnna", []Written{{3, quick, true}}},
		{"no mark, full, long dashes, in bold", "*" + strings.ReplaceAll(full, "-", "–") + "*", []Written{{1, full, true}}},
		{"no mark, cut off", "ADPV-DPVD-PVDP-", []Written{{1, "ADPV-DPVD-PVDP", true}}},
		{"nothing between its groups", "coalcheck: adpvdpvdpvdpvdae Anna", []Written{{1, "adpvdpvdpvdpvdae", false}}},
		{"a short first group", "coalcheck: ADP-DPVD-PVDP-VDAE", []Written{{1, "ADP-DPVD-PVDP-VDAE", false}}},
		{"a short first group, with blanks", "coalcheck: ADP DPVD PVDP VDAE", []Written{{1, "ADP-DPVD-PVDP-VDAE", false}}},
		{"words that look alike", "coalcheck: the code that came with this mail", nil},
		{"one long word", "coalcheck: misunderstanding", nil},
		{"no mark, and words beside it", "Mine is " + quick, nil},
		{"no mark, with blanks", "ADPV DPVD PVDP VDAE", nil},
		{"one with and one without a mark", quick + "\ncoalcheck:\n" + quick + "\n" + full, []Written{{1, quick, true}, {2, quick, false}, {4, full, true}}},
		{"part of a word", "mycoalcheck: " + quick, nil},
		{"nothing behind the mark", "coalcheck:", nil},
	}
	for _, tt := range tests {
		if got := Find(tt.text); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v; want %v", tt.name, got, tt.want)
		}
	}
}

// Whatever mail programs do to a thread of codes, each is found, at its line.
func TestFindInAThread(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var text strings.Builder
		var want []Written
		for i := range rapid.IntRange(0, 12).Draw(t, "codes") {
			quote := strings.Repeat("> ", rapid.IntRange(0, 3).Draw(t, "quoted"))
			_, code := drawn(t)
			fmt.Fprintf(&text, "%sOn Monday, somebody wrote:\n", quote)
			want = append(want, Written{Line: strings.Count(text.String(), "\n") + 1, Text: code})
			groups := strings.Split(code, "-")
			fmt.Fprintf(&text, "%scoalcheck: ", quote)
			for g, group := range groups {
				if g > 0 {
					text.WriteString(rapid.SampledFrom([]string{"-", " ", "-\n" + quote, "\r\n" + quote, " - "}).Draw(t, "between"))
				}
				text.WriteString(group)
			}
			fmt.Fprintf(&text, "\n%s-- \n%sSomebody %d\n", quote, quote, i)
		}
		if got := Find(text.String()); !slices.Equal(got, want) {
			t.Fatalf("%v; want %v in\n%s", got, want, text.String())
		}
	})
}

func FuzzFind(f *testing.F) {
	f.Add("> coalcheck: " + quick + "\n> Best wishes")
	f.Add("coalcheck: " + full)
	f.Add("coalcheck:\u00a0ADPV\u2011DPVD")
	f.Fuzz(func(t *testing.T, text string) {
		for _, w := range Find(text) {
			if w.Line < 1 || w.Line > strings.Count(text, "\n")+1 {
				t.Errorf("line %d of %q", w.Line, text)
			}
			if a, err := Decode(w.Text, catalogue); err == nil && !strings.EqualFold(Encode(a, a.Depth(), catalogue)[:4], w.Text[:4]) && !strings.ContainsAny(w.Text, "oOiIlL") {
				t.Errorf("%q is read as other answers", w.Text)
			}
		}
	})
}
