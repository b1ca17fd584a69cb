package wizard

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/viewport"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// pager scrolls text that may be longer than the screen, and says when there is more.
type pager struct {
	view viewport.Model
	text string
}

func newPager() pager {
	p := pager{view: viewport.New()}
	keys := &p.view.KeyMap
	*keys = viewport.KeyMap{
		Up:       key.NewBinding(key.WithKeys("up", "k")),
		Down:     key.NewBinding(key.WithKeys("down", "j")),
		PageUp:   key.NewBinding(key.WithKeys("pgup", "b")),
		PageDown: key.NewBinding(key.WithKeys("pgdown", "space")),
	}
	return p
}

// set shows text, which has been broken to the width, in this room. It stays where it was in the text, as a share.
func (p *pager) set(text string, room area) {
	share := p.view.ScrollPercent()
	first := p.text == ""
	p.text = text
	p.view.SetWidth(room.width)
	// One row says whether there is more.
	p.view.SetHeight(max(1, room.height-1))
	p.view.SetContent(text)
	if first {
		p.view.GotoTop()
		return
	}
	p.view.SetYOffset(int(share*float64(max(0, p.view.TotalLineCount()-p.view.Height())) + 0.5))
}

// find returns the line that begins with a heading, or -1.
func (p *pager) find(heading string) int {
	return slices.IndexFunc(strings.Split(p.text, "\n"), func(line string) bool {
		return strings.HasPrefix(ansi.Strip(line), heading)
	})
}

func (p *pager) press(k tea.KeyPressMsg) {
	switch k.String() {
	case "home":
		p.view.GotoTop()
	case "end":
		p.view.GotoBottom()
	default:
		p.view, _ = p.view.Update(k)
	}
}

func (p *pager) draw(t *theme) []string {
	lines := strings.Split(p.view.View(), "\n")
	if p.view.AtBottom() {
		return lines
	}
	return append(lines, t.muted.Render("↓ more"))
}
