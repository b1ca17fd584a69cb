package render

import "fmt"

// splitPrompt says how to talk about answers that lie far apart.
const splitPrompt = "Talk about these first: ask one person who answered low and one who answered high what they see."

// agenda adds what to talk about, in order and with minutes, where there are any.
func (m *markdown) agenda(minutes int) {
	if minutes <= 0 {
		return
	}
	a := m.result.Agenda(minutes)
	m.section(fmt.Sprintf("Agenda for %d minutes", minutes))
	if len(a.Talks) > 0 && a.Talks[0].Split {
		m.linef("%s\n", escape(splitPrompt))
	}
	m.linef("| Minutes | What |\n| --: | --- |")
	m.linef("| %d | Read the result together, beginning with what is working |", a.Open)
	var later []string
	for _, talk := range a.Talks {
		text := escape(m.topic(talk.Topic).Title)
		if talk.Split {
			text += ", **split**: who answered low, who answered high?"
		}
		if talk.Minutes == 0 {
			later = append(later, escape(m.topic(talk.Topic).Title))
			continue
		}
		m.linef("| %d | %s |", talk.Minutes, text)
	}
	m.linef("| %d | Who does what by when, and when to look again |", a.Close)
	if len(later) > 0 {
		m.linef("\nFor another time: %s.", list(later))
	}
}
