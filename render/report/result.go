package report

import (
	"slices"
	"strings"

	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/doc"
)

// Options says what a report on a result has.
type Options struct {
	Reader Reader
	// Explain adds the arithmetic and the counts.
	Explain bool
	// Minutes is how long the readers have to talk. More than 0 adds an agenda.
	Minutes int
	// Before is the plan of last time, of which the first page says what is still open; or nil.
	Before *planfile.Plan
	// Decided is who does what by when as it was decided already from this result, and what was said about it; or nil.
	Decided *planfile.Plan
}

// The IDs of sections: what to work on first, and the steps of the plan with all that is to be said of them.
const (
	WorkOnFirst = "work-on-first"
	StepByStep  = "step-by-step"
)

// Result returns the report on a result:
//
//	the first page, which answers: who said this, what to work on first, what to do this month, what is no trouble
//	how it looks: the pitfalls with their exposure, the worst first; the pills with their strength, the weakest first
//	how many of several people gave each answer; what leaders and members see differently; what to talk about
//	step by step: the whole plan, what to find out, what is worth building
//	notes; how everything was counted; sources, and what coalcheck does not claim
func Result(r *score.Result, o Options) *doc.Document {
	b := &result{Result: r, Options: o, say: english{}, sure: r.Sensitivity()}
	d := &doc.Document{
		Lang: b.say.lang(),
		Kind: doc.Words(b.say.coalitionCheck()),
		Name: coalition(b.say, r),
		Date: day(b.say, r.Group.Date),
	}
	if few(r) {
		d.Blocks = []doc.Block{doc.Paragraph{Role: doc.Lead, Text: b.say.tooFewForConfidential()}}
		return d
	}
	for _, part := range []func() []doc.Block{
		b.firstPage, b.scores, b.distributions, b.seenDifferently, b.agenda, b.plan, b.findOut, b.worthBuilding, b.notes, b.arithmetic, b.ending,
	} {
		d.Blocks = append(d.Blocks, part()...)
	}
	return d
}

// result is a report on a result in the making.
type result struct {
	*score.Result
	Options
	say   sentences
	sure  score.Sensitivity
	cited citations
}

// scores returns a bar for each topic, in the order in which a reader looks for them; topics without a score come last.
func (b *result) scores() []doc.Block {
	blocks := []doc.Block{section(b.say.howItLooks(), "")}
	if g := b.Group; !g.OnePerson() || g.Skipped > 0 || g.Invited > 0 { // else the first page says it
		blocks = append(blocks, small(b.say.answeredBy(b.Result, b.rated())))
	}
	if c := b.Caution(score.Clashing); c != nil {
		first := c.Clashes[0]
		blocks = append(blocks, doc.Paragraph{Text: b.say.clash(b.quoted(first.Practice), b.quoted(first.Sign), first.Ask)})
	}
	if b.Confidential {
		blocks = append(blocks, doc.Paragraph{Role: doc.Warning, Text: doc.JoinWith(" ", b.say.leftOut(), b.say.onlyOneReport())})
	}
	counted := false
	for _, h := range halves(b.Group.Catalogue) {
		topics := make([]*score.Topic, h.count)
		for i := range topics {
			topics[i] = &b.Topics[h.first+i]
		}
		slices.SortStableFunc(topics, score.ByUrgency)
		bars := doc.Bars{
			Label: doc.Words(b.say.kind(h.kind)), Shown: doc.Words(b.say.measure(h.kind)),
			Word: doc.Words(b.say.band()), Tail: doc.Words(b.say.answered()),
		}
		for _, t := range topics {
			bars.Rows = append(bars.Rows, b.bar(t))
			counted = counted || t.State == score.Scored && !b.complete(t) && !b.Confidential
		}
		heading := section(b.say.half(h.kind), b.say.measureRemark(h.kind))
		heading.Level = 2
		blocks = append(blocks, heading, bars)
	}
	if counted {
		blocks = append(blocks, small(b.say.countRemark(b.Group.OnePerson())))
	}
	return blocks
}

// complete reports whether nobody left any question about a topic open, so that how many rated it says nothing new.
func (b *result) complete(t *score.Topic) bool {
	if b.Group.Respondents == 1 {
		return t.Answered == t.Asked
	}
	fewest, _ := t.Raters()
	return fewest == b.Group.Respondents
}

func (b *result) bar(t *score.Topic) doc.Bar {
	bar := doc.Bar{Label: doc.Words(t.Label), Value: t.Value}
	if t.Split {
		bar.Tail = b.say.isSplit()
	}
	if t.State == score.Scored && !b.complete(t) {
		bar.Tail = doc.JoinWith(", ", bar.Tail, b.say.answeredOf(coverage(b.say, b.Result, t)))
	}
	if t.State == score.Scored {
		bar.Shown, bar.Word = b.say.shown(t), b.say.bandOf(t)
	} else {
		bar.Word = doc.Words(b.say.unscored(t))
	}
	return bar
}

// seenDifferently says where people see things differently: one from all others, leaders from members.
func (b *result) seenDifferently() []doc.Block {
	var blocks []doc.Block
	if n := b.apart(); n > 0 {
		blocks = append(blocks, doc.Paragraph{Text: b.say.standsApart(n, b.Group.Respondents)})
	}
	if b.TwoViews != nil {
		blocks = append(blocks, doc.Paragraph{Text: b.say.twoViews(b.TwoViews)})
	}
	if len(b.SeenDifferently) > 0 {
		t := doc.Table{Columns: []doc.Column{
			{Head: doc.Words(b.say.topic())},
			{Head: doc.Words(b.say.leaders()), Right: true},
			{Head: doc.Words(b.say.members()), Right: true},
		}}
		for _, s := range b.SeenDifferently {
			t.Rows = append(t.Rows, []doc.Text{
				doc.Words(b.Topics[s.Topic].Label), b.side(s.Leaders), b.side(s.Members),
			})
		}
		if !b.Confidential {
			blocks = append(blocks, small(doc.Words(b.say.seenRemark())))
		}
		blocks = append(blocks, t)
	}
	if b.SidesWithheld {
		blocks = append(blocks, doc.Paragraph{Text: b.say.sidesWithheld()})
	}
	if blocks == nil {
		return nil
	}
	return append([]doc.Block{section(b.say.seenDifferently(), "")}, blocks...)
}

// apart counts the topics in which one person stands apart.
func (b *result) apart() int {
	n := 0
	for i := range b.Topics {
		if b.Topics[i].Apart {
			n++
		}
	}
	return n
}

// withSources puts the numbers of its sources behind a text on paper, where the sources are listed.
func (b *result) withSources(t doc.Text, sources []string) doc.Text {
	if b.Reader != OnPaper || len(sources) == 0 {
		return t
	}
	return doc.JoinWith(" ", t, b.say.cited(b.cited.cite(sources), false))
}

// notes returns the notes topic by topic, each in the lines in which it was written. Those of the answers stand in the order of
// their text, so that the order of the files, which might tell who wrote which, plays no part.
func (b *result) notes() []doc.Block {
	var list doc.List
	for i := range b.Topics {
		t := &b.Topics[i]
		switch notes := noteLines(b.said(t)); len(notes) {
		case 0:
		case 1:
			list.Items = append(list.Items, doc.Item{Text: doc.Join(doc.Words(t.Label+": "), notes[0])})
		default:
			list.Items = append(list.Items, doc.Item{Text: doc.Words(t.Label), Below: []doc.Block{items(notes)}})
		}
	}
	if list.Items == nil {
		return nil
	}
	return []doc.Block{section(b.say.notes(), ""), list}
}

// noteLines returns each note that says something, without its blank lines.
func noteLines(notes []string) []doc.Text {
	var all []doc.Text
	for _, note := range notes {
		var text doc.Text
		for line := range strings.SplitSeq(note, "\n") {
			if line = safetext.Clean(line); line != "" {
				if text != nil {
					text = append(text, doc.NewLine)
				}
				text = append(text, doc.Foreign(line)...)
			}
		}
		if text != nil {
			all = append(all, text)
		}
	}
	return all
}

// ending returns the sources on paper, and elsewhere how to see them, and what coalcheck does not claim.
func (b *result) ending() []doc.Block {
	if b.Reader == OnPaper {
		blocks := []doc.Block{section(b.say.sources(), "")}
		if b.cited != nil {
			blocks = append(blocks, b.cited.list(b.Group.Catalogue))
		}
		return append(blocks, small(b.say.credits(b.Group.Catalogue)), small(b.say.disclaimer()))
	}
	blocks := []doc.Block{section(b.say.aboutReport(), "")}
	if len(b.Plan.Steps) > 1 && !b.Explain {
		blocks = append(blocks, small(b.say.orderOfSteps(b.Reader)))
	}
	last := doc.JoinWith(" ", b.say.disclaimer(), b.say.seeSources(b.Reader), b.say.credits(b.Group.Catalogue))
	return append(blocks, small(last))
}
