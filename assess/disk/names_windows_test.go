package disk

import "testing"

func TestKeeps(t *testing.T) {
	for path, want := range map[string]bool{
		"riverside.yaml": true, `C:\plans\riverside.yaml`: true, `..\riverside.yaml`: true, `\\server\share\a.yaml`: true, "console.yaml": true,
		"nul": false, "nul.yaml": false, `C:\plans\CON.yaml`: false, "com1.yaml": false, "Riverside: plan.yaml": false, `C:\plans\a.yaml:b.yaml`: false,
	} {
		if got := keeps(path); got != want {
			t.Errorf("%s: %t", path, got)
		}
	}
}
