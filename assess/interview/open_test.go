package interview_test

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/interview"
)

func TestOffer(t *testing.T) {
	f := newFolder(t)
	f.write(f.draft("draft.yaml"), unfinished("Riverside", assess.Full))
	f.write(f.draft("draft-2.yaml"), unfinished("Hilltop", assess.Quick))
	if err := os.WriteFile(f.draft("draft-3.yaml"), []byte("format: 1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	r := f.open(quick)
	if a := r.Offer.Found; a == nil || a.Coalition != "Riverside" {
		t.Errorf("found %+v", a)
	}
	others := r.Offer.Others
	if len(others) != 1 || others[0].Path != f.draft("draft-2.yaml") || others[0].Answers.Coalition != "Hilltop" {
		t.Errorf("others %+v; want the one that can be read", others)
	}
	if answered, all := r.Progress(r.Offer.Found); answered != 1 || all != 50 {
		t.Errorf("%d of %d", answered, all)
	}
	if found, asked, other := r.OtherDepth(); !other || found != assess.Full || asked != assess.Quick {
		t.Errorf("found %v, asked for %v, other %v", found, asked, other)
	}

	t.Run("while another coalcheck holds it", func(t *testing.T) {
		second := f.open(nil)
		if second.Offer.LockErr == nil || second.Keeper != nil || second.DraftErr != nil {
			t.Fatalf("lock error %v, keeper %v, %v", second.Offer.LockErr, second.Keeper, second.DraftErr)
		}
		second.UseSeparate(second.OpenSeparate())
		second.Begin()
		rate(second, 3)
		if e := second.Close(); !e.Separate || e.Unfinished != f.draft("draft-4.yaml") {
			t.Errorf("ending %+v", e)
		}
	})
	t.Run("another in its place", func(t *testing.T) {
		found, err := r.Keeper.Exchange(others[0].Path)
		if err != nil {
			t.Fatal(err)
		}
		r.Offer.Found = found
		if begun := r.GoOn(); !begun || r.Session.Answers.Coalition != "Hilltop" || r.Session.Depth != assess.Quick {
			t.Errorf("begun %v, goes on with %+v", begun, r.Session)
		}
	})
}

func TestDamagedRun(t *testing.T) {
	f := newFolder(t)
	if err := os.MkdirAll(f.draft(""), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(f.draft("draft.yaml"), []byte("format: coalcheck/1\nrole: queen\ndate: never\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	o := f.open(nil).Offer
	if o.Found != nil || o.Damaged != f.draft("draft-damaged-1.yaml") {
		t.Errorf("found %+v, damaged %q", o.Found, o.Damaged)
	}
	if got := o.FirstProblem(); !strings.HasPrefix(got, "Line 2: role: queen is not a role") || strings.Contains(got, "\n") {
		t.Errorf("the first problem is %q", got)
	}
	o.Reason = errors.New("input/output\x1b error\nmore")
	if got := o.FirstProblem(); got != `input/output\x1b error` {
		t.Errorf("the first problem is %q", got)
	}
	if got := (&interview.Offer{}).FirstProblem(); got != "" {
		t.Errorf("where nothing is damaged, the first problem is %q", got)
	}
}

func TestOpenNew(t *testing.T) {
	f := newFolder(t)
	f.write(f.draft("draft.yaml"), unfinished("Riverside", assess.Full))
	r := f.open(func(o *interview.Options) { o.New = true })
	if r.Offer.Found != nil || r.Keeper.Aside() != f.draft("draft-2.yaml") {
		t.Fatalf("found %+v, aside %q", r.Offer.Found, r.Keeper.Aside())
	}
	r.Begin()
	if e := r.Close(); !reflect.DeepEqual(e, interview.Ending{}) {
		t.Errorf("nothing was entered, and it ends with %+v", e)
	}
	if r = f.open(nil); r.Offer.Found == nil {
		t.Error("the run that was kept aside for nothing is not back in its place")
	}
}

func TestOpenWithoutAFolder(t *testing.T) {
	f := newFolder(t)
	f.state = filepath.Join(f.state, "file")
	if err := os.WriteFile(f.state, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	r := f.open(nil)
	if r.Keeper != nil || r.DraftErr == nil {
		t.Fatalf("keeper %v, error %v", r.Keeper, r.DraftErr)
	}
	r.Begin()
	if r.NeedsRescue() {
		t.Error("there is nothing to rescue yet")
	}
	rate(r, 4)
	if !r.NeedsRescue() || r.Keep() == nil {
		t.Error("nobody is told that the answers are not kept")
	}
	if e := r.Close(); e.Saved != "coalition.yaml" || e.Lost || f.files["coalition.yaml"].Draft == nil {
		t.Errorf("ending %+v, files %v", e, f.files)
	}

	r = f.open(nil)
	r.Begin()
	rate(r, 4)
	f.full = true
	if e := r.Close(); !e.Lost || e.Saved != "" || e.DraftErr == nil {
		t.Errorf("where no file can be written either, it ends with %+v", e)
	}
}
