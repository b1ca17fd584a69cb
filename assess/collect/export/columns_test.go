package export

import (
	"strings"
	"testing"
)

// What a row becomes by its columns that are no statements, and by what is around its answers.
func TestOtherColumns(t *testing.T) {
	named := Options{Names: true}
	for _, tt := range []struct {
		name, heads, cells string
		o                  Options
		want               string
	}{
		{"nothing else", "x", "y", Options{}, "|||"},
		{"the coalition, the first that is there", "Coalition,Your coalition,Name of the coalition", ",Elm,Oak", Options{}, "Elm|||"},
		{"a role in a group", "about/role", "Partner;", Options{}, "||partner|"},
		{"a role in the words of the form", "What is your part in the coalition?", "I am on its staff", Options{}, "||staff|"},
		{"a name that is not wanted", "Name,Email", "Ana,a@example.org", Options{}, "|||"},
		{"a name", "Name,Email", "Ana  Berg,a@example.org", named, "|Ana Berg||"},
		{"a name in two parts", "First Name,Last Name", "Ana,Berg", named, "|Ana Berg||"},
		{"an address, where there is no name", "Email Address,IP Address", "a@example.org,192.0.2.1", named, "|a@example.org||"},
		{"no address of a device", "IP Address,Username", "192.0.2.1,ana", named, "|||"},
		{"the later one of two dates", "Start time,Completion time", "2026-11-20,2026-11-21", Options{}, "|||2026-11-21"},
		{"whatever comes first", "Completion time,Start time", "2026-11-21,2026-11-20", Options{}, "|||2026-11-21"},
		{"two dates that both will do", "end,_submission_time", "2026-11-20,2026-11-21", Options{}, "|||2026-11-21"},
		{"a moment in another language", "Tidsstempel", "2026-11-21 10:00", Options{}, "|||2026-11-21"},
		{"a day that is an answer", "When did you join?", "2019-05-01", Options{}, "|||"},
		{"a date in words", "Date", "on Monday", Options{}, "|||"},
		{"invisible characters", "Coalition", "\ufeffE\u200blm\u202e", Options{}, "E lm|||"},
	} {
		text := "risk," + tt.heads + "\nMostly;," + tt.cells + "\n"
		table := Read("t", []byte(text), tt.o, catalogue)
		if table.Err != nil || len(table.People) != 1 {
			t.Errorf("%s: %v", tt.name, table.Err)
			continue
		}
		a := table.People[0].Answers
		if got := strings.Join([]string{a.Coalition, a.Respondent, string(a.Role), a.Date}, "|"); got != tt.want || a.Topics[11].Overall.Rating() != 4 {
			t.Errorf("%s: %s; want %s", tt.name, got, tt.want)
		}
	}
}

// SurveyMonkey writes a second row of heads also where every question has one answer.
func TestSecondRowOfHeadsWithoutAGrid(t *testing.T) {
	table := Read("t", []byte("Respondent ID,We promise more than we do.,Your role\n,Response,Open-Ended Response\n7,Often,Member\n"), Options{}, catalogue)
	if table.Err != nil || len(table.People) != 1 || table.People[0].Row != 3 || table.People[0].Answers.Role != "member" {
		t.Errorf("%v, %+v", table.Err, table.People)
	}
}
