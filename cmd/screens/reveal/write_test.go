package reveal

import (
	"fmt"
	"os"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/planfile"
)

// TestNothingTypedIsLost writes notes and decisions, in windows of any size, while somebody else writes into the same file, and closes
// them in any way. In the end every word of both is in the file.
func TestNothingTypedIsLost(t *testing.T) {
	t.Parallel()
	folder, result := t.TempDir(), room(assess.Quick, 60)
	rapid.Check(t, func(t *rapid.T) {
		d := newDriver(t, folder, result, 60, 20, assess.Reveal{}).press(toTalk...)
		defer func() {
			d.r.o.Plan.Keep()
			_ = os.Remove(d.path)
		}()
		if rapid.Bool().Draw(t, "taken on") {
			for _, row := range d.r.o.Table.Rows() {
				_ = d.r.o.Table.Set(row.Key, planfile.FieldOwner, "Ana")
			}
		}
		var written []string
		word := func() string {
			written = append(written, fmt.Sprintf("w%dw", len(written)))
			return written[len(written)-1]
		}
		for range rapid.IntRange(1, 6).Draw(t, "texts") {
			d.press("down", rapid.SampledFrom([]string{"d", "m"}).Draw(t, "kind")).paste(word())
			for range rapid.IntRange(0, 3).Draw(t, "steps") {
				switch rapid.IntRange(0, 4).Draw(t, "step") {
				case 0:
					d.send(tea.WindowSizeMsg{Width: rapid.IntRange(40, 150).Draw(t, "width"), Height: rapid.IntRange(12, 50).Draw(t, "height")})
				case 1:
					d.send(tea.WindowSizeMsg{Width: 20, Height: 5}).press("x")
					d.send(tea.WindowSizeMsg{Width: 60, Height: 20})
				case 2:
					if d.file() != "" {
						d.somebody(func(table *planfile.Table) {
							_ = table.AddNote(d.app.Top().(interface{ topicID() string }).topicID(), word())
						})
					}
				case 3:
					d.paste(" " + word())
				case 4:
					d.press("home", "x", "end").paste(" " + word())
				}
			}
			if d.press(rapid.SampledFrom([]string{"esc", "tab", "ctrl+c"}).Draw(t, "close")); d.quit {
				break
			}
			for d.at() == "decision" { // after Tab in a note
				d.press("esc")
			}
			if d.at() != "talk" {
				t.Fatalf("at %s:\n%s", d.at(), d.screen())
			}
		}
		text := d.file()
		for _, w := range written {
			if !strings.Contains(text, w) {
				t.Fatalf("%s is lost:\n%s", w, text)
			}
		}
	})
}

func (d *driver) paste(text string) *driver { return d.send(tea.PasteMsg{Content: text}) }

func (t *talk) topicID() string { return t.id }
