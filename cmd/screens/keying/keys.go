package keying

import (
	"github.com/coalcheck/coalcheck/assess/collect"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
)

// Keys keys the statement that is marked, or the role, and moves between them.
func (s *screen) Keys() []tui.Key {
	sheet := s.sheet()
	if sheet == nil {
		return nil
	}
	var keys []tui.Key
	if sheet.AtRole() {
		keys = append(keys, tui.OnEach(func(letter string) { s.change(func() { sheet.SetRole(collect.RoleOf(letter)) }) }, "l", "s", "m", "p", "-").
			Answers().Hint(1, "l s m p -", "role").Help("l s m p -", "leader, staff, member, partner; - where the sheet says none"))
	} else {
		keys = append(keys, tui.OnEach(s.key, "1", "2", "3", "4", "5", "d", "n", "-").Answers().Hint(1, "1-5 d n -", "answer").
			Help("1 to 5", "the box that is crossed"))
	}
	keys = append(keys,
		tui.Note("d  n", "don't know, does not apply"), tui.Note("-", "no box is crossed"),
		tui.On(s.enter, "enter").Hint(0, "Enter", s.enterUse()).Help("Enter", s.enterHelp()),
		tui.On(s.takeBack, "backspace").TakesBack().Help("Backspace", "take back what you keyed last"),
		s.move(sheet.At()-1, "left").Hint(3, "←", "back").Help("← →", "back to a statement that is keyed, and forth"),
		s.move(sheet.At()+1, "right"),
		s.move(s.across(-topicsInLine), "up").Help("↑ ↓", "to the line above, to the line below"),
		s.move(s.across(topicsInLine), "down"),
		s.move(0, "home").Help("Home  End", "first statement, the next one to key"), s.move(sheet.Statements(), "end"),
	)
	if s.check == nil {
		keys = append(keys, tui.On(s.notes, "w").Hint(5, "w", "note").Help("w", "write a note that stands on the sheet"))
	} else {
		keys = append(keys, tui.On(s.skip, "tab").Hint(3, "Tab", "skip").Help("Tab", "leave this sheet unchecked"))
	}
	return append(keys,
		tui.On(func() { s.app.Show(tui.NewKeyList(s.app, s.app.Keys(s))) }, "?").Hint(4, "?", "keys"),
		tui.On(s.leave, "q").Hint(2, "q", "leave").Help("q  Ctrl+C", s.leaveHelp()),
	)
}

func (s *screen) enterUse() string {
	if s.check != nil {
		return "compare"
	}
	return "write"
}

func (s *screen) enterHelp() string {
	if s.check != nil {
		return "compare with what was keyed first"
	}
	return "write the sheet into its file, and begin the next one"
}

func (s *screen) leaveHelp() string {
	if s.check != nil {
		return "leave; a sheet that is half keyed again is begun anew next time"
	}
	return "leave; a sheet that is half keyed is kept"
}

// move returns a key that goes to another statement, as far as statements are keyed.
func (s *screen) move(to int, name string) tui.Key {
	return tui.On(func() {
		s.asked = false
		s.sheet().Move(to)
	}, name).Repeats()
}
