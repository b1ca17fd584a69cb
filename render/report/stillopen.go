package report

import (
	"github.com/coalcheck/coalcheck/render/doc"
)

// stillOpen returns what is still open of last time's plan. A confidential report gives no more than a count: a plan has names
// in it, and words of its own.
func (b *result) stillOpen() []doc.Block {
	if b.Before == nil {
		return nil
	}
	var list doc.List
	all := 0
	for _, a := range b.Before.Actions() {
		all++
		if !a.Open() {
			continue
		}
		item := doc.Item{Box: doc.Open, Text: doc.Foreign(brief(a.Do))}
		if a.Owner != "" {
			item.Tail = append(item.Tail, doc.Foreign(a.Owner))
		}
		if a.Due != "" {
			item.Tail = append(item.Tail, b.say.dueBy(day(b.say, a.Due)))
		}
		list.Items = append(list.Items, item)
	}
	heading := section(b.say.lastTimesPlan(), "")
	heading.Tail = b.say.openOf(len(list.Items), all)
	if b.Confidential || len(list.Items) == 0 {
		return []doc.Block{heading}
	}
	return []doc.Block{heading, list}
}
