package report

import (
	"slices"

	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/doc"
)

// agenda returns what to talk about, in order and with minutes, where there are any; and then what to ask.
func (b *result) agenda() []doc.Block {
	if b.Minutes <= 0 {
		return nil
	}
	a := b.Agenda(b.Minutes)
	blocks := []doc.Block{section(b.say.agenda(b.Minutes), "")}
	t := doc.Table{Columns: []doc.Column{{Head: doc.Words(b.say.minutesHead()), Right: true}, {Head: doc.Words(b.say.what())}}}
	add := func(minutes int, what doc.Text) { t.Rows = append(t.Rows, []doc.Text{b.say.minutes(minutes), what}) }
	if len(a.Talks) == 0 {
		only := score.ShareTime(make([]score.Talk, 1), b.Minutes)
		add(only.Open, b.say.readTogether())
		add(only.Talks[0].Minutes, NothingToTalkAbout(b.Result))
		add(only.Close, b.say.closeTalk())
		return append(blocks, t)
	}
	add(a.Open, b.say.readTogether())
	var later []string
	var reasons []score.Why
	for _, talk := range a.Talks {
		label := b.Topics[talk.Topic].Label
		if talk.Minutes == 0 {
			later = append(later, label)
			continue
		}
		add(talk.Minutes, b.say.talkAbout(label, whyTalk(b.say, b.Result, talk)))
		reasons = append(reasons, asksAbout(b.Result, talk))
	}
	add(a.Close, b.say.closeTalk())
	blocks = append(blocks, t)
	slices.Sort(reasons)
	var ask []doc.Text
	for _, why := range slices.Compact(reasons) {
		ask = append(ask, b.say.askAbout(why, b.Confidential))
	}
	if len(ask) == 1 {
		blocks = append(blocks, doc.Paragraph{Text: ask[0]})
	} else {
		blocks = append(blocks, items(ask))
	}
	if later != nil {
		blocks = append(blocks, doc.Paragraph{Text: b.say.anotherTime(later)})
	}
	return blocks
}
