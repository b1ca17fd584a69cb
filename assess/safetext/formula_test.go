package safetext

import "testing"

func TestBeginsFormula(t *testing.T) {
	for _, tt := range []struct {
		text string
		want bool
	}{
		{"=1+1", true},
		{"+1", true},
		{"-1", true},
		{"@SUM(1)", true},
		{"\t=1", true},
		{`"=1+1"`, true},
		{`""-1`, true},
		{"＝1＋1", true},
		{"＠x", true},
		{" =1+1", false},
		{"1+1=2", false},
		{"“=1”", false},
		{"", false},
		{`"`, false},
		{"–1", false},
	} {
		if got := BeginsFormula(tt.text); got != tt.want {
			t.Errorf("%q: %t; want %t", tt.text, got, tt.want)
		}
	}
}
