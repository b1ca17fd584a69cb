package examples

import "github.com/coalcheck/coalcheck/render/doc"

// Document returns a document with every kind of block, with the texts of somebody's file in it.
func Document(foreign string) *doc.Document {
	before := 92.0
	return &doc.Document{
		Lang: "en",
		Kind: doc.Words("Coalition check"),
		Name: doc.Foreign(foreign),
		Date: doc.Words("21 November 2026"),
		Blocks: []doc.Block{
			doc.Paragraph{Role: doc.Warning, Text: doc.Words("One person's view: ask two members before you act.")},
			doc.Facts{
				{Label: doc.Words("Answered"), Text: doc.Words("48 of 50 statements")},
				{Label: doc.Words("Note"), Text: doc.Text{{Words: "one line", Foreign: true}, doc.NewLine, {Words: foreign, Foreign: true}}},
				{Label: doc.Words("Note"), Text: doc.Words("another note")},
				{Label: doc.Words("Shared"), Text: doc.Words("with:"), Below: []doc.Block{
					doc.List{Items: []doc.Item{{Text: doc.Words("the board")}, {Text: doc.Foreign(foreign)}}},
				}},
			},
			doc.Section{ID: "start", Level: 1, Name: doc.Words("Start here"), Remark: doc.Words("the first two of five"), Tail: doc.Words("about 3 hours in all")},
			doc.Section{ID: "overcommitted", Level: 2, Number: 1, Name: doc.Join(doc.Words("Overcommitted"), doc.Words(": more work than hands"))},
			doc.Paragraph{Role: doc.Lead, Text: doc.Text{
				{Words: "92 → 58", Said: "from 92 to 58", Tone: doc.Fair}, {Words: ", still ", Style: doc.Muted}, {Words: "watch", Style: doc.Strong, Tone: doc.Fair},
			}},
			doc.List{From: 3, Items: []doc.Item{
				{Box: doc.Open, Text: doc.Words("Sort all work into three piles."), Tail: []doc.Text{doc.Words("30 min"), doc.Words("do this one first")}, Below: []doc.Block{
					doc.Paragraph{Text: doc.Text{{Words: "“We said yes again.”", Style: doc.Quote}, {Words: " (", Style: doc.Muted}, {Words: foreign, Style: doc.Muted, Foreign: true}, {Words: ")"}}},
				}},
				{Box: doc.Done, Text: doc.Text{{Words: "Read "}, {Words: "why", Link: "#why"}, {Words: "."}}},
				{Box: doc.Dropped, Text: doc.Foreign(foreign)},
			}},
			doc.Pen{doc.Words("Owner"), doc.Words("By when")},
			doc.Section{Level: 1, Name: doc.Words("In place"), RunIn: true},
			doc.Paragraph{Text: doc.Words("Good working relations 88, support from each of us 88, a written plan 75.")},
			doc.Section{Level: 1, Name: doc.Words("No trouble now"), RunIn: true},
			doc.Paragraph{Text: doc.Foreign(foreign)},
			doc.Section{ID: "all", Level: 1, Name: doc.Words("All topics")},
			doc.Bars{
				Label: doc.Words("Pitfall"), Shown: doc.Words("Exposure"), Word: doc.Words("Band"),
				Rows: []doc.Bar{
					{Label: doc.Words("Overcommitted"), Value: 58.3, Before: &before, Shown: doc.Words("58"), Word: doc.Text{{Words: "pressing", Tone: doc.Bad}}, Tail: doc.Words("21 of 23")},
					{Label: doc.Words("Overselling"), Value: 12, Shown: doc.Words("12"), Word: doc.Text{{Words: "calm", Tone: doc.Good}}},
					{Label: doc.Words("Risk"), Word: doc.Words("not enough answers")},
				},
			},
			doc.Section{Level: 2, Name: doc.Words("We start work on problems that are very different from each other.")},
			doc.Tally{
				Label: doc.Words("Statement"),
				Scale: []doc.Answer{
					{Label: doc.Words("never"), Tone: doc.Good},
					{Label: doc.Words("rarely"), Tone: doc.Good},
					{Label: doc.Words("sometimes")},
					{Label: doc.Words("often"), Tone: doc.Bad},
					{Label: doc.Words("always"), Tone: doc.Bad},
				},
				Rows: []doc.Counts{
					{Label: doc.Words("We start work on problems that are very different from each other."), N: []int{1, 0, 2, 9, 5}},
					{Label: doc.Words("Members ask why."), N: []int{6, 2, 0, 0, 12}},
					{Label: doc.Words("Nobody rated this."), N: []int{0, 0, 0, 0, 0}},
				},
			},
			doc.Section{Level: 2, Name: doc.Words("One question")},
			doc.Tally{Scale: []doc.Answer{{Label: doc.Words("no")}, {Label: doc.Words("perhaps")}, {Label: doc.Words("yes")}}, Rows: []doc.Counts{{N: []int{1, 2, 1}}}},
			doc.Break{},
			doc.Section{ID: "why", Level: 1, Name: doc.Words("Why")},
			doc.Table{
				Columns: []doc.Column{{Head: doc.Words("Step")}, {Head: doc.Words("Minutes"), Right: true}, {Head: doc.Words("Owner")}},
				Rows:    [][]doc.Text{{doc.Foreign(foreign), doc.Words("30")}, {doc.Words("Talk"), doc.Words("5"), nil}},
			},
			doc.Table{Columns: make([]doc.Column, 2), Rows: [][]doc.Text{{nil, doc.Words("no heads")}}},
			doc.Paragraph{Text: doc.Text{{Words: "Again: "}, {Words: "coalcheck explain overcommitted", Style: doc.Code}}},
			doc.Verbatim{"coalcheck assess --answers a.yaml", "  | less"},
			doc.Paragraph{Role: doc.Small, Text: doc.Text{{Words: "A source", Link: "https://example.org/?a=1&b=2"}, {Words: " and "}, {Words: foreign, Foreign: true, Link: "https://example.org/"}}},
		},
	}
}
